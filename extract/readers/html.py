"""Reading web pages, as Word saves them and as portals show them (.html, .mht)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from pathlib import Path
from typing import cast

import regex
from lxml import etree

from extract.encodings import unicode_form
from extract.layout import Alignment, Cell, Layout, Line, Table
from extract.limits import TEXT_MEGABYTES, check_size
from extract.readers.letters import plain
from extract.readers.paragraph_breaks import parted
from extract.readers.placing import lines_of, placed
from extract.readers.word.numbering import formatted
from extract.readers.word.old_fonts import OldFonts, Run
from extract.readers.word.xml import Element
from extract.recognise import ARCHIVE
from plan.errors import UnreadableError
from plan.messages import N_
from plan.text import nfc

PARSER = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)

SET_ASIDE = frozenset({"head", "script", "style", "noscript", "template", "del", "select"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ol", "ul", "dl"})
BLOCKS = HEADINGS | LISTS | {"p", "div", "li", "dt", "dd", "center", "blockquote", "pre", "body"}
BLOCKS |= {"article", "section", "main", "header", "footer", "address", "form", "hr", "caption"}
BOLD = HEADINGS | {"b", "strong", "th"}
ITALIC = frozenset({"i", "em"})
BOLD_STYLE = regex.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", regex.I)
ITALIC_STYLE = regex.compile(r"font-style\s*:\s*italic", regex.I)
FONT_STYLE = regex.compile(r"(?<![\w-])font-family\s*:\s*['\"]?([^;,'\"}]+)", regex.I)
FONT_RULE = regex.compile(r"([^{}]+)\{([^{}]*)\}")
CLASS = regex.compile(r"\.([\w-]+)")
ALIGN_STYLE = regex.compile(r"text-align\s*:\s*(left|center|right|justify)", regex.I)
HIDDEN_STYLE = regex.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|header|footer)", regex.I
)
NOTE_MARK = regex.compile(r"sdfootnote(?:anc|sym)|sdendnote(?:anc|sym)")
NOTE_NAME = regex.compile(r"sd(?:foot|end)note\d+")
"""How LibreOffice names the marks of notes, and notes."""
NOTE_STYLE = regex.compile(r"mso-element\s*:\s*(?:foot|end)note(?!-list)", regex.I)
DECLARED = regex.compile(rb"charset\s*=\s*[\"']?([\w-]+)", regex.I)
SPACES = regex.compile(r"[^\S\v]+")
BREAK = "\v"
"""What stands for `<br>` until the blanks of the source are put in order."""
ALIGNMENTS: dict[str, Alignment] = {
    "left": "left",
    "center": "center",
    "right": "right",
    "justify": "justify",
}
MOST_COLUMNS = 100
DEEPEST = 200
"""How deep elements may stand in each other."""


def read(path: Path) -> Layout:
    """The web page at `path`; each `Line` is a paragraph.

    Nothing that the page refers to is fetched.

    Raises:
        UnreadableError: damaged, or without text.
        LimitError: over a limit of size.
    """
    check_size(path, TEXT_MEGABYTES)
    try:
        root = etree.fromstring(decoded(path.read_bytes()).encode(), PARSER)
    except (etree.LxmlError, ValueError, LookupError, RecursionError) as error:
        raise damaged(path) from error
    if root is None:
        raise damaged(path)
    look = Look(classes=fonts_of_classes(root))
    old_fonts = OldFonts.of(typed(root, look))
    story = Story(old_fonts)
    blocks = list(story.blocks(root, look, 0))
    if not any(line.text for line in lines_of(iter(blocks))):
        raise damaged(path)
    layout = placed(blocks, story.notes, tuple(old_fonts.doubts()))
    return replace(layout, format="html", reader="lxml", repairs=tuple(old_fonts.repairs()))


def damaged(path: Path) -> UnreadableError:
    """The error for a page without text."""
    return UnreadableError(
        N_("{file}: the web page has no text; open it in a browser and save it again"),
        file=path.name,
    )


def decoded(content: bytes) -> str:
    """The page's text: UTF-8 where it is that, whatever it declares, else what it declares."""
    if ARCHIVE.match(content):
        content = page_of(content)
    declared = DECLARED.search(content)
    names = [unicode_form(content) or "utf-8"]
    names += [declared[1].decode("ascii")] if declared else []
    for name in [*names, "cp1258"]:
        try:
            return str(nfc(content.decode(name)))
        except (UnicodeDecodeError, LookupError):
            continue
    return str(nfc(content.decode("cp1258", "replace")))


