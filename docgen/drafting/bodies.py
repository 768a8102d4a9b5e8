"""Bodies named in a text: departments above become the commune's posts, communes its villages."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from docgen.drafting.scope import Scope
from plan.levels import kinds
from plan.units import mentions

LOW = (
    r"(?<!\w)(?:(?<!thị\s)(?<!hợp tác\s)xã(?!\s+(?:hội|viên|giao)\b)|phường|thị\s+trấn|đặc\s+khu)"
    r"(?!\w)"
)
"""A kind of commune."""
LOWS = rf"{LOW}(?:(?:\s*[,/]\s*|\s+-\s+|\s+và\s+)(?:các\s+)?{LOW})+"
"""Several kinds of commune in a row: `xã, phường, thị trấn`."""
VILLAGE = r"(?:thôn|xóm|bản|ấp|buôn|bon|làng|tổ\s+dân\s+phố|khu\s+phố|khối\s+phố|khóm|tiểu\s+khu)"
"""A word for the groups below a commune."""
COMMUNE_LEVEL = r"(?<!(?:trợ|cung|nâng|đơn\s+vị)\s)(?<!\w)cấp\s+xã(?!\w)(?!\s+(?:hội|viên|giao)\b)"
"""The commune's level (`cấp xã`), not the end of `trợ cấp xã hội`."""
COMMITTEES = (
    rf"(?<!\w)(?:UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân)\s+"
    rf"(?:(?:các\s+)?{LOWS}|các\s+{LOW}|{COMMUNE_LEVEL})"
)
"""The people's committees of communes as a parent addresses them: `UBND các xã, thị trấn`."""
ADDRESSED = (
    rf"(?:(?:chủ\s+tịch\s+)?{COMMITTEES}|(?<!\w)(?:các\s+|chính\s+quyền\s+|UBND\s+)+địa\s+phương"
    rf"(?:\s+{COMMUNE_LEVEL})?|chính\s+quyền\s+(?:{COMMUNE_LEVEL}|(?:các\s+)?(?:{LOWS}|{LOW}))|"
    rf"(?<!\w)các\s+(?:{LOWS}|{LOW}))"
)
"""The communes as a parent addresses them, by whatever name."""
_COMMUNES = regex.compile(
    rf"{ADDRESSED}(?:\s+(?:trên\s+địa\s+bàn|thuộc|của|trong)\s+[^,;]+)?[\s;,.]*", regex.IGNORECASE
)
_SENTENCE = regex.compile(r"(?:^|[.!?]\s+|^[-+]\s*)$")
_CLAUSE = regex.compile(r"[:;]\s+$")
_BETWEEN = regex.compile(r"\s*(?:[,;]|,?\s+và|,?\s+cùng(?:\s+với)?)\s+")
_HEAD_OF = regex.compile(r"(?:Trưởng|Giám\s+đốc|Chánh|Thủ\s+trưởng|[Ll]ãnh\s+đạo|[Cc]ác)\s+$")
_TOWARDS = regex.compile(r"(?:về|báo\s+cáo)\s+$", regex.IGNORECASE)
_LEVEL_SAID = regex.compile(r"(?<!\w)(?:tỉnh|huyện|quận|thị xã|thành phố)(?!\w)", regex.IGNORECASE)
_COMMUNE_SAID = regex.compile(r"\s+(?:cấp\s+)?(?:xã|phường|đặc khu)(?!\w)", regex.IGNORECASE)
_IN_FULL = "Ủy ban nhân dân"
_OF = regex.compile(r"(?:của|thuộc|tại|do|quyền|Chủ tịch)\s+$", regex.IGNORECASE)
_CHAIRMAN = regex.compile(r"Chủ\s+tịch\s+$")
_LISTED = regex.compile(
    r"(?:cơ quan|đơn vị|ngành|thể|ban|phòng|sở|nghiệp|hội)(?:,|\s+và)\s+$", regex.IGNORECASE
)
_TELLS = regex.compile(
    r"phối hợp|cùng|hướng dẫn|chỉ đạo|đôn đốc|kiểm tra|hỗ trợ|giao|yêu cầu|đề nghị|vận động|gửi",
    regex.IGNORECASE,
)
_CLAUSES = regex.compile(r"[.;:]\s")
_ALWAYS_SMALL = ("Công chức ", "Các ")


@dataclass(frozen=True, slots=True)
class Body:
    """A body found in a text, and what stands for it at the commune."""

    start: int
    end: int
    name: str


def place_of(text: str, start: int) -> str:
    """Whether what stands at `start` begins a `sentence`, begins a `clause`, or is `inside` one."""
    before = text[:start]
    if _SENTENCE.search(before):
        return "sentence"
    return "clause" if _CLAUSE.search(before) else "inside"


def as_stands(name: str, place: str) -> str:
    """`name` with the first letter that its place asks for."""
    if place == "sentence":
        return name[0].upper() + name[1:]
    return name[0].lower() + name[1:] if name.startswith(_ALWAYS_SMALL) else name


