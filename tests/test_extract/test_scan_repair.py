"""What context proves is put right in recognised text; figures and names never change."""

from dataclasses import replace

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extract.knowledge import table
from extract.readers.pdf_tables import Frame
from extract.readers.scan.heads import with_heads
from extract.readers.scan.repair import FIGURE, bare, mended, repaired, repairs
from extract.readers.scan.words import Strip, Word

EM = 50.0


def strip(line: str, sure: float = 0.5, widths: dict[str, float] | None = None) -> Strip:
    """A line of words; `widths` in em of some, the others half an em a letter."""
    words, left = [], 100.0
    for text in line.split():
        width = (widths or {}).get(text, len(text) / 2) * EM
        words.append(Word(text, (left, 200, left + width, 240), sure))
        left += width + EM / 4
    return Strip(tuple(words), 238, EM)


def after(line: str, sure: float = 0.5, widths: dict[str, float] | None = None) -> str:
    (right,) = repaired([strip(line, sure, widths)])
    return " ".join(word.text for word in right.words)


WRONG = [
    ("Noi nhận:", "Nơi nhận:"),
    ("ĐÉN NĂM 2030", "ĐẾN NĂM 2030"),
    ("Phần đầu đạt 80%", "Phấn đấu đạt 80%"),
    ("TM. UY BAN NHAN DAN", "TM. ỦY BAN NHÂN DÂN"),
    ("UỶ BẠN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
    ("CỌNG HÒA XA HỌI CHU NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Độc lâp - Tư do - Hanh phúc", "Độc lập - Tự do - Hạnh phúc"),
    ("CHÍ THỊ", "CHỈ THỊ"),
    ("ngay 05 thang 3 năm 2026", "ngày 05 tháng 3 năm 2026"),
    ("kinh phí 1.250 triêu đồng", "kinh phí 1.250 triệu đồng"),
    ("theo 45/KH-ÚBND và 749/QD-TTG", "theo 45/KH-UBND và 749/QĐ-TTg"),
    ("tốc độ 50 Mb/;", "tốc độ 50 Mb/s;"),
    ("tốc độ 120 Mb/S", "tốc độ 120 Mb/s"),
    ("Quý IH/2025, Quý 11/2024", "Quý III/2025, Quý II/2024"),
    ("IHI/2025", "III/2025"),
]

RIGHT = [
    "Uỷ ban nhân dân",
    "văn bản hành chính",
    "công ty Đồng Phú",
    "phòng, chống tín dụng đen năm 2024",
    "mức tiêu thụ điện",
    "ý thức hiện nay",
    "11/2025",
    "Quý I/2026",
    "Quý 1/2026",
    "Quý 4",
    "Hội thi Trần Phú",
    "chi tiêu và chỉ tiêu",
    "H. Bình Minh",
]


@pytest.mark.parametrize(("line", "right"), WRONG)
def test_what_context_proves_is_put_right(line: str, right: str) -> None:
    assert after(line) == right


@pytest.mark.parametrize("line", RIGHT)
def test_what_may_stand_so_stays(line: str) -> None:
    assert after(line) == line


WRITTEN = [
    ("Số:⁄44_ /CT-UBND", "Số:… /CT-UBND"),
    ("Số: Ø7 /CT-UBND", "Số: … /CT-UBND"),
    ("Số: Ø7/CT-UBND", "Số: …/CT-UBND"),
    ("Số: 46/KH-UBND", "Số: 46/KH-UBND"),
    ("Số:46/KH-UBND", "Số:46/KH-UBND"),
    ("Số: /KH-UBND", "Số: /KH-UBND"),
    ("Quảng Ngãi, ngàW/{ tháng 5 năm 2021", "Quảng Ngãi, ngà… tháng 5 năm 2021"),
    ("Quảng Ngãi, ngày 2# thángØ† năm 2021", "Quảng Ngãi, ngày … tháng… năm 2021"),
    ("Bình Sơn, ngày 22 tháng 02 năm 2026", "Bình Sơn, ngày 22 tháng 02 năm 2026"),
    ("Bình Sơn, ngày tháng 02 năm 2026", "Bình Sơn, ngày tháng 02 năm 2026"),
]


@pytest.mark.parametrize(("line", "right"), WRITTEN)
def test_what_is_written_by_hand_leaves_a_gap_where_it_is_no_figure(line: str, right: str) -> None:
    assert after(line) == right.replace("ngà…", "ngày…")


@pytest.mark.parametrize("sure", [0.3, 0.97])
def test_a_line_of_the_list_is_known_by_most_of_its_letters(sure: float) -> None:
    assert after(".Vơi nhận:", sure) == "Nơi nhận:"
    assert after("CHÍ THỊ", sure) == "CHỈ THỊ"
    assert after("CHỦ TỊCH", sure) == "CHỦ TỊCH"
    assert after("Kế hoạch", sure) == "Kế hoạch"


def test_a_word_that_was_recognised_surely_stays() -> None:
    assert after("Noi nhận: ĐÉN NĂM 2030", sure=0.96) == "Noi nhận: ĐÉN NĂM 2030"


NUMERALS = [
    ("HI.", 1.34, "III."),
    ("IH.", 1.15, "III."),
    ("II.", 1.34, "III."),
    ("IL.", 0.55, "I."),
    ("H.", 0.97, "II."),
    ("II.", 0.97, "II."),
    ("I.", 0.6, "I."),
    ("IV.", 1.2, "IV."),
]


@pytest.mark.parametrize(("read", "wide", "right"), NUMERALS)
def test_a_label_has_as_many_strokes_as_it_has_room_for(read: str, wide: float, right: str) -> None:
    line = f"{read} MỤC TIÊU"
    assert after(line, 0.9, {read: wide}) == f"{right} MỤC TIÊU"


def test_repairs_are_told() -> None:
    lines = [strip("Noi nhận:"), strip("Như trên;")]
    assert repairs(lines, repaired(lines)) == [("Noi", "Nơi")]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Cơ quan chủ tm", "Cơ quan chủ trì"),
        ("THỜI GIAN HOÀN THẢNH", "THỜI GIAN HOÀN THÀNH"),
        ("Sản phâm", "Sản phẩm"),
        ("Số lượng", "Số lượng"),
        ("Cơ quan", "Cơ quan"),
    ],
)
def test_heads_of_columns_are_put_right(line: str, right: str) -> None:
    head, cell = strip(line), strip(line)
    below = replace(cell, words=tuple(replace(w, box=(0, 900, 9, 940)) for w in cell.words))
    frame = Frame((0, 0, 600, 700), (((0, 0, 600, 150),), ((0, 150, 600, 700),)))
    found = with_heads([head, below], [frame], 150)
    assert [word.text for word in found[0].words] == right.split()
    assert found[1] == below


@given(st.text(alphabet="Kế hoạchNoi nhậnđến năm0123456789./-IVHlQuý ", max_size=60))
def test_no_figure_changes_and_no_letter_comes_or_goes(line: str) -> None:
    line = " ".join(line.split())
    right = mended(line)
    assert bare(right) == bare(line)
    assert regex.findall(FIGURE, right) == regex.findall(FIGURE, line)


def test_every_phrase_is_right_as_it_stands() -> None:
    known = table("recognition")
    for phrase in known["phrases"]:
        line = phrase.replace("#", "12")
        assert mended(line) == line
    for code in known["codes"]:
        assert mended(f"số 12/{code}") == f"số 12/{code}"
