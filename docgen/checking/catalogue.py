"""The catalogue of format rules: every fact of Decree 30/2020/NĐ-CP as a row of `data/rules`.

A rule is one record, which says what must be, where that is written, how it is decided and what
the generator writes. What each field means is told at the top of `page.toml`.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby
from string import Formatter
from typing import Annotated, Any, Literal, Self

import regex
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    model_validator,
)

Severity = Literal["error", "warning", "note"]
Strength = Literal["law", "sample", "practice"]
Wanted = bool | int | float | str | list[int | float] | list[str] | list[list[int | float]]
"""What a property of print must be: a value, one of several, a range, or one of several ranges."""
Example = str | dict[str, bool | int | float | str]
"""A text, texts by component, or properties of print."""

IN_FORCE = date(2020, 3, 5)
"""The day on which the decree came into force (Điều 37)."""
GROUPS = (
    "page",
    "header",
    "number",
    "title",
    "legal-basis",
    "body",
    "signature",
    "recipients",
    "appendix",
    "spelling",
    "citations",
)
"""The files of the catalogue, in the order of a document."""
PLACES = {"is", "should", "text"}
"""What a message may be filled with."""
HIGHEST: dict[Strength, Severity] = {"law": "error", "sample": "warning", "practice": "note"}
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")


def _compiled(pattern: object) -> object:
    try:
        return regex.compile(pattern) if isinstance(pattern, str) else pattern
    except regex.error as error:
        raise ValueError(f"{pattern} is no pattern: {error}") from error


Pattern = Annotated[
    regex.Pattern[str],
    BeforeValidator(_compiled),
    PlainSerializer(lambda pattern: pattern.pattern, return_type=str),
]


class Form(BaseModel):
    """What a table may hold: these names and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Told(Form):
    """The same words in Vietnamese and in English."""

    vi: str
    en: str


class Rule(Form):
    """One fact of the decree, or one habit beside it."""

    id: str
    of: str
    clause: str
    strength: Strength
    level: Literal["M", "H", "N"]
    since: date = IN_FORCE
    until: date | None = None
    severity: Severity | None = None
    requirement: Told
    message: Told | None = None
    look: dict[str, Wanted] = {}
    tolerance: float = 0
    must: Pattern | None = None
    never: list[Pattern] = []
    instead: list[str] = []
    swap: bool = False
    words: list[str] = []
    check: str | None = None
    unchecked: Told | None = None
    write: Any = None
    fix: str | None = None
    wrong: list[Example] = []
    right: list[Example] = []

    @property
    def decides(self) -> bool:
        """Whether the rule is decided at all."""
        return self.unchecked is None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        faults = list(_faults(self))
        if faults:
            raise ValueError("; ".join(faults))
        return self


class Group(Form):
    """The rules on one part of a document."""

    group: Told
    rule: list[Rule]


class Catalogue(Form):
    """All rules, group by group."""

    groups: dict[str, Group]

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        faults = [*_repeated(self), *_scattered(self)]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def rules(self) -> list[Rule]:
        """Every rule, in the order of a document."""
        return [rule for group in self.groups.values() for rule in group.rule]


@cache
def catalogue() -> Catalogue:
    """The rules that come with the program, read once.

    Raises:
        pydantic.ValidationError: rows are not of the form; all of them are named.
    """
    folder = files("docgen") / "data" / "rules"
    tables = {name: (folder / f"{name}.toml").read_text(encoding="utf-8") for name in GROUPS}
    return Catalogue.model_validate(
        {"groups": {name: tomllib.loads(text) for name, text in tables.items()}}
    )


def rule(rule_id: str) -> Rule:
    """The rule `rule_id`.

    Raises:
        KeyError: there is no such rule.
    """
    return _by_id()[rule_id]


@cache
def _by_id() -> dict[str, Rule]:
    return {rule.id: rule for rule in catalogue().rules()}


def _faults(row: Rule) -> Iterator[str]:
    """What is wrong with a row as a whole."""
    tests = any((row.look, row.must, row.never, row.words, row.check))
    if tests == bool(row.unchecked):
        yield f"{row.id}: a rule is either decided or says why not"
    if row.level == "N" and tests:
        yield f"{row.id}: what cannot be tested is never decided"
    if tests and not all((row.severity, row.message, row.wrong, row.right)):
        yield f"{row.id}: a severity, a message and examples, wrong and right, are missing"
    if row.severity and SEVERITIES.index(row.severity) > SEVERITIES.index(HIGHEST[row.strength]):
        yield f"{row.id}: {row.strength} is at most a {HIGHEST[row.strength]}"
    if row.instead and len(row.instead) != len(row.never):
        yield f"{row.id}: each of `never` needs its `instead`"
    if row.message and places(row.message.vi) != places(row.message.en):
        yield f"{row.id}: both messages must be filled with the same"
    if row.message and not places(row.message.vi) <= PLACES:
        yield f"{row.id}: the message may hold only {', '.join(sorted(PLACES))}"


def places(message: str) -> set[str]:
    """The names of the places that `message` is filled at."""
    return {name for _, name, _, _ in Formatter().parse(message) if name}


def _repeated(whole: Catalogue) -> Iterator[str]:
    ids = [rule.id for rule in whole.rules()]
    yield from (f"{name}: there are two" for name in sorted({n for n in ids if ids.count(n) > 1}))


def _scattered(whole: Catalogue) -> Iterator[str]:
    """Components whose rules do not stand together."""
    for group in whole.groups.values():
        stretches = [of for of, _ in groupby(row.of for row in group.rule)]
        for of in sorted({of for of in stretches if stretches.count(of) > 1}):
            yield f"{of}: its rules do not stand together"
