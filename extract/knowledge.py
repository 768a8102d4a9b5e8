"""The word lists that patterns are made of: data files of this package, and an office's own.

Each file in `data/` says where its words are from (`source`) and, for words that are patterns,
gives `examples` that they match; `forms` says what else stands in it.
"""

import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import regex

from plan.errors import ConfigurationError
from plan.messages import N_

EDGE = r"(?<![\p{L}\d])"
END = r"(?![\p{L}\d])"
ABOUT = frozenset({"source", "examples"})
"""Keys that tell of the words and are none."""

Words = dict[str, Any]
"""A data file as TOML gives it: lists of words, and rows of words with what they mean."""

_added: list[Path] = []


@cache
def table(name: str) -> Words:
    """The data file `name` (without suffix) with the words that were added to it, read once."""
    words = own(name)
    for folder in _added:
        file = folder / f"{name}.toml"
        if file.exists():
            words = joined(read(file), words)
    return {key: value for key, value in words.items() if key not in ABOUT}


def own(name: str) -> Words:
    """The data file `name` as it comes with the program."""
    return read(files()[name])


def read(file: Traversable) -> Words:
    """What a data file says; an editor may have put a mark for UTF-8 before it (Windows).

    Raises:
        tomllib.TOMLDecodeError: it is not TOML.
        UnicodeDecodeError: it is not in UTF-8.
    """
    text = file.read_text("utf-8-sig")
    return tomllib.loads(unicodedata.normalize("NFC", text))


@cache
def files() -> dict[str, Traversable]:
    """Name → data file of this package."""
    found = resources.files("extract").joinpath("data").iterdir()
    return {f.name.removesuffix(".toml"): f for f in found if f.name.endswith(".toml")}


def add(folder: Path) -> None:
    """Put an office's own words before those of the program, for all that is read afterwards.

    `folder` holds files with the names and the form of those in `data/`, each with only what is
    new. It must come before the first document is read, because patterns are made then.

    Raises:
        ConfigurationError: a file has another name or form, or a pattern is wrong; all at once.
    """
    from extract.additions import faults

    if table.cache_info().currsize:
        message = "knowledge must be added before the first document is read"
        raise RuntimeError(message)
    found = list(faults(folder))
    if found:
        raise ConfigurationError(
            N_("{folder}: the knowledge cannot be used; correct these"), *found, folder=str(folder)
        )
    _added.append(folder)


def joined(new: Words, old: Words) -> Words:
    """Both, the new words first: where several fit, the first one counts."""
    both = dict(old)
    for key, value in new.items():
        if isinstance(value, dict):
            both[key] = joined(value, old[key])
        else:
            both[key] = value if key in ABOUT else [*value, *old[key]]
    return both


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
