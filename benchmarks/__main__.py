"""Print how fast reading, writing and checking are, and how much memory reading takes.

    python -m benchmarks

Each figure is the median of several runs in time of the processor, and each ratio sets two of them
against each other that were measured in turn in the same process, so that a slow or busy machine
slows both. "Record" is all that `kehoach extract` gives: fields, places, doubts, confidence.
"""

import logging
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import pdfplumber
import pypdfium2 as pdfium
import regex

import extract
from benchmarks.documents import make, texts
from benchmarks.timing import usual
from benchmarks.writing import checking, writing

LONG = 8
"""How many times a text is repeated to see whether time grows faster than text."""
WORD = regex.compile(r"[\p{L}\p{M}]+|\d+|\S")


def words(text: str) -> list[str]:
    """The yardstick for texts: normalised and cut into words and marks."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def plumbed(file: Path) -> list[str]:
    """The yardstick for PDFs: the bare text of each page, as pdfplumber gives it."""
    with pdfplumber.open(file) as document:
        return [page.extract_text() for page in document.pages]


def bare(file: Path) -> list[str]:
    """The bare text of each page, as pdfium gives it."""
    with pdfium.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range() for page in document]


def of_texts(folder: Path) -> None:
    """Print the rows on plain text."""
    text = texts()
    short, long = folder / "short.txt", folder / "long.txt"
    short.write_text(text, "utf-8")
    long.write_text(text * LONG, "utf-8")
    yard, one, many = usual(
        lambda: words(text), lambda: extract.read(short), lambda: extract.read(long)
    )
    click.echo(f"text to record           {len(text.encode()) / one / 1e6:7.2f} MB/s")
    click.echo(f"  cutting it into words  {one / yard:7.1f} times as fast")
    click.echo(f"  {LONG} times the text       {many / one:7.1f} times as long")


def of_documents(pdfs: Sequence[Path], word_files: Sequence[Path]) -> None:
    """Print the rows on PDF and Word files."""
    pages = sum(len(bare(file)) for file in pdfs)
    plumber, text, record, record_of_word = usual(
        lambda: [plumbed(file) for file in pdfs],
        lambda: [bare(file) for file in pdfs],
        lambda: [extract.read(file) for file in pdfs],
        lambda: [extract.read(file) for file in word_files],
    )
    click.echo(f"PDF to record            {pages / record:7.1f} pages/s of {len(pdfs)} files")
    click.echo(f"  pdfplumber's text      {plumber / record:7.1f} times as long")
    click.echo(f"  pdfium's text          {record / text:7.1f} times as fast")
    click.echo(f"Word file to record      {len(word_files) / record_of_word:7.1f} files/s")


def main() -> None:
    """Measure and print."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    writing()
    checking()
    with TemporaryDirectory() as name:
        folder = Path(name)
        of_texts(folder)
        files = make(folder)
        pdfs, word_files = files["pdf"], files["docx"]
        of_documents(pdfs, word_files)
        call = [sys.executable, "-m", "benchmarks.memory", *map(str, (*pdfs, *word_files))]
        subprocess.run(call, check=True)  # noqa: S603 - this program itself


if __name__ == "__main__":
    main()
