"""How large an input may be, checked before anything is unpacked or parsed.

A plan with a hundred pages of tables stays two orders of magnitude below these numbers; what is
above them is a mistake or an attack, and would only eat the memory of an office computer.
"""

from pathlib import Path

from plan.errors import LimitError
from plan.messages import N_
from plan.packages import MEGABYTE

FILE_MEGABYTES = 100
TEXT_MEGABYTES = 10
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
