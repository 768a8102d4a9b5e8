"""Assignments: rows of tables, and labelled lines in prose, that say who does what by when."""

import pytest
from test_extract.layouts import document, plan_of, plan_with

from extract.fields.schedule import assignments
from extract.layout import Cell, Line, Table
from plan.model import Assignment, Plan

HEADINGS = "| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian | Sản phẩm |"


def rows_of(*rows: str, headings: str = HEADINGS) -> list[Assignment]:
    return plan_with("\n".join(["III. PHÂN CÔNG", headings, *rows])).schedule


def row(one: Assignment) -> tuple[object, ...]:
    due = one.deadline.text if one.deadline else None
    return (one.text, one.lead, one.partners, due, one.output, one.group)


def test_a_row_of_each_column() -> None:
    found = rows_of(
        "| 1 | Thay đường ống | Phòng Kinh tế xã | Các thôn | Quý II/2026 | Biên bản bàn giao |",
        "| 2 | Lấy mẫu nước | Trạm Y tế xã | | Thường xuyên | |",
    )
    assert [row(r) for r in found] == [
        (
            "Thay đường ống",
            ["Phòng Kinh tế xã"],
            ["Các thôn"],
            "Quý II/2026",
            "Biên bản bàn giao",
            None,
        ),
        ("Lấy mẫu nước", ["Trạm Y tế xã"], [], "Thường xuyên", None, None),
    ]
    assert [r.deadline.model_dump() for r in found if r.deadline] == [
        {"text": "Quý II/2026", "date": "2026-Q2", "every": None, "month": None, "day": None},
        {"text": "Thường xuyên", "date": None, "every": "ongoing", "month": None, "day": None},
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        "| (1) | (2) | (3) | (4) | (5) | (6) |",
        "| 1 | 2 | 3 | 4 | 5 | 6 |",
        "| A | B | C | D | 1 | 2 |",
    ],
)
def test_a_row_that_numbers_the_columns_is_no_work(numbers: str) -> None:
    found = rows_of(numbers, "| 1 | Thay ống | Phòng Kinh tế xã | | Năm 2026 | |")
    assert [r.text for r in found] == ["Thay ống"]


@pytest.mark.parametrize("ditto", ["nt", "-nt-", "“", '"', "Như trên", "NT"])
def test_ditto_means_the_row_above(ditto: str) -> None:
    found = rows_of(
        "| 1 | Thay ống | Phòng Kinh tế xã | Các thôn | Quý II/2026 | Biên bản |",
        f"| 2 | Rửa bể | {ditto} | {ditto} | {ditto} | Ảnh |",
        f"| 3 | Nạo mương | {ditto} | Công an xã | {ditto} | {ditto} |",
    )
    assert [(r.lead, r.partners, r.deadline and r.deadline.date, r.output) for r in found] == [
        (["Phòng Kinh tế xã"], ["Các thôn"], "2026-Q2", "Biên bản"),
        (["Phòng Kinh tế xã"], ["Các thôn"], "2026-Q2", "Ảnh"),
        (["Phòng Kinh tế xã"], ["Công an xã"], "2026-Q2", "Ảnh"),
    ]


GROUPS = [
    ("| I | HẠ TẦNG | | | | |", "I. HẠ TẦNG"),
    ("| I. | HẠ TẦNG | | | | |", "I. HẠ TẦNG"),
    ("| I. HẠ TẦNG | | | | | |", "I. HẠ TẦNG"),
    ("| | HẠ TẦNG | | | | |", "HẠ TẦNG"),
    ("| A | Hạ tầng | | | | |", "A. Hạ tầng"),
    ("| I. HẠ TẦNG |", "I. HẠ TẦNG"),
]


@pytest.mark.parametrize(("heading", "group"), GROUPS)
def test_a_heading_row_is_the_group_of_those_below(heading: str, group: str) -> None:
    found = rows_of(
        "| 1 | Họp dân | Các thôn | | Năm 2026 | |",
        heading,
        "| 2 | Thay ống | Phòng Kinh tế xã | | Năm 2026 | |",
        "| 3 | Rửa bể | Phòng Kinh tế xã | | Năm 2026 | |",
    )
    assert [(r.text, r.group) for r in found] == [
        ("Họp dân", None),
        ("Thay ống", group),
        ("Rửa bể", group),
    ]


