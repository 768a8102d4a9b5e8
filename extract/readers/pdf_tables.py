"""Ruled tables of a PDF: cells that pdfplumber makes of the lines drawn, joined across pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import regex

from extract.layout import Cell, Table
from extract.readers.pdf_drawn import Box, Edge

if TYPE_CHECKING:
    from pdfplumber.table import Table as PdfTable

ALIKE = 0.9
FIGURES = regex.compile(r"\d+")
FEWEST_EDGES = 4
"""Lines from which on a page may hold a ruled table."""
APART_PT = 3.0
"""Lines nearer than this are one; shorter ones are none."""
MEETING_PT = 3.0
"""How far lines may stay from each other where they meet."""
MOST_EDGES, MOST_CROSSINGS = 1000, 4000
"""A page with more is no table but a drawing."""


@dataclass(frozen=True)
class Frame:
    """A table's outer box and its cells' boxes, row by row; `None` where a cell is merged."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


def frames_in(edges: Sequence[Edge]) -> list[Frame]:
    """The ruled tables that lines make on one page."""
    if len(edges) < FEWEST_EDGES:
        return []
    from pdfplumber import table
    from pdfplumber.utils.geometry import filter_edges

    no_page: Any = None  # a table asks its page for words alone
    merged = table.merge_edges([dict(edge) for edge in edges], *[APART_PT] * 4)
    long = filter_edges(merged, min_length=APART_PT)
    if len(long) > MOST_EDGES:
        return []
    crossings = table.edges_to_intersections(long, MEETING_PT, MEETING_PT)
    if len(crossings) > MOST_CROSSINGS:
        return []
    groups = table.cells_to_tables(table.intersections_to_cells(crossings))
    return frames_of([table.Table(no_page, cells) for cells in groups])


def frames_of(tables: "Sequence[PdfTable]") -> list[Frame]:
    """The frames of tables as pdfplumber finds them; what has one column is a box, no table."""
    return [
        Frame(table.bbox, tuple(tuple(row.cells) for row in table.rows))
        for table in tables
        if max(len(row.cells) for row in table.rows) > 1
    ]


def inside(box: Box, x: float, y: float) -> bool:
    """Whether a point of the page lies in a box."""
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def joined(tables: Sequence[Table]) -> Iterator[Table]:
    """Tables of which those that run over a page break are one again."""
    current: Table | None = None
    for table in tables:
        if current is not None and goes_on(current, table):
            current = replace(current, rows=(*mended(current.rows, continuation(current, table)),))
            continue
        if current is not None:
            yield current
        current = table
    if current is not None:
        yield current


def goes_on(table: Table, following: Table) -> bool:
    """Whether a table is as wide as the one before."""
    return {len(row) for row in table.rows} == {len(row) for row in following.rows}


def continuation(table: Table, following: Table) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table that goes on, without the headings that it repeats."""
    heads = [text_of(row) for row in table.rows[:2]]
    rows = list(following.rows)
    while rows and heads and alike(text_of(rows[0]), heads[0]):
        rows.pop(0)
        heads.pop(0)
    return tuple(rows)


def alike(text: str, other: str) -> bool:
    """Whether two rows say the same; a recognised one may have a wrong letter, no wrong figure."""
    if FIGURES.findall(text) != FIGURES.findall(other):
        return False
    return SequenceMatcher(None, text, other, autojunk=False).ratio() >= ALIKE


def mended(
    rows: tuple[tuple[Cell, ...], ...], following: tuple[tuple[Cell, ...], ...]
) -> Iterator[tuple[Cell, ...]]:
    """Both parts' rows; a row that the page break cut (no number) is put together."""
    if rows and following and is_cut(rows[-1], following[0]):
        yield from rows[:-1]
        yield tuple(
            Cell((*a.lines, *b.lines), a.span) for a, b in zip(rows[-1], following[0], strict=True)
        )
        yield from following[1:]
    else:
        yield from rows
        yield from following


def is_cut(last: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """Whether a row goes on from the page before: it has text, but no first cell."""
    return bool(last[0].lines) and not first[0].lines and any(cell.lines for cell in first)


def text_of(row: Sequence[Cell]) -> str:
    """A row's text, to compare rows by."""
    return "|".join(" ".join(line.text for line in cell.lines) for cell in row)
