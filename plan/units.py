"""Departments above and the commune's own posts, by field of work (lĩnh vực), as tables.

Sources: Nghị định 33/2023/NĐ-CP (civil servants of a commune until 2025-06-30), Nghị định
37/2014 and 45/2025/NĐ-CP (departments of a district), Nghị định 150/2025/NĐ-CP (departments of
a commune since 2025-07-01).
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import regex

from plan.levels import TWO_LEVELS_SINCE, kinds
from plan.patterns import any_of
from plan.text import fold

COORDINATOR = "office"
"""The field that takes what no other field claims."""
_BEGINNING = 50
_NO_OFFICE = r"(?<!(?:cơ|trụ)\s)"
"""What keeps `Sở Y tế` apart from `cơ sở y tế`."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work: who has it above, which post at the commune, and the words that tell it."""

    before: str
    after: str
    above: list[str]
    outside: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)


class Mention(NamedTuple):
    """A department named in a text: where it stands and the field it is for."""

    start: int
    end: int
    field: str


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((files("plan") / "data" / "units.toml").read_text(encoding="utf-8"))


@cache
def fields() -> dict[str, Field]:
    """Every field of work by its key, in the order of the table."""
    return {key: Field(**row) for key, row in _tables()["fields"].items()}


def ministries() -> list[str]:
    """The ministries (bộ) by name, of today and of before 2025-03-01."""
    return list(_tables()["ministries"])


def post(key: str, date: str, commune_type: str) -> str:
    """The commune's post or department for the field `key` by the table for an ISO `date`."""
    regime = "before" if date < TWO_LEVELS_SINCE[: len(date)] else "after"
    name = _tables()["posts"][regime][getattr(fields()[key], regime)]
    if isinstance(name, dict):
        name = name["urban" if kinds()[commune_type].urban else "rural"]
    return str(name).format(type=commune_type)


def mentions(text: str) -> Iterator[Mention]:
    """The departments of a superior's committee that `text` names, in order."""
    pattern, field_by_name = _names("above")
    for match in pattern.finditer(text):
        yield Mention(match.start(), match.end(), field_by_name[_plain(match[0])])


def field_of_body(name: str) -> str | None:
    """The field of the department that `name` names, or of the outside body; else None."""
    first = next(mentions(name), None)
    if first:
        return first.field
    pattern, field_by_name = _names("outside")
    match = pattern.search(name)
    return field_by_name[_plain(match[0])] if match else None


def field_about(text: str) -> str | None:
    """The field whose keywords `text` holds most of, those it begins with counting thrice.

    Where equal, the one that is named first; `None` where none is.
    """
    low = text.lower()
    scores = {}
    for key, row in fields().items():
        places = [low.find(word) for word in row.keywords if word in low]
        if places:
            begun = sum(place < _BEGINNING for place in places)
            scores[key] = (len(places) + 2 * begun, -min(places))
    return max(scores, key=lambda key: scores[key], default=None)


@cache
def _names(column: str) -> tuple[regex.Pattern[str], dict[str, str]]:
    """A pattern for the names in a column of the table, and the field of each."""
    field_by_name = {name: key for key, row in fields().items() for name in getattr(row, column)}
    pattern = regex.compile(_NO_OFFICE + any_of(list(field_by_name)), regex.IGNORECASE)
    return pattern, {_plain(name): key for name, key in field_by_name.items()}


def _plain(name: str) -> str:
    """A name without marks and connectors, so that its spellings are equal."""
    return " ".join(word for word in fold(name).split() if word != "va")
