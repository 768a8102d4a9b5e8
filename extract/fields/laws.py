"""Laws (luật, pháp lệnh), which are named by their subject, with or without date and number."""

from collections.abc import Iterator

import regex

from extract.fields.codes import DATED, KNOWN, close_up, date_of
from extract.knowledge import either
from plan.model import Citation
from plan.patterns import any_of

TYPES = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
TYPE = r"(?:Bộ luật|Luật|Pháp lệnh)"
NUMBER = r"\d{1,3}\s?/\s?(?:19|20)\d\d\s?/\s?(?:QH\d\d|(?:PL-)?UBTVQH\d\d)|\d{1,3}-L/CTN"
NAME = (
    rf"(?:(?:về\s+)?(?i:{any_of(KNOWN['laws'])})"
    rf"|\p{{Lu}}[^.;:()“”\n]{{0,150}}?"
    rf"(?=\s*(?:,(?!\s+{either(KNOWN['law_goes_on'])})|[;.()“”:]|$"
    rf"|\s{either(KNOWN['law_ends'])}(?!\p{{L}}))))"
)
AMENDING = (
    rf"(?i:sửa đổi, bổ sung)\s\P{{Lu}}{{0,40}}?(?:{TYPE}\s)?{NAME}"
    rf"(?:(?:,| và)\s(?:{TYPE}|của {TYPE})\s{NAME})*"
)
LAW = regex.compile(
    rf"(?P<type>{TYPE}|Hiến pháp)\s+(?!sư\b|gia\b|số\b)(?P<name>{AMENDING}|{NAME})"
    rf"(?:\s*,?\s*\(?(?:{TYPE}\s+)?số\s*:?\s*(?P<code>{NUMBER})\)?)?"
    rf"(?:{DATED}|\s+(?P<year>(?:19|20)\d\d)(?!\d))?"
)


def laws(text: str) -> Iterator[tuple[Citation, int, int]]:
    """Every law named in `text` with the place where it begins and ends.

    A law that amends others is one, and those that it amends are told behind it.
    """
    for match in LAW.finditer(text):
        yield law_of(match), match.start(), match.end()
        if match["name"][:3].lower() == "sửa":
            for amended in LAW.finditer(text, match.start("name"), match.end("name")):
                yield law_of(amended), amended.start(), amended.end()


def law_of(match: "regex.Match[str]") -> Citation:
    """A law from a match of `LAW`."""
    name = regex.sub(r"\s+", " ", match["name"]).strip(" ,")
    return Citation(
        doc_type=match["type"],
        code=close_up(match["code"]) if match["code"] else None,
        date=date_of(match),
        subject=name.removeprefix("về ") or None,
    )
