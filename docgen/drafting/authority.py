"""What does not come down to a commune (thẩm quyền của cấp trên), clause by clause."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import regex

from docgen.drafting.clauses import as_first, small
from plan.patterns import any_of

Item = Literal["task", "duty", "target", "row"]
Fate = Literal["keep", "leave", "join", "apply"]
_LEADING = regex.compile(r"^chủ\s+trì,?\s+(?P<with>phối\s+hợp\s+)?", regex.IGNORECASE)
_LEADING_UP = (
    r"(?:chủ\s+trì|phối\s+hợp(?:\s+chặt\s+chẽ)?\s+với\s+[^;.]{1,80}?|nghiên\s+cứu|tiếp\s+tục|"
    r"từng\s+bước|đẩy\s+mạnh|tập\s+trung|phấn\s+đấu|trình|tổ\s+chức|hoàn\s+thành|"
    r"tham\s+mưu(?:\s+cho)?(?:\s+(?:UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân)\s+\w+(?:\s+\w+)?)?)"
)


@dataclass(frozen=True)
class Rule:
    """One kind of work that is the superior's, and what becomes of each kind of item."""

    reason: str
    verbs: list[str]
    things: list[str]
    task: Fate
    duty: Fate
    target: Fate
    row: Fate
    until: str = "9999"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a clause: its new words (`None`: it is left out) and why."""

    text: str | None
    reason: str


def verdict(clause: str, item: Item, date: str) -> Verdict | None:
    """What becomes of a `clause` that is the superior's work; `None` where it is not."""
    softened, rules = _table()
    if softened.match(clause):
        return None
    for rule, pattern in rules:
        fate: Fate = getattr(rule, item)
        if fate == "keep" or date >= rule.until[: len(date)]:
            continue
        if found := pattern.match(clause):
            return Verdict(_changed(clause, fate, found), rule.reason)
    return None


def _changed(clause: str, fate: Fate, found: regex.Match[str]) -> str | None:
    if fate == "leave":
        return None
    if fate == "apply":
        return as_first(f"thực hiện {clause[found.end('verb') :].lstrip()}", clause)
    leading = _LEADING.match(clause)
    rest = clause[leading.end() :] if leading else small(clause)
    joined = f"phối hợp {rest}"
    return as_first(joined, clause)


@cache
def _table() -> tuple[regex.Pattern[str], list[tuple[Rule, regex.Pattern[str]]]]:
    path = files("docgen") / "data" / "authority.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    softened = regex.compile(any_of(table.pop("softened")), regex.IGNORECASE)
    rules = [Rule(**row) for row in table.values()]
    return softened, [(rule, _pattern(rule)) for rule in rules]


def _pattern(rule: Rule) -> regex.Pattern[str]:
    things = any_of(rule.things)
    if not rule.verbs:
        return regex.compile(rf".*?{things}", regex.IGNORECASE)
    verbs = rf"{any_of(rule.verbs)}(?:,?\s+(?:và\s+)?(?:trình\s+)?{any_of(rule.verbs)})*"
    return regex.compile(
        rf"(?:{_LEADING_UP}[,\s]+)*(?P<verb>{verbs})[^;.]{{0,60}}?{things}", regex.IGNORECASE
    )
