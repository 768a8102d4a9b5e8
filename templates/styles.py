# ruff: noqa: INP001 - a part of the script beside it
"""The styles of the template, by Decree 30/2020/NĐ-CP: sizes and lengths are those of its rules.

Lengths are in twentieths of a point (1 mm is 56.7 of them), font sizes in points.
"""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

RULES = Path(__file__).parents[1] / "docgen" / "data" / "rules"
"""The catalogue of format rules, read as it is: this script needs nothing installed."""


def facts() -> dict[str, Any]:
    """The value that the generator writes for each rule that has one."""
    tables = (tomllib.loads(file.read_text(encoding="utf-8")) for file in RULES.glob("*.toml"))
    return {row["id"]: row["write"] for table in tables for row in table["rule"] if "write" in row}


def from_mm(length: float) -> int:
    """A length in mm in twentieths of a point."""
    return round(length * 1440 / 25.4)


FACTS = facts()
FONT = FACTS["font.family"]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEADING_DEPTHS = range(1, 7)
FIRST_LINE = from_mm(FACTS["body.first-line-indent"])
PARAGRAPH_GAP = FACTS["body.paragraph-spacing"] * 20
LINE = round(FACTS["body.line-spacing"] * 240)
SIGNATURE_GAP = FACTS["signer.gap"] * 20
RULE_WEIGHT = 6  # eighths of a point


@dataclass(frozen=True)
class Style:
    """A paragraph style. `size` is in pt, the rest in twentieths of a point."""

    id: str
    name: str
    size: float = FACTS["body.font-size"]
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
    left: int = 0
    keep: bool = False
    whole: bool = False
    level: int | None = None
    rule: bool = False


BODY = Style(
    "BodyText", "Body Text", align="both", after=PARAGRAPH_GAP, line=LINE, first=FIRST_LINE
)
HEADING = replace(BODY, bold=True, keep=True, whole=True)
TITLE = Style(
    "Title", "Title", FACTS["type-name.style"], bold=True, align="center", before=240, keep=True
)
RULE = Style("Rule", "Đường kẻ", 2, line=60, exactly=True, before=50, rule=True)
CELL = Style("TableText", "Chữ trong bảng", 12, align="left", before=40, after=40)
ADDRESSEE = replace(
    BODY, id="Addressee", name="Kính gửi", align="center", before=240, after=240, first=0
)  # khoản 9
GAP = Style("AfterTable", "Sau bảng", 3, line=PARAGRAPH_GAP, exactly=True)

STYLES = (
    Style("Header", "header", FACTS["page-number.size"], align="center"),
    Style(
        "NationalTitle", "Quốc hiệu", FACTS["national-title.font-size"], bold=True, align="center"
    ),
    Style("Motto", "Tiêu ngữ", FACTS["motto.font-size"], bold=True, align="center"),
    Style("ParentAgency", "Cơ quan chủ quản", FACTS["parent.font-size"], caps=True, align="center"),
    Style(
        "Agency",
        "Cơ quan ban hành",
        FACTS["issuer.font-size"],
        bold=True,
        caps=True,
        align="center",
    ),
    Style("Number", "Số, ký hiệu", FACTS["number.font-size"], align="center", before=60),
    Style(
        "PlaceAndDate",
        "Địa danh, thời gian",
        FACTS["place.font"],
        italic=True,
        align="center",
        before=60,
    ),
    Style("LetterSubject", "Trích yếu công văn", 12, align="center", before=120),
    TITLE,
    replace(TITLE, id="Subtitle", name="Subtitle", before=0, side=567),
    RULE,
    replace(RULE, id="ShortRule", name="Đường kẻ ngắn", after=120),
    BODY,
    Style(
        "Decider",
        "Thẩm quyền ban hành",
        bold=True,
        align="center",
        before=120,
        after=120,
        keep=True,
    ),
    ADDRESSEE,
    replace(
        ADDRESSEE, id="AddresseesLabel", name="Kính gửi nhiều nơi", align="left", left=1134, after=0
    ),
    replace(BODY, id="Addressees", name="Nơi gửi", align="left", left=2380, after=0, first=-142),
    replace(BODY, id="LegalBasis", name="Căn cứ", italic=True),
    replace(BODY, id="Closing", name="Kết thúc", keep=True, whole=True),
    replace(HEADING, id="PartHeading", name="Phần", align="center", first=0, level=0),
    *(
        replace(HEADING, id=f"Heading{depth}", name=f"heading {depth}", level=depth - 1)
        for depth in HEADING_DEPTHS
    ),
    CELL,
    replace(CELL, id="TableCentred", name="Chữ trong bảng, giữa", align="center"),
    replace(CELL, id="TableHead", name="Đầu bảng", align="center", bold=True, keep=True),
    replace(CELL, id="TableGroup", name="Nhóm trong bảng", bold=True, keep=True),
    GAP,
    replace(GAP, id="BeforeSignature", name="Trước chữ ký", keep=True),
    Style("RecipientsLabel", "Nơi nhận", FACTS["recipients.label"], bold=True, italic=True),
    Style("Recipients", "Danh sách nơi nhận", FACTS["recipients.item.size"], align="left"),
    Style(
        "SignerTitle",
        "Chức vụ người ký",
        FACTS["signer.authority.case"],
        bold=True,
        caps=True,
        align="center",
    ),
    Style("SignatureRoom", "Chỗ ký", align="center", before=SIGNATURE_GAP),
    Style("SignerName", "Họ tên người ký", bold=True, align="center"),
    Style("SectionEnd", "Hết phần", 1, line=20, exactly=True),
    Style(
        "AppendixLabel", "Phụ lục", FACTS["appendix.label"], bold=True, align="center", keep=True
    ),
    replace(TITLE, id="AppendixTitle", name="Tên phụ lục", caps=True, before=0, after=40),
    Style(
        "AppendixReference",
        "Kèm theo",
        FACTS["appendix.reference-line"],
        italic=True,
        align="center",
        keep=True,
    ),
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
    left = style.side + style.left
    indent = f'<w:ind w:left="{left}" w:right="{style.side}" w:firstLine="{style.first}"/>'
    rest = valued("jc", style.align) + valued("outlineLvl", style.level)
    return f"<w:pPr>{keep}{border}{spacing}{indent}{rest}</w:pPr>"


def style_xml(style: Style) -> str:
    """One paragraph style. Names in lower case and those of Word's own styles are built in."""
    own = "" if style.name.isascii() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}">{valued("name", style.name)}'
        f"{valued('basedOn', 'Normal')}<w:qFormat/>"
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
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="CommentReference">'
        '<w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        f'<w:name w:val="Normal Table"/><w:tblPr>{bare}</w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="PlanTable">'
        f'<w:name w:val="Bảng"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>{margins}</w:tblPr></w:style>"
        f"{''.join(map(style_xml, STYLES))}</w:styles>"
    )
