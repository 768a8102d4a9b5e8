"""Targets: a row for each measured quantity, with what is measured, how much, and by when."""

from dataclasses import dataclass

import pytest
from test_extract.layouts import document, plan_of, plan_with

from plan.model import Target


def targets_of(*items: str, heading: str = "II. CHỈ TIÊU") -> list[Target]:
    """The targets of a section of these items; the plan is for 2026."""
    return plan_with("\n".join([heading, *(f"- {item}" for item in items)])).targets


def row(target: Target) -> tuple[object, ...]:
    return (target.comparator, target.value, target.value_max, target.unit, target.indicator)


@dataclass(frozen=True)
class Case:
    """An item, and the row that it gives."""

    item: str
    comparator: str
    value: float
    unit: str
    indicator: str
    value_max: float | None = None


ONE_QUANTITY = [
    Case(
        "100% thôn có đường bê tông đến trung tâm xã;",
        "=",
        100,
        "%",
        "thôn có đường bê tông đến trung tâm xã",
    ),
    Case(
        "Tỷ lệ hộ dùng nước sạch đạt 92,5%.",
        "=",
        92.5,
        "%",
        "Tỷ lệ hộ dùng nước sạch",
    ),
    Case(
        "Tỷ lệ hộ dùng nước sạch đạt 92.5%",
        "=",
        92.5,
        "%",
        "Tỷ lệ hộ dùng nước sạch",
    ),
    Case(
        "Phấn đấu trên 85% người cao tuổi được khám sức khỏe định kỳ.",
        ">",
        85,
        "%",
        "người cao tuổi được khám sức khỏe định kỳ",
    ),
    Case(
        "Phấn đấu đến năm 2026, tối thiểu 60% hồ sơ được nộp qua mạng.",
        ">=",
        60,
        "%",
        "hồ sơ được nộp qua mạng",
    ),
    Case(
        "Ít nhất 70% hộ kinh doanh dùng hóa đơn điện tử;",
        ">=",
        70,
        "%",
        "hộ kinh doanh dùng hóa đơn điện tử",
    ),
    Case(
        "Tỷ lệ hồ sơ trả đúng hạn đạt 98% trở lên.",
        ">=",
        98,
        "%",
        "Tỷ lệ hồ sơ trả đúng hạn",
    ),
    Case(
        "Tỷ lệ hộ nghèo còn dưới 2%.",
        "<",
        2,
        "%",
        "Tỷ lệ hộ nghèo",
    ),
    Case(
        "Tỷ lệ thất thoát nước không quá 15%;",
        "<=",
        15,
        "%",
        "Tỷ lệ thất thoát nước",
    ),
    Case(
        "Tỷ lệ che phủ rừng đạt khoảng 41%.",
        "~",
        41,
        "%",
        "Tỷ lệ che phủ rừng",
    ),
    Case(
        "Giảm tỷ lệ trẻ em suy dinh dưỡng từ 8% đến 10%.",
        "=",
        8,
        "%",
        "Giảm tỷ lệ trẻ em suy dinh dưỡng",
        value_max=10,
    ),
    Case(
        "Tốc độ tải xuống của mạng cố định đạt tối thiểu 150 Mb/s;",
        ">=",
        150,
        "Mbps",
        "Tốc độ tải xuống của mạng cố định",
    ),
    Case(
        "Số thuê bao băng rộng đạt gần 90 thuê bao/100 dân.",
        "~",
        90,
        "thuê bao/100 dân",
        "Số thuê bao băng rộng",
    ),
    # a counted noun as printed, without its describing clause
    Case(
        "Thành lập mới 03 hợp tác xã trong lĩnh vực nông nghiệp.",
        "=",
        3,
        "hợp tác xã",
        "Thành lập mới hợp tác xã trong lĩnh vực nông nghiệp",
    ),
    Case(
        "Trồng mới 12.500 cây phân tán;",
        "=",
        12500,
        "cây phân tán",
        "Trồng mới cây phân tán",
    ),
    # a quantity that only describes the thing measured
    Case(
        "80% hộ gia đình có ít nhất 01 thiết bị kết nối mạng.",
        "=",
        80,
        "%",
        "hộ gia đình có ít nhất 01 thiết bị kết nối mạng",
    ),
    Case(
        "95% hộ có Internet cáp quang với tốc độ từ 300 Mb/s trở lên;",
        "=",
        95,
        "%",
        "hộ có Internet cáp quang với tốc độ từ 300 Mb/s trở lên",
    ),
    Case(
        "90% dân số trong độ tuổi được phủ sóng 5G.",
        "=",
        90,
        "%",
        "dân số trong độ tuổi được phủ sóng 5G",
    ),
    # a bracket or a quotation at the end belongs to the indicator, the compared year too
    Case(
        "90% hộ dùng nước sạch (không tính thôn Thượng).",
        "=",
        90,
        "%",
        "hộ dùng nước sạch (không tính thôn Thượng)",
    ),
    Case(
        "Mỗi thôn có ít nhất 01 mô hình “Dân vận khéo”.",
        ">=",
        1,
        "mô hình",
        "Mỗi thôn có mô hình “Dân vận khéo”",
    ),
    Case(
        "Giảm 20% số vụ cháy so với năm 2025.",
        "=",
        20,
        "%",
        "Giảm số vụ cháy so với năm 2025",
    ),
    # the comparator behind a counted noun
    Case(
        "Kết nạp từ 15 đảng viên trở lên.",
        ">=",
        15,
        "đảng viên",
        "Kết nạp đảng viên",
    ),
    Case(
        "Có ít nhất 20 hộ trở lên tham gia tổ hợp tác.",
        ">=",
        20,
        "hộ",
        "hộ tham gia tổ hợp tác",
    ),
    # units with a denominator
    Case(
        "Thu nhập bình quân đạt 65 triệu đồng/người/năm và tăng đều.",
        "=",
        65,
        "triệu đồng/người/năm",
        "Thu nhập bình quân và tăng đều",
    ),
    Case("Năng suất lúa đạt 62 tạ/ha.", "=", 62, "tạ/ha", "Năng suất lúa"),
    Case("Tỷ suất tử vong giảm xuống dưới 18‰.", "<", 18, "‰", "Tỷ suất tử vong"),
    # striving as text recognition misreads it
    Case(
        "Phần đầu đạt 75% hộ phân loại rác tại nguồn.",
        "=",
        75,
        "%",
        "hộ phân loại rác tại nguồn",
    ),
]


