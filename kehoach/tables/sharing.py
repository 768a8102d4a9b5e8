"""The sheet Phân công: what each unit leads, carries out and joins, and by when."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kehoach.tables.table import Column, Table
from kehoach.tables.words import chosen, day
from plan.model import Evidence, Plan, Span
from plan.workload import Part, Share, Work, Workload, workload

NOTES = {
    "several-lead": "nhiều đơn vị cùng chủ trì",
    "nobody-leads": "chưa rõ đơn vị chủ trì",
}
"""Code of a finding on work → what stands in the row of the work."""


class Row(NamedTuple):
    """The part of one unit in one work; without a unit, work that is given to nobody."""

    unit: str | None
    part: Part | None
    text: str
    leads: list[str]
    others: list[str]
    deadline: list[str]
    date: str | None
    output: str | None
    section: str | None
    notes: list[str]
    span: Span | None
    evidence: Mapping[str, Evidence]


def rows(plan: Plan) -> Iterator[Row]:
    """Work given to nobody, then unit by unit."""
    found = workload(plan)
    yield from (_row(found, None, work) for work in found.works if not work.parts)
    yield from (_row(found, share, share.work) for share in found.shares())


def _row(found: Workload, share: Share | None, work: Work) -> Row:
    leaders = work.units("lead")
    own = share.unit if share else None
    others = [unit for unit in work.parts if unit not in {own, *leaders}]
    dates = [deadline.date for deadline in work.deadlines if deadline.date]
    return Row(
        unit=found.name(share.unit) if share else None,
        part=share.part if share else None,
        text=work.text,
        leads=[found.name(unit) for unit in leaders if unit != own],
        others=[found.name(unit) for unit in others],
        deadline=[deadline.text for deadline in work.deadlines],
        date=dates[0] if dates else None,
        output=work.output,
        section=work.section,
        notes=[NOTES[one.code] for one in work.findings],
        span=work.span,
        evidence=work.evidence,
    )


SHARING = Table(
    "workload",
    "Phân công",
    rows,
    (
        Column("unit", "Đơn vị"),
        Column("part", "Vai trò", chosen),
        Column("text", "Công việc"),
        Column("leads", "Đơn vị chủ trì khác"),
        Column("others", "Cùng tham gia"),
        Column("deadline", "Thời hạn"),
        Column("date", "Ngày đến hạn", day),
        Column("output", "Sản phẩm"),
        Column("section", "Mục"),
        Column("notes", "Cần xem lại"),
    ),
)
