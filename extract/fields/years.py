"""Years that targets are set for: in the item itself, or in the heading above."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extract.fields.moments import UNTIL
from extract.fields.quantities import WORDS, Place, Quantity, lead, opening
from extract.knowledge import either

DASH = rf"\s*(?:[-–]|{UNTIL}(?: năm)?)\s*"
YEAR = regex.compile(
    rf"(?P<lead>(?:(?:{UNTIL}|vào|trong|hết|cuối|đầu|giữa|trước|từ|kể từ)\s+)*)"
    rf"(?:(?:năm học|năm|giai đoạn|nhiệm kỳ|thời kỳ)\s+20\d\d{DASH}(?P<last>20\d\d)"
    r"|(?:năm|(?P<day>(?:(?:ngày\s*)?\d{1,2}\s*(?:[/.-]|tháng)\s*|tháng\s*)\d{1,2}\s*(?:[/.-]|năm|\s)"
    r"|quý [IVX\d]{1,3}[/ ](?:năm )?))\s*(?P<year>20\d\d)"
    rf"|(?<=(?:{UNTIL}|vào|hết|trước) )(?P<bare>20\d\d)"
    r"(?=\s*(?:[,:;.)]|$|đạt|có|là|còn|phấn|tăng|giảm|lên)))",
    regex.I,
)
CENTURY = "20"
"""What every year has."""
COMPARED = regex.compile(rf"(?<!\p{{L}}){either(WORDS['compared'])}\s*$", regex.I)
QUOTED = regex.compile(r"[“\"][^”\"“]*+[”\"]|\([^()]*+\)")
OPENING = regex.compile(r"(?:^|[;:.,])\s*(?:\p{L}+\s+){0,2}$")
LEADS_ON = regex.compile(
    rf"[\s,:]*(?:{either([*WORDS['striving'], *WORDS['reaching']])}[\s,:]*){{0,3}}", regex.I
)
CLAUSE_END = regex.compile(r";|[.]\s+\p{Lu}")
CLOSING = regex.compile(r"\s*(?:[,;.)]|$|(?:và|so với)(?!\p{L}))")
CARRIED_AT_MOST = 20
"""Years to look back at."""
NEAR = 45
"""Characters between a quantity and the year that is said behind it."""

Match = regex.Match[str]


def masked(text: str) -> str:
    """`text` with quotations and brackets blanked, so that places stay the same."""
    return QUOTED.sub(lambda m: " " * len(m[0]), text)


def place_of(match: Match) -> Place:
    """Where the year of a match stands; of a period, its last."""
    return next(match.span(name) for name in ("last", "year", "bare") if match[name])


def heading_year(title: str) -> int | None:
    """The year that a heading sets for what stands beneath it."""
    match = YEAR.search(title) if CENTURY in title else None
    return year_at(title, place_of(match)) if match else None


def year_at(text: str, place: Place | None) -> int | None:
    """The year printed at a place."""
    return int(text[slice(*place)]) if place else None


@dataclass(frozen=True)
class Years:
    """The years that an item aims at; those it compares with and dates of documents left out."""

    text: str
    found: Sequence[Match]
    several: bool

    @classmethod
    def of_text(cls, text: str) -> "Years":
        """The years in the text of an item."""
        plain = masked(text)
        found = [
            m
            for m in (YEAR.finditer(plain) if CENTURY in plain else ())
            if (m["lead"] or not m["day"]) and not COMPARED.search(lead(plain, m.start()))
        ]
        return cls(text, found, len({text[slice(*place_of(m))] for m in found}) > 1)

    def of_item(self) -> Place | None:
        """The year of an item without quantity: one that it opens with or leads up to."""
        first = next(iter(self.found), None)
        aimed = first and (first["lead"] or first["last"] or first.start() == 0)
        return place_of(first) if first and aimed else None

    def of(self, quantity: Quantity, around: Place) -> Place | None:
        """The year that the item sets for a quantity.

        `around` reaches from the quantity before it to the next one. The year right before it
        comes first, then the one behind it, the last one before it, and the last one that the
        item names before, which of several must open a clause.
        """
        before = self.before(quantity, around[0])
        if before and LEADS_ON.fullmatch(self.text, before.end(), quantity.start):
            return place_of(before)
        behind = self.behind(quantity, around[1])
        chosen = behind or before or self.carried(quantity)
        return place_of(chosen) if chosen else None

    def before(self, quantity: Quantity, start: int) -> Match | None:
        """The last year before a quantity in its clause, but for what it changes from."""
        limit = opening(quantity)
        index = bisect_right(self.found, limit, key=lambda m: m.end()) - 1
        match = self.found[index] if index >= 0 else None
        if match is None or match.start() < start:
            return None
        return None if CLAUSE_END.search(self.text, match.end(), limit) else match

    def behind(self, quantity: Quantity, limit: int) -> Match | None:
        """The first year behind a quantity, where it is the quantity's own."""
        index = bisect_left(self.found, quantity.end, key=lambda m: m.start())
        match = self.found[index] if index < len(self.found) else None
        if match is None or match.start() >= limit:
            return None
        return match if is_said_of(self.text, quantity, match, limit) else None

    def carried(self, quantity: Quantity) -> Match | None:
        """The year that the item named before, which goes on to hold."""
        index = bisect_right(self.found, opening(quantity), key=lambda m: m.end())
        for match in reversed(self.found[max(0, index - CARRIED_AT_MOST) : index]):
            if not self.several or OPENING.search(lead(self.text, match.start())):
                return match
        return None


def is_said_of(text: str, quantity: Quantity, year: Match, limit: int) -> bool:
    """Whether a year behind a quantity is its own: near it or at the end of its clause."""
    if regex.search(r"[,;]", text[quantity.end : year.start()]):
        return False
    leads_on = limit < len(text) and LEADS_ON.fullmatch(text, year.end(), limit)
    near = year.start() - quantity.end < NEAR
    return not leads_on and (near or CLOSING.match(text, year.end()) is not None)
