"""Kinds of administrative units (loại đơn vị hành chính) as a table."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from plan.model import Level, UnitType

TWO_LEVELS_SINCE = "2025-07-01"
"""The day from which there is no district level (Luật 72/2025/QH15)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of unit.

    `written` lists how plans print it, `committee` and `youth` name its Party committee (cấp ủy)
    and its Youth Union, `village` the usual word for the groups below a commune; `since` and
    `until` (ISO, exclusive) bound the time in which the kind exists.
    """

    level: Level
    written: list[str]
    committee: str
    youth: str
    village: str | None = None
    urban: bool = False
    since: str = ""
    until: str = "9999"


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name (`"xã"`, `"thị xã"`)."""
    table = tomllib.loads((files("plan") / "data" / "levels.toml").read_text(encoding="utf-8"))
    return {name: Kind(**row) for name, row in table.items()}


def communes() -> list[UnitType]:
    """The kinds of commune, in the order of the table."""
    return [name for name, kind in kinds().items() if kind.level == "commune"]  # type: ignore[misc]  # the keys of the table are the literals of UnitType


def exists(kind: str, date: str) -> bool:
    """Whether units of this `kind` exist on an ISO `date` (a month or a year will do)."""
    row = kinds()[kind]
    return row.since[: len(date)] <= date < row.until[: len(date)]