UNITS = [
    ("Phòng Kinh tế xã, Trạm Y tế xã", ["Phòng Kinh tế xã", "Trạm Y tế xã"]),
    ("Phòng Kinh tế xã; Trạm Y tế xã", ["Phòng Kinh tế xã", "Trạm Y tế xã"]),
    ("Phòng Kinh tế xã<br>Trạm Y tế xã", ["Phòng Kinh tế xã", "Trạm Y tế xã"]),
    ("- Phòng Kinh tế xã<br>- Trạm Y tế xã", ["Phòng Kinh tế xã", "Trạm Y tế xã"]),
    ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
    (
        "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế",
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
    ),
    ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
    ("Công an xã, các thôn", ["Công an xã", "các thôn"]),
    ("Các sở, ban, ngành; UBND các xã, phường", ["Các sở, ban, ngành", "UBND các xã, phường"]),
    ("VNPT, Viettel", ["VNPT", "Viettel"]),
    (
        "Công an xã, các thôn, doanh nghiệp cấp nước",
        ["Công an xã", "các thôn", "doanh nghiệp cấp nước"],
    ),
    ("", []),
]


@pytest.mark.parametrize(("cell", "units"), UNITS)
def test_units_of_a_cell(cell: str, units: list[str]) -> None:
    (found,) = rows_of(f"| 1 | Thay ống | Các thôn | {cell} | Năm 2026 | |")
    assert found.partners == units
    (found,) = rows_of(f"| 1 | Thay ống | {cell} | Các thôn | Năm 2026 | |")
    assert found.lead == units


HEADED = [
    ("| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Kết quả |"),
    ("| STT | Công việc | Đơn vị thực hiện | Phối hợp | Tiến độ | Sản phẩm đầu ra |"),
    ("| TT | NỘI DUNG CÔNG VIỆC | CHỦ TRÌ | PHỐI HỢP | THỜI GIAN HOÀN THÀNH | KẾT QUẢ |"),
]


@pytest.mark.parametrize("headings", HEADED)
def test_columns_are_known_by_their_headings(headings: str) -> None:
    (found,) = rows_of("| 1 | Thay ống | Công an xã | Các thôn | 2026 | Tờ |", headings=headings)
    assert row(found) == ("Thay ống", ["Công an xã"], ["Các thôn"], "2026", "Tờ", None)


def test_persons_in_charge_lead() -> None:
    (found,) = rows_of(
        "| Tháng 9/2026 | Tập huấn | Phó Hiệu trưởng |",
        headings="| Thời gian | Nội dung | Người phụ trách |",
    )
    assert (found.text, found.lead) == ("Tập huấn", ["Phó Hiệu trưởng"])


def test_columns_in_another_order() -> None:
    (found,) = rows_of(
        "| Quý II/2026 | Các thôn | Thay ống |", headings="| Thời gian | Chủ trì | Nhiệm vụ |"
    )
    assert row(found) == ("Thay ống", ["Các thôn"], [], "Quý II/2026", None, None)


def test_a_table_that_goes_on_behind_a_page_break() -> None:
    body = (
        f"III. PHÂN CÔNG\n{HEADINGS}\n| 1 | Thay ống | Công an xã | | Năm 2026 | |\n"
        "(tiếp theo)\n| 2 | Rửa bể | Trạm Y tế xã | | Năm 2026 | |"
    )
    assert [(r.text, r.lead) for r in plan_with(body).schedule] == [
        ("Thay ống", ["Công an xã"]),
        ("Rửa bể", ["Trạm Y tế xã"]),
    ]


def test_a_table_below_an_item() -> None:
    body = (
        "III. PHÂN CÔNG\n1. Từng đơn vị làm những việc trong bảng dưới đây.\n"
        f"{HEADINGS}\n| 1 | Thay ống | Công an xã | | Năm 2026 | |\n"
        "2. Các đơn vị chủ động thực hiện, báo cáo đúng hạn."
    )
    assert [r.text for r in plan_with(body).schedule] == ["Thay ống"]


