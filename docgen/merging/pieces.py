"""Moving paragraphs and rows of one Word document into another, and commenting on them."""

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from docgen.ink import clean
from docgen.merging.units import Unit

if TYPE_CHECKING:
    from docx.document import Document

_AUTHOR, _INITIALS = "kehoach", "kh"
_COMMENT_MARKS = ("w:commentRangeStart", "w:commentRangeEnd")


def is_row(element: BaseOxmlElement) -> bool:
    """Whether `element` is a row of a table."""
    return bool(element.tag == qn("w:tr"))


def bare(element: BaseOxmlElement) -> BaseOxmlElement:
    """A copy of `element` without the comments that belong to its own document."""
    copy = deepcopy(element)
    for mark in list(copy.iter(*(qn(name) for name in _COMMENT_MARKS))):
        _parent(cast("BaseOxmlElement", mark)).remove(mark)
    for reference in list(copy.iter(qn("w:commentReference"))):
        run = _parent(cast("BaseOxmlElement", reference))
        _parent(run).remove(run)
    return copy


def remove(element: BaseOxmlElement, heir: BaseOxmlElement | None) -> None:
    """Take `element` out; an empty cell, table or a section's end stays valid.

    `heir` stands in its place, if anything does.
    """
    parent = _parent(element)
    alone = len(parent.findall(element.tag)) == 1
    ends_section = element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    if is_row(element) and alone:
        _parent(parent).remove(parent)
    elif ends_section or (alone and heir is None and parent.tag == qn("w:tc")):
        for run in element.findall(qn("w:r")):
            element.remove(run)
    else:
        parent.remove(element)


def _parent(element: BaseOxmlElement) -> BaseOxmlElement:
    """What `element` stands in."""
    return cast("BaseOxmlElement", element.getparent())


def remark(document: "Document", element: BaseOxmlElement, text: str) -> None:
    """Comment on a paragraph, or on the first paragraph of a row that says anything."""
    paragraphs = [one for one in element.iter() if isinstance(one, CT_P)]
    found = next((one for one in paragraphs if one.r_lst), paragraphs[0])
    paragraph = Paragraph(found, document._body)  # noqa: SLF001 - the parent that has the part
    runs = paragraph.runs or [paragraph.add_run()]
    comment = document.add_comment(runs, clean(text), _AUTHOR, _INITIALS)
    del comment._comment_elm.attrib[qn("w:date")]  # noqa: SLF001 - python-docx always dates them


def said_in(document: "Document") -> Callable[[Unit], list[str]]:
    """A function that gives the comments of `document` on a piece of it."""
    texts = {str(comment.comment_id): comment.text for comment in document.comments}

    def said(unit: Unit) -> list[str]:
        marks = unit.element.iter(qn("w:commentReference"))
        return [texts[str(mark.get(qn("w:id")))] for mark in marks]

    return said
