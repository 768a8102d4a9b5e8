"""Evidence: for each value of a plan, where it is printed, the box on the page, and the quote."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from extract.layout import Layout, Line, Printed
from plan.model import Deadline, Evidence, Found, Plan, Record, Span
from plan.records import records

Box = tuple[float, float, float, float]

DERIVED = frozenset({"kind", "level", "section", "roles", "comparator", "baseline", "text"})
"""Fields that are no words of their own: what they rest on is the item as a whole."""
ABOVE = frozenset({"label", "group", "year"})
"""Fields that may be said by what stands above the item."""
NO_VALUES = frozenset({"span", "evidence"})
CODES = frozenset({"code", "symbol"})
BLANKS = regex.compile(r"\s+")
FORMS_KEPT = 4096


def settle(plan: Plan, layout: Layout) -> None:
    """Give every filled field of `plan` a place, and every place its quote and box."""
    source = Source.of(layout.text)
    whole = Span(start=0, end=len(layout.text))
    for _, record in records(plan):
        if isinstance(record, Found) and not isinstance(record, Plan):
            locate(record, record.span or whole, source)
    settle_strings(plan, source)
    places = Places.of(layout)
    for span in spans_of(plan):
        span.quote = layout.text[span.start : span.end]
        places.complete(span)


@dataclass(frozen=True)
class Projection:
    """A text with its blanks put in order; `places` tell where each character was, and the end."""

    text: str
    places: Sequence[int]

    @classmethod
    def of(cls, text: str, blank: str) -> "Projection":
        """`text` with `blank` for each run of blanks."""
        places: list[int] = []
        at = 0
        for run in BLANKS.finditer(text):
            places += range(at, run.start())
            places += [run.start()] * len(blank)
            at = run.end()
        places += range(at, len(text) + 1)
        return cls(BLANKS.sub(blank, text), places)

    def find(self, words: str, start: int, end: int) -> tuple[int, int] | None:
        """Where `words` stand between two places of the text that this was made from."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        at = self.text.find(words, first, last)
        return None if at < 0 else (self.places[at], self.places[at + len(words) - 1] + 1)


@dataclass(frozen=True)
class Source:
    """The text that was read, and how to find words in it that lines or blanks divide."""

    text: str
    words: Projection
    codes: Projection

    @classmethod
    def of(cls, text: str) -> "Source":
        """Prepare `text` for being searched."""
        lower = text.lower()
        plain = lower if len(lower) == len(text) else text
        return cls(text, Projection.of(plain, " "), Projection.of(text, ""))

    def find(self, name: str, value: object, around: Span) -> tuple[int, int] | None:
        """Where the value of a field is printed within `around`, the first time."""
        if isinstance(value, (int, float)) or name == "date":
            form = date_form(str(value)) if name == "date" else number_form(value)
            match = form.search(self.text, around.start, around.end)
            return match.span() if match else None
        words = value.text if isinstance(value, Deadline) else str(value)
        if name in CODES:
            return self.codes.find(words, around.start, around.end)
        start = self.text.find(words, around.start, around.end)
        if start >= 0:
            return start, start + len(words)
        return self.words.find(BLANKS.sub(" ", words.lower()), around.start, around.end)


def locate(record: Found, around: Span, source: Source) -> None:
    """Find the values of one record within `around`."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in NO_VALUES or not is_value(value):
            continue
        known = record.evidence.setdefault(name, Evidence())
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
    entries = value if isinstance(value, list) else [value]
    found = [place for one in entries if (place := source.find(name, one, around))]
    if len(found) == len(entries):
        start, end = min(found)[0], max(end for _, end in found)
        return around.model_copy(update={"start": start, "end": end})
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


def settle_strings(plan: Plan, source: Source) -> None:
    """The places of the lists of strings, which have no room for their own: `funding.0`."""
    for name in ("funding", "filing", "preamble", "closing"):
        at = 0
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
    prints: Sequence[Printed]

    @classmethod
    def of(cls, layout: Layout) -> "Places":
        """The places of a layout's text."""
        return cls(sorted(lines_of(layout), key=lambda line: line.start), layout.prints)

    def complete(self, span: Span) -> None:
        """Give a span its page, path and box."""
        at = bisect_right(self.lines, span.start, key=lambda line: line.start) - 1
        if at >= 0:
            span.page, span.path = self.lines[at].page, self.lines[at].path
        span.box = self.box(span)

    def box(self, span: Span) -> Box | None:
        """The smallest box around what is printed of `span` on the page where it begins, in pt."""
        first = bisect_right(self.prints, span.start, key=lambda one: one.start) - 1
        pieces: list[Box] = []
        for one in self.prints[max(first, 0) :]:
            if one.start >= span.end or one.page != span.page:
                break
            start, end = max(span.start, one.start), min(span.end, one.end)
            if start < end:
                left, right = one.edges[start - one.start], one.edges[end - one.start]
                pieces.append((left, one.top, right, one.bottom))
        if not pieces:
            return None
        lefts, tops, rights, bottoms = zip(*pieces, strict=True)
        edges = min(lefts), min(tops), max(rights), max(bottoms)
        return tuple(round(edge, 1) for edge in edges)


def lines_of(layout: Layout) -> Iterator[Line]:
    """Every line of a layout, those in tables and notes too."""
    for block in layout.blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for cell in row for line in cell.lines)
    yield from (line for note in layout.notes for line in note)
