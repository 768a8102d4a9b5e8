# ruff: noqa: INP001, SLF001 - a script beside its documents; python-docx has no public calls for
# fields, shapes, lists and row properties
"""Make the Word samples from their text, the way an office lays a plan out by hand.

    python samples/make.py [FOLDER]

Each `NAME.md` in `LOOKS` becomes `NAME.docx` in FOLDER (default: beside the text). No template of
the project has a part in it, so that reading the samples proves reading. The same text gives the
same bytes.
"""

import io
import re
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
HEADER_LINES = 8
RECIPIENTS = "***Nơi nhận:***"
APPENDIX = "**Phụ lục**"
BODY_COLUMNS = (1.1, 6.8, 2.0, 2.2, 2.2, 2.2)
"""Columns of a table of targets, in cm."""
CELL_MARGIN = Cm(0.19)
LONGEST_MARK = 2
"""Characters of a number in the first column."""


@dataclass(frozen=True)
class Look:
    """What differs from office to office."""

    issued: datetime
    header_size: int
    """Points of Quốc hiệu and agency; the motto is one larger."""
    motto_width: float
    """How wide the motto prints, in cm: its rule is as long."""
    right_margin: int
    """In mm."""
    subject_breaks: tuple[str, ...]
    """Words that begin a new line of the subject."""
    automatic: frozenset[str]
    """Labels that Word's lists print; the others are typed."""
    drawn_rules: bool
    """Rules are drawn lines, else borders of empty paragraphs."""
    appendix_columns: tuple[float, ...]
    """In cm."""
    appendix_lies: bool = False
    """The appendix is in landscape."""

    @property
    def text_width(self) -> Length:
        """From margin to margin."""
        return Mm(210 - 30 - self.right_margin)


LOOKS = {
    "ke-hoach-huyen-ha-tang-so": Look(
        issued=datetime(2024, 2, 22, 8, tzinfo=UTC),
        header_size=12,
        motto_width=5.6,
        right_margin=20,
        subject_breaks=("đến năm 2025",),
        automatic=frozenset({"I.", "1."}),
        drawn_rules=True,
        appendix_columns=(1.0, 3.9, 2.8, 3.2, 2.5, 2.6),
    ),
    "ke-hoach-tinh-2026-hanh-chinh-cong": Look(
        issued=datetime(2026, 2, 6, 8, tzinfo=UTC),
        header_size=13,
        motto_width=6.0,
        right_margin=15,
        subject_breaks=("tại Trung tâm", "trên địa bàn"),
        automatic=frozenset({"-"}),
        drawn_rules=False,
        appendix_columns=(1.2, 7.4, 4.0, 4.6, 3.0, 4.5),
        appendix_lies=True,
    ),
}


def make(markdown: str, look: Look) -> bytes:
    """The Word document of a sample's text."""
    lines = [line.strip() for line in markdown.splitlines() if line.strip()]
    tail, appendix = lines.index(RECIPIENTS), lines.index(APPENDIX)
    document = blank(look)
    define_lists(document)
    write_head(document, look, [line.strip("*") for line in lines[:HEADER_LINES]])
    write_body(document, look, lines[HEADER_LINES:tail])
    write_signature(document, look, lines[tail:appendix])
    write_appendix(document, look, lines[appendix:])
    return packed(document)


