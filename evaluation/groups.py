"""What is compared: for each group, the rows of a record and the fields that must be equal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]
Row = dict[str, Any]


@dataclass(frozen=True)
class Group:
    """`rows` takes a record apart; rows are paired by `text`, then `fields` are compared."""

    name: str
    rows: Callable[[Record], list[Row]]
    text: str
    fields: tuple[str, ...]


NOT_ANNOTATED = frozenset({"other_title"})
"""Fields that the annotations leave out."""


def facts(part: str) -> Callable[[Record], list[Row]]:
    """The filled fields of an object, one row each."""

    def rows(record: Record) -> list[Row]:
        found = record.get(part) or {}
        evidence = found.get("evidence") or {}
        return [
            {"name": name, "value": value, "evidence": {"value": evidence.get(name)}}
            for name, value in found.items()
            if value is not None and not isinstance(value, dict) and name not in NOT_ANNOTATED
        ]

    return rows


def listed(part: str) -> Callable[[Record], list[Row]]:
    """The rows of a list."""
    return lambda record: record.get(part) or []


def texts(part: str) -> Callable[[Record], list[Row]]:
    """The strings of a list as rows; their evidence stands with the record."""
    return lambda record: [
        {"text": text, "evidence": {"text": (record.get("evidence") or {}).get(f"{part}.{index}")}}
        for index, text in enumerate(record.get(part) or [])
    ]


def cited(part: str) -> Callable[[Record], list[Row]]:
    """Citations, named by their code or, where they have none, by type and subject."""

    def rows(record: Record) -> list[Row]:
        return [
            {**one, "named": one["code"] or f"{one['doc_type']} {one['subject']}"}
            for one in record.get(part) or []
        ]

    return rows


def sections(record: Record) -> list[Row]:
    """All sections of the outline, depth first."""

    def walk(found: list[Row]) -> Iterator[Row]:
        for one in found:
            yield one
            yield from walk(one.get("children") or [])

    return list(walk(record.get("sections") or []))


def targets(record: Record) -> list[Row]:
    """Targets, paired by text and value, because one item may give several."""
    return [
        {**one, "named": f"{one['text']} {one['value']} {one['year']}"}
        for one in record.get("targets") or []
    ]


def duties(record: Record) -> list[Row]:
    """Every duty with its unit; roles as a set, the deadline as what it means."""
    return [
        {
            **task,
            "unit": one["unit"],
            "roles": sorted(task.get("roles") or []),
            "deadline": meaning(task.get("deadline")),
        }
        for one in record.get("responsibilities") or []
        for task in one.get("tasks") or []
    ]


def schedule(record: Record) -> list[Row]:
    """Assignments; the deadline as what it means."""
    return [
        {**one, "deadline": meaning(one.get("deadline"))} for one in record.get("schedule") or []
    ]


def meaning(deadline: Row | None) -> tuple[object, ...] | None:
    """What a deadline means, whatever its words."""
    if deadline is None:
        return None
    return tuple(deadline.get(name) for name in ("date", "every", "month", "day"))


GROUPS = (
    Group("header", facts("header"), "name", ("value",)),
    Group("area", facts("area"), "name", ("value",)),
    Group("period", facts("period"), "name", ("value",)),
    Group("legal_bases", cited("legal_bases"), "named", ("doc_type", "date", "issuer")),
    Group("citations", cited("citations"), "named", ("doc_type", "date")),
    Group("sections", sections, "title", ("label", "level", "kind")),
    Group(
        "targets", targets, "named", ("comparator", "value", "value_max", "unit", "year", "section")
    ),
    Group("tasks", listed("tasks"), "text", ("section", "kind")),
    Group("units", listed("responsibilities"), "unit", ("section",)),
    Group("duties", duties, "text", ("unit", "roles", "partners", "deadline", "reports_to")),
    Group("schedule", schedule, "text", ("lead", "partners", "deadline", "output", "group")),
    Group("funding", texts("funding"), "text", ()),
    Group("recipients", listed("recipients"), "name", ("note",)),
    Group("filing", texts("filing"), "text", ()),
    Group("signature", facts("signature"), "name", ("value",)),
)
