"""Builds `ke-hoach.docx`, the template of a plan (kế hoạch), by Decree 30/2020/NĐ-CP.

    python templates/build.py

The template is written from the tables below, so that each size, margin and style can be read and
compared with the decree (numbers in comments: Phụ lục I, Mục II of the decree). A test holds the
file to this script. The names in `{{ }}` are explained in `docgen/context.py`.
"""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

TARGET = Path(__file__).with_name("ke-hoach.docx")
FONT = "Times New Roman"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEADING_DEPTHS = range(1, 7)

# Lengths in twentieths of a point (1 mm is 56.7 of them).
PAGE = (11906, 16838)  # A4, khoản 1
MARGINS = {"top": 1134, "right": 850, "bottom": 1134, "left": 1701}  # 20, 15, 20, 30 mm, khoản 3
TO_PAGE_NUMBER = 567
TEXT_WIDTH = PAGE[0] - MARGINS["left"] - MARGINS["right"]
HEADER_COLUMNS = (3855, TEXT_WIDTH - 3855)
SIGNATURE_COLUMNS = (4455, TEXT_WIDTH - 4455)
FIRST_LINE = 720  # 1.27 cm, Mục II khoản 6.e
PARAGRAPH_GAP = 120  # 6 pt
LINE = 276  # 1.15 lines
SIGNATURE_GAP = 1500
RULE_WEIGHT = 6  # eighths of a point


@dataclass(frozen=True)
class Style:
    """A paragraph style. `size` is in pt, the rest in twentieths of a point."""

    id: str
    name: str
    size: float = 14
    based: str = "Normal"
    bold: bool | None = None
    italic: bool = False
    caps: bool = False
    align: str | None = None
    before: int = 0
    after: int = 0
    line: int = 240
    exactly: bool = False
    first: int = 0
    side: int = 0
    keep: bool = False
    whole: bool = False
    level: int | None = None
    rule: bool = False


BODY = {"align": "both", "after": PARAGRAPH_GAP, "line": LINE, "first": FIRST_LINE}
HEADING = {**BODY, "bold": True, "keep": True, "whole": True}

STYLES = (
    Style("Header", "header", 13, align="center"),  # page number: 13-14 pt, khoản 7
    Style("NationalTitle", "Quốc hiệu", 12, bold=True, align="center"),
    Style("Motto", "Tiêu ngữ", 13, bold=True, align="center"),
    Style("ParentAgency", "Cơ quan chủ quản", 12, caps=True, align="center"),
    Style("Agency", "Cơ quan ban hành", 12, bold=True, caps=True, align="center"),
    Style("Number", "Số, ký hiệu", 13, align="center", before=60),
    Style("PlaceAndDate", "Địa danh, thời gian", 13, italic=True, align="center", before=60),
    Style("Title", "Title", 14, bold=True, align="center", before=240, keep=True),
    Style("Subtitle", "Subtitle", 14, bold=True, align="center", side=567, keep=True),
    Style("Rule", "Đường kẻ", 2, align="center", line=60, exactly=True, before=50, rule=True),
    Style(
        "ShortRule",
        "Đường kẻ ngắn",
        2,
        align="center",
        line=60,
        exactly=True,
        before=50,
        after=120,
        rule=True,
    ),
    Style("LegalBasis", "Căn cứ", italic=True, **BODY),
    Style("BodyText", "Body Text", **BODY),
    Style("Closing", "Kết thúc", based="BodyText", keep=True, whole=True, **BODY),
    Style("PartHeading", "Phần", **{**HEADING, "align": "center", "first": 0}, level=0),
    *(
        Style(f"Heading{depth}", f"heading {depth}", **HEADING, level=depth - 1)
        for depth in HEADING_DEPTHS
    ),
    Style("TableHead", "Đầu bảng", 12, bold=True, align="center", before=40, after=40, keep=True),
    Style("TableGroup", "Nhóm trong bảng", 12, bold=True, before=40, after=40, keep=True),
    Style("TableText", "Chữ trong bảng", 12, align="left", before=40, after=40),
    Style("TableCentred", "Chữ trong bảng, giữa", 12, align="center", before=40, after=40),
    Style("AfterTable", "Sau bảng", 3, line=PARAGRAPH_GAP, exactly=True),
    Style("BeforeSignature", "Trước chữ ký", 3, line=PARAGRAPH_GAP, exactly=True, keep=True),
    Style("RecipientsLabel", "Nơi nhận", 12, bold=True, italic=True),
    Style("Recipients", "Danh sách nơi nhận", 11, align="left"),
    Style("SignerTitle", "Chức vụ người ký", 14, bold=True, caps=True, align="center"),
    Style("SignerName", "Họ tên người ký", 14, bold=True, align="center", before=SIGNATURE_GAP),
    Style("SectionEnd", "Hết phần", 1, line=20, exactly=True),
    Style("AppendixLabel", "Phụ lục", 14, bold=True, align="center", keep=True),
    Style(
        "AppendixTitle",
        "Tên phụ lục",
        14,
        bold=True,
        caps=True,
        align="center",
        after=40,
        keep=True,
    ),
    Style("AppendixReference", "Kèm theo", 14, italic=True, align="center", keep=True),
    Style("CommentText", "annotation text", 10),
)


def flag(name: str, on: bool | None) -> str:
    """An on/off property; nothing where it is left to the style below."""
    return "" if on is None else f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def valued(name: str, value: object) -> str:
    """A property with a value; nothing where there is none."""
    return "" if value is None else f'<w:{name} w:val="{value}"/>'


def run_properties(style: Style) -> str:
    """The `w:rPr` of a style."""
    size = round(style.size * 2)
    weight = flag("b", style.bold) + flag("bCs", style.bold)
    slant = flag("i", style.italic or None) + flag("iCs", style.italic or None)
    caps = flag("caps", style.caps or None)
    return f"<w:rPr>{weight}{slant}{caps}{valued('sz', size)}{valued('szCs', size)}</w:rPr>"


def paragraph_properties(style: Style) -> str:
    """The `w:pPr` of a style."""
    keep = flag("keepNext", style.keep or None) + flag("keepLines", style.whole or None)
    line = f'<w:top w:val="single" w:sz="{RULE_WEIGHT}" w:space="0" w:color="000000"/>'
    border = f"<w:pBdr>{line}</w:pBdr>" if style.rule else ""
    rule = "exact" if style.exactly else "auto"
    spacing = (
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" '
        f'w:lineRule="{rule}"/>'
    )
    indent = f'<w:ind w:left="{style.side}" w:right="{style.side}" w:firstLine="{style.first}"/>'
    rest = valued("jc", style.align) + valued("outlineLvl", style.level)
    return f"<w:pPr>{keep}{border}{spacing}{indent}{rest}</w:pPr>"


def style_xml(style: Style) -> str:
    """One paragraph style. Names in lower case and those of Word's own styles are built in."""
    own = "" if style.name.isascii() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}">{valued("name", style.name)}'
        f"{valued('basedOn', style.based)}<w:qFormat/>"
        f"{paragraph_properties(style)}{run_properties(style)}</w:style>"
    )


def styles_part() -> str:
    """`styles.xml`: Times New Roman in every slot, Vietnamese, and no theme."""
    fonts = " ".join(f'w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sides = '<w:{0} w:w="85" w:type="dxa"/>'
    margins = f"<w:tblCellMar>{sides.format('left')}{sides.format('right')}</w:tblCellMar>"
    bare = margins.replace('"85"', '"0"')
    return (
        f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>'
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:rPr><w:rFonts {fonts}/></w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Point">'
        '<w:name w:val="Điểm"/><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="CommentReference">'
        '<w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        f'<w:name w:val="Normal Table"/><w:tblPr>{bare}</w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="PlanTable">'
        f'<w:name w:val="Bảng"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>{margins}</w:tblPr></w:style>"
        f"{''.join(map(style_xml, STYLES))}</w:styles>"
    )


def run(text: str, style: str | None = None) -> str:
    """A run of text."""
    properties = f"<w:rPr>{valued('rStyle', style)}</w:rPr>" if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *runs: str, section_end: bool = False) -> str:
    """A paragraph in `style`; with `section_end`, the last one of a section."""
    section = section_properties() if section_end else ""
    return f"<w:p><w:pPr>{valued('pStyle', style)}{section}</w:pPr>{''.join(runs)}</w:p>"


def tag(kind: str, text: str) -> str:
    """A paragraph that docxtpl replaces by a tag; `kind` says what it takes away: p, tr, tc."""
    return paragraph("Normal", run(f"{{%{kind} {text} %}}"))


def either(*branches: tuple[str, str]) -> str:
    """Pairs of a condition and what stands where it holds, as one `if … elif …`."""
    words = ["if", *["elif"] * (len(branches) - 1)]
    parts = (
        tag("p", f"{word} {condition}") + xml
        for word, (condition, xml) in zip(words, branches, strict=True)
    )
    return "".join(parts) + tag("p", "endif")


def each(name: str, source: str, xml: str) -> str:
    """`xml` once for each `name` in `source`."""
    return tag("p", f"for {name} in {source}") + xml + tag("p", "endfor")


def cell(width: int, xml: str, align: str = "top") -> str:
    """A table cell."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{valued("vAlign", align)}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{xml}</w:tc>"


def row(*cells: str, head: bool = False) -> str:
    """A table row that never breaks over pages; `head` repeats it on each."""
    properties = f"<w:cantSplit/>{flag('tblHeader', head or None)}"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(style: str, columns: tuple[int, ...], *rows: str) -> str:
    """A table of fixed columns."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    properties = (
        f'{valued("tblStyle", style)}<w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
    )
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def header_table() -> str:
    """Agency left, Quốc hiệu and Tiêu ngữ right; number and date level below (Mục IV)."""
    left, right = HEADER_COLUMNS
    agency = (
        either(("parent_agency", paragraph("ParentAgency", run("{{ parent_agency }}"))))
        + each("line", "agency", paragraph("Agency", run("{{ line }}")))
        + paragraph("ShortRule")
    )
    nation = (
        paragraph("NationalTitle", run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        + paragraph("Motto", run("Độc lập - Tự do - Hạnh phúc"))
        + paragraph("Rule")
    )
    number = paragraph("Number", run("{{ number }}"))
    date = paragraph("PlaceAndDate", run("{{ place_and_date }}"))
    return table(
        "TableNormal",
        HEADER_COLUMNS,
        row(cell(left, agency), cell(right, nation)),
        row(cell(left, number), cell(right, date)),
    )


def title_block() -> str:
    """Type and subject with the rule below them (khoản 5)."""
    subject = paragraph("Subtitle", run("{{ subject }}")) + paragraph("ShortRule")
    return paragraph("Title", run("{{ title }}")) + either(("subject", subject))


def plan_table() -> str:
    """A table of the plan: its head on every page, a cell for each entry."""
    third = TEXT_WIDTH // 3
    text = either(
        ('cell.style == "group"', paragraph("TableGroup", run("{{ cell.text }}"))),
        ('cell.style == "centred"', paragraph("TableCentred", run("{{ cell.text }}"))),
        ("true", paragraph("TableText", run("{{ cell.text }}"))),
    )
    head = paragraph("TableHead", run("{{ cell.text }}"))
    return table(
        "PlanTable",
        (third, third, third),
        *rows_of("line.head", head, third, head=True),
        *rows_of("line.rows", text, third, head=False),
    ) + paragraph("AfterTable")


def rows_of(source: str, xml: str, width: int, *, head: bool) -> tuple[str, ...]:
    """A table row for each of `source`, with a cell for each of its entries."""
    cells = (
        cell(width, tag("tc", "for cell in row")),
        cell(width, xml, "center" if head else "top"),
        cell(width, tag("tc", "endfor")),
    )
    begin, end = tag("tr", f"for row in {source}"), tag("tr", "endfor")
    return row(cell(width, begin)), row(*cells, head=head), row(cell(width, end))


def heading(depth: int) -> tuple[str, str]:
    """The branch of a heading; that of a point (điểm) is not bold."""
    runs = (
        run("{%r if line.bold %}"),
        run("{{ line.text }}"),
        run("{%r else %}"),
        run("{{ line.text }}", "Point"),
        run("{%r endif %}"),
    )
    return f'line.style == "heading {depth}"', paragraph(f"Heading{depth}", *runs)


def lines(source: str, *branches: tuple[str, str]) -> str:
    """Every line of `source`, each in the branch for its style; text is the last branch."""
    text = ("true", paragraph("BodyText", run("{{ line.text }}")))
    return each("line", source, either(*branches, text))


def signature_table() -> str:
    """Nơi nhận left, signature right, in a row that never breaks (khoản 7, 9)."""
    left, right = SIGNATURE_COLUMNS
    receivers = (
        paragraph("RecipientsLabel", run("{% if recipients or filing %}Nơi nhận:{% endif %}"))
        + each("line", "recipients", paragraph("Recipients", run("{{ line }}")))
        + either(("filing", paragraph("Recipients", run("{{ filing }}"))))
    )
    signer = each("line", "signature", paragraph("SignerTitle", run("{{ line }}")))
    signer += paragraph("SignerName", run("{{ signer }}"))
    block = table("TableNormal", SIGNATURE_COLUMNS, row(cell(left, receivers), cell(right, signer)))
    return paragraph("BeforeSignature") + either(
        ("recipients or filing or signature or signer", block)
    )


def appendices() -> str:
    """Each appendix is a section of its own, with its own page numbers (Mục III khoản 1.đ)."""
    head = (
        either(("appendix.label", paragraph("AppendixLabel", run("{{ appendix.label }}"))))
        + either(("appendix.title", paragraph("AppendixTitle", run("{{ appendix.title }}"))))
        + either(
            (
                "appendix.reference",
                paragraph("AppendixReference", run("{{ appendix.reference }}"))
                + paragraph("ShortRule"),
            )
        )
    )
    begin = paragraph("SectionEnd", section_end=True)
    table_branch = ('line.style == "table"', plan_table())
    return each("appendix", "appendices", begin + head + lines("appendix.body", table_branch))


def section_properties() -> str:
    """A4 upright, the decree's margins, pages counted from 1, no number on the first."""
    margins = " ".join(f'w:{side}="{width}"' for side, width in MARGINS.items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/>'
        f'<w:pgMar {margins} w:header="{TO_PAGE_NUMBER}" w:footer="{TO_PAGE_NUMBER}" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def document_part() -> str:
    """`document.xml`: the plan from its header to its last appendix."""
    table_branch = ('line.style == "table"', plan_table())
    part = ('line.style == "part"', paragraph("PartHeading", run("{{ line.text }}")))
    basis = ('line.style == "basis"', paragraph("LegalBasis", run("{{ line.text }}")))
    body = (
        header_table()
        + title_block()
        + lines("preamble", basis)
        + lines("body", part, *map(heading, HEADING_DEPTHS), table_branch)
        + each("line", "closing", paragraph("Closing", run("{{ line.text }}")))
        + signature_table()
        + appendices()
        + paragraph("SectionEnd")
        + section_properties()
    )
    return f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>'


def header_part() -> str:
    """`header1.xml`: the page number, centred in the top margin (khoản 7)."""
    number = f'<w:fldSimple w:instr=" PAGE ">{run("2")}</w:fldSimple>'
    return f'<w:hdr xmlns:w="{WORD}">{paragraph("Header", number)}</w:hdr>'


def settings_part() -> str:
    """`settings.xml`: Word's current layout rules, Vietnamese separators."""
    return (
        f'<w:settings xmlns:w="{WORD}"><w:defaultTabStop w:val="{FIRST_LINE}"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def core_part() -> str:
    """`core.xml`: filled in when a plan is rendered."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Kế hoạch</dc:title>'
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def relationships(*targets: tuple[str, str]) -> str:
    """A relationships part: pairs of a type and a target, numbered from rId1."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def content_types() -> str:
    """`[Content_Types].xml`."""
    types = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "/word/settings.xml": f"{WORD_TYPE}.settings+xml",
        "/word/header1.xml": f"{WORD_TYPE}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    links = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{links}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def build() -> bytes:
    """The whole template; always the same bytes."""
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            (f"{OFFICE}/officeDocument", "word/document.xml"), (core, "docProps/core.xml")
        ),
        "docProps/core.xml": core_part(),
        "word/_rels/document.xml.rels": relationships(
            (f"{OFFICE}/styles", "styles.xml"),
            (f"{OFFICE}/settings", "settings.xml"),
            (f"{OFFICE}/header", "header1.xml"),
        ),
        "word/document.xml": document_part(),
        "word/header1.xml": header_part(),
        "word/settings.xml": settings_part(),
        "word/styles.xml": styles_part(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'
            package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(build())
