"""Formatting is resolved as Word does: direct, styles of every kind, theme, document defaults."""

import handmade as made
import pytest
from handmade import package, r

from docgen.checking.document import Document, Face, Paragraph
from docgen.checking.package import opened
from docgen.checking.reading import read

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont>'
    '<a:latin typeface="Aptos"/><a:ea typeface="SimSun"/><a:cs typeface=""/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def read_back(content: str, styles: str = made.STYLES, theme: str = "") -> Document:
    more = {"theme1.xml": theme} if theme else None
    return read(opened(package(content, styles=styles, more=more)))


def faces(content: str, styles: str = made.STYLES, theme: str = "") -> list[tuple[str, Face]]:
    paragraph = read_back(content, styles, theme).paragraphs[0]
    return [(run.text, run.face) for run in paragraph.runs]


def face(content: str, styles: str = made.STYLES, theme: str = "") -> Face:
    return faces(content, styles, theme)[0][1]


def paragraph(properties: str, text: str = "<w:r><w:t>chữ</w:t></w:r>") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{text}</w:p>"


def run(properties: str, text: str = "chữ") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def style(kind: str, name: str, inside: str, based: str = "", *, default: bool = False) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    marked = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{marked} w:styleId="{name}">{on}{inside}</w:style>'


BASE = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
CHAIN = (
    BASE
    + style("paragraph", "Normal", '<w:rPr><w:sz w:val="24"/></w:rPr>', default=True)
    + style("paragraph", "Body", '<w:rPr><w:i/><w:sz w:val="26"/></w:rPr>', "Normal")
    + style("paragraph", "Quote", '<w:rPr><w:color w:val="FF0000"/></w:rPr>', "Body")
    + style("character", "Strong", '<w:rPr><w:b/><w:sz w:val="30"/></w:rPr>')
    + style("paragraph", "Bold", "<w:rPr><w:b/><w:caps/></w:rPr>", "Normal")
)
BODY, QUOTE, BOLD = (f'<w:pStyle w:val="{name}"/>' for name in ("Body", "Quote", "Bold"))
STRONG = '<w:rStyle w:val="Strong"/>'
SIZES = {
    "the program's own": (made.p("chữ"), "", 10),
    "document defaults": (made.p("chữ"), BASE, 11),
    "the default style": (made.p("chữ"), CHAIN, 12),
    "a paragraph's style": (paragraph(BODY), CHAIN, 13),
    "the style it is based on": (paragraph(QUOTE), CHAIN, 13),
    "an unknown style": (paragraph('<w:pStyle w:val="Gone"/>'), CHAIN, 12),
    "a character's style": (paragraph(BODY, run(STRONG)), CHAIN, 15),
    "direct": (paragraph(BODY, run(STRONG + '<w:sz w:val="28"/>')), CHAIN, 14),
    "complex script": (paragraph("", run('<w:cs/><w:sz w:val="28"/><w:szCs w:val="32"/>')), "", 16),
    "complex size of plain letters": (paragraph("", run('<w:szCs w:val="32"/>')), BASE, 11),
}  # fmt: skip


@pytest.mark.parametrize(("content", "styles", "size"), SIZES.values(), ids=SIZES)
def test_sizes(content: str, styles: str, size: float) -> None:
    assert face(content, styles).size == size


TOGGLES = {
    "style of the paragraph": (paragraph(BOLD), True),
    "style of the characters": (paragraph(BODY, run(STRONG)), True),
    "both cancel each other": (paragraph(BOLD, run(STRONG)), False),
    "direct wins": (paragraph(BOLD, run(f"{STRONG}<w:b/>")), True),
    "direct off wins": (paragraph(BOLD, run('<w:b w:val="0"/>')), False),
    "false is off": (paragraph(BOLD, run('<w:b w:val="false"/>')), False),
    "nothing": (paragraph(BODY), False),
}


@pytest.mark.parametrize(("content", "bold"), TOGGLES.values(), ids=TOGGLES)
def test_switches_of_styles_cancel_each_other(content: str, bold: bool) -> None:
    assert face(content, CHAIN).bold is bold


def test_a_switch_of_the_defaults_stays_on() -> None:
    bold = BASE.replace("<w:sz", "<w:b/><w:sz") + style(
        "character", "Strong", "<w:rPr><w:b/></w:rPr>"
    )
    assert face(paragraph("", run(STRONG)), bold).bold is True


def test_capitals_are_read_as_they_print() -> None:
    assert faces(paragraph(BOLD), CHAIN)[0][0] == "CHỮ"


