"""Two plans side by side: every item once, nothing hidden by words, nothing called missing falsely.

Drafts are compared with their parents, whole and with one thing spoilt.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parents import parents, province_plan
from strategies import wild_plans

from docgen.compare import compare
from docgen.comparing.items import items_of
from docgen.comparing.report import Comparison, Row
from docgen.draft import draft
from docgen.profile import Profile
from plan.model import Area, Assignment, Deadline, Duty, Header, Plan, Responsibility, Target, Task

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.gold.json"))
PLANS = {path.stem: Plan.model_validate_json(path.read_text("utf-8")) for path in SAMPLES}
DATES = {"district": "2024-03", "province": "2026-03"}


@cache
def pair(name: str) -> tuple[Plan, Plan]:
    """A sample and the plan drafted from it."""
    parent = PLANS[name]
    commune = {"type": "xã", "name": "Minh Tân", "district": "An Sơn", "province": "Lam Giang"}
    date = DATES[parent.area.level or "province"]
    profile = Profile.model_validate({"commune": commune, "plan": {"date": date}})
    return parent, draft(parent, profile).plan


def pointers(plan: Plan) -> list[str]:
    return sorted(item.side.pointer for item in items_of(plan))


def assert_everything_once(found: Comparison, parent: Plan, child: Plan) -> None:
    assert sorted(row.parent.pointer for row in found.rows if row.parent) == pointers(parent)
    assert sorted(row.child.pointer for row in found.rows if row.child) == pointers(child)


def only(found: Comparison, side: str) -> set[str]:
    """The pointers of what only one side has."""
    other = "child" if side == "parent" else "parent"
    return {getattr(row, side).pointer for row in found.rows if getattr(row, other) is None}


@given(wild_plans, wild_plans)
@settings(max_examples=40, deadline=None)
def test_every_item_of_both_is_in_one_row(parent: Plan, child: Plan) -> None:
    found = compare(parent, child)
    assert_everything_once(found, parent, child)
    assert sum(sum(counted.values()) for counted in found.summary.values()) == len(found.rows)


@given(wild_plans)
@settings(max_examples=40, deadline=None)
def test_a_plan_takes_itself_over(plan: Plan) -> None:
    assert {row.fate for row in compare(plan, plan).rows} <= {"taken_over"}


@given(parents(), parents())
@settings(max_examples=25, deadline=None)
def test_sides_may_be_changed(one: Plan, other: Plan) -> None:
    one.area.level = other.area.level = "district"
    there, back = compare(one, other), compare(other, one)
    assert only(there, "parent") == only(back, "child")
    assert only(there, "child") == only(back, "parent")


@given(parents(), st.sampled_from(["2024-03", "2026-03"]))
@settings(max_examples=25, deadline=None)
def test_of_a_draft_nothing_is_missing(parent: Plan, date: str) -> None:
    commune = {"type": "xã", "name": "Minh Tân", "province": "Lam Giang"}
    profile = Profile.model_validate({"commune": commune, "plan": {"date": date}})
    child = draft(parent, profile).plan
    found = compare(parent, child)
    assert_everything_once(found, parent, child)
    assert [row.parent for row in found.rows if row.fate == "missing"] == []


@pytest.mark.parametrize("name", PLANS)
def test_of_a_sample_s_draft_nothing_is_missing(name: str) -> None:
    found = compare(*pair(name))
    assert found.gaps == []
    assert found.of("other_level")
    assert all(row.reason for row in found.of("other_level"))


def spoilt(name: str) -> tuple[Plan, Plan]:
    parent, child = pair(name)
    return parent, child.model_copy(deep=True)


@pytest.mark.parametrize("name", PLANS)
def test_a_target_that_is_left_out_is_missing(name: str) -> None:
    before = compare(*pair(name))
    for number in range(0, len(pair(name)[1].targets), 4):
        parent, child = spoilt(name)
        del child.targets[number]
        lost = partner(before, f"/targets/{number}")
        row = row_of(compare(parent, child), lost)
        assert row.fate in {"missing", "repeated"}, row
        assert row.fate == "missing" or row.same_as


def partner(found: Comparison, pointer: str) -> str:
    return next(
        row.parent.pointer
        for row in found.rows
        if row.parent and row.child and row.child.pointer == pointer
    )


def row_of(found: Comparison, pointer: str) -> Row:
    """The row of an item of the parent."""
    return next(row for row in found.rows if row.parent and row.parent.pointer == pointer)


@pytest.mark.parametrize("name", PLANS)
def test_a_unit_that_is_left_out_leaves_its_duties_missing(name: str) -> None:
    parent, child = spoilt(name)
    del child.responsibilities[1:]
    assert len(compare(parent, child).gaps) > len(pair(name)[1].responsibilities)


@pytest.mark.parametrize("name", PLANS)
def test_a_lowered_value_and_a_later_year_are_told(name: str) -> None:
    parent, child = spoilt(name)
    number = next(n for n, one in enumerate(child.targets) if one.unit == "%" and one.year)
    target = child.targets[number]
    target.value, target.year = (target.value or 0) / 2, (target.year or 0) + 1
    row = row_of(compare(parent, child), partner(compare(*pair(name)), f"/targets/{number}"))
    assert [(one.what, one.how) for one in row.changes] == [("value", "weaker"), ("year", "weaker")]
    assert row.falls_short


@pytest.mark.parametrize("name", PLANS)
def test_a_row_that_nobody_leads_is_told(name: str) -> None:
    parent, child = spoilt(name)
    for row in child.schedule:
        row.lead = []
    assert len(compare(parent, child).gaps) == len(child.schedule) > 0


PARENT = Plan(
    area=Area(level="province", type="tỉnh", name="Lam Giang"),
    targets=[
        Target(text="a", indicator="Tỷ lệ hộ nghèo của tỉnh", comparator="<", value=3, unit="%"),
        Target(text="b", indicator="Tỷ lệ hộ cận nghèo", comparator="<", value=4, unit="%"),
        Target(
            text="c", indicator="người dân tham gia BHYT", comparator=">=", value=95, unit="%",
            year=2026,
        ),
        Target(
            text="Tổng sản phẩm trên địa bàn (GRDP) tăng 8%.",
            indicator="Tổng sản phẩm trên địa bàn (GRDP)", comparator="=", value=8, unit="%",
        ),
        Target(text="đ", indicator="Diện tích trồng rừng mới", comparator="=", value=50, unit="ha"),
    ],
    tasks=[Task(text="Tuyên truyền chính sách bảo hiểm y tế trên hệ thống truyền thanh.")],
    responsibilities=[
        Responsibility(
            unit="Sở Y tế",
            tasks=[
                Duty(
                    text="Kiểm tra các cơ sở kinh doanh dịch vụ ăn uống.",
                    deadline=Deadline(text="quý II/2026", date="2026-Q2"),
                )
            ],
        ),
        Responsibility(
            unit="UBND các xã, phường",
            tasks=[Duty(text="Lập danh sách người chưa tham gia bảo hiểm y tế.")],
        ),
    ],
    schedule=[Assignment(text="Rà soát hộ nghèo", lead=["Sở Nông nghiệp và Môi trường"])],
)  # fmt: skip
CHILD = Plan(
    area=Area(level="commune", type="xã", name="Minh Tân"),
    targets=[
        Target(text="1", indicator="hộ cận nghèo đa chiều", comparator="<", value=4, unit="%"),
        Target(text="2", indicator="Tỷ lệ hộ nghèo của xã", comparator="<", value=5, unit="%"),
        Target(
            text="3", indicator="Tỷ lệ bao phủ bảo hiểm y tế toàn dân", comparator=">=", value=95,
            unit="%", year=2027,
        ),
        Target(text="4", indicator="thôn có tủ sách", comparator="=", value=100, unit="%"),
    ],
    tasks=[
        Task(text="Rà soát hộ nghèo"),
        Task(text="Phát bài về chính sách BHYT trên đài truyền thanh xã."),
    ],
    responsibilities=[
        Responsibility(
            unit="Trạm Y tế xã",
            tasks=[
                Duty(
                    text="Tham gia kiểm tra cơ sở kinh doanh dịch vụ ăn uống trên địa bàn.",
                    deadline=Deadline(text="quý III/2026", date="2026-Q3"),
                )
            ],
        )
    ],
)  # fmt: skip


def test_what_words_hide_is_found() -> None:
    found = compare(PARENT, CHILD)
    rows = {row.parent.pointer: row for row in found.rows if row.parent}
    told = {
        pointer: (row.fate, row.child and row.child.pointer, [(c.what, c.how) for c in row.changes])
        for pointer, row in rows.items()
    }
    assert told == {
        "/targets/0": ("changed", "/targets/1", [("value", "weaker")]),
        "/targets/1": ("taken_over", "/targets/0", []),
        "/targets/2": ("changed", "/targets/2", [("year", "weaker")]),
        "/targets/3": ("other_level", None, []),
        "/targets/4": ("missing", None, []),
        "/tasks/0": ("taken_over", "/tasks/1", []),
        "/responsibilities/0/tasks/0": (
            "changed",
            "/responsibilities/0/tasks/0",
            [("deadline", "weaker")],
        ),
        "/responsibilities/1/tasks/0": ("missing", None, []),
        "/schedule/0": ("changed", "/tasks/0", [("body", "gone")]),
    }
    assert [row.child.text for row in found.of("added") if row.child] == ["4"]
    assert rows["/responsibilities/1/tasks/0"].ordered
    assert Counter(row.fate for row in found.gaps) == {"missing": 2, "changed": 1}


@pytest.mark.parametrize(
    ("date", "unit", "is_same"),
    [
        ("2024-03", "Công chức Văn hóa – Xã hội xã", True),
        ("2025-08", "Phòng Văn hoá - Xã hội", True),
        ("2025-08", "Phòng Kinh tế xã", False),
        ("2024-03", "Trạm Y tế xã", False),
    ],
)
def test_a_department_becomes_the_commune_s_post_of_its_time(
    date: str, unit: str, *, is_same: bool
) -> None:
    duty = "Kiểm tra việc thực hiện nếp sống văn minh trong việc cưới, việc tang."
    parent = Plan(
        area=Area(level="district", type="huyện", name="Mỹ Sơn"),
        responsibilities=[
            Responsibility(unit="Phòng Văn hóa - Thông tin huyện", tasks=[Duty(text=duty)])
        ],
    )
    child = Plan(
        header=Header(date=date),
        area=Area(level="commune", type="xã", name="Minh Tân"),
        responsibilities=[Responsibility(unit=unit, tasks=[Duty(text=duty)])],
    )
    (row,) = compare(parent, child).rows
    assert (row.fate == "taken_over") is is_same


def test_a_province_without_a_level_is_compared_as_it_is() -> None:
    parent = province_plan()
    parent.area.level = None
    assert compare(parent, CHILD).of("other_level") == []
