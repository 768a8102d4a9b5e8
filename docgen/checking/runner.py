"""Deciding every rule of the catalogue on one document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import regex

from docgen.checking.catalogue import Rule, Told, catalogue
from docgen.checking.components import components
from docgen.checking.document import Components, Document, Piece
from docgen.checking.drawn import SPECIAL
from docgen.checking.looks import is_seen, look_faults
from docgen.checking.package import Package
from docgen.checking.pieces import lines_of
from docgen.checking.reading import read
from docgen.checking.report import Finding, Outcome, Report
from docgen.checking.rule import Fault, Reason
from docgen.checking.texts import text_faults
from docgen.checking.words import filled, fits

_EXCERPT = 100
_HEAD = 30
"""So many lines may come before the sign of a Party document."""
_DATE = regex.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", regex.IGNORECASE)


@dataclass(frozen=True)
class Look:
    """A document as rules see it: what was recognised in it, and the day it bears."""

    document: Document
    components: Components
    day: date | None
    is_party: bool = False


def checked(package: Package) -> Report:
    """The outcome of every rule on the document in `package`."""
    look = looked_at(read(package))
    return Report(
        package.name,
        tuple(decide(rule, look) for rule in catalogue().rules()),
        signed=look.document.signed,
        protected=look.document.protected,
    )


def looked_at(document: Document) -> Look:
    """`document` with its components recognised."""
    found = components(document)
    head = document.lines[:_HEAD]
    is_party = "national-title" not in found and any(fits("party", line.text) for line in head)
    return Look(document, found, _day(found.get("place-date", ())), is_party)


def _day(lines: Sequence[Piece]) -> date | None:
    """The day that the document bears; `None` where it is blank or no day."""
    for line in lines:
        match = _DATE.search(line.text)
        try:
            return date(int(match[3]), int(match[2]), int(match[1])) if match else None
        except ValueError:
            return None
    return None


def decide(rule: Rule, look: Look) -> Outcome:
    """Whether the document keeps `rule`, or why that was not evaluated."""
    reason = _obstacle(rule, look)
    if reason:
        return Outcome(rule, reason=reason)
    found = _faults(rule, look)
    if isinstance(found, Reason):
        return Outcome(rule, reason=found)
    findings = (_finding(rule, fault, paged=look.document.paged) for fault in found)
    return Outcome(rule, tuple(findings), faults=tuple(found))


def _obstacle(rule: Rule, look: Look) -> Reason | Told | None:
    """What keeps `rule` from being evaluated."""
    if rule.unchecked:
        return rule.unchecked
    if look.is_party:
        return Reason.OTHER_RULES
    if look.day and (look.day < rule.since or (rule.until and look.day >= rule.until)):
        return Reason.NOT_IN_FORCE
    pieces = look.components.get(rule.of, ())
    if not pieces:
        return Reason.ABSENT
    wanted = filled(rule.id)
    if wanted and not any(wanted.search(piece.text) for piece in pieces):
        return Reason.BLANK
    by_look = rule.look and not (rule.must or rule.never or rule.words or rule.check)
    return Reason.UNKNOWN if by_look and not is_seen(pieces, rule) else None


def _faults(rule: Rule, look: Look) -> list[Fault] | Reason:
    """Everything that breaks `rule`."""
    faults = [*look_faults(look.components[rule.of], rule)]
    if rule.check in SPECIAL:
        special = SPECIAL[rule.check](look.document, look.components, rule)
        return special if isinstance(special, Reason) else faults + special
    return faults + list(text_faults(look.components, rule))


def _finding(rule: Rule, fault: Fault, *, paged: bool) -> Finding:
    """A fault in words: what is, and what should be."""
    text = " ".join(fault.piece.text.split())
    start = fault.span[0] if fault.span else 0
    excerpt = text if len(text) <= _EXCERPT else text[max(0, start - 20) :][:_EXCERPT] + "…"
    lines = lines_of(fault.piece)
    page = lines[0].paragraph.page if lines and paged else None
    return Finding(rule, _message(rule, fault, text), excerpt, page)


def _message(rule: Rule, fault: Fault, text: str) -> Told:
    if rule.message is None:
        raise ValueError(rule.id)
    more = {"should": fault.should or "", "text": text}
    return Told(
        vi=rule.message.vi.format(**{"is": fault.found.vi}, **more),
        en=rule.message.en.format(**{"is": fault.found.en}, **more),
    )
