"""Tables as a workbook (.xlsx) that a person sorts, filters and prints: a sheet for each table."""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kehoach.review.items import SURE
from kehoach.tables.sheets import FOR_PEOPLE
from kehoach.tables.table import Cell, Document, Table
from kehoach.tables.words import confidence, where

SAME_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - the file's form knows no time zone
"""When every workbook says it was made: the same data give the same bytes."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
EXACT = 10**15
"""From here on a spreadsheet rounds numbers; such a number is written as text."""

NARROWEST, HEADING, WIDEST = 8, 14, 40
"""Widths in characters: of the narrowest column, of a heading in one line, of the widest column."""
ARROW = 3
"""Characters that the arrow of the filter takes."""
LINE_HEIGHT, HIGHEST = 16, 400
"""Heights in pt: of a line of text, of the highest row that a spreadsheet shows."""
A4, MARGIN = 9, 0.4
"""The number of the paper's size in a workbook; inches around the page."""

LOOK = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
LOOKS: dict[str, dict[str, Any]] = {
    "heading": {"bold": True, "bg_color": "#D9E2F3", "border": 1, "valign": "vcenter"},
    "plain": {},
    "quoted": {"quote_prefix": True},
    "day": {"num_format": "dd/mm/yyyy", "align": "left"},
    "sure": {"num_format": "0%"},
    "doubtful": {"num_format": "0%", "bg_color": "#FFE699"},
}
"""Kind of cell → how it differs from `LOOK`; `quoted` is text even to one who edits the cell."""

DOCUMENT, PLACE, CONFIDENCE = "Văn bản", "Vị trí", "Độ tin cậy"
Row = Sequence[Cell]


def as_workbook(documents: Sequence[Document]) -> bytes:
    """All tables of `documents` as a workbook; of several, each row names its document."""
    first = 0 if len(documents) > 1 else 1
    return workbook(
        {table.title: [row[first:] for row in _rows(table, documents)] for table in FOR_PEOPLE}
    )


def workbook(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """A workbook of sheets by title; of each, the headings, then rows that end with how sure."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": SAME_MOMENT})
        looks = {kind: book.add_format({**LOOK, **look}) for kind, look in LOOKS.items()}
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            _fill(sheet, rows, looks)
            _lay_out(sheet, rows)
    return out.getvalue()


def _rows(table: Table, documents: Sequence[Document]) -> Iterator[Row]:
    """The headings, then a row for each record."""
    yield [DOCUMENT, *(column.title for column in table.columns), PLACE, CONFIDENCE]
    for name, plan in documents:
        for record in table.rows(plan):
            cells = [column.shown(column.value(record)) for column in table.columns]
            yield [name, *cells, where(record.span), confidence(record.evidence)]


def _fill(sheet: Worksheet, rows: Sequence[Row], looks: Mapping[str, Format]) -> None:
    sheet.write_row(0, 0, rows[0], looks["heading"])
    for number, row in enumerate(rows[1:], start=1):
        *values, share = row
        for place, cell in enumerate(values):
            _write(sheet, number, place, cell, looks[_kind(cell)])
        if isinstance(share, float):
            kind = "sure" if share >= SURE else "doubtful"
            sheet.write_number(number, len(values), share, looks[kind])


def _kind(cell: Cell) -> str:
    """How a cell looks, one of `LOOKS`."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return "quoted"
    return "day" if isinstance(cell, date) else "plain"


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    """Write a cell as what it is; a text stays text whatever it begins with."""
    if isinstance(cell, date):
        sheet.write_datetime(row, column, datetime.combine(cell, time.min), look)
    elif isinstance(cell, int | float) and abs(cell) < EXACT:
        sheet.write_number(row, column, cell, look)
    elif cell is not None:
        sheet.write_string(row, column, str(cell), look)


def _lay_out(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """Fit columns and rows to what is in them; a column without any value is hidden."""
    widths = [_width(column) for column in zip(*rows, strict=True)]
    for place, width in enumerate(widths):
        is_empty = len(rows) > 1 and all(row[place] is None for row in rows[1:])
        sheet.set_column(place, place, width, None, {"hidden": is_empty})
    for number, row in enumerate(rows):
        sheet.set_row(number, min(_lines(row, widths) * LINE_HEIGHT, HIGHEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows) - 1, len(widths) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.hide_gridlines(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(*[MARGIN] * 4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _width(column: Row) -> int:
    """The width of a column: that of its longest line, within bounds."""
    heading, *cells = (str(cell) for cell in column if cell is not None)
    longest = max((len(line) for cell in cells for line in cell.splitlines()), default=0)
    return min(max(longest + 1, NARROWEST, min(len(heading) + ARROW, HEADING)), WIDEST)


def _lines(row: Row, widths: Sequence[int]) -> int:
    """How many lines the highest cell of a row takes; words that wrap cost a little of each."""
    return max(
        sum(ceil((len(line) or 1) / (width - ARROW)) for line in str(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )
