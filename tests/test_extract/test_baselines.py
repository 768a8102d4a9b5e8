"""Baselines: today's figure for the same indicator, in brackets behind it or in a footnote."""

import pytest
from test_extract.layouts import document, paragraph, plan_of, plan_with

from extract.fields.baselines import as_of, from_notes
from plan.model import Target


def target_of(item: str) -> Target:
    (target,) = plan_with(f"II. CHỈ TIÊU\n- {item}").targets
    return target


IN_BRACKETS = [
    ("Tỷ lệ hộ dùng nước sạch đạt 90% (năm 2025: 71,5%).", 71.5, "%", "2025"),
    ("Tỷ lệ hộ dùng nước sạch đạt 90% (năm 2025 đạt 71,5%).", 71.5, "%", "2025"),
    ("Tỷ lệ hộ dùng nước sạch đạt 90% (hiện trạng: 71%).", 71, "%", None),
    ("Tỷ lệ hộ dùng nước sạch đạt 90% (đến tháng 6/2025 là 71%).", 71, "%", "2025-06"),
    ("Tỷ lệ hộ dùng nước sạch đạt 90% (số liệu quý II/2025: 71%).", 71, "%", "2025-Q2"),
    ("90% hộ dùng nước sạch (kết quả năm 2024: 65%);", 65, "%", "2024"),
    ("Tốc độ tải xuống đạt tối thiểu 100 Mb/s (năm 2025: 45 Mb/s).", 45, "Mbps", "2025"),
]


@pytest.mark.parametrize(("item", "value", "unit", "date"), IN_BRACKETS)
def test_in_brackets(item: str, value: float, unit: str, date: str | None) -> None:
    target = target_of(item)
    assert target.baseline is not None
    assert (target.baseline.value, target.baseline.unit) == (value, unit)
    assert target.baseline.as_of == date
    assert target.value in {90, 100}
    assert str(value) not in (target.indicator or "")


@pytest.mark.parametrize(
    "item",
    [
        "Tỷ lệ hộ dùng nước sạch đạt 90%.",
        "Tỷ lệ hộ dùng nước sạch đạt 90% (trừ thôn Thượng).",
        "Tỷ lệ hộ dùng nước sạch đạt 90% (theo Nghị quyết năm 2025).",
        "Tỷ lệ hộ dùng nước sạch năm 2026 đạt 90%.",
    ],
)
def test_without_a_figure_of_today_there_is_none(item: str) -> None:
    assert target_of(item).baseline is None


def test_each_of_two_quantities_has_its_own() -> None:
    item = (
        "- Tỷ lệ hộ dùng nước sạch đạt 90% (năm 2025: 71%); "
        "tỷ lệ hộ có nhà tiêu hợp vệ sinh đạt 95% (năm 2025: 83%)."
    )
    found = plan_with(f"II. CHỈ TIÊU\n{item}").targets
    assert [(t.value, t.baseline and t.baseline.value) for t in found] == [(90, 71), (95, 83)]


FOOTNOTES = """\
II. CHỈ TIÊU
- Tỷ lệ hộ gia đình dùng nước sạch đạt 90%¹;
- Tỷ lệ trường học có nhà vệ sinh đạt chuẩn đạt 100%;
- Tốc độ tải xuống của mạng cố định đạt 150 Mb/s;
- Thành lập 02 tổ tự quản.

¹ Hiện trạng đến quý II năm 2025:
- Tỷ lệ hộ gia đình dùng nước sạch là 71,5%;
- Tỷ lệ trường học có nhà vệ sinh đạt chuẩn là 80% (năm 2024);
- Tốc độ tải xuống của mạng cố định đạt 62,4 Mb/s.

III. NHIỆM VỤ
- Thay đường ống."""


def test_a_footnote_that_lists_the_present_state() -> None:
    found = plan_with(FOOTNOTES).targets
    assert [
        t.baseline and (t.baseline.value, t.baseline.unit, t.baseline.as_of) for t in found
    ] == [
        (71.5, "%", "2025-Q2"),
        (80, "%", "2024"),
        (62.4, "Mbps", "2025-Q2"),
        None,
    ]


def test_a_footnote_on_another_indicator_says_nothing() -> None:
    plan = plan_with(
        "II. CHỈ TIÊU\n- Tỷ lệ hộ dùng nước sạch đạt 90%;\n- Số máy bơm: đạt 90 máy.\n"
        "¹ Hiện trạng:\n- Tỷ lệ hộ dùng điện lưới là 98%;\n- Số máy bơm là 45%.\n"
        "III. NHIỆM VỤ\n- Thay ống."
    )
    assert [t.baseline for t in plan.targets] == [None, None]


def test_a_footnote_is_no_part_of_the_sections() -> None:
    plan = plan_with(FOOTNOTES)
    assert [s.title for s in plan.sections] == ["CHỈ TIÊU", "NHIỆM VỤ"]
    assert len(plan.sections[0].content or []) == 4
    assert [t.text for t in plan.tasks] == ["Thay đường ống."]


def test_a_footnote_between_two_halves_of_a_sentence_is_set_aside() -> None:
    broken = (
        "II. NHIỆM VỤ\n\n"
        "- Thay toàn bộ đường ống cũ bằng ống nhựa chịu áp trên các\n\n"
        "¹ Số liệu do Trạm Y tế xã cung cấp.\n\n"
        "tuyến chính của thôn Thượng và thôn Hạ trước mùa khô năm nay.\n"
    )
    plan = plan_of(document(broken), wrapped=True)
    assert [t.text for t in plan.tasks] == [
        (
            "Thay toàn bộ đường ống cũ bằng ống nhựa chịu áp trên các"
            " tuyến chính của thôn Thượng và thôn Hạ trước mùa khô năm nay."
        )
    ]


def test_places_of_baselines() -> None:
    text = document(FOOTNOTES)
    baseline = plan_of(text).targets[1].baseline
    assert baseline is not None
    assert baseline.span is not None
    assert text[baseline.span.start : baseline.span.end] == (
        "- Tỷ lệ trường học có nhà vệ sinh đạt chuẩn là 80% (năm 2024)"
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("đến hết quý II/2025", "2025-Q2"),
        ("quý 4 năm 2024", "2024-Q4"),
        ("quý IV/2024", "2024-Q4"),
        ("tháng 6/2025", "2025-06"),
        ("tháng 12 năm 2024", "2024-12"),
        ("số liệu năm 2023", "2023"),
        ("theo báo cáo của xã", None),
    ],
)
def test_time_of_a_figure(text: str, date: str | None) -> None:
    assert as_of(text) == date


def test_a_line_of_a_footnote_without_a_figure_gives_none() -> None:
    notes = [[paragraph("¹ Xem Phụ lục II."), paragraph("- Số hộ có điện là 98%.")]]
    assert [(m.indicator, m.value) for m in from_notes(notes)] == [("Số hộ có điện là ", 98)]


def test_a_footnote_that_the_page_broke_over_blank_lines() -> None:
    plan = plan_with(
        "II. CHỈ TIÊU\n\n- Tỷ lệ hộ dùng nước sạch đạt 90%¹;\n\n- Tỷ lệ hộ dùng điện đạt 99%.\n\n"
        "¹ Số liệu đến hết năm 2025: Tỷ lệ hộ gia đình trên địa bàn dùng nước sạch là\n\n"
        "71,5%; tỷ lệ hộ dùng điện là 97%.\n\n- Thành lập 02 tổ tự quản."
    )
    known = [t.baseline and (t.baseline.value, t.baseline.as_of) for t in plan.targets]
    assert known == [(71.5, "2025"), (97, "2025"), None]
