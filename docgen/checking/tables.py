"""Tables: where their cells stand on the page, and what their style says of a cell's text."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.checking.document import Room
from docgen.checking.styles import Styles
from docgen.checking.xml import TWIPS_PER_MM, Element, W, children, number, value, whole

_MASK = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_CELL_EDGE = 108
"""The left and right margin of a cell where nothing says otherwise (twips)."""


@dataclass(frozen=True)
class Cell:
    """A cell on its way: its element, its place in the table, the conditions that hold there."""

    element: Element
    room: Room
    conditions: tuple[str, ...]


def cells(table: Element, around: Room, serial: int, styles: Styles) -> Iterator[Cell]:
    """The cells of a table that stands in the room `around`, row by row."""
    grid = [number(one.get(W + "w")) or 0 for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    rows = [one for one in children(table) if one.tag == W + "tr"]
    left = around.left + _left_of(table, sum(grid) / TWIPS_PER_MM, around.width)
    edges = _edges(table, styles)
    for r, row in enumerate(rows):
        places = list(_places(row, grid))
        for c, (element, begin, width) in enumerate(places):
            room = Room(
                container="cell" if around.container in {"body", "cell"} else around.container,
                left=left + (begin + edges) / TWIPS_PER_MM,
                width=max(0.0, (width - 2 * edges) / TWIPS_PER_MM),
                page_width=around.page_width,
                path=(*around.path, serial, r, c),
                table=serial,
                row=r,
                column=c,
                section=around.section,
            )
            at = _Position(r, c, last_row=r == len(rows) - 1, last_column=c == len(places) - 1)
            yield Cell(element, room, tuple(at.conditions(_look(table))))


@dataclass(frozen=True)
class _Position:
    row: int
    column: int
    last_row: bool
    last_column: bool

    def conditions(self, look: dict[str, bool]) -> Iterator[str]:
        """The names of a style's conditional parts that hold, from strong to weak."""
        if look["firstColumn"] and self.column == 0:
            yield "firstCol"
        if look["lastColumn"] and self.last_column:
            yield "lastCol"
        if look["firstRow"] and self.row == 0:
            yield "firstRow"
        elif look["lastRow"] and self.last_row:
            yield "lastRow"
        elif not look["noHBand"]:
            yield f"band{(self.row - look['firstRow']) % 2 + 1}Horz"
        if not look["noVBand"]:
            yield f"band{(self.column - look['firstColumn']) % 2 + 1}Vert"


def style_parts(table: Element, conditions: tuple[str, ...], styles: Styles, name: str) -> tuple[
    Element, ...
]:  # fmt: skip
    """The `rPr` or `pPr` that the table's style has for a cell, from strong to weak."""
    chain = styles.chain(value(table, f"{W}tblPr/{W}tblStyle"), "table")
    found: list[Element | None] = []
    for condition in conditions:
        for style in chain:
            parts = style.findall(W + "tblStylePr")
            fitting = (part for part in parts if part.get(W + "type") == condition)
            found.extend(part.find(W + name) for part in fitting)
    found.extend(style.find(W + name) for style in chain)
    return tuple(one for one in found if one is not None)


def _look(table: Element) -> dict[str, bool]:
    """Which conditional parts of its style a table wants."""
    said = table.find(f"{W}tblPr/{W}tblLook")
    if said is None:
        return dict.fromkeys(_MASK, False) | {"noHBand": True, "noVBand": True}
    mask = _hexadecimal(said.get(W + "val"))
    return {
        name: said.get(W + name, "1" if mask & bit else "0") in {"1", "true", "on"}
        for name, bit in _MASK.items()
    }


def _hexadecimal(text: str | None) -> int:
    try:
        return int(text or "0", 16)
    except ValueError:
        return 0


def _places(row: Element, grid: list[float]) -> Iterator[tuple[Element, float, float]]:
    """The cells of a row, with left edge and width in twips."""
    at = whole(value(row, f"{W}trPr/{W}gridBefore"))
    left = sum(grid[:at])
    for cell in (one for one in children(row) if one.tag == W + "tc"):
        span = whole(value(cell, f"{W}tcPr/{W}gridSpan"), 1)
        said = cell.find(f"{W}tcPr/{W}tcW")
        own = number(said.get(W + "w")) if said is not None and _in_twips(said) else None
        width = own or sum(grid[at : at + span])
        yield cell, left, width
        at, left = at + span, left + width


def _in_twips(width: Element) -> bool:
    return width.get(W + "type", "dxa") == "dxa"


def _left_of(table: Element, width: float, room: float) -> float:
    """Where a table begins in its room (mm)."""
    align = value(table, f"{W}tblPr/{W}jc")
    if align == "center":
        return (room - width) / 2
    if align in {"right", "end"}:
        return room - width
    indent = table.find(f"{W}tblPr/{W}tblInd")
    return ((number(indent.get(W + "w")) or 0) if indent is not None else 0) / TWIPS_PER_MM


def _edges(table: Element, styles: Styles) -> float:
    """The margin of cells at their left (twips)."""
    chain = styles.chain(value(table, f"{W}tblPr/{W}tblStyle"), "table")
    for owner in (table, *chain):
        for side in ("left", "start"):
            said = owner.find(f"{W}tblPr/{W}tblCellMar/{W}{side}")
            if said is not None:
                return number(said.get(W + "w")) or 0
    return _CELL_EDGE
