"""Web pages: as Word saves them, as portals show them, as archives keep them."""

from pathlib import Path

import pytest

from extract.layout import Layout, Line, Table
from extract.readers import html, read_layout
from plan.errors import UnreadableError


def layout_of(tmp_path: Path, content: str | bytes, name: str = "trang.html") -> Layout:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_layout(file)


def lines(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks if isinstance(block, Line)]


def body(inner: str) -> str:
    return f"<html><head><title>Trang</title></head><body>{inner}</body></html>"


TEXTS: list[tuple[str, str, list[str]]] = [
    ("paragraphs", "<p>Mục\n đích</p><p>Yêu cầu</p>", ["Mục đích", "Yêu cầu"]),
    ("text beside blocks", "Trước<div>Trong</div>Sau", ["Trước", "Trong", "Sau"]),
    ("marks within a word", "<p>Kế <b>ho</b>ạch</p>", ["Kế hoạch"]),
    (
        "a typed line break",
        "<p>Phát triển hạ tầng<br>số của xã</p>",
        ["Phát triển hạ tầng số của xã"],
    ),
    ("a break before a label", "<p>Gồm:<br>- Một;<br>- Hai.</p>", ["Gồm:", "- Một;", "- Hai."]),
    (
        "broken centred lines",
        '<p align="center">KẾ HOẠCH<br>Năm 2025</p>',
        ["KẾ HOẠCH", "Năm 2025"],
    ),
    ("a numbered list", "<ol><li>Một</li><li><p>Hai</p></li></ol>", ["1. Một", "2. Hai"]),
    ("a list that goes on", '<ol start="4"><li>Bốn</li></ol>', ["4. Bốn"]),
    ("Roman numbers", '<ol type="I"><li>Một</li><li>Hai</li></ol>', ["I. Một", "II. Hai"]),
    ("bullets", "<ul><li>Một</li></ul>", ["- Một"]),
    ("script and style", "<script>var a</script><style>p{}</style><p>Một</p>", ["Một"]),
    ("hidden text", '<p>Một<span style="display: none">ẩn</span></p>', ["Một"]),
    ("what Word deleted", "<p>Một <del>hai</del><ins>ba</ins></p>", ["Một ba"]),
    ("a comment", "<p>Một<!-- hai --></p>", ["Một"]),
    ("signs", "<p>Khoa học &amp; công nghệ &lt; 5 &#273;</p>", ["Khoa học & công nghệ < 5 đ"]),
    ("hard spaces", "<p>Số:&nbsp;&nbsp; 12/KH-UBND</p>", ["Số: 12/KH-UBND"]),
    ("unclosed elements", "<p>Một<p>Hai<b>Ba", ["Một", "HaiBa"]),
]


@pytest.mark.parametrize(("case", "inner", "expected"), TEXTS, ids=[t[0] for t in TEXTS])
def test_the_text_is_what_a_browser_shows(
    case: str, inner: str, expected: list[str], tmp_path: Path
) -> None:
    assert lines(layout_of(tmp_path, body(inner))) == expected, case


def test_looks_are_handed_down(tmp_path: Path) -> None:
    page = body(
        "<h1>A</h1><p style='text-align:center;font-weight:700'>B</p><p><i>C</i></p>"
        "<p>D<b>e</b>fg</p>"
    )
    found = [b for b in layout_of(tmp_path, page).blocks if isinstance(b, Line)]
    assert [(one.bold, one.italic, one.align) for one in found] == [
        (True, False, None),
        (True, False, "center"),
        (False, True, None),
        (False, False, None),
    ]


def test_a_table_keeps_its_cells(tmp_path: Path) -> None:
    page = body(
        "<table border=1><thead><tr><th>TT</th><th colspan=2>Việc</th></tr></thead>"
        "<tr><td rowspan=2>1</td><td>A</td><td>B<p>C</p></td></tr><tr><td>D</td><td>E</td></tr>"
        "</table>"
    )
    (table,) = layout_of(tmp_path, page).blocks
    assert isinstance(table, Table)
    assert table.ruled
    texts = [[[line.text for line in cell.lines] for cell in row] for row in table.rows]
    assert texts == [[["TT"], ["Việc"]], [["1"], ["A"], ["B", "C"]], [[], ["D"], ["E"]]]
    assert [[cell.span for cell in row] for row in table.rows] == [[1, 2], [1, 1, 1], [1, 1, 1]]
    assert table.rows[2][0].continued


def test_footnotes_are_set_aside(tmp_path: Path) -> None:
    page = body(
        "<p>Một</p><div style='mso-element:footnote-list'><div style='mso-element:footnote'>"
        "<p>Hiện trạng 62%</p></div></div>"
    )
    layout = layout_of(tmp_path, page)
    assert lines(layout) == ["Một"]
    assert [[line.text for line in note] for note in layout.notes] == [["Hiện trạng 62%"]]


def declaring(name: str) -> str:
    return f'<html><head><meta content="text/html; charset={name}"></head><body><p>Ủy ban ở Đắk</p>'


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1252", "utf-8"),
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("unicode", "utf-16"),
        ("nonsense", "utf-8"),
    ],
)
def test_what_a_page_declares_is_not_believed_where_it_is_wrong(
    declared: str, encoding: str, tmp_path: Path
) -> None:
    content = declaring(declared).encode(encoding)
    assert [
        block.text
        for block in html.read(written(tmp_path, content)).blocks
        if isinstance(block, Line)
    ] == ["Ủy ban ở Đắk"]


def written(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "trang.htm"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("declared", ["windows-1258", "utf-8"])
def test_the_old_code_page_is_read_with_its_marks(declared: str, tmp_path: Path) -> None:
    text = declaring(declared).replace("Ủy ban ở Đắk", "Uy ban Đ\u0103k L\u0103\u0301k")
    layout = html.read(written(tmp_path, text.encode("cp1258")))
    assert layout.text == "Uy ban Đăk Lắk"


def test_a_web_archive_is_unpacked(tmp_path: Path) -> None:
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "\r\n<html><body><p>K=E1=BA=BF ho=E1=BA=A1ch</p></body></html>\r\n--B--\r\n"
    )
    assert lines(layout_of(tmp_path, archive, "trang.mht")) == ["Kế hoạch"]


@pytest.mark.parametrize("inner", ["", "<p> </p>", "<script>a</script>", "<img src='http://x/a'>"])
def test_a_page_without_text_is_told(inner: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="has no text"):
        layout_of(tmp_path, body(inner))


def test_deep_nesting_ends(tmp_path: Path) -> None:
    assert layout_of(tmp_path, body("<p>Một</p>" + "<div>" * 5000 + "Hai")).text.startswith("Một")
