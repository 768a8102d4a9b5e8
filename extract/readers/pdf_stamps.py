"""Stamps on a PDF: number, day and seal of an e-signed document are drawn over its pages.

They are appearances of signature fields (annotations), which are no part of a page's text. In a
copy in memory they are made part of it; the file itself is never touched, so that its signatures
stay whole.
"""

from collections.abc import Sequence
from io import BytesIO

import pypdfium2 as pdfium
import regex
from pypdfium2 import raw

STAMPED = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP})
FILLED_IN = regex.compile(r"[\d ]{1,9}")
"""What is stamped into the text: a number or a day. All else on a stamp is a seal's own words."""


def with_stamps(
    document: "pdfium.PdfDocument",
) -> "tuple[pdfium.PdfDocument, Sequence[int]]":
    """The document with its stamps as text, and how many characters each page had without them.

    Where nothing is drawn over the pages it is the document itself, and the numbers are left out.
    """
    pages = range(len(document))
    if not any(is_stamped(document, number) for number in pages):
        return document, ()
    typed = [flattened(document, number) for number in pages]
    copy = BytesIO()
    document.save(copy)
    document.close()
    return pdfium.PdfDocument(copy.getvalue(), autoclose=True), typed


def is_stamped(document: "pdfium.PdfDocument", number: int) -> bool:
    """Whether a form field or a stamp lies on a page."""
    page = document[number]
    kinds = set()
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kinds.add(raw.FPDFAnnot_GetSubtype(annotation))
        raw.FPDFPage_CloseAnnot(annotation)
    page.close()
    return not kinds.isdisjoint(STAMPED)


def flattened(document: "pdfium.PdfDocument", number: int) -> int:
    """Make what lies on a page part of it; how many characters it had before."""
    page = document[number]
    text = page.get_textpage()
    typed: int = text.count_chars()
    text.close()
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    page.close()
    return typed
