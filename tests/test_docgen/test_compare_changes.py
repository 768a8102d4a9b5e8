"""In what two items differ: values with their direction, years, deadlines, units, figures."""

import pytest

from docgen.comparing.changes import changes
from docgen.comparing.dates import deadline_change
from docgen.comparing.items import items_of
from docgen.comparing.report import How, Side
from docgen.comparing.values import amount, less_is_better, value_change
from plan.model import Area, Comparator, Deadline, Duty, Every, Plan, Responsibility, Target, Task

POOR = "Tỷ lệ hộ nghèo"
WATER = "hộ dân sử dụng nước sạch"


def side(  # noqa: PLR0913 - a target has all of these
    indicator: str,
    value: float | None,
    comparator: Comparator = "=",
    unit: str = "%",
    *,
    up_to: float | None = None,
    text: str = "",
) -> Side:
    return Side(
        pointer="/targets/0",
        text=text or indicator,
        indicator=indicator,
        comparator=comparator,
        value=value,
        value_max=up_to,
        unit=unit,
    )


@pytest.mark.parametrize(
    ("parent", "child", "how"),
    [
        (side(WATER, 75), side(WATER, 75), None),
        (side(WATER, 75), side(WATER, 75, ">="), None),
        (side(WATER, 75), side(WATER, 70), "weaker"),
        (side(WATER, 75), side(WATER, 80), "stronger"),
        (side(WATER, 75, ">"), side(WATER, 75), "weaker"),
        (side(WATER, 75), side(WATER, 75, "~"), "weaker"),
        (side(WATER, 75, ">="), side(WATER, 75, "<="), "other"),
        (side(WATER, 75), side(WATER, 120, unit="hộ"), "other"),
        (side(WATER, 75), side(WATER, None), "gone"),
        (side(WATER, None), side(WATER, 75), "new"),
        (side(WATER, 75, up_to=80), side(WATER, 75), "weaker"),
        (side(POOR, 3), side(POOR, 5), "weaker"),
        (side(POOR, 3, "<"), side(POOR, 2, "<"), "stronger"),
        (side(POOR, 3, "<"), side(POOR, 3, "<="), "weaker"),
        (side("Số vụ cháy", 4, unit="vụ"), side("Số vụ cháy", 6, unit="vụ"), "weaker"),
        (side("Giảm số vụ cháy", 10), side("Giảm số vụ cháy", 5), "weaker"),
        (side("xã có nhà văn hóa", 100), side("xã có nhà văn hóa", None), None),
        (side("hộ nghèo có nhà tiêu", 80), side("hộ nghèo có nhà tiêu", 85), "stronger"),
        (side("Trồng cây", 500, unit="cây"), side("Trồng cây", 400, unit="cây xanh"), "weaker"),
    ],
)
def test_a_value_asks_less_or_more(parent: Side, child: Side, how: How | None) -> None:
    found = value_change(parent, child)
    assert (found and found.how) == how


@pytest.mark.parametrize(
    ("indicator", "text", "expected"),
    [
        ("Tỷ lệ hộ nghèo", "", True),
        ("Tỷ lệ hộ nghèo được hỗ trợ nhà ở", "", False),
        ("Tỷ lệ hộ thoát nghèo", "", False),
        ("Số người chết vì tai nạn giao thông", "", True),
        ("Tỷ lệ trẻ em suy dinh dưỡng", "", False),
        ("Tỷ lệ suy dinh dưỡng thể thấp còi", "", True),
        ("Thời gian chờ", "", True),
        ("Giảm tỷ lệ hộ nghèo", "Giảm tỷ lệ hộ nghèo 1,5%", False),
        ("tỷ lệ hộ nghèo giảm", "Đưa tỷ lệ hộ nghèo giảm còn 2%", True),
        ("thôn có sóng di động", "", False),
    ],
)
def test_some_quantities_are_to_fall(indicator: str, text: str, *, expected: bool) -> None:
    assert less_is_better(side(indicator, 1, text=text)) == expected


def test_values_are_shown_as_plans_write_them() -> None:
    assert amount(side(WATER, 62.5, ">=", up_to=70)) == "≥ 62,5 - 70 %"
    assert amount(side(WATER, 20.0, unit="hộ")) == "20 hộ"
    assert amount(side(WATER, None)) == ""


def due(
    text: str,
    date: str | None = None,
    every: Every | None = None,
    month: int | None = None,
    day: int | None = None,
) -> Deadline:
    return Deadline(text=text, date=date, every=every, month=month, day=day)


