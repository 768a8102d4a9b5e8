"""Tables as CSV: RFC 4180, UTF-8 with the mark by which Excel on Windows knows it."""

import csv
import io
from collections.abc import Iterator, Sequence

from kehoach.tables.table import Cell, Column, Document, Table, listed
from kehoach.tables.words import confidence

BYTE_ORDER_MARK = "\ufeff"
GUARD = "'"
GUARDED = (GUARD, "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may know a formula by, and the guard itself, so that it can be taken off."""
MARKS = frozenset("=+-@")
"""Alone these are no formula, and comparators are to stay as they are."""
PLACE = tuple(Column(f"span.{name}", "") for name in ("page", "path", "start", "end"))


def as_csv(table: Table, documents: Sequence[Document]) -> bytes:
    """One table of all `documents` as a CSV file, its columns named by the keys of the JSON."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    columns = (*table.columns, *PLACE)
    writer.writerow(["document", *(column.key for column in columns), "confidence"])
    writer.writerows(map(guarded, row) for row in _rows(table, columns, documents))
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def guarded(cell: Cell) -> Cell:
    """`cell`, with an apostrophe in front where a spreadsheet could run its text as a formula."""
    runs = isinstance(cell, str) and cell.startswith(GUARDED) and cell not in MARKS
    return f"{GUARD}{cell}" if runs else cell


def _rows(
    table: Table, columns: Sequence[Column], documents: Sequence[Document]
) -> Iterator[list[Cell]]:
    for name, plan in documents:
        for record in table.rows(plan):
            values = [listed(column.value(record)) for column in columns]
            yield [name, *values, confidence(record.evidence)]
