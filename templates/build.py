# ruff: noqa: INP001 - a script beside what it makes
"""Builds `ke-hoach.docx`, the template of a plan (kế hoạch), by Decree 30/2020/NĐ-CP.

    python templates/build.py [FILE]

The template is written from the tables here and in `styles.py`; sizes and margins are those of the
rules that documents are checked against (`docgen/data/rules`). A test holds the file to this
script. The names in `{{ }}` are explained in `docgen/context.py`.
"""

import io
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from styles import (
    FACTS,
    FIRST_LINE,
    HEADING_DEPTHS,
    WORD,
    flag,
    from_mm,
    styles_part,
    valued,
)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# Lengths in twentieths of a point.
PAGE = tuple(map(from_mm, FACTS["page.size"]))
MARGINS = {side: from_mm(FACTS[f"margin.{side}"]) for side in ("top", "right", "bottom", "left")}
TO_PAGE_NUMBER = 567
TEXT_WIDTH = PAGE[0] - MARGINS["left"] - MARGINS["right"]
HEADER_COLUMNS = (3855, TEXT_WIDTH - 3855)
SIGNATURE_COLUMNS = (4455, TEXT_WIDTH - 4455)


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
        paragraph("NationalTitle", run(FACTS["national-title.text"]))
        + paragraph("Motto", run(FACTS["motto.text"]))
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
    beside = Path(__file__).with_name("ke-hoach.docx")
    Path(sys.argv[1] if sys.argv[1:] else beside).write_bytes(build())
