"""A scanned page made ready: grey without red stamps, level, specks taken out where there are many.

Each step was measured on scans of known text. Levelling always helps. Taking out specks helps only
where there are many: on a good scan it takes the dots and hooks of letters with them.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

DARK = 140
"""A dot darker than this is ink, of 255."""
LONE = 4.5 / 25
"""A dark dot is a speck where so few of those around it are dark, itself with them."""
SPECKLED_SHARE = 0.008
"""Of all ink, specks: above this a filter gains more than it costs; good scans are at 0.001."""
WIDTH_FOR_ANGLE = 800
STEEPEST, COARSE, FINE = 4.0, 0.5, 0.05
"""Degrees: how far a page is turned at most, and the steps in which the angle is sought."""
LEVEL_ENOUGH = 0.04
WHITE, SIXTEEN_BITS = 255, 65535

Dots = NDArray[np.bool_]


def cleaned(picture: Image.Image) -> Image.Image:
    """The page in grey, level, without red stamps and dirt."""
    grey = despeckled(without_red(picture))
    angle = slant(grey)
    if abs(angle) < LEVEL_ENOUGH:
        return grey
    return grey.rotate(angle, Image.Resampling.BICUBIC, fillcolor=WHITE)


def without_red(picture: Image.Image) -> Image.Image:
    """The page in grey as through red glass: stamps vanish, black and blue print stays.

    What is redder than it is green or blue is made as much lighter.
    """
    if picture.mode.startswith("I"):
        return picture.point(lambda dot: dot / SIXTEEN_BITS * WHITE).convert("L")
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    if picture.has_transparency_data:
        sheet = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(sheet, picture.convert("RGBA"))
    red, green, blue = picture.convert("RGB").split()
    return ImageChops.add(red, ImageChops.subtract(red, ImageChops.lighter(green, blue)))


def ink(grey: Image.Image) -> Dots:
    """Which dots are dark."""
    dark: Dots = np.asarray(grey) < DARK
    return dark


def despeckled(grey: Image.Image) -> Image.Image:
    """The page with single dots taken out, if they are many in its middle third."""
    top, bottom = grey.height // 3, grey.height * 2 // 3
    dark = ink(grey.crop((0, top, grey.width, bottom)))
    around = Image.fromarray(dark.astype(np.uint8) * WHITE).filter(ImageFilter.BoxBlur(2))
    lone = dark & (np.asarray(around) < LONE * WHITE)
    many = np.count_nonzero(lone) > SPECKLED_SHARE * np.count_nonzero(dark)
    return grey.filter(ImageFilter.MedianFilter(3)) if many else grey


def slant(grey: Image.Image) -> float:
    """By how many degrees a page must be turned, counter-clockwise, for its lines to be level."""
    height = max(round(grey.height * WIDTH_FOR_ANGLE / grey.width), 1)
    small = ink(grey.resize((WIDTH_FOR_ANGLE, height), Image.Resampling.BOX))
    page = Image.fromarray(small.astype(np.uint8) * WHITE)
    best = max(steps(0.0, STEEPEST, COARSE), key=lambda angle: sharpness(page, angle))
    return max(steps(best, COARSE, FINE), key=lambda angle: sharpness(page, angle))


def steps(middle: float, reach: float, step: float) -> list[float]:
    """Angles around one, those next to it first: of equals the smallest turn is taken."""
    count = round(reach / step)
    return sorted((middle + step * i for i in range(-count, count + 1)), key=abs)


def sharpness(page: Image.Image, angle: float) -> float:
    """How sharply rows of ink and rows of paper part when the page is turned by an angle."""
    turned = page.rotate(angle, Image.Resampling.BILINEAR)
    rows = np.asarray(turned, np.float32).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
