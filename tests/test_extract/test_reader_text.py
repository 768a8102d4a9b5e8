"""Text and Markdown as OCR tools and web pages leave them: dress off, places kept, tables found."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.layout import Layout, Line, Table
from extract.limits import TABLE_BORDERS
from extract.readers import read_layout
from extract.readers.dress import Emphasis, Raw, undress
from plan.errors import LimitError, UnreadableError

PROJECT = Path(__file__).resolve().parents[2]
REAL = sorted(
    [
        *(PROJECT / "samples").glob("*.md"),
        *(PROJECT.parent / "shared" / "seeds").glob("*.txt"),
        *(PROJECT.parent / "shared" / "corpus").glob("*.txt"),
    ]
)


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> Layout:
    file = tmp_path / "kế hoạch.md"
    file.write_bytes(text.encode(encoding))
    return read_layout(file)


def all_lines(layout: Layout) -> Iterator[Line]:
    for block in layout.blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for cell in row for line in cell.lines)


def texts(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks if isinstance(block, Line) and block.text]


def grid(table: Table) -> list[list[str]]:
    """A table's rows; a cell's lines parted by `/`, a merged cell marked by its span."""
    return [
        [
            " / ".join(line.text for line in cell.lines) + (f" <{cell.span}>" * (cell.span > 1))
            for cell in row
        ]
        for row in table.rows
    ]


def tables(layout: Layout) -> list[list[list[str]]]:
    return [grid(block) for block in layout.blocks if isinstance(block, Table)]


DRESSED = [
    ("**II. CHỈ TIÊU**", "II. CHỈ TIÊU", "B"),
    ("***Nơi nhận:***", "Nơi nhận:", "BI"),
    ("*(Kèm theo Kế hoạch)*", "(Kèm theo Kế hoạch)", "I"),
    ("### a) Hạ tầng số.", "a) Hạ tầng số.", "B"),
    ("## **2. Yêu cầu**", "2. Yêu cầu", "B"),
    ("#hashtag", "#hashtag", ""),
    ("**Chủ trì:** Văn phòng HĐND và UBND huyện", "Chủ trì: Văn phòng HĐND và UBND huyện", ""),
    ("[bookmark: muc_1][bookmark: dieu_2]III. NHIỆM VỤ", "III. NHIỆM VỤ", ""),
    ("- + Rà soát hồ sơ;", "+ Rà soát hồ sơ;", ""),
    ("  - Rà soát  ", "- Rà soát", ""),
    ("Số:\u00a0\u00a0\u00a0/KH-UBND", "Số: /KH-UBND", ""),
    ("bảo\u200bđảm\ufeff an toàn", "bảođảm an toàn", ""),
    ("Số 45\u2011KH/HU", "Số 45-KH/HU", ""),
    ("\uf0b7 Tổ chức họp", "- Tổ chức họp", ""),
    (r"1\. Mục đích \- yêu cầu", "1. Mục đích - yêu cầu", ""),
    ("Mục tiêu cụ thể<sup>12</sup>", "Mục tiêu cụ thể¹²", ""),
    ('<span id="p1"></span>Khối lượng 5\t tấn', "Khối lượng 5 tấn", ""),
    ("![](picture_3.jpeg)Còn lại", "Còn lại", ""),
    ("Điểm = tỷ lệ * điểm chuẩn (5*2)", "Điểm = tỷ lệ * điểm chuẩn (5*2)", ""),
    ("(*) Không tính xã đảo", "(*) Không tính xã đảo", ""),
    ("* Ghi chú: như trên", "* Ghi chú: như trên", ""),
    ("** **", "", ""),
    ("* *", "", ""),
    ("****", "", ""),
    ("---------------", "", ""),
    ("_______", "", ""),
    ("Họ và tên: ..........", "Họ và tên: ..........", ""),
]


@pytest.mark.parametrize(("printed", "text", "look"), DRESSED)
def test_dress(printed: str, text: str, look: str) -> None:
    raw = Raw(printed, 100)
    line = undress(raw, Emphasis())
    assert line.text == text
    assert "B" * line.bold + "I" * line.italic == look


def test_marks_that_run_over_lines(tmp_path: Path) -> None:
    layout = read(tmp_path, "**ỦY BAN NHÂN\nDÂN **\nKT. CHỦ TỊCH\n**PHÓ CHỦ\n\nTỊCH\n")
    found = [(line.text, line.bold) for line in all_lines(layout)]
    assert found == [
        ("ỦY BAN NHÂN", True),
        ("DÂN", True),
        ("KT. CHỦ TỊCH", False),
        ("PHÓ CHỦ", True),
        ("", False),
        ("TỊCH", False),
        ("", False),
    ]


@given(
    st.text(
        st.sampled_from("aếĐ1 .*#-+\\<>[]()|_\u00a0\u200b\u0301\uf0b7"),
        max_size=40,
    )
)
def test_every_letter_left_stands_where_it_says(printed: str) -> None:
    line = undress(Raw(printed, 7), Emphasis())
    for position, letter in enumerate(line.text):
        source = printed[line.source(position) - 7]
        assert letter == source or (letter == " " and source.isspace()) or source == "\uf0b7"
    places = [line.source(position) for position in range(len(line.text) + 1)]
    assert places == sorted(set(places))
    assert not line.text or places[-1] <= 7 + len(printed)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    mark = "\ufeff" if encoding[-2:] in {"le", "be"} else ""
    layout = read(tmp_path, f"{mark}KẾ HOẠCH\nNăm 2026\n", encoding)
    assert texts(layout) == ["KẾ HOẠCH", "Năm 2026"]
    assert layout.text == "KẾ HOẠCH\nNăm 2026\n"
    assert (layout.format, layout.wrapped, layout.pages) == ("text", True, None)


def test_text_of_any_form_becomes_nfc(tmp_path: Path) -> None:
    layout = read(tmp_path, unicodedata.normalize("NFD", "Ủy ban nhân dân xã Đồng Vân"))
    assert layout.text == "Ủy ban nhân dân xã Đồng Vân"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_any_form_of_unicode(encoding: str, tmp_path: Path) -> None:
    assert read(tmp_path, "Kế hoạch số 12/KH-UBND", encoding).text.lstrip("\ufeff") == (
        "Kế hoạch số 12/KH-UBND"
    )


@pytest.mark.parametrize("encoding", ["cp1258", "latin-1"])
def test_other_encodings_are_refused_in_words(encoding: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"UTF-8|not a document"):
        read(tmp_path, "Kê hoach phát triên", encoding)


def test_line_ends_and_pages(tmp_path: Path) -> None:
    layout = read(tmp_path, "Một\r\nHai\rBa\n\fBốn")
    assert [(line.text, line.page) for line in all_lines(layout) if line.text] == [
        ("Một", 1),
        ("Hai", 1),
        ("Ba", 1),
        ("Bốn", 2),
    ]
    assert layout.pages == 2
    assert all(layout.text[line.start :].startswith(line.text) for line in all_lines(layout))


PIPES = """\
Bảng phân công:

