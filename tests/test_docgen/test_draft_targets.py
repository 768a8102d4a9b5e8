"""Targets at the commune: how each comes down, whose value it has, what it counts to."""

import tomllib
from pathlib import Path

import pytest
from parents import plan_from

import docgen
from docgen.draft import Draft, draft
from docgen.drafting.values import closest
from docgen.figures import countable, whole_of
from docgen.profile import Profile
from plan.model import Area, Baseline, Block, Header, Plan, Section, Target

INDICATOR = "Tỷ lệ hộ gia đình có kết nối Internet cáp quang"


def profile(**sections: object) -> Profile:
    commune = {"type": "xã", "name": "Minh Tân", "district": "An Sơn", "province": "Lam Giang"}
    return Profile.model_validate({"commune": commune, "plan": {"date": "2024-03"}} | sections)


def parent(*targets: Target) -> Plan:
    """A district's plan with these targets, each an item of its own."""
    items = [Block(type="item", label="-", text=one.text) for one in targets]
    return Plan(
        header=Header(number=9, symbol="KH-UBND", date="2024-02-01", subject="Hạ tầng số"),
        area=Area(level="district", type="huyện", name="An Sơn"),
        sections=[Section(label="I", title="MỤC TIÊU", kind="targets", content=items)],
        targets=[one.model_copy(update={"section": "I", "kind": "targets"}) for one in targets],
    )


def share(text: str, value: float, indicator: str = INDICATOR, **more: object) -> Target:
    return Target(text=text, indicator=indicator, value=value, unit="%", comparator="=", **more)


CABLE = share(f"{INDICATOR} đạt 75%;", 75, year=2025)
CABLE_TODAY = share(
    f"{INDICATOR} đạt 75% (năm 2023: 62,5%);",
    75,
    year=2025,
    baseline=Baseline(value=62.5, unit="%", as_of="2023"),
)


def notes(done: Draft) -> str:
    return "\n".join(note.text for note in done.notes)


def only(done: Draft) -> Target:
    (target,) = done.plan.targets
    assert done.plan.sections[0].content is not None
    assert done.plan.sections[0].content[0].text == target.text
    return target


def test_a_share_is_shown_as_a_count() -> None:
    done = draft(parent(CABLE), profile(figures={"households": 1850}))
    assert only(done).text == f"{INDICATOR} đạt 75% (≈ 1.388 hộ);"
    assert only(done).value == 75


@pytest.mark.parametrize(
    ("text", "indicator", "figures", "said"),
    [
        (
            "85% dân số trưởng thành có điện thoại thông minh;",
            "dân số trưởng thành có điện thoại thông minh",
            {"adults": 6400},
            "85% dân số trưởng thành (≈ 5.440 người) có điện thoại thông minh;",
        ),
        (
            "100% thôn có đường bê tông.",
            "thôn có đường bê tông",
            {"villages": 9},
            "100% thôn (09/09 thôn) có đường bê tông.",
        ),
        (
            "Tỷ lệ hộ nghèo còn 12%;",
            "Tỷ lệ hộ nghèo",
            {"households": 1000, "poor_households": 90},
            "Tỷ lệ hộ nghèo còn 12% (≈ 120 hộ);",
        ),
        (
            "95% hộ nghèo được dùng nước sạch;",
            "hộ nghèo được dùng nước sạch",
            {"households": 1000, "poor_households": 90},
            "95% hộ nghèo (≈ 86 hộ) được dùng nước sạch;",
        ),
        ("75% hộ dân đạt chuẩn.", "hộ dân đạt chuẩn", {}, "75% hộ dân đạt chuẩn."),
    ],
)
def test_what_a_share_is_of(text: str, indicator: str, figures: dict[str, int], said: str) -> None:
    value = float(text.split("%", maxsplit=1)[0].rsplit(maxsplit=1)[-1])
    done = draft(parent(share(text, value, indicator)), profile(figures=figures))
    assert only(done).text == said


