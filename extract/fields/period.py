"""The years that a plan is for (thời kỳ kế hoạch)."""

from collections.abc import Sequence

import regex

from extract.fields.moments import KNOWN, UNTIL
from extract.knowledge import either
from plan.model import Period

START, END = r"(?P<start>20\d\d)\s*", r"\s*(?P<end>20\d\d)(?!\d)"
SPAN = regex.compile(
    rf"{either(KNOWN['periods'])}\s*\(?(?:từ\s+)?"
    rf"(?:năm\s+)?{START}(?:-|–|{UNTIL}(?: năm)?|và(?: năm)?){END}|(?<![\d/]){START}[-–]{END}",
    regex.I,
)
LAST = regex.compile(rf"{UNTIL}\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(?P<end>20\d\d)", regex.I)
VISION = regex.compile(
    rf"{either(KNOWN['vision'])}\s*{UNTIL}?\s*(?:năm)?\s*(?P<year>20\d\d)",
    regex.I,
)
SINGLE = regex.compile(r"năm(?:\s+học)?\s+(?P<year>20\d\d)(?!\s*[-–]\s*\d)", regex.I)
TERM = regex.compile(r"nhiệm kỳ", regex.I)
BEGINS_TERM = regex.compile(r"(?<!nghị quyết )(?:cuộc bầu cử|bầu cử|đại hội)(?!\p{L})", regex.I)
"""What a term of office (nhiệm kỳ) begins with: a plan for it is for the term's first year."""
CITED = regex.compile(
    r"\bngày\s+\d[\d/.-]*(?:\s*tháng\s*\d+\s*năm\s*\d+)?|\b\d+/20\d\d/\S+", regex.I
)
OWN_TITLE = regex.compile(
    r"(?:ban hành|xây dựng|lập|Trên đây là)\s+(?i:kế hoạch)(?P<title>[^:;.]{1,400})"
)


def own_titles(texts: Sequence[str]) -> list[str]:
    """What preamble or closing call the plan: "ban hành Kế hoạch …", "Trên đây là Kế hoạch …"."""
    return [match["title"] for text in texts for match in OWN_TITLE.finditer(text)]


def period(subject: str | None, titles: Sequence[str]) -> Period:
    """The period that the subject names, else the first of `titles` that names one.

    Of several headings "Đến năm …" the last year is the plan's end.
    """
    found = [period_in(CITED.sub(" ", text)) for text in (subject or "", *titles)]
    named = [one for one in found if one != Period()]
    if not named or found[0] != Period() or named[0].start is not None:
        return next(iter(named), Period())
    open_ended = [one for one in named if one.start is None]
    return Period(
        end=max((one.end for one in open_ended if one.end), default=None),
        vision=max((one.vision for one in open_ended if one.vision), default=None),
    )


def period_in(text: str) -> Period:
    """The period that a phrase names."""
    vision = VISION.search(text)
    far = int(vision["year"]) if vision else None
    rest = VISION.sub(" ", text)
    span = SPAN.search(rest)
    if span and TERM.match(span[0]) and BEGINS_TERM.search(rest, 0, span.start()):
        return Period(start=int(span["start"]), end=int(span["start"]), vision=far)
    if span:
        return Period(start=int(span["start"]), end=int(span["end"]), vision=far)
    until = LAST.search(rest)
    if until:
        return Period(end=int(until["end"]), vision=far)
    single = SINGLE.search(rest)
    if single:
        return Period(start=int(single["year"]), end=int(single["year"]), vision=far)
    return Period(vision=far)
