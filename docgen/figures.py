"""What a commune counts (hộ, thôn, người), as a table: the whole that a share is taken of."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import regex

from plan.patterns import any_of, name_pattern


@dataclass(frozen=True, slots=True)
class Figure:
    """Something that is counted: how indicators name it and what one of it is called."""

    nouns: list[str]
    counted: str
    example: str
    verbs: list[str] = field(default_factory=list)


class Whole(NamedTuple):
    """What a share is of: its key in the table, and the noun by which the indicator names it."""

    key: str
    noun: str


@cache
def _figures() -> dict[str, Figure]:
    text = (files("docgen") / "data" / "figures.toml").read_text(encoding="utf-8")
    return {key: Figure(**row) for key, row in tomllib.loads(text).items()}


def countable() -> list[str]:
    """The keys of what a commune may count."""
    return list(_figures())


def counted(key: str, villages: str) -> str:
    """What one of the things of `key` is called; `villages` is the commune's word for its own."""
    return _figures()[key].counted.format(villages=villages)


def whole_of(indicator: str) -> Whole | None:
    """What `indicator` measures a share of; `None` where the table does not have it."""
    found = (
        Whole(key, match["noun"]) for key in _figures() if (match := _head(key).match(indicator))
    )
    return max(found, key=lambda whole: len(whole.noun), default=None)


@cache
def _head(key: str) -> regex.Pattern[str]:
    """A pattern for indicators that begin with what `key` counts."""
    row = _figures()[key]
    names = "|".join(name_pattern(noun) for noun in sorted(row.nouns, key=len, reverse=True))
    follows = rf"(?=\s+{any_of(row.verbs)})" if row.verbs else ""
    return regex.compile(
        rf"(?:tỷ\s+lệ\s+)?(?:số\s+)?(?:các\s+)?(?P<noun>(?>{names}))(?![\w,]){follows}",
        regex.IGNORECASE,
    )
