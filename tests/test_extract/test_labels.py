"""Labels: what counts as one, what it is called, and what only looks like one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.labels import Label, parse, roman_value
from plan.text import POINT_LETTERS

LABELS = [
    # line, style, bare label, label as printed
    ("PHẦN I. ĐÁNH GIÁ CHUNG", "part", "PHẦN I", "PHẦN I."),
    ("Phần thứ hai: Nhiệm vụ", "part", "Phần thứ hai", "Phần thứ hai:"),
    ("CHƯƠNG II NHIỆM VỤ", "part", "CHƯƠNG II", "CHƯƠNG II"),
    ("Điều 3. Hiệu lực", "article", "Điều 3", "Điều 3."),
    ("A. TÌNH HÌNH CHUNG", "capital", "A", "A."),
    ("B - GIẢI PHÁP", "capital", "B", "B -"),
    ("I. MỤC ĐÍCH", "roman", "I", "I."),
    ("IV/ KINH PHÍ", "roman", "IV", "IV/"),
    ("II - NHIỆM VỤ", "roman", "II", "II -"),
    ("III: Tổ chức thực hiện", "roman", "III", "III:"),
    ("V . TỔ CHỨC THỰC HIỆN", "roman", "V", "V."),
    ("II.1. Mục tiêu chung", "mixed", "II.1", "II.1."),
    ("1.a) Đường bộ", "mixed", "1.a", "1.a)"),
    ("2.1. Phát triển hạ tầng", "decimal", "2.1", "2.1."),
    ("2.1 Phát triển hạ tầng", "decimal", "2.1", "2.1"),
    ("3.2.4. Trạm y tế", "decimal", "3.2.4", "3.2.4."),
    ("2. 1. Phát triển hạ tầng", "decimal", "2.1", "2. 1."),
    ("1. Mục đích", "number", "1", "1."),
    ("12) Hội Nông dân xã", "number", "12", "12)"),
    ("3/ Yêu cầu", "number", "3", "3/"),
    ("4- Kinh phí", "number", "4", "4-"),
    ("1.Mục đích", "number", "1", "1."),
    ("a) Sở Tài chính", "letter", "a", "a)"),
    ("đ) Sở Nội vụ", "letter", "đ", "đ)"),
    ("e. Công an xã", "letter", "e", "e."),
    ("c/ Trạm Y tế", "letter", "c", "c/"),
    ("- Rà soát hồ sơ", "dash", "-", "-"),
    ("– Rà soát hồ sơ", "dash", "-", "-"),
    ("-Rà soát hồ sơ", "dash", "-", "-"),
    ("• Rà soát hồ sơ", "dash", "-", "-"),
    ("+ Lập danh sách", "plus", "+", "+"),
    ("- + Lập danh sách", "plus", "+", "+"),
    ("* Chỉ tiêu về y tế", "star", "*", "*"),
    ("(1) Thôn Thượng", "paren", "1", "(1)"),
    ("(iii) Thôn Hạ", "paren", "iii", "(iii)"),
    ("- d) Trường Tiểu học", "letter", "d", "d)"),
    ("- 2.3. Trường Mầm non", "decimal", "2.3", "2.3."),
]

NO_LABELS = [
    "Căn cứ Luật Đất đai",
    "100% hộ dân được dùng nước sạch",
    "2026 là năm đầu nhiệm kỳ",
    "15/3/2026 là hạn cuối",
    "05 xã hoàn thành nông thôn mới",
    "1.250 hộ vay vốn",
    "80.69% hộ dân có Internet",
    "80,69% hộ dân có Internet",
    "4G phủ sóng toàn xã",
    "24/7 trực tổng đài",
    "I như đã nêu",
    "VT, VP.",
    "Điều này cần làm ngay",
    "Phần lớn người dân đồng tình",
    "",
]


@pytest.mark.parametrize(("line", "style", "text", "mark"), LABELS)
def test_label_as_printed(line: str, style: str, text: str, mark: str) -> None:
    label = parse(line)
    assert label is not None
    assert (label.style, label.text, label.mark) == (style, text, mark)


@pytest.mark.parametrize("line", [line for line, *_ in LABELS])
def test_words_begin_right_behind_the_label(line: str) -> None:
    label = parse(line)
    assert label is not None
    assert line[label.end].isupper()
    assert not line[label.end - 1].isalnum()


@pytest.mark.parametrize("line", NO_LABELS)
def test_digits_and_letters_that_are_no_label(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize("item", ["80.69% hộ dân có Internet", "95.5% hồ sơ đúng hạn"])
def test_a_percentage_behind_a_dash_is_no_number_of_an_item(item: str) -> None:
    assert parse(f"- {item}") == Label("dash", "-", "-", 2)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("IX. KINH PHÍ", 9),
        ("12. Công an xã", 12),
        ("2.11. Công an xã", 11),
        ("d) Công an xã", 4),
        ("đ) Công an xã", 5),
        ("e) Công an xã", 6),
        ("- Công an xã", None),
        ("(4) Công an xã", 4),
    ],
)
def test_ordinal(line: str, number: int | None) -> None:
    label = parse(line)
    assert label is not None
    assert label.number == number


@pytest.mark.parametrize(
    ("line", "bullet"),
    [
        ("- x", True),
        ("+ x", True),
        ("* x", True),
        ("(1) x", True),
        ("a) x", False),
        ("1. x", False),
    ],
)
def test_bullets_never_name_a_section(line: str, bullet: bool) -> None:
    label = parse(line)
    assert label is not None
    assert label.is_bullet is bullet


def roman(number: int) -> str:
    """The Roman number, written by the rule of subtraction."""
    signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text


@settings(derandomize=True, deadline=None)
@given(st.integers(1, 89))
def test_roman_numbers_round_trip(number: int) -> None:
    assert roman_value(roman(number)) == number


NUMBERED = {
    "roman": lambda n: roman(n % 20 + 1),
    "number": lambda n: str(n % 99 + 1),
    "letter": lambda n: POINT_LETTERS[n % len(POINT_LETTERS)],
    "decimal": lambda n: f"{n % 9 + 1}.{n % 30 + 1}",
}


@settings(derandomize=True, deadline=None)
@given(
    style=st.sampled_from(sorted(NUMBERED)),
    number=st.integers(0, 1000),
    mark=st.sampled_from([".", ")"]),
    words=st.sampled_from(["Rà soát", "Ủy ban", "đối thoại", "Ưu tiên", "ở cơ sở"]),
)
def test_printed_labels_round_trip(style: str, number: int, mark: str, words: str) -> None:
    bare = NUMBERED[style](number)
    assert parse(f"{bare}{mark} {words}") == Label(
        style, bare, f"{bare}{mark}", len(bare) + len(mark) + 1
    )
