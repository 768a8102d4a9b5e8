"""Word files: what is printed is read, once, in order; what is not printed is not."""

from pathlib import Path

import pytest
from test_extract.wordfiles import (
    definition,
    level,
    num,
    numbered,
    p,
    package,
    run,
    tbl,
    tc,
    tr,
    zipped,
)
from word import contents

from extract.layout import Layout, Line, Table
from extract.readers import read_layout
from plan.errors import UnreadableError

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    f"{p('DỰ THẢO')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
RAISED = '<w:vertAlign w:val="superscript"/>'


def read(tmp_path: Path, body: str, **parts: str) -> Layout:
    file = tmp_path / "kế hoạch.docx"
    file.write_bytes(package(body, **parts))
    return read_layout(file)


def texts(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks if isinstance(block, Line)]


def grid(layout: Layout) -> list[list[tuple[str, int]]]:
    (table,) = (block for block in layout.blocks if isinstance(block, Table))
    return [
        [(" / ".join(line.text for line in cell.lines), cell.span) for cell in row]
        for row in table.rows
    ]


PRINTED = [
    ("runs are joined", p("Kế ", "hoạch"), ["Kế hoạch"]),
    (
        "insertions kept, deletions dropped",
        p(
            "Đạt ",
            f'<w:ins w:id="1">{run("95%")}</w:ins>',
            '<w:del w:id="2"><w:r><w:delText>90%</w:delText></w:r></w:del>',
            " số hộ",
        ),
        ["Đạt 95% số hộ"],
    ),
    (
        "what was moved stands once",
        p(f'<w:moveFrom w:id="1">{run("Một")}</w:moveFrom>', "Hai")
        + p(f'<w:moveTo w:id="1">{run("Một")}</w:moveTo>'),
        ["Hai", "Một"],
    ),
    (
        "a deleted paragraph mark joins",
        p("Nửa đầu, ", mark='<w:del w:id="3"/>') + p("nửa sau"),
        ["Nửa đầu, nửa sau"],
    ),
    (
        "hyphens and tabs",
        p(
            "<w:r><w:t>Số 45</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:softHyphen/><w:t>/HU</w:t>"
            "<w:tab/><w:t>năm</w:t></w:r>"
        ),
        ["Số 45-KH/HU năm"],
    ),
    (
        "symbol fonts",
        p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', " 5%, \uf0b7 và\u200b\u2011x"),
        ["≥ 5%, - và-x"],
    ),
    (
        "fields by their result",
        p(
            FIELD.format("begin"),
            "<w:r><w:instrText>TIME</w:instrText></w:r>",
            FIELD.format("separate"),
            "2026",
            FIELD.format("end"),
            f'<w:fldSimple w:instr="X">{run(" và sau đó")}</w:fldSimple>',
        ),
        ["2026 và sau đó"],
    ),
    ("hidden text", p("Hiện", run(" ẩn", "<w:vanish/>")), ["Hiện"]),
    (
        "content controls, smart tags, links",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Khối')}</w:sdtContent></w:sdt>"
        + p(
            f"<w:sdt><w:sdtContent>{run('Một ')}</w:sdtContent></w:sdt>",
            f"<w:smartTag>{run('hai ')}</w:smartTag>",
            f"<w:hyperlink>{run('ba')}</w:hyperlink>",
        ),
        ["Khối", "Một hai ba"],
    ),
    (
        "a text box once, behind its paragraph",
        p("Trước", BOX) + p("Sau"),
        [
            "Trước",
            "DỰ THẢO",
            "Sau",
        ],
    ),
    ("raised letters", p("Diện tích 20 m", run("2", RAISED)), ["Diện tích 20 m2"]),
    (
        "formulas",
        p(f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>T = a/b</m:t></m:r></m:oMath>'),
        ["T = a/b"],
    ),
    ("empty paragraphs are left out", p() + p("  ") + p("Có chữ"), ["Có chữ"]),
    (
        "a line break before a label begins a line",
        p("<w:r><w:t>Gồm:</w:t><w:br/><w:t>- Rà soát;</w:t><w:br/><w:t>cả năm</w:t></w:r>"),
        ["Gồm:", "- Rà soát; cả năm"],
    ),
    (
        "a line break in a centred title",
        p(
            "<w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Chiếu sáng</w:t></w:r>",
            look='<w:jc w:val="center"/>',
        ),
        ["KẾ HOẠCH", "Chiếu sáng"],
    ),
    ("NFC", p("Đồng Va\u0302n"), ["Đồng Vân"]),
]


@pytest.mark.parametrize(
    ("body", "expected"), [case[1:] for case in PRINTED], ids=[case[0] for case in PRINTED]
)
def test_what_is_printed(body: str, expected: list[str], tmp_path: Path) -> None:
    layout = read(tmp_path, body)
    assert texts(layout) == expected
    assert layout.text == "\n".join(expected)
    assert (layout.format, layout.wrapped) == ("docx", False)


def test_tracked_changes_are_reported(tmp_path: Path) -> None:
    layout = read(tmp_path, p(f'<w:ins w:id="1">{run("a")}</w:ins>') + p("b"))
    (finding,) = layout.findings
    assert finding.code == "tracked-changes"
    assert finding.args == {"kept": 1, "left_out": 0}
    assert read(tmp_path, p("a")).findings == ()


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="28"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:pPr><w:jc w:val="center"/></w:pPr>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="L1"><w:basedOn w:val="L2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="L2"><w:basedOn w:val="L1"/></w:style>'
)

