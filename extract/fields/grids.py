"""Tables whose columns are known by their headings, and their rows."""

from dataclasses import dataclass

import regex

from extract.knowledge import table
from extract.layout import Table
from extract.parts import row_span, rows_of
from plan.model import Span
from plan.text import fold

COLUMNS = [
    (column["role"], regex.compile(column["pattern"])) for column in table("tables")["column"]
]
WORK_COLUMNS = {"lead", "deadline", "partners"}
YEAR = regex.compile(r"(?:^|\D)(20\d\d)(?:\D|$)")
LONGEST_HEADING = 80
"""Characters of a column's heading."""
LONGEST_YEAR_HEADING = 30
HEADING_ROWS = 3
FEWEST_NUMBERED = 3
"""Filled cells from which on a row of bare numbers numbers the columns."""
COLUMN_NUMBERS = regex.compile(r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?(?:\s*=.*)?")


@dataclass(frozen=True)
class Row:
    """A row's texts, and where it stands."""

    cells: tuple[str, ...]
    span: Span | None

    def at(self, column: int | None) -> str:
        """The text in a column in one line; empty where the row has none."""
        if column is None or column >= len(self.cells):
            return ""
        return one_line(self.cells[column])

    @property
    def filled(self) -> list[str]:
        """The texts that are there, each once, in order."""
        return list(dict.fromkeys(one_line(cell) for cell in self.cells if cell.strip()))

    @property
    def numbers_columns(self) -> bool:
        """Whether the row only numbers the columns: (1) (2) (3)."""
        texts = [cell.strip() for cell in self.cells if cell.strip()]
        return len(texts) >= FEWEST_NUMBERED and all(map(COLUMN_NUMBERS.fullmatch, texts))


@dataclass(frozen=True)
class Grid:
    """A table: role → column, column → year, the number of columns, and the rows of data."""

    columns: dict[str, int]
    years: dict[int, int]
    width: int
    rows: tuple[Row, ...]

    @property
    def assigns_work(self) -> bool:
        """Whether the table says who does what, or by when."""
        return bool(WORK_COLUMNS & set(self.columns)) and not self.years


def grid_of(one: Table, before: Grid | None = None) -> Grid | None:
    """A table recognised by the headings in its first rows, or `None`.

    One without headings that is as wide as the table `before` goes on with that one.
    """
    rows = tuple(
        Row(tuple(texts), row_span(row)) for texts, row in zip(rows_of(one), one.rows, strict=True)
    )
    for index, row in enumerate(rows[:HEADING_ROWS]):
        columns = {} if is_data(row) else columns_of(row)
        years = years_of(row)
        if "text" in columns and (WORK_COLUMNS & set(columns) or years):
            return Grid(columns, years, len(row.cells), rows[index + 1 :])
    width = max((len(row.cells) for row in rows), default=0)
    if before is not None and width == before.width:
        return Grid(before.columns, before.years, width, rows)
    return None


def is_data(row: Row) -> bool:
    """Whether a row is one of data: numbered, or with a text too long for a heading."""
    return row.at(0).strip(" .").isdigit() or any(len(c) > LONGEST_HEADING for c in row.cells)


def columns_of(row: Row) -> dict[str, int]:
    """Role → column of a heading row; the first column that fits a role has it."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(row.cells):
        words = fold(cell)
        role = next((role for role, pattern in COLUMNS if pattern.search(words)), None)
        if role:
            columns.setdefault(role, index)
    return columns


def years_of(row: Row) -> dict[int, int]:
    """Column → year of the columns that are headed by one year."""
    found = {i: YEAR.findall(cell) for i, cell in enumerate(row.cells)}
    return {
        i: int(years[0])
        for i, years in found.items()
        if len(years) == 1 and len(row.cells[i]) < LONGEST_YEAR_HEADING
    }


def one_line(text: str) -> str:
    """A cell's text in one line."""
    return regex.sub(r"\s+", " ", text).strip()
