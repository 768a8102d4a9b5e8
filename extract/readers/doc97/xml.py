"""Looks, styles and lists of a .doc as Word's XML ([MS-DOC] 2.6, 2.9.135, 2.9.147, 2.9.260)."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.readers.doc97.looks import Changes, changes
from extract.readers.doc97.pieces import Streams, u16, u32
from extract.readers.word.making import Look, Shape, clean, w
from extract.readers.word.xml import Element

BOLD, ITALIC, HIDDEN, SIZE = 0x0835, 0x0836, 0x083C, 0x4A43
FONT_ASCII, FONT_OTHER, LETTER_STYLE, RAISED = 0x4A4F, 0x4A51, 0x4A30, 0x2A48
DELETED, INSERTED, SPECIAL, SYMBOL = 0x0800, 0x0801, 0x0855, 0x6A09
ALIGN_OLD, ALIGN, LEVEL, LIST = 0x2403, 0x2461, 0x260A, 0x460B
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
TABLE_SHAPE, BORDERS_OLD, BORDERS = 0xD608, 0xD605, 0xD613
ALIGNMENTS = ("left", "center", "right", "both")
FORMATS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    22: "decimalZero",
    23: "bullet",
    255: "none",
}
LEVELS = 9
NO_STYLE = 0xFFF
PARAGRAPH_STYLE, LETTER_STYLE_KIND = 1, 2
MOST_STYLES = 4_096
AS_STYLE = 0x80
CELL = 20
"""Bytes that describe a cell in a row's shape."""


def number(changed: Changes, code: int) -> int | None:
    """The operand of a change as a number."""
    operand = changed.get(code)
    return int.from_bytes(operand, "little") if operand else None


def switched(changed: Changes, code: int) -> bool | None:
    """Whether a change switches on; `None` where the style decides."""
    said = number(changed, code)
    return None if said is None or said == AS_STYLE else said != 0


def look(changed: Changes, fonts: Sequence[str]) -> Look:
    """How letters with these changes look."""
    font = number(changed, FONT_OTHER)
    font = number(changed, FONT_ASCII) if font is None else font
    style = number(changed, LETTER_STYLE)
    return Look(
        switched(changed, BOLD),
        switched(changed, ITALIC),
        fonts[font] if font is not None and font < len(fonts) else None,
        number(changed, SIZE),
        switched(changed, HIDDEN),
        str(style) if style is not None else None,
    )


def alignment(changed: Changes) -> str | None:
    """The `w:jc` of a paragraph with these changes."""
    said = number(changed, ALIGN)
    said = number(changed, ALIGN_OLD) if said is None else said
    return ALIGNMENTS[said] if said is not None and said < len(ALIGNMENTS) else None


def listed(changed: Changes) -> tuple[int, int] | None:
    """The list and level of a paragraph with these changes."""
    found = number(changed, LIST)
    return None if found is None else (found, number(changed, LEVEL) or 0)


def shape(changed: Changes) -> Shape:
    """The cells of a row whose end has these changes."""
    content = changed.get(TABLE_SHAPE, b"")
    count = content[0] if content else 0
    edges = list(struct.unpack_from(f"<{count + 1}h", content, 1)) if count else []
    cells = content[1 + 2 * (count + 1) :]
    found = Shape(edges, ruled=is_ruled(changed))
    for index in range(count):
        one = cells[index * CELL : (index + 1) * CELL].ljust(CELL, b"\0")
        bits = u16(one, 0)
        found.joined.append(bool(bits & 2))
        found.reach.append("restart" if bits & 0x40 else "continue" if bits & 0x20 else None)
        found.ruled |= any(drawn(one[at : at + 4]) for at in range(4, CELL, 4))
    return found


def is_ruled(changed: Changes) -> bool:
    """Whether a row's borders are drawn."""
    old, new = changed.get(BORDERS_OLD, b""), changed.get(BORDERS, b"")
    return any(drawn(old[at : at + 4]) for at in range(0, len(old), 4)) or any(
        drawn(new[at + 4 : at + 8]) for at in range(0, len(new), 8)
    )


def drawn(border: bytes) -> bool:
    """Whether a border (BRC) has a width and a kind."""
    return len(border) == 4 and border[0] not in {0, 0xFF} and border[1] not in {0, 0xFF}  # noqa: PLR2004 - its length


def fonts_of(content: bytes) -> list[str]:
    """The names of the fonts by their number."""
    found = []
    at = 4
    for _ in range(u16(content, 0) if len(content) > at else 0):
        size = content[at] if at < len(content) else 0
        name = content[at + 40 : at + 1 + size].decode("utf-16-le", "replace")
        found.append(clean(name.split("\0")[0]))
        at += 1 + size
    return found


