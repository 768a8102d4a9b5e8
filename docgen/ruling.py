"""Centred titles of even lines, and the lines drawn (đường kẻ) under motto, agency and subject.

A template asks for them by the names of styles. A title of the subject or of an appendix is
narrowed until its lines are of like length. An empty paragraph in style `Đường kẻ` is drawn as a
line as long as the text above it (Phụ lục I.II.1.b), in style `Đường kẻ ngắn` a third to a half of
it (I.II.2.b, 5.b): the line is the paragraph's border, its length is set by indents.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from docgen.measure import centre, lines_of, look_of, named
from docgen.sheets import Sheets
from docgen.widths import SPARE, evened, width

if TYPE_CHECKING:
    from docx.document import Document

_FULL, _SHORT = "Đường kẻ", "Đường kẻ ngắn"
_TITLES = ("Subtitle", "Tên phụ lục", "Kèm theo")


def even_out(document: "Document", sheets: Sheets) -> None:
    """Narrow each title of several lines until they are of like length."""
    for title in _in_style(document, *_TITLES):
        look = look_of(Paragraph(title, document).style)
        text = look.shown(title.text)
        room = sheets.room(title) - look.indents
        if width(text, look.size) > room:
            centre(title, min(evened(text, look.size, room) * SPARE, room), document, sheets)


def draw_rules(document: "Document", sheets: Sheets) -> None:
    """Give every rule of `document` its length; one with no text above it is not drawn."""
    full = named(document, _FULL)
    for rule in _in_style(document, _FULL, _SHORT):
        above = _texts_above(rule)
        if above:
            lines = lines_of(above, document, sheets)
            length = max(lines) if rule.style in full else short_rule(lines)
            centre(rule, length, document, sheets)
        else:
            rule.style = None


def short_rule(lines: Sequence[float]) -> float:
    """The length of a short rule under `lines` of those lengths.

    It is two fifths of the longest line, or half of the last where that is shorter, but never
    under a third of the longest.
    """
    longest = max(lines)
    return max(longest / 3, min(longest * 2 / 5, lines[-1] / 2))


def _in_style(document: "Document", *styles: str) -> Iterator[CT_P]:
    """The paragraphs of the body, cells included, in a style of one of those names."""
    wanted = named(document, *styles)
    for element in document.element.body.iter(qn("w:p")):
        if isinstance(element, CT_P) and element.style in wanted:
            yield element


def _texts_above(rule: CT_P) -> list[CT_P]:
    """The paragraphs just above that share one style: the lines of one text."""
    above = [one for one in rule.itersiblings(preceding=True) if isinstance(one, CT_P)]
    same = takewhile(lambda one: one.style == above[0].style, above)
    return [one for one in reversed(list(same)) if one.text.strip()]
