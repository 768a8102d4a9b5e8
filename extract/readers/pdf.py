"""Reading PDF: page by page by its text, or by recognising it where the page is a picture."""

from pathlib import Path

import pypdfium2 as pdfium

from extract.layout import Layout
from extract.limits import check_pages, check_size
from extract.readers.pdf_leaf import leaves_of
from extract.readers.pdf_repairs import report
from extract.readers.pdf_scans import recognised
from extract.readers.pdf_signatures import signatures_of
from extract.readers.pdf_writer import layout_of
from plan.errors import UnreadableError
from plan.messages import N_


def read(path: Path) -> Layout:
    """The PDF at `path`; each `Line` is a line of print.

    Raises:
        UnreadableError: damaged, locked, or without text.
        LimitError: over a limit of size, pages or time.
        MissingToolError: a scan, and no program that recognises it.
    """
    check_size(path)
    document = opened(path)
    try:
        check_pages(path, len(document))
        signatures = signatures_of(document)
        leaves = leaves_of(document)
    except pdfium.PdfiumError as error:
        raise damaged(path) from error
    finally:
        document.close()
    sheets, findings = recognised(path, leaves)
    repairs = [
        repair
        for leaf, sheet in zip(leaves, sheets, strict=True)
        for repair in leaf.repairs
        if not sheet.recognised
    ]
    layout = layout_of(sheets, "pdf", findings, signatures, tuple(report(repairs)))
    if layout is None:
        raise UnreadableError(
            N_("{file}: there is no text on its pages; ask for the Word file or the signed PDF"),
            file=path.name,
        )
    return layout


def opened(path: Path) -> "pdfium.PdfDocument":
    """The PDF document, or one of our errors."""
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" not in str(error).lower():
            raise damaged(path) from error
        raise UnreadableError(
            N_("{file}: the PDF is locked by a password; open it and save a copy without one"),
            file=path.name,
        ) from error


def damaged(path: Path) -> UnreadableError:
    """The error for a PDF that cannot be parsed."""
    return UnreadableError(
        N_("{file}: the PDF is damaged; open it in a viewer, print it to a new PDF, use that"),
        file=path.name,
    )