def blank(look: Look) -> WordDocument:
    """An empty A4 document with the typist's settings: Times New Roman 14, Vietnamese."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    properties = style.element.get_or_add_rPr()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        properties.rFonts.set(qn(f"w:{slot}"), FONT)
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="vi-VN"/>'))
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(look.right_margin)
    number_pages(section)
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = ""
    core.created = core.modified = look.issued
    return document


def number_pages(section: Section) -> None:
    """A number in the middle of the top margin, from 1, not shown on the first page."""
    section.different_first_page_header_footer = True
    section.header_distance = Mm(10)
    margins = section._sectPr.find(qn("w:pgMar"))
    margins.addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        )
    )


def define_lists(document: WordDocument) -> None:
    """List 90 prints I. and, restarting below it, 1.; list 91 prints a dash."""
    roman_and_arabic = (("upperRoman", "%1."), ("decimal", "%2."))
    for number, levels in ((90, roman_and_arabic), (91, (("bullet", "-"),))):
        level_parts = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:suff w:val="space"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
            for depth, (form, mark) in enumerate(levels)
        )
        abstract = (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="multilevel"/>{level_parts}</w:abstractNum>'
        )
        use = (
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
        definitions = document.part.numbering_part.element
        definitions.insert(0, parse_xml(abstract))
        definitions.append(parse_xml(use))


def write_head(document: WordDocument, look: Look, lines: list[str]) -> None:
    """Agency and number on the left, Quốc hiệu, Tiêu ngữ, place and date on the right; title."""
    agency, unit, number, nation, motto, place, doc_type, subject = lines
    size, left, right = look.header_size, Cm(6.3), Length(look.text_width - Cm(6.3))
    top, bottom = bare_table(document, 2, (left, right)).rows
    agency_cell, nation_cell = map(emptied, top.cells)
    number_cell, place_cell = map(emptied, bottom.cells)
    centred(agency_cell, agency, size, bold=True)
    unit_line = centred(agency_cell, unit, size, bold=True)
    rule(unit_line, look, Cm(1.7), Length(left - 2 * CELL_MARGIN))
    centred(nation_cell, nation, size, bold=True)
    motto_line = centred(nation_cell, motto, size + 1, bold=True)
    rule(motto_line, look, Cm(look.motto_width), Length(right - 2 * CELL_MARGIN))
    centred(number_cell, number, 13).paragraph_format.space_before = Pt(9)
    centred(place_cell, place, size + 1, italic=True).paragraph_format.space_before = Pt(9)
    for cell in (agency_cell, nation_cell):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.line_spacing = paragraph.paragraph_format.line_spacing or 1.0
    centred(document, doc_type, bold=True).paragraph_format.space_before = Pt(14)
    for line in re.split(f" (?={'|'.join(look.subject_breaks)})", subject):
        last_line = centred(document, line, bold=True)
    rule(last_line, look, Cm(4), look.text_width)
    document.add_paragraph().paragraph_format.line_spacing = Pt(12)


def rule(paragraph: Paragraph, look: Look, length: Length, width: Length) -> None:
    """A line of `length` under `paragraph`, in the middle of `width`."""
    side = (width - length) // 2
    if look.drawn_rules:
        paragraph._p.append(
            drawn_line(length, side, 1 + len(paragraph.part.element.xpath("//wp:docPr")))
        )
    else:
        paragraph._p.addnext(border_line(side))


def border_line(side: int) -> BaseOxmlElement:
    """An empty paragraph with a border, `side` EMU short at both ends."""
    twips = side // 635
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1"'
        f' w:color="auto"/></w:pBdr><w:spacing w:line="80" w:lineRule="exact"/>'
        f'<w:ind w:left="{twips}" w:right="{twips}"/></w:pPr></w:p>'
    )


def drawn_line(length: Length, side: int, number: int) -> BaseOxmlElement:
    """A run that anchors a drawn line `side` EMU from the left, just under its text."""
    word = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    markup = f"""<w:r {nsdecls("w", "wp", "a")} xmlns:wps="{word}"
     xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
    <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
     <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}"
      behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
     <wp:positionH relativeFrom="column"><wp:posOffset>{side}</wp:posOffset></wp:positionH>
     <wp:positionV relativeFrom="paragraph"><wp:posOffset>{Pt(19)}</wp:posOffset></wp:positionV>
     <wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
     <wp:docPr id="{number}" name="Line {number}"/><wp:cNvGraphicFramePr/>
     <a:graphic><a:graphicData uri="{word}"><wps:wsp><wps:cNvCnPr/><wps:spPr>
      <a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>
      <a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525">
      <a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>
     </wps:wsp></a:graphicData></a:graphic></wp:anchor>
    </w:drawing></mc:Choice></mc:AlternateContent></w:r>"""
    return parse_xml(re.sub(r">\s+<", "><", markup))


def write_body(document: WordDocument, look: Look, lines: list[str]) -> None:
    """Preamble, sections and closing."""
    for is_table, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_table:
            document.paragraphs[-1].paragraph_format.space_after = Pt(6)
            write_table(document, list(group), BODY_COLUMNS)
        else:
            for line in group:
                write_line(document, look, line)
    document.paragraphs[-1].paragraph_format.keep_with_next = True


def write_line(document: WordDocument, look: Look, line: str) -> None:
    """One paragraph: a heading, an item, a legal basis or running text."""
    marks = line[: len(line) - len(line.lstrip("#"))]
    text = line.removeprefix(marks).strip()
    label, _, rest = text.partition(" ")
    list_label = {"##": "I.", "###": "1."}.get(marks, label)
    listed = list_label in look.automatic and (marks or label == "-")
    paragraph = written(
        document,
        rest if listed else text.strip("*"),
        bold=marks in {"##", "###"},
        italic=text.startswith("*"),
    )
    if listed:
        number(paragraph, list_label)
    paragraph.alignment = JUSTIFY
    layout = paragraph.paragraph_format
    layout.first_line_indent, layout.space_before, layout.line_spacing = Mm(12.7), Pt(6), 1.1
    layout.keep_with_next = bool(marks) or None


def number(paragraph: Paragraph, label: str) -> None:
    """Let Word print `label` and its successors, as bold as the text is."""
    properties = paragraph._p.get_or_add_pPr()
    use = properties.get_or_add_numPr()
    use.get_or_add_ilvl().val = int(label == "1.")
    use.get_or_add_numId().val = 91 if label == "-" else 90
    if paragraph.runs[0].bold:
        properties.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))


def write_table(document: WordDocument, lines: list[str], widths: tuple[float, ...]) -> None:
    """A ruled table; its first row comes again on every page."""
    heading, _, *texts = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    table = bare_table(document, 1 + len(texts), tuple(map(Cm, widths)))
    table.style = "Table Grid"
    first, *rows = table.rows
    first._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    write_row(first, [f"**{text}**" for text in heading])
    for row, cells in zip(rows, texts, strict=True):
        if not any(cells[2:]):
            row.cells[1].merge(row.cells[-1])
        write_row(row, cells[: 2 if not any(cells[2:]) else None])


def write_row(row: _Row, texts: list[str]) -> None:
    """Fill a row; all but the second column stand in the middle."""
    for column, (cell, text) in enumerate(zip(row.cells, texts, strict=False)):
        paragraph = written(emptied(cell), text.strip("*"), 12, bold=text.startswith("**"))
        is_text = column == 1 and len(texts[0]) <= LONGEST_MARK
        paragraph.alignment = None if is_text else CENTRE
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER


def write_signature(document: WordDocument, look: Look, lines: list[str]) -> None:
    """Recipients on the left, who signs on the right, on one page."""
    label, *rest = lines
    *titles, name = [line.strip("*") for line in rest if line.startswith("*")]
    gap = document.add_paragraph().paragraph_format
    gap.keep_with_next, gap.line_spacing = True, Pt(12)
    table = bare_table(document, 1, (Cm(8.2), Length(look.text_width - Cm(8.2))))
    recipients, signer = map(emptied, table.rows[0].cells)
    written(recipients, label.strip("*"), 12, bold=True, italic=True)
    for line in rest:
        if line.startswith("-"):
            written(recipients, line, 11)
    for line in (*titles, "", "", "", "", name):
        centred(signer, line, bold=True)


def write_appendix(document: WordDocument, look: Look, lines: list[str]) -> None:
    """The table of assignments, on pages numbered anew."""
    section = document.add_section()
    if look.appendix_lies:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.right_margin = Mm(20)
    label, name, reference, *rows = lines
    centred(document, label.strip("*"), bold=True)
    centred(document, name.strip("*"), bold=True)
    centred(document, reference.strip("*"), italic=True).paragraph_format.space_after = Pt(10)
    write_table(document, rows, look.appendix_columns)


def written(
    where: WordDocument | _Cell,
    text: str,
    size: float = 14,
    *,
    bold: bool = False,
    italic: bool = False,
) -> Paragraph:
    """A new paragraph of one run."""
    paragraph = where.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold or None, italic or None
    return paragraph


def centred(
    where: WordDocument | _Cell,
    text: str,
    size: float = 14,
    *,
    bold: bool = False,
    italic: bool = False,
) -> Paragraph:
    """A new paragraph in the middle."""
    paragraph = written(where, text, size, bold=bold, italic=italic)
    paragraph.alignment = CENTRE
    return paragraph


def bare_table(document: WordDocument, rows: int, widths: tuple[Length, ...]) -> Table:
    """A table without borders whose rows stay whole."""
    table = document.add_table(rows, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def emptied(cell: _Cell) -> _Cell:
    """`cell` without the paragraph that every new cell has."""
    cell._tc.remove(cell.paragraphs[0]._p)
    return cell


def packed(document: WordDocument) -> bytes:
    """The file's bytes, free of the time of packing."""
    saved, result = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            target.writestr(member, source.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


if __name__ == "__main__":
    here = Path(__file__).parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here
    for stem, office in LOOKS.items():
        text = (here / f"{stem}.md").read_text(encoding="utf-8")
        (folder / f"{stem}.docx").write_bytes(make(text, office))
