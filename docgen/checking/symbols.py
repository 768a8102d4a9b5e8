"""The symbol (ký hiệu) against the type of document: Phụ lục I.II.3.b, Phụ lục III, Mục I."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import regex

from docgen.checking.catalogue import Rule
from docgen.checking.slips import Parts, Slip
from plan.patterns import spelled

PLAN = "KẾ HOẠCH"
_SYMBOL = regex.compile(r"^[^/]*/\s*(?:\d{4}\s*/\s*)?(?P<symbol>\S.*?)\s*$")
_GROUP_END = regex.compile(r"\s*[-–—]\s*")
_QUALIFIED = 2
"""Words that may follow a type name on its line: KẾ HOẠCH PHỐI HỢP."""


class Kind(NamedTuple):
    """A type of document (tên loại) and the codes that its symbol may begin with."""

    name: str
    code: str
    also: tuple[str, ...] = ()


@cache
def _table() -> tuple[dict[str, Kind], frozenset[str]]:
    """The types by name in one spelling, and the codes that may be an agency's as well."""
    text = (files("docgen") / "data" / "types.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    kinds = {
        spelled(name): Kind(name, row["code"], tuple(row.get("also", ())))
        for name, row in table["types"].items()
    }
    return kinds, frozenset(table["ambiguous"])


def kind_of(type_name: str) -> Kind | None:
    """The type that the line `type_name` names or begins with; `None` where it is none."""
    words = spelled(type_name)
    fitting = [kind for name, kind in _table()[0].items() if f"{words} ".startswith(f"{name} ")]
    return max(fitting, key=lambda kind: len(kind.name), default=None)


def type_alone(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """A type name with more on its line than a word that qualifies it."""
    for number, text in enumerate(parts.get(rule.of, ())):
        kind = kind_of(text)
        more = text.split()[len(kind.name.split()) :] if kind else []
        if kind is None or len(more) > _QUALIFIED or not text.replace(" ", "").isalpha():
            yield Slip(number, 0, len(text), text.strip())


def symbol_of_type(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """The symbol of a document with a type name (but a plan's) that begins otherwise."""
    kind = _kind(parts)
    if kind and kind.name != PLAN:
        yield from _not_of(kind, rule, parts)


def symbol_of_plan(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """The symbol of a plan that does not begin with KH."""
    kind = _kind(parts)
    if kind and kind.name == PLAN:
        yield from _not_of(kind, rule, parts)


def symbol_of_letter(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """The symbol of a letter that has the code of a type, or no drafting unit."""
    if not parts.get("letter-subject"):
        return
    kinds, ambiguous = _table()
    codes = {kind.code for kind in kinds.values()} - ambiguous
    for number, start, groups in _symbols(rule, parts):
        if len(groups) < len(("agency", "unit")) or groups[0] in codes:
            symbol = "-".join(groups)
            yield Slip(number, start, start + len(symbol), symbol)


def _kind(parts: Parts) -> Kind | None:
    return next((kind_of(text) for text in parts.get("type-name", ())), None)


def _not_of(kind: Kind, rule: Rule, parts: Parts) -> Iterator[Slip]:
    for number, start, groups in _symbols(rule, parts):
        if len(groups) == 1 or groups[0] not in {kind.code, *kind.also}:
            symbol = "-".join(groups)
            # which words are wrong is known, what the whole symbol must be is not
            yield Slip(number, start, start + len(groups[0]), symbol, kind.code)


def _symbols(rule: Rule, parts: Parts) -> Iterator[tuple[int, int, list[str]]]:
    """Each symbol: its paragraph, where it begins and its groups."""
    for number, text in enumerate(parts.get(rule.of, ())):
        match = _SYMBOL.match(text)
        if match:
            yield number, match.start("symbol"), _GROUP_END.split(match["symbol"])
