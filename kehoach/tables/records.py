"""The tables of what a plan holds: a row for each target, task, duty, row of a table of work."""

from collections.abc import Iterator

from kehoach.tables.table import Column, Table
from kehoach.tables.words import chosen, day, sign
from plan.model import Citation, Duty, Plan, Text

SECTION = Column("section", "Mục")
KIND = Column("kind", "Loại mục", chosen)
TEXT = Column("text", "Nội dung")
DEADLINE = (
    Column("deadline.text", "Thời hạn"),
    Column("deadline.date", "Ngày đến hạn", day),
    Column("deadline.every", "Định kỳ", chosen),
    Column("deadline.month", "Tháng"),
    Column("deadline.day", "Ngày"),
)


class UnitDuty(Duty):
    """A duty together with the unit that has it."""

    unit: Text
    section: Text | None = None


class Reference(Citation):
    """A document that is named, and as what."""

    role: Text


def duties(plan: Plan) -> Iterator[UnitDuty]:
    """Each duty of each unit; a unit without any is left out."""
    for told in plan.responsibilities:
        for duty in told.tasks:
            found = UnitDuty(**dict(duty), unit=told.unit, section=told.section)
            found.evidence = {**told.evidence, **duty.evidence}
            yield found


def references(plan: Plan) -> Iterator[Reference]:
    """The documents that the plan rests on, then the others that it names."""
    for role, found in (("Căn cứ", plan.legal_bases), ("Viện dẫn", plan.citations)):
        yield from (Reference(**dict(citation), role=role) for citation in found)


TARGETS = Table(
    "targets",
    "Chỉ tiêu",
    lambda plan: plan.targets,
    (
        SECTION,
        KIND,
        TEXT,
        Column("indicator", "Chỉ số"),
        Column("comparator", "So sánh", sign),
        Column("value", "Giá trị"),
        Column("value_max", "Đến giá trị"),
        Column("unit", "Đơn vị tính"),
        Column("year", "Năm"),
        Column("baseline.value", "Hiện trạng"),
        Column("baseline.unit", "Đơn vị hiện trạng"),
        Column("baseline.as_of", "Thời điểm hiện trạng", day),
    ),
)
TASKS = Table("tasks", "Nhiệm vụ", lambda plan: plan.tasks, (SECTION, KIND, TEXT))
RESPONSIBILITIES = Table(
    "responsibilities",
    "Trách nhiệm",
    duties,
    (
        SECTION,
        Column("unit", "Đơn vị"),
        Column("roles", "Vai trò", chosen),
        TEXT,
        Column("partners", "Phối hợp với"),
        *DEADLINE,
        Column("reports_to", "Báo cáo cho"),
    ),
)
SCHEDULE = Table(
    "schedule",
    "Lịch công việc",
    lambda plan: plan.schedule,
    (
        Column("group", "Nhóm"),
        TEXT,
        Column("lead", "Chủ trì"),
        Column("partners", "Phối hợp"),
        *DEADLINE,
        Column("output", "Sản phẩm"),
    ),
)
REFERENCES = Table(
    "references",
    "Văn bản viện dẫn",
    references,
    (
        Column("role", "Quan hệ"),
        Column("doc_type", "Loại văn bản"),
        Column("code", "Số, ký hiệu"),
        Column("date", "Ngày ban hành", day),
        Column("issuer", "Cơ quan ban hành"),
        Column("subject", "Trích yếu"),
    ),
)
RECIPIENTS = Table(
    "recipients",
    "Nơi nhận",
    lambda plan: plan.recipients,
    (Column("name", "Nơi nhận"), Column("note", "Ghi chú")),
)
FOR_PROGRAMS = {table.key: table for table in (TARGETS, TASKS, RESPONSIBILITIES, SCHEDULE)}
"""The tables that CSV has, by name."""
