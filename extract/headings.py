"""What a section is about, from the words of its title."""

from functools import cache
from typing import get_args

import regex

from extract.knowledge import table
from plan.model import SectionKind
from plan.text import fold

Rule = tuple[SectionKind, regex.Pattern[str]]


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of `data/headings.toml`: `titles` for main sections, `plain` for any depth."""
    return {
        name: tuple((checked(rule["kind"]), regex.compile(rule["pattern"])) for rule in rows)
        for name, rows in table("headings").items()
    }


def checked(kind: str) -> SectionKind:
    """`kind` as one of the contract's kinds; KeyError where the data file has another."""
    kinds: dict[str, SectionKind] = {k: k for k in get_args(SectionKind)}
    return kinds[kind]


def kind_of(title: str, parent: SectionKind | None, *, grouped: bool = False) -> SectionKind:
    """The kind of a section from its title and its parent's kind (`None` at the top).

    A deeper section that only divides its parent has the parent's kind; one that is plainly
    named otherwise ("Kinh phí") has its own. Sections that are only `grouped` by their parent, a
    part (PHẦN), are main sections.
    """
    folded = fold(title)
    main = parent is None or grouped
    for kind, pattern in rules()["titles" if main else "plain"]:
        if pattern.search(folded) and (main or divides(parent, kind)):
            return kind
    return parent or "other"


def divides(parent: SectionKind | None, kind: SectionKind) -> bool:
    """Whether a section of `kind` may stand in one of kind `parent` under its own name."""
    inner: dict[SectionKind, set[SectionKind]] = {
        "tasks": {"funding", "implementation", "targets", "objectives"},
        "solutions": {"funding", "implementation"},
        "implementation": {"funding"},
        "objectives": {"targets"},
        "purpose": set(),
        "requirements": set(),
        "funding": {"implementation"},
    }
    return parent in {None, kind} or kind in inner.get(parent, set(get_args(SectionKind)))


def is_top_heading(title: str) -> bool:
    """Whether a title is one of those that main sections of plans have."""
    folded = fold(title)
    return any(pattern.search(folded) for kind, pattern in rules()["titles"] if kind != "other")


def names_a_kind(title: str) -> bool:
    """Whether a title plainly names a kind of section: "Mục đích", "Kinh phí thực hiện"."""
    folded = fold(title)
    return any(pattern.search(folded) for _, pattern in rules()["plain"])
