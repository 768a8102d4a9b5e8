"""Born-digital PDF: words from glyphs, lines in reading order, columns, tables, what is apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_extract.pdffiles import Page, pdf

from extract.layout import Layout, Line, Table
from extract.limits import PAGES
from extract.readers import read_layout
from plan.errors import KehoachError, LimitError, UnreadableError

BODY = (
    "Ra soat toan bo he thong chieu sang cong cong tren dia ban xa Dong Van,",
    "lap danh muc cac doan can thay the va bao cao ket qua theo tung quy mot.",
)


def read(tmp_path: Path, *pages: Page) -> Layout:
    file = tmp_path / "kế hoạch.pdf"
    file.write_bytes(pdf(*pages))
    return read_layout(file)


def all_lines(layout: Layout) -> Iterator[Line]:
    for block in layout.blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for cell in row for line in cell.lines)


def texts(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks if isinstance(block, Line)]


def grid(table: Line | Table) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[" / ".join(line.text for line in cell.lines) for cell in row] for row in table.rows]


def tables(layout: Layout) -> list[list[list[str]]]:
    return [grid(block) for block in layout.blocks if isinstance(block, Table)]


def test_lines_know_where_they_stand(tmp_path: Path) -> None:
    first = Page().text(262, 100, "KE HOACH", look="b").lines(85, 140, *BODY)
    layout = read(tmp_path, first, Page().text(85, 90, "Het.", 12, "i"))
    assert texts(layout) == ["KE HOACH", *BODY, "Het."]
    title, body, _, last = (line for line in all_lines(layout))
    assert (title.bold, title.italic, title.align, title.page) == (True, False, "center", 1)
    assert (body.bold, body.align, round(body.left or 0), round(body.top or 0)) == (
        False,
        None,
        85,
        140,
    )
    assert body.right is not None
    assert 480 < body.right < 530
    assert (last.italic, last.size, last.page) == (True, 12, 2)
    assert all(layout.text[line.start :].startswith(line.text) for line in all_lines(layout))
    assert (layout.format, layout.wrapped, layout.pages) == ("pdf", True, 2)


def test_glyphs_in_any_order_give_words(tmp_path: Path) -> None:
    page = Page().text(85, 100, "Ke ho").text(126.4, 100, "ch so 5")
    page.text(119.1, 100.5, "a").lines(85, 140, *BODY)
    assert texts(read(tmp_path, page))[0] == "Ke hoach so 5"


def test_gaps_are_blanks_and_none_are_made_up(tmp_path: Path) -> None:
    page = Page().lines(85, 140, *BODY)
    for place, letter in zip((85, 95.2, 102.3, 108.6), "Hoan", strict=True):
        page.text(place, 100, letter)
    page.text(126, 100, "thanh")
    assert texts(read(tmp_path, page))[0] == "Hoan thanh"


def test_letters_printed_twice_to_look_bold(tmp_path: Path) -> None:
    page = Page().text(85, 100, "Muc").text(85.3, 100, "Muc").lines(85, 140, *BODY)
    assert texts(read(tmp_path, page))[0] == "Muc"


def test_a_hyphen_that_ends_a_line_stays(tmp_path: Path) -> None:
    page = Page().lines(85, 100, "theo Ke hoach so 12/KH-", "UBND ngay 03/02/2026 cua huyen")
    assert texts(read(tmp_path, page)) == [
        "theo Ke hoach so 12/KH-",
        "UBND ngay 03/02/2026 cua huyen",
    ]


def test_raised_letters_stand_in_their_line(tmp_path: Path) -> None:
    page = Page().text(85, 100, "Dien tich 20 m").text(168.2, 95, "2", 8).text(176, 100, "san")
    assert texts(read(tmp_path, page.lines(85, 140, *BODY)))[0] == "Dien tich 20 m2 san"


def test_footnotes_and_their_marks_are_apart(tmp_path: Path) -> None:
    page = Page().lines(85, 100, *BODY, *BODY, *BODY)
    page.text(85, 300, "Dat 20 m").text(134.5, 295, "2", 8).text(145, 300, "moi ho")
    page.text(185.5, 295, "1", 8).text(190, 300, ", ")
    page.text(196, 300, "tang").text(220.8, 295, "2", 8)
    page.text(85, 740, "1", 6).text(90, 744, "Hien trang nam 2025 la 62%,", 10)
    page.text(85, 756, "con tang trong nam sau.", 10)
    page.text(85, 766, "2", 6).text(90, 770, "Ke ca ho moi tach.", 10)
    page.text(290, 800, "3", 12)
    layout = read(tmp_path, page)
    assert texts(layout)[6:] == ["Dat 20 m2 moi ho, tang"]
    assert [[line.text for line in note] for note in layout.notes] == [
        ["1 Hien trang nam 2025 la 62%,", "con tang trong nam sau."],
        ["2 Ke ca ho moi tach."],
    ]


@pytest.mark.parametrize("number", ["{}", "- {} -", "Trang {}", "{}/4"])
@pytest.mark.parametrize("top", [45, 810])
def test_page_numbers_are_apart(number: str, top: float, tmp_path: Path) -> None:
    pages = [
        Page().text(290, top, number.format(page), 13).lines(85, 100, *BODY) for page in range(1, 4)
    ]
    assert texts(read(tmp_path, *pages)) == [*BODY] * 3


def test_running_heads_are_apart_but_a_heading_at_the_top_is_not(tmp_path: Path) -> None:
    pages = [
        Page().text(85, 40, f"Ke hoach chieu sang, ban {page}", 10).lines(85, 100, *BODY)
        for page in range(4)
    ]
    pages[3].text(85, 70, "II. TO CHUC")
    assert texts(read(tmp_path, *pages)) == [*BODY * 3, "II. TO CHUC", *BODY]


LEFT = ["UY BAN NHAN DAN", "XA DONG VAN", "So: 18/KH-UBND"]
RIGHT = ["CONG HOA XA HOI CHU NGHIA", "Doc lap - Tu do - Hanh phuc", "Dong Van, ngay 3/2/2026"]


def headed(x: float = 300) -> Page:
    """A page with a head in two columns, the right one at `x`, and a title."""
    page = Page().text(262, 200, "KE HOACH", look="b").lines(85, 240, *BODY)
    return page.lines(85, 80, *LEFT, size=13).lines(x, 81, *RIGHT, size=13)


@pytest.mark.parametrize("x", [230, 300, 330])
def test_the_two_columns_of_a_head(x: float, tmp_path: Path) -> None:
    layout = read(tmp_path, headed(x))
    assert tables(layout) == [[[" / ".join(LEFT), " / ".join(RIGHT)]]]
    assert texts(layout) == ["KE HOACH", *BODY]


def test_a_line_that_nearly_closes_the_gutter(tmp_path: Path) -> None:
    page = headed(258).text(85, 62, "UY BAN NHAN DAN HUYEN", 12.5).text(258, 62, "DANG", 13)
    layout = read(tmp_path, page)
    left = " / ".join(["UY BAN NHAN DAN HUYEN", *LEFT])
    assert tables(layout) == [[[left, " / ".join(["DANG", *RIGHT])]]]


def test_the_two_columns_of_an_ending(tmp_path: Path) -> None:
    page = Page().lines(85, 100, *BODY)
    page.text(85, 160, "Noi nhan:", 12, "b").text(350, 161, "CHU TICH", 14, "b")
    page.lines(85, 178, "- Dang uy;", "- UBND huyen (de b/c);", "- Luu: VT.", size=11)
    page.text(340, 250, "Le Quang Vinh", 14, "b")
    layout = read(tmp_path, page)
    assert tables(layout) == [
        [
            [
                "Noi nhan: / - Dang uy; / - UBND huyen (de b/c); / - Luu: VT.",
                "CHU TICH / Le Quang Vinh",
            ]
        ]
    ]
    assert texts(layout) == [*BODY]


EDGES = [85.0, 120.0, 320.0, 430.0, 520.0]
HEADS = ["TT", "Noi dung", "Chu tri", "Thoi gian"]


def drawn(page: Page, top: float, *rows: list[str]) -> Page:
    """A ruled table; a cell of `None` is merged with the one before."""
    page.grid(EDGES, [top + 40 * number for number in range(len(rows) + 1)])
    for number, row in enumerate(rows):
        for x, words in zip(EDGES, row, strict=False):
            for line, part in enumerate(words.split("\n")):
                page.text(x + 5, top + 40 * number + 15 + 15 * line, part, 12)
    return page


def test_a_ruled_table_among_lines(tmp_path: Path) -> None:
    page = drawn(
        Page().lines(85, 100, *BODY).text(85, 400, "Het."),
        150,
        HEADS,
        ["1", "Ra soat cot dien tren toan dia ban cac\nthon", "Phong Kinh te", "Quy II"],
        ["2", "- Lap den;\n- Thay day;", "", "Quy III"],
    )
    layout = read(tmp_path, page)
    before, _, table, after = layout.blocks
    assert isinstance(table, Table)
    assert (table.ruled, table.page) == (True, 1)
    assert grid(table) == [
        HEADS,
        ["1", "Ra soat cot dien tren toan dia ban cac thon", "Phong Kinh te", "Quy II"],
        ["2", "- Lap den; / - Thay day;", "", "Quy III"],
    ]
    assert isinstance(before, Line)
    assert isinstance(after, Line)
    assert after.text == "Het."
    assert layout.text.count("Ra soat cot") == 1


HOW_DRAWN = [
    ("boxes with an outline", "{} {} 200 30 re S", True),
    ("boxes with an outline and shading", "0.9 g {} {} 200 30 re B 0 g", True),
    ("boxes closed by their path", "{0} {1} m {0} 730 l 450 730 l 450 {1} l h S", True),
    ("shading behind words", "0.9 g {} {} 200 30 re f 0 g", False),
]


@pytest.mark.parametrize(
    ("drawn", "is_table"), [case[1:] for case in HOW_DRAWN], ids=[c[0] for c in HOW_DRAWN]
)
def test_what_makes_a_table(drawn: str, *, is_table: bool, tmp_path: Path) -> None:
    page = Page().lines(85, 300, *BODY)
    for x in (85, 285):
        for y in (700, 670):
            page.raw(drawn.format(x, y)).text(x + 5, 842 - y - 10, "Lap den", 12)
    blocks = read(tmp_path, page).blocks
    assert any(isinstance(block, Table) and block.ruled for block in blocks) is is_table


def test_borders_drawn_as_thin_boxes(tmp_path: Path) -> None:
    page = Page().lines(85, 300, *BODY)
    for y in (730, 700, 670):
        page.raw(f"85 {y} 400 0.5 re f")
    for x in (85, 285, 485):
        page.raw(f"{x} 670 0.5 60 re f")
    page.text(90, 132, "TT", 12).text(290, 132, "Viec", 12)
    page.text(90, 162, "1", 12).text(290, 162, "Lap den", 12)
    assert tables(read(tmp_path, page)) == [[["TT", "Viec"], ["1", "Lap den"]]]


def test_a_map_is_no_table(tmp_path: Path) -> None:
    page = Page().lines(85, 700, *BODY)
    for step in range(300):
        page.rule(85, 100 + 2 * step, 500, 100 + 2 * step).rule(85 + step, 100, 85 + step, 600)
    for step in range(1200):
        page.rule(85 + step / 4, 100 + step / 3, 90 + step / 4, 100 + step / 3)
    assert texts(read(tmp_path, page)) == [*BODY]


def test_a_merged_cell(tmp_path: Path) -> None:
    page = Page().lines(85, 100, *BODY)
    for top in (150, 190, 230):
        page.rule(85, top, 520, top)
    for x in EDGES:
        page.rule(x, 190, x, 230)
    page.rule(85, 150, 85, 190).rule(520, 150, 520, 190)
    page.text(90, 170, "I. HA TANG", 12)
    for x, words in zip(EDGES, ["1", "Lap den", "Phong A", "Quy II"], strict=False):
        page.text(x + 5, 210, words, 12)
    (table,) = tables(read(tmp_path, page))
    assert table == [["I. HA TANG", "", "", ""], ["1", "Lap den", "Phong A", "Quy II"]]


ROWS = [[str(n), f"Viec so {n}", "Phong Kinh te", "Quy II"] for n in range(1, 4)]


@pytest.mark.parametrize("repeated", [[HEADS], []])
def test_a_table_over_a_page_break_is_one(repeated: list[list[str]], tmp_path: Path) -> None:
    first = drawn(Page().lines(85, 100, *BODY), 640, HEADS, ROWS[0], ROWS[1])
    second = drawn(Page().text(290, 45, "2", 13), 80, *repeated, ROWS[2])
    layout = read(tmp_path, first, second.text(85, 400, "Het."))
    assert tables(layout) == [[HEADS, *ROWS]]
    assert texts(layout) == [*BODY, "Het."]


def test_a_row_cut_by_the_page_break_is_one(tmp_path: Path) -> None:
    half = ["2", "Lap dat den chieu sang", "Phong", "Quy III"]
    rest = ["", "tren duong lien thon", "Kinh te", ""]
    first = drawn(Page().lines(85, 100, *BODY), 640, HEADS, ROWS[0], half)
    second = drawn(Page(), 80, HEADS, rest, ROWS[2])
    assert tables(read(tmp_path, first, second)) == [
        [
            HEADS,
            ROWS[0],
            ["2", "Lap dat den chieu sang / tren duong lien thon", "Phong / Kinh te", "Quy III"],
            ROWS[2],
        ]
    ]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_turned_pages(turned: int, tmp_path: Path) -> None:
    page = drawn(Page(842, 595, turned).lines(85, 100, *BODY), 150, HEADS, *ROWS)
    layout = read(tmp_path, page)
    assert texts(layout) == [*BODY]
    assert tables(layout) == [[HEADS, *ROWS]]


LOCK = f"/Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}>"
GOOD = pdf(Page().lines(85, 100, *BODY))

BROKEN = [
    ("password", pdf(Page().lines(85, 100, *BODY), encrypt=LOCK)),
    ("damaged", b"%PDF-1.7\n" + bytes(200)),
    ("damaged", GOOD[: len(GOOD) // 3]),
    ("no text", pdf(Page().rule(10, 10, 500, 10))),
    ("no text", pdf(Page().text(290, 45, "2", 13))),
]


@pytest.mark.parametrize(("words", "content"), BROKEN)
def test_what_cannot_be_read(words: str, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch.pdf"
    file.write_bytes(content)
    with pytest.raises(UnreadableError, match=words) as caught:
        read_layout(file)
    assert str(caught.value).startswith("kế hoạch.pdf: ")


def test_too_many_pages(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match=f"{PAGES + 1} pages"):
        read(tmp_path, *[Page()] * (PAGES + 1))


def test_junk_before_the_header_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"\r\nX-Junk: 1\r\n\r\n" + GOOD)
    try:
        assert texts(read_layout(file)) == [*BODY]
    except KehoachError as error:
        pytest.fail(str(error))
