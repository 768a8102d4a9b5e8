"""Scans made of printed pages: as a flatbed gives them, and as a poor copy does. Seeded."""

from dataclasses import dataclass
from io import BytesIO
from math import cos, pi, sin

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

SEED = 20260301
PAPER = (255, 255, 255)
RED = (205, 40, 45)
INCH_PT = 72


@dataclass(frozen=True)
class Copy:
    """How a page was copied: turned by degrees, blurred by pixels, with noise, grey on one side."""

    skew: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    grey: float = 0.0
    quality: int = 90


CLEAN = Copy(skew=0.2, noise=2.0)
POOR = Copy(skew=1.6, blur=0.7, noise=14.0, grey=55.0, quality=55)


def scanned(page: Image.Image, copy: Copy, seed: int = SEED) -> Image.Image:
    """A page as it comes off the scanner."""
    turned = page.convert("RGB").rotate(copy.skew, Image.Resampling.BICUBIC, fillcolor=PAPER)
    blurred = turned.filter(ImageFilter.GaussianBlur(copy.blur)) if copy.blur else turned
    light = np.asarray(blurred, np.float32)
    shade = np.linspace(0, copy.grey, light.shape[1], dtype=np.float32)[None, :, None]
    grain = np.random.default_rng(seed).normal(0, copy.noise, light.shape[:2])[..., None]
    dots = np.clip(light - shade + grain, 0, 255).astype(np.uint8)
    packed = BytesIO()
    Image.fromarray(dots).save(packed, "JPEG", quality=copy.quality)
    return Image.open(packed).convert("RGB")


def stamped(page: Image.Image, across: float, down: float, dpi: int) -> Image.Image:
    """A page with a round red stamp around a place in pt; print shows through it."""
    stamp = Image.new("RGB", page.size, PAPER)
    draw = ImageDraw.Draw(stamp)
    dot = dpi / INCH_PT
    x, y, wide = across * dot, down * dot, 48 * dot
    for radius, line in ((wide, 2.5), (wide * 0.72, 1.5)):
        box = (x - radius, y - radius, x + radius, y + radius)
        draw.ellipse(box, outline=RED, width=round(line * dot))
    star = [
        (x + r * sin(i * pi / 5), y - r * cos(i * pi / 5))
        for i in range(10)
        for r in (wide * (0.4 if i % 2 == 0 else 0.16),)
    ]
    draw.polygon(star, fill=RED)
    return ImageChops.multiply(page.convert("RGB"), stamp)


def scan_pdf(pages: list[Image.Image], dpi: int) -> bytes:
    """A PDF whose pages are pictures."""
    made = BytesIO()
    first, *more = [page.convert("RGB") for page in pages]
    first.save(made, "PDF", resolution=dpi, save_all=True, append_images=more, quality=90)
    return made.getvalue()