@dataclass(frozen=True)
class Sheet:
    """The styles of a document, as `w:styles`."""

    content: bytes
    fonts: Sequence[str]

    def root(self) -> Element:
        """All styles, with the fonts that hold where no style says one."""
        first = u16(self.content, 0)
        font = u16(self.content, 2 + 12) if first > 12 else None  # noqa: PLR2004 - the place of it
        name = self.fonts[font] if font is not None and font < len(self.fonts) else None
        defaults = w("docDefaults", w("rPrDefault", Look(font=name).properties()))
        return w("styles", defaults, *self.styles(2 + first, u16(self.content, 4)))

    def styles(self, at: int, base: int) -> Iterator[Element]:
        """The styles one after another, from a place on."""
        for index in range(min(u16(self.content, 2), MOST_STYLES)):
            if at + 2 > len(self.content):
                return
            size = u16(self.content, at)
            if size:
                made = self.style(index, self.content[at + 2 : at + 2 + size], base)
                yield from [made] if made is not None else []
            at += 2 + size + size % 2

    def style(self, index: int, content: bytes, base: int) -> Element | None:
        """One style; `None` for those of lists and tables."""
        kind, based = u16(content, 2) & 0xF, u16(content, 2) >> 4
        if kind not in {PARAGRAPH_STYLE, LETTER_STYLE_KIND}:
            return None
        at = base + 2 + 2 * u16(content, base) + 2
        own = list(parts(content, at))
        letters = dict(changes(own[-1])) if own else {}
        changed = dict(changes(own[0][2:])) if kind == PARAGRAPH_STYLE and own else {}
        place = listed(changed)
        align = alignment(changed)
        return w(
            "style",
            w("basedOn", val=based) if based != NO_STYLE else None,
            w(
                "pPr",
                w("numPr", w("ilvl", val=place[1]), w("numId", val=place[0])) if place else None,
                w("jc", val=align) if align else None,
            ),
            look(letters, self.fonts).properties(),
            styleId=index,
            type="paragraph" if kind == PARAGRAPH_STYLE else "character",
            default=int(index == 0),
        )


def parts(content: bytes, at: int) -> Iterator[bytes]:
    """The lists of changes of a style (UPX)."""
    while at + 2 <= len(content):
        size = u16(content, at)
        yield content[at + 2 : at + 2 + size]
        at += 2 + size + size % 2


class Lists:
    """Reads the lists of a document into `w:numbering`."""

    def __init__(self, streams: Streams) -> None:
        self.heads = streams.part("lists")
        self.levels = streams.behind("lists")
        self.overrides = streams.part("overrides")
        self.at = 0

    def root(self) -> Element:
        """All lists."""
        if len(self.heads) < 2 or len(self.overrides) < 4:  # noqa: PLR2004 - their counts
            return w("numbering")
        heads = [self.heads[2 + 28 * i : 30 + 28 * i] for i in range(u16(self.heads, 0))]
        definitions = [self.definition(head) for head in heads if len(head) == 28]  # noqa: PLR2004
        return w("numbering", *definitions, *self.nums())

    def definition(self, head: bytes) -> Element:
        """One list's definition."""
        styles = struct.unpack_from("<9H", head, 8)
        count = 1 if head[26] & 1 else LEVELS
        levels = [self.level(depth, styles[depth]) for depth in range(count)]
        return w("abstractNum", *levels, abstractNumId=u32(head, 0))

    def level(self, depth: int, style: int) -> Element:
        """One level of a list; the reading goes on behind it."""
        content, at = self.levels, self.at
        start, form, bits = struct.unpack_from("<iBB", content, at)
        letters, changed = content[at + 24], content[at + 25]
        at += 28 + letters + changed
        length = u16(content, at)
        text = content[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
        self.at = at + 2 + 2 * length
        printed = "".join(f"%{ord(c) + 1}" if ord(c) < LEVELS else c for c in text)
        return w(
            "lvl",
            w("start", val=start),
            w("numFmt", val=FORMATS.get(form, "decimal")),
            w("lvlRestart", val=0) if bits & 8 else None,
            w("pStyle", val=style) if style != NO_STYLE else None,
            w("isLgl") if bits & 4 else None,
            w("lvlText", val=printed),
            ilvl=depth,
        )

    def nums(self) -> Iterator[Element]:
        """The lists that paragraphs name, each with the starts that it overrides."""
        content = self.overrides
        count = min(u32(content, 0), len(content) // 16)
        heads = [content[4 + 16 * i : 20 + 16 * i] for i in range(count)]
        behind = Overrides(content, 4 + 16 * count)
        for index, head in enumerate(heads, 1):
            if len(head) == 16:  # noqa: PLR2004 - as above
                own = behind.take(head[12])
                yield w("num", w("abstractNumId", val=u32(head, 0)), *own, numId=index)


class Overrides:
    """Reads what lists override of their definition, one list after another."""

    def __init__(self, content: bytes, at: int) -> None:
        self.content = content
        self.at = at

    def take(self, count: int) -> list[Element]:
        """The next list's overrides of `count` levels."""
        self.at += 4
        found: list[Element] = []
        for _ in range(count):
            if self.at + 8 > len(self.content):
                break
            start, bits = struct.unpack_from("<iI", self.content, self.at)
            self.at += 8
            if bits & 0x20:
                inner = Lists.__new__(Lists)
                inner.levels, inner.at = self.content, self.at
                own = inner.level(bits & 0xF, NO_STYLE)
                self.at = inner.at
                found.append(w("lvlOverride", own, ilvl=bits & 0xF))
            elif bits & 0x10:
                found.append(w("lvlOverride", w("startOverride", val=start), ilvl=bits & 0xF))
        return found
