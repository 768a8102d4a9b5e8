"""The tables of an archive: those of CSV and workbook, each row with its document and place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kehoach.language import vietnamese
from kehoach.tables.facts import KNOWN
from kehoach.tables.records import (
    RECIPIENTS,
    REFERENCES,
    RESPONSIBILITIES,
    SCHEDULE,
    TARGETS,
    TASKS,
)
from kehoach.tables.table import Column, Table
from plan.messages import fill
from plan.model import Evidence, Plan, Span

TYPES = {
    "number": "INTEGER",
    "period_start": "INTEGER",
    "period_end": "INTEGER",
    "period_vision": "INTEGER",
    "source_pages": "INTEGER",
    "value": "REAL",
    "value_max": "REAL",
    "baseline_value": "REAL",
    "year": "INTEGER",
    "deadline_month": "INTEGER",
    "deadline_day": "INTEGER",
}
"""Name of a column → its type in SQLite, where that is not text."""


class FindingRow(NamedTuple):
    """A point to look at, its sentence in Vietnamese as in every document."""

    code: str
    severity: str
    message: str
    span: Span | None
    evidence: Mapping[str, Evidence]


def findings(plan: Plan) -> Iterator[FindingRow]:
    """The findings of a plan as rows."""
    for one in plan.findings:
        said = fill(vietnamese(one.template), one.args)
        yield FindingRow(one.code, one.severity, said, one.span, {})


FINDINGS = Table(
    "findings",
    "Cần xem lại",
    findings,
    (Column("code", "Mã"), Column("severity", "Mức độ"), Column("message", "Nội dung")),
)


def numbered(*fields: str) -> Callable[[Plan], Iterator[str]]:
    """The places of the entries of some lists of a plan, one list after another."""

    def places(plan: Plan) -> Iterator[str]:
        for field in fields:
            yield from (f"{field}.{number}" for number in range(len(getattr(plan, field))))

    return places


def duty_places(plan: Plan) -> Iterator[str]:
    """The places of the duties, unit by unit."""
    for unit, told in enumerate(plan.responsibilities):
        yield from (f"responsibilities.{unit}.tasks.{duty}" for duty in range(len(told.tasks)))


@dataclass(frozen=True)
class Kept:
    """A table as the archive keeps it.

    `places` tells where each row's record is in its plan; `keys` are the columns by which rows of
    different documents are found to speak of the same, and are kept without marks for that.
    """

    table: Table
    places: Callable[[Plan], Iterable[str]]
    keys: tuple[str, ...]

    @property
    def name(self) -> str:
        """The table's name in the database."""
        return NAMES.get(self.table.key, self.table.key)


NAMES = {"responsibilities": "duties", "references": "citations"}
"""Key of a table → its name in the database, where people expect another."""

KEPT = (
    Kept(TARGETS, numbered("targets"), ("indicator",)),
    Kept(TASKS, numbered("tasks"), ()),
    Kept(RESPONSIBILITIES, duty_places, ("unit",)),
    Kept(SCHEDULE, numbered("schedule"), ("lead",)),
    Kept(REFERENCES, numbered("legal_bases", "citations"), ("code", "issuer")),
    Kept(RECIPIENTS, numbered("recipients"), ("name",)),
    Kept(FINDINGS, numbered("findings"), ()),
)
"""The tables with a row for each part of a plan."""

FACTS: tuple[Column, ...] = tuple(KNOWN)
"""What the table of plans tells of each."""


def name_of(column: Column) -> str:
    """A column's name in the database: its way in the JSON, `deadline_date` for `deadline.date`."""
    return column.key.removeprefix("header.").replace(".", "_")


def type_of(name: str) -> str:
    """The type in SQLite of the column `name`."""
    return TYPES.get(name, "TEXT")


def value_of(column: Column, record: object) -> Any:  # noqa: ANN401 - any value of a model
    """A value as the database keeps it: the entries of a list one after another."""
    found = column.value(record)
    return "; ".join(found) or None if isinstance(found, list) else found
