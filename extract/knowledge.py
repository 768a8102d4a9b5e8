"""The word lists that patterns are made of: data files of this package, and patterns from them."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import regex

EDGE = r"(?<![\p{L}\d])"
END = r"(?![\p{L}\d])"


@cache
def table(name: str) -> dict[str, Any]:
    """The data file `name` (without suffix), read once."""
    return tomllib.loads(
        resources.files("extract").joinpath(f"data/{name}.toml").read_text("utf-8")
    )


def either(patterns: Iterable[str]) -> str:
    """One pattern for any of `patterns`, which stand in order of preference."""
    return "(?:" + "|".join(patterns) + ")"


def any_of(words: Iterable[str]) -> regex.Pattern[str]:
    """A pattern for any of `words` as whole words, longer ones first."""
    return _any_of(tuple(words))


@cache
def _any_of(words: tuple[str, ...]) -> regex.Pattern[str]:
    return regex.compile(
        EDGE + either(map(regex.escape, sorted(words, key=len, reverse=True))) + END
    )
