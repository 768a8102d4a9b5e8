"""When something is due (thời hạn): one date, a cycle, or both a month and a day of each year."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias

import regex

from extract.fields import moments
from plan.model import Deadline, Every

Match: TypeAlias = "regex.Match[str]"

ROMAN_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
TIMES = {"1": 1, "01": 1, "một": 1, "2": 2, "02": 2, "hai": 2, "4": 4, "04": 4, "bốn": 4}
TIMES_A_YEAR: dict[int | None, Every] = {2: "half_year", 4: "quarter"}
LEADING = regex.compile(r"^(?:định kỳ|hoàn thành)\s+", regex.I)
DUE_BEFORE = regex.compile(r"(?:thời hạn|thời gian|hoàn thành)[^.;]*$")
ONE_DAY = regex.compile(moments.ONE_DAY, regex.I)
BEFORE = regex.compile(moments.BEFORE, regex.I)
CYCLES: list[tuple[Every, regex.Pattern[str]]] = [
    (every, regex.compile(pattern, regex.I)) for every, pattern in moments.CYCLES
]
LAST_DAY_OF_MONTH = 31
LAST_MONTH = 12


def deadline_of(text: str) -> Deadline | None:
    """The deadline that a sentence names, or `None`; of several the first of the exactest kind."""
    return next((found[0] for found in by_kind(text) if found), None)


def deadline_of_cell(text: str) -> Deadline | None:
    """The deadline in a cell that holds nothing else; bare years and "thường xuyên" count.

    Of several of one kind it is the last, as of a span.
    """
    found = None if moments.UNDATED.match(text) else moment_of_cell(text)
    return found and found.model_copy(update={"text": text.strip(" .;")})


def moment_of_cell(text: str) -> Deadline | None:
    """What the words of a cell mean."""
    years = moments.BARE_YEARS.search(text)
    if moments.FINISHED.search(text) and years and moments.STEADILY.search(text):
        return Deadline(text=text, date=years["y"])
    if moments.LASTING.search(text) and not moments.FINISHED.search(text):
        return Deadline(text=text, every="ongoing")
    last = moments.LAST_DAY.search(text)
    exact = dated(last) if last else None
    exact = exact or next((found[-1] for found in by_kind(text, bare=True) if found), None)
    return exact or bare_moment(text)


def bare_moment(text: str) -> Deadline | None:
    """A year, day, month or quarter that stands alone in a cell."""
    for pattern, make in (
        (moments.ONGOING, lambda _: {"every": "ongoing"}),
        (moments.BARE_YEARS, lambda m: {"date": m["y"]}),
        (moments.BARE_DAY, lambda m: {"month": int(m["m"]), "day": int(m["d"])}),
        (moments.BARE_MONTH, lambda m: {"month": int(m["m"])}),
        (moments.BARE_QUARTER, lambda _: {}),
    ):
        match = pattern.search(text)
        if match:
            return Deadline(text=text, **make(match))
    return None


def by_kind(text: str, *, bare: bool = False) -> Iterator[list[Deadline]]:
    """The deadlines of each kind, the exacter kinds first; `bare` ones need no word before them."""
    for pattern, make in KINDS:
        found = (make(match, text, bare) for match in pattern.finditer(text))
        yield [deadline for deadline in found if deadline]


def several_days(match: Match, _text: str, _bare: bool) -> Deadline | None:
    """Two days a year are half-yearly, four quarterly."""
    count = len(ONE_DAY.findall(match["days"]))
    every = TIMES_A_YEAR.get(count)
    return Deadline(text=said(match[0]), every=every) if every else None


def day_of_quarter(match: Match, _text: str, _bare: bool) -> Deadline:
    """A day in the first or last month of each quarter."""
    return Deadline(text=said(match[0]), every="quarter", day=int(match["d"]))


def day_due(match: Match, text: str, bare: bool) -> Deadline | None:
    """A day that is a deadline, not the date of a document or an event."""
    return dated(match) if bare or is_due(match, text) else None


def is_due(match: Match, text: str) -> bool:
    """Whether the words before or behind a day say that something is due on it."""
    if match["last"] or match["first"] or BEFORE.match(match[0]):
        return True
    before = text[max(0, match.start() - 30) : match.start()].lower()
    return DUE_BEFORE.search(before) is not None


def dated(match: Match) -> Deadline | None:
    """A day with month, and the year or the cycle; `None` where there is no such day."""
    groups = match.groupdict()
    cycle = groups.get("first") or groups.get("last")
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if not (0 < day <= LAST_DAY_OF_MONTH and 0 < month <= LAST_MONTH):
        return None
    if year:
        return Deadline(text=said(match[0]), date=f"{year}-{month:02}-{day:02}")
    return Deadline(
        text=said(match[0]), every=every_of(cycle) if cycle else None, month=month, day=day
    )


def day_of_month(match: Match, _text: str, _bare: bool) -> Deadline | None:
    """A day of each month, or quarter."""
    cycle = match["a"] or match["b"]
    if not cycle:
        return None
    return Deadline(text=said(match[0]), every=every_of(cycle), day=int(match["d"]))


def cycle_of(match: Match, _text: str, _bare: bool) -> Deadline:
    """A day of the week in a cycle."""
    return Deadline(text=said(match[0]), every=every_of(match["cycle"]))


def month_due(match: Match, _text: str, bare: bool) -> Deadline | None:
    """A month of one year, or of each."""
    month = int(match["m"])
    if not 0 < month <= LAST_MONTH:
        return None
    if match["yearly"]:
        return Deadline(text=said(match[0]), every="year", month=month)
    return period(match, f"{match['y']}-{month:02}", bare)


def quarter_due(match: Match, _text: str, bare: bool) -> Deadline | None:
    """A quarter of one year, or of each."""
    if match["yearly"]:
        return Deadline(text=said(match[0]), every="year")
    quarter = match["q"].upper()
    return period(match, f"{match['y']}-Q{ROMAN_QUARTERS.get(quarter, quarter)}", bare)


def half_due(match: Match, _text: str, bare: bool) -> Deadline | None:
    """A half of a year."""
    half = 1 if match["half"].lower() == "đầu" else 2
    return period(match, f"{match['y']}-H{half}", bare)


def year_due(match: Match, _text: str, bare: bool) -> Deadline | None:
    """A year."""
    return period(match, match["y"], bare)


def period(match: Match, date: str, bare: bool) -> Deadline | None:
    """A period that is a deadline by the words before it."""
    return Deadline(text=said(match[0]), date=date) if bare or moments.DUE.match(match[0]) else None


def undated_period(match: Match, _text: str, _bare: bool) -> Deadline:
    """A month or quarter of the plan's own year."""
    return Deadline(text=said(match[0]), month=int(match["m"]) if match["m"] else None)