def departments(text: str, scope: Scope) -> Iterator[Body]:
    """The departments of the parent's own committee that `text` names, as the commune's posts."""
    suffix = regex.compile(
        rf"\s+(?:của\s+)?(?:{scope.unit_pattern}|{scope.name_pattern})", regex.IGNORECASE
    )
    for mention in mentions(text):
        if _is_of(scope, text, mention.start, mention.end):
            head = _HEAD_OF.search(text, 0, mention.start)
            more = suffix.match(text, mention.end)
            start = head.start() if head else mention.start
            end = more.end() if more else mention.end
            yield Body(start, end, scope.profile.unit(mention.field))


def _is_of(scope: Scope, text: str, start: int, end: int) -> bool:
    """Whether a department is one of the parent's committee, not of one above or below."""
    name, after = text[start:end], text[end : end + 12]
    if _COMMUNE_SAID.match(after):
        return False
    said = _LEVEL_SAID.search(name) or _LEVEL_SAID.match(after.strip())
    if said:
        return bool(said[0].lower() == scope.type)
    first = name.split()[0].lower()
    if " ủy" in name:
        return bool(scope.type) and name.endswith(kinds()[scope.type].committee)
    return scope.level == {"sở": "province", "phòng": "district"}.get(first, scope.level)


def communes(text: str, scope: Scope, *, addressed: bool) -> Iterator[Body]:
    """The committees of communes that `text` names.

    Where they are `addressed`, and where they are the doer, the commune's own is meant; elsewhere
    its villages carry out.
    """
    pattern = regex.compile(
        rf"{COMMITTEES}(?:\s+(?:trên\s+địa\s+bàn|thuộc|của|trong)\s+(?:toàn\s+)?"
        rf"{scope.unit_pattern})?",
        regex.IGNORECASE,
    )
    for match in pattern.finditer(text):
        committee = "UBND" if match[0].upper().startswith("UBND") else match[0][: len(_IN_FULL)]
        general = regex.search(COMMUNE_LEVEL, match[0], regex.IGNORECASE)
        itself = addressed or general is not None or not _told(text[: match.start()])
        chairman = _CHAIRMAN.search(text, 0, match.start())
        if chairman and not addressed and general is None and _is_listed(text[: chairman.start()]):
            yield Body(chairman.start(), match.end(), _heads(scope))
            continue
        name = f"{committee} {scope.commune}" if itself else f"Các {scope.villages}"
        yield Body(match.start(), match.end(), name)


def _heads(scope: Scope) -> str:
    """Those who head the villages."""
    head = "Tổ trưởng" if scope.villages.startswith("tổ") else "Trưởng"
    return f"{head} các {scope.villages}"


def _is_listed(before: str) -> bool:
    """Whether what follows the words `before` is one of several offices."""
    return bool(_LISTED.search(before))


def _told(before: str) -> bool:
    """Whether communes named after the words `before` are told or joined, not those who do."""
    if _OF.search(before) or place_of(before, len(before)) != "inside":
        return False
    return bool(_LISTED.search(before) or _TELLS.search(_CLAUSES.split(before)[-1]))


def is_communes(unit: str) -> bool:
    """Whether `unit` is the communes or their committees and nobody else."""
    return bool(_COMMUNES.fullmatch(unit))


def groups(text: str, bodies: list[Body]) -> Iterator[list[Body]]:
    """`bodies` in order, those of one enumeration together."""
    group: list[Body] = []
    for body in sorted(bodies, key=lambda body: body.start):
        if group and body.start < group[-1].end:
            continue
        if group and not _BETWEEN.fullmatch(text, group[-1].end, body.start):
            yield group
            group = []
        group.append(body)
    if group:
        yield group


def in_words(text: str, group: list[Body], scope: Scope, doer: str | None) -> str:
    """An enumeration at the commune: each body once, the `doer` itself left out."""
    place = place_of(text, group[0].start)
    if text[group[0].start].islower():
        place = "inside"
    names = [name for name in dict.fromkeys(body.name for body in group) if name != doer]
    if not names:
        return as_stands(others(scope), place)
    towards = _TOWARDS.search(text[: group[0].start])
    if towards and len(names) == 1 and names[0].startswith("Công chức"):
        return f"UBND {scope.commune} (qua {as_stands(names[0], 'inside')})"
    said = [as_stands(names[0], place), *(as_stands(name, "inside") for name in names[1:])]
    return joined(said, last_with_and="và" in text[group[0].end : group[-1].start])


def others(scope: Scope) -> str:
    """The commune's other posts or departments, unnamed."""
    return "Các đơn vị liên quan" if scope.has_departments else "Các bộ phận liên quan"


def joined(names: list[str], *, last_with_and: bool) -> str:
    """`names` as an enumeration; a name that holds `và` itself is followed by a comma."""
    if last_with_and and len(names) > 1 and " và " not in names[-2]:
        return f"{', '.join(names[:-1])} và {names[-1]}"
    return ", ".join(names)
