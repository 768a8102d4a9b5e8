"""A scanned page is made grey, level and clean, and its ruled tables are found."""

import numpy as np
import pytest
import scans
from PIL import Image, ImageDraw

from extract.readers.scan import cleaning
from extract.readers.scan.ruling import ruled_in

DPI = 150
POINT = DPI / 72


def lines_of_print(width: int = 1240, height: int = 1754) -> Image.Image:
    """Bars of broken ink, as lines of words look from afar."""
    page = Image.new("L", (width, height), "white")
    draw = ImageDraw.Draw(page)
    for top in range(150, height - 150, 60):
        for left in range(150, width - 250, 90):
            draw.rectangle((left, top, left + 70, top + 22), fill=20)
    return page


@pytest.mark.parametrize("angle", [-2.0, -0.65, 0.0, 0.3, 1.6])
def test_a_page_is_turned_level(angle: float) -> None:
    turned = lines_of_print().rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    assert cleaning.slant(turned) == pytest.approx(-angle, abs=0.06)
    assert abs(cleaning.slant(cleaning.cleaned(turned))) <= 0.06


def test_an_empty_page_stays_as_it_is() -> None:
    page = Image.new("L", (400, 600), "white")
    assert np.array_equal(np.asarray(cleaning.cleaned(page)), np.asarray(page))


def test_a_red_stamp_vanishes_and_print_under_it_stays() -> None:
    page = lines_of_print().convert("RGB")
    stamped = scans.stamped(page, 300, 300, DPI)
    assert np.asarray(stamped.convert("L")).sum() < np.asarray(page.convert("L")).sum()
    grey = np.asarray(cleaning.without_red(stamped), np.int16)
    assert np.abs(grey - np.asarray(page.convert("L"), np.int16)).max() < 30


def test_blue_ink_stays() -> None:
    page = Image.new("RGB", (40, 40), (30, 40, 160))
    assert np.asarray(cleaning.without_red(page)).max() < cleaning.DARK


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I"])
def test_pictures_of_any_kind_become_grey(mode: str) -> None:
    page = lines_of_print(600, 500)
    if mode.startswith("I"):
        dots = np.asarray(page, np.uint16) * 257
        page = Image.fromarray(dots if mode == "I;16" else dots.astype(np.int32))
    else:
        page = page.convert(mode)
    grey = cleaning.without_red(page)
    assert grey.mode == "L"
    assert 0.05 < cleaning.ink(grey).mean() < 0.3
    assert np.asarray(grey)[0, 0] > 200


def test_only_a_page_of_many_specks_is_filtered() -> None:
    page, chance = lines_of_print(), np.random.default_rng(scans.SEED)
    assert cleaning.despeckled(page) is page
    dots = np.asarray(page).copy()
    dots[chance.random(dots.shape) < 0.01] = 0
    dirty = cleaning.despeckled(Image.fromarray(dots))
    assert (cleaning.ink(dirty) != cleaning.ink(page)).mean() < 0.002


def table(page: Image.Image, columns: list[int], rows: list[int]) -> ImageDraw.ImageDraw:
    """A grid drawn with its lines at these places in pt."""
    draw = ImageDraw.Draw(page)
    across, down = [x * POINT for x in columns], [y * POINT for y in rows]
    for x in across:
        draw.line((x, down[0], x, down[-1]), fill=60, width=2)
    for y in down:
        draw.line((across[0], y, across[-1], y), fill=60, width=2)
    return draw


def test_a_ruled_table_is_found_with_its_merged_cell() -> None:
    page = Image.new("L", (1240, 1754), "white")
    draw = table(page, [70, 120, 300, 500], [400, 430, 460, 500])
    draw.rectangle((122 * POINT, 432 * POINT, 498 * POINT, 458 * POINT), fill=255)
    noisy = scans.scanned(page, scans.Copy(noise=10, grey=40, quality=60)).convert("L")
    (frame,) = ruled_in(noisy, DPI)
    assert frame.box == pytest.approx((70, 400, 500, 500), abs=1.5)
    assert [[cell is not None for cell in row] for row in frame.rows] == [
        [True, True, True],
        [True, True, False],
        [True, True, True],
    ]


def test_print_and_boxes_and_pictures_are_no_tables() -> None:
    page = lines_of_print()
    assert ruled_in(page, DPI) == []
    table(page, [70, 500], [400, 500])
    assert ruled_in(page, DPI) == []
    assert ruled_in(Image.new("L", (10, 10), "black"), DPI) == []
