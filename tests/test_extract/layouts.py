"""Layouts, paragraphs and whole plans made from text, as the tests of understanding need them."""

from pathlib import Path

from extract.layout import Cell, Layout, Line, Table
from extract.paragraphs import Paragraph, build
from extract.understand import understand
from plan.model import Plan

HEAD = """\
ỦY BAN NHÂN DÂN
XÃ ĐỒNG VÂN
Số: 18/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Vân, ngày 12 tháng 3 năm 2026

KẾ HOẠCH

Nâng cao chất lượng phục vụ người dân trên địa bàn xã Đồng Vân năm 2026

UBND xã Đồng Vân ban hành Kế hoạch với các nội dung như sau:
"""

ENDING = """\
Nơi nhận:
- Đảng ủy xã (để b/c);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Quang Vinh
"""


def layout_of(text: str, *, wrapped: bool = True) -> Layout:
    """The layout of `text`: `**…**` is a bold line, `| a | b<br>c |` a row of a table."""
    blocks: list[Line | Table] = []
    rows: list[tuple[Cell, ...]] = []
    start = 0
    for printed in text.split("\n"):
        if printed.startswith("|"):
            rows.append(row_of(printed, start))
        else:
            blocks += table_of(rows)
            rows = []
            blocks.append(line_of(printed, start))
        start += len(printed) + 1
    return Layout((*blocks, *table_of(rows)), text, "text", wrapped)


def table_of(rows: list[tuple[Cell, ...]]) -> list[Table]:
    return [Table(tuple(rows), wrapped=False)] if rows else []


def row_of(printed: str, start: int) -> tuple[Cell, ...]:
    cells = []
    at = start + 1
    for cell in printed.removeprefix("|").removesuffix("|").split("|"):
        lines = []
        inside = at
        for part in cell.split("<br>"):
            lines.append(line_of(part, inside))
            inside += len(part) + len("<br>")
        cells.append(Cell(tuple(line for line in lines if line.text)))
        at += len(cell) + 1
    return tuple(cells)


def line_of(printed: str, start: int) -> Line:
    bare = printed.strip()
    bold = bare.startswith("**") and bare.endswith("**") and len(bare) > len("****")
    text = bare[2:-2] if bold else bare
    return Line(text, start + printed.index(text), bold=bold)


def paragraph(text: str, start: int = 0) -> Paragraph:
    """One paragraph of one line."""
    return build([Line(text, start)])


def document(*sections: str, head: str = HEAD, ending: str = ENDING) -> str:
    """A plan's text: head, sections, ending, with a blank line between."""
    return "\n\n".join((head.strip(), *(section.strip() for section in sections), ending.strip()))


def plan_of(text: str, *, wrapped: bool = False) -> Plan:
    """The plan that `text` holds; each line is a paragraph unless lines are `wrapped` by width."""
    return understand(layout_of(text, wrapped=wrapped))


def plan_with(*sections: str) -> Plan:
    """The plan with these sections between an ordinary head and ending."""
    return plan_of(document(*sections))


def cases(file: Path) -> list[tuple[str, list[str]]]:
    """Cases of a text file: lines at the margin, and the indented lines beneath them.

    Blank lines part the cases, "¶" stands for one within a case; a line that begins with `#` tells
    of the file.
    """
    found = []
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip() and line[0] != "#"]
        given = "\n".join(line.strip("¶") for line in lines if not line.startswith("    "))
        wanted = [line.removeprefix("    ") for line in lines if line.startswith("    ")]
        found += [(given, wanted)] if lines else []
    return found
