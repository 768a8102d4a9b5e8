"""How much room a paragraph has, and how long its lines are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from docgen.sheets import Sheets
from docgen.widths import broken, width

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle
    from docx.text.parfmt import ParagraphFormat

_USUAL_SIZE = 14.0
_POINT = 12700
"""Word libraries count in English Metric Units; so many make a point."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says about the width of its text; lengths in pt."""

    size: float
    caps: bool
    indents: float

    def shown(self, text: str) -> str:
        """`text` as the style shows it."""
        return text.upper() if self.caps else text


def named(document: "Document", *names: str) -> frozenset[str]:
    """The ids of the styles of those names; a program that saves a template may change ids."""
    return frozenset(one.style_id for one in document.styles if one.name in names)


def look_of(style: "BaseStyle | None") -> Look:
    """The look of a paragraph style, with what it takes over from the styles it is based on."""
    chain: list[ParagraphStyle] = []
    while isinstance(style, ParagraphStyle):
        chain.append(style)
        style = style.base_style
    sizes = (one.font.size.pt for one in chain if one.font.size)
    caps = (one.font.all_caps for one in chain if one.font.all_caps is not None)
    indents = sum(_indents(one.paragraph_format) for one in chain[:1])
    return Look(next(sizes, _USUAL_SIZE), next(caps, False), indents)


def _indents(spacing: "ParagraphFormat") -> float:
    """Left and right indent together, in pt."""
    return ((spacing.left_indent or 0) + (spacing.right_indent or 0)) / _POINT


def lines_of(paragraphs: Sequence[CT_P], document: "Document", sheets: Sheets) -> list[float]:
    """The lengths in pt of the lines that `paragraphs` of one style run to."""
    last = Paragraph(paragraphs[-1], document)
    look = look_of(last.style)
    room = sheets.room(paragraphs[-1]) - (_indents(last.paragraph_format) or look.indents)
    texts = (look.shown(one.text) for one in paragraphs)
    return [width(line, look.size) for text in texts for line in broken(text, look.size, room)]


def centre(paragraph: CT_P, length: float, document: "Document", sheets: Sheets) -> None:
    """Set the indents of `paragraph` so that `length` pt are left in the middle of its room."""
    indent = Pt(max(0.0, (sheets.room(paragraph) - length) / 2))
    spacing = Paragraph(paragraph, document).paragraph_format
    spacing.left_indent = spacing.right_indent = indent
