"""Years that targets are set for: in the item itself, or in the heading above."""

import regex

from extract.fields.quantities import WORDS, Quantity
from extract.knowledge import either

YEAR = regex.compile(
    r"(?P<lead>(?:đến|vào|trong|hết|cuối|trước|từ|kể từ|đến hết|đến cuối)\s+)*"
    r"(?:năm|(?:ngày \d{1,2}[/.-]|tháng )\d{1,2}[/ .-])\s*(?P<year>20\d\d)"
    r"|giai đoạn\s+20\d\d\s*[-–]\s*(?P<last>20\d\d)",
    regex.I,
)
COMPARED = regex.compile(either(WORDS["compared"]) + r"\s*$", regex.I)
QUOTED = regex.compile(r"[“\"][^”\"]*[”\"]|\([^()]*\)")
NEAR = 30
"""Characters between a quantity and the year that is said behind it."""

Match = regex.Match[str]


def masked(text: str) -> str:
    """`text` with quotations and brackets blanked, so that places stay the same."""
    return QUOTED.sub(lambda m: " " * len(m[0]), text)


def said(match: Match) -> int:
    """The year of a match; of a period, its last."""
    return int(match["year"] or match["last"])


def heading_year(title: str) -> int | None:
    """The year that a heading sets for what stands beneath it."""
    match = YEAR.search(title)
    return said(match) if match else None


def mentions(text: str) -> list[Match]:
    """The years that a text aims at, those it compares with left out."""
    plain = masked(text)
    return [m for m in YEAR.finditer(plain) if not COMPARED.search(plain[: m.start()])]


def item_year(text: str) -> int | None:
    """The year of an item without quantity: one that it opens with or leads up to."""
    led = [m for m in mentions(text)[:1] if m["lead"]]
    return said(led[0]) if led else None


def quantity_year(text: str, quantity: Quantity, limit: int) -> int | None:
    """The year that an item sets for a quantity: said right behind it, else the last before it.

    `limit` is where the next quantity begins.
    """
    found = mentions(text)
    reach = min(limit, quantity.end + NEAR)
    behind = [m for m in found if quantity.end <= m.start() < reach]
    chosen = [m for m in behind if not regex.search(r"[,;]", text[quantity.end : m.start()])]
    chosen = chosen or [m for m in found if m.end() <= quantity.start][-1:]
    return said(chosen[0]) if chosen else None
