"""The tables of an archive as a workbook (.xlsx), a sheet for each."""

from itertools import count, islice
from pathlib import Path
from typing import Any, cast

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kehoach.archive.exports.tables import Exported, exported
from kehoach.archive.store import Store
from kehoach.files import whole
from kehoach.tables.workbook import EXACT, SAME_MOMENT

ROWS = 1_048_575
"""Rows of a sheet below its heading; a longer table goes on in another sheet."""
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def export(store: Store, path: Path) -> None:
    """Write a workbook to `path`; rows go to the disk as they come, whatever their number."""
    with (
        whole(path) as stream,
        Workbook(cast("str", stream), {"constant_memory": True, **SAFE}) as book,
    ):
        book.set_properties({"created": SAME_MOMENT})
        for table in exported():
            _write(book, table, store)


def _write(book: Workbook, table: Exported, store: Store) -> None:
    rows = table.rows(store)
    for part in count(1):
        sheet = _sheet(book, table, part)
        written = 0
        for written, row in enumerate(islice(rows, ROWS), 1):
            _fill(sheet, written, row)
        if written < ROWS:
            return


def _sheet(book: Workbook, table: Exported, part: int) -> Worksheet:
    sheet: Worksheet = book.add_worksheet(f"{table.title} {part}" if part > 1 else table.title)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, [column.title for column in table.columns])
    return sheet


def _fill(sheet: Worksheet, at: int, row: tuple[Any, ...]) -> None:
    for place, cell in enumerate(row):
        if isinstance(cell, int | float) and abs(cell) < EXACT:
            sheet.write_number(at, place, cell)
        elif cell is not None:
            sheet.write_string(at, place, str(cell))
