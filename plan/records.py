"""The parts of a plan, one after another, with their paths."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from plan.model import Found, Plan, Record

Place = tuple[str | int, ...]
"""How to come from a plan to one of its parts: `("targets", 3, "baseline")`."""


@cache
def fields_of(kind: type[Record]) -> tuple[str, ...]:
    """The names of a record's fields that hold what was read, not where or how surely."""
    return tuple(name for name in kind.model_fields if name not in {"span", "evidence"})


@cache
def record_fields_of(kind: type[Record]) -> tuple[str, ...]:
    """The names of those fields that may hold records."""
    return tuple(name for name in fields_of(kind) if holds(kind.model_fields[name].annotation))


def holds(annotation: object) -> bool:
    """Whether what is annotated so may hold a record."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(map(holds, get_args(annotation)))


def records(record: Record, place: Place = ()) -> Iterator[tuple[Place, Record]]:
    """`record` and every record in it, depth first, places and evidence left aside."""
    yield place, record
    for name in record_fields_of(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from records(value, (*place, name))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, Record):
                    yield from records(item, (*place, name, index))


def without_places(plan: Plan) -> Plan:
    """A copy of `plan` that says nothing of the document it was read from."""
    copy = plan.model_copy(deep=True)
    for _, record in records(copy):
        if "span" in type(record).model_fields:
            record.span = None  # type: ignore[attr-defined]  # every record that has one
        if isinstance(record, Found):
            record.evidence = {}
    return copy
