"""The plot of targets: on a line each, what the parent asks and what the child promises.

Shares stand on a scale of per cent. All other quantities stand on a scale on which the parent's
value is 100 %, so that kilometres, trees and people fit into one plot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from docgen.comparing.report import Comparison, Row, Side
from docgen.comparing.values import amount

STEP, WHOLE, FARTHEST = 25, 100, 200
"""Per cent: between two ticks, of the parent's value, where the scale ends at the latest."""
SHARE = "%"
Look = Literal["even", "less", "more", "missing"]


@dataclass(frozen=True)
class Mark:
    """One target: its name and year, where its values stand, and both values in words.

    `parent` and `child` are per cent of the scale's length.
    """

    name: str
    year: int | None
    parent: float
    child: float | None
    look: Look
    said: str


@dataclass(frozen=True)
class Plot:
    """Targets on one scale: `shares` of a whole, or values as a share of the parent's.

    `ticks` are places and values, both in per cent.
    """

    shares: bool
    ticks: Sequence[tuple[float, int]]
    marks: Sequence[Mark]


def plots(comparison: Comparison) -> list[Plot]:
    """The plots of all targets that have a value to draw; none where there is no such target."""
    pairs = [
        (row, row.parent) for row in comparison.rows if row.parent and _is_drawn(row, row.parent)
    ]
    shares = [pair for pair in pairs if pair[1].unit == SHARE]
    others = [pair for pair in pairs if pair[1].unit != SHARE]
    return [_plot(drawn, shares=is_) for drawn, is_ in ((shares, True), (others, False)) if drawn]


def _is_drawn(row: Row, parent: Side) -> bool:
    """Whether the parent's target has a value, and the child's the same quantity or none at all."""
    if row.item != "target" or parent.value is None or parent.value <= 0:
        return False
    if row.child is None:
        return row.fate == "missing"
    measured_otherwise = any(one.what == "value" and one.how == "other" for one in row.changes)
    return row.child.value is not None and row.child.value >= 0 and not measured_otherwise


def _plot(drawn: Sequence[tuple[Row, Side]], *, shares: bool) -> Plot:
    values = [
        (_value(parent, parent, shares=shares) or 0, _value(row.child, parent, shares=shares))
        for row, parent in drawn
    ]
    farthest = max(value or 0 for pair in values for value in pair)
    top = min(max(STEP * ceil(farthest / STEP), WHOLE), FARTHEST)
    marks = [
        Mark(
            name=parent.indicator or parent.text,
            year=parent.year,
            parent=_place(asked, top),
            child=None if promised is None else _place(promised, top),
            look=_look(row),
            said=_said(parent, row.child),
        )
        for (row, parent), (asked, promised) in zip(drawn, values, strict=True)
    ]
    ticks = [(_place(value, top), value) for value in range(0, top + 1, STEP)]
    return Plot(shares, ticks, marks)


def _value(side: Side | None, parent: Side, *, shares: bool) -> float | None:
    """What is drawn of a side: its share, or its value as per cent of the parent's."""
    if side is None or side.value is None:
        return None
    return side.value if shares else WHOLE * side.value / (parent.value or 1)


def _place(value: float, top: int) -> float:
    """Where a value stands on a scale that ends at `top`; what is beyond stands at its end."""
    return round(WHOLE * min(value, top) / top, 2)


def _look(row: Row) -> Look:
    if row.child is None:
        return "missing"
    how = {change.how for change in row.changes if change.what == "value"}
    return "less" if "weaker" in how else "more" if "stronger" in how else "even"


def _said(parent: Side, child: Side | None) -> str:
    """Both values in words, once where they are the same: `≥ 75 → 70 %`."""
    asked, promised = amount(parent), amount(child) if child else "×"
    if asked == promised:
        return asked
    bare = amount(parent.model_copy(update={"unit": None})) if child else asked
    return f"{bare} → {promised}"
