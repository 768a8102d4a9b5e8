"""Deadlines as an iCalendar file (RFC 5545), for a phone or a mail program."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path

from icalendar import Calendar, Event

from kehoach.archive.store import Store
from kehoach.files import write

PRODUCT = "-//kehoach//archive//VI"
EVERY = {"year": ("YEARLY", 1), "half_year": ("MONTHLY", 6), "quarter": ("MONTHLY", 3)}
"""How often a deadline comes again → frequency and interval; shorter ones would fill a calendar."""
QUERY = """
    SELECT {table}.document, {table}.place, {unit}, text,
        deadline_text, deadline_date, deadline_every, deadline_month, deadline_day,
        plans.code, plans.agency, plans.date, plans.period_start
    FROM {table} JOIN plans USING (document)
    WHERE deadline_date IS NOT NULL OR deadline_every IS NOT NULL
    ORDER BY {table}.document, row"""
UNITS = {"duties": "unit", "schedule": '"lead"'}
"""Table with deadlines → the column with who is to keep them."""


def export(store: Store, path: Path) -> None:
    """Write a calendar with every deadline that names a day."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for event in events(store):
        calendar.add_component(event)
    write(path, calendar.to_ical())


def events(store: Store) -> Iterator[Event]:
    """An event of a whole day for each deadline, the same whenever it is made."""
    for table, unit in UNITS.items():
        for row in store.each(QUERY.format(table=table, unit=unit)):
            document, place, who, text, said, day, every, month, of_month, *plan = row
            first = whole_day(day) or first_day(every, month, of_month, plan[2], plan[3])
            if first is None:
                continue
            event = Event()
            event.add("uid", f"{place}.{document}@kehoach")
            event.add("dtstamp", stamp(plan[2]))
            event.add("dtstart", first)
            event.add("summary", f"{who}: {text}" if who else text)
            event.add("description", " · ".join(filter(None, (said, plan[0], plan[1]))))
            if every in EVERY:
                frequency, interval = EVERY[every]
                event.add("rrule", {"freq": frequency, "interval": interval})
            yield event


def whole_day(text: str | None) -> date | None:
    """An ISO day; nothing for a month or a quarter, which no calendar has a day for."""
    with suppress(ValueError):
        return date.fromisoformat(text or "")
    return None


def first_day(
    every: str | None, month: int | None, day: int | None, issued: str | None, year: int | None
) -> date | None:
    """The first time of a deadline that comes again, where the plan says on which day."""
    if every not in EVERY or day is None or (month is None and every == "year"):
        return None
    start = year or (int(issued[:4]) if issued else None)
    with suppress(ValueError):
        return date(start, month or 1, day) if start else None
    return None


def stamp(issued: str | None) -> datetime:
    """When an event was made: the day of its plan, so that the same archive gives the same file."""
    day = whole_day(issued) or date(2000, 1, 1)
    return datetime.combine(day, time.min, UTC)