@pytest.mark.parametrize("case", ONE_QUANTITY, ids=lambda case: case.item)
def test_one_quantity(case: Case) -> None:
    (target,) = targets_of(case.item)
    assert target.text == case.item
    assert row(target) == (
        case.comparator,
        case.value,
        case.value_max,
        case.unit,
        case.indicator,
    )
    assert (target.year, target.section, target.kind) == (2026, "II", "targets")


TWO_QUANTITIES = [
    (
        "100% cơ quan, 70% doanh nghiệp sử dụng chữ ký số.",
        [(100, "cơ quan sử dụng chữ ký số"), (70, "doanh nghiệp sử dụng chữ ký số")],
    ),
    (
        "90% trường học và 100% trạm y tế có nước uống tại vòi;",
        [(90, "trường học có nước uống tại vòi"), (100, "trạm y tế có nước uống tại vòi")],
    ),
    (
        "Tỷ lệ hộ nghèo giảm còn 2%, tỷ lệ hộ cận nghèo giảm còn 3%.",
        [(2, "Tỷ lệ hộ nghèo"), (3, "tỷ lệ hộ cận nghèo")],
    ),
    (
        "Tỷ lệ thu gom rác ở trung tâm xã đạt 95%; tỷ lệ thu gom rác ở các thôn đạt 80%.",
        [(95, "Tỷ lệ thu gom rác ở trung tâm xã"), (80, "tỷ lệ thu gom rác ở các thôn")],
    ),
    (
        "Giảm ít nhất 10% số vụ tai nạn, 5% số người bị thương.",
        [(10, "Giảm số vụ tai nạn"), (5, "Giảm số người bị thương")],
    ),
    (
        "Trồng mới 50 ha rừng, trong đó 20 ha rừng gỗ lớn.",
        [(50, "Trồng mới rừng"), (20, "rừng gỗ lớn")],
    ),
    (
        "Tỷ lệ hộ dùng nước máy đạt 40% vào năm 2027 và 70% vào năm 2030.",
        [(40, "Tỷ lệ hộ dùng nước máy"), (70, "Tỷ lệ hộ dùng nước máy")],
    ),
    (
        "Tỷ lệ hộ dùng nước máy năm 2027 đạt 40% năm 2030 đạt 70%.",
        [(40, "Tỷ lệ hộ dùng nước máy"), (70, "Tỷ lệ hộ dùng nước máy")],
    ),
    (
        "Thu ngân sách trên địa bàn đạt 12,5 tỷ đồng, tăng 8% so với năm 2025.",
        [
            (12.5, "Thu ngân sách trên địa bàn"),
            (8, "Thu ngân sách trên địa bàn tăng so với năm 2025"),
        ],
    ),
    (
        "Năng suất lúa đạt 62 tạ/ha, sản lượng đạt 4.500 tấn.",
        [(62, "Năng suất lúa"), (4500, "sản lượng")],
    ),
]


