"""The labels that Word's automatic numbering prints, and the indents it brings (17.9)."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import regex

from docgen.checking.xml import Element, W, switch, value, whole

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST = 3999
_SECOND_BULLETS = frozenset({"+", "o"})


@dataclass(frozen=True)
class Item:
    """A paragraph's place in a list: its level's definition, and whether its style put it there."""

    number_id: str
    depth: int
    level: Element
    of_style: Element | None = None

    @property
    def properties(self) -> Element | None:
        """The level's `w:pPr`: its indents."""
        return self.level.find(W + "pPr")


class Numbering:
    """The numbering part of a document; `label` counts as paragraphs pass by in order."""

    def __init__(self, root: Element | None) -> None:
        self.root = root
        self._at: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    @cached_property
    def _lists(self) -> dict[str, Element]:
        found = self.root.findall(W + "num") if self.root is not None else []
        return {num.get(W + "numId", ""): num for num in found}

    @cached_property
    def _definitions(self) -> dict[str, Element]:
        found = self.root.findall(W + "abstractNum") if self.root is not None else []
        return {one.get(W + "abstractNumId", ""): one for one in found}

    def item(self, own: Element | None, styles: tuple[Element, ...]) -> Item | None:
        """The place in a list of a paragraph with the `w:pPr` `own` and that chain of styles."""
        if own is not None and (said := value(own, f"{W}numPr/{W}numId")) is not None:
            return self._item(said, whole(value(own, f"{W}numPr/{W}ilvl")), None)
        for style in styles:
            said = value(style, f"{W}pPr/{W}numPr/{W}numId")
            if said is not None:
                depth = value(style, f"{W}pPr/{W}numPr/{W}ilvl")
                linked = self._linked(said, style.get(W + "styleId", ""))
                return self._item(said, whole(depth, linked), style)
        return None

    def _item(self, number_id: str, depth: int, style: Element | None) -> Item | None:
        level = self._levels(number_id).get(depth)
        return None if level is None else Item(number_id, depth, level, style)

    def _linked(self, number_id: str, style_id: str) -> int:
        """The level that is linked to a paragraph style; 0 where none is."""
        levels = self._levels(number_id).items()
        return next((d for d, one in levels if value(one, W + "pStyle") == style_id), 0)

    def _definition(self, number_id: str) -> Element | None:
        """The definition of a list, through a link to a list style where it has one."""
        found = self._definitions.get(value(self._lists.get(number_id), W + "abstractNumId") or "")
        link = value(found, W + "numStyleLink")
        if link is None:
            return found
        styled = (d for d in self._definitions.values() if value(d, W + "styleLink") == link)
        return next(styled, found)

    def _levels(self, number_id: str) -> dict[int, Element]:
        """Depth → its definition, those that the list itself overrides replaced."""
        definition = self._definition(number_id)
        if definition is None:
            return {}
        found = {whole(one.get(W + "ilvl")): one for one in definition.findall(W + "lvl")}
        for override in self._lists[number_id].findall(W + "lvlOverride"):
            own = override.find(W + "lvl")
            if own is not None:
                found[whole(override.get(W + "ilvl"))] = own
        return found

    def label(self, item: Item) -> str:
        """The label of the next paragraph at that place; every one must be asked once."""
        levels = self._levels(item.number_id)
        definition = self._definition(item.number_id)
        at = self._at[definition.get(W + "abstractNumId", "") if definition is not None else ""]
        self._begin(item, at)
        at[item.depth] = at[item.depth] + 1 if item.depth in at else _start(item.level)
        for deeper in [d for d in at if d > item.depth]:
            if value(levels.get(deeper), W + "lvlRestart") != "0":
                del at[deeper]
        return _printed(item.level, levels, at)

    def _begin(self, item: Item, at: dict[int, int]) -> None:
        """At its first use, let a list count from where it says."""
        if item.number_id in self._begun:
            return
        self._begun.add(item.number_id)
        for override in self._lists[item.number_id].findall(W + "lvlOverride"):
            start = value(override, W + "startOverride")
            if start is not None:
                at[whole(override.get(W + "ilvl"))] = whole(start, 1) - 1


def _start(level: Element | None) -> int:
    return whole(value(level, W + "start"), 1)


def _printed(level: Element, levels: dict[int, Element], at: dict[int, int]) -> str:
    """The text of a label; bullets as the dash or plus that they stand for."""
    text = value(level, W + "lvlText") or ""
    if value(level, W + "numFmt") == "bullet":
        return "+" if text.strip() in _SECOND_BULLETS else "-"
    legal = bool(switch(level, "isLgl"))

    def number(match: "regex.Match[str]") -> str:
        depth = int(match[1]) - 1
        form = "decimal" if legal else value(levels.get(depth), W + "numFmt")
        return formatted(at.get(depth, _start(levels.get(depth))), form or "decimal")

    return regex.sub(r"%([1-9])", number, text).strip()


def formatted(count: int, form: str) -> str:
    """A number in one of Word's formats."""
    if form == "none":
        return ""
    if not 0 < count <= _LARGEST:
        return str(count)
    if form.endswith("Roman"):
        printed = _roman(count)
        return printed.upper() if form == "upperRoman" else printed
    if form.endswith("Letter"):
        times, index = divmod(count - 1, 26)
        letters = chr(ord("a") + index) * (times + 1)
        return letters.upper() if form == "upperLetter" else letters
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    printed = ""
    for amount, letters in _ROMAN:
        times, count = divmod(count, amount)
        printed += letters * times
    return printed
