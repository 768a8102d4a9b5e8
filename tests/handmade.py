"""Word files as offices make them by hand, for tests of the check: invented, of bare XML."""

import io
import zipfile
from xml.sax.saxutils import escape

from docgen.checking.components import components
from docgen.checking.document import Piece, Section, Value
from docgen.checking.fixes import letters, pages, paragraphs
from docgen.checking.package import opened as open_package
from docgen.checking.pieces import lines_of as piece_lines
from docgen.checking.reading import read

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
    '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
)
PAGE = (
    '<w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" '
    'w:footer="567" w:gutter="0"/><w:titlePg/>'
)
LAST_PAGE = PAGE.replace("<w:titlePg/>", '<w:pgNumType w:start="1"/><w:titlePg/>')
NUMBER = (
    '<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r>'
    "</w:fldSimple>"
)
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


def article(label: str, text: str) -> str:
    """An article, its label bold."""
    return body(label + text).replace(r(label + text), r(label, "b") + r(text))


def drawn(length: int, room: int, dash: str = "") -> str:
    """A run with a drawn line of `length` twips in the middle of `room` twips."""
    begin = (room - length) / 40
    stroke = f'<v:stroke dashstyle="{dash}"/>' if dash else ""
    return (
        '<w:r><w:pict><v:line style="position:absolute" from="'
        f'{begin:g}pt,2pt" to="{begin + length / 20:g}pt,2pt">{stroke}</v:line></w:pict></w:r>'
    )


def table(*rows: tuple[tuple[int, str], ...]) -> str:
    """A table without borders: rows of cells, each its width in twips and its content."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width, _ in max(rows, key=len))
    cells = "".join("<w:tr>" + "".join(map(_cell, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"


def _cell(cell: tuple[int, str]) -> str:
    width, content = cell
    span = '<w:gridSpan w:val="2"/>' if width == TEXT_WIDTH else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>'
    return f"<w:tc>{properties}{content or '<w:p/>'}</w:tc>"


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


def package(  # noqa: PLR0913 - the parts that a test may want to be other
    content: str,
    *,
    styles: str = STYLES,
    page: str = LAST_PAGE,
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
            f"<w:document {SPACES}><w:body>{content}<w:sectPr>{page}</w:sectPr></w:body>"
            "</w:document>"
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


FIRST = {"page", "text"}
"""Components of which the first is spoilt; of the others the last."""
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

DEPARTMENT = p(r("UBND XÃ AN BÌNH", "12"), align="center") + p(
    r("PHÒNG KINH TẾ", "b 12"), LINE, align="center"
)
BASES = body("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "i") + body(
    "Theo đề nghị của Trưởng phòng Kinh tế.", "i"
)
PARTS = (
    p(r("Phần I", "b"), align="center")
    + p(r("TÌNH HÌNH", "b"), align="center")
    + p(r("Mục 1", "b"), align="center")
    + p(r("RÁC THẢI SINH HOẠT", "b"), align="center")
)
NEW_PAGES = f"<w:p><w:pPr><w:sectPr>{PAGE}</w:sectPr></w:pPr></w:p>"
APPENDIX = (
    p(r("Phụ lục", "b"), align="center")
    + p(r("PHÂN CÔNG NHIỆM VỤ", "b"), align="center")
    + p(r("(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của UBND xã)", "i"),
        align="center")
    + body("Các thôn báo cáo kết quả thực hiện trước ngày 20 tháng 12 hằng năm.")
)  # fmt: skip
WHOLE = (
    table(((3855, DEPARTMENT), (5500, NATION)), ((3855, NUMBER_LINE), (5500, DATE_LINE)))
    + TITLE
    + BASES
    + PARTS
    + TEXT.replace("như sau:", "như sau (nhiệm vụ tại Phụ lục kèm theo):")
    + END
    + NEW_PAGES
    + APPENDIX
)
"""A plan with all that a plan may have, and its appendix on pages of their own."""
LETTER = (
    table(
        (
            (3855, AGENCY + NUMBER_LINE.replace("KH-UBND", "UBND-VX")
                + p(r("V/v thu gom rác thải\nnăm 2026", "12"), align="center")),
            (5500, NATION + DATE_LINE),
        )
    )
    + p("Kính gửi: Các thôn trên địa bàn xã", align="center")
    + body("Thực hiện Kế hoạch số 30/KH-UBND, UBND xã đề nghị các thôn thu gom rác thải./.")
    + END
)  # fmt: skip
DECISION = (
    HEAD.replace("KH-UBND", "QĐ-UBND")
    + p(r("QUYẾT ĐỊNH", "b"), align="center")
    + p(r("Về việc ban hành Kế hoạch thu gom rác thải", "b"), drawn(2300, TEXT_WIDTH),
        align="center")
    + p(r("ỦY BAN NHÂN DÂN XÃ AN BÌNH", "b"), align="center")
    + BASES
    + p(r("QUYẾT ĐỊNH:", "b"), align="center")
    + article("Điều 1.", " Ban hành kèm theo Quyết định này Kế hoạch thu gom rác thải sinh hoạt.")
    + article("Điều 2.", " Quyết định này có hiệu lực kể từ ngày ký./.")
    + END
    + p(r("KẾ HOẠCH", "b"), align="center", props="<w:pageBreakBefore/>")
    + p(r("Thu gom rác thải sinh hoạt năm 2026", "b"), align="center")
    + p(r("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của UBND xã)", "i"),
        align="center")
    + TEXT
)  # fmt: skip


def broken(document: bytes, of: str, name: str, value: Value) -> bytes | None:
    """`document` with the property `name` of a component `of` spoilt; `None` without one."""
    opened = open_package(document)
    found = components(read(opened)).get(of)
    if not found:
        return None
    _spoil(found[0] if of in FIRST else found[-1], name, value)
    return opened.renewed().over(document)


def _spoil(piece: Piece, name: str, value: Value) -> None:
    lines = piece_lines(piece)
    if isinstance(piece, Section):
        pages.set_property(piece, name, value)
    elif name in paragraphs.SETTERS:
        for line in lines:
            paragraphs.set_property(line.paragraph, name, value)
    elif name == "caps" and not value:
        for line in lines:
            letters.replace(line, 0, len(line.text), line.text.capitalize())
    else:
        name = "bold" if name == "label_bold" else name
        letters.wear([run for line in lines for run in line.runs], name, value)


def reworded(document: bytes, of: str, text: str) -> bytes | None:
    """`document` with the text of a component `of` replaced; `None` without one that fits."""
    opened = open_package(document)
    found = components(read(opened)).get("own-text" if of == "text" else of)
    lines = [line for line in piece_lines(found[-1]) if line.text] if found else []
    parts = text.split("\n")
    if len(parts) != len(lines):
        return None
    for line, part in zip(lines, parts, strict=True):
        letters.replace(line, 0, len(line.text), part)
    return opened.renewed().over(document)
