"""One page of a PDF as the file has it, before its text is put in order."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from extract.readers.pdf_drawn import Drawn
from extract.readers.pdf_filled import figures_of
from extract.readers.pdf_glyphs import Glyph, View, glyphs_of
from extract.readers.pdf_letters import Decoder
from extract.readers.pdf_repairs import Repair, repaired
from extract.readers.pdf_stamps import Own, stamps_on, with_stamps


def leaves_of(document: "pdfium.PdfDocument") -> "list[Leaf]":
    """The pages of a document, each read and let go; where one is stamped, with all stamps.

    The document is closed.
    """
    decoder = Decoder()
    own: Sequence[Own | None] = [None] * len(document)
    leaves: list[Leaf] = []
    while len(leaves) < len(own):
        number = len(leaves)
        page = document[number]
        if own[number] is None and stamps_on(page):
            page.close()
            document, own = with_stamps(document)
            leaves, decoder = [], Decoder()
            continue
        leaves.append(Leaf.of(page, number, own[number], decoder))
        page.close()
    document.close()
    return leaves


@dataclass(frozen=True)
class Leaf:
    """A page: its number from 0, its size in pt, its own glyphs, figures that are stamped on it.

    `drawn` is what else stands on it, `repairs` what was done to its glyphs. `upright` tells
    whether a viewer shows the text as one reads it, so that places are those on the screen.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    figures: Sequence[list[Glyph]]
    drawn: Drawn
    repairs: Sequence[Repair]
    upright: bool

    @classmethod
    def of(cls, page: "pdfium.PdfPage", number: int, own: Own | None, decoder: Decoder) -> "Leaf":
        """Read one page; what is not its `own` is stamped on it."""
        text = page.get_textpage()
        view = View.of(page, text)
        glyphs = glyphs_of(text, view)
        typed = glyphs if own is None else [g for g in glyphs if g.index < own.characters]
        figures = list(figures_of(glyphs[len(typed) :], view, own.stamps)) if own else []
        drawn = Drawn.on(page, view, own.objects if own else None)
        typed, repairs = repaired(number, typed, drawn, decoder)
        upright = view.turn == page.get_rotation()
        width, height = page.get_size()
        text.close()
        return cls(number, width, height, typed, figures, drawn, repairs, upright)
