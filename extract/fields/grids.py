"""Tables whose columns are known by their headings, and their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import regex

from extract.knowledge import table
from extract.layout import Cell, Table
from extract.names import begins_name
from extract.parts import row_span, rows_of
from plan.model import Span
from plan.text import fold

COLUMNS = [
    (column["role"], regex.compile(column["pattern"])) for column in table("tables")["column"]
]
WORK_COLUMNS = {"lead", "deadline", "partners"}
SECOND_CHOICES = ("topic", "group")
"""Columns that tell what is to be done where no column is plainly headed so."""
YEAR = regex.compile(r"(?:^|\D)(20\d\d)(?:\D|$)")
LONGEST_HEADING = 80
"""Characters of a column's heading."""
LONGEST_YEAR_HEADING = 30
LONGEST_SUBHEADING = 40
HEADING_ROWS = 3
FEWEST_NUMBERED = 3
"""Filled cells from which on a row of bare numbers numbers the columns."""
COLUMN_NUMBERS = regex.compile(r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?(?:\s*=.*)?")


@dataclass(frozen=True)
class Row:
    """A row's texts, where it stands, and the columns that a cell from above reaches into."""

    cells: tuple[str, ...]
    span: Span | None
    continued: frozenset[int] = frozenset()

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

    One without headings that is as wide as the table `before` goes on with that one, unless its
    numbers begin anew.
    """
    rows = tuple(map(row_of, rows_of(one), one.rows))
    for index, row in enumerate(rows[:HEADING_ROWS]):
        columns = {} if is_data(row) else columns_of(row.cells)
        years = years_of(row)
        if "text" in columns and (WORK_COLUMNS & set(columns) or years):
            columns, behind = with_subheadings(columns, rows, index)
            data = rows[behind:]
            return Grid(with_units(columns, data), years, len(row.cells), data)
    width = max((len(row.cells) for row in rows), default=0)
    if before is not None and width == before.width and not begins_anew(rows):
        return Grid(before.columns, before.years, width, rows)
    return None


def row_of(texts: Sequence[str], cells: Sequence[Cell]) -> Row:
    """A row from its texts and its cells."""
    flags = [flag for cell in cells for flag in [cell.continued] * cell.span]
    continued = frozenset(index for index, flag in enumerate(flags) if flag)
    return Row(tuple(texts), row_span(cells), continued)


def with_subheadings(
    columns: dict[str, int], rows: Sequence[Row], index: int
) -> tuple[dict[str, int], int]:
    """The columns, told apart by a second row of headings if any, and the first data row."""
    if index + 1 < len(rows):
        below = rows[index + 1]
        short = all(len(cell) <= LONGEST_SUBHEADING for cell in below.cells)
        both = [
            " ".join(pair) for pair in zip_longest(rows[index].cells, below.cells, fillvalue="")
        ]
        more = columns_of(both)
        if short and not is_data(below) and len(more) > len(columns) and "text" in more:
            return more, index + 2
    return columns, index + 1


def with_units(columns: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """The columns, one headed "Đơn vị" that holds bodies taken for those who lead."""
    data = (row for row in rows if not row.numbers_columns)
    texts = [text for row in data if (text := row.at(columns.get("unit")))]
    bodies = sum(begins_name(text) for text in texts)
    if "lead" in columns or bodies * 2 <= len(texts):
        return columns
    return {"lead" if role == "unit" else role: at for role, at in columns.items()}


def begins_anew(rows: Sequence[Row]) -> bool:
    """Whether the first number of a table is 1, so that it does not go on with another."""
    number = rows[0].at(0).strip(" .") if rows else ""
    return number in {"1", "01", "I", "A", "TT", "STT"}


def is_data(row: Row) -> bool:
    """Whether a row is one of data: numbered, or with a text too long for a heading."""
    return row.at(0).strip(" .").isdigit() or any(len(c) > LONGEST_HEADING for c in row.cells)


def columns_of(headings: Sequence[str]) -> dict[str, int]:
    """Role → column of a row of headings; the first column that fits a role has it."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(headings):
        words = fold(one_line(cell))
        role = next((role for role, pattern in COLUMNS if pattern.search(words)), None)
        if role:
            columns.setdefault(role, index)
    for choice in SECOND_CHOICES:
        if "text" not in columns and choice in columns:
            columns["text"] = columns.pop(choice)
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
    return " ".join(text.split())
