"""The administrative unit (đơn vị hành chính) that a plan is for, and the units above it."""

from collections import Counter
from collections.abc import Sequence

import regex

from extract.knowledge import either, table
from plan.levels import TWO_LEVELS_SINCE, kinds
from plan.model import Area, Header, Level, UnitType
from plan.text import fold

Unit = tuple[UnitType, str]
KNOWN = table("places")
DISTRICTS = ("huyện", "quận", "thị xã")
LEVELS: dict[UnitType, Level] = {
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "thành phố": "province",
    "tỉnh": "province",
}
CENTRAL_CITIES = frozenset(KNOWN["central_cities"])
TYPES = r"(?P<type>thị trấn|thị xã|đặc khu|phường|xã|huyện|quận|thành phố|TP\.?|tỉnh)"
WORD = r"\p{Lu}[\p{L}'’]*"
NAME = rf"(?P<name>{WORD}(?:[ -]{WORD}){{0,3}}|\d{{1,2}}(?!\s*[%\d]))"
UNIT = regex.compile(
    rf"(?<!\p{{L}})(?i:{TYPES})\s+(?:(?i:{TYPES.replace('?P<type>', '?:')})\s+)?{NAME}"
)
COMMITTEES: dict[str, UnitType] = {
    fold(word): kind
    for kind in LEVELS
    for word in (kinds()[kind].committee, kinds()[kind].youth)
    if fold(word).split()[-1] in {"uy", "doan"}
}
"""What Party committees and Youth Unions of localities are called → the kind of unit."""
COMMITTEE = r"(?P<committee>(?:Tỉnh|Thành|Huyện|Quận|Thị)\s+(?:[ủu][ỷy]|đoàn))"
OF_COMMITTEE = regex.compile(rf"(?<!\p{{L}})(?i:{COMMITTEE})\s+(?P<name>{WORD}(?:\s{WORD}){{0,3}})")
UPPER_UNIT = regex.compile(
    r"(?<!\p{L})(?:(?i:"
    + COMMITTEE
    + r")|(?P<type>THỊ TRẤN|THỊ XÃ|ĐẶC KHU|PHƯỜNG|XÃ|HUYỆN|QUẬN|THÀNH PHỐ|TỈNH))\s+"
    r"(?P<name>[\p{Lu}\d'’ -]+?)"
    r"(?=$|[,.;(]|\s+(?:ĐẾN|GIAI|NĂM|VÀ|THEO|TRÊN|-|BAN [CT]H\p{Lu}+)(?!\p{L}))"
)
ISSUING = regex.compile(
    rf"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+{UNIT.pattern}\s+(?:ban hành|xây dựng)"
)
CENTRAL = regex.compile(rf"\b{either(KNOWN['central_bodies'])}\b")
NOT_NAMES = frozenset(KNOWN["no_names"])


def area(header: Header, subject_and_preamble: Sequence[str], text: Sequence[str]) -> Area:
    """The plan's own unit from agency, subject and preamble; its superiors from the whole text."""
    front = Counter(u for t in subject_and_preamble for u in units_in(t))
    everything = front + Counter(u for t in text for u in units_in(t))
    central = header.agency is not None and CENTRAL.search(header.agency) is not None
    own = own_unit(header, subject_and_preamble)
    own = own or (None if central else at_place(header.place, everything))
    if own is None:
        return Area(level="central") if central else Area()
    kind, name = own
    day = header.date or ""
    two_levels = day >= TWO_LEVELS_SINCE[: len(day)] if day else False
    level = level_of(kind, name, everything, two_levels=two_levels)
    province = best(front, ("tỉnh",)) or best(everything, ("tỉnh",))
    province = province or province_city(everything, name, level, two_levels=two_levels)
    district = None
    if level == "commune" and not two_levels:
        district = best(front, DISTRICTS) or best(everything, DISTRICTS)
        district = district or city_above(everything, province)
    return Area(
        level=level,
        type=kind,
        name=name,
        district=name if level == "district" else district,
        province=name if level == "province" else province,
    )


