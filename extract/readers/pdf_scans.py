"""The pages of a PDF that are pictures: drawn one after the other, and recognised."""

from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path

import pypdfium2 as pdfium

from extract.limits import PIXELS
from extract.readers.pdf_leaf import Leaf
from extract.readers.pdf_sheet import Sheet
from extract.readers.pdf_trust import needs_ocr
from extract.readers.scan.pages import DPI, INCH_PT, Recogniser, Scan
from extract.readers.scan.report import not_read, recognised_pages
from extract.readers.scan.tesseract import ready
from plan.errors import MissingToolError
from plan.model import Finding


def recognised(path: Path, leaves: Sequence[Leaf]) -> tuple[list[Sheet], list[Finding]]:
    """The pages of the PDF at `path`, those recognised that need it, and what is said of them.

    Where that cannot be done the other pages are still worth reading, and it is a finding.

    Raises:
        MissingToolError: Tesseract or its data for Vietnamese is missing, and no other page has
            text to believe.
        LimitError, UnreadableError: it took too long on a page, or failed.
    """
    doubted = [leaf.number for leaf in leaves if needs_ocr(leaf)]
    if not doubted:
        return [Sheet.of(leaf) for leaf in leaves], []
    try:
        recogniser = Recogniser(ready(path.name), path.name)
    except MissingToolError:
        if not any(leaf.glyphs for leaf in leaves if leaf.number not in doubted):
            raise
        return [Sheet.of(leaf) for leaf in leaves], [not_read(doubted)]
    scans = dict(scanned(path, doubted, recogniser))
    sheets = [
        Sheet.scanned(leaf.number, leaf.height, scans[leaf.number], leaf.figures)
        if leaf.number in scans
        else Sheet.of(leaf)
        for leaf in leaves
    ]
    return sheets, recognised_pages(scans)


def scanned(
    path: Path, numbers: Sequence[int], recogniser: Recogniser
) -> Iterator[tuple[int, Scan]]:
    """Pages with what is recognised on them; never more than one picture is in memory.

    They are drawn without what is stamped on them: an e-seal's words are none of the text.
    """
    document = pdfium.PdfDocument(path)
    try:
        for number in numbers:
            page = document[number]
            area = page.get_width() * page.get_height()
            scale = min(DPI / INCH_PT, sqrt(PIXELS / area))
            bitmap = page.render(scale=scale, draw_annots=False, may_draw_forms=False)
            page.close()
            yield number, recogniser.scan(bitmap.to_pil(), scale * INCH_PT)
            bitmap.close()
    finally:
        document.close()
