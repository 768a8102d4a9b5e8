"""The words and patterns that components are recognised by (`data/components.toml`)."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import regex

from plan.patterns import spelled


@cache
def _table() -> dict[str, Any]:
    text = (files("docgen") / "data" / "components.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def pattern(name: str) -> regex.Pattern[str]:
    """The pattern of the component `name`."""
    return regex.compile(_table()["patterns"][name], regex.IGNORECASE)


def fits(name: str, text: str) -> bool:
    """Whether `text` is what the pattern `name` is for."""
    return bool(pattern(name).search(one_way(text)))


@lru_cache(maxsize=4096)
def one_way(text: str) -> str:
    """`text` with single blanks and every tone at one place, its letters in their case."""
    plain = " ".join(text.split())
    low = spelled(plain)
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(plain, low, strict=False)
    )


@cache
def filled(rule_id: str) -> regex.Pattern[str] | None:
    """What a text must have for the rule to be decided; `None` where it always is."""
    said = _table()["filled"].get(rule_id)
    return regex.compile(said) if said else None


@cache
def names(kind: str) -> tuple[str, ...]:
    """A list of words on the names of bodies."""
    return tuple(_table()["names"][kind])


def begins_name(line: str) -> bool:
    """Whether a line of the head, in capitals, begins the name of a body."""
    text = f"{one_way(line).upper()} "
    return _begins(text, names("heads")) and not _begins(text, names("goes-on"))


def names_unit(line: str) -> bool:
    """Whether a line is the unit's part of a committee's name: `XÃ …`, `TỈNH …`."""
    return _begins(f"{one_way(line).upper()} ", names("units"))


def is_open(line: str) -> bool:
    """Whether a line of a name goes on in the next."""
    return line.rstrip().upper().endswith(names("open"))


def _begins(text: str, words: tuple[str, ...]) -> bool:
    return any(text.startswith(f"{word} ") for word in words)