def own_unit(header: Header, texts: Sequence[str]) -> Unit | None:
    """The unit that issues the plan, or for which a body of it does."""
    printed = [*upper_units(header.agency), *upper_units(header.parent_agency)]
    spelled = Counter(u for t in texts for u in units_in(t) if not u[1].isupper())
    if printed:
        kind, name = printed[0]
        return kind, spelling(name, header.place, spelled)
    shouted = upper_units(header.subject)[::-1]
    subject = shouted or units_in(header.subject or "")
    if subject:
        kind, name = subject[0]
        return kind, spelling(name, header.place, spelled) if shouted else name
    for text in texts:
        match = ISSUING.search(text)
        if match:
            return unit_type(match["type"]), match["name"]
    return None


def at_place(place: str | None, everything: Counter[Unit]) -> Unit | None:
    """The unit of the text that the place of signing is named after."""
    named = [unit for unit, _ in everything.most_common() if fold(unit[1]) == fold(place or "")]
    return named[0] if named else None


def upper_units(text: str | None) -> list[Unit]:
    """The units that a text in capitals names, the last first."""
    found = [(kind_of(m), m["name"].strip(" -")) for m in UPPER_UNIT.finditer(text or "")]
    return [(kind, name) for kind, name in reversed(found) if not name.startswith("HỘI")]


def kind_of(match: "regex.Match[str]") -> UnitType:
    """The kind of unit of a match, which may name its Party committee instead."""
    named = match.groupdict()
    return COMMITTEES.get(fold(named.get("committee") or "")) or unit_type(named.get("type") or "")


def spelling(upper: str, place: str | None, spelled: Counter[Unit]) -> str:
    """A name printed in capitals, spelled as the text or the place line spells it."""
    candidates = [name for (_, name), _ in spelled.most_common()]
    wanted = fold(upper)
    for name in ([place] if place else []) + candidates:
        if fold(name) == wanted:
            return name
    return titled(upper)


def titled(upper: str) -> str:
    """A name in capitals with capital initials only."""
    return " ".join(word.capitalize() for word in upper.split())


def unit_type(word: str) -> UnitType:
    """The type of unit that a word names."""
    lower = word.lower()
    known: dict[str, UnitType] = {kind: kind for kind in LEVELS}
    return known.get(lower, "thành phố")


def units_in(text: str) -> list[Unit]:
    """The units that a text names, in order; those named by their Party committee too."""
    matches = [*UNIT.finditer(text), *OF_COMMITTEE.finditer(text)]
    return [(kind_of(m), m["name"]) for m in matches if m["name"].split()[0] not in NOT_NAMES]


def level_of(kind: UnitType, name: str, everything: Counter[Unit], *, two_levels: bool) -> Level:
    """The level of a unit; a city is a province's unless a province above it is named."""
    if kind != "thành phố" or name in CENTRAL_CITIES or two_levels:
        return LEVELS[kind]
    return "district" if best(everything, ("tỉnh",)) else "province"


def best(everything: Counter[Unit], kinds: tuple[str, ...]) -> str | None:
    """The unit of `kinds` that the text names most often."""
    named = [(count, name) for (kind, name), count in everything.items() if kind in kinds]
    return max(named, key=lambda pair: pair[0])[1] if named else None


def province_city(
    everything: Counter[Unit], own: str, level: Level, *, two_levels: bool
) -> str | None:
    """A city named above the unit that stands at the province's level."""
    named = [
        name
        for kind, name in everything
        if kind == "thành phố" and (two_levels or name in CENTRAL_CITIES)
    ]
    return named[0] if named and (level != "province" or own in named) else None


def city_above(everything: Counter[Unit], province: str | None) -> str | None:
    """A city under a province, which stands at the district's level."""
    named = [
        name for (kind, name) in everything if kind == "thành phố" and name not in CENTRAL_CITIES
    ]
    return named[0] if named and province else None
