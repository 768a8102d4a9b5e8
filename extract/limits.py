"""How large an input may be and how long reading it may take.

Sizes are checked before anything is unpacked or parsed, time between pages and paragraphs. A plan
with a hundred pages of tables stays an order of magnitude below these numbers or more; what is
above them is a mistake or an attack, and would only eat the memory of an office computer.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from time import monotonic

from extract.layout import Layout, Line, Table
from plan.errors import LimitError
from plan.messages import N_
from plan.packages import MEGABYTE

FILE_MEGABYTES = 100
TEXT_MEGABYTES = 10
STREAM_MEGABYTES = 200
"""For one stream of a PDF: a page's picture in colour of as many dots as are allowed."""
PAGES = 1_000
PIXELS = 60_000_000
"""Of a page: A3 in 500 dots per inch."""
TABLE_BORDERS = 20_000
RUNS = 200_000
"""Stretches of letters of one look; each takes a kilobyte of memory."""
TAGS = 1_000_000
"""Of the XML or HTML that is made into a tree; a page of Word has some hundreds."""
CHARACTERS = 3_000_000
LINES = 60_000
"""Of a thousand pages, like the characters; a line of a table's cell counts too."""
LINE_CHARACTERS = 200_000
"""Of one line or paragraph: also a file that lost all of its line breaks is read."""
COLUMNS = 100
"""Of a table; Word makes 63 at most. Cells that reach further are cut off there."""
CELLS = 200_000
"""Of all tables, a cell counted for each column that it covers."""
SECONDS = 1_800
"""For a whole file: a scan of 180 pages on a slow office computer."""


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


def check_runs(path: Path, runs: int, characters: int = 0) -> None:
    """Refuse a document of too many stretches of letters, or too many letters (`LimitError`)."""
    if runs > RUNS or characters > CHARACTERS:
        raise too_long(path)


def check_tags(path: Path, content: bytes) -> None:
    """Refuse XML or HTML whose tree would be too large (`LimitError`)."""
    if content.count(b"<") > TAGS:
        raise too_long(path)


def check_text(path: Path, text: str) -> None:
    """Refuse a text of too many characters, lines or characters of one line (`LimitError`)."""
    if len(text) > CHARACTERS:
        raise too_long(path)
    lines = text.splitlines()
    if len(lines) > LINES or max(map(len, lines), default=0) > LINE_CHARACTERS:
        raise too_long(path)


def check_layout(path: Path, layout: Layout) -> None:
    """Refuse a document that is too long to be understood (`LimitError`)."""
    check_text(path, layout.text)
    tables = [block for block in layout.blocks if isinstance(block, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    lines = [block for block in layout.blocks if isinstance(block, Line)]
    count = len(lines) + sum(len(cell.lines) for cell in cells)
    if count > LINES or sum(cell.span for cell in cells) > CELLS:
        raise too_long(path)


def too_long(path: Path) -> LimitError:
    """The error for a text that no plan is as long as."""
    return LimitError(
        N_("{file}: the text is longer than any plan; split the file and read the parts"),
        file=path.name,
    )


TIME: ContextVar[tuple[str, float] | None] = ContextVar("TIME", default=None)
"""The file that is being read, and when the time for it is over."""


@contextmanager
def limited_time(path: Path) -> Iterator[None]:
    """Give what is read within so much time and no more; the time runs from now on."""
    before = TIME.set((path.name, monotonic() + SECONDS))
    try:
        yield
    finally:
        TIME.reset(before)


def check_time() -> None:
    """End reading a file whose time is over (`LimitError`); to be asked between its parts."""
    limit = TIME.get()
    if limit and monotonic() > limit[1]:
        raise LimitError(
            N_("{file}: reading took more than {minutes} minutes; split the file, read the parts"),
            file=limit[0],
            minutes=SECONDS // 60,
        )
