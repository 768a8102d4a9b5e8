"""A Word document as a sequence of pieces that are compared: paragraphs, and rows of tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document

_MOST_ROWS_OF_A_FRAME = 2
"""Tables that only lay out (the head, recipients and signature) have no more rows."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a row of a table, and its text with single blanks."""

    element: BaseOxmlElement
    text: str

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return bool(self.element.tag == qn("w:tr"))


def units(document: "Document") -> list[Unit]:
    """The pieces of `document` in order."""
    return [Unit(element, text_of(element)) for element in _elements(document.element.body)]


def _elements(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in _all(parent.iterchildren()):
        if child.tag == qn("w:p"):
            yield child
        elif child.tag == qn("w:tbl"):
            rows = list(_all(child.iterchildren(qn("w:tr"))))
            framed = len(rows) <= _MOST_ROWS_OF_A_FRAME
            yield from _all(child.iter(qn("w:p"))) if framed else rows


def _all(found: Iterable[etree._Element]) -> Iterator[BaseOxmlElement]:
    """The elements of a Word file, all of which are of the one class that python-docx knows."""
    return (element for element in found if isinstance(element, BaseOxmlElement))


def text_of(element: BaseOxmlElement) -> str:
    """The text of a paragraph or row as it reads with all tracked changes accepted."""
    if element.tag == qn("w:tr"):
        return " | ".join(text_of(one) for one in _all(element.iter(qn("w:p"))))
    words = "".join(_piece(one) for one in _all(element.iter(qn("w:t"), qn("w:tab"), qn("w:br"))))
    return " ".join(words.split())


def _piece(element: BaseOxmlElement) -> str:
    return element.text or "" if element.tag == qn("w:t") else " "
