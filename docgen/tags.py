"""The tags of a template, each with its place in the document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.opc.oxml import parse_xml
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from lxml.etree import _Element

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
LIFTING = re.compile(r"\{[{%](p|tr|tc)\s")
"""Tags that take the whole paragraph, row or cell around them away, and all that is in it."""
_KIND = re.compile(r"(?<=^\{[{%])(?:-\s*|(?:p|tr|tc|r)\s+)")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_LAYERS = {qn("w:tbl"): "t", qn("w:tr"): "r", qn("w:tc"): "c", qn("w:p"): "p"}
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its place with its first words, its own text, its element."""

    place: str
    text: str
    element: "_Element"

    def tags(self) -> list[str]:
        """The tags in it, as they are printed."""
        return TAG.findall(self.text)


def plain(tag: str) -> str:
    """A tag as Jinja reads it: without what docxtpl adds and what Word makes of quotes."""
    return _KIND.sub(" ", tag).replace("-%}", "%}").translate(_QUOTES)


def keyword(tag: str) -> str:
    """The word that a `{% … %}` begins with; empty for `{{ … }}`."""
    return plain(tag).strip("{%-} ").partition(" ")[0] if tag.startswith("{%") else ""


def roots(template: "DocxTemplate") -> Iterator[tuple[str, "_Element"]]:
    """The body, and every page header and footer and the footnotes, with their names."""
    document = template.get_docx()
    yield "", document.element.body
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield f"{part.partname.filename.removesuffix('.xml')}/", parse_xml(part.blob)
    for part in document.part.package.iter_parts():
        if part.content_type == _FOOTNOTES:
            yield "footnotes/", parse_xml(part.blob)


def below(element: "_Element", above: str) -> Iterator[Passage]:
    """The paragraphs inside `element`; tables, rows, cells and paragraphs are counted in it."""
    counts: dict[str, int] = {}
    for child in _nearest(element):
        letter = _LAYERS[str(child.tag)]
        counts[letter] = counts.get(letter, 0) + 1
        place = f"{above}{letter}{counts[letter]}"
        if letter == "p":
            text = own_text(child)
            words = " ".join(text.split())
            told = f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words
            yield Passage(f"{place} “{told}”" if told else place, text, child)
        yield from below(child, f"{place}/")


def _nearest(element: "_Element") -> Iterator["_Element"]:
    """The closest tables, rows, cells and paragraphs below `element`."""
    for child in element:
        if child.tag in _LAYERS:
            yield child
        else:
            yield from _nearest(child)


def own_text(paragraph: "_Element") -> str:
    """The text of a paragraph without that of text boxes in it."""
    pieces = paragraph.iter(qn("w:t"))
    return "".join(
        piece.text or "" for piece in pieces if next(piece.iterancestors(qn("w:p"))) is paragraph
    )
