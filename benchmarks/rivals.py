"""Other programs that turn documents into text, each as a function from a file to its text.

All of them give plain text or Markdown; ours gives the whole record, with every value's place.
unstructured is not among them: it fetches a language model when it first reads.
"""

from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

Read = Callable[[Path], object]


def ours() -> Read:
    """The whole conversion: the record, its evidence, its rows for the archive."""
    import extract
    from kehoach.archive.rows import rows_of

    def read(file: Path) -> object:
        plan = extract.read(file)
        return plan.model_dump_json(), rows_of(plan)

    return read


def pdfium() -> Read:
    """The bare text of a PDF file's pages."""
    import pypdfium2

    def read(file: Path) -> object:
        with pypdfium2.PdfDocument(file) as document:
            return [page.get_textpage().get_text_range() for page in document]

    return read


def plumber() -> Read:
    """The bare text of a PDF file's pages, by pdfplumber."""
    import pdfplumber

    def read(file: Path) -> object:
        with pdfplumber.open(file) as document:
            return [page.extract_text() for page in document.pages]

    return read


def markitdown() -> Read:
    """Markdown, by Microsoft's markitdown."""
    from markitdown import MarkItDown

    converter = MarkItDown()
    return lambda file: converter.convert(str(file)).text_content


def kreuzberg() -> Read:
    """Plain text, by kreuzberg, whose core is compiled."""
    from kreuzberg import ExtractionConfig, extract_file_sync

    config = ExtractionConfig(use_cache=False)
    return lambda file: extract_file_sync(str(file), config=config).content


def docling() -> Read:
    """A document tree, by docling's reader of Word files; its PDF pipeline needs models."""
    from docling.backend.msword_backend import MsWordDocumentBackend
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.document import InputDocument

    def read(file: Path) -> object:
        given = InputDocument(
            path_or_stream=file, format=InputFormat.DOCX, backend=MsWordDocumentBackend
        )
        return given._backend.convert().export_to_markdown()  # noqa: SLF001 - its converter needs torch

    return read


OURS = "kehoach"
RIVALS: dict[str, tuple[Callable[[], Read], frozenset[str]]] = {
    OURS: (ours, frozenset({"docx", "pdf"})),
    "pypdfium2": (pdfium, frozenset({"pdf"})),
    "pdfplumber": (plumber, frozenset({"pdf"})),
    "kreuzberg": (kreuzberg, frozenset({"docx", "pdf"})),
    "markitdown": (markitdown, frozenset({"docx", "pdf"})),
    "docling": (docling, frozenset({"docx"})),
}
"""Name of a package → what makes its function, and the forms that it reads without models."""


def installed(form: str) -> dict[str, Read]:
    """The functions for files of a form, of the packages that are there."""
    return {
        name: make()
        for name, (make, forms) in RIVALS.items()
        if form in forms and find_spec("extract" if name == OURS else name)
    }


def versions() -> str:
    """The versions of what is compared."""
    distributions = {"docling": "docling-slim"}
    found = [name for name in RIVALS if name != OURS and find_spec(name)]
    return ", ".join(f"{name} {version(distributions.get(name, name))}" for name in found)
