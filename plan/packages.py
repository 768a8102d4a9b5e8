"""How much a zipped document may unpack to, checked before anything is unpacked or parsed.

A plan with a hundred pages of tables stays two orders of magnitude below these numbers.
"""

from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipInfo

from plan.errors import LimitError
from plan.messages import N_

MEGABYTE = 1024 * 1024

UNPACKED_MEGABYTES = 400
XML_MEGABYTES = 32
"""For one XML part: its tree takes about sixteen times as much memory."""
ENTRIES = 5_000
RATIO = 150
"""Unpacked by packed size, of entries that are large enough to matter; Word's own XML is at 8."""


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