@pytest.mark.parametrize(
    ("parent", "child", "how"),
    [
        (None, due("quý I", "2026-Q1"), None),
        (due("quý I", "2026-Q1"), None, "gone"),
        (due("quý I", "2026-Q1"), due("tháng 3", "2026-03"), None),
        (due("quý I", "2026-Q1"), due("tháng 4", "2026-04"), "weaker"),
        (due("6 tháng đầu năm", "2026-H1"), due("15/6", "2026-06-15"), "stronger"),
        (due("năm 2026", "2026"), due("quý I/2027", "2027-Q1"), "weaker"),
        (due("05/12", every="year", month=12, day=5), due("", "2026", "month"), "stronger"),
        (due("hằng tháng", every="month"), due("hằng quý", every="quarter"), "weaker"),
        (due("", every="year", month=12, day=5), due("", None, "year", 11, 25), "stronger"),
        (due("", every="year", month=12, day=5), due("", None, "year", 12, 10), "weaker"),
        (due("", "2026-12-05"), due("", None, "year", 12, 5), None),
        (due("", "2026-12-05"), due("", None, "year", 12, 15), "weaker"),
        (due("khi có yêu cầu"), due("khi được yêu cầu"), None),
        (due("thường xuyên", every="ongoing"), due("hằng quý", every="quarter"), "other"),
    ],
)
def test_a_deadline_is_later_or_earlier(
    parent: Deadline | None, child: Deadline | None, how: How | None
) -> None:
    found = deadline_change(parent, child)
    assert (found and found.how) == how


DISTRICT, COMMUNE = Area(type="huyện", name="Mỹ Sơn"), Area(type="xã", name="Minh Tân")


def told(area: Area, unit: str, text: str) -> Plan:
    return Plan(area=area, responsibilities=[Responsibility(unit=unit, tasks=[Duty(text=text)])])


@pytest.mark.parametrize(
    ("parent", "child", "how"),
    [
        ("Hội Nông dân huyện", "Hội Nông dân xã", None),
        ("UBND các xã, thị trấn", "Công chức Văn hóa - Xã hội", None),
        ("Phòng Văn hóa và Thông tin", "PHÒNG VĂN HÓA - THÔNG TIN", None),
        ("Sở Y tế", "Phòng Y tế huyện", None),
        ("Phòng Tài chính - Kế hoạch", "Trạm Y tế xã", "other"),
    ],
)
def test_a_unit_is_the_same_at_its_level(parent: str, child: str, how: How | None) -> None:
    ours = items_of(told(DISTRICT, parent, "Tuyên truyền"))[0]
    theirs = items_of(told(COMMUNE, child, "Tuyên truyền"))[0]
    assert [change.how for change in changes(ours, theirs)] == ([how] if how else [])


def test_work_that_nobody_is_told_to_do_is_given_to_nobody() -> None:
    ours = items_of(told(DISTRICT, "Phòng Y tế", "Kiểm tra bếp ăn"))[0]
    theirs = items_of(Plan(area=COMMUNE, tasks=[Task(text="Kiểm tra bếp ăn")]))[0]
    assert [(one.what, one.how) for one in changes(ours, theirs)] == [("body", "gone")]


@pytest.mark.parametrize(
    ("parent", "child", "found"),
    [
        ("Mở 02 lớp học", "Mở 2 lớp học", []),
        ("Mở 02 lớp học", "Mở 01 lớp học", [("figures", "other")]),
        ("Mở 02 lớp học", "Mở các lớp học", [("figures", "gone")]),
        ("Mở các lớp học", "Mở 02 lớp học", []),
        ("Hoàn thành trước năm 2026", "Hoàn thành trước năm 2027", [("year", "weaker")]),
        ("Theo Nghị quyết số 15/NQ-CP ngày 02/3/2024", "Theo chỉ đạo của Chính phủ", []),
        ("Trồng 1.250 cây", "Trồng 1250 cây", []),
        ("Trồng 1,5 ha rừng", "Trồng 15 ha rừng", [("figures", "other")]),
    ],
)
def test_figures_in_the_words_of_work_are_compared(
    parent: str, child: str, found: list[tuple[str, str]]
) -> None:
    ours, theirs = (items_of(Plan(tasks=[Task(text=text)]))[0] for text in (parent, child))
    assert [(one.what, one.how) for one in changes(ours, theirs)] == found


@pytest.mark.parametrize(
    ("parent", "child", "how"),
    [(2025, 2025, None), (2025, 2026, "weaker"), (2025, 2024, "stronger"), (2025, None, "gone")],
)
def test_a_year_is_later_or_earlier(parent: int, child: int | None, how: How | None) -> None:
    ours, theirs = (
        items_of(Plan(targets=[Target(text="Xây dựng nhà văn hóa", year=year)]))[0]
        for year in (parent, child)
    )
    assert [one.how for one in changes(ours, theirs)] == ([how] if how else [])
