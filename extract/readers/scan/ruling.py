"""Ruled tables in a scan: long dark lines, from which pdfplumber makes cells."""

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageFilter

from extract.readers.pdf_drawn import edge
from extract.readers.pdf_tables import Frame, frames_in
from extract.readers.scan.cleaning import Dots

INCH_PT = 72.0
LONGEST_LETTER_INCHES = 0.22
"""No stroke of a letter is as long."""
WHOLE_SHARE = 0.93
"""Of a line that a copy has broken, what must be dark."""
AROUND_DOTS, DARKER = 15, 25
"""A dot is dark against the mean of so many around it, by so much of 255."""


def ruled_in(grey: Image.Image, dpi: float) -> list[Frame]:
    """The ruled tables on a level page; places in pt."""
    dark, least, point = darker(grey), round(LONGEST_LETTER_INCHES * dpi), INCH_PT / dpi
    level = [
        line
        for row, start, end in runs(dark, least)
        for line in edge((start * point, row * point), (end * point, row * point))
    ]
    upright = [
        line
        for column, start, end in runs(dark.T, least)
        for line in edge((column * point, start * point), (column * point, end * point))
    ]
    return frames_in([*level, *upright]) if level and upright else []


def darker(grey: Image.Image) -> Dots:
    """Which dots are darker than those around: thin lines are pale on some scans."""
    around = grey.filter(ImageFilter.BoxBlur(AROUND_DOTS))
    dark: Dots = np.asarray(grey, np.int16) < np.asarray(around, np.int16) - DARKER
    return dark


def runs(dark: Dots, least: int) -> Iterator[tuple[int, int, int]]:
    """Row, start and end of the long runs of dark dots, short breaks overlooked."""
    if dark.shape[1] < least:
        return
    sums = np.cumsum(np.pad(thickened(dark), ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    whole = sums[:, least:] - sums[:, :-least] >= WHOLE_SHARE * least
    for row in np.flatnonzero(whole.any(axis=1)):
        starts = np.flatnonzero(whole[row])
        parts = np.split(starts, np.flatnonzero(np.diff(starts) > least) + 1)
        for part in parts:
            yield int(row), int(part[0]), int(part[-1]) + least


def thickened(dark: Dots) -> Dots:
    """Dark dots, and those above and below them: a line that is not quite level stays whole."""
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    return thick