def rate(match: Match, _text: str, _bare: bool) -> Deadline | None:
    """So many times a year."""
    times, per = TIMES.get(match["times"].lower()), match["per"].lower()
    every = TIMES_A_YEAR.get(times) if per == "năm" else None
    every = every_of(f"mỗi {per}") if times == 1 else every
    return Deadline(text=said(match[0]), every=every) if every else None


def cycle_alone(match: Match, text: str, bare: bool) -> Deadline | None:
    """A cycle; a yearly one only where the duty is one of reporting."""
    every = every_of(match["cycle"])
    often = every in {"week", "month", "quarter"} or match["cycle"].lower() == "mỗi năm"
    often = often or "lần" in match["cycle"]
    if not (bare or often or tells_of_reporting(text)):
        return None
    return Deadline(text=said(match["text"]), every=every)


@lru_cache(maxsize=16)
def tells_of_reporting(text: str) -> bool:
    """Whether a duty is one of reporting or the like; kept, as it is asked for each cycle."""
    return moments.REPEATED.search(text) is not None


def steadily(match: Match, _text: str, _bare: bool) -> Deadline:
    """Something that never ends."""
    return Deadline(text=match[0], every="ongoing")


KINDS: tuple[tuple[regex.Pattern[str], Callable[..., Deadline | None]], ...] = (
    (moments.SEVERAL_DAYS, several_days),
    (moments.SPAN, lambda match, _text, _bare: dated(match)),
    (moments.DAY_OF_QUARTER, day_of_quarter),
    (moments.DAY, day_due),
    (moments.SHORT_DAY, lambda match, _text, _bare: dated(match)),
    (moments.DAY_OF_MONTH, day_of_month),
    (moments.WEEKDAY, cycle_of),
    (moments.MONTH, month_due),
    (moments.QUARTER, quarter_due),
    (moments.HALF, half_due),
    (moments.YEAR, year_due),
    (moments.RATE, rate),
    (moments.CYCLE_ALONE, cycle_alone),
    (moments.STEADILY, steadily),
    (moments.UNDATED_PERIOD, undated_period),
)


def every_of(cycle: str) -> Every:
    """The cycle that a phrase names."""
    return next(every for every, pattern in CYCLES if pattern.match(cycle))


def said(text: str) -> str:
    """A deadline's words without a leading "định kỳ" or "hoàn thành"."""
    return LEADING.sub("", text.strip(" ,;."))
