"""The labels that Word's automatic numbering prints (ISO/IEC 29500-1, 17.9).

They are computed, not stored: counters per list, levels that restart below a higher one, formats
and texts such as `%1.%2.`, lists that belong to a paragraph style.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import regex

from extract.legacy import in_font
from extract.readers.word.styles import Styles, font_named
from extract.readers.word.xml import MC, Element, W, switch, value

ROMAN = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
LARGEST = 3999
"""Of the numbers that are written in Roman or in letters."""
PLUS = ("+", "o", "\uf02b")
"""Bullets of the second level, the last a plus in a font of symbols; all others are dashes."""


@dataclass
class Counters:
    """How far a list has counted, level by level; a level that has not begun is missing."""

    at: dict[int, int] = field(default_factory=dict)

    def forget(self, levels: Iterable[int]) -> None:
        """Let some levels begin anew."""
        for level in levels:
            self.at.pop(level, None)

    def step(self, level: int, start: int, *, keep_deeper: set[int]) -> None:
        """Count one on `level`; deeper levels begin anew, but for those in `keep_deeper`."""
        self.at[level] = self.at[level] + 1 if level in self.at else start
        for deeper in [d for d in self.at if d > level and d not in keep_deeper]:
            del self.at[deeper]


class Numbering:
    """The numbering part of a document, counting as its paragraphs pass by in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self.root = root
        self.styles = styles
        self.counters: dict[str, Counters] = defaultdict(Counters)
        self.begun: set[str] = set()

    @cached_property
    def lists(self) -> dict[str, Element]:
        """The lists by their `numId`."""
        found = self.root.findall(W + "num") if self.root is not None else []
        return {num.get(W + "numId", ""): num for num in found}

    @cached_property
    def definitions(self) -> dict[str, Element]:
        """The definitions of lists by their `abstractNumId`."""
        found = self.root.findall(W + "abstractNum") if self.root is not None else []
        return {one.get(W + "abstractNumId", ""): one for one in found}

    def label(self, paragraph: Element) -> str | None:
        """The label of `paragraph`, or `None`; every numbered paragraph must be asked once."""
        number_id, level = self.place(paragraph)
        num = self.lists.get(number_id or "")
        definition = self.definition(num)
        if num is None or definition is None:
            return None
        levels = self.levels(num, definition)
        if level not in levels:
            return None
        counters = self.counters[definition.get(W + "abstractNumId", "")]
        starts = {depth: start_of(one) for depth, one in levels.items()} | own_starts(num)
        if number_id not in self.begun:
            self.begun.add(number_id or "")
            counters.forget(own_starts(num))
        kept = {deeper for deeper, one in levels.items() if level >= restarts_below(one, deeper)}
        counters.step(level, starts[level], keep_deeper=kept)
        label = printed(levels, level, counters, starts)
        return label and in_font(label, self.font(levels[level], paragraph))

    def font(self, level: Element, paragraph: Element) -> str | None:
        """The font of a label: its level's, else that of the paragraph's mark."""
        properties = paragraph.find(W + "pPr")
        mark = properties if properties is not None else paragraph
        return font_named(level) or self.styles.font(mark, paragraph)

    def place(self, paragraph: Element) -> tuple[str | None, int]:
        """The list and level of a paragraph, its own or its style's."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None and value(own, W + "numId") is not None:
            return value(own, W + "numId"), int(value(own, W + "ilvl") or 0)
        for style in self.styles.of_paragraph(paragraph):
            number_id = value(style, f"{W}pPr/{W}numPr/{W}numId")
            if number_id is not None:
                level = value(own, W + "ilvl") or value(style, f"{W}pPr/{W}numPr/{W}ilvl")
                return number_id, self.style_level(number_id, style) if level is None else int(
                    level
                )
        return None, 0

    def style_level(self, number_id: str, style: Element) -> int:
        """The level of a list that is linked to a paragraph style; 0 where none is."""
        definition = self.definition(self.lists.get(number_id))
        for level in definition.findall(W + "lvl") if definition is not None else []:
            if value(level, W + "pStyle") == style.get(W + "styleId"):
                return int(level.get(W + "ilvl", "0"))
        return 0

    def definition(self, num: Element | None) -> Element | None:
        """The definition of a list, through a link to a list style where it has one."""
        definition = self.definitions.get(value(num, W + "abstractNumId") or "")
        link = value(definition, W + "numStyleLink")
        if link is None:
            return definition
        styled = (d for d in self.definitions.values() if value(d, W + "styleLink") == link)
        return next(styled, definition)

    def levels(self, num: Element, definition: Element) -> dict[int, Element]:
        """Level → its definition, those that the list itself overrides replaced."""
        found = {int(one.get(W + "ilvl", "0")): one for one in definition.findall(W + "lvl")}
        for override in num.findall(W + "lvlOverride"):
            own = override.find(W + "lvl")
            if own is not None:
                found[int(override.get(W + "ilvl", "0"))] = own
        return found


def printed(
    levels: Mapping[int, Element], level: int, counters: Counters, starts: Mapping[int, int]
) -> str | None:
    """The text of a label."""
    one = levels[level]
    text = value(one, W + "lvlText") or ""
    if switch(one.find(W + "rPr"), "vanish"):
        return None
    if format_of(one) == "bullet":
        return bullet(text)
    legal = bool(switch(one, "isLgl"))

    def number(match: "regex.Match[str]") -> str:
        depth = int(match[1]) - 1
        at = counters.at.get(depth, starts.get(depth, 1))
        return formatted(at, "decimal" if legal else format_of(levels.get(depth)))

    return regex.sub(r"%([1-9])", number, text).strip() or None


def format_of(level: Element | None) -> str:
    """The format of a level's numbers; where only new versions know it, its fallback."""
    fallback = f"{MC}AlternateContent/{MC}Fallback/{W}numFmt"
    return value(level, W + "numFmt") or value(level, fallback) or "decimal"


def own_starts(num: Element) -> dict[int, int]:
    """The numbers that a list itself begins its levels with."""
    overrides = [
        (one.get(W + "ilvl", "0"), value(one, W + "startOverride"))
        for one in num.findall(W + "lvlOverride")
    ]
    return {int(level): int(start) for level, start in overrides if start is not None}


def restarts_below(level: Element, depth: int) -> int:
    """The level from which on higher ones leave a level's count as it is."""
    said = value(level, W + "lvlRestart")
    return depth if said is None else int(said)


def start_of(level: Element | None) -> int:
    """The number that a level begins with."""
    return int(value(level, W + "start") or 1)


def bullet(text: str) -> str:
    """A bullet as the dash or plus that it stands for; fonts of symbols have no letters."""
    return "+" if text.strip() in PLUS else "*" if text.strip() == "*" else "-"


def formatted(number: int, style: str) -> str:
    """A number in one of Word's formats."""
    if not 0 < number <= LARGEST:
        return str(number)
    if style in {"upperRoman", "lowerRoman"}:
        printed = roman(number)
        return printed if style == "upperRoman" else printed.lower()
    if style in {"upperLetter", "lowerLetter"}:
        times, index = divmod(number - 1, 26)
        letters = chr(ord("a") + index) * (times + 1)
        return letters.upper() if style == "upperLetter" else letters
    if style == "none":
        return ""
    return f"{number:02}" if style == "decimalZero" else str(number)


def roman(number: int) -> str:
    """A Roman number."""
    printed = ""
    for amount, letters in ROMAN:
        times, number = divmod(number, amount)
        printed += letters * times
    return printed
