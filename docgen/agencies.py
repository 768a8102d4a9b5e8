"""The issuer's name (tên cơ quan ban hành): on lines in the head, and in a sentence."""

import regex

from plan.model import Area, Header
from plan.text import fold

_UNIT = r"(?:XÃ(?! HỘI)|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH)"
_LOCAL_BODY = regex.compile(
    r"(?P<body>(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\s+"
    rf"(?P<unit>(?P<type>{_UNIT})\s+(?P<name>.+))",
    regex.IGNORECASE,
)
_AT = regex.compile(rf"(?P<body>.+?)\s+(?P<type>{_UNIT})\s+(?P<name>.+)", regex.IGNORECASE)
_NAMED = (
    "Trường Mầm non", "Trường Tiểu học", "Trường Trung học cơ sở", "Trường Trung học phổ thông",
)  # fmt: skip
"""Kinds of bodies behind which a name of its own stands: `Trường Tiểu học Lê Lợi`."""
_WORDED = ("Ban Chỉ đạo", "Ban Chỉ huy", "Ban Quản lý", "Hội đồng", "Tổ công tác", "Ủy ban")
"""Kinds of bodies behind which common words stand: `Ban Chỉ đạo chuyển đổi số`."""
_FIELDED = (
    "Văn phòng", "Trung tâm", "Thanh tra", "Chi cục", "Trạm", "Phòng", "Công an", "Sở", "Ban",
    "Cục", "Viện", "Hội", "Đoàn",
)  # fmt: skip
"""Kinds of bodies behind which fields of work stand, each with a capital (Phụ lục II.IV.1)."""
_FIXED = {
    one.lower(): one for one in ("UBND", "HĐND", "MTTQ", "ĐBQH", "Việt Nam", "Mặt trận Tổ quốc")
}
_FIXED_WORDS = regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(_FIXED)})(?!\p{{L}})")
"""Words that never change their letters."""
_FIELD_BEGINS = regex.compile(r"(?:^|[,–-]\s*|(?<!\p{L})và\s+)\p{Ll}")


def agency_lines(agency: str | None) -> list[str]:
    """The lines of the agency's name (tên cơ quan): the committee or council, then its unit."""
    local = _LOCAL_BODY.fullmatch(agency or "")
    if local:
        return [local["body"], local["unit"]]
    return [agency] if agency else []


def agency_in_text(header: Header, area: Area) -> str:
    """The issuer as a sentence names it: `Ủy ban nhân dân xã Đức An`; empty where not known."""
    agency = header.agency or ""
    local = _LOCAL_BODY.fullmatch(agency)
    if local:
        known = area.name if area.name and fold(area.name) == fold(local["name"]) else None
        return f"{local['body'].capitalize()} {local['type'].lower()} {known or _proper(local)}"
    if agency.isupper():
        return _in_small_letters(agency)
    if agency:
        return agency
    return f"Ủy ban nhân dân {area.type} {area.name}" if area.type and area.name else ""


def _in_small_letters(agency: str) -> str:
    """The name of a body printed in capitals, with those of Phụ lục II.IV.1.

    A kind of body that is not known stays as it is printed.
    """
    at = _AT.fullmatch(agency)
    if at:
        return f"{_in_small_letters(at['body'])} {at['type'].lower()} {_proper(at)}"
    small = _FIXED_WORDS.sub(lambda found: _FIXED[found[0]], agency.lower())
    kinds = (*_NAMED, *_WORDED, *_FIELDED)
    kind = next((one for one in kinds if small.startswith(one.lower())), None)
    if kind is None:
        return agency
    rest = small[len(kind) :].strip()
    if kind in _NAMED:
        rest = rest.title()
    elif kind in _FIELDED:
        rest = _FIELD_BEGINS.sub(lambda found: found[0][:-1] + found[0][-1].upper(), rest)
    return f"{kind} {rest}".strip()


def _proper(unit: "regex.Match[str]") -> str:
    """The unit's name with a capital for each syllable, where it was all capitals."""
    name = str(unit["name"])
    return name.title() if name.isupper() else name