def test_tables_of_appendices_count_in_order() -> None:
    body = f"III. PHÂN CÔNG\n{HEADINGS}\n| 1 | Thay ống | Công an xã | | Năm 2026 | |"
    appendix = f"PHỤ LỤC\nVIỆC KHÁC\n{HEADINGS}\n| 1 | Rửa bể | Trạm Y tế xã | | Năm 2026 | |"
    plan = plan_of(f"{document(body)}\n{appendix}")
    assert [r.text for r in plan.schedule] == ["Thay ống", "Rửa bể"]


@pytest.mark.parametrize(
    "table",
    [
        # an empty form to be filled in by those who report
        f"{HEADINGS}\n| 1 | | | | | |\n| 2 | | | | | |",
        f"{HEADINGS}\n| … | … | | | | |",
        f"{HEADINGS}\n| 1 | ........ | ........ | ..... | ..../..... | … |",
        # a table of targets
        "| TT | Chỉ tiêu | Đơn vị tính | Năm 2026 |\n| 1 | Rừng trồng | ha | 40 |",
        # a list of places
        "| TT | Tên thôn | Số hộ |\n| 1 | Thôn Thượng | 120 |",
    ],
)
def test_tables_that_assign_no_work(table: str) -> None:
    assert plan_with(f"III. NỘI DUNG\n{table}").schedule == []


PARTIES = [
    # a cell of those who carry out, who leads, who joins
    ("Công an xã chủ trì, phối hợp với Trạm Y tế xã", ["Công an xã"], ["Trạm Y tế xã"]),
    (
        "Công an xã chủ trì; các thôn, Trạm Y tế xã phối hợp",
        ["Công an xã"],
        ["các thôn", "Trạm Y tế xã"],
    ),
    (
        "Chủ trì: Công an xã<br>Phối hợp: Trạm Y tế xã<br>Các thôn",
        ["Công an xã"],
        ["Trạm Y tế xã", "Các thôn"],
    ),
    ("- Công an xã (chủ trì)<br>- Các thôn", ["Công an xã (chủ trì)", "Các thôn"], []),
    ("Các thôn thực hiện; Phòng Kinh tế xã tổng hợp", ["Các thôn", "Phòng Kinh tế xã"], []),
    ("Ban Chỉ huy<br>Quân sự xã", ["Ban Chỉ huy Quân sự xã"], []),
    ("Sở Khoa học và<br>Công nghệ; Sở Y tế", ["Sở Khoa học và Công nghệ", "Sở Y tế"], []),
    ("UBND các huyện/thành phố", ["UBND các huyện/thành phố"], []),
    ("Giáo viên chủ nhiệm", ["Giáo viên chủ nhiệm"], []),
    (
        "Ban Quản lý dự án đầu tư xây dựng tỉnh, Sở Xây dựng",
        ["Ban Quản lý dự án đầu tư xây dựng tỉnh", "Sở Xây dựng"],
        [],
    ),
]


@pytest.mark.parametrize(("cell", "lead", "partners"), PARTIES)
def test_a_cell_that_says_who_leads_and_who_joins(
    cell: str, lead: list[str], partners: list[str]
) -> None:
    (found,) = rows_of(
        f"| 1 | Thay ống | {cell} | Năm 2026 |",
        headings="| TT | Nhiệm vụ | Đơn vị thực hiện | Thời gian |",
    )
    assert (found.lead, found.partners) == (lead, partners)


