"""Ruled tables of a PDF: found by pdfplumber on the pages that have rules, joined across pages."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extract.layout import Cell, Table

FEWEST_RULES = 4
"""Drawn paths from which on a page may hold a ruled table."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Frame:
    """A table's outer box and its cells' boxes, row by row; `None` where a cell is merged."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


def frames(path: Path, pages: Sequence[int]) -> dict[int, list[Frame]]:
    """The ruled tables on `pages` (counted from 0) of the file at `path`."""
    import pdfplumber

    if not pages:
        return {}
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    found: dict[int, list[Frame]] = {}
    numbers = [number + 1 for number in pages]
    with path.open("rb") as file, pdfplumber.open(file, pages=numbers) as pdf:
        for page in pdf.pages:
            tables = page.find_tables()
            found[page.page_number - 1] = [
                Frame(table.bbox, tuple(tuple(row.cells) for row in table.rows))
                for table in tables
                if max(len(row.cells) for row in table.rows) > 1
            ]
            page.close()
    return found


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
    while rows and heads and text_of(rows[0]) == heads[0]:
        rows.pop(0)
        heads.pop(0)
    return tuple(rows)


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
