"""Tables that assign work (bảng phân công): who does what with whom by when."""

from collections.abc import Iterator, Sequence

import regex

from extract.fields.cells import ITEM, units, units_by_part
from extract.fields.deadlines import deadline_of_cell
from extract.fields.grids import Grid, Row, grid_of
from extract.knowledge import either, table
from extract.layout import Table
from plan.model import Assignment

DITTO = regex.compile(rf"{either(table('tables')['ditto'])}\.?", regex.I)
BLANK = regex.compile(r"[\s.…_-]*")
"""What stands in a form for words to be filled in."""
PER_ROW = ("text", "lead", "partners", "deadline")


def assignments(tables: Sequence[Table]) -> list[Assignment]:
    """The rows of all tables that assign work."""
    found: list[Assignment] = []
    before: Grid | None = None
    for one in tables:
        grid = grid_of(one, before)
        group = found[-1].group if found and before and grid and goes_on(before, grid) else None
        before = grid
        if grid and grid.assigns_work:
            found += rows_of_work(grid, group)
    return found


def goes_on(before: Grid, grid: Grid) -> bool:
    """Whether a table counts on from the one before, its headings perhaps printed again."""
    last, first = numbers_of(before)[-1:], numbers_of(grid)[:1]
    alike = (before.columns, before.width) == (grid.columns, grid.width)
    return alike and bool(last and first) and first[0] == last[0] + 1


def numbers_of(grid: Grid) -> list[int]:
    """The numbers of the rows of a table."""
    column = grid.columns.get("number")
    texts = (row.at(column).strip(". ") for row in grid.rows if not row.numbers_columns)
    return [int(text) for text in texts if regex.fullmatch(r"[0-9]{1,4}", text)]


def rows_of_work(grid: Grid, group: str | None = None) -> Iterator[Assignment]:
    """One assignment a data row; heading rows give the `group` of those below."""
    above: dict[str, str] = {}
    for row in grid.rows:
        said = {role: cell_at(row, column) for role, column in grid.columns.items()}
        if row.numbers_columns:
            continue
        if heading := group_heading(row, said):
            group = heading
            continue
        above = {
            role: above.get(role, "") if DITTO.fullmatch(t) else t
            for role, t in filled(said, above, row, grid).items()
        }
        if above["text"] and any(above.get(role) for role in ("lead", "partners", "deadline")):
            yield assignment(above, group, row)


def filled(said: dict[str, str], above: dict[str, str], row: Row, grid: Grid) -> dict[str, str]:
    """The texts of a row, those of the row `above` where a cell reaches down into this one.

    Where a format does not tell, a row without number goes on with the numbered one.
    """
    unnumbered = bool(above and "number" in said and not said["number"] and said["text"])
    return {
        role: above.get(role, "")
        if not text and (grid.columns[role] in row.continued or (unnumbered and role in PER_ROW))
        else text
        for role, text in said.items()
    }


def cell_at(row: Row, column: int) -> str:
    """A cell's text with its line breaks, which part units; empty where it is to be filled in."""
    text = row.cells[column].strip() if column < len(row.cells) else ""
    return "" if BLANK.fullmatch(text) else text


def assignment(said: dict[str, str], group: str | None, row: Row) -> Assignment:
    """One assignment from the texts of a row by role."""
    deadline = " ".join(said.get("deadline", "").split())
    lead, partners = units_by_part(said.get("lead", ""))
    return Assignment(
        text=" ".join(ITEM.sub("", said["text"], count=1).split()),
        lead=lead,
        partners=[*partners, *units(said.get("partners", ""))],
        deadline=deadline_of_cell(deadline) if deadline else None,
        output=" ".join(said.get("output", "").split()) or None,
        group=group,
        span=row.span,
    )


def group_heading(row: Row, said: dict[str, str]) -> str | None:
    """The heading that a row of one text (and perhaps a number) prints, with its label."""
    if row.continued:
        return None
    match row.filled:
        case [heading] if not heading.isdigit() and not heading[:1].islower():
            return heading
        case [number, heading] if is_group_number(number, said):
            return f"{number.strip('. ')}. {heading}"
    return None


def is_group_number(number: str, said: dict[str, str]) -> bool:
    """Whether a row's number is a group's: a letter or Roman, or any with nothing but a text."""
    bare = number.strip(". ")
    others = [value for role, value in said.items() if role not in {"number", "text"} and value]
    return regex.fullmatch(r"[IVXLC]+|[A-ZĐ]", bare) is not None or (
        not others and regex.fullmatch(r"\d{1,2}", bare) is not None
    )
