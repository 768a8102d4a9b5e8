"""The sheet Cần xem lại: findings, and values that are not sure, each with the reason."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extract.doubts import SAYS
from kehoach.language import vietnamese
from kehoach.review.items import is_doubtful
from kehoach.review.words import CHOICE_NAMES, CONFLICT, FIELD_NAMES, KIND_NAMES
from kehoach.tables.table import Column, Table
from plan.messages import fill
from plan.model import Baseline, Candidate, Deadline, Evidence, Finding, Found, Plan, Span
from plan.records import records
from plan.workload import workload

SEVERITIES = {"warning": "Cảnh báo", "info": "Ghi chú"}
REASONS = {"conflict": CONFLICT, **SAYS}
"""Code of a doubt → what a person reads."""
ORIGINS = {
    "print": "chữ in",
    "stamp": "chữ đóng dấu",
    "signature": "chữ ký số",
    "file_name": "tên tệp",
    "person": "người xem",
}
"""Where a candidate is from → how a person reads it."""


class Row(NamedTuple):
    """One thing to look at: what it is, the value as it was read, and why it is not sure."""

    kind: str
    field: str | None
    value: str | None
    reasons: list[str]
    candidates: list[str]
    span: Span | None
    evidence: Mapping[str, Evidence]


def rows(plan: Plan) -> Iterator[Row]:
    """Findings first, then the values in the order of the data."""
    for finding in (*plan.findings, *workload(plan).findings):
        yield _of_finding(finding)
    for place, record in records(plan):
        if isinstance(record, Found) and place:
            for name, evidence in record.evidence.items():
                if is_doubtful(evidence):
                    yield _of_value(record, name, evidence)


def _of_finding(finding: Finding) -> Row:
    said = fill(vietnamese(finding.template), finding.args)
    return Row(SEVERITIES[finding.severity], None, None, [said], [], finding.span, {})


def _of_value(record: Found, name: str, evidence: Evidence) -> Row:
    kind, field = KIND_NAMES[type(record).__name__], FIELD_NAMES[name]
    return Row(
        kind=vietnamese(kind),
        field=vietnamese(field),
        value=_told(getattr(record, name)),
        reasons=[vietnamese(REASONS[code]) for code in evidence.doubts],
        candidates=[_candidate(one) for one in evidence.candidates],
        span=evidence.span or record.span,
        evidence={name: evidence},
    )


def _told(value: object) -> str | None:
    """Any value of a record as text."""
    if isinstance(value, list):
        return "; ".join(str(_told(one)) for one in value)
    if isinstance(value, Deadline):
        return value.text
    if isinstance(value, Baseline):
        return f"{value.value} {value.unit or ''}".rstrip()
    if isinstance(value, str) and value in CHOICE_NAMES:
        return vietnamese(CHOICE_NAMES[value])
    return None if value is None else str(value)


def _candidate(one: Candidate) -> str:
    return f"{one.value} ({ORIGINS[one.origin]})"


DOUBTFUL = Table(
    "doubtful",
    "Cần xem lại",
    rows,
    (
        Column("kind", "Thuộc phần"),
        Column("field", "Thông tin"),
        Column("value", "Giá trị đã đọc"),
        Column("reasons", "Lý do"),
        Column("candidates", "Các giá trị tìm thấy"),
    ),
)
