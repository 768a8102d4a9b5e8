"""The documents that are read: those of `samples/`, and PDFs that LibreOffice prints of them."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import docgen
import extract
from plan import office

SAMPLES = Path(__file__).parent.parent / "samples"
EACH = 4
"""Of the annotated plans every fourth is printed, which takes some seconds each."""


def texts() -> str:
    """The texts of all samples, one after another."""
    files = [*SAMPLES.glob("*.md"), *SAMPLES.glob("corpus/*/*.txt")]
    return "\n".join(file.read_text("utf-8") for file in sorted(files) if file.name != "README.md")


def documents(folder: Path) -> tuple[list[Path], list[Path]]:
    """PDFs and Word files, those made that are not among the samples; these are put in `folder`.

    Without LibreOffice the PDFs are only those of the samples.
    """
    pdfs = [Path(copy(file, folder)) for file in sorted(SAMPLES.glob("*.pdf"))]
    words = [Path(copy(file, folder)) for file in sorted(SAMPLES.glob("*.docx"))]
    words += made(folder)
    if office.program():
        for word in words:
            pdf = folder / f"printed-{word.stem}.pdf"
            pdf.write_bytes(office.printed(word.read_bytes(), word.name))
            pdfs.append(pdf)
    return pdfs, words


def made(folder: Path) -> Iterator[Path]:
    """Word files of some of the annotated plans."""
    for file in sorted(SAMPLES.glob("corpus/*/*.txt"))[::EACH]:
        word = folder / f"{file.stem}.docx"
        word.write_bytes(docgen.render(extract.read(file)))
        yield word
