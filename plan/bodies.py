"""One name for a body (cơ quan, đơn vị) however a plan writes it.

A plan names the same body in full and shortened, in capitals, with its place or without.
"""

import tomllib
from functools import cache
from importlib.resources import files

import regex

from plan.model import Area
from plan.patterns import spelled

_ASKED = regex.compile(r"^(?i:kính đề nghị|đề nghị|yêu cầu|giao)\s+(?=\p{Lu}|các\b)")
_CONNECTOR = regex.compile(r"\s*[-–&,./]\s*|\s+và\s+|\s+")
_ONE_OF_MANY = r"(?<!\b(?:các|mỗi|từng|cấp))"
_AT_PLACE = r"(?:\s(?:trên địa bàn|của))?"


def name_of(text: str) -> str:
    """The name in a heading that asks or tells a body: `Đề nghị Công an xã` → `Công an xã`."""
    return _ASKED.sub("", text).strip()


def identity(name: str, area: Area) -> str:
    """What all spellings of a body's `name` share, in a plan for `area`.

    Letter case, tone places, connectors, short forms (`plan/data/abbreviations.toml`) and the
    plan's own place behind the name make no difference. For comparing, not for reading.
    """
    pattern, full = _short_forms()
    words = _plain(spelled(name_of(name)))
    words = pattern.sub(lambda match: full[match[0]], words)
    place = _place(area.type or "", area.name or "")
    return (place.sub("", words) if place else words) or words


def _plain(text: str) -> str:
    return _CONNECTOR.sub(" ", text).strip(" ;:")


@cache
def _short_forms() -> tuple[regex.Pattern[str], dict[str, str]]:
    """A pattern for every short form, the longest first, and its full words."""
    source = (files("plan") / "data" / "abbreviations.toml").read_text(encoding="utf-8")
    full = {
        _plain(spelled(short)): _plain(spelled(words))
        for words, shorts in tomllib.loads(source).items()
        for short in shorts
    }
    longest_first = sorted(full, key=len, reverse=True)
    either = "|".join(map(regex.escape, longest_first))
    return regex.compile(rf"(?<!\w)(?:{either})(?!\w)"), full


@cache
def _place(kind: str, name: str) -> regex.Pattern[str] | None:
    """A pattern for the plan's own place at the end of a name: `xã`, `xã Đức An`."""
    if not kind:
        return None
    own = regex.escape(_plain(spelled(name)))
    return regex.compile(rf"{_ONE_OF_MANY}{_AT_PLACE}\s{kind}(?:\s{own})?$")
