"""A PDF page as one reads it, however it is turned."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import pi
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

DIRECTIONS_ASKED = 50
"""Characters of a page that tell the direction of all."""

X, Y = 0, 1
TURNS = {
    0: ((X, 1), (Y, -1)),
    90: ((Y, 1), (X, 1)),
    180: ((X, -1), (Y, 1)),
    270: ((Y, -1), (X, -1)),
}
"""Direction of the text in degrees (90: upwards) → which coordinate of the page tells how far a
point is from left and from top as one reads, and whether it grows or falls."""

Point = tuple[float, float]


class Axis(NamedTuple):
    """How far points of the page are from one edge, in pt: one `coordinate` and an `offset`."""

    coordinate: int
    sign: int
    offset: float

    def __call__(self, point: Point) -> float:
        """How far a point is."""
        return self.sign * point[self.coordinate] + self.offset

    def all(self, coordinates: Sequence[float]) -> list[float]:
        """How far many points are; x and y take turns in `coordinates`."""
        sign, offset = self.sign, self.offset
        return [sign * one + offset for one in coordinates[self.coordinate :: 2]]


@dataclass(frozen=True)
class View:
    """A page as one reads it: where a point of it is `across` from the left, `down` from the top.

    `turn` is the direction in which most of its text runs, in degrees.
    """

    across: Axis
    down: Axis
    turn: int

    @classmethod
    def of(cls, page: "pdfium.PdfPage", text: "pdfium.PdfTextPage") -> "View":
        """The view of a page, turned so that most of its text stands upright."""
        *low, right, top = page.get_cropbox()
        high, turn = (right, top), direction(text)
        across, down = (
            Axis(coordinate, sign, -low[coordinate] if sign > 0 else high[coordinate])
            for coordinate, sign in TURNS[turn]
        )
        return cls(across, down, turn)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """How far a point of the page is from the left and from the top."""
        return self.across((x, y)), self.down((x, y))


def direction(text: "pdfium.PdfTextPage") -> int:
    """In which direction most text runs, in degrees: wide tables stand on turned pages."""
    count = text.count_chars()
    asked = range(0, count, count // DIRECTIONS_ASKED + 1)
    turns = Counter(round(raw.FPDFText_GetCharAngle(text, i) / (-pi / 2)) % 4 for i in asked)
    return turns.most_common(1)[0][0] * 90 if turns else 0
