"""How people read values: choices in words, dates as dates, places as page or paragraph.

A workbook is a document, and documents are Vietnamese whatever the language of messages.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from textwrap import shorten

import regex

from kehoach.language import vietnamese
from kehoach.review.words import CHOICE_NAMES
from kehoach.tables.table import Cell
from plan.model import Evidence, Span

QUOTED_CHARACTERS = 40
EARLIEST_YEAR = 1900
"""The first year that a spreadsheet has dates for."""

SIGNS = {"=": "=", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "≈"}
"""Comparator → its sign."""
STEPS = {"t": "bảng", "r": "hàng", "c": "ô", "p": "đoạn"}
"""Letter in the path of a Word file → the part that it counts."""
STEP = regex.compile(r"(\p{L}+)(\d+)")


def chosen(value: str | list[str] | None) -> Cell:
    """One of several possible values, or a list of such, in words."""
    if not value:
        return None
    values = [value] if isinstance(value, str) else value
    return ", ".join(vietnamese(CHOICE_NAMES[one]) for one in values)


def sign(value: str | None) -> Cell:
    """The sign of a comparator."""
    return SIGNS[value] if value else None


def day(value: str | None) -> Cell:
    """An ISO day as a date; what is no whole day, or too early for a spreadsheet, as it is."""
    with suppress(ValueError):
        found = date.fromisoformat(value or "")
        if found.year >= EARLIEST_YEAR and found.isoformat() == value:
            return found
    return value


def where(span: Span | None) -> Cell:
    """The page, paragraph or cell of a value, and how its words begin."""
    if span is None:
        return None
    quote = shorten(span.quote or "", QUOTED_CHARACTERS, placeholder=" …")
    return f"{_spot(span)}: “{quote}”" if quote else _spot(span)


def _spot(span: Span) -> str:
    if span.page is not None:
        return f"trang {span.page}"
    if span.path:
        return STEP.sub(lambda m: f"{STEPS.get(m[1], m[1])} {m[2]}", span.path).replace("/", ", ")
    return f"ký tự {span.start}"


def confidence(evidence: Mapping[str, Evidence]) -> float | None:
    """How sure the least sure value of a record is; `None` where nothing was weighed."""
    return min((e.confidence for e in evidence.values() if e.confidence is not None), default=None)
