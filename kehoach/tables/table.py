"""What a table is: columns that look into records, and the values that they show."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any, NamedTuple

from plan.model import Plan

Value = str | int | float | list[str] | None
"""What a record holds."""
Cell = str | int | float | date | None
"""What a cell of a workbook holds."""


class Document(NamedTuple):
    """A plan under the name of the file that it was read from."""

    name: str
    plan: Plan


def listed(value: Value) -> Cell:
    """A value as a cell: the entries of a list one after another; nothing for an empty one."""
    return "; ".join(value) or None if isinstance(value, list) else value


@dataclass(frozen=True)
class Column:
    """A column of a table.

    `key` is the way to the value in a record, as in JSON (`baseline.value`), and the column's name
    for programs; `title` is its name for people. `shown` makes of the value what people see.
    """

    key: str
    title: str
    shown: Callable[[Any], Cell] = listed

    def value(self, record: object) -> Any:  # noqa: ANN401 - any value of a model
        """The value in `record`; `None` where the way to it breaks off."""
        return reduce(_step, self.key.split("."), record)


def _step(record: object, name: str) -> object:
    return None if record is None else getattr(record, name)


@dataclass(frozen=True)
class Table:
    """A table: `key` is its name for programs, `title` for people.

    `rows` finds its records; each has a `span`, its place, and `evidence` by field.
    """

    key: str
    title: str
    rows: Callable[[Plan], Iterable[Any]]
    columns: Sequence[Column]
