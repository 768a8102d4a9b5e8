"""A PDF page as one reads it, however it is turned."""

from collections import Counter
from dataclasses import dataclass
from math import pi
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

DIRECTIONS_ASKED = 50
"""Characters of a page that tell the direction of all."""

TURNS = {
    0: ((1, 0, 0, 0), (0, -1, 0, 1)),
    90: ((0, 1, 0, 0), (1, 0, 0, 0)),
    180: ((-1, 0, 1, 0), (0, 1, 0, 0)),
    270: ((0, -1, 0, 1), (-1, 0, 1, 0)),
}
"""Direction of the text in degrees (90: upwards) → how far a point is from left and from top as
one reads: so many times its x, its y, the page's width, the page's height."""


class Axis(NamedTuple):
    """How far a point of the page is from one edge, in pt: `x` times its x and so on."""

    x: int
    y: int
    offset: float


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
        left, bottom, right, top = page.get_cropbox()
        turn = direction(text)
        axes = (
            Axis(x, y, width * (right - left) + height * (top - bottom) - x * left - y * bottom)
            for x, y, width, height in TURNS[turn]
        )
        return cls(next(axes), next(axes), turn)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """How far a point of the page is from the left and from the top."""
        (ax, ay, left), (dx, dy, top) = self.across, self.down
        return ax * x + ay * y + left, dx * x + dy * y + top


def direction(text: "pdfium.PdfTextPage") -> int:
    """In which direction most text runs, in degrees: wide tables stand on turned pages."""
    count = text.count_chars()
    asked = range(0, count, count // DIRECTIONS_ASKED + 1)
    turns = Counter(round(raw.FPDFText_GetCharAngle(text, i) / (-pi / 2)) % 4 for i in asked)
    return turns.most_common(1)[0][0] * 90 if turns else 0
