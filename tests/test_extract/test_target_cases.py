"""Targets as plans of all fields and years print them, and where their values stand."""

from pathlib import Path

import pytest
from test_extract.layouts import cases, document, plan_of, plan_with

from plan.model import Plan, Target

CASES = Path(__file__).parent / "cases"
AIMS = cases(CASES / "targets.txt")
COMMITMENTS = cases(CASES / "commitments.txt")


def row(target: Target) -> str:
    """A row as the tables of cases write it."""
    year = "" if target.year == 2026 else f" @{target.year}"
    if target.value is None:
        return f"-{year}"
    value = f"{target.value}" if target.value_max is None else f"{target.value}..{target.value_max}"
    known = target.baseline
    baseline = f" [{known.value} {known.unit} {known.as_of}]" if known else ""
    return f"{target.comparator} {value} {target.unit}{year} | {target.indicator}{baseline}"


@pytest.mark.parametrize(("item", "wanted"), AIMS)
def test_rows_of_an_item(item: str, wanted: list[str]) -> None:
    found = plan_with(f"II. CHỈ TIÊU\n- {item}").targets
    assert [row(target) for target in found] == wanted
    assert {target.text for target in found} == {item}


@pytest.mark.parametrize(("item", "wanted"), COMMITMENTS)
def test_rows_of_an_item_among_tasks(item: str, wanted: list[str]) -> None:
    found = plan_with(f"III. NHIỆM VỤ\n- {item}\n- Họp giao ban.").targets
    assert [row(target) for target in found] == wanted


def test_there_are_many_of_them() -> None:
    assert len({item for item, _ in [*AIMS, *COMMITMENTS]}) >= 150


def printed(plan: Plan) -> list[dict[str, str]]:
    """What is printed where the values of each target stand."""
    return [
        {
            name: evidence.span.quote or ""
            for name, evidence in target.evidence.items()
            if evidence.span and name in {"value", "unit", "comparator", "year"}
        }
        for target in plan.targets
    ]


def test_places_of_values() -> None:
    plan = plan_with(
        "II. CHỈ TIÊU\n"
        "- Tỷ lệ hộ dùng nước sạch năm 2027 đạt trên 70,5%, đến\nnăm 2030 đạt 95% trở lên.\n"
        "- Sân chơi:\n+ 12 thôn có sân;\n+ xã trồng 12 ha cây xanh."
    )
    first, second, third, fourth = printed(plan)
    assert first == {"value": "70,5", "unit": "%", "comparator": "trên", "year": "2027"}
    assert second == {"value": "95", "unit": "%", "comparator": "trở lên", "year": "2030"}
    assert (third["value"], third["unit"]) == ("12", "thôn")
    assert (fourth["value"], fourth["unit"]) == ("12", "ha")
    starts = [t.evidence["value"].span.start for t in plan.targets if t.evidence["value"].span]
    assert starts == sorted(starts)


def test_place_of_a_range_and_of_what_it_changes_from() -> None:
    plan = plan_with(
        "II. CHỈ TIÊU\n- Trồng từ 15 - 20 ha rừng.\n- Giảm tỷ lệ hao hụt từ 8% xuống 5%.\n"
        "- Tỷ lệ hộ có điện đạt 99% (năm 2025: 97,4%)."
    )
    assert printed(plan)[0]["value"] == "15 - 20"
    spans = [t.baseline.span for t in plan.targets if t.baseline]
    assert [span.quote for span in spans if span] == ["8", "97,4"]


def test_a_plan_of_one_line_says_where_its_year_is_set() -> None:
    plan = plan_with(
        "II. CHỈ TIÊU\nĐến năm 2027:\n- 70% hộ dùng nước sạch.\nĐến năm 2030:\n- 90% hộ dùng điện."
    )
    assert [(t.value, t.year) for t in plan.targets] == [(70, 2027), (90, 2030)]


