"""The years that a plan is for (thời kỳ kế hoạch)."""

from collections.abc import Sequence

import regex

from plan.model import Period

SPAN = regex.compile(
    r"(?:giai đoạn|thời kỳ|trong \d+ năm|0?\d năm|nhiệm kỳ|năm(?: học)?)\s*"
    r"(?P<start>20\d\d)\s*(?:-|–|đến(?: năm)?)\s*(?P<end>20\d\d)",
    regex.I,
)
UNTIL = regex.compile(r"(?:đến|tới)\s+(?:hết\s+|cuối\s+)?năm\s+(?P<end>20\d\d)", regex.I)
VISION = regex.compile(
    r"(?:định hướng|tầm nhìn|hướng tới)\s*(?:đến|tới)?\s*(?:năm)?\s*(?P<year>20\d\d)", regex.I
)
SINGLE = regex.compile(r"năm(?:\s+học)?\s+(?P<year>20\d\d)(?!\s*[-–]\s*\d)", regex.I)
CITED = regex.compile(r"\bngày\s+\d[\d/]*(?:\s*tháng\s*\d+\s*năm\s*\d+)?", regex.I)


def period(subject: str | None, titles: Sequence[str]) -> Period:
    """The period that the subject names, else the one of the first heading that names one."""
    for text in (subject or "", *titles):
        found = period_in(CITED.sub(" ", text))
        if found != Period():
            return found
    return Period()


def period_in(text: str) -> Period:
    """The period that a phrase names."""
    vision = VISION.search(text)
    far = int(vision["year"]) if vision else None
    rest = VISION.sub(" ", text)
    span = SPAN.search(rest)
    if span:
        return Period(start=int(span["start"]), end=int(span["end"]), vision=far)
    until = UNTIL.search(rest)
    if until:
        return Period(end=int(until["end"]), vision=far)
    single = SINGLE.search(rest)
    if single:
        return Period(start=int(single["year"]), end=int(single["year"]), vision=far)
    return Period(vision=far)
