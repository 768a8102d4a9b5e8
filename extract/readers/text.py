"""Reading plain text and Markdown, also as OCR tools and web pages leave it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import regex

from extract.encodings import unicode_form
from extract.layout import Layout, Line, Table
from extract.legacy import (
    NAMES,
    Encoding,
    changes,
    decoded,
    guess,
    report,
    suspected,
    without_fonts,
)
from extract.limits import TEXT_MEGABYTES, check_size
from extract.readers.bars import split_grids
from extract.readers.columns import split_columns
from extract.readers.dress import Emphasis, Raw, undress
from extract.readers.pipes import split_tables
from plan.errors import UnreadableError
from plan.messages import N_
from plan.model import Finding
from plan.text import nfc

LINE = regex.compile(r"([^\n\r\f\v\u0085\u2028\u2029]*)(\r\n|[\n\r\f\v\u0085\u2028\u2029]|$)")


def read(path: Path) -> Layout:
    """The text file at `path`; `Layout.text` is its content as it stands, in NFC.

    Text in windows-1258, TCVN3 or VNI is made Unicode where its letters leave no doubt.

    Raises:
        UnreadableError: no encoding that is known for sure, or nothing but spaces.
        LimitError: larger, or with more table borders, than any plan.
    """
    found = decode(path)
    raws = physical_lines(found.text)
    blocks = tuple(
        block
        for part in split_grids(path, raws)
        for block in ([part] if isinstance(part, Table) else prose(part))
    )
    return Layout(
        blocks,
        found.text,
        format="text",
        wrapped=True,
        pages=raws[-1].page,
        reader="kehoach",
        repairs=found.repairs,
        findings=found.doubts,
    )


class Decoded(NamedTuple):
    """A text in NFC, what was done to its letters, and what is doubtful about them."""

    text: str
    repairs: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()


def decode(path: Path) -> Decoded:
    """The content of a text file."""
    check_size(path, TEXT_MEGABYTES)
    content = path.read_bytes()
    try:
        encoding = unicode_form(content) or "utf-8"
        found = modernised(str(nfc(content.decode(encoding))))
    except UnicodeDecodeError:
        found = undeclared(content)
    if "\x00" in found.text:
        raise UnreadableError(
            N_("{file}: this is not Unicode text; open it in Notepad and save it as UTF-8"),
            file=path.name,
        )
    if not found.text.strip():
        raise UnreadableError(N_("{file}: the file is empty; ask for a new copy"), file=path.name)
    return found


def modernised(text: str) -> Decoded:
    """Unicode text as it is, but where all of its letters are those of an old encoding."""
    encoding = guess(text)
    if encoding:
        made = without_fonts(text, encoding)
        return Decoded(made, repairs=(report(encoding, changes(text, encoding)),))
    doubtful = suspected(text)
    return Decoded(text, doubts=(doubt(doubtful),) if doubtful else ())


def doubt(encoding: Encoding) -> Finding:
    """The finding that a text seems to be in an old encoding, but not wholly."""
    return Finding(
        code="legacy-encoding-doubtful",
        template=N_(
            "the text seems to be typed in the old encoding {encoding}, but others are among it "
            "or letters are lost; it is left as it stands: convert it to Unicode and read it again"
        ),
        args={"encoding": NAMES[encoding]},
    )


def undeclared(content: bytes) -> Decoded:
    """The text of bytes that are not Unicode; a zero where its encoding is not sure."""
    found = decoded(content)
    if found is None:
        return Decoded("\x00")
    text, name = found
    return Decoded(text, repairs=(report(name, sum(not letter.isascii() for letter in text)),))


def physical_lines(text: str) -> list[Raw]:
    """The lines of `text`; a form feed begins a new page, and only with one are there pages."""
    page = 1 if "\f" in text else None
    raws = []
    for found in LINE.finditer(text):
        raws.append(Raw(found[1], found.start(), page))
        if page and found[2] == "\f":
            page += 1
    return raws


def prose(raws: Sequence[Raw]) -> Iterator[Line | Table]:
    """Lines outside of a grid, with the tables and columns that are drawn among them."""
    emphasis = Emphasis()
    plain: list[Raw] = []
    for part in [*split_tables(raws), None]:
        if isinstance(part, Raw):
            plain.append(part)
            continue
        for piece in split_columns(plain):
            yield piece if isinstance(piece, Table) else undress(piece, emphasis)
        plain = []
        if part is not None:
            yield part
