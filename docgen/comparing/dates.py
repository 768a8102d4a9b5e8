"""Whether a child's deadline is later than the parent's, or less often."""

import regex

from docgen.comparing.report import Change, How
from plan.model import Deadline

_TIMES_A_YEAR = {"year": 1, "half_year": 2, "quarter": 4, "month": 12, "week": 52}
_DATE = regex.compile(
    r"(?P<year>\d+)(?:-(?:(?P<kind>[QH])(?P<part>\d)|(?P<month>\d+)))?(?:-(?P<day>\d+))?"
)
_MONTHS = {"Q": 3, "H": 6}
"""Letter of a part of a year → its months."""
_LAST_MONTH, _LAST_DAY = 12, 31


def deadline_change(parent: Deadline | None, child: Deadline | None) -> Change | None:
    """How the child's deadline differs; `None` where it says the same or the parent has none."""
    if parent is None:
        return None
    if child is None:
        return Change(what="deadline", how="gone", parent=parent.text)
    how = _how(parent, child)
    return how and Change(what="deadline", how=how, parent=parent.text, child=child.text)


def order(parent: float | tuple[float, ...], child: float | tuple[float, ...]) -> How | None:
    """How the child's moment, or share, stands to the parent's where later, or more, is weaker."""
    if parent == child:
        return None
    return "weaker" if child > parent else "stronger"  # type: ignore[operator]  # both are of one kind


def _how(parent: Deadline, child: Deadline) -> How | None:
    if parent.date and child.every == "year" and child.month and child.day:
        return order(_last_day(parent.date)[1:], (child.month, child.day))
    if parent.every != child.every:
        ours, theirs = (_TIMES_A_YEAR.get(one.every or "", 0) for one in (parent, child))
        return order(-ours, -theirs) if ours and theirs else "other"
    if parent.date and child.date:
        return order(_last_day(parent.date), _last_day(child.date))
    if parent.day and child.day and bool(parent.month) == bool(child.month):
        return order((parent.month or 0, parent.day), (child.month or 0, child.day))
    facts = (one.model_dump(exclude={"text"}) for one in (parent, child))
    return None if next(facts) == next(facts) else "other"


def _last_day(date: str) -> tuple[int, ...]:
    """The last day of what an ISO date says: of a month, a quarter (`2025-Q4`), a half, a year."""
    found = _DATE.fullmatch(date)
    if not found:
        return ()
    month = found["month"] or (_MONTHS[found["kind"]] * int(found["part"]) if found["kind"] else 0)
    return int(found["year"]), int(month) or _LAST_MONTH, int(found["day"] or _LAST_DAY)
