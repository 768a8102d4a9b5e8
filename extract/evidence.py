"""Evidence: for each value of a plan, where it is printed, the box on the page, and the quote."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from extract.layout import Layout, Line, Printed
from plan.model import Deadline, Evidence, Found, Header, Plan, Record, Span
from plan.records import fields_of, records

Box = tuple[float, float, float, float]

DERIVED = frozenset({"kind", "level", "section", "roles", "comparator", "baseline", "text"})
"""Fields that are no words of their own: what they rest on is the item as a whole."""
ABOVE = frozenset({"group", "year"})
"""Fields that may be said by what stands above the item."""
CODES = frozenset({"code", "symbol"})
BLANKS = regex.compile(r"\s+")
FORMS_KEPT = 4096
LABEL_REACH = 12
"""How far before its title a section's label stands, in characters."""
SHORT_CHARACTERS = 3000
DIVIDED_AT_MOST = 2
"""How much longer words may be in print, with indents between their lines."""


def settle(plan: Plan, layout: Layout) -> None:
    """Give every filled field of `plan` a place, and every place its quote and box."""
    source = Source(layout.text)
    whole = Span(start=0, end=len(layout.text))
    settle_title(plan.header, layout.text)
    for _, record in records(plan):
        if isinstance(record, Found) and not isinstance(record, Plan):
            locate(record, record.span or whole, source)
    settle_strings(plan, source)
    places = Places.of(layout)
    for span in spans_of(plan):
        span.quote = layout.text[span.start : span.end]
        places.complete(span)


@dataclass(frozen=True)
class Unblanked:
    """A text in small letters, to find words in as if each run of blanks were one `blank`."""

    text: str
    blank: str

    @classmethod
    def of(cls, text: str, blank: str) -> "Unblanked":
        """`text`; where its small letters are more than its letters it stays as it is."""
        lower = text.lower()
        return cls(lower if len(lower) == len(text) else text, blank)

    def find(self, words: str) -> tuple[int, int] | None:
        """Where `words` stand in the text; they neither begin nor end with a blank."""
        at = BLANKS.sub(self.blank, self.text).find(words)
        return None if at < 0 else (self.place(at), self.place(at + len(words) - 1) + 1)

    def place(self, at: int) -> int:
        """Where the character `at` of the text with single blanks stands in the text."""
        for run in BLANKS.finditer(self.text):
            if run.start() > at:
                break
            at += len(run[0]) - len(self.blank)
        return at


@dataclass(frozen=True)
class Source:
    """The text that was read, and how to find words in it that lines or blanks divide."""

    text: str

    def find(self, name: str, value: object, around: Span) -> tuple[int, int] | None:
        """Where the value of a field is printed within `around`, the first time."""
        if isinstance(value, (int, float)) or name == "date":
            form = date_form(str(value)) if name == "date" else number_form(value)
            match = form.search(self.text, around.start, around.end)
            return match.span() if match else None
        words = value.text if isinstance(value, Deadline) else str(value)
        start = self.text.find(words, around.start, around.end)
        if start >= 0:
            return start, start + len(words)
        blank = "" if name in CODES else " "
        plain = BLANKS.sub(blank, words.strip().lower())
        for start, end in self.parts(words, around):
            place = Unblanked.of(self.text[start:end], blank).find(plain)
            if place:
                return start + place[0], start + place[1]
        return None

    def parts(self, words: str, around: Span) -> Iterator[tuple[int, int]]:
        """Where to look for divided words: the item, or in a long text where they begin."""
        if around.end - around.start < SHORT_CHARACTERS:
            yield around.start, around.end
            return
        first = " ".join(words.split(" ", 2)[:2])
        start = self.text.find(first, around.start, around.end)
        while start >= 0:
            yield start, min(start + DIVIDED_AT_MOST * len(words), around.end)
            start = self.text.find(first, start + 1, around.end)


def locate(record: Found, around: Span, source: Source) -> None:
    """Find the values of one record within `around`."""
    for name in fields_of(type(record)):
        value = getattr(record, name)
        if not is_value(value):
            continue
        known = record.evidence.get(name)
        if known is None:
            known = record.evidence[name] = Evidence()
        if known.span is None and name not in DERIVED:
            known.span = place_of(source, around, name, value)
    record.span = record.span or hull([e.span for e in record.evidence.values() if e.span])


def hull(spans: Sequence[Span]) -> Span | None:
    """The smallest place that holds all of `spans`."""
    if not spans:
        return None
    return Span(start=min(s.start for s in spans), end=max(s.end for s in spans))


