"""The document as the page shows it: paragraphs and tables, or pictures with the text over them.

Either way the text comes in the same pieces, so that the page knows one kind of mark.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from extract.layout import Cell, Layout, Line, Printed, Table
from kehoach.review.marks import Cutter, Piece
from kehoach.review.pictures import Picture, pictures

CHUNK = 60
"""Blocks that the browser lays out together, once they come into view."""
LINE_EM = 1.15
"""How high a printed line is, by the size of its letters."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or line: its pieces, its look as CSS classes, the indent in pt."""

    pieces: Sequence[Piece]
    look: str
    indent: float


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its paragraphs, and how many columns it covers."""

    paragraphs: Sequence[Paragraph]
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `ruled` tells whether its borders are to be seen."""

    rows: Sequence[Sequence[GridCell]]
    ruled: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece over a page's picture: its place and the size of its letters in per cent."""

    piece: Piece
    left: float
    top: float
    width: float
    height: float
    size: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number, its picture, the text that lies over it."""

    number: int
    picture: Picture
    lines: Sequence[Sequence[Stretch]]


def chunks(layout: Layout, cutter: Cutter) -> Iterator[list[Paragraph | Grid]]:
    """A document without pages, some blocks at a time; its footnotes come last."""
    notes = [line for note in layout.notes for line in note]
    blocks = [*layout.blocks, *notes]
    for first in range(0, len(blocks), CHUNK):
        yield [
            paragraph(block, cutter) if isinstance(block, Line) else grid(block, cutter)
            for block in blocks[first : first + CHUNK]
        ]


def paragraph(line: Line, cutter: Cutter) -> Paragraph:
    """A line as a paragraph."""
    looks = {"bold": line.bold, "italic": line.italic, line.align or "": True}
    look = " ".join(name for name, holds in looks.items() if holds and name)
    return Paragraph(cutter.pieces(line) if line.text else (), look, line.left or 0)


def grid(table: Table, cutter: Cutter) -> Grid:
    """A table with its cells."""
    return Grid([[_cell(cell, cutter) for cell in row] for row in table.rows], bool(table.ruled))


def sheets(path: Path, layout: Layout, cutter: Cutter) -> Iterator[Sheet]:
    """The pages of a PDF document."""
    lines = {page: list(group) for page, group in groupby(layout.prints, lambda one: one.page)}
    for number, picture in enumerate(pictures(path), 1):
        yield Sheet(
            number,
            picture,
            [stretches(one, layout.text, picture, cutter) for one in lines.get(number, ())],
        )


def stretches(line: Printed, text: str, picture: Picture, cutter: Cutter) -> list[Stretch]:
    """A printed line in pieces that know their place on the page."""
    top, height = line.top / picture.height, (line.bottom - line.top) / picture.height
    size = (line.bottom - line.top) / LINE_EM / picture.width
    found = []
    for piece in cutter.stretch(text[line.start : line.end], line.start):
        first = piece.at - line.start
        left, right = line.edges[first], line.edges[first + len(piece.text)]
        across = left / picture.width, (right - left) / picture.width
        numbers = (across[0], top, across[1], height, size)
        found.append(Stretch(piece, *(round(100 * number, 3) for number in numbers)))
    return found


def _cell(cell: Cell, cutter: Cutter) -> GridCell:
    return GridCell([paragraph(line, cutter) for line in cell.lines], cell.span)
