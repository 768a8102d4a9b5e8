"""The tables of an OpenDocument text, as Word's."""

from collections.abc import Callable, Iterable

from extract.readers.odf.names import FO, STYLE, TABLE
from extract.readers.word.making import w
from extract.readers.word.xml import Element

MOST_SPANNED = 100
SIDES = ("border", "border-left", "border-right", "border-top", "border-bottom")

Reaching = dict[int, tuple[int, int]]
"""Column → how many columns a cell above covers from there on, and how many rows it still does."""


def row(
    element: Element, blocks: Callable[[Element], Iterable[Element]], reaching: Reaching
) -> Element:
    """One row; `blocks` makes what stands in a cell."""
    made: list[Element] = []
    cells = element.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell")
    for column, cell in enumerate(cells):
        span, rows = reaching.get(column, (0, 0))
        if rows:
            reaching[column] = (span, rows - 1)
            made.append(w("tc", properties(span, "continue")))
        elif cell.tag == TABLE + "table-cell":
            span = number(cell, "number-columns-spanned")
            rows = number(cell, "number-rows-spanned")
            reaching[column] = (span, rows - 1)
            made.append(w("tc", properties(span, "restart" if rows > 1 else None), *blocks(cell)))
    return w("tr", *made)


def properties(span: int, reach: str | None) -> Element:
    """The `w:tcPr` of a cell."""
    return w("tcPr", w("gridSpan", val=span), w("vMerge", val=reach) if reach else None)


def number(cell: Element, name: str) -> int:
    """A number that a cell gives, 1 where it gives none."""
    said = cell.get(TABLE + name, "1")
    return max(1, min(int(said), MOST_SPANNED)) if said.isdecimal() else 1


def ruled(style: Element | None) -> bool:
    """Whether a cell's style draws a line."""
    said = style.find(STYLE + "table-cell-properties") if style is not None else None
    return said is not None and any(said.get(FO + side, "none") != "none" for side in SIDES)
