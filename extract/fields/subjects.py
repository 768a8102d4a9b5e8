"""Whom a sentence tells to do something: "Giao Sở Y tế …", "Căn cứ Kế hoạch này, các thôn …"."""

from collections.abc import Iterator

import regex

from extract.knowledge import either, table
from extract.names import begins_name, name_end

ORDER = regex.compile(
    r"[\s,]*(?i:(?:đồng thời|trân trọng)[\s,]+)?(?i:giao|yêu cầu|đề nghị|phân công|kiến nghị)"
    r"(?!\p{L})(?:\s+thêm)?(?:\s+(?:nhiệm vụ|trách nhiệm))?(?:\s+cho)?\s+"
)
OPENING = regex.compile(rf"{either(table('phrases')['subject']['openings'])}(?!\p{{L}})", regex.I)
CLAUSE = regex.compile(r"[,;.:]\s+")
DIFFICULTY = regex.compile(
    rf"(?:{either(table('phrases')['subject']['difficulties'])})"
    r"\s+(?:kịp thời\s+)?(?=các\s|đề nghị\s|yêu cầu\s|cơ quan\s|đơn vị\s|UBND\s)"
)


def subject_of(text: str) -> str | None:
    """The unit that a sentence tells to do something, or `None`."""
    return next((unit for start in places(text) if (unit := told(text, start))), None)


def places(text: str) -> Iterator[int]:
    """Where in a sentence its subject may stand: first, behind an order, behind what opens it."""
    yield 0
    opens = OPENING.match(text) is not None
    clauses = CLAUSE.finditer(text)
    found = {
        clause.end()
        for clause in clauses
        if ORDER.match(text, clause.end()) or (opens and clause[0][0] != ":")
    }
    found |= {match.end() for match in DIFFICULTY.finditer(text)}
    yield from sorted(found)


def told(text: str, start: int) -> str | None:
    """The unit named at `start` and told something; the last where one asks another."""
    unit: str | None = None
    order = ORDER.match(text, start)
    while True:
        start = order.end() if order else start
        end = name_end(text, start) if begins_name(text, start) else start
        if end == start or end >= len(text.rstrip(" ./;")):
            return unit
        unit = text[start:end]
        order = ORDER.match(text, end)
        if not order:
            return unit
