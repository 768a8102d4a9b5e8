"""What stands in the margins of PDF pages and is no text: page numbers, running heads."""

from collections import Counter
from collections.abc import Sequence

import regex

from extract.readers.pdf_print import Row

MARGIN_SHARE = 0.1
"""Of a page's height, at its top and bottom."""
PAGE_NUMBER = regex.compile(r"(?:Trang|trang)?\s*[-–]?\s*\d{1,3}(?:\s*/\s*\d{1,3})?\s*[-–]?")
FEWEST_PAGES = 3
"""On so many pages the same line must stand at the same place to be a running head."""

Pages = Sequence[tuple[list[Row], float]]
"""The rows of each page, and its height in pt."""


def without_margins(pages: Pages) -> list[list[Row]]:
    """The rows of each page without page numbers and running heads."""
    heads = Counter(head for rows, height in pages for head in margin_lines(rows, height))
    running = {head for head, times in heads.items() if times >= FEWEST_PAGES}
    return [
        [row for row in rows if not (in_margin(row, height) and is_apart(row, running))]
        for rows, height in pages
    ]


def margin_lines(rows: Sequence[Row], height: float) -> set[tuple[str, int]]:
    """The lines in a page's margins."""
    return {line_of(row) for row in rows if in_margin(row, height)}


def in_margin(row: Row, height: float) -> bool:
    """Whether a row is one piece in the top or bottom margin."""
    share = row[0].baseline / height
    return len(row) == 1 and not MARGIN_SHARE < share < 1 - MARGIN_SHARE


def is_apart(row: Row, running: set[tuple[str, int]]) -> bool:
    """Whether a row in a margin is a page number or one of the `running` heads."""
    return PAGE_NUMBER.fullmatch(row[0].text) is not None or line_of(row) in running


def line_of(row: Row) -> tuple[str, int]:
    """A row's text, numbers left open, and its place in pt: what a running head repeats."""
    return regex.sub(r"\d+", "#", row[0].text), round(row[0].baseline)
