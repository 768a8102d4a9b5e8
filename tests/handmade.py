"""Word files as offices make them by hand, for tests of the check: invented, of bare XML."""

import io
import zipfile
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
FONTS = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"'
STYLES = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {FONTS} w:eastAsia="Times New Roman"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
)
PAGE = (
    '<w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" '
    'w:footer="567" w:gutter="0"/><w:titlePg/>'
)
NUMBER = '<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>'
HEADER = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{NUMBER}</w:p>'
TEXT_WIDTH = 9355


def r(text: str, look: str = "") -> str:
    """A run; tabs and line feeds in `text` are Word's own. `look` is as in `looks`."""
    pieces = []
    for line_number, line in enumerate(text.split("\n")):
        pieces.append("<w:br/>" if line_number else "")
        for tab_number, part in enumerate(line.split("\t")):
            pieces.append("<w:tab/>" if tab_number else "")
            pieces.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "")
    return f"<w:r><w:rPr>{looks(look)}</w:rPr>{''.join(pieces)}</w:r>"


def looks(look: str) -> str:
    """Properties of a run: `b i u 13` is bold, italic, underlined, 13 pt."""
    xml = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>'}
    words = look.split()
    sizes = (f'<w:sz w:val="{round(float(w) * 2)}"/>' for w in words if w[0].isdigit())
    return "".join(xml.get(word, "") for word in words if word != "u") + "".join(sizes) + (
        xml["u"] if "u" in words else ""
    )  # fmt: skip


def p(*runs: str, align: str = "", props: str = "") -> str:
    """A paragraph of runs; plain text is a run of its own."""
    inside = "".join(one if one.startswith("<") else r(one) for one in runs)
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{props}{jc}</w:pPr>{inside}</w:p>"


def body(text: str, look: str = "") -> str:
    """A paragraph of running text as the decree wants it."""
    spacing = '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/><w:ind w:firstLine="720"/>'
    return p(r(text, look), align="both", props=spacing)


def drawn(length: int, room: int) -> str:
    """A run with a drawn line of `length` twips in the middle of `room` twips."""
    begin = (room - length) / 40
    return (
        '<w:r><w:pict><v:line style="position:absolute" '
        f'from="{begin:g}pt,2pt" to="{begin + length / 20:g}pt,2pt"/></w:pict></w:r>'
    )


def table(*rows: tuple[tuple[int, str], ...]) -> str:
    """A table without borders: rows of cells, each its width in twips and its content."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width, _ in max(rows, key=len))
    cells = "".join("<w:tr>" + "".join(map(_cell, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"


def _cell(cell: tuple[int, str]) -> str:
    width, content = cell
    span = f'<w:gridSpan w:val="2"/>' if width == TEXT_WIDTH else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{content or "<w:p/>"}</w:tc>'
    )


def box(left: float, width: float, content: str) -> str:
    """A text box at `left` mm from the column, `width` mm wide."""
    emu = 36000
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{round(left * emu)}</wp:posOffset>'
        f'</wp:positionH><wp:extent cx="{round(width * emu)}" cy="900000"/><a:graphic>'
        "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        f"{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def package(
    content: str,
    *,
    styles: str = STYLES,
    page: str = PAGE,
    header: str = HEADER,
    settings: str = "",
    more: dict[str, str] | None = None,
) -> bytes:
    """A whole .docx of that body; `more` are further parts of the main part, by name."""
    more = more or {}
    parts = {
        "[Content_Types].xml": _types(more),
        "_rels/.rels": _links({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _links(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("settings", "settings.xml"),
                "rId9": ("header", "header1.xml"),
                **{f"rId2{n}": (name.partition("1.")[0], name) for n, name in enumerate(more)},
            }
        ),
        "word/document.xml": (
            f"<w:document {SPACES}><w:body>{content}<w:sectPr>{page}</w:sectPr></w:body></w:document>"
        ),
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {SPACES}>{settings}</w:settings>",
        "word/header1.xml": f"<w:hdr {SPACES}>{header}</w:hdr>",
        **{f"word/{name}": xml for name, xml in more.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}')
        archive.writestr("word/media/image1.png", b"\x89PNG not looked at")
    return out.getvalue()


def _links(links: dict[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _types(more: dict[str, str]) -> str:
    kinds = {"document.xml": "document.main", "styles.xml": "styles", "settings.xml": "settings"}
    kinds |= {"header1.xml": "header"} | {name: name.partition("1.")[0] for name in more}
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


LINE = drawn(1000, 3855)
LONG_LINE = drawn(3250, 5500)

NATION = p(r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b 12"), align="center") + p(
    r("Độc lập - Tự do - Hạnh phúc", "b 13"), LONG_LINE, align="center"
)
AGENCY = p(r("ỦY BAN NHÂN DÂN", "b 12"), align="center") + p(
    r("XÃ AN BÌNH", "b 12"), LINE, align="center"
)
NUMBER_LINE = p(r("Số: 12/KH-UBND", "13"), align="center")
DATE_LINE = p(r("An Bình, ngày 05 tháng 3 năm 2026", "i 13"), align="center")
HEAD = table(((3855, AGENCY), (5500, NATION)), ((3855, NUMBER_LINE), (5500, DATE_LINE)))
TITLE = p(r("KẾ HOẠCH", "b"), align="center") + p(
    r("Thu gom rác thải sinh hoạt năm 2026", "b"), drawn(1900, TEXT_WIDTH), align="center"
)
TEXT = (
    body("Thực hiện Kế hoạch số 30/KH-UBND ngày 12/01/2026 của UBND tỉnh Kim Lĩnh về thu gom rác "
         "thải sinh hoạt; UBND xã ban hành Kế hoạch với các nội dung như sau:")
    + body("I. MỤC ĐÍCH, YÊU CẦU", "b")
    + body("1. Mục đích", "b")
    + body("- Nâng cao nhận thức của người dân về phân loại rác thải tại nguồn trên địa bàn xã.")
    + body("a) Các thôn thu gom rác thải sinh hoạt mỗi tuần hai lần vào sáng thứ Hai và thứ Năm.")
    + body("Trên đây là Kế hoạch thu gom rác thải; các đơn vị nghiêm túc thực hiện./.")
)  # fmt: skip
RECIPIENTS = (
    p(r("Nơi nhận:", "b i 12"))
    + p(r("- UBND tỉnh (để b/c);", "11"))
    + p(r("- Các thôn;", "11"))
    + p(r("- Lưu: VT, KT.", "11"))
)
SIGNATURE = (
    p(r("TM. ỦY BAN NHÂN DÂN", "b"), align="center")
    + p(r("CHỦ TỊCH", "b"), align="center")
    + p() * 4
    + p(r("Lê Văn Bách", "b"), align="center")
)
END = table(((4455, RECIPIENTS), (4900, SIGNATURE)))
PLAN = HEAD + TITLE + TEXT + END + p()