FORMS = [
    # a heading, another heading, a row; text, lead, partners
    (
        "| TT | Nội dung | Phân công thực hiện | | Thời gian |",
        "| | | Chủ trì | Phối hợp | |",
        "| 1 | Thay ống | Công an xã | Các thôn | 2026 |",
    ),
    (
        "| STT | Nhóm nhiệm vụ | Nội dung công việc | Chủ trì | Phối hợp |",
        "| (1) | (2) | (3) | (4) | (5) |",
        "| 1 | Hạ tầng | Thay ống | Công an xã | Các thôn |",
    ),
    (
        "| TT | Mục tiêu | Cơ quan chủ trì theo dõi | Cơ quan phối hợp |",
        "| 1 | 2 | 3 | 4 |",
        "| 1 | Thay ống | Công an xã | Các thôn |",
    ),
    (
        "| TT | Tên đề án, nhiệm vụ | Đơn vị | Phối hợp | Thời hạn trình |",
        "| A | B | C | D | E |",
        "| 1 | Thay ống | Công an xã | Các thôn | Tháng 6 |",
    ),
    (
        "| Số TT | Hoạt động | Bộ phận thực hiện | Đơn vị phối hợp | Kinh phí |",
        "| I | NƯỚC SẠCH | | | |",
        "| 1 | Thay ống | Công an xã | Các thôn | 20 |",
    ),
]


@pytest.mark.parametrize(("headings", "second", "data"), FORMS)
def test_forms_of_headings(headings: str, second: str, data: str) -> None:
    (found,) = rows_of(second, data, headings=headings)
    assert (found.text, found.lead, found.partners) == ("Thay ống", ["Công an xã"], ["Các thôn"])


def test_rows_without_number_go_on_with_the_numbered_one() -> None:
    found = rows_of(
        "| 1 | Thay ống | Công an xã | Các thôn | Năm 2026 | |",
        "| | Rửa bể | | | Năm 2027 | |",
    )
    assert [(r.text, r.lead, r.partners, r.deadline and r.deadline.date) for r in found] == [
        ("Thay ống", ["Công an xã"], ["Các thôn"], "2026"),
        ("Rửa bể", ["Công an xã"], ["Các thôn"], "2027"),
    ]


def test_a_cell_that_reaches_down_counts_for_each_row() -> None:
    def cell(text: str, start: int, *, continued: bool = False) -> Cell:
        return Cell((Line(text, start),) if text else (), continued=continued)

    rows = (
        ("TT", "Nội dung", "Chủ trì", "Thời gian"),
        ("1", "Thay ống", "Công an xã", "Năm 2026"),
        ("2", "Rửa bể", "", "Năm 2027"),
    )
    cells = tuple(
        tuple(cell(text, 0, continued=not text) for text in texts)  # no cell is empty but this one
        for texts in rows
    )
    found = assignments([Table(cells, wrapped=False)])
    assert [(r.text, r.lead) for r in found] == [
        ("Thay ống", ["Công an xã"]),
        ("Rửa bể", ["Công an xã"]),
    ]


@pytest.mark.parametrize(
    ("number", "group"), [("09", "B. Hạ tầng"), ("9", "B. Hạ tầng"), ("1", None), ("4", None)]
)
def test_a_group_lasts_over_a_page_break_where_the_numbers_count_on(
    number: str, group: str | None
) -> None:
    body = (
        f"III. PHÂN CÔNG\n{HEADINGS}\n| B | Hạ tầng | | | | |\n"
        "| 8 | Thay ống | Công an xã | | Năm 2026 | |\n"
        f"(tiếp theo)\n{HEADINGS}\n| {number} | Rửa bể | Trạm Y tế xã | | Năm 2026 | |"
    )
    assert [(r.text, r.group) for r in plan_with(body).schedule] == [
        ("Thay ống", "B. Hạ tầng"),
        ("Rửa bể", group),
    ]


def test_a_table_before_the_first_section() -> None:
    table = f"{HEADINGS}\n| 1 | Thay ống | Công an xã | | Năm 2026 | |"
    assert [r.text for r in plan_with(f"{table}\nI. KINH PHÍ\n- Do xã chi.").schedule] == [
        "Thay ống"
    ]


def test_the_mark_of_a_single_line_is_no_part_of_the_work() -> None:
    (found,) = rows_of("| 1 | - Thay ống | Công an xã | | Năm 2026 | |")
    assert found.text == "Thay ống"


def labelled(*lines: str) -> Plan:
    return plan_with("\n".join(["II. NHIỆM VỤ", "1. Nước sạch", *lines, "2. Rác", "- Gom rác."]))


