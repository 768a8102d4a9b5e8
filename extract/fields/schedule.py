"""Tables: who does what by when (bảng phân công), and targets with a column per year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extract.fields.deadlines import deadline_of_cell
from extract.fields.quantities import NUMBER, comparator, number_of
from extract.knowledge import any_of, either, table
from extract.layout import Table
from extract.names import heads, split_names
from extract.parts import rows_of
from plan.model import Assignment, Comparator, Target
from plan.text import fold

KNOWN = table("tables")
COLUMNS = [(column["role"], regex.compile(column["pattern"])) for column in KNOWN["column"]]
YEAR = regex.compile(r"(?:^|\D)(20\d\d)(?:\D|$)")
DITTO = regex.compile(r"(?:nt|-nt-|\"|”|như trên|″|”\s*)\.?", regex.I)
LONGEST_HEADING = 80
"""Characters of a column's heading."""
FEWEST_NUMBERED = 3
"""Filled cells from which on a row of bare numbers numbers the columns."""
NEXT_NAME = regex.compile(rf"\s*,\s*(?={either(KNOWN['new_names'])})")
COLUMN_NUMBERS = regex.compile(r"\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?(?:\s*=.*)?")


@dataclass
class Grid:
    """A table whose columns are known: role → column, column → year, width, data rows."""

    columns: dict[str, int]
    years: dict[int, int]
    width: int
    rows: list[list[str]] = field(default_factory=list)


def grid_of(rows: Sequence[Sequence[str]]) -> Grid | None:
    """Recognise a table by the words of its first rows, or `None`."""
    for index, row in enumerate(rows[:3]):
        columns = {} if is_data(row) else columns_of(row)
        if "text" in columns and ({"lead", "deadline", "partners"} & set(columns) or years_of(row)):
            rest = [list(r) for r in rows[index + 1 :]]
            return Grid(columns, years_of(row), len(row), rest)
    return None


def is_data(row: Sequence[str]) -> bool:
    """Whether a row is one of data: numbered, or with a text too long for a heading."""
    return row[0].strip(" .").isdigit() or any(len(cell) > LONGEST_HEADING for cell in row)


def columns_of(row: Sequence[str]) -> dict[str, int]:
    """Role → column of a heading row; the first column that fits a role has it."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(row):
        words = fold(cell)
        role = next((role for role, pattern in COLUMNS if pattern.search(words)), None)
        if role and role not in columns:
            columns[role] = index
    return columns


def years_of(row: Sequence[str]) -> dict[int, int]:
    """Column → year of the columns that are headed by one year."""
    found = {i: YEAR.findall(cell) for i, cell in enumerate(row)}
    return {i: int(years[0]) for i, years in found.items() if len(years) == 1 and len(row[i]) < 30}  # noqa: PLR2004


def assignments(tables: Sequence[Table]) -> list[Assignment]:
    """The rows of all tables that assign work.

    A table without headings that is as wide as the one before goes on with it.
    """
    found: list[Assignment] = []
    before: Grid | None = None
    for one in tables:
        rows = rows_of(one)
        grid = grid_of(rows) or continued(before, rows)
        if grid and {"lead", "deadline", "partners"} & set(grid.columns) and not grid.years:
            found += rows_of_work(grid)
        before = grid
    return found


def continued(before: Grid | None, rows: Sequence[Sequence[str]]) -> Grid | None:
    """The columns of the table before for a table that only goes on with it."""
    width = max((len(row) for row in rows), default=0)
    if before is None or width != before.width:
        return None
    return Grid(before.columns, before.years, width, [list(row) for row in rows])


def rows_of_work(grid: Grid) -> Iterator[Assignment]:
    """One assignment a data row; heading rows give the group of those below."""
    group: str | None = None
    above: dict[str, str] = {}
    for cells in grid.rows:
        row = {role: cells[i].strip() if i < len(cells) else "" for role, i in grid.columns.items()}
        if is_numbering(cells):
            continue
        heading = group_heading(cells, row)
        if heading:
            group = heading
            continue
        row = {
            role: above.get(role, "") if DITTO.fullmatch(value) else value
            for role, value in row.items()
        }
        above = row
        if not row["text"] or not (row.get("lead") or row.get("partners") or row.get("deadline")):
            continue
        yield Assignment(
            text=one_line(row["text"]),
            lead=units(row.get("lead", "")),
            partners=units(row.get("partners", "")),
            deadline=deadline_of_cell(one_line(row["deadline"])) if row.get("deadline") else None,
            output=one_line(row["output"]) or None if row.get("output") else None,
            group=group,
        )


def is_numbering(cells: Sequence[str]) -> bool:
    """A row that only numbers the columns: (1) (2) (3)."""
    filled = [c.strip() for c in cells if c.strip()]
    return len(filled) >= FEWEST_NUMBERED and all(COLUMN_NUMBERS.fullmatch(c) for c in filled)


def group_heading(cells: Sequence[str], row: dict[str, str]) -> str | None:
    """The heading that a row of one text (and perhaps a number) prints, with its label."""
    match list(dict.fromkeys(one_line(c) for c in cells if c.strip())):
        case [heading] if not heading.isdigit():
            return heading
        case [number, heading] if is_group_number(number, row):
            return f"{number.strip('. ')}. {heading}"
    return None


def is_group_number(number: str, row: dict[str, str]) -> bool:
    """Whether a row's number is a group's: Roman, or any where no other column is filled."""
    bare = number.strip(". ")
    others = [value for role, value in row.items() if role not in {"number", "text"} and value]
    return regex.fullmatch(r"[IVXLC]+", bare) is not None or (
        not others and regex.fullmatch(r"[A-ZĐ]|\d{1,2}", bare) is not None
    )


def units(cell: str) -> list[str]:
    """The units of a cell: divided at line breaks, semicolons and before a unit's name."""
    lines = [regex.sub(r"^[-+*•]\s*", "", line.strip()) for line in regex.split(r"\n|;", cell)]
    return [name for line in lines if line for name in divided(line.strip(" .,"))]