@pytest.mark.parametrize(("item", "rows"), TWO_QUANTITIES)
def test_two_quantities_give_two_rows_of_one_text(item: str, rows: list[tuple[int, str]]) -> None:
    found = targets_of(item)
    assert [(t.value, t.indicator) for t in found] == rows
    assert [t.text for t in found] == [item, item]


@pytest.mark.parametrize(
    "item",
    [
        "Người dân được tiếp cận dịch vụ số ở mọi thôn trong xã.",
        "Hoàn thành việc tắt sóng 2G theo lộ trình chung.",
        "Xây dựng chính quyền phục vụ theo mô hình 02 cấp.",
        "Chuyển các hệ thống của xã sang giao thức IPv6.",
        "Tổ chức lễ phát động vào ngày 10 tháng 10.",
        "Nâng cao kỹ năng số cho cán bộ (năm 2024 xã đã chi 120 triệu đồng).",
    ],
)
def test_an_item_without_a_quantity_gives_one_row_without_a_value(item: str) -> None:
    (target,) = targets_of(item)
    assert target.text == item
    assert row(target) == (None, None, None, None, None)
    assert target.year == 2026


YEARS = [
    # heading, item, year
    ("II. CHỈ TIÊU", "70% hộ dùng nước sạch.", 2026),
    ("II. CHỈ TIÊU ĐẾN NĂM 2028", "70% hộ dùng nước sạch.", 2028),
    ("II. CHỈ TIÊU GIAI ĐOẠN 2026 - 2030", "70% hộ dùng nước sạch.", 2030),
    ("II. CHỈ TIÊU ĐẾN NĂM 2028", "Đến năm 2027, 70% hộ dùng nước sạch.", 2027),
    ("II. CHỈ TIÊU", "Tỷ lệ hộ dùng nước sạch đến năm 2029 đạt 70%.", 2029),
    ("II. CHỈ TIÊU", "Tỷ lệ hộ dùng nước sạch đạt 70% vào năm 2031.", 2031),
    ("II. CHỈ TIÊU", "Giảm 20% số vụ cháy so với năm 2025.", 2026),
    ("II. CHỈ TIÊU", "Đến năm 2027, mọi thôn đều có sân chơi cho trẻ em.", 2027),
]


@pytest.mark.parametrize(("heading", "item", "year"), YEARS)
def test_year(heading: str, item: str, year: int) -> None:
    (target,) = targets_of(item, heading=heading)
    assert target.year == year


