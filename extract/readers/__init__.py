"""Readers: one per file format, each giving a `Layout`; what they know stays with them."""

from importlib import import_module
from pathlib import Path

from extract.layout import Layout
from extract.recognise import recognise
from plan.errors import UnreadableError
from plan.messages import N_

READERS = {
    "docx": "extract.readers.docx",
    "doc": "extract.readers.office",
    "rtf": "extract.readers.office",
    "odt": "extract.readers.odt",
    "html": "extract.readers.html",
    "pdf": "extract.readers.pdf",
    "picture": "extract.readers.picture",
    "text": "extract.readers.text",
}
"""Format → the module whose `read(path)` reads it, imported only when such a file comes."""


def read_layout(path: Path) -> Layout:
    """The document at `path` as lines and tables in reading order.

    Raises:
        UnreadableError: missing, damaged, locked, or not a document.
        LimitError: over a limit of size, pages, dots or time.
        MissingToolError: an outside program that reads this format is not installed.
    """
    name = recognise(path)
    if name not in READERS:
        raise UnreadableError(
            N_("{file}: this is data, not a document; name a Word, PDF, web or text file"),
            file=path.name,
        )
    layout: Layout = import_module(READERS[name]).read(path)
    return layout