LOOKS = [
    (p("Mục đích", style="H"), (True, False, "center")),
    (p(run("Mục đích", '<w:b w:val="0"/>'), style="H"), (False, False, "center")),
    (p(run("Mục đích", '<w:rStyle w:val="C"/>')), (False, True, None)),
    (p(run("1. ", ""), run("Sở Y tế", "<w:b/>"), look='<w:jc w:val="both"/>'),
     (True, False, "justify")),
    (p(run("Đậm", "<w:b/>"), " rồi thường đến hết"), (False, False, None)),
    (p("vòng tròn", style="L1"), (False, False, None)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "look"), LOOKS)
def test_looks_through_the_chain_of_styles(
    body: str, look: tuple[bool, bool, str | None], tmp_path: Path
) -> None:
    (line,) = read(tmp_path, body, styles=STYLES).blocks
    assert isinstance(line, Line)
    assert (line.bold, line.italic, line.align) == look
    assert line.path == "p1"


PLAN_LIST = (
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "lowerLetter", "%3)"),
    level(3, "bullet", "-"),
    level(4, "bullet", "+"),
)
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'

NUMBERED = [
    (
        "levels restart below a higher one",
        definition(0, *PLAN_LIST) + num(1, 0),
        [(0, 1), (1, 1), (2, 1), (2, 1), (1, 1), (2, 1), (3, 1), (4, 1), (0, 1), (1, 1)],
        ["I.", "1.", "a)", "b)", "2.", "a)", "-", "+", "II.", "1."],
    ),
    (
        "numbers of higher levels in a label",
        definition(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2."),
                   level(2, "decimal", "%1.%2.%3)")) + num(1, 0),
        [(0, 1), (1, 1), (1, 1), (2, 1), (0, 1), (1, 1)],
        ["1", "1.1.", "1.2.", "1.2.1)", "2", "2.1."],
    ),
    (
        "a deeper level without the higher one",
        definition(0, level(0, "upperRoman", "%1.", start=3), level(1, "decimal", "%1.%2"))
        + num(1, 0),
        [(1, 1), (1, 1), (0, 1)],
        ["III.1", "III.2", "III."],
    ),
    (
        "two lists of one definition count on, one with a start of its own begins anew",
        definition(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, RESTART),
        [(0, 1), (0, 2), (0, 3), (0, 3), (0, 1)],
        ["1.", "2.", "1.", "2.", "3."],
    ),
    (
        "legal numbering prints decimals",
        definition(0, level(0, "upperRoman", "%1."),
                   level(1, "decimal", "%1.%2", more="<w:isLgl/>")) + num(1, 0),
        [(0, 1), (0, 1), (1, 1)],
        ["I.", "II.", "2.1"],
    ),
    (
        "a level that never restarts",
        definition(0, level(0, "upperRoman", "%1."),
                   level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')) + num(1, 0),
        [(0, 1), (1, 1), (0, 1), (1, 1)],
        ["I.", "1.", "II.", "2."],
    ),
    (
        "an override of the level itself",
        definition(0, level(0, "decimal", "%1."))
        + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>'),
        [(0, 1), (0, 1)],
        ["a)", "b)"],
    ),
    (
        "formats",
        definition(0, level(0, "decimalZero", "%1"), level(1, "lowerRoman", "(%2)", start=4),
                   level(2, "upperLetter", "%3.", start=27), level(3, "bullet", "\uf0b7"),
                   level(4, "bullet", "o")) + num(1, 0),
        [(0, 1), (1, 1), (1, 1), (2, 1), (3, 1), (4, 1)],
        ["01", "(iv)", "(v)", "AA.", "-", "+"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("numbering", "places", "labels"),
    [case[1:] for case in NUMBERED],
    ids=[case[0] for case in NUMBERED],
)
def test_automatic_numbers(
    numbering: str, places: list[tuple[int, int]], labels: list[str], tmp_path: Path
) -> None:
    body = "".join(numbered("Việc", depth, number) for depth, number in places)
    assert texts(read(tmp_path, body, numbering=numbering)) == [f"{one} Việc" for one in labels]


def test_numbers_of_a_paragraph_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H1"/></w:style>'
    )
    levels = (
        level(0, "upperRoman", "%1.", more='<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%2.", more='<w:pStyle w:val="H2"/>'),
    )
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = (
        p("Một", style="H1") + p("Hai", style="H2") + p("Ba", style="H3")
        + p("Không số", style="H1", look=off)
    )  # fmt: skip
    layout = read(tmp_path, body, styles=styles, numbering=definition(0, *levels) + num(1, 0))
    assert texts(layout) == ["I. Một", "1. Hai", "II. Ba", "Không số"]


def test_a_list_style_through_its_link(tmp_path: Path) -> None:
    numbering = (
        definition(0, more='<w:numStyleLink w:val="Plan"/>')
        + definition(1, level(0, "decimal", "%1)"), more='<w:styleLink w:val="Plan"/>')
        + num(1, 0)
    )
    assert texts(read(tmp_path, numbered("a") + numbered("b"), numbering=numbering)) == [
        "1) a",
        "2) b",
    ]


def test_tables(tmp_path: Path) -> None:
    body = tbl(
        tr(tc("TT", properties='<w:vMerge w:val="restart"/>'),
           tc("Đơn vị", properties='<w:gridSpan w:val="2"/>')),
        tr(tc(p(), properties="<w:vMerge/>"), tc("Chủ trì", "Phòng A"), tc("Phối hợp")),
        f"<w:sdt><w:sdtContent>{tr(tc('1'), tc('B'), tc('C'))}</w:sdtContent></w:sdt>",
        tr(tc("x"), properties='<w:gridBefore w:val="2"/>'),
        tr(tc("2"), tc("bỏ"), tc("bỏ"), properties='<w:del w:id="9"/>'),
    )  # fmt: skip
    layout = read(tmp_path, p("Bảng") + body + p("Hết"))
    assert grid(layout) == [
        [("TT", 1), ("Đơn vị", 2)],
        [("", 1), ("Chủ trì / Phòng A", 1), ("Phối hợp", 1)],
        [("1", 1), ("B", 1), ("C", 1)],
        [("", 2), ("x", 1)],
    ]
    table = layout.blocks[1]
    assert isinstance(table, Table)
    assert table.path == "t1"
    assert [line.path for line in table.rows[1][1].lines] == ["t1/r2/c2/p1", "t1/r2/c2/p2"]
    assert layout.text == "Bảng\nTT\nĐơn vị\nChủ trì\nPhòng A\nPhối hợp\n1\nB\nC\nx\nHết"


def test_nested_tables_give_their_lines(tmp_path: Path) -> None:
    inner = tbl(tr(tc("trong 1"), tc("trong 2")))
    layout = read(tmp_path, tbl(tr(tc("trước", inner, "sau"), tc("bên"))))
    assert grid(layout) == [[("trước / trong 1 / trong 2 / sau", 1), ("bên", 1)]]


LINES = '<w:tblBorders><w:insideH w:val="{}"/></w:tblBorders>'
GRID = f'<w:style w:type="table" w:styleId="Grid"><w:tblPr>{LINES.format("single")}</w:tblPr></w:style>'  # noqa: E501 - one string of markup


@pytest.mark.parametrize(
    ("properties", "cell", "ruled"),
    [
        (LINES.format("single"), "", True),
        (LINES.format("nil"), "", False),
        ('<w:tblStyle w:val="Grid"/>', "", True),
        (f'<w:tblStyle w:val="Grid"/>{LINES.format("none")}', "", False),
        ("", '<w:tcBorders><w:top w:val="single"/></w:tcBorders>', True),
        ("", "", False),
    ],
)
def test_whether_a_table_is_ruled(
    properties: str, cell: str, *, ruled: bool, tmp_path: Path
) -> None:
    body = tbl(tr(tc("a", properties=cell), tc("b")), properties=properties)
    (table,) = read(tmp_path, body, styles=GRID).blocks
    assert isinstance(table, Table)
    assert table.ruled is ruled


def test_footnotes_stand_apart(tmp_path: Path) -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " Hiện trạng:")}{p("Đạt 5%.")}'
        "</w:footnote>"
    )
    layout = read(
        tmp_path, p("Chỉ tiêu", '<w:r><w:footnoteReference w:id="2"/></w:r>', ":"), footnotes=notes
    )
    assert texts(layout) == ["Chỉ tiêu:"]
    assert [[line.text for line in note] for note in layout.notes] == [["Hiện trạng:", "Đạt 5%."]]
    assert all(layout.text[one.start :].startswith(one.text) for n in layout.notes for one in n)


@pytest.mark.parametrize("parts", [{"styles": "<w:broken"}, {"numbering": "&undefined;"}])
def test_a_damaged_part(parts: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"kế hoạch\.docx: the Word file is damaged"):
        read(tmp_path, p("a"), **parts)


def test_entities_of_its_own_make_a_file_damaged(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật", encoding="utf-8")
    declared = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document'
    files = contents(package(p("&x;công khai")))
    document = files["word/document.xml"].replace(b"<w:document", declared.encode(), 1)
    file = tmp_path / "a.docx"
    file.write_bytes(zipped({**files, "word/document.xml": document}))
    with pytest.raises(UnreadableError, match="damaged"):
        read_layout(file)
