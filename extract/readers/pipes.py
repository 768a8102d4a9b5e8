"""Tables drawn with pipes: `| a | b |` over `|---|---|`, as in Markdown, or rows alike."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extract.layout import Cell, Table
from extract.readers.cells import cell_of
from extract.readers.dress import Raw

ROW = regex.compile(r"\s*\|.*\S.*")
CLOSED = regex.compile(r"\s*\|(?:[^|]*+\|){3,}+\s*")
"""A row of three cells or more with a bar at either end: two such rows are a table in any case."""
SEPARATOR = regex.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
BAR = regex.compile(r"(?<!\\)\|")
BREAK = regex.compile(r"<br\s*/?>")


def split_tables(raws: Sequence[Raw]) -> Iterator[Raw | Table]:
    """The lines of a text, those that draw a table taken together."""
    at = 0
    while at < len(raws):
        end = table_end(raws, at)
        if end > at:
            yield table_of(raws[at:end])
        else:
            yield raws[at]
        at = max(end, at + 1)


def table_end(raws: Sequence[Raw], at: int) -> int:
    """Where the table that begins at line `at` ends; `at` itself where none begins."""
    head = raws[at].text
    if not ROW.fullmatch(head) or SEPARATOR.fullmatch(head) or at + 1 == len(raws):
        return at
    below = raws[at + 1].text
    separated = "|" in below and SEPARATOR.fullmatch(below)
    alike = CLOSED.fullmatch(head) and CLOSED.fullmatch(below)
    if not separated and not (alike and head.count("|") == below.count("|")):
        return at
    end = at + 2
    while end < len(raws) and ROW.fullmatch(raws[end].text):
        end += 1
    return end


def table_of(raws: Sequence[Raw]) -> Table:
    """The table drawn by `raws`; rows too short are filled up with empty cells."""
    rows = [row_of(raw) for raw in raws if not SEPARATOR.fullmatch(raw.text)]
    columns = max(len(row) for row in rows)
    filled = [[*row, *[Cell(())] * (columns - len(row))] for row in rows]
    kept = [tuple(row) for row in filled if any(cell.lines for cell in row)]
    return Table(tuple(kept), page=raws[0].page)


def row_of(raw: Raw) -> list[Cell]:
    """The cells of one drawn row."""
    inner = raw.text.strip()
    end = raw.start + raw.text.index(inner) + len(inner) - inner.endswith("|")
    bars = [raw.start + bar.start() for bar in BAR.finditer(raw.text)]
    edges = [place for place in bars if place < end] + [end]
    return [cell_between(raw, left + 1, right) for left, right in pairwise(edges)]


def cell_between(raw: Raw, start: int, end: int) -> Cell:
    """The cell in the source between two bars, its lines parted by `<br>`."""
    text = raw.text[start - raw.start : end - raw.start]
    breaks = [(0, 0), *(found.span() for found in BREAK.finditer(text)), (len(text), len(text))]
    return cell_of(
        [
            Raw(text[left:right], start + left, raw.page)
            for (_, left), (right, _) in pairwise(breaks)
        ]
    )
