"""Word's XML out of what other formats say, so that one reader knows lists, notes and tables."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import regex
from lxml import etree

from extract.readers.word.xml import Element, W

NO_XML = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DEEPEST = 20
"""Tables in tables; what stands deeper is put into the innermost of these."""
SAME_EDGE = 30
"""Edges of cells that are nearer than this, in twips, are one."""


def w(name: str, *inside: Element | None, **attributes: str | int) -> Element:
    """The element `w:name` with what stands in it; `None` is left out."""
    made = etree.Element(W + name, {W + key: clean(str(one)) for key, one in attributes.items()})
    made.extend([one for one in inside if one is not None])
    return made


def clean(text: str) -> str:
    """`text` without the letters that XML cannot hold."""
    return NO_XML.sub("", text)


@dataclass(frozen=True)
class Look:
    """How letters look; `None` leaves it to the style. `size` is in half points."""

    bold: bool | None = None
    italic: bool | None = None
    font: str | None = None
    size: int | None = None
    hidden: bool | None = None
    style: str | None = None

    def properties(self) -> Element:
        """As `w:rPr`."""
        switches = (("b", self.bold), ("i", self.italic), ("vanish", self.hidden))
        return w(
            "rPr",
            w("rStyle", val=self.style) if self.style else None,
            w("rFonts", ascii=self.font, hAnsi=self.font) if self.font else None,
            *(w(name, val=int(on)) for name, on in switches if on is not None),
            w("sz", val=self.size) if self.size else None,
        )


def run(text: str, look: Look) -> Element:
    """Letters of one look; a line feed is a line break."""
    letters = w("t")
    letters.text = clean(text)
    return w("r", look.properties(), letters)


def paragraph(
    runs: Iterable[Element],
    *,
    style: str | None = None,
    align: str | None = None,
    number: tuple[int, int] | None = None,
    goes_on: bool = False,
) -> Element:
    """A paragraph; `number` is its list and level, `goes_on` that its end was deleted."""
    listed = w("numPr", w("ilvl", val=number[1]), w("numId", val=number[0])) if number else None
    properties = w(
        "pPr",
        w("pStyle", val=style) if style else None,
        listed,
        w("jc", val=align) if align else None,
        w("rPr", w("del")) if goes_on else None,
    )
    return w("p", properties, *runs)


def box(blocks: Iterable[Element]) -> Element:
    """A run that holds a text box."""
    return w("r", w("drawing", w("txbxContent", *blocks)))


@dataclass
class Shape:
    """The cells of a row: their edges in twips, which go on from the left or from above.

    `joined` cells belong to the one on their left. `reach` is Word's `restart` or `continue`.
    """

    edges: list[int] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)
    reach: list[str | None] = field(default_factory=list)
    ruled: bool = False


@dataclass
class Grid:
    """A table as it grows: the blocks of the open cell, the cells of the open row, the rows."""

    cell: list[Element] = field(default_factory=list)
    row: list[list[Element]] = field(default_factory=list)
    rows: list[tuple[list[list[Element]], Shape]] = field(default_factory=list)

    def table(self) -> Element:
        """As `w:tbl`."""
        edges = distinct([edge for _, shape in self.rows for edge in shape.edges])
        ruled = any(shape.ruled for _, shape in self.rows)
        borders = w("tblBorders", w("insideH", val="single" if ruled else "none"))
        rows = (w("tr", *shaped(cells, shape, edges)) for cells, shape in self.rows)
        return w("tbl", w("tblPr", borders), *rows)


def shaped(cells: Sequence[list[Element]], shape: Shape, edges: Sequence[int]) -> list[Element]:
    """The cells of a row over the columns that all edges of the table make."""
    if len(shape.edges) != len(cells) + 1:
        return [w("tc", *blocks) for blocks in cells]
    at = [max(0, bisect_left(edges, edge - SAME_EDGE)) for edge in shape.edges]
    found: list[Element] = []
    for index, blocks in enumerate(cells):
        start, end = at[index], at[index + 1]
        if found and shape.joined[index]:
            span = found[-1][0][0]
            span.set(W + "val", str(int(span.get(W + "val", "1")) + end - start))
            found[-1].extend(blocks)
            continue
        reach = shape.reach[index]
        merged = w("vMerge", val=reach) if reach else None
        found.append(w("tc", w("tcPr", w("gridSpan", val=max(1, end - start)), merged), *blocks))
    before = w("trPr", w("gridBefore", val=at[0])) if at[0] else None
    return [before, *found] if before is not None else found


def distinct(edges: Iterable[int]) -> list[int]:
    """The edges in order, those that are the same but for rounding once."""
    found: list[int] = []
    for edge in sorted(set(edges)):
        if not found or edge - found[-1] >= SAME_EDGE:
            found.append(edge)
    return found


@dataclass
class Flow:
    """Paragraphs and the ends of cells and rows, as they come, put into tables within tables."""

    done: list[Element] = field(default_factory=list)
    open: list[Grid] = field(default_factory=list)

    def add(self, block: Element, depth: int = 0) -> None:
        """A paragraph that stands in `depth` tables."""
        self.level(depth)
        (self.open[-1].cell if self.open else self.done).append(block)

    def end_cell(self, depth: int) -> None:
        """The end of a cell of the table at `depth`."""
        self.level(max(depth, 1))
        self.open[-1].row.append(self.open[-1].cell)
        self.open[-1].cell = []

    def end_row(self, depth: int, shape: Shape) -> None:
        """The end of a row of the table at `depth`."""
        self.level(max(depth, 1))
        self.open[-1].rows.append((self.open[-1].row, shape))
        self.open[-1].row = []

    def level(self, depth: int) -> None:
        """Begin and end tables until `depth` of them are open."""
        depth = min(depth, DEEPEST)
        while len(self.open) > depth:
            grid = self.open.pop()
            if grid.cell:
                grid.row.append(grid.cell)
            if grid.row:
                grid.rows.append((grid.row, Shape()))
            (self.open[-1].cell if self.open else self.done).append(grid.table())
        while len(self.open) < depth:
            self.open.append(Grid())

    def blocks(self) -> list[Element]:
        """All that has come."""
        self.level(0)
        return self.done
