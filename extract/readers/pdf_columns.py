"""The two columns of head and ending on a PDF page, told by their place alone.

They stand beside each other without rules: rows of two pieces show the gutter, rows of one piece
belong to the column that they stand in, and a line that stands in neither or in the middle of the
page (the title, an appendix) ends both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from extract.readers.pdf_print import Piece, Row

NARROW_EM = 0.6
"""The least space between two columns; words of unjustified lines are 0.25 em apart."""
LEFT_PT = 15.0
"""How far a line of a column may begin from its left edge."""
CENTRE_PT = 12.0
"""How far the middle of a centred line may be from its column's."""

LABEL_ALONE = regex.compile(
    r"[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2}){0,3}\.|\d{1,2}(?:\.\d{1,2}){1,3}|\p{Ll}\)|[-+•]"
)
"""A number or dash that stands by itself, as automatic numbering prints it before a tab."""
TAB_EM = 5.0
"""How far the text may stand from it."""

Gap = tuple[float, float]
"""Where a space begins and ends, from left to right in pt."""


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows, labels with their text, parted at a narrow gutter where neighbours show it."""
    downwards = passed([labelled(row) for row in rows])
    return passed(downwards[::-1])[::-1]


def labelled(row: Row) -> Row:
    """A row, a label that stands apart from its text put to it."""
    if len(row) == 1 or not LABEL_ALONE.fullmatch(row[0].text):
        return row
    is_near = row[1].left - row[0].right < TAB_EM * row[0].size
    return [whole(row[:2]), *row[2:]] if is_near else row


def passed(rows: Sequence[Row]) -> list[Row]:
    """The rows, each parted at the gutter of the one before it."""
    found: list[Row] = []
    for row in rows:
        gutter = widest(found[-1]) if found else None
        found.append(split(row, gutter) if gutter and len(row) == 1 else row)
    return found


def widest(row: Row) -> Gap | None:
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


@dataclass
class Columns:
    """Two columns as they grow row by row; `middle` is that of the page, in pt from its left."""

    left: list[Piece]
    right: list[Piece]
    middle: float

    @classmethod
    def beginning(cls, row: Row, middle: float) -> "Columns | None":
        """The columns that a row begins; `None` where it is of one piece."""
        gutter = widest(row)
        halves = halved(row, gutter) if gutter else None
        return cls([halves[0]], [halves[1]], middle) if halves else None

    @property
    def gutter(self) -> Gap:
        """The space between the columns."""
        return max(p.right for p in self.left), min(p.left for p in self.right)

    def take(self, row: Row) -> bool:
        """Whether a row stands in one of the columns or both; if so it is kept."""
        halves = halved(row, self.gutter)
        if halves is not None:
            self.left.append(halves[0])
            self.right.append(halves[1])
            return True
        piece = whole(row)
        if piece.right <= self.gutter[1] and begins_or_centres(piece, self.left):
            self.left.append(piece)
        elif piece.left >= self.gutter[0] and not self.is_title(piece):
            self.right.append(piece)
        else:
            return False
        return True

    def is_title(self, piece: Piece) -> bool:
        """Whether a piece is centred on the page and not in the right column."""
        centred = abs(piece.middle - self.middle) < CENTRE_PT
        return centred and abs(piece.middle - middle_of(self.right)) > CENTRE_PT


def columns_from(rows: Sequence[Row], start: int, middle: float) -> tuple[int, Columns | None]:
    """The columns that begin at row `start` of a page, and the row behind them."""
    columns = Columns.beginning(rows[start], middle)
    end = start + 1
    while columns and end < len(rows) and columns.take(rows[end]):
        end += 1
    return end, columns


def halved(row: Row, gutter: Gap) -> tuple[Piece, Piece] | None:
    """A row's part before and its part behind a gutter; `None` where it has not both."""
    spaces = [
        index
        for index, (left, right) in enumerate(pairwise(row), 1)
        if left.right <= gutter[1] and right.left >= gutter[0]
    ]
    if not spaces:
        return None
    at = max(spaces, key=lambda index: row[index].left - row[index - 1].right)
    return whole(row[:at]), whole(row[at:])


def whole(row: Row) -> Piece:
    """The pieces of a row as one."""
    if len(row) == 1:
        return row[0]
    return Piece(tuple(glyph for piece in row for glyph in piece.glyphs))


def begins_or_centres(piece: Piece, column: Sequence[Piece]) -> bool:
    """Whether a piece begins at a column's left edge or is centred in it."""
    begins = abs(piece.left - min(p.left for p in column)) < LEFT_PT
    return begins or abs(piece.middle - middle_of(column)) < CENTRE_PT


def middle_of(column: Sequence[Piece]) -> float:
    """The middle of a column in pt."""
    return (min(p.left for p in column) + max(p.right for p in column)) / 2
