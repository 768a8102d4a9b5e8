"""Quantities: number, comparator, range and unit, and what only looks like one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.fields.quantities import (
    WORDS,
    Quantity,
    is_counted_target,
    number_of,
    quantities,
)

NUMBERS = [
    ("5", 5),
    ("05", 5),
    ("80,69", 80.69),
    ("80.69", 80.69),
    ("1.250", 1250),
    ("12.345.678", 12345678),
    ("1.250,5", 1250.5),
    ("0,5", 0.5),
    ("100", 100),
]


@pytest.mark.parametrize(("printed", "value"), NUMBERS)
def test_printed_numbers(printed: str, value: float) -> None:
    assert number_of(printed) == value
    assert type(number_of(printed)) is type(value)


@pytest.mark.parametrize(("printed", "value"), [("80.690", 80.69), ("1.250", 1.25), ("95.5", 95.5)])
def test_a_point_in_a_percentage_is_a_decimal_one(printed: str, value: float) -> None:
    assert number_of(printed, percent=True) == value


@settings(derandomize=True, deadline=None)
@given(st.integers(0, 10**12))
def test_whole_numbers_round_trip(number: int) -> None:
    assert number_of(f"{number:,}".replace(",", ".")) == number


@settings(derandomize=True, deadline=None)
@given(st.decimals(0, 10**6, places=2, allow_nan=False))
def test_decimal_numbers_round_trip(number: object) -> None:
    printed = f"{number:,}".translate(str.maketrans(",.", ".,"))
    assert number_of(printed) == pytest.approx(float(str(number)))


def said(text: str) -> list[tuple[str, float, str]]:
    return [(q.comparator, q.value, q.unit) for q in quantities(text)]


BEFORE = [
    # wording in front of the number, comparator
    ("", "="),
    ("đạt ", "="),
    ("bằng ", "="),
    ("tối thiểu ", ">="),
    ("đạt tối thiểu ", ">="),
    ("tối thiểu là ", ">="),
    ("ít nhất ", ">="),
    ("ít nhất là ", ">="),
    ("không thấp hơn ", ">="),
    ("không dưới ", ">="),
    ("không ít hơn ", ">="),
    ("≥ ", ">="),
    (">= ", ">="),
    ("trên ", ">"),
    ("hơn ", ">"),
    ("vượt ", ">"),
    ("cao hơn ", ">"),
    ("> ", ">"),
    ("tối đa ", "<="),
    ("tối đa là ", "<="),
    ("không quá ", "<="),
    ("không vượt quá ", "<="),
    ("không cao hơn ", "<="),
    ("≤ ", "<="),
    ("<= ", "<="),
    ("dưới ", "<"),
    ("thấp hơn ", "<"),
    ("< ", "<"),
    ("khoảng ", "~"),
    ("gần ", "~"),
    ("xấp xỉ ", "~"),
]


@pytest.mark.parametrize(("wording", "sign"), BEFORE)
@pytest.mark.parametrize(("printed", "value", "unit"), [("35%", 35, "%"), ("20 Mbps", 20, "Mbps")])
def test_comparator_before(wording: str, sign: str, printed: str, value: int, unit: str) -> None:
    assert said(f"Tỷ lệ sử dụng {wording}{printed} theo kế hoạch") == [(sign, value, unit)]


@pytest.mark.parametrize(("wording", "sign"), [(w, s) for w, s in BEFORE if w.strip().isalpha()])
def test_a_comparator_that_opens_the_sentence(wording: str, sign: str) -> None:
    assert said(f"{wording.capitalize()}35% hộ dân")[0] == (sign, 35, "%")


AFTER = [
    ("đạt 35% trở lên", ">="),
    ("đạt từ 35% trở lên", ">="),
    ("đạt 35% hoặc cao hơn", ">="),
    ("đạt 35% trở xuống", "<="),
    ("đạt từ 35%", "="),
]


@pytest.mark.parametrize(("text", "sign"), AFTER)
def test_comparator_behind(text: str, sign: str) -> None:
    assert said(f"Tỷ lệ {text} số hộ") == [(sign, 35, "%")]


@pytest.mark.parametrize("text", ["trên 100% số hộ", "Trên 100% địa bàn xã"])
def test_nothing_is_above_all_of_it(text: str) -> None:
    assert said(text)[0][0] == "="


def test_a_yield_on_one_unit_of_land_has_no_comparator() -> None:
    assert said("Giá trị sản xuất trên 01 ha đạt 120 triệu đồng") == [("=", 120, "triệu đồng")]
    assert said("Tăng trên 1% mỗi năm") == [(">", 1, "%")]


RANGES = [
    ("từ 25% đến 30%", 25, 30, "%"),
    ("25% - 30%", 25, 30, "%"),
    ("25 - 30%", 25, 30, "%"),
    ("25-30%", 25, 30, "%"),
    ("từ 2,5 đến 3%", 2.5, 3, "%"),
    ("từ 15 đến 20 Mbps", 15, 20, "Mbps"),
    ("khoảng 10 - 12 ha", 10, 12, "ha"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    (found,) = quantities(f"Giảm {text} so với trước")
    assert (found.value, found.value_max, found.unit) == (low, high, unit)


@pytest.mark.parametrize("text", ["đạt 35%", "từ 35% trở lên", "tăng 3% mỗi năm"])
def test_without_a_range_there_is_no_upper_value(text: str) -> None:
    assert [q.value_max for q in quantities(text)] == [None]


UNITS = [
    ("80%", "%"),
    ("80 %", "%"),
    ("80 phần trăm", "%"),
    ("80 Mb/s", "Mbps"),
    ("80 Mbit/s", "Mbps"),
    ("80 Mbps", "Mbps"),
    ("1 Gb/s", "Gbps"),
    ("1 Gbps", "Gbps"),
    ("80 thuê bao/100 dân", "thuê bao/100 dân"),
    ("80 thuê bao/ 100 dân", "thuê bao/100 dân"),
    ("80 thuê bao/100 người dân", "thuê bao/100 dân"),
    ("500 triệu đồng", "triệu đồng"),
    ("2 tỷ đồng", "tỷ đồng"),
    ("45 triệu đồng/người/năm", "triệu đồng/người/năm"),
    ("12 ha", "ha"),
    ("40 TB", "TB"),
    ("30 giường bệnh/vạn dân", "giường bệnh/vạn dân"),
    # a counted noun as printed, without its describing clause
    ("02 trạm thu phát sóng", "trạm"),
    ("50 tài khoản để giao dịch", "tài khoản"),
    ("15 lớp tập huấn cho nông dân", "lớp"),
    ("10 công trình nước sạch tại các thôn", "công trình nước sạch"),
]


@pytest.mark.parametrize(("printed", "unit"), UNITS)
def test_units(printed: str, unit: str) -> None:
    (found,) = quantities(f"đạt {printed}.")
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "phủ sóng 4G và 5G",
        "giao thức IPv6",
        "chính quyền 04 cấp",
        "trong năm 2026",
        "tháng 6 năm 2026",
        "ngày 10 tháng 12",
        "giai đoạn 2026 - 2030 của xã",
        "Nghị quyết số 57 của Bộ Chính trị",
        "khoản 2 Điều 7",
        "dịch vụ công mức độ 4 của xã",
        "trong 06 tháng đầu năm",
        "trẻ em dưới 6 tuổi",
        "khu vực 3 của xã",
        "quốc lộ 1 qua xã",
        "trực tổng đài 24/7",
        "Quyết định 06/QĐ-TTg",
        "mẫu số 02 kèm theo",
    ],
)
def test_names_dates_and_ordinals_are_no_quantities(text: str) -> None:
    assert said(text) == []


def plain(name: str) -> list[str]:
    """The entries of a list of words that are no patterns."""
    return [word for word in WORDS[name] if "(" not in word]


@pytest.mark.parametrize("word", ["năm", "tháng", "ngày", "quý", *plain("named_by")])
def test_a_word_before_a_number_makes_it_a_name(word: str) -> None:
    assert said(f"theo {word} 5 cửa hàng") == []


@pytest.mark.parametrize("word", ["cửa", *plain("no_aims")])
def test_what_no_plan_aims_at_a_number_of(word: str) -> None:
    assert said(f"có 05 {word}") == []


@pytest.mark.parametrize("word", WORDS["noun_ends"])
def test_where_the_counted_noun_is_over(word: str) -> None:
    found = said(f"đạt 15 cửa hàng {word} người dân")
    assert [(value, unit) for _, value, unit in found] == [(15, "cửa hàng")]


@pytest.mark.parametrize("word", plain("counting"))
def test_a_count_behind_a_word_of_achieving_is_an_aim(word: str) -> None:
    text = f"{word} 15 cửa hàng"
    assert [is_counted_target(q, text) for q in quantities(text)] == [True]


@pytest.mark.parametrize("text", ["rà soát 15 cửa hàng", "cùng 15 cửa hàng"])
def test_other_counts_are_no_aims(text: str) -> None:
    assert [is_counted_target(q, text) for q in quantities(text)] == [False]


def test_a_time_counts_where_it_is_limited() -> None:
    assert said("xử lý sự cố không quá 04 giờ") == [("<=", 4, "giờ")]
    assert said("làm việc trong 04 giờ") == []


@settings(derandomize=True, deadline=None)
@given(
    wording=st.sampled_from(BEFORE),
    number=st.integers(0, 99),
    lead=st.sampled_from(["", "Tỷ lệ hộ dùng nước sạch đạt ", "Phấn đấu "]),
)
def test_places_cover_comparator_number_and_unit(
    wording: tuple[str, str], number: int, lead: str
) -> None:
    text = f"{lead}{wording[0]}{number}% số hộ"
    (found,) = quantities(text)
    assert text[found.number_start :].startswith(f"{number}%")
    sign = wording[0].removeprefix("đạt ") if wording[1] != "=" else ""
    assert text[found.start : found.end] == f"{sign}{number}%"


def test_several_in_a_row_stand_in_order() -> None:
    found: list[Quantity] = list(quantities("90% trường học, 100% trạm y tế và 12 nhà văn hóa"))
    assert [(q.value, q.unit) for q in found] == [(90, "%"), (100, "%"), (12, "nhà văn hóa")]
    assert all(a.end <= b.start for a, b in pairwise(found))
