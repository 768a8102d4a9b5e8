"""Word files, the rarer cases: what Word prints is read, once, and nothing else."""

from pathlib import Path

import pytest
from test_extract.test_reader_docx import BOX, FIELD, grid, read, texts
from test_extract.wordfiles import definition, level, num, numbered, p, run, tbl, tc, tr

import extract
from extract.layout import Line, Table

STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='26'/></w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"/>'
    '<w:style w:type="paragraph" w:styleId="Bold"><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:rPr><w:caps/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/><w:sz w:val="22"/></w:rPr>'
    "</w:style>"
)
INSTRUCTION = "<w:r><w:instrText>IF </w:instrText></w:r>"
GROUP = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:anchor '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    "<wp:positionH><wp:posOffset>1905</wp:posOffset></wp:positionH>{}</wp:anchor></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def boxed(text: str) -> str:
    return f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>"


NESTED = (
    '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice>'
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
).format(boxed("Khung"), boxed("Khung"))

HIDDEN_MARK = "<w:vanish/>"
PRINTED = [
    ("hidden by a character style", p("Hiện", run(" ẩn", '<w:rStyle w:val="Hid"/>')), ["Hiện"]),
    ("hidden by a paragraph style", p("Ẩn", style="Gone") + p("Hiện"), ["Hiện"]),
    ("shown although its style hides",
     p(run("Hiện", '<w:vanish w:val="0"/>'), "ẩn", style="Gone"), ["Hiện"]),
    ("hidden on the web alone", p(run("Hiện", "<w:webHidden/>")), ["Hiện"]),
    ("a hidden mark joins (style separator)",
     p("1. Mục đích.", mark=HIDDEN_MARK) + p(" Nâng cao đời sống."),
     ["1. Mục đích. Nâng cao đời sống."]),
    ("capitals by format", p(run("Kế hoạch", "<w:caps/>"), " năm"), ["KẾ HOẠCH năm"]),
    ("capitals by style", p("Kế hoạch", style="Title"), ["KẾ HOẠCH"]),
    ("soft hyphens and blanks that do not break",
     p("chiếu\u00ad sáng\u00a0công\u202fcộng\u2003xã"), ["chiếu sáng công cộng xã"]),
    ("a symbol by its place in a font",
     p('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>', " Rà soát",
       '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', " 5%"), ["- Rà soát≤ 5%"]),
    ("a symbol of an ordinary font", p('<w:r><w:sym w:font="Arial" w:char="2265"/></w:r>', " 5"),
     ["≥ 5"]),
    ("no word of a field's instruction",
     p(FIELD.format("begin"), INSTRUCTION, FIELD.format("begin"), INSTRUCTION,
       FIELD.format("separate"), "12", FIELD.format("end"), FIELD.format("separate"), "kết quả",
       FIELD.format("end"), " sau"), ["kết quả sau"]),
    ("a field without end hides nothing that follows",
     p("trước", FIELD.format("begin"), INSTRUCTION) + p("sau"), ["trước", "sau"]),
    ("text boxes of a group once, no number of its shapes",
     p("Trước", GROUP.format(boxed("Một") + NESTED, p("Một") + p("Khung"))),
     ["Trước", "Một", "Khung"]),
    ("a text box in a deleted run", p("Trước", f'<w:del w:id="1">{BOX}</w:del>'), ["Trước"]),
    ("comments", p("Có ", '<w:commentRangeStart w:id="1"/>', "chữ", '<w:commentRangeEnd w:id="1"/>',
     '<w:r><w:commentReference w:id="1"/></w:r>'), ["Có chữ"]),
    ("a placeholder in a content control",
     p("Tên: ", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
       + run("Bấm để nhập") + "</w:sdtContent></w:sdt>", "hết"), ["Tên: hết"]),
    ("the old look of a changed paragraph",
     p("Mục", look='<w:pPrChange w:id="4"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
       "</w:pPrChange>"), ["Mục"]),
    ("a mark of its own for a note",
     p("tỷ lệ", '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>(*)</w:t></w:r>',
       " đạt"), ["tỷ lệ đạt"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"), [case[1:] for case in PRINTED], ids=[case[0] for case in PRINTED]
)
def test_what_is_printed(body: str, expected: list[str], tmp_path: Path) -> None:
    lists = definition(0, level(0, "decimal", "%1.")) + num(1, 0)
    assert texts(read(tmp_path, body, styles=STYLES, numbering=lists)) == expected


LOOKS = [
    (p("a"), (False, 13.0)),
    (p("a", style="Bold"), (True, 15.0)),
    (p(run("a", '<w:rStyle w:val="Strong"/>')), (True, 11.0)),
    (p(run("a", '<w:rStyle w:val="Strong"/>'), style="Bold"), (False, 11.0)),
    (p(run("a", '<w:rStyle w:val="Strong"/><w:b/>'), style="Bold"), (True, 11.0)),
]


@pytest.mark.parametrize(("body", "look"), LOOKS)
def test_looks_add_up(body: str, look: tuple[bool, float], tmp_path: Path) -> None:
    (line,) = read(tmp_path, body, styles=STYLES).blocks
    assert isinstance(line, Line)
    assert (line.bold, line.size) == look


def start(depth: int, number: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


LEVELS = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))
NUMBERED = [
    (
        "a level that restarts only below the highest",
        definition(0, *LEVELS[:2],
                   level(2, "lowerLetter", "%3)", more='<w:lvlRestart w:val="1"/>')) + num(1, 0),
        [(0, 1), (1, 1), (2, 1), (1, 1), (2, 1), (0, 1), (1, 1), (2, 1)],
        ["I.", "1.", "a)", "2.", "b)", "II.", "1.", "a)"],
    ),
    (
        "a start of its own holds after each restart",
        definition(0, *LEVELS) + num(1, 0, start(1, 5)),
        [(0, 1), (1, 1), (1, 1), (0, 1), (1, 1)],
        ["I.", "5.", "6.", "II.", "5."],
    ),
    (
        "a hidden number",
        definition(0, level(0, "decimal", "%1.", more="<w:rPr><w:vanish/></w:rPr>")) + num(1, 0),
        [(0, 1)],
        [""],
    ),
    (
        "no number, only a text",
        definition(0, level(0, "none", "Điều:")) + num(1, 0),
        [(0, 1)],
        ["Điều:"],
    ),
    (
        "numbers with a word, and two digits by a format of Word 2010",
        definition(0, level(0, "decimal", "Điều %1."),
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
            '<w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback>'
            '<w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
            '<w:lvlText w:val="%2."/></w:lvl>') + num(1, 0),
        [(0, 1), (1, 1), (1, 1)],
        ["Điều 1.", "01.", "02."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("numbering", "places", "labels"), [c[1:] for c in NUMBERED], ids=[c[0] for c in NUMBERED]
)
def test_automatic_numbers(
    numbering: str, places: list[tuple[int, int]], labels: list[str], tmp_path: Path
) -> None:
    body = "".join(numbered("Việc", depth, number) for depth, number in places)
    printed = [f"{label} Việc".strip() for label in labels]
    assert texts(read(tmp_path, body, numbering=numbering)) == printed


def place(number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


COUNTED = [
    ("an empty paragraph counts", p(look=place()), ["1. a", "3. b"]),
    ("a hidden one does not", p(run("ẩn", "<w:vanish/>"), look=place(), mark="<w:vanish/>"),
     ["1. a", "2. b"]),
    ("one that was moved away does not",
     p(f'<w:moveFrom w:id="1">{run("xa")}</w:moveFrom>', look=place(),
       mark='<w:moveFrom w:id="2"/>'),
     ["1. a", "2. b"]),
    ("one that was deleted does not",
     p('<w:del w:id="1"><w:r><w:delText>xa</w:delText></w:r></w:del>', look=place(),
       mark='<w:del w:id="2"/>'), ["1. a", "2. b"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("between", "expected"), [case[1:] for case in COUNTED], ids=[case[0] for case in COUNTED]
)
def test_which_paragraphs_count(between: str, expected: list[str], tmp_path: Path) -> None:
    lists = definition(0, level(0, "decimal", "%1.")) + num(1, 0)
    body = p("a", look=place()) + between + p("b", look=place())
    assert texts(read(tmp_path, body, numbering=lists)) == expected


def test_cells_merged_in_the_old_way_and_cells_that_were_deleted(tmp_path: Path) -> None:
    body = tbl(
        tr(tc("Chung", properties='<w:hMerge w:val="restart"/>'),
           tc(p(), properties="<w:hMerge/>"), tc("Riêng")),
        tr(tc("a"), tc("b"), tc("c")),
        tr(tc("a"), tc("bỏ", properties='<w:cellDel w:id="1"/>'), tc("b"), tc("c")),
        tr(tc("x"), properties='<w:gridAfter w:val="2"/>'),
    )  # fmt: skip
    assert grid(read(tmp_path, body)) == [
        [("Chung", 2), ("Riêng", 1)],
        [("a", 1), ("b", 1), ("c", 1)],
        [("a", 1), ("b", 1), ("c", 1)],
        [("x", 1), ("", 2)],
    ]


def test_a_table_in_a_text_box_and_in_a_content_control(tmp_path: Path) -> None:
    inner = tbl(tr(tc("a"), tc("b"))) + p()
    box = f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    control = f"<w:sdt><w:sdtContent>{tbl(tr(tc('c'), tc('d')))}</w:sdtContent></w:sdt>"
    tables = [b for b in read(tmp_path, p("Trước", box) + control).blocks if isinstance(b, Table)]
    assert [cell.lines[0].text for t in tables for cell in t.rows[0]] == ["a", "b", "c", "d"]


def test_endnotes_and_what_parts_notes(tmp_path: Path) -> None:
    notes = (
        f'<w:endnote w:type="continuationNotice" w:id="1">{p("còn tiếp")}</w:endnote>'
        f'<w:endnote w:id="2">{p("<w:r><w:endnoteRef/></w:r>", " Theo báo cáo.")}</w:endnote>'
    )
    body = p("Chỉ tiêu", '<w:r><w:endnoteReference w:id="2"/></w:r>')
    layout = read(tmp_path, body, endnotes=notes)
    assert texts(layout) == ["Chỉ tiêu"]
    assert [[line.text for line in note] for note in layout.notes] == [["Theo báo cáo."]]


def test_what_is_lost_is_reported(tmp_path: Path) -> None:
    (finding,) = read(tmp_path, p("a") + '<w:altChunk r:id="r9" xmlns:r="x"/>').losses
    assert (finding.code, finding.args) == ("embedded-documents", {"count": 1})


def test_headers_and_footers_are_apart(tmp_path: Path) -> None:
    header = p("Kế hoạch chiếu sáng")
    assert texts(read(tmp_path, p("a"), header=header, footer=header)) == ["a"]


LEFT = ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG VÂN"]
RIGHT = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
NUMBER, DAY = "Số: 18/KH-UBND", "Đồng Vân, ngày 05 tháng 02 năm 2026"
HEADS = [
    ("one row", tbl(tr(tc(*LEFT, NUMBER), tc(*RIGHT, DAY)))),
    ("two rows", tbl(tr(tc(*LEFT), tc(*RIGHT)), tr(tc(NUMBER), tc(DAY)))),
    ("three columns", tbl(tr(tc(*LEFT, NUMBER), tc(p()), tc(*RIGHT, DAY)))),
    ("one column", tbl(tr(tc(*LEFT, NUMBER)), tr(tc(*RIGHT, DAY)))),
    ("a table in a table", tbl(tr(tc(tbl(tr(tc(*LEFT, NUMBER), tc(*RIGHT, DAY))), p())))),
]


@pytest.mark.parametrize("head", [case[1] for case in HEADS], ids=[case[0] for case in HEADS])
def test_heads_of_one_to_three_columns(head: str, tmp_path: Path) -> None:
    centred = '<w:jc w:val="center"/>'
    body = (
        head + p(run("KẾ HOẠCH", "<w:b/>"), look=centred)
        + p(run("Chiếu sáng công cộng năm 2026", "<w:b/>"), look=centred)
        + p("I. MỤC ĐÍCH") + p("- Rà soát hệ thống chiếu sáng.")
    )  # fmt: skip
    read(tmp_path, body)
    found = extract.read(tmp_path / "kế hoạch.docx").header
    assert (found.agency, found.number, found.symbol) == (" ".join(LEFT), 18, "KH-UBND")
    assert (found.place, found.date, found.doc_type) == ("Đồng Vân", "2026-02-05", "Kế hoạch")
