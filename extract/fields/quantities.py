"""Quantities in a sentence: number, comparator, range and unit, and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from extract.knowledge import either, table
from plan.model import Comparator

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
KNOWN = table("quantities")
WORDS = KNOWN["words"]
BEFORE: list[tuple[Comparator, str]] = [(c["sign"], either(c["words"])) for c in KNOWN["before"]]
AFTER: list[tuple[Comparator, str]] = [(c["sign"], either(c["words"])) for c in KNOWN["after"]]
CANONICAL: list[tuple[str, str]] = [(c["unit"], either(c["words"])) for c in KNOWN["canonical"]]

NAMED = regex.compile(either(WORDS["named_by"]) + r"\s*$", regex.I)
NO_AIM = regex.compile(either(WORDS["no_aims"]) + r"(?!\p{L})", regex.I)
REACHING = regex.compile(either(WORDS["reaching"]) + r"\s*$", regex.I)
COUNTING = regex.compile(either(WORDS["counting"]) + r"\s*$", regex.I)
TIME = regex.compile(either(WORDS["times"]) + r"(?!\p{L})", regex.I)
NOUN = r"\p{Ll}[\p{L}-]*(?:\s+\p{L}[\p{L}-]*){0,5}"
NOUN_END = regex.compile(rf"\s+{either(WORDS['noun_ends'])}(?!\p{{L}}).*", regex.S)

SIGNS_BEFORE = either(pattern for _, pattern in BEFORE)
SIGNS_AFTER = either(pattern for _, pattern in AFTER)
UNITS = "|".join(f"(?P<unit{i}>{pattern})" for i, (_, pattern) in enumerate(CANONICAL))
UNITS_INSIDE = either(pattern for _, pattern in CANONICAL)
QUANTITY = regex.compile(
    rf"(?P<before>(?<!\p{{L}})(?i:{SIGNS_BEFORE})\s*)?"
    rf"(?<![\p{{L}}\d/.,-])(?P<low>{NUMBER})"
    rf"(?:\s*{UNITS_INSIDE}?\s*(?:-|–|đến|tới)\s*(?P<high>{NUMBER})(?=\s*(?:%|\p{{L}})))?"
    rf"\s*(?:{UNITS}|(?P<measure>{either(WORDS['measures'])})(?!\p{{L}})|(?P<noun>{NOUN}))"
)
BEHIND = regex.compile(rf"\s*(?P<after>{SIGNS_AFTER})")


WHOLE = 100
"""Nothing is above 100%: "trên" before it says where, but for "đạt trên 100%"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured amount. `start` to `end` covers comparator, number and unit.

    `counted` says that the unit is a counted noun, which belongs to the indicator's words too.
    """

    start: int
    number_start: int
    end: int
    value: int | float
    value_max: int | float | None
    comparator: Comparator
    unit: str
    counted: bool = False


def number_of(text: str, *, percent: bool = False) -> int | float:
    """A printed number: `1.250` → 1250, `80,69` → 80.69, `80.69%` → 80.69, `05` → 5."""
    if regex.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text) and not percent:
        text = text.replace(".", "")
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def quantities(text: str) -> Iterator[Quantity]:
    """All quantities in `text`, left to right, names with digits left out."""
    position = 0
    while match := QUANTITY.search(text, position):
        position = match.end("high") if match["high"] else match.end("low")
        found = quantity_of(match, text)
        if found:
            position = max(position, found.end)
            yield found


def quantity_of(match: "regex.Match[str]", text: str) -> Quantity | None:
    """The quantity of one match, or `None` where the digits are part of a name."""
    unit = next(
        (name for i, (name, _) in enumerate(CANONICAL) if match[f"unit{i}"]), match["measure"]
    )
    counted = unit is None
    end = match.end()
    if unit != "%" and before_is_place(match):
        return None
    if unit is None:
        if NAMED.search(text[: match.start("low")]) or counts_no_aim(match):
            return None
        time = TIME.match(match["noun"])
        counted = time is None
        unit = time[0] if time else NOUN_END.sub("", match["noun"]).strip()
        end = match.start("noun") + len(unit)
    percent = unit == "%"
    low = number_of(match["low"], percent=percent)
    high = number_of(match["high"], percent=percent) if match["high"] else None
    if (
        not percent
        and counted
        and high is not None
        and regex.fullmatch(r"(?:19|20)\d\d", match["high"])
    ):
        return None
    whole = percent and low == WHOLE and not REACHING.search(text[: match.start()])
    before = "" if whole else (match["before"] or "").strip().lower()
    behind = BEHIND.match(text, end)
    return Quantity(
        match.start("low") if whole else match.start(),
        match.start("low"),
        behind.end() if behind else end,
        low,
        high,
        comparator(before, behind["after"].lower() if behind else "", high),
        unit,
        counted,
    )


def before_is_place(match: "regex.Match[str]") -> bool:
    """Whether "trên" before one unit says per what: "trên 01 ha đất canh tác"."""
    return (match["before"] or "").strip().lower() == "trên" and match["low"] in {"1", "01"}


def counts_no_aim(match: "regex.Match[str]") -> bool:
    """Whether a counted noun is one of those that no plan aims at a number of."""
    limited = match["before"] and match["before"].strip().lower() not in {"từ", "trên", "hơn"}
    return NO_AIM.match(match["noun"]) is not None and not (limited and TIME.match(match["noun"]))


def comparator(before: str, after: str, high: object) -> Comparator:
    """The comparator that the words around a number mean."""
    for sign, pattern in AFTER:
        if after and regex.match(pattern, after):
            return sign
    for sign, pattern in BEFORE:
        if before and regex.fullmatch(rf"(?:{pattern})", before):
            return ">=" if before == "từ" and after else sign
    if before.startswith("từ") and high is None and after:
        return ">="
    return "="


def is_counted_target(quantity: Quantity, text: str) -> bool:
    """Whether a counted noun is an aim: it opens the sentence or follows a word of achieving."""
    before = text[: quantity.start].strip()
    if quantity.start != quantity.number_start and quantity.comparator != "=":
        return True
    padded = text[quantity.number_start] == "0"
    return not before or padded or before.endswith(":") or COUNTING.search(before) is not None


def shift(quantity: Quantity, by: int) -> Quantity:
    """The same quantity in a text that begins `by` characters earlier."""
    return replace(
        quantity,
        start=quantity.start + by,
        number_start=quantity.number_start + by,
        end=quantity.end + by,
    )
