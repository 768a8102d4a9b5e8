"""Stamps on a PDF: number, day and seal of an e-signed document are drawn over its pages.

They are appearances of signature fields (annotations), which are no part of a page's text. In a
copy in memory they are made part of it; the file itself is never touched, so that its signatures
stay whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

STAMPED = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP})

Corners = tuple[float, float, float, float]
"""Left, bottom, right and top in pt from the page's origin."""


class Mark(NamedTuple):
    """What lies on a page: its kind (of annotation) and where."""

    kind: int
    corners: Corners


@dataclass(frozen=True)
class Own:
    """How many characters and objects a page has of its own, and where it is stamped."""

    characters: int
    objects: int
    stamps: Sequence[Corners]


def with_stamps(
    document: "pdfium.PdfDocument",
) -> "tuple[pdfium.PdfDocument, Sequence[Own]]":
    """A copy of the document with its stamps as text, and what each page had without them."""
    own = [flattened(document, number) for number in range(len(document))]
    copy = BytesIO()
    document.save(copy)
    document.close()
    return pdfium.PdfDocument(copy.getvalue(), autoclose=True), own


def stamps_on(page: "pdfium.PdfPage") -> list[Corners]:
    """Where form fields and stamps lie on a page."""
    marks = [mark_of(page, index) for index in range(raw.FPDFPage_GetAnnotCount(page))]
    return [mark.corners for mark in marks if mark.kind in STAMPED]


def mark_of(page: "pdfium.PdfPage", index: int) -> Mark:
    """One annotation of a page."""
    annotation, box = raw.FPDFPage_GetAnnot(page, index), raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    raw.FPDFPage_CloseAnnot(annotation)
    return Mark(kind, (box.left, box.bottom, box.right, box.top))


def flattened(document: "pdfium.PdfDocument", number: int) -> Own:
    """Make what lies on a page part of it; what it had of its own before."""
    page = document[number]
    stamps = stamps_on(page)
    text = page.get_textpage()
    own = Own(text.count_chars(), raw.FPDFPage_CountObjects(page), stamps)
    text.close()
    if stamps:
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return own
