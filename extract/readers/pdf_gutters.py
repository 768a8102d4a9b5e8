"""Two columns so near to each other that one of their lines looks like one (`… TỈNH A CỘNG HÒA …`).

The lines above or below, where the columns leave more space, show where to part it.
"""

from collections.abc import Sequence
from itertools import pairwise

from extract.readers.pdf_print import Piece, Row

NARROW_EM = 0.6
"""The least space between two columns; words of unjustified lines are 0.25 em apart."""

Gap = tuple[float, float]
"""Where a space begins and ends, from left to right in pt."""


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows, those that run over the gutter between two columns parted there."""
    downwards = passed(rows)
    return passed(downwards[::-1])[::-1]


def passed(rows: Sequence[Row]) -> list[Row]:
    """The rows, each parted at the gutter of the one before it."""
    found: list[Row] = []
    for row in rows:
        gutter = gutter_of(found[-1]) if found else None
        found.append(split(row, gutter) if gutter and len(row) == 1 else row)
    return found


def gutter_of(row: Row) -> Gap | None:
    """The widest space between the pieces of a row; `None` where it is of one piece."""
    gaps = [(left.right, right.left) for left, right in pairwise(row)]
    return max(gaps, key=lambda gap: gap[1] - gap[0]) if gaps else None


def split(row: Row, gutter: Gap) -> Row:
    """A row of one piece, parted where it leaves space over the gutter."""
    glyphs = row[0].glyphs
    for index, (left, right) in enumerate(pairwise(glyphs), 1):
        wide = right.x - left.right > NARROW_EM * right.size
        if wide and left.right < gutter[1] and right.x > gutter[0]:
            return [Piece(glyphs[:index]), Piece(glyphs[index:])]
    return row