def test_each_quantity_has_its_own_year() -> None:
    item = "Tỷ lệ hộ dùng nước sạch đến năm 2027 đạt 70%, đến năm 2030 đạt 95%."
    assert [(t.value, t.year) for t in targets_of(item)] == [(70, 2027), (95, 2030)]


def test_the_nearest_heading_sets_the_year() -> None:
    plan = plan_with(
        "II. MỤC TIÊU\n1. Mục tiêu đến năm 2027\na) Nước sạch\n- 70% hộ dùng nước sạch;\n"
        "b) Điện\n- 100% hộ dùng điện;\n2. Mục tiêu đến năm 2030\n- 90% hộ dùng nước sạch."
    )
    assert [(t.section, t.value, t.year) for t in plan.targets] == [
        ("II.1.a", 70, 2027),
        ("II.1.b", 100, 2027),
        ("II.2", 90, 2030),
    ]


def test_without_any_year_the_year_is_open() -> None:
    head = "KẾ HOẠCH\nPhát triển nước sạch nông thôn"
    plan = plan_of(document("I. CHỈ TIÊU\n- 70% hộ dùng nước sạch.", head=head))
    assert plan.targets[0].year is None


def test_general_objectives_give_rows_too() -> None:
    plan = plan_with(
        "II. MỤC TIÊU\n1. Mục tiêu chung\nNước sạch đến với mọi hộ dân trong xã.\n"
        "2. Mục tiêu cụ thể\n- 70% hộ dùng nước sạch."
    )
    assert [(t.section, t.kind, t.value) for t in plan.targets] == [
        ("II.1", "objectives", None),
        ("II.2", "targets", 70),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("III. NHIỆM VỤ", "tasks"),
        ("III. GIẢI PHÁP", "solutions"),
        ("III. NHIỆM VỤ, GIẢI PHÁP", "tasks_and_solutions"),
    ],
)
def test_a_quantified_commitment_among_tasks_is_a_target(heading: str, kind: str) -> None:
    plan = plan_with(
        f"{heading}\n- 100% máy trạm được cài phần mềm phòng chống mã độc.\n- Họp giao ban."
    )
    assert [(t.value, t.unit, t.kind, t.section) for t in plan.targets] == [(100, "%", kind, "III")]
    assert len(plan.tasks) == 2


@pytest.mark.parametrize(
    "item",
    [
        "Thực hiện mô hình chính quyền 02 cấp.",
        "Trong năm 2025 đã chi 350 triệu đồng.",
        "Rà soát 5 nhóm hồ sơ sau đây.",
        "Nếu có từ 02 thôn trở lên bằng điểm thì bỏ phiếu kín.",
    ],
)
def test_counts_among_tasks_are_no_targets(item: str) -> None:
    assert plan_with(f"III. NHIỆM VỤ\n- {item}\n- Họp giao ban.").targets == []


@pytest.mark.parametrize(
    "heading", ["I. MỤC ĐÍCH", "IV. KINH PHÍ", "V. TỔ CHỨC THỰC HIỆN", "I. TÌNH HÌNH CHUNG"]
)
def test_quantities_elsewhere_are_no_targets(heading: str) -> None:
    assert targets_of("Bố trí 100% kinh phí từ ngân sách xã.", heading=heading) == []


def test_a_bullet_and_the_lines_that_complete_it_are_one_item() -> None:
    plan = plan_with("II. CHỈ TIÊU\n- Nước sạch:\n+ 70% hộ ở thôn;\n+ 90% hộ ở trung tâm.")
    text = "Nước sạch: 70% hộ ở thôn; 90% hộ ở trung tâm."
    assert [(t.text, t.value) for t in plan.targets] == [(text, 70), (text, 90)]


def test_a_paragraph_that_only_introduces_gives_no_row() -> None:
    plan = plan_with("II. CHỈ TIÊU\nĐến năm 2026 đạt các chỉ tiêu sau:\n- 70% hộ dùng nước sạch.")
    assert [t.value for t in plan.targets] == [70]


