"""The body of a document as lines for the template: headings, paragraphs, items, tables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from plan.model import Block, Section

Mark = Callable[[str, str | None], str]
"""Takes the pointer of a place and its text, and gives the text for the template."""

_DEEPEST_HEADING = 6
_LONGEST_CENTRED = 12
_BARE_LABELS = (
    (regex.compile(r"(?:[IVXLC]+|\d+)(?:\.\d+)*|\p{Lu}"), "."),
    (regex.compile(r"(?:\d+\.)*\p{Ll}"), ")"),
)
_PART = regex.compile(r"(?:phần|chương|mục|tiểu mục)\s+\S+", regex.IGNORECASE)
_POINT = regex.compile(r"(?:\d+\.)*\p{Ll}\)?")
_GROUP_LABEL = regex.compile(r"[IVXLC]+\.?|\p{Lu}\.?")
_COLUMN_NUMBER = regex.compile(r"\(\d+\)|")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    `style` is `group` for the heading of the rows below it, `centred` where the whole column holds
    short entries, else `text`.
    """

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of the body.

    `style` is `part`, `heading 1` to `heading 6`, `basis`, `text` or `table`. `bold` is false for
    the heading of a point (điểm). A table has `head`, the rows that are repeated on each page, and
    `rows`; a row that is shorter than the others reaches to the table's right edge.
    """

    style: str
    text: str = ""
    bold: bool = True
    head: tuple[tuple[Cell, ...], ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


def outline(sections: list[Section], pointer: str, depth: int, mark: Mark) -> Iterator[Line]:
    """The sections at `depth` (from 1) and all below them, heading by heading."""
    for number, section in enumerate(sections):
        here = f"{pointer}/{number}"
        yield from _heading(section, here, depth, mark)
        yield from blocks(section.content or [], f"{here}/content", mark)
        yield from outline(section.children, f"{here}/children", depth + 1, mark)


def _heading(section: Section, pointer: str, depth: int, mark: Mark) -> Iterator[Line]:
    """A heading; `Phần I` stands on a line above its title."""
    label = section.label or ""
    if _PART.fullmatch(label):
        yield Line("part", mark(pointer, "\n".join(filter(None, (label, section.title)))))
    elif label or section.title:
        style = f"heading {min(depth, _DEEPEST_HEADING)}"
        text = joined(punctuated(label), section.title)
        yield Line(style, mark(pointer, text), bold=not _POINT.fullmatch(label))


def blocks(content: list[Block], pointer: str, mark: Mark) -> Iterator[Line]:
    """The blocks at `pointer` and those below them; what has neither text nor cells is left out."""
    for number, block in enumerate(content):
        here = f"{pointer}/{number}"
        text = joined(punctuated(block.label), block.text)
        if text:
            yield Line("text", mark(here, text))
        if any(block.rows):
            yield _table(block.rows, here, mark)
        yield from blocks(block.children, f"{here}/children", mark)


def _table(rows: list[list[str]], pointer: str, mark: Mark) -> Line:
    """A table; its first row, and a row of column numbers `(1) (2) (3)` below it, are its head."""
    filled = [(number, row) for number, row in enumerate(rows) if row]
    styles = [_column_style(column, rows) for column in range(max(map(len, rows)))]
    cells = tuple(
        tuple(
            Cell(mark(f"{pointer}/rows/{number}/{column}", text), style)
            for column, (text, style) in enumerate(_styled(row, styles))
        )
        for number, row in filled
    )
    head = min(_head_rows([row for _, row in filled]), len(cells) - 1)
    return Line("table", head=cells[:head], rows=cells[head:])


def _styled(row: list[str], styles: list[str]) -> list[tuple[str, str]]:
    """The cells of a row with their styles: those of their columns, but for a group's heading.

    Of `I | Hạ tầng | (nothing more)` the second cell is to reach to the edge. A row that is
    counted `1` stays as it is: its empty cells are there to be filled in.
    """
    counted, *rest = row
    if len(rest) > 1 and _GROUP_LABEL.fullmatch(counted) and rest[0] and not any(rest[1:]):
        return [(counted, "group"), (rest[0], "group")]
    if len(row) == 1 < len(styles):
        return [(counted, "group")]
    return list(zip(row, styles, strict=False))


def _column_style(column: int, rows: list[list[str]]) -> str:
    """The style of a column's cells, without its head."""
    entries = [row[column] for row in rows[1:] if column < len(row) > 1]
    return "centred" if all(len(text) <= _LONGEST_CENTRED for text in entries) else "text"


def _head_rows(rows: list[list[str]]) -> int:
    """How many rows the head of a table has."""
    second = rows[1] if len(rows) > 1 else []
    return 2 if any(second) and all(map(_COLUMN_NUMBER.fullmatch, second)) else 1


def punctuated(label: str | None) -> str:
    """A label as it is printed: `I.`, `2.1.`, `a)`; one that has its punctuation unchanged."""
    if not label:
        return ""
    mark = next((mark for bare, mark in _BARE_LABELS if bare.fullmatch(label)), "")
    return f"{label}{mark}"


def joined(*parts: str | None) -> str:
    """The parts that there are, one space between them."""
    return " ".join(part for part in parts if part)
