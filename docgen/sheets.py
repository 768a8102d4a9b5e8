"""The pages of a document, section by section: how wide the text is, and the last section's end."""

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.oxml.table import CT_Tc

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from lxml.etree import _Element

_POINT = 12700
"""Word libraries count in English Metric Units; so many make a point."""


class Sheets:
    """How much room there is for what stands in a document."""

    def __init__(self, document: "Document") -> None:
        """Look up once which section each piece of the body is in."""
        body = document.element.body
        self._rooms: dict[_Element, float] = {}
        room = _text_width(body.get_or_add_sectPr())
        for piece in reversed(body):
            properties = piece.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
            room = room if properties is None else _text_width(properties)
            self._rooms[piece] = room

    def room(self, element: "_Element") -> float:
        """The width in pt of the cell or the page's text that `element` stands in."""
        above = element.getparent()
        if isinstance(above, CT_Tc) and above.width:
            return above.width / _POINT
        around = (element, *element.iterancestors())
        return next(self._rooms[one] for one in around if one in self._rooms)


def _text_width(properties: CT_SectPr) -> float:
    """The width in pt of a page between its margins."""
    edges = (properties.left_margin or 0) + (properties.right_margin or 0)
    return ((properties.page_width or 0) - edges) / _POINT


def close_last_section(document: "Document") -> None:
    """Make the section that ends in the last paragraph with text the last of all.

    A template that ends every appendix with its own section leaves an empty page behind the last
    one, where only empty paragraphs follow.
    """
    body = document.element.body
    last = body.get_or_add_sectPr()
    behind: list[CT_P] = []
    for piece in last.itersiblings(preceding=True):
        if piece.tag != qn("w:p") or piece.text.strip():
            return
        behind.append(piece)
        if piece.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            break
    else:
        return
    body.replace(last, next(behind[-1].iter(qn("w:sectPr"))))
    for piece in behind[:-1]:
        body.remove(piece)
