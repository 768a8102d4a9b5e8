"""The administrative unit (đơn vị hành chính) that a plan is for, and the units above it."""

from collections import Counter
from collections.abc import Sequence

import regex

from plan.model import Area, Header, Level, UnitType
from plan.text import fold

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
CENTRAL_CITIES = (
    "Hà Nội",
    "Hồ Chí Minh",
    "Hải Phòng",
    "Đà Nẵng",
    "Cần Thơ",
    "Huế",
    "Thừa Thiên Huế",
    "Đồng Nai",
    "Quảng Ninh",
)
TYPES = r"(?P<type>thị trấn|thị xã|đặc khu|phường|xã|huyện|quận|thành phố|TP\.?|tỉnh)"
WORD = r"\p{Lu}[\p{L}'’]*"
NAME = rf"(?P<name>{WORD}(?:[ -]{WORD}){{0,3}}|\d{{1,2}}(?!\s*[%\d]))"
UNIT = regex.compile(
    rf"(?<!\p{{L}})(?i:{TYPES})\s+(?:(?i:{TYPES.replace('?P<type>', '?:')})\s+)?{NAME}"
)
UPPER_UNIT = regex.compile(
    r"(?<!\p{L})(?P<type>THỊ TRẤN|THỊ XÃ|ĐẶC KHU|PHƯỜNG|XÃ|HUYỆN|QUẬN|THÀNH PHỐ|TỈNH)\s+"
    r"(?P<name>[\p{Lu}\d'’ -]+?)"
    r"(?=$|[,.;(]|\s+(?:ĐẾN|GIAI|NĂM|VÀ|THEO|TRÊN|-)(?!\p{L}))"
)
PARTY = {
    "Tỉnh ủy": "tỉnh",
    "Tỉnh uỷ": "tỉnh",
    "Huyện ủy": "huyện",
    "Huyện uỷ": "huyện",
    "Thành ủy": "thành phố",
    "Thành uỷ": "thành phố",
    "Thị ủy": "thị xã",
    "Quận ủy": "quận",
}
CENTRAL = regex.compile(
    r"\b(?:CHÍNH PHỦ|THỦ TƯỚNG|BỘ \p{Lu}+|QUỐC HỘI|BAN CHẤP HÀNH TRUNG ƯƠNG|BỘ CHÍNH TRỊ)\b"
)
NOT_NAMES = (
    "Ủy",
    "Uỷ",
    "UBND",
    "Hội",
    "Ban",
    "Đảng",
    "Trung",
    "Chủ",
    "Công",
    "Phòng",
    "Đoàn",
    "Mặt",
)


def area(header: Header, subject_and_preamble: Sequence[str], text: Sequence[str]) -> Area:
    """The plan's own unit from agency, subject and preamble; its superiors from the whole text."""
    own = own_unit(header, subject_and_preamble)
    if own is None:
        if header.agency and CENTRAL.search(header.agency):
            return Area(level="central")
        return Area()
    kind, name = own
    everything = Counter(u for t in (*subject_and_preamble, *text) for u in units_in(t))
    level = level_of(kind, name, everything)
    province = best(everything, ("tỉnh",)) or central_city(everything, name, level)
    district = best(everything, ("huyện", "quận", "thị xã")) or city_above(everything, province)
    return Area(
        level=level,
        type=kind,
        name=name,
        district=district if level == "commune" else name if level == "district" else None,
        province=name if level == "province" else province,
    )


def own_unit(header: Header, texts: Sequence[str]) -> tuple[UnitType, str] | None:
    """The unit that issues the plan, or for which a body of it does."""
    printed = [*upper_units(header.agency), *upper_units(header.parent_agency)]
    spelled = Counter(u for t in (header.subject or "", *texts) for u in units_in(t))
    if printed:
        kind, name = printed[0]
        return kind, spelling(name, header.place, spelled)
    subject = units_in(header.subject or "") or [
        (kind, titled(name)) for kind, name in upper_units(header.subject)
    ]
    if subject:
        return subject[0]
    issuing = regex.compile(
        rf"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+{UNIT.pattern}\s+(?:ban hành|xây dựng)"
    )
    for text in texts:
        match = issuing.search(text)
        if match:
            return unit_type(match["type"]), match["name"]
    return None


def upper_units(text: str | None) -> list[tuple[UnitType, str]]:
    """The units that a text in capitals names, the last first."""
    found = [(unit_type(m["type"]), m["name"].strip(" -")) for m in UPPER_UNIT.finditer(text or "")]
    return [(kind, name) for kind, name in reversed(found) if not name.startswith("HỘI")]


def spelling(upper: str, place: str | None, spelled: Counter[tuple[UnitType, str]]) -> str:
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


def units_in(text: str) -> list[tuple[UnitType, str]]:
    """The units that a text names, in order; those named by their Party committee too."""
    found = [(unit_type(m["type"]), m["name"]) for m in UNIT.finditer(text)]
    for party, kind in PARTY.items():
        found += [
            (unit_type(kind), m["n"])
            for m in regex.finditer(rf"{party}\s+(?P<n>{WORD}(?:\s{WORD}){{1,3}})", text)
        ]
    return [(kind, name) for kind, name in found if name.split()[0] not in NOT_NAMES]


def level_of(kind: UnitType, name: str, everything: Counter[tuple[UnitType, str]]) -> Level:
    """The level of a unit; a city is a province's unless a province above it is named."""
    if kind != "thành phố" or name in CENTRAL_CITIES:
        return LEVELS[kind]
    return "district" if best(everything, ("tỉnh",)) else "province"


def best(everything: Counter[tuple[UnitType, str]], kinds: tuple[str, ...]) -> str | None:
    """The unit of `kinds` that the text names most often."""
    named = [(count, name) for (kind, name), count in everything.items() if kind in kinds]
    return max(named, key=lambda pair: pair[0])[1] if named else None


def central_city(everything: Counter[tuple[UnitType, str]], own: str, level: Level) -> str | None:
    """A central city named above the unit."""
    named = [name for (kind, name) in everything if kind == "thành phố" and name in CENTRAL_CITIES]
    return named[0] if named and (level != "province" or own in named) else None


def city_above(everything: Counter[tuple[UnitType, str]], province: str | None) -> str | None:
    """A city under a province, which stands at the district's level."""
    named = [
        name for (kind, name) in everything if kind == "thành phố" and name not in CENTRAL_CITIES
    ]
    return named[0] if named and province else None