FIGURES = tomllib.loads(
    (Path(docgen.__file__).parent / "data" / "figures.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("key", FIGURES)
def test_every_figure_is_found_by_its_example_and_nouns(key: str) -> None:
    row = FIGURES[key]
    found = whole_of(row["example"])
    assert found is not None
    assert found.key == key
    for noun in row["nouns"]:
        said = whole_of(f"{noun} {row.get('verbs', ['đạt'])[0]} chuẩn")
        assert said is not None
        assert (said.key, said.noun) == (key, noun)


def test_what_nobody_counts() -> None:
    assert whole_of("trụ sở đạt chuẩn") is None
    assert whole_of("trường học, trạm y tế có nước sạch") is None
    assert set(FIGURES) == set(countable())


def test_the_profile_sets_a_value_and_a_lower_one_is_flagged() -> None:
    own = {"indicator": "hộ dân có cáp quang", "value": 70}
    done = draft(parent(CABLE), profile(targets=[own]))
    assert only(done).text == f"{INDICATOR} đạt 70%;"
    assert only(done).value == 70
    assert "Mức 75% của huyện được thay bằng 70% theo hồ sơ của xã." in notes(done)
    assert "Mức 70% thấp hơn mức 75% cấp trên giao" in notes(done)
    higher = draft(parent(CABLE), profile(targets=[own | {"value": 80}]))
    assert "thấp hơn" not in notes(higher)


def test_a_value_for_another_year_is_not_taken() -> None:
    own = {"indicator": "hộ dân có cáp quang", "value": 90, "year": 2030}
    done = draft(parent(CABLE), profile(targets=[own]))
    assert only(done).value == 75
    assert "Chỉ tiêu “hộ dân có cáp quang” trong hồ sơ không có ở kế hoạch cấp trên" in notes(done)


def test_todays_figure_is_never_the_superiors() -> None:
    done = draft(parent(CABLE_TODAY), profile())
    assert only(done).text == f"{INDICATOR} đạt 75% (năm 2023: …%);"
    assert only(done).baseline is None
    assert "Hiện trạng 62,5 là số liệu của huyện; điền số liệu của xã." in notes(done)


def test_todays_figure_of_the_profile() -> None:
    own = {"indicator": "hộ gia đình dùng Internet cáp quang", "baseline": 55.5, "as_of": 2022}
    done = draft(parent(CABLE_TODAY), profile(targets=[own], figures={"households": 1850}))
    assert only(done).text == f"{INDICATOR} đạt 75% (năm 2022: 55,5%; ≈ 1.388 hộ);"
    assert only(done).baseline == Baseline(value=55.5, unit="%", as_of="2022")
    bare = draft(parent(CABLE), profile(targets=[own]))
    assert only(bare).text == f"{INDICATOR} đạt 75% (năm 2022: 55,5%);"
    assert only(bare).baseline == Baseline(value=55.5, unit="%", as_of="2022")


@pytest.mark.parametrize(
    ("text", "unit", "applies"),
    [
        ("75% hộ gia đình có cáp quang.", "%", "as_is"),
        ("100% xã, thị trấn có điểm truy cập.", "%", "other_level"),
        ("70% xã, thị trấn có điểm truy cập.", "%", "not_applicable"),
        ("Hoàn thành thêm 05 xã có bản đồ số.", "xã", "not_applicable"),
        ("Kinh tế số chiếm 15% GRDP.", "%", "not_applicable"),
    ],
)
def test_how_a_target_comes_down(text: str, unit: str, applies: str) -> None:
    digits = "".join(letter for letter in text if letter.isdigit())
    target = Target(text=text, indicator=text, value=int(digits), unit=unit, comparator="=")
    done = draft(parent(target, CABLE), profile())
    first = next(item for item in done.report.parent if item.item == "target")
    assert first.applies == applies
    assert (applies == "not_applicable") == (first.reason is not None and not first.child)


def test_a_table_of_targets() -> None:
    table = [
        ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện 2023", "Năm 2024", "Năm 2025"],
        ["1", INDICATOR, "%", "62,5", "70", "≥ 75"],
        ["2", "Tỷ lệ xã, thị trấn đạt chuẩn", "%", "40", "60", "80"],
    ]
    today = Baseline(value=62.5, unit="%", as_of="2023")
    targets = [
        share(INDICATOR, 70, year=2024, baseline=today, section="I"),
        share(INDICATOR, 75, year=2025, baseline=today, section="I"),
        *(
            share(table[2][1], value, indicator=table[2][1], year=year, section="I")
            for value, year in ((60, 2024), (80, 2025))
        ),
    ]
    plan = parent().model_copy(update={"targets": targets})
    plan.sections[0].content = [Block(type="table", rows=table)]
    own = {"indicator": "hộ dân có cáp quang", "value": 72, "year": 2025}
    done = draft(plan, profile(targets=[own], figures={"households": 1000}))
    assert done.plan.sections[0].content is not None
    assert done.plan.sections[0].content[0].rows[1:] == [["1", INDICATOR, "%", "…", "70", "≥ 72"]]
    assert [one.value for one in done.plan.targets] == [70, 72]
    assert "Mức 72% thấp hơn mức 75%" in notes(done)
    assert "Năm 2024: ≈ 700 hộ." in notes(done)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("hộ dân có cáp quang", INDICATOR, True),
        ("Tỷ lệ hồ sơ nộp trực tuyến", "hồ sơ thủ tục hành chính nộp trực tuyến toàn trình", True),
        ("người dân tham gia BHYT", "Tỷ lệ dân số tham gia bảo hiểm y tế", True),
        ("hộ dân dùng nước sạch", INDICATOR, False),
        ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ gia đình văn hóa", False),
        ("trường học đạt chuẩn quốc gia", "xã đạt chuẩn nông thôn mới", False),
    ],
)
def test_indicators_are_matched_in_meaning(one: str, other: str, alike: bool) -> None:
    assert (closest(one, [other]) is not None) == alike


def test_a_promise_among_the_tasks_keeps_its_count_too() -> None:
    text = "I. VIỆC | tasks\n- Hỗ trợ 20% hộ nghèo có nhà mới."
    plan = plan_from(text, Header(), Area(level="district", type="huyện", name="An Sơn"), [])
    done = draft(plan, profile(figures={"poor_households": 50}))
    assert done.plan.tasks[0].text.startswith("Hỗ trợ 20%")
