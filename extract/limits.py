"""How large an input may be, checked before anything is unpacked or parsed.

A plan with a hundred pages of tables stays two orders of magnitude below these numbers; what is
above them is a mistake or an attack, and would only eat the memory of an office computer.
"""

from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipInfo

from plan.errors import LimitError
from plan.messages import N_

MEGABYTE = 1024 * 1024

FILE_MEGABYTES = 100
TEXT_MEGABYTES = 10
UNPACKED_MEGABYTES = 400
XML_MEGABYTES = 32
"""For one XML part: its tree takes about sixteen times as much memory."""
ENTRIES = 5_000
RATIO = 150
"""Unpacked by packed size, of entries that are large enough to matter; Word's own XML is at 8."""
PAGES = 1_000
PIXELS = 60_000_000
"""Of a page: A3 in 500 dots per inch."""
TABLE_BORDERS = 20_000
RUNS = 200_000
"""Stretches of letters of one look; each takes a kilobyte of memory."""


def check_size(path: Path, megabytes: int = FILE_MEGABYTES) -> None:
    """Refuse a file of more than `megabytes` (`LimitError`)."""
    if path.stat().st_size > megabytes * MEGABYTE:
        raise LimitError(
            N_("{file}: the file is larger than {limit} MB; split it or take out the pictures"),
            file=path.name,
            limit=megabytes,
        )


def check_archive(path: Path, entries: Sequence[ZipInfo]) -> None:
    """Refuse a package that would unpack to too much (`LimitError`)."""
    unpacked = sum(entry.file_size for entry in entries)
    if (
        len(entries) > ENTRIES
        or unpacked > UNPACKED_MEGABYTES * MEGABYTE
        or any(is_bomb(entry) for entry in entries)
    ):
        raise LimitError(
            N_("{file}: the file unpacks to {size} MB, which no plan needs; ask for a clean copy"),
            file=path.name,
            size=unpacked // MEGABYTE,
        )


def is_bomb(entry: ZipInfo) -> bool:
    """Whether one entry of a package is larger or packed harder than a document's parts are."""
    if entry.filename.endswith((".xml", ".rels")) and entry.file_size > XML_MEGABYTES * MEGABYTE:
        return True
    return entry.file_size > MEGABYTE and entry.file_size > RATIO * max(entry.compress_size, 1)


def check_pages(path: Path, pages: int) -> None:
    """Refuse a document of too many pages (`LimitError`)."""
    if pages > PAGES:
        raise LimitError(
            N_("{file}: {pages} pages are more than {limit}; split the file and read the parts"),
            file=path.name,
            pages=pages,
            limit=PAGES,
        )


def check_borders(path: Path, borders: int) -> None:
    """Refuse a text with more table borders than can be put in order (`LimitError`)."""
    if borders > TABLE_BORDERS:
        raise LimitError(
            N_("{file}: {borders} table borders are more than {limit}; split the file"),
            file=path.name,
            borders=borders,
            limit=TABLE_BORDERS,
        )


def check_runs(path: Path, runs: int) -> None:
    """Refuse a document of too many stretches of letters (`LimitError`)."""
    if runs > RUNS:
        raise LimitError(
            N_("{file}: the text is longer than any plan; split the file and read the parts"),
            file=path.name,
        )
