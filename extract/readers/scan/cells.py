"""Narrow cells of a ruled table that were not read, or not surely, are read again.

A single figure or letter in a cell ("1", "II") is too little for Tesseract where it looks for print
all over a page. Put below one another on a sheet of their own, such cells are lines.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from PIL import Image

from extract.readers.pdf_drawn import Box
from extract.readers.pdf_tables import Frame, inside
from extract.readers.scan.cleaning import ink
from extract.readers.scan.words import Strip, Word

INCH_PT = 72.0
INSIDE_PT = 2.0
"""How far from a cell's border its content begins, at least."""
NARROW_PT = 30.0
"""A cell's content that is no wider is a figure, a number of a row."""
SURE = 0.9
FEWEST_DOTS = 20
BETWEEN = 40
"""Dots of paper around each crop on the sheet."""
DotBox = tuple[int, int, int, int]


def with_figures(
    grey: Image.Image,
    frames: Sequence[Frame],
    strips: Sequence[Strip],
    dpi: float,
    again: Callable[[Image.Image], list[Strip]],
) -> list[Strip]:
    """The lines of a page, those in narrow cells as `again` finds them where they were unsure."""
    sure = [strip for strip in strips if min(word.sure for word in strip.words) >= SURE]
    dot = dpi / INCH_PT
    crops = [
        content
        for cell in cells_of(frames)
        if not any(stands_in(strip, cell, dot) for strip in sure)
        and (content := content_of(grey, cell, dot))
    ]
    if not crops:
        return list(strips)
    found = list(put_back(again(sheet_of(grey, crops)), crops))
    cells = [tuple(edge / dot for edge in crop) for crop in crops]
    kept = [s for s in strips if not any(stands_in(s, cell, dot) for cell in cells)]
    return [*kept, *found]


def cells_of(frames: Sequence[Frame]) -> Iterator[Box]:
    """The cells of tables."""
    return (box for frame in frames for row in frame.rows for box in row if box)


def stands_in(strip: Strip, cell: Sequence[float], dot: float) -> bool:
    """Whether a line stands in a cell, of which `dot` dots are a pt."""
    left, top, _, bottom = strip.words[0].box
    x, y = (left + strip.words[-1].box[2]) / 2 / dot, (top + bottom) / 2 / dot
    return inside((cell[0], cell[1], cell[2], cell[3]), x, y)


def content_of(grey: Image.Image, cell: Box, dot: float) -> DotBox | None:
    """The box in dots around the ink in a cell; `None` where there is none, or it is wide."""
    left, top, right, bottom = (
        round((edge + inwards) * dot)
        for edge, inwards in zip(cell, (INSIDE_PT, INSIDE_PT, -INSIDE_PT, -INSIDE_PT), strict=True)
    )
    if right <= left or bottom <= top:
        return None
    dark = ink(grey.crop((left, top, right, bottom)))
    across, down = np.flatnonzero(dark.any(axis=0)), np.flatnonzero(dark.any(axis=1))
    if np.count_nonzero(dark) < FEWEST_DOTS or across[-1] - across[0] > NARROW_PT * dot:
        return None
    return (
        left + int(across[0]),
        top + int(down[0]),
        left + int(across[-1]) + 1,
        top + int(down[-1]) + 1,
    )


def sheet_of(grey: Image.Image, crops: Sequence[DotBox]) -> Image.Image:
    """Crops of a page, below one another on a sheet."""
    width = max(right - left for left, _, right, _ in crops) + 2 * BETWEEN
    height = sum(bottom - top + BETWEEN for _, top, _, bottom in crops) + BETWEEN
    sheet = Image.new("L", (width, height), "white")
    for crop, down in zip(crops, downs(crops), strict=True):
        sheet.paste(grey.crop(crop), (BETWEEN, down))
    return sheet


def downs(crops: Sequence[DotBox]) -> Iterator[int]:
    """How far down each crop stands on the sheet."""
    down = BETWEEN
    for _, top, _, bottom in crops:
        yield down
        down += bottom - top + BETWEEN


def put_back(strips: Sequence[Strip], crops: Sequence[DotBox]) -> Iterator[Strip]:
    """Lines found on the sheet, where their crops stand on the page."""
    for crop, down in zip(crops, downs(crops), strict=True):
        left, top, _, bottom = crop
        end = down + bottom - top
        for strip in strips:
            middle = (strip.words[0].box[1] + strip.words[0].box[3]) / 2
            if down - BETWEEN / 2 <= middle < end + BETWEEN / 2:
                words = tuple(moved(word, left - BETWEEN, top - down) for word in strip.words)
                yield Strip(words, strip.baseline + top - down, strip.size)


def moved(word: Word, across: int, down: int) -> Word:
    """A word at another place."""
    left, top, right, bottom = word.box
    box = (left + across, top + down, right + across, bottom + down)
    return Word(word.text, box, word.sure)
