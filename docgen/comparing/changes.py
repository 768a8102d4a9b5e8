"""In what a child's item differs from the parent's: figures, years, deadlines, who does it."""

from collections.abc import Iterator

import regex

from docgen.comparing.dates import deadline_change, order
from docgen.comparing.items import Item
from docgen.comparing.report import Change
from docgen.comparing.values import value_change
from docgen.drafting.bodies import is_communes
from docgen.wording import plain
from plan.patterns import spelled
from plan.units import mentions

_REFERENCE = regex.compile(
    r"(?:số|ngày|tháng|quý|điều|khoản|mục)\s+[\d/.-]+(?:/[\p{L}\d&/.-]+)?|\d+/[\p{L}\d&/.-]+",
    regex.IGNORECASE,
)
_FIGURE = regex.compile(r"(?<![\p{L}\d.,])\d+(?:\.\d{3})*(?:,\d+)?(?![\p{L}\d])")
_YEARS = range(1990, 2100)


def changes(parent: Item, child: Item) -> list[Change]:
    """What the child changes in an item that it takes over."""
    ours, theirs = parent.side, child.side
    if parent.kind == "target":
        found = [value_change(ours, theirs), _year(ours.year, theirs.year)]
    else:
        deadline = deadline_change(ours.deadline, theirs.deadline)
        found = [_body(parent, child), deadline, *_figures(parent, child)]
    return [change for change in found if change]


def keeps_figures(parent: Item, child: Item) -> bool:
    """Whether every figure in the words of the parent's item stands in the child's."""
    return not any(_figures(parent, child))


def _year(parent: int | None, child: int | None) -> Change | None:
    if parent is None or parent == child:
        return None
    how = order(parent, child) if child else "gone"
    return how and Change(
        what="year", how=how, parent=str(parent), child=str(child) if child else None
    )


def _body(parent: Item, child: Item) -> Change | None:
    """Who does it, where that is neither who did it above nor who is to do it here."""
    ours, theirs = parent.side.bodies, child.side.bodies
    if not ours:
        return None
    if not theirs:
        return Change(what="body", how="gone", parent="; ".join(ours))
    is_same = child.bodies & (parent.bodies | parent.given_to) or _fields(ours) & _fields(theirs)
    if is_same or any(map(is_communes, ours)):
        return None
    return Change(what="body", how="other", parent="; ".join(ours), child="; ".join(theirs))


def _fields(bodies: list[str]) -> frozenset[str]:
    """The fields of work of departments, which are the same at each level (Sở Y tế, Phòng Y tế)."""
    return frozenset(mention.field for body in bodies for mention in mentions(body))


def _figures(parent: Item, child: Item) -> Iterator[Change]:
    """The figures and the last year in the words of two items, where the child's differ."""
    theirs = _numbers(child.side.text)
    said = [_numbers(text) for text in parent.texts]
    ours = next((numbers for numbers in said if numbers <= theirs), said[0])
    year = _year(_last_year(ours), _last_year(theirs) or _last_year(ours))
    if year:
        yield year
    lost, new = (sorted(one - other - {*_YEARS}) for one, other in ((ours, theirs), (theirs, ours)))
    if lost:
        yield Change(
            what="figures",
            how="other" if new else "gone",
            parent=_listed(lost),
            child=_listed(new) or None,
        )


def _numbers(text: str) -> frozenset[float]:
    """The numbers that a text names, those of dates and of documents left aside."""
    found = _FIGURE.findall(_REFERENCE.sub(" ", spelled(text)))
    return frozenset(float(one.replace(".", "").replace(",", ".")) for one in found)


def _last_year(numbers: frozenset[float]) -> int | None:
    return max((int(number) for number in numbers if number in _YEARS), default=None)


def _listed(numbers: list[float]) -> str:
    return "; ".join(map(plain, numbers))