def page_of(content: bytes) -> bytes:
    """The page in a web archive (.mht)."""
    message = message_from_bytes(content, policy=policy.default)
    parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    return cast("bytes", parts[0].get_payload(decode=True)) if parts else b""


def fonts_of_classes(root: Element) -> dict[str, str]:
    """The fonts that a page's own style sheet gives to classes, as Word writes it."""
    fonts: dict[str, str] = {}
    for sheet in root.iter("style"):
        for names, rules in FONT_RULE.findall(sheet.text or ""):
            named = FONT_STYLE.search(rules)
            fonts |= dict.fromkeys(CLASS.findall(names), named[1].strip()) if named else {}
    return fonts


def typed(element: Element, look: "Look") -> Iterator[tuple[str | None, str]]:
    """The font and the text of everything in an element."""
    look = look.inside(element)
    yield look.font, element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SET_ASIDE:
            yield from typed(child, look)
        yield look.font, child.tail or ""


@dataclass(frozen=True)
class Look:
    """What an element hands down to those in it; `classes` are the fonts of the page's classes."""

    classes: Mapping[str, str] = field(default_factory=dict)
    font: str | None = None
    bold: bool = False
    italic: bool = False
    align: Alignment | None = None
    in_cell: bool = False

    def inside(self, element: Element) -> "Look":
        """The look within `element`."""
        style = element.get("style") or ""
        aligned = ALIGN_STYLE.search(style)
        named = (aligned[1] if aligned else element.get("align") or "").lower()
        align = "center" if element.tag == "center" else ALIGNMENTS.get(named, self.align)
        font = FONT_STYLE.search(style)
        styled = map(self.classes.get, (element.get("class") or "").split())
        return replace(
            self,
            font=next(filter(None, (font and font[1].strip(), element.get("face"), *styled)), None)
            or self.font,
            bold=self.bold or element.tag in BOLD or bool(BOLD_STYLE.search(style)),
            italic=self.italic or element.tag in ITALIC or bool(ITALIC_STYLE.search(style)),
            align=align,
            in_cell=self.in_cell or element.tag in {"td", "th"},
        )

    def run(self, text: str | None) -> Run:
        """Letters that look so."""
        return Run(text or "", self.bold, self.italic, font=self.font)


