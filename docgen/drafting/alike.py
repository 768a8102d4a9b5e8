"""Whether two indicators measure the same thing, whatever their words."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import regex

from plan.patterns import spelled

_TABLE = tomllib.loads((files("docgen") / "data" / "alike.toml").read_text(encoding="utf-8"))
_SILENT = frozenset(_TABLE["silent"])
_SAME = {
    regex.compile(rf"(?<!\w)(?:{pattern})(?!\w)"): word for pattern, word in _TABLE["same"].items()
}
_ALIKE = 0.6
_WORD = regex.compile(r"[\p{L}\d]+")


def closest(indicator: str, others: Sequence[str]) -> int | None:
    """Which of `others` measures the same as `indicator`; `None` where none does."""
    scores = [likeness(indicator, other) for other in others]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _ALIKE else None


def likeness(one: str, other: str) -> float:
    """How much two indicators share of what they say, from 0 to 1."""
    these, those = _said(one), _said(other)
    return 2 * len(these & those) / (len(these) + len(those) or 1)


@lru_cache(maxsize=4096)
def _said(indicator: str) -> frozenset[str]:
    """The words that tell one indicator from another, synonyms as one."""
    text = spelled(indicator)
    for pattern, word in _SAME.items():
        text = pattern.sub(word, text)
    return frozenset(_WORD.findall(text)) - _SILENT
