"""Nothing of a parent is dropped silently, and the draft agrees with itself: for any parent."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parents import district_plan, parents, province_plan, without_text

from docgen.draft import Draft, draft
from docgen.notes import check
from docgen.profile import Profile
from plan.model import Plan, Section
from plan.paths import blocks, walk
from plan.text import fold

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.gold.json"))
PLANS = {
    **{path.stem: Plan.model_validate_json(path.read_text("utf-8")) for path in SAMPLES},
    "district": district_plan(),
    "district as data": without_text(district_plan()),
    "province": province_plan(),
    "province as data": without_text(province_plan()),
}


def profile(kind: str, date: str, **sections: object) -> Profile:
    commune = {"type": kind, "name": "Minh Tân", "district": "An Sơn", "province": "Lam Giang"}
    return Profile.model_validate({"commune": commune, "plan": {"date": date}} | sections)


PROFILES = [
    profile("xã", "2024-03"),
    profile("thị trấn", "2025-06-30"),
    profile("phường", "2026-03"),
    profile(
        "xã",
        "2026-04-05",
        figures={"households": 1850, "villages": 9, "adults": 6400},
        targets=[
            {"indicator": "hộ dân dùng nước sạch", "value": 70, "baseline": 61.5, "as_of": 2025},
            {"indicator": "thôn có mạng cáp quang", "value": 99},
            {"indicator": "không ai có chỉ tiêu này", "value": 1},
        ],
    ),
]


def items(plan: Plan) -> set[str]:
    """The pointers of everything that must have a fate."""
    found = set(sections(plan.sections, "/sections"))
    for name in (
        "targets",
        "tasks",
        "funding",
        "schedule",
        "legal_bases",
        "recipients",
        "preamble",
    ):
        found |= {f"/{name}/{number}" for number in range(len(getattr(plan, name)))}
    for number, unit in enumerate(plan.responsibilities):
        found |= {f"/responsibilities/{number}/tasks/{n}" for n in range(len(unit.tasks))}
    return found | {f"/appendices/{number}" for number in range(len(plan.appendices))}


def sections(found: list[Section], pointer: str) -> Iterator[str]:
    for number, section in enumerate(found):
        yield f"{pointer}/{number}"
        yield from sections(section.children, f"{pointer}/{number}/children")


def at(plan: Plan, pointer: str) -> object:
    value: object = plan.model_dump()
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]  # type: ignore[index]
    return value


def everything_is_accounted_for(parent: Plan, done: Draft) -> None:
    fates = Counter(item.pointer for item in done.report.parent)
    assert set(fates.values()) == {1}
    assert items(parent) <= set(fates)
    for item in done.report.parent:
        assert bool(item.child) == (item.fate != "left_out"), item
        assert item.reason or item.fate in ("kept", "adapted"), item
        assert all(at(done.plan, pointer) is not None for pointer in item.child)
        at(parent, item.pointer)


def everything_has_an_origin(done: Draft) -> None:
    origins = {item.pointer: item for item in done.report.child}
    assert items(done.plan) <= set(origins)
    given_items = {item.pointer for item in done.report.parent}
    for item in origins.values():
        assert set(item.parent) <= given_items
        assert (item.origin == "parent") == bool(item.parent)
        assert item.parent or item.item in OF_THE_DRAFT, item


OF_THE_DRAFT = ("text", "appendix", "section", "recipient", "legal_basis")


def data_and_text_agree(plan: Plan) -> None:
    texts = [*plan.closing]
    for _, section in walk(plan.sections):
        assert section.content is not None
        texts += [" ".join(block.text for block in blocks([one])) for one in section.content]
        texts += cells(section.content)
    for appendix in plan.appendices:
        texts += cells(appendix.content)
    said = " ".join(f" {fold(text)} " for text in texts)
    duties = [duty for unit in plan.responsibilities for duty in unit.tasks]
    for reading in (*plan.targets, *plan.tasks, *duties, *plan.schedule):
        assert f" {fold(reading.text)} " in said
    for duty in duties:
        assert all(partner in duty.text for partner in duty.partners)
        assert duty.deadline is None or duty.deadline.text in duty.text
        assert duty.reports_to is None or duty.reports_to in duty.text
    assert all(f" {fold(text)} " in said for text in plan.funding)
    paths = {path for path, _ in walk(plan.sections)}
    for reading in (*plan.targets, *plan.tasks, *plan.responsibilities):
        assert reading.section in paths or reading.section is None


def cells(content: list) -> list[str]:
    return [cell for block in blocks(content) for row in block.rows for cell in row]


def units_are_those_of_the_time(plan: Plan, *, departments: bool) -> None:
    units = [
        section.title for _, section in walk(plan.sections) if section.kind == "implementation"
    ]
    other = (
        ("Công chức", "Đài Truyền thanh") if departments else ("Phòng", "Sở", "Trung tâm Phục vụ")
    )
    assert not [unit for unit in units if unit.startswith(other)]
    assert not [unit for unit in units if unit.startswith("UBND")]
    with_work = {fold(unit.unit) for unit in plan.responsibilities if unit.tasks}
    for _, top in walk(plan.sections):
        for unit in top.children if top.kind == "implementation" else ():
            assert fold(unit.title) in with_work, unit.title


def reports_come_in_time(parent: Plan, done: Draft) -> None:
    """What the commune's own units report is due before the parent's latest date of that kind."""
    asked = yearly(parent)
    for day in yearly(done.plan):
        assert not asked or day <= max(asked)


def yearly(plan: Plan) -> list[tuple[int, int]]:
    due = [duty.deadline for unit in plan.responsibilities for duty in unit.tasks]
    return [
        (one.month, one.day)
        for one in due
        if one and one.every == "year" and one.month and one.day and one.month > 1
    ]


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("own", PROFILES, ids=lambda own: own.plan.date)
def test_written_parents(name: str, own: Profile) -> None:
    parent = PLANS[name]
    holds(parent, own)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(parent=parents(), own=st.sampled_from(PROFILES))
def test_any_parent(parent: Plan, own: Profile) -> None:
    holds(parent, own)


def holds(parent: Plan, own: Profile) -> None:
    before = parent.model_dump_json()
    done = draft(parent, own)
    assert parent.model_dump_json() == before
    everything_is_accounted_for(parent, done)
    everything_has_an_origin(done)
    data_and_text_agree(done.plan)
    reports_come_in_time(parent, done)
    units_are_those_of_the_time(done.plan, departments=own.plan.date >= "2025-07-01")
    check(tuple(done.notes), done.plan)
    assert Plan.model_validate_json(done.plan.model_dump_json()) == done.plan
    assert draft(parent, own) == done