def divided(line: str) -> list[str]:
    """The units of one line; a name that itself holds a comma or "và" stays whole."""
    names = split_names(line)
    bits = [bit for name in names for bit in split_at_commas(name)]
    return bits if all(heads().match(bit) for bit in bits) or len(names) > 1 else [line]


def split_at_commas(text: str) -> list[str]:
    """A list divided at the commas behind which a new name begins."""
    inside = [m.span() for m in any_of(table("phrases")["unit"]["protected"]).finditer(text)]
    cuts = [m for m in NEXT_NAME.finditer(text) if not any(a < m.start() < b for a, b in inside)]
    edges = [0, *(edge for m in cuts for edge in m.span()), len(text)]
    return [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def one_line(text: str) -> str:
    """A cell's text in one line."""
    return regex.sub(r"\s+", " ", text).strip()


def table_targets(one: Table, path: str | None) -> list[Target]:
    """One row for each filled cell of a year column; none for a table that has no such column."""
    grid = grid_of(rows_of(one))
    return list(rows_of_years(grid, path)) if grid and grid.years else []


def rows_of_years(grid: Grid, path: str | None) -> Iterator[Target]:
    """The targets of a table with a column per year."""
    for cells in grid.rows:
        name = one_line(cells[grid.columns["text"]]) if grid.columns["text"] < len(cells) else ""
        unit_column = grid.columns.get("unit")
        unit = (
            one_line(cells[unit_column])
            if unit_column is not None and unit_column < len(cells)
            else None
        )
        for column, year in grid.years.items():
            value = (
                value_of(cells[column])
                if column < len(cells) and column != grid.columns["text"]
                else None
            )
            if not name or value is None or is_numbering(cells):
                continue
            sign, number, printed_unit = value
            yield Target(
                text=name,
                indicator=name,
                comparator=sign,
                value=number,
                unit=unit or printed_unit,
                year=year,
                section=path,
                kind="targets",
            )


def value_of(cell: str) -> tuple[Comparator, int | float, str | None] | None:
    """Comparator, number and unit of a cell such as `≥ 80%`, `1.250`, `trên 95`."""
    match = regex.fullmatch(
        rf"(?P<sign>[^\d]{{0,16}}?)\s*(?P<number>{NUMBER})\s*(?P<unit>%|[\p{{L}}/ ]{{0,20}})",
        one_line(cell),
    )
    if match is None:
        return None
    sign = comparator(match["sign"].strip().lower(), "", None)
    return (
        sign,
        number_of(match["number"], percent=match["unit"] == "%"),
        match["unit"].strip() or None,
    )
