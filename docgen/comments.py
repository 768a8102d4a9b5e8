"""Word comments at the places that notes point at."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from docgen.highlight import highlight
from docgen.ink import Ink, clean, unmarked
from docgen.notes import Note, nearest

if TYPE_CHECKING:
    from docx.document import Document

_AUTHOR, _INITIALS = "kehoach", "kh"


def take_marks(document: "Document", ink: Ink) -> dict[str, Paragraph]:
    """Take the marks of `ink` out of the text; the paragraph of each pointer."""
    found: dict[str, Paragraph] = {}
    for element in document.element.body.iter(qn("w:t")):
        text = element.text or ""
        holder = next(element.iterancestors(qn("w:p")))
        if isinstance(holder, CT_P):
            paragraph = Paragraph(holder, document._body)  # noqa: SLF001 - the parent that has the part
            found |= {pointer: paragraph for pointer in ink.places(text) if pointer not in found}
        element.text = unmarked(text)
    return found


def add_comments(
    document: "Document",
    notes: Iterable[Note],
    paragraphs: Mapping[str, Paragraph],
    aliases: Mapping[str, str],
) -> None:
    """Add a comment for each note. `aliases` says where the texts of readings stand.

    Comments carry no date, so that the same notes give the same document. A document that prints
    nothing of the plan has no place for them.
    """
    if not paragraphs:
        return
    places = {
        **paragraphs,
        **{pointer: nearest(place, paragraphs) for pointer, place in aliases.items()},
    }
    for note in notes:
        paragraph = nearest(note.pointer, places)
        for words in note.marks:
            highlight(paragraph, words)
        comment = document.add_comment(paragraph.runs, clean(note.text), _AUTHOR, _INITIALS)
        del comment._comment_elm.attrib[qn("w:date")]  # noqa: SLF001 - python-docx always dates them
