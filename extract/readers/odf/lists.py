"""The lists of an OpenDocument text, as Word's: definitions by style, a list for each that counts.

OpenDocument numbers what stands in a list; a list begins to count anew unless it says that it
goes on with the one before or with a named one.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

import regex

from extract.readers.odf.names import LOEXT, STYLE, TEXT, XML
from extract.readers.word.making import w
from extract.readers.word.numbering import bullet
from extract.readers.word.xml import Element

FORMATS = {"I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
DEEPEST = 10
OUTLINE = ""
"""The name under which the numbers of headings are kept; no list style is called that."""
LEVELS = (
    TEXT + "list-level-style-number",
    TEXT + "list-level-style-bullet",
    TEXT + "list-level-style-image",
    TEXT + "outline-level-style",
)


@dataclass
class Lists:
    """The list styles of a document, and the lists that have been met."""

    roots: Sequence[Element]
    nums: list[Element] = field(default_factory=list)
    latest: dict[str, int] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    open: list[tuple[str, int]] = field(default_factory=list)

    @cached_property
    def styles(self) -> dict[str, Element]:
        """The list styles by name, and the style of headings."""
        return {
            one.get(STYLE + "name", OUTLINE) if one.tag == TEXT + "list-style" else OUTLINE: one
            for root in self.roots
            for one in root.iter(TEXT + "list-style", TEXT + "outline-style")
        }

    @cached_property
    def definitions(self) -> dict[str, int]:
        """The numbers of the definitions by the styles' names."""
        return {name: number for number, name in enumerate(self.styles)}

    def root(self) -> Element:
        """All that has been met, as `w:numbering`."""
        made = (
            w("abstractNum", *levels(self.styles[name]), abstractNumId=number)
            for name, number in self.definitions.items()
        )
        return w("numbering", *made, *self.nums)

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Go into a list."""
        style = element.get(TEXT + "style-name") or (self.open[-1][0] if self.open else OUTLINE)
        if self.open and style == self.open[-1][0]:
            number = self.open[-1][1]
        else:
            number = self.continued(element, style) or self.begun(style)
        self.open.append((style, number))
        self.latest[style] = number
        self.named[element.get(XML + "id", "")] = number
        yield
        self.open.pop()

    def continued(self, element: Element, style: str) -> int | None:
        """The list that another goes on with, if it says so."""
        if element.get(TEXT + "continue-list") in self.named:
            return self.named[element.get(TEXT + "continue-list", "")]
        goes_on = element.get(TEXT + "continue-numbering") == "true"
        return self.latest.get(style) if goes_on else None

    def begun(self, style: str, starts: dict[int, int] | None = None) -> int:
        """A new list, which counts from the start, or from `starts` where levels have one."""
        if starts is None:
            found = self.styles.get(style)
            starts = {} if found is None else {d: start(one) for d, one in by_depth(found).items()}
        overrides = [
            w("lvlOverride", w("startOverride", val=at), ilvl=depth) for depth, at in starts.items()
        ]
        number = len(self.nums) + 1
        definition = w("abstractNumId", val=self.definitions.get(style, -1))
        self.nums.append(w("num", definition, *overrides, numId=number))
        return number

    def number(self, entry: Element) -> tuple[int, int]:
        """The list and level of an entry of the open list."""
        depth = min(len(self.open), DEEPEST) - 1
        style, number = self.open[-1]
        said = entry.get(TEXT + "start-value")
        if said is not None and said.isdecimal():
            before, number = number, self.begun(style, {depth: int(said)})
            self.open = [(one, number if one == style else n) for one, n in self.open]
            self.named = {name: number if n == before else n for name, n in self.named.items()}
            self.latest[style] = number
        return number, depth

    def heading(self, element: Element) -> tuple[int, int] | None:
        """The number that a heading has outside of lists."""
        said = element.get(TEXT + "outline-level", "")
        if element.tag != TEXT + "h" or not said.isdecimal() or OUTLINE not in self.styles:
            return None
        if element.get(TEXT + "is-list-header") == "true":
            return None
        depth = min(int(said), DEEPEST) - 1
        level = by_depth(self.styles[OUTLINE]).get(depth)
        if level is None or not level.get(STYLE + "num-format"):
            return None
        if OUTLINE not in self.latest:
            self.latest[OUTLINE] = self.begun(OUTLINE)
        return self.latest[OUTLINE], depth


def by_depth(style: Element) -> dict[int, Element]:
    """The levels of a list style, from 0."""
    found = {one.get(TEXT + "level", ""): one for one in style.iterchildren(*LEVELS)}
    return {int(level) - 1: one for level, one in found.items() if level.isdecimal()}


def start(level: Element) -> int:
    """The number that a level begins with."""
    said = level.get(TEXT + "start-value", "1")
    return int(said) if said.isdecimal() else 1


def levels(style: Element) -> Iterator[Element]:
    """The levels of a list style, as `w:lvl`."""
    for depth, one in by_depth(style).items():
        form = one.get(STYLE + "num-format", "")
        is_number = one.tag in {LEVELS[0], LEVELS[3]}
        yield w(
            "lvl",
            w("start", val=start(one)),
            w("numFmt", val=FORMATS.get(form, "decimal") if is_number else "bullet"),
            w("lvlText", val=numbered(one, depth) if is_number else bulleted(one)),
            ilvl=depth,
        )


def bulleted(level: Element) -> str:
    """The bullet of a level."""
    return bullet(level.get(TEXT + "bullet-char", "-"))


def numbered(level: Element, depth: int) -> str:
    """The text of a number, with `%1` to `%9` for the levels' counters."""
    said = level.get(LOEXT + "num-list-format")
    if said is not None:
        return str(regex.sub(r"%(\d)%", r"%\1", said))
    if not level.get(STYLE + "num-format"):
        return ""
    shown = level.get(TEXT + "display-levels", "1")
    first = max(0, depth + 1 - (int(shown) if shown.isdecimal() else 1))
    counters = ".".join(f"%{one + 1}" for one in range(first, depth + 1))
    return f"{level.get(STYLE + 'num-prefix', '')}{counters}{level.get(STYLE + 'num-suffix', '')}"