TABLE = """\
II. CHỈ TIÊU
Các chỉ tiêu từng năm như sau:
| TT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Năm 2027 |
| (1) | (2) | (3) | (4) | (5) |
| 1 | Tỷ lệ hộ dùng nước sạch | % | 70 | ≥ 85,5 |
| 2 | Cây xanh trồng mới | cây | 1.200 | |
| 3 | Thời gian chờ | phút | ≤ 15 | ≤ 10 |"""


def test_a_table_gives_a_row_for_each_filled_cell_of_a_year() -> None:
    plan = plan_with(TABLE)
    assert [(t.text, t.comparator, t.value, t.unit, t.year) for t in plan.targets] == [
        ("Tỷ lệ hộ dùng nước sạch", "=", 70, "%", 2026),
        ("Tỷ lệ hộ dùng nước sạch", ">=", 85.5, "%", 2027),
        ("Cây xanh trồng mới", "=", 1200, "cây", 2026),
        ("Thời gian chờ", "<=", 15, "phút", 2026),
        ("Thời gian chờ", "<=", 10, "phút", 2027),
    ]
    assert {(t.section, t.kind) for t in plan.targets} == {("II", "targets")}
    assert [t.indicator for t in plan.targets] == [t.text for t in plan.targets]


def test_a_table_below_an_item_stands_in_the_items_section() -> None:
    body = (
        "II. CHỈ TIÊU\n1. Các chỉ tiêu từng năm được giao trong bảng dưới đây.\n"
        "| TT | Chỉ tiêu | Năm 2026 |\n| 1 | Cây xanh | 40 |\n"
        "2. Các thôn chủ động thực hiện chỉ tiêu được giao."
    )
    assert [(t.value, t.section) for t in plan_with(body).targets if t.value] == [(40, "II")]


def test_a_table_of_an_appendix_stands_in_no_section() -> None:
    table = TABLE.split("\n", 2)[2]
    plan = plan_of(f"{document('I. CHỈ TIÊU')}\nPHỤ LỤC\nCHỈ TIÊU TỪNG NĂM\n{table}")
    assert [(t.section, t.value) for t in plan.targets][:2] == [(None, 70), (None, 85.5)]


@pytest.mark.parametrize(
    ("cell", "comparator", "value", "unit"),
    [
        ("85%", "=", 85, "%"),
        ("85,5 %", "=", 85.5, "%"),
        (">85%", ">", 85, "%"),
        ("trên 85%", ">", 85, "%"),
        ("Tối thiểu 85%", ">=", 85, "%"),
        ("12 ha", "=", 12, "ha"),
    ],
)
def test_cells_that_carry_their_own_unit(
    cell: str, comparator: str, value: float, unit: str
) -> None:
    plan = plan_with(f"II. CHỈ TIÊU\n| TT | Chỉ tiêu | Năm 2026 |\n| 1 | Rừng trồng | {cell} |")
    assert [(t.comparator, t.value, t.unit) for t in plan.targets] == [(comparator, value, unit)]


@pytest.mark.parametrize("cell", ["-", "x", "đang tính", ""])
def test_cells_without_a_number_give_no_row(cell: str) -> None:
    table = f"| TT | Chỉ tiêu | Năm 2026 |\n| 1 | Rừng | {cell} |\n| 2 | Đường | 4 |"
    assert [t.text for t in plan_with(f"II. CHỈ TIÊU\n{table}").targets] == ["Đường"]


def test_places_of_targets() -> None:
    text = document("II. CHỈ TIÊU\n- 70% hộ dùng nước sạch;\n- Nước sạch:\n+ 80% ở thôn;\n+ Đủ.")
    spans = [t.span for t in plan_of(text).targets]
    assert [text[s.start : s.end] for s in spans if s] == [
        "70% hộ dùng nước sạch;",
        "Nước sạch:\n+ 80% ở thôn;\n+ Đủ.",
    ]
