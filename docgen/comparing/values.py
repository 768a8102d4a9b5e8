"""Whether the value of a child's target asks less than the parent's, or more."""

import tomllib
from functools import cache
from importlib.resources import files

import regex

from docgen.comparing.dates import order
from docgen.comparing.report import Change, How, Side
from docgen.wording import plain
from plan.matching import SAME, same_indicator
from plan.patterns import any_of, spelled

_AT_MOST, _AT_LEAST = frozenset({"<=", "<"}), frozenset({">=", ">"})
_STRICTNESS = {"~": 0, "=": 1, ">=": 1, "<=": 1, ">": 2, "<": 2}
"""Comparator → how much it asks beside another with the same value."""
_SIGNS = {"=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ "}
_SHARE = "%"
_OF_COMMUNES = regex.compile(r"(?:các |số |tỷ lệ )*(?:xã|phường|thị trấn|đơn vị cấp xã)(?!\w)")
_REDUCED = regex.compile(r"(?<!\w)giảm(?!\w)")
_REDUCED_TO = regex.compile(r"(?<!\w)giảm(?!\w)[^;]*(?<!\w)(?:còn|xuống)(?!\w)")


def value_change(parent: Side, child: Side) -> Change | None:
    """The difference of two targets' values, or of what is asked of the same value."""
    how = _how(parent, child)
    return how and Change(
        what="value", how=how, parent=amount(parent) or None, child=amount(child) or None
    )


def amount(side: Side) -> str:
    """A target's value as plans write it: `≥ 62,5 %`, `25 - 30 %`; empty where there is none."""
    if side.value is None:
        return ""
    numbers = " - ".join(plain(n) for n in (side.value, side.value_max) if n is not None)
    return f"{_SIGNS[side.comparator or '=']}{numbers} {side.unit or ''}".strip()


def _how(parent: Side, child: Side) -> How | None:
    if parent.value is None:
        return None if child.value is None else "new"
    if child.value is None:
        return None if _is_of_communes(parent) else "gone"
    signs = {parent.comparator, child.comparator}
    if not _same_unit(parent.unit, child.unit) or (signs & _AT_MOST and signs & _AT_LEAST):
        return "other"
    downwards = 1 if less_is_better(parent) else -1
    return order(*(_asked(side, downwards) for side in (parent, child)))


def _asked(side: Side, downwards: int) -> tuple[float, ...]:
    """What a target asks, so that more is weaker: its values, then what its comparator adds."""
    values = (side.value or 0, side.value_max or side.value or 0)
    return *(downwards * value for value in values), -_STRICTNESS[side.comparator or "="]


def _is_of_communes(side: Side) -> bool:
    """Whether a target is a share of communes, which one commune meets or does not."""
    return side.unit == _SHARE and bool(_OF_COMMUNES.match(spelled(side.indicator or side.text)))


def _same_unit(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    return (one == _SHARE) == (other == _SHARE) and same_indicator(one, other) >= SAME


def less_is_better(side: Side) -> bool:
    """Whether the quantity is one that is to fall, by its comparator, its verb or its name."""
    if side.comparator in _AT_MOST:
        return True
    indicator = spelled(side.indicator or side.text)
    if _REDUCED.search(indicator):
        return bool(_REDUCED_TO.search(spelled(side.text)))
    return bool(_falling().match(indicator))


@cache
def _falling() -> regex.Pattern[str]:
    source = (files("docgen") / "data" / "comparing.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    counted = r"(?:(?:tỷ lệ|tỷ suất|số|tổng số|số lượng|người|vụ|ca|trường hợp)\s+)*"
    return regex.compile(rf"{counted}{any_of(table['less'])}(?!.*{any_of(table['ends'])})")