def is_value(value: object) -> bool:
    """Whether a field holds a value of its own: neither empty nor other records."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, str) for one in value)
    filled = value not in (None, "")
    return filled and (isinstance(value, Deadline) or not isinstance(value, Record))


def place_of(source: Source, around: Span, name: str, value: object) -> Span | None:
    """Where a value is printed: within `around`, or, for some, nearest above it.

    A list stands where its first to its last entry do, if all are printed as such.
    """
    if name == "label":
        around = Span(start=max(around.start - LABEL_REACH, 0), end=around.start)
    entries = value if isinstance(value, list) else [value]
    found = [place for one in entries if (place := source.find(name, one, around))]
    if len(found) == len(entries):
        start, end = min(found)[0], max(end for _, end in found)
        return Span(start=start, end=end)
    start = source.text.rfind(str(value), 0, around.start) if name in ABOVE else -1
    return None if start < 0 else Span(start=start, end=start + len(str(value)))


@lru_cache(FORMS_KEPT)
def date_form(day: str) -> "regex.Pattern[str]":
    """How a date may be printed: `15/3/2024`, `ngày 15 tháng 03 năm 2024`."""
    parts = [f"0?{int(part)}" for part in day.split("-")[:0:-1]]
    return regex.compile(r"\D{1,9}".join([*parts, day[:4]]))


@lru_cache(FORMS_KEPT)
def number_form(value: float) -> "regex.Pattern[str]":
    """How a number may be printed: `1.388`, `80,69`, `05`."""
    whole, _, part = f"{value:.10g}".partition(".")
    digits = r"[. ]?".join(regex.findall(r"\d{1,3}(?=(?:\d{3})*$)", whole))
    tail = f"[.,]{part}0*" if part else r"(?:[.,]0+)?"
    return regex.compile(rf"(?<!\d)0*{digits}{tail}(?!\d)")


def settle_title(header: Header, text: str) -> None:
    """The header ends with the subject; the type's name is printed in capitals before it."""
    subject = header.evidence.get("subject", Evidence()).span
    if subject is None:
        return
    header.span = Span(start=0, end=subject.end)
    title = (header.doc_type or "").upper()
    start = text.rfind(title, 0, subject.end)
    if title and start >= 0:
        header.evidence["doc_type"] = Evidence(span=Span(start=start, end=start + len(title)))


def settle_strings(plan: Plan, source: Source) -> None:
    """The places of the lists of strings, which have no room for their own: `funding.0`."""
    ends = [recipient.span.end for recipient in plan.recipients if recipient.span]
    for name in ("funding", "filing", "preamble", "closing"):
        at = max(ends, default=0) if name == "filing" else 0
        for index, value in enumerate(getattr(plan, name)):
            span = place_of(source, Span(start=at, end=len(source.text)), name, value)
            at = span.end if span else at
            plan.evidence[f"{name}.{index}"] = Evidence(span=span)


def spans_of(plan: Plan) -> Iterator[Span]:
    """Every span in a plan, also those of its findings and candidates."""
    for _, record in records(plan):
        span = getattr(record, "span", None)
        if span:
            yield span
        for evidence in getattr(record, "evidence", {}).values():
            yield from (one.span for one in (evidence, *evidence.candidates) if one.span)


@dataclass(frozen=True)
class Places:
    """Where a text stands in its document: its lines, and its printed stretches, in their order."""

    lines: Sequence[Line]
    starts: Sequence[int]
    prints: Sequence[Printed]
    print_starts: Sequence[int]

    @classmethod
    def of(cls, layout: Layout) -> "Places":
        """The places of a layout's text."""
        lines = sorted(lines_of(layout), key=lambda line: line.start)
        prints = layout.prints
        return cls(lines, [one.start for one in lines], prints, [one.start for one in prints])

    def complete(self, span: Span) -> None:
        """Give a span its page, path and box."""
        at = bisect_right(self.starts, span.start) - 1
        line = self.lines[max(at, 0)]
        if (line.page, line.path) != (span.page, span.path):
            span.page, span.path = line.page, line.path
        if self.prints:
            span.box = self.box(span)

    def box(self, span: Span) -> Box | None:
        """The smallest box around what is printed of `span` on the page where it begins, in pt."""
        first = bisect_right(self.print_starts, span.start) - 1
        behind = bisect_left(self.print_starts, span.end)
        pieces: list[Box] = []
        for one in self.prints[max(first, 0) : behind]:
            if one.page != span.page:
                break
            start, end = max(span.start, one.start), min(span.end, one.end)
            if start < end:
                left, right = one.edges[start - one.start], one.edges[end - one.start]
                pieces.append((left, one.top, right, one.bottom))
        if not pieces:
            return None
        lefts, tops, rights, bottoms = zip(*pieces, strict=True)
        left, top, right, bottom = min(lefts), min(tops), max(rights), max(bottoms)
        return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)


def lines_of(layout: Layout) -> Iterator[Line]:
    """Every line of a layout, those in tables, notes and stamps that are kept apart too."""
    for block in layout.blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for cell in row for line in cell.lines)
    yield from (line for note in layout.notes for line in note)
    yield from (stamp.line for stamp in layout.stamps if stamp.over)