MINOR = 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
MAJOR = 'w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"'
FONTS = {
    "plain": ('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "Kế", [("Kế", "Arial")]),
    "a letter beyond ASCII": (
        '<w:rFonts w:ascii="Arial" w:hAnsi="Tahoma"/>',
        "Kế hoạch",
        [("K", "Arial"), ("ế", "Tahoma"), (" ho", "Arial"), ("ạ", "Tahoma"), ("ch", "Arial")],
    ),
    "the East Asian slot is not for Vietnamese": (
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"/>',
        "Kế",
        [("Kế", "Arial")],
    ),
    "but a hint moves it": (
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun" w:hint="eastAsia"/>',
        "Kế",
        [("K", "Arial"), ("ế", "SimSun")],
    ),
    "theme": (f"<w:rFonts {MINOR}/>", "Kế", [("Kế", "Aptos")]),
    "theme before plain": (
        f'<w:rFonts w:ascii="Arial" w:hAnsi="Arial" {MAJOR}/>',
        "Kế",
        [("Kế", "Cambria")],
    ),
    "an empty font of the theme": (
        '<w:rFonts w:cstheme="minorBidi"/><w:cs/>',
        "Kế",
        [("Kế", "Aptos")],
    ),
    "none": ("", "Kế", [("Kế", "Times New Roman")]),
}  # fmt: skip


@pytest.mark.parametrize(("properties", "text", "expected"), FONTS.values(), ids=FONTS)
def test_fonts(properties: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = faces(paragraph("", run(properties, text)), BASE, THEME)
    assert [(letters, look.font) for letters, look in found] == expected


def test_a_plain_font_above_covers_the_theme_below() -> None:
    styles = BASE.replace(
        "<w:sz", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz'
    )
    own = run('<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')
    assert face(paragraph("", own), styles, THEME).font == "Times New Roman"


COLOURS = {"auto": "000000", "000000": "000000", "0D0D0D": "000000", "ff0000": "FF0000"}


@pytest.mark.parametrize(("said", "colour"), COLOURS.items())
def test_colours(said: str, colour: str) -> None:
    assert face(paragraph("", run(f'<w:color w:val="{said}"/>'))).colour == colour


def test_signs_have_fonts_of_their_own() -> None:
    arrow = run('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', "→")
    assert read_back(paragraph("", run("") + arrow)).lines[0].seen("font") == ["Times New Roman"]


def test_what_is_hidden_or_deleted_is_not_there() -> None:
    hidden, deleted = run("<w:vanish/>", "ẩn"), f"<w:del>{run('', 'xóa')}</w:del>"
    inserted = f"<w:ins>{run('', 'thêm')}</w:ins>"
    found = read_back(paragraph("", hidden + deleted + inserted)).paragraphs[0]
    assert found.text == "thêm"


TABLE_STYLE = style(
    "table",
    "Grid",
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:i/></w:rPr></w:tblStylePr>',
)


def in_table(look: str) -> list[Paragraph]:
    cells = "".join(
        f"<w:tr><w:tc>{made.p(a)}</w:tc><w:tc>{made.p(b)}</w:tc></w:tr>" for a, b in ("ab", "cd")
    )
    properties = f'<w:tblStyle w:val="Grid"/><w:tblLook w:val="{look}"/>'
    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5000"/></w:tblGrid>'
    content = f"<w:tbl><w:tblPr>{properties}</w:tblPr>{grid}{cells}</w:tbl>"
    styles = BASE.replace('<w:sz w:val="22"/>', "") + TABLE_STYLE
    return list(read_back(content, styles).paragraphs)


def test_the_style_of_a_table_and_its_conditions() -> None:
    found = {p.text: (p.runs[0].face, p.setting.align) for p in in_table("00A0")}
    assert {name: (look.bold, look.italic) for name, (look, _) in found.items()} == {
        "a": (True, True),
        "b": (True, False),
        "c": (False, True),
        "d": (False, False),
    }
    assert {(look.size, align) for look, align in found.values()} == {(10, "center")}


def test_conditions_that_a_table_does_not_want() -> None:
    assert not any(p.runs[0].face.bold or p.runs[0].face.italic for p in in_table("0600"))


def test_where_cells_stand() -> None:
    assert [(p.room.side, p.room.column) for p in in_table("0600")[:2]] == [
        ("left", 0),
        ("right", 1),
    ]


SETTINGS = {
    "justified": ('<w:jc w:val="both"/>', "align", "justify"),
    "logical ends": ('<w:jc w:val="end"/>', "align", "right"),
    "first line": ('<w:ind w:firstLine="720"/>', "first", 12.7),
    "hanging": ('<w:ind w:left="720" w:hanging="360"/>', "first", -6.35),
    "after": ('<w:spacing w:after="120"/>', "after", 6),
    "automatic gap": ('<w:spacing w:after="0" w:afterAutospacing="1"/>', "after", 14),
    "lines": ('<w:spacing w:line="360" w:lineRule="auto"/>', "lines", 1.5),
    "exactly": ('<w:spacing w:line="360" w:lineRule="exact"/>', "exactly", 18),
    "contextual": ("<w:contextualSpacing/>", "contextual", True),
}


@pytest.mark.parametrize(("properties", "name", "value"), SETTINGS.values(), ids=SETTINGS)
def test_settings(properties: str, name: str, value: object) -> None:
    found = getattr(read_back(paragraph(properties)).paragraphs[0].setting, name)
    assert found == (pytest.approx(value) if isinstance(value, float) else value)


def test_attributes_come_from_different_layers() -> None:
    styles = BASE + style(
        "paragraph",
        "Normal",
        '<w:pPr><w:spacing w:before="60" w:after="60"/>'
        '<w:ind w:left="100" w:firstLine="720"/></w:pPr>',
        default=True,
    )
    own = '<w:spacing w:after="120"/><w:ind w:hanging="200"/>'
    found = read_back(paragraph(own), styles).paragraphs[0].setting
    assert (found.before, found.after) == (3, 6)
    assert (round(found.left, 2), round(found.first, 2)) == (1.76, -3.53)


NUMBERING = (
    f'<w:numbering xmlns:w="{made.WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl><w:lvl w:ilvl="1">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def test_labels_and_indents_of_lists() -> None:
    places = (0, 1, 1, 0, 1)
    content = "".join(
        paragraph(f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="3"/></w:numPr>') for at in places
    )
    document = read(opened(package(content, more={"numbering1.xml": NUMBERING})))
    assert [one.label for one in document.paragraphs] == ["I.", "1.", "2.", "II.", "1."]
    assert round(document.paragraphs[0].setting.left, 1) == 12.7
    assert document.paragraphs[0].lines[0].text == "I. chữ"


def test_pages_and_what_goes_on_from_section_to_section() -> None:
    second = made.PAGE.replace('<w:headerReference w:type="default" r:id="rId9"/>', "")
    content = f"<w:p><w:pPr><w:sectPr>{made.PAGE}</w:sectPr></w:pPr></w:p>" + made.p("chữ")
    turned = second.replace(
        'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'
    )
    first, last = read(opened(package(content, page=turned))).sections
    assert first.margins == {"top": 20.0, "right": 14.99, "bottom": 20.0, "left": 30.0}
    assert (last.width, last.height) == (297.0, 210.0)
    assert last.headers["default"] == first.headers["default"]
    assert last.headers["default"][0].page_field


def test_the_page_where_word_last_put_a_paragraph() -> None:
    turned = "<w:r><w:lastRenderedPageBreak/><w:t>ba</w:t></w:r>"
    within = "<w:r><w:t>hai</w:t><w:lastRenderedPageBreak/><w:t>tiếp</w:t></w:r>"
    content = made.p("một") + made.p(within) + made.p("sau") + made.p(turned)
    document = read_back(content)
    assert [(one.text, one.page) for one in document.paragraphs] == [
        ("một", 1),
        ("haitiếp", 1),
        ("sau", 2),
        ("ba", 3),
    ]
    assert document.paged
    assert not read_back(made.p("một")).paged


def test_the_gutter_belongs_to_the_left_margin() -> None:
    page = made.PAGE.replace('w:gutter="0"', 'w:gutter="567"')
    assert read(opened(package(made.p("chữ"), page=page))).sections[0].margins["left"] == 40.0


PAGE_NUMBERS = {
    "simple field": made.NUMBER,
    "complex field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE  \\* MERGEFORMAT'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("17")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "a field without a result": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "in a content control": f"<w:sdt><w:sdtContent>{made.NUMBER}</w:sdtContent></w:sdt>",
}


@pytest.mark.parametrize("number", PAGE_NUMBERS.values(), ids=PAGE_NUMBERS)
def test_page_numbers(number: str) -> None:
    document = read(opened(package(made.p("chữ"), header=f"<w:p>{number}</w:p>")))
    (found,) = document.sections[0].headers["default"]
    assert (found.text, found.page_field) == ("2", True)
