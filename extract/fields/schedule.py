"""Tables that assign work (bảng phân công): who does what with whom by when."""

from collections.abc import Iterator, Sequence

import regex

from extract.fields.deadlines import deadline_of_cell
from extract.fields.grids import Grid, Row, grid_of
from extract.knowledge import any_of, either, table
from extract.layout import Table
from extract.names import heads, split_names
from plan.model import Assignment

DITTO = regex.compile(r"(?:nt|-nt-|[\"“”″]|như trên)\.?", regex.I)
NEXT_NAME = regex.compile(rf"\s*,\s*(?={either(table('tables')['new_names'])})")


def assignments(tables: Sequence[Table]) -> list[Assignment]:
    """The rows of all tables that assign work."""
    found: list[Assignment] = []
    before: Grid | None = None
    for one in tables:
        before = grid_of(one, before)
        if before and before.assigns_work:
            found += rows_of_work(before)
    return found


def rows_of_work(grid: Grid) -> Iterator[Assignment]:
    """One assignment a data row; heading rows give the group of those below."""
    group: str | None = None
    above: dict[str, str] = {}
    for row in grid.rows:
        said = {role: cell_at(row, column) for role, column in grid.columns.items()}
        heading = group_heading(row, said)
        if row.numbers_columns:
            continue
        if heading:
            group = heading
            continue
        above = {role: above.get(role, "") if DITTO.fullmatch(t) else t for role, t in said.items()}
        if above["text"] and any(above.get(role) for role in ("lead", "partners", "deadline")):
            yield assignment(above, group, row)


def cell_at(row: Row, column: int) -> str:
    """A cell's text with its line breaks, which part units."""
    return row.cells[column].strip() if column < len(row.cells) else ""


def assignment(said: dict[str, str], group: str | None, row: Row) -> Assignment:
    """One assignment from the texts of a row by role."""
    deadline = " ".join(said.get("deadline", "").split())
    return Assignment(
        text=" ".join(said["text"].split()),
        lead=units(said.get("lead", "")),
        partners=units(said.get("partners", "")),
        deadline=deadline_of_cell(deadline) if deadline else None,
        output=" ".join(said.get("output", "").split()) or None,
        group=group,
        span=row.span,
    )


def group_heading(row: Row, said: dict[str, str]) -> str | None:
    """The heading that a row of one text (and perhaps a number) prints, with its label."""
    match row.filled:
        case [heading] if not heading.isdigit():
            return heading
        case [number, heading] if is_group_number(number, said):
            return f"{number.strip('. ')}. {heading}"
    return None


def is_group_number(number: str, said: dict[str, str]) -> bool:
    """Whether a row's number is a group's: Roman, or any where no other column is filled."""
    bare = number.strip(". ")
    others = [value for role, value in said.items() if role not in {"number", "text"} and value]
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
