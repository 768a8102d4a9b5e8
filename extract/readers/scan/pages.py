"""One scanned page: cleaned, recognised, its words and ruled tables with their places in pt."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from extract.readers.pdf_glyphs import Glyph
from extract.readers.pdf_tables import Frame
from extract.readers.scan.cells import with_figures
from extract.readers.scan.cleaning import cleaned
from extract.readers.scan.glyphs import glyphs_of
from extract.readers.scan.heads import with_heads
from extract.readers.scan.repair import Repair, repaired, repairs
from extract.readers.scan.ruling import ruled_in
from extract.readers.scan.tesseract import Mode, recognise
from extract.readers.scan.words import Strip, strips_of

INCH_PT = 72.0
DPI = 300
"""At this Tesseract reads best; pages are drawn at it, pictures enlarged or reduced to it."""


@dataclass(frozen=True)
class Scan:
    """What was recognised on a page."""

    glyphs: list[Glyph]
    frames: list[Frame]
    repairs: list[Repair]


@dataclass
class Recogniser:
    """Reads the pages of one file with one program; `name` is what errors call the file."""

    tesseract: Path
    name: str

    def scan(self, picture: Image.Image, dpi: float) -> Scan:
        """What stands on the picture of a page."""
        grey = cleaned(picture)
        frames = ruled_in(grey, dpi)
        found = self.strips(grey, dpi, "page")
        strips = with_figures(
            grey, frames, found, dpi, lambda sheet: self.strips(sheet, dpi, "figures")
        )
        mended = with_heads(repaired(strips), frames, dpi)
        return Scan(glyphs_of(mended, dpi), frames, repairs(strips, mended))

    def strips(self, picture: Image.Image, dpi: float, mode: Mode) -> list[Strip]:
        """The lines that Tesseract finds in a picture."""
        return strips_of(recognise(self.tesseract, picture, dpi, mode, self.name))
