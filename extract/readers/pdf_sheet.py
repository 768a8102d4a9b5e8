"""One page of a PDF in order: its rows of print, its tables, what is stamped on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from extract.readers.pdf_columns import parted
from extract.readers.pdf_filled import Overlay, filled_in
from extract.readers.pdf_glyphs import Glyph
from extract.readers.pdf_leaf import Leaf
from extract.readers.pdf_notes import set_apart
from extract.readers.pdf_print import Piece, Row, rows_of
from extract.readers.pdf_tables import Frame, frames_in
from extract.readers.scan.pages import Scan

CENTRE_PT = 12.0
"""A line whose middle is nearer to the page's than this stands centred."""


@dataclass
class Sheet:
    """One page: its number from 0, its height in pt, its rows of print, its tables, its footnotes.

    `figures` are those of the print that are stamped, `overlays` stand on other print.
    `upright` tells whether a viewer shows the text as one reads it, so that places on the page are
    those on the screen. `recognised` says that its print was read from its picture.
    """

    number: int
    height: float
    rows: list[Row]
    frames: list[Frame]
    upright: bool = True
    figures: Sequence[Piece] = ()
    overlays: Sequence[Overlay] = ()
    notes: list[list[Row]] = field(default_factory=list)
    recognised: bool = False

    @classmethod
    def of(cls, leaf: Leaf) -> "Sheet":
        """The page with its glyphs put in order and stamped figures filled in."""
        filled = filled_in(leaf.glyphs, leaf.figures)
        return cls(
            number=leaf.number,
            height=leaf.height,
            rows=parted(rows_of(filled.glyphs)),
            frames=frames_in(leaf.drawn.edges),
            upright=leaf.upright,
            figures=filled.figures,
            overlays=filled.overlays,
        )

    @classmethod
    def scanned(
        cls, number: int, height: float, scan: Scan, figures: Sequence[list[Glyph]] = ()
    ) -> "Sheet":
        """A page that was recognised, and the figures stamped on it."""
        filled = filled_in(scan.glyphs, figures)
        return cls(
            number,
            height,
            parted(rows_of(filled.glyphs)),
            scan.frames,
            figures=filled.figures,
            overlays=filled.overlays,
            recognised=True,
        )

    def with_text(self, rows: Sequence[Row]) -> "Sheet":
        """The page with these rows of text, footnotes set apart."""
        text, notes = set_apart(rows, self.height)
        return replace(self, rows=text, notes=notes)

    def is_centred(self, piece: Piece) -> bool:
        """Whether a piece stands in the middle between the margins."""
        return abs(piece.middle - self.middle) < CENTRE_PT

    def is_narrow(self, piece: Piece) -> bool:
        """Whether a piece leaves space on both sides."""
        left, right = self.edges
        return piece.left - left > CENTRE_PT and right - piece.right > CENTRE_PT

    @cached_property
    def marked(self) -> frozenset[int]:
        """The glyphs that are stamped or stamped on, by their place in the file's order."""
        stamped = {glyph.index for figure in self.figures for glyph in figure.glyphs}
        return frozenset(stamped.union(*(overlay.covers for overlay in self.overlays)))

    @property
    def middle(self) -> float:
        """The middle between the margins in pt."""
        return sum(self.edges) / 2

    @cached_property
    def edges(self) -> tuple[float, float]:
        """Where print begins and ends on the page, from left to right in pt."""
        pieces = [piece for row in self.rows for piece in row]
        return min(p.left for p in pieces), max(p.right for p in pieces)
