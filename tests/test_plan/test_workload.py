"""Prose and tables in one view: who leads, carries out and joins, and what is left unsaid."""

from hypothesis import given, settings
from strategies import wild_plans

from plan.model import Area, Assignment, Deadline, Duty, Plan, Responsibility, Role
from plan.workload import Share, workload

TRAINING = "Tập huấn kỹ năng số cho cán bộ thôn"


def row(text: str, lead: list[str], partners: list[str] | None = None, due: str = "") -> Assignment:
    deadline = Deadline(text=due) if due else None
    return Assignment(text=text, lead=lead, partners=partners or [], deadline=deadline)


def told(unit: str, text: str, *roles: Role, partners: list[str] | None = None) -> Responsibility:
    duty = Duty(text=text, roles=list(roles), partners=partners or [])
    return Responsibility(unit=unit, tasks=[duty])


def plan(*parts: Assignment | Responsibility) -> Plan:
    return Plan(
        area=Area(type="xã", name="Đức An"),
        schedule=[part for part in parts if isinstance(part, Assignment)],
        responsibilities=[part for part in parts if isinstance(part, Responsibility)],
    )


def seen(found: Plan) -> list[tuple[str, str, str]]:
    work = workload(found)
    return [(work.name(unit), part, its.text) for unit, part, its in work.shares()]


def codes(found: Plan) -> list[str]:
    return [finding.code for finding in workload(found).findings]


def test_a_row_gives_each_of_its_units_a_part() -> None:
    found = plan(row(TRAINING, ["Phòng Kinh tế"], ["Công an xã", "các thôn"]))
    assert seen(found) == [
        ("Phòng Kinh tế", "lead", TRAINING),
        ("Công an xã", "coordinate", TRAINING),
        ("các thôn", "coordinate", TRAINING),
    ]
    assert codes(found) == []


def test_a_duty_gives_a_part_by_its_roles() -> None:
    found = plan(
        told("A", "Chủ trì họp giao ban.", "lead", "coordinate", partners=["B"]),
        told("C", "Hướng dẫn các thôn.", "guide"),
        told("D", "Phối hợp với A kiểm tra.", "coordinate", partners=["A"]),
        told("E", "Bố trí nhân lực; phối hợp với A kiểm tra.", "coordinate", partners=["A"]),
    )
    parts = {(unit, part) for unit, part, _ in seen(found)}
    assert parts == {
        ("A", "lead"), ("B", "coordinate"), ("C", "implement"), ("D", "coordinate"),
        ("A", "coordinate"), ("E", "implement"),
    }  # fmt: skip


def test_a_unit_has_its_works_together_those_it_leads_first() -> None:
    found = plan(
        row("Việc một", ["A"], ["UBND xã"]),
        row("Việc hai", ["Ủy ban nhân dân xã Đức An"], ["A"]),
        row("Việc ba", ["UBND xã"]),
    )
    assert seen(found) == [
        ("A", "lead", "Việc một"),
        ("A", "coordinate", "Việc hai"),
        ("UBND xã", "lead", "Việc hai"),
        ("UBND xã", "lead", "Việc ba"),
        ("UBND xã", "coordinate", "Việc một"),
    ]


def test_a_duty_that_repeats_a_row_is_the_same_work() -> None:
    found = plan(
        row(TRAINING, ["Phòng Kinh tế"], due="Quý II/2026"),
        told(
            "Công an xã", f"Phối hợp với Phòng Kinh tế {TRAINING.lower()}; báo cáo.", "coordinate"
        ),
    )
    (work,) = workload(found).works
    assert work.parts == {"phòng kinh tế": "lead", "công an": "coordinate"}
    assert [deadline.text for deadline in work.deadlines] == ["Quý II/2026"]


def test_a_longer_task_that_begins_alike_is_another_work() -> None:
    found = plan(row(TRAINING, ["A"]), told("B", f"{TRAINING} và người cao tuổi.", "lead"))
    assert len(workload(found).works) == 2


def test_short_texts_are_never_joined() -> None:
    found = plan(row("Báo cáo kết quả", ["A"]), row("Báo cáo kết quả", ["B"]))
    assert codes(found) == []


def test_work_that_several_lead_is_told() -> None:
    assert codes(plan(row("Số hóa hồ sơ", ["A", "B"]))) == ["several-lead"]
    twice = plan(told("A", f"{TRAINING}.", "lead"), told("B", f"{TRAINING};", "lead"))
    (finding,) = workload(twice).findings
    assert finding.code == "several-lead"
    assert finding.message == f"A, B are both to lead the same work: {TRAINING}."


def test_a_unit_written_twice_is_one_leader() -> None:
    assert codes(plan(row(TRAINING, ["UBND xã", "Ủy ban nhân dân xã Đức An"]))) == []


def test_work_that_nobody_leads_is_told() -> None:
    assert codes(plan(row(TRAINING, []))) == ["nobody-leads"]
    assert codes(plan(row(TRAINING, [], ["A"]))) == ["nobody-leads"]
    assert codes(plan(row(TRAINING, [], ["A"]), told("B", TRAINING, "lead"))) == []
    assert codes(plan(told("A", "Tổ chức thực hiện.", "implement"))) == []


@settings(max_examples=50, deadline=None)
@given(wild_plans)
def test_no_work_and_no_unit_is_lost(found: Plan) -> None:
    named = {name for a in found.schedule for name in (*a.lead, *a.partners)}
    named |= {r.unit for r in found.responsibilities if r.tasks}
    view = workload(found)
    shares: list[Share] = list(view.shares())
    assert sum(len(work.parts) for work in view.works) == len(shares)
    assert bool(named) == bool(shares)
    said = {a.text for a in found.schedule} | {
        d.text for r in found.responsibilities for d in r.tasks
    }
    assert {work.text for work in view.works} <= said