| TT | **Nhiệm vụ** | Chủ trì |
|:---|:---:|---|
| 1 | Rà soát<br>tổng hợp | Phòng A \\| B |
| 2 | Báo cáo |
|  |  |  |

Hết."""


def test_a_table_drawn_with_pipes(tmp_path: Path) -> None:
    layout = read(tmp_path, PIPES)
    assert tables(layout) == [
        [
            ["TT", "Nhiệm vụ", "Chủ trì"],
            ["1", "Rà soát / tổng hợp", "Phòng A | B"],
            ["2", "Báo cáo", ""],
        ]
    ]
    assert texts(layout) == ["Bảng phân công:", "Hết."]
    places = {line.text: layout.text[line.source(0) :] for line in all_lines(layout) if line.text}
    assert all(rest.startswith(text.split(" |")[0]) for text, rest in places.items())


HEAD = ["**ỦY BAN NHÂN\nDÂN**\nXÃ ĐỒNG VÂN\n------", "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA**"]
NUMBER = ["Số: 18/KH-UBND", "*Đồng Vân, ngày 12\ntháng 3 năm 2026*"]
ENDING = ["Nơi nhận:\n- Đảng ủy;\n- Lưu: VT.", "**CHỦ TỊCH**\nLê Quang Vinh"]
WORK = [
    ["**TT**", "**Nội dung**", "**Chủ trì**", "**Thời gian**"],
    ["**I**", "**HẠ TẦNG**"],
    ["1", "Rà soát\ncột điện", "Phòng Kinh tế", "Quý II"],
    ["2", "Lắp đèn", "Phòng Kinh tế", ""],
    ["**II**", "**CON NGƯỜI**"],
    ["1", "Tập huấn", "Văn phòng", "Quý III"],
    ["2", "Truyền thông", "", ""],
    ["3", "Sơ kết", "Văn phòng", "Quý IV"],
]
BODY = "**KẾ HOẠCH**\nChiếu sáng năm 2026\nI. MỤC ĐÍCH\nNội dung thứ nhất.\nII. NHIỆM VỤ\nLàm."


def flat(*rows: list[str]) -> str:
    """A table as web pages flatten it: a bar before, between and behind the cells of each row."""
    pieces = [piece for row in rows for piece in (*row, "")]
    return "|\n" + "".join(f"{piece}\n|\n" if piece else "|\n" for piece in pieces[:-1])


@pytest.mark.parametrize("between", ["", "\n\n"])
def test_tables_that_web_pages_flatten(between: str, tmp_path: Path) -> None:
    parts = [flat(HEAD, NUMBER), BODY + "\n", flat(ENDING), "PHỤ LỤC\n", flat(*WORK)]
    layout = read(tmp_path, between.join(parts))
    head, ending, work = tables(layout)
    assert head == [
        ["ỦY BAN NHÂN / DÂN / XÃ ĐỒNG VÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"],
        ["Số: 18/KH-UBND", "Đồng Vân, ngày 12 / tháng 3 năm 2026"],
    ]
    assert ending == [["Nơi nhận: / - Đảng ủy; / - Lưu: VT.", "CHỦ TỊCH / Lê Quang Vinh"]]
    assert [len(row) for row in work] == [4, 2, 4, 4, 2, 4, 4, 4]
    assert work[1] == ["I", "HẠ TẦNG <3>"]
    assert work[2] == ["1", "Rà soát / cột điện", "Phòng Kinh tế", "Quý II"]
    assert work[6] == ["2", "Truyền thông", "", ""]
    assert "PHỤ LỤC" in texts(layout)
    assert texts(layout)[:2] == ["KẾ HOẠCH", "Chiếu sáng năm 2026"]


def test_cells_beside_one_that_is_merged_over_rows(tmp_path: Path) -> None:
    rows = [
        ["Đơn vị", "Việc", "Sản phẩm", "Hạn"],
        ["Phòng Kinh tế", "Rà soát", "Danh sách", "Quý I"],
        ["Lắp đặt", "Biên bản", "Quý II"],
        ["Văn phòng", "Tổng hợp", "Báo cáo", "Quý IV"],
    ]
    (table,) = tables(read(tmp_path, flat(*rows)))
    assert table[2] == ["", "Lắp đặt", "Biên bản", "Quý II"]


def test_a_single_bar_is_no_table(tmp_path: Path) -> None:
    layout = read(tmp_path, "Dòng một\n|\nDòng hai\n")
    assert not tables(layout)
    assert texts(layout) == ["Dòng một", "Dòng hai"]


def test_a_text_of_nothing_but_borders_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="table borders"):
        read(tmp_path, "|\n" * (TABLE_BORDERS + 1))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.sampled_from(["|", "", "1", "Nội dung", "| a | b |", "|---|---|", "\f", "**"])))
def test_whatever_comes_no_word_is_lost(tmp_path: Path, pieces: list[str]) -> None:
    text = "Đầu\n" + "\n".join(pieces)
    assert words(text) == words(" ".join(line.text for line in all_lines(read(tmp_path, text))))


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem[:20])
def test_real_texts_lose_no_word(file: Path) -> None:
    layout = read_layout(file)
    found = words("".join(line.text for line in all_lines(layout)))
    assert "".join(found) == "".join(words(regex.sub(r"\[bookmark:[^]]*\]", "", layout.text)))


def words(text: str) -> list[str]:
    return regex.findall(r"\w+", text.replace("_", ""))
