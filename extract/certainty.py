"""Certainty: what was recognised in a picture is as sure as the recognition was of its words."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from extract.layout import Certainty, Layout
from plan.messages import N_
from plan.model import Evidence, Finding, Found, Plan, Span
from plan.records import records

WORDS, DIGITS = "ocr", "ocr-digits"
"""Doubts: about words, and about figures, which no context can prove."""
SAYS = {
    WORDS: N_("it was recognised in a picture, and a word is unsure"),
    DIGITS: N_("it was recognised in a picture, and a figure is unsure"),
}
"""What a person reads."""
WORDS_SURE, DIGITS_SURE = 0.8, 0.9
"""Below these a word, and a word with a figure, is unsure."""
BY_HAND_AT_MOST = 0.4
"""Number and day of a scan are mostly stamped or written by hand, and misread with certainty."""
HEAD_CHARACTERS = 300
"""Within so many from the beginning the head of a document begins."""

HEAD = {
    "number": (
        "scanned-number",
        N_("the number {value} is from a picture, where it is often written by hand: compare it"),
        N_("no number could be read from the picture: look at the page and add it"),
    ),
    "date": (
        "scanned-date",
        N_(
            "the date {value} is from a picture, where the day is often written by hand: compare it"
        ),
        N_("no date could be read from the picture: look at the page and add it"),
    ),
}
"""Field of the head → code of the finding, what it says of a value, and where there is none."""


def distrust(plan: Plan, layout: Layout) -> None:
    """Lower the confidence of what rests on unsure words, and say why."""
    if not layout.certainties:
        return
    words = Words(layout.text, layout.certainties, [one.start for one in layout.certainties])
    for _, record in records(plan):
        if isinstance(record, Found):
            for evidence in record.evidence.values():
                words.weigh(evidence, record.span)
    if layout.certainties[0].start < HEAD_CHARACTERS:
        plan.findings += [said(plan, name) for name in HEAD]


@dataclass(frozen=True)
class Words:
    """The words of a text that were recognised, in its order."""

    text: str
    certainties: Sequence[Certainty]
    starts: Sequence[int]

    def within(self, span: Span) -> list[Certainty]:
        """The recognised words that a place touches."""
        first = bisect_left(self.starts, span.start)
        if first and self.certainties[first - 1].end > span.start:
            first -= 1
        return list(self.certainties[first : bisect_left(self.starts, span.end)])

    def weigh(self, evidence: Evidence, item: Span | None) -> None:
        """Lower one value's confidence to its least sure word's.

        What is no words of its own, but said by the item as a whole, is as sure as its words are
        on average.
        """
        span = evidence.span or item
        touched = self.within(span) if span else []
        if not touched:
            return
        shares = [word.share for word in touched]
        share = min(shares) if evidence.span else fmean(shares)
        evidence.confidence = min(evidence.confidence or 0.0, round(share, 3))
        figures = [word.share for word in touched if self.has_digit(word)]
        if evidence.span and figures and min(figures) < DIGITS_SURE:
            evidence.doubts.append(DIGITS)
        elif share < WORDS_SURE:
            evidence.doubts.append(WORDS)

    def has_digit(self, word: Certainty) -> bool:
        """Whether a word holds a figure."""
        return any(map(str.isdigit, self.text[word.start : word.end]))


def said(plan: Plan, name: str) -> Finding:
    """What is to be said of a field of the head; its value is trusted no more than a guess."""
    code, present, absent = HEAD[name]
    value, evidence = getattr(plan.header, name), plan.header.evidence.get(name)
    if value is None:
        return Finding(code=code, template=absent)
    if evidence is not None:
        evidence.confidence = min(evidence.confidence or 0.0, BY_HAND_AT_MOST)
        if DIGITS not in evidence.doubts:
            evidence.doubts.append(DIGITS)
    span = evidence.span if evidence else None
    return Finding(code=code, template=present, args={"value": str(value)}, span=span)