def test_labelled_lines_behind_an_item() -> None:
    plan = labelled(
        "- Thay đường ống ở thôn Thượng.",
        "Đơn vị chủ trì: Phòng Kinh tế xã.",
        "Cơ quan phối hợp: Trạm Y tế xã, các thôn.",
        "Thời gian thực hiện: Quý II/2026.",
        "Kết quả: 4 km đường ống mới.",
        "- Rửa bể đầu nguồn.",
    )
    assert [row(r) for r in plan.schedule] == [
        (
            "Thay đường ống ở thôn Thượng.",
            ["Phòng Kinh tế xã"],
            ["Trạm Y tế xã", "các thôn"],
            "Quý II/2026",
            "4 km đường ống mới",
            None,
        )
    ]
    assert [t.text for t in plan.tasks] == [
        "Thay đường ống ở thôn Thượng.",
        "Rửa bể đầu nguồn.",
        "Gom rác.",
    ]


def test_labelled_lines_below_an_item() -> None:
    plan = labelled(
        "- Thay đường ống ở thôn Thượng:",
        "+ Chủ trì: Phòng Kinh tế xã;",
        "+ Thời hạn: tháng 6/2026.",
    )
    assert [(r.text, r.lead, r.deadline and r.deadline.date) for r in plan.schedule] == [
        ("Thay đường ống ở thôn Thượng:", ["Phòng Kinh tế xã"], "2026-06")
    ]
    assert [t.text for t in plan.tasks] == ["Thay đường ống ở thôn Thượng:", "Gom rác."]


def test_labelled_lines_directly_under_a_title() -> None:
    plan = labelled(
        "- Nội dung thực hiện: Thay đường ống, rửa bể.",
        "- Cơ quan chủ trì: Phòng Kinh tế xã.",
        "- Thời gian thực hiện: Năm 2026.",
    )
    assert [(r.text, r.lead, r.deadline and r.deadline.date) for r in plan.schedule] == [
        ("Nước sạch", ["Phòng Kinh tế xã"], "2026")
    ]
    assert [t.text for t in plan.tasks] == ["Thay đường ống, rửa bể.", "Gom rác."]


LABELS = [
    ("Đơn vị chủ trì", "lead"),
    ("Cơ quan chủ trì", "lead"),
    ("Chủ trì", "lead"),
    ("Đơn vị thực hiện", "lead"),
    ("Cơ quan chủ trì thực hiện", "lead"),
    ("Đơn vị phối hợp", "partners"),
    ("Cơ quan phối hợp", "partners"),
    ("Phối hợp", "partners"),
    ("Các đơn vị phối hợp", "partners"),
]


@pytest.mark.parametrize(("label", "field"), LABELS)
def test_labels_of_lines(label: str, field: str) -> None:
    (found,) = labelled("- Thay ống.", f"{label}: Công an xã.").schedule
    assert {"lead": found.lead, "partners": found.partners}[field] == ["Công an xã"]


@pytest.mark.parametrize(
    "label", ["Thời gian", "Thời gian thực hiện", "Thời hạn hoàn thành", "Tiến độ", "Hoàn thành"]
)
def test_labels_of_deadlines(label: str) -> None:
    (found,) = labelled("- Thay ống.", f"{label}: Trước ngày 15/6/2026.").schedule
    assert found.deadline is not None
    assert (found.deadline.text, found.deadline.date) == ("Trước ngày 15/6/2026", "2026-06-15")


@pytest.mark.parametrize(
    "line", ["Lưu ý: Công an xã giữ trật tự.", "Thôn Thượng: 120 hộ.", "Phối hợp tốt."]
)
def test_other_lines_with_a_colon_assign_nothing(line: str) -> None:
    plan = labelled("- Thay ống.", f"- {line}")
    assert plan.schedule == []
    assert line in [t.text for t in plan.tasks]


def test_places_of_rows() -> None:
    text = document(
        f"III. PHÂN CÔNG\n{HEADINGS}\n| 1 | Thay ống | Công an xã | | Năm 2026 | Biên bản |"
    )
    (found,) = plan_of(text).schedule
    assert found.span is not None
    assert text[found.span.start : found.span.end] == (
        "1 | Thay ống | Công an xã | | Năm 2026 | Biên bản"
    )
