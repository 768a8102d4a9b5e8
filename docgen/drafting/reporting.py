"""Reports: to whom and by when the commune reports, and by when its own units report to it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import regex

from docgen.drafting.bodies import ADDRESSED
from docgen.drafting.reword import reword
from docgen.drafting.scope import Scope
from docgen.drafting.superiors import reports_above
from plan.model import Deadline, Duty, Plan
from plan.units import COORDINATOR, field_of_body

_REPORT = regex.compile(r"báo\s+cáo", regex.IGNORECASE)
_BY = r"(?:trước|chậm\s+nhất(?:\s+(?:là|vào))?|không\s+muộn\s+hơn)(?:\s+ngày)?\s+"
_DAY_AND_MONTH = regex.compile(
    rf"(?P<by>{_BY})(?P<day>\d{{1,2}})(?P<slash>/|\s+tháng\s+)(?P<month>\d{{1,2}})(?!\d)"
    r"(?:(?P<dash>/|\s+năm\s+)(?P<year>\d{4}))?",
    regex.IGNORECASE,
)
_DAY_ONLY = regex.compile(
    rf"(?P<by>{_BY})(?P<day>\d{{1,2}})(?=\s+(?:(?:hằng|hàng|mỗi|của)\s+)?(?:tháng|quý)(?!\s+\d))",
    regex.IGNORECASE,
)
_THROUGH = regex.compile(r"\(\s*(?:thông\s+)?qua\s+([^()]+)\)", regex.IGNORECASE)
_TO_COMMUNES = regex.compile(ADDRESSED, regex.IGNORECASE)
_SOME_YEAR = 2025
_LAST_PADDED_MONTH = 2


def with_channel(scope: Scope, parent: Plan) -> Scope:
    """`scope` with the report that the parent asks of the communes: to whom, and by when."""
    found = min(_asked(parent), key=_yearly_first, default=None)
    if found is None:
        return replace(scope, channel=_committee(scope))
    pointer, asked = found
    through = _THROUGH.search(asked.text)
    channel = asked.reports_to or _committee(scope)
    if through and f"qua {through[1]}" not in channel:
        channel = f"{channel} (qua {through[1].strip()})"
    yearly = asked.deadline is not None and asked.deadline.every == "year"
    due = _day_of(asked.deadline) if yearly else None
    return replace(scope, channel=reword(channel, scope, "own"), due=due, asked=pointer)


def _committee(scope: Scope) -> str:
    """To whom the commune reports where the parent does not say: whoever issued it."""
    return scope.office or f"UBND {scope.type}".strip()


def lead_unit(parent: Plan, scope: Scope) -> str:
    """The commune's unit that leads: of the office that takes reports, else that comes first."""
    offices = (scope.channel, *(unit.unit for unit in parent.responsibilities))
    found = (field_of_body(office) for office in offices)
    return scope.profile.unit(next((field for field in found if field), COORDINATOR))


def _asked(parent: Plan) -> Iterator[tuple[str, Duty]]:
    """The reports asked of the communes or of everybody, each with its place."""
    for number, unit in enumerate(parent.responsibilities):
        if unit.section is None or _TO_COMMUNES.search(unit.unit):
            for place, duty in enumerate(unit.tasks):
                if duty.reports_to and duty.deadline:
                    yield f"/responsibilities/{number}/tasks/{place}", duty


def _yearly_first(found: tuple[str, Duty]) -> tuple[bool, bool]:
    deadline = found[1].deadline or Deadline(text="")
    return (deadline.every != "year", deadline.month is None)


def _day_of(deadline: Deadline | None) -> tuple[int, int] | None:
    """The day and month of a deadline that names both."""
    if deadline and deadline.day and deadline.month:
        return deadline.day, deadline.month
    dated = _DAY_AND_MONTH.search(deadline.text) if deadline else None
    return (int(dated["day"]), int(dated["month"])) if dated else None


def earlier_day(scope: Scope) -> tuple[int, int] | None:
    """The day and month by which the commune's units report to it each year."""
    due = _date(*scope.due, _SOME_YEAR) if scope.due else None
    early = _before(due, scope) if due else None
    return (early.day, early.month) if early else None


def shifted(clause: str, scope: Scope) -> str:
    """`clause` with an earlier date where it asks for a report.

    The commune's units report to it by the profile's lead before the superior's date; what the
    superior's office sends further up becomes the commune's own report, by the commune's date.
    """
    if not _REPORT.search(clause):
        return clause
    return _with_dates(clause, scope, upward=reports_above(clause, scope))


def deadline_in(text: str, deadline: Deadline | None, scope: Scope) -> Deadline | None:
    """The parent's `deadline` as it stands in the commune's `text`; `None` where it does not."""
    if deadline is None:
        return None
    dates = (deadline.text, *(_with_dates(deadline.text, scope, upward=up) for up in (False, True)))
    said = next((date for date in dates if date in text), None)
    if said is None or said == deadline.text:
        return deadline if said else None
    return _redated(deadline, said)


def _redated(deadline: Deadline, said: str) -> Deadline:
    dated = _DAY_AND_MONTH.search(said)
    if not dated:
        only = _DAY_ONLY.search(said)
        return deadline.model_copy(update={"text": said, "day": int(only["day"]) if only else None})
    day, month = int(dated["day"]), int(dated["month"])
    whole = f"{dated['year']}-{month:02d}-{day:02d}" if dated["year"] else None
    parts = {"day": day, "month": month} if deadline.month else {}
    return deadline.model_copy(update={"text": said, **parts, "date": whole or deadline.date})


def _with_dates(text: str, scope: Scope, *, upward: bool) -> str:
    text = _DAY_AND_MONTH.sub(lambda found: _earlier(found, scope, upward=upward), text)
    return _DAY_ONLY.sub(lambda found: f"{found['by']}{_day(found, scope):02d}", text)


def _day(found: regex.Match[str], scope: Scope) -> int:
    """A day of each month or quarter: earlier by the lead, or halfway where that is too much."""
    day = int(found["day"])
    lead = scope.profile.plan.report_lead_days
    return day - lead if day > lead else max(day // 2, 1)


def _earlier(found: regex.Match[str], scope: Scope, *, upward: bool) -> str:
    year = int(found["year"] or _SOME_YEAR)
    old = _date(int(found["day"]), int(found["month"]), year)
    if old is None:
        return str(found[0])
    new = (_date(*scope.due, year) if scope.due and upward else None) or dt.date.max
    new = min(new, old if upward and scope.due else _before(old, scope))
    said_month = f"{new.month:02d}" if found["month"].startswith("0") else padded(new.month)
    said_year = f"{found['dash']}{new.year}" if found["year"] else ""
    return f"{found['by']}{new.day:02d}{found['slash']}{said_month}{said_year}"


def padded(month: int) -> str:
    """A month as printed: only January and February get a zero (Decree 30, Phụ lục I.II.4.b)."""
    return f"{month:02d}" if month <= _LAST_PADDED_MONTH else str(month)


def _before(date: dt.date, scope: Scope) -> dt.date:
    return date - dt.timedelta(days=scope.profile.plan.report_lead_days)


def _date(day: int, month: int, year: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