@dataclass
class Story:
    """The text of a page as it is gone through; `old_fonts` are those from before Unicode in it.

    `runs` are the letters of the open paragraph, `label` is what is printed before its first ones.
    """

    old_fonts: OldFonts
    label: str = ""
    runs: list[Run] = field(default_factory=list)
    notes: list[tuple[Line, ...]] = field(default_factory=list)

    def blocks(self, element: Element, look: Look, depth: int) -> Iterator[Line | Table]:
        """The paragraphs and tables within a block."""
        look = look.inside(element)
        yield from self.inline(element, look, depth)
        yield from self.flush(look)

    def inline(self, element: Element, look: Look, depth: int) -> Iterator[Line | Table]:
        """What stands in an element; paragraphs end where blocks begin and end."""
        self.runs.append(look.run(element.text))
        entries = 0
        for child in element:
            entries += child.tag == "li"
            if isinstance(child.tag, str) and depth < DEEPEST and not is_hidden(child):
                yield from self.child(child, look, depth + 1, entries)
            self.runs.append(look.run(child.tail))

    def child(self, child: Element, look: Look, depth: int, number: int) -> Iterator[Line | Table]:
        """One element in another."""
        if child.tag == "br":
            self.runs.append(look.run(BREAK))
        elif child.tag == "table":
            yield from self.flush(look)
            yield self.table(child, look, depth)
        elif is_note(child):
            self.notes.append(tuple(lines_of(self.apart(child, look, depth))))
        elif child.tag in BLOCKS:
            yield from self.flush(look)
            self.label = label_of(child, number) or self.label
            yield from self.blocks(child, look, depth)
        else:
            yield from self.inline(child, look.inside(child), depth)

    def apart(self, element: Element, look: Look, depth: int) -> Iterator[Line | Table]:
        """What stands in an element that is no part of the paragraph around it."""
        return Story(self.old_fonts).blocks(element, look, depth)

    def flush(self, look: Look) -> Iterator[Line]:
        """The open paragraph as lines."""
        runs, self.runs = list(self.old_fonts.read(self.runs)), []
        whole = "".join(run.text for run in runs)
        text = SPACES.sub(" ", str(nfc(plain(whole)))).replace(BREAK, "\n")
        if text.strip():
            text, self.label = self.label + text.lstrip(), ""
        letters = sum(len(run.text.strip()) for run in runs)
        bold = sum(len(run.text.strip()) for run in runs if run.bold)
        italic = sum(len(run.text.strip()) for run in runs if run.italic)
        for piece in parted(text, always=look.in_cell or look.align == "center"):
            yield Line(
                piece, 0, bold=bold * 2 > letters, italic=italic * 2 > letters, align=look.align
            )

    def table(self, table: Element, look: Look, depth: int) -> Table:
        """A table; what reaches down over rows is empty behind its first row."""
        rows: list[tuple[Cell, ...]] = []
        reaching: dict[int, int] = {}
        for row in own_rows(table):
            cells: list[Cell] = []
            for found in row.iterchildren("td", "th"):
                cells += reached(cells, reaching)
                span = number_of(found, "colspan", MOST_COLUMNS)
                lines = tuple(lines_of(self.apart(found, look, depth)))
                reaching[width(cells)] = number_of(found, "rowspan", len(table)) - 1
                cells.append(Cell(lines, span))
            rows.append((*cells, *reached(cells, reaching)))
        ruled = table.get("border") not in {None, "0"} or None
        return Table(tuple(rows), ruled=ruled, wrapped=False)


def is_hidden(element: Element) -> bool:
    """Whether nothing of an element is shown as the page's text."""
    return (
        element.tag in SET_ASIDE
        or bool(HIDDEN_STYLE.search(element.get("style") or ""))
        or NOTE_MARK.fullmatch(element.get("class") or "") is not None
    )


def is_note(element: Element) -> bool:
    """Whether an element holds a footnote or endnote."""
    style, name = element.get("style") or "", element.get("id") or ""
    return bool(NOTE_STYLE.search(style)) or NOTE_NAME.fullmatch(name) is not None


def own_rows(table: Element) -> Iterator[Element]:
    """The rows of a table, those of tables in it left aside."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")


def width(cells: Sequence[Cell]) -> int:
    """How many columns cells cover."""
    return sum(cell.span for cell in cells)


def reached(cells: Sequence[Cell], reaching: dict[int, int]) -> list[Cell]:
    """The cells that come next because one above reaches down; each is counted off."""
    found: list[Cell] = []
    at = width(cells)
    while reaching.get(at, 0) > 0:
        reaching[at] -= 1
        found.append(Cell((), continued=True))
        at += 1
    return found


def number_of(element: Element, name: str, most: int) -> int:
    """A number that an element gives, between 1 and `most`."""
    digits = regex.match(r"\s*(\d{1,4})", element.get(name) or "")
    return max(1, min(int(digits[1]) if digits else 1, max(most, 1)))


def label_of(element: Element, number: int) -> str:
    """The label that a browser prints before a list's entry."""
    above = element.getparent()
    if element.tag != "li" or above is None:
        return ""
    if above.tag != "ol":
        return "- "
    style = LABELS.get(above.get("type") or "1", "decimal")
    counted = number_of(above, "start", MOST_ENTRIES) + number - 1
    if element.get("value"):
        counted = number_of(element, "value", MOST_ENTRIES)
    return f"{formatted(counted, style)}. "


LABELS = {"I": "upperRoman", "i": "lowerRoman", "a": "lowerLetter", "A": "upperLetter"}
MOST_ENTRIES = 9999
