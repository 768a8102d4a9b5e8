"""Columns of the plan's tables: as wide as what they hold asks for.

It is done for tables in the style of the name `Bảng`, after their text stands in the document.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
from docx.shared import Length, Pt

from docgen.measure import named
from docgen.sheets import Sheets
from docgen.widths import width

if TYPE_CHECKING:
    from docx.document import Document

_STYLE = "Bảng"
_SIZE = 12
_MARGINS = 9
"""What the two sides of a cell keep free, in pt."""
_EAGERNESS = 0.65
"""Long text runs over lines: twice as much of it asks for less than twice the width."""


_TO_WRITE_IN = 160
"""What a column asks for, in pt, that has nothing below its head: a person fills it in."""


def set_columns(document: "Document", sheets: Sheets) -> None:
    """Set the column widths of every table of the plan in `document`."""
    wanted = named(document, _STYLE)
    for table in document.element.body.iter(qn("w:tbl")):
        if isinstance(table, CT_Tbl) and table.tblStyle_val in wanted:
            _set_table(table, sheets.room(table))


def _set_table(table: CT_Tbl, room: float) -> None:
    """Set grid and cells of one table; the last cell of a short row reaches to the edge."""
    texts = [[_text(cell) for cell in row.tc_lst] for row in table.tr_lst]
    lengths = [Pt(points) for points in column_widths(texts, room)]
    width_of_table = table.tblPr.find(qn("w:tblW"))
    if width_of_table is not None:
        width_of_table.set(qn("w:w"), str(Pt(room).twips))
    for column in table.tblGrid.gridCol_lst:
        table.tblGrid.remove(column)
    for length in lengths:
        table.tblGrid.add_gridCol().w = length
    for row in table.tr_lst:
        _set_row(row, lengths)


def _text(cell: CT_Tc) -> str:
    """The text of a cell, its paragraphs and lines apart."""
    return " ".join(piece.text or "" for piece in cell.iter(qn("w:t")))


def _set_row(row: CT_Row, lengths: Sequence[Length]) -> None:
    """Set the cells of one row."""
    *cells, last = row.tc_lst
    for cell, length in zip(cells, lengths, strict=False):
        cell.width = length
    last.grid_span = len(lengths) - len(cells)
    last.width = Length(sum(lengths[len(cells) :]))


def column_widths(rows: Sequence[Sequence[str]], room: float) -> list[float]:
    """Widths in pt that share out `room`.

    A column gets what its longest word needs, and of the rest a share that grows with the longest
    of its texts. Where even the words do not fit, all are cut by the same part.
    """
    count = max(map(len, rows))
    columns = [
        [row[number] for row in rows if number < len(row) and _own(row, number, count)]
        for number in range(count)
    ]
    least = [
        _MARGINS + max((_longest_word(text) for text in texts), default=0) for texts in columns
    ]
    if sum(least) >= room:
        return [points * room / sum(least) for points in least]
    wishes = [
        max((width(text, _SIZE) for text in texts), default=0) if any(texts[1:]) else _TO_WRITE_IN
        for texts in columns
    ]
    shares = [max(1, wish - have) ** _EAGERNESS for wish, have in zip(wishes, least, strict=True)]
    rest = room - sum(least)
    return [have + rest * share / sum(shares) for have, share in zip(least, shares, strict=True)]


def _own(row: Sequence[str], number: int, count: int) -> bool:
    """Whether a cell stands in its own column only, and does not reach to the edge."""
    return number < len(row) - 1 or len(row) == count


def _longest_word(text: str) -> float:
    """The width in pt of the longest word of `text`."""
    return max((width(word, _SIZE) for word in text.split()), default=0)