def test_a_line_above_names_what_the_lines_beneath_measure() -> None:
    plan = plan_with(
        "II. CHỈ TIÊU\n- Tỷ lệ hộ dùng nước sạch:\n+ Đến năm 2027 đạt 70%;\n+ Đến năm 2030 đạt 95%."
    )
    assert [(t.value, t.year, t.indicator) for t in plan.targets] == [
        (70, 2027, "Tỷ lệ hộ dùng nước sạch"),
        (95, 2030, "Tỷ lệ hộ dùng nước sạch"),
    ]


def test_the_report_on_the_present_state_gives_baselines() -> None:
    plan = plan_with(
        "I. KẾT QUẢ NĂM 2025\n- Tỷ lệ hộ dùng nước sạch đạt 71,5%, tăng 2% so với năm 2024.\n"
        "II. CHỈ TIÊU\n- Tỷ lệ hộ dùng nước sạch đạt 80%.\n- Tỷ lệ hộ dùng điện lưới đạt 99%."
    )
    assert [row(target) for target in plan.targets] == [
        "= 80 % | Tỷ lệ hộ dùng nước sạch [71.5 % 2025]",
        "= 99 % | Tỷ lệ hộ dùng điện lưới",
    ]


def test_what_was_before_the_plan_is_no_aim_of_it() -> None:
    plan = plan_with("II. CHỈ TIÊU\n- Tỷ lệ hộ có điện năm 2024 đạt 95%, năm 2026 đạt 99%.")
    assert [row(target) for target in plan.targets] == ["= 99 % | Tỷ lệ hộ có điện [95 % 2024]"]


def rows_of_table(*lines: str, above: str = "") -> list[str]:
    """The rows of a table of targets below the line `above`; the plan is for 2026."""
    return [
        row(t) for t in plan_with("\n".join(["II. CHỈ TIÊU", above, *lines])).targets if t.value
    ]


def test_a_column_of_results_gives_baselines() -> None:
    assert rows_of_table(
        "| TT | Chỉ tiêu | ĐVT | Thực hiện năm 2025 | Năm 2026 | Năm 2027 |",
        "| 1 | Hộ dùng nước sạch | % | 71,5 | 80 | ≥ 85 |",
        "| 2 | Cây xanh | cây | | 1.200 | 1.300 - 1.400 |",
    ) == [
        "= 80 % | Hộ dùng nước sạch [71.5 % 2025]",
        ">= 85 % @2027 | Hộ dùng nước sạch [71.5 % 2025]",
        "= 1200 cây | Cây xanh",
        "= 1300..1400 cây @2027 | Cây xanh",
    ]


def test_headings_over_two_rows() -> None:
    assert rows_of_table(
        "| TT | Nội dung | Đơn vị | Kế hoạch | |",
        "| | | | Năm 2026 | Năm 2027 |",
        "| A | B | 1 | 2 | 3 |",
        "| 1 | Đường bê tông | km | 3,5 | 4 |",
    ) == ["= 3.5 km | Đường bê tông", "= 4 km @2027 | Đường bê tông"]


def test_the_unit_stands_in_the_name_or_above_the_table() -> None:
    table = ("| TT | Chỉ tiêu | Năm 2026 |", "| 1 | Thu phí | 450 |", "| 2 | Hộ khá (%) | 30 |")
    assert rows_of_table(*table, above="Đơn vị tính: triệu đồng") == [
        "= 450 triệu đồng | Thu phí",
        "= 30 % | Hộ khá (%)",
    ]


def test_bullets_are_no_part_of_a_name_in_a_table() -> None:
    assert rows_of_table("| TT | Chỉ tiêu | Năm 2026 |", "| | - Đàn trâu (con) | 450 |") == [
        "= 450 con | Đàn trâu (con)"
    ]


def test_places_in_tables() -> None:
    text = document(
        "II. CHỈ TIÊU\n| TT | Chỉ tiêu | Năm 2026 | Năm 2027 |\n| 1 | Số bể nước | 12 | 12 |"
    )
    found = plan_of(text).targets
    spans = [t.evidence["value"].span for t in found]
    places = [text.index("| 12") + 2, text.rindex("| 12") + 2]
    assert [span.start for span in spans if span] == places
