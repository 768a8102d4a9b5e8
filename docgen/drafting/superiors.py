"""What stays with the district or province in a commune's plan: guidance, systems, reports."""

from collections.abc import Callable
from functools import lru_cache

import regex

from docgen.drafting.bodies import COMMITTEES, LOW
from docgen.drafting.scope import NOTHING, Scope
from docgen.drafting.shelter import Shelter
from plan.patterns import any_of
from plan.units import mentions, ministries

_GIVEN = (
    "hướng dẫn|chỉ đạo|quy định|lộ trình|định hướng|chủ trương|kế hoạch|hỗ trợ|kiểm tra|đôn đốc"
)
_GUIDED = regex.compile(
    rf"(?<!\w)(?:theo|dưới|với|chịu)\s+(?:đúng\s+)?(?:sự\s+)?(?:{_GIVEN})"
    rf"(?:(?:,|\s+và)\s+(?:{_GIVEN}))*\s+(?:của\s+)?",
    regex.IGNORECASE,
)
_REPORTED = regex.compile(r"(?<!\w)báo\s+cáo(?:\s+(?:với|lên|về|gửi|cho))*\s+", regex.IGNORECASE)
_GAP = r"(?:(?!trên\s+địa\s+bàn|toàn\s|trong\s|\stại\s)(?:\([^()]*\)|[^,;.:()]))*?"
_SYSTEMS = (
    "nền tảng|LGSP|trung tâm (?:tích hợp )?dữ liệu|trung tâm (?:giám sát, )?điều hành thông minh|"
    "trung tâm giám sát|IOC|SOC|kho dữ liệu|cơ sở dữ liệu dùng chung|phòng máy chủ|"
    "mạng truyền số liệu|hệ thống thông tin giải quyết|trục liên thông|cổng dữ liệu|"
    "cổng dịch vụ công|cơ chế|chính sách|quy hoạch|quy định|chủ trương|lộ trình"
)
_OWN_NAMES = (
    "Chương trình|Đề án|Dự án|Chiến lược|Quy hoạch|Phong trào|Cuộc vận động|Nghị quyết|Khung|"
    "Kiến trúc|Bộ chỉ số|Quy chế|Trung tâm|Chi cục|Cục|Bệnh viện|Trường|Quỹ|Kho bạc|"
    "Bảo hiểm xã hội|Ngân hàng|Điện lực|Bưu điện|Tòa án|Toà án|Viện|Hạt|Viễn thông|VNPT|Viettel|"
    r"Đại hội|Đảng bộ|Hệ thống(?!\s+chính\s+trị)|Liên minh Hợp tác xã|Hiệp hội"
)
_COMMITTEE_OF = (
    r"(?:UBND|HĐND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|Hội\s+đồng\s+nhân\s+dân|"
    r"Ban\s+Chỉ\s+đạo[^,;.()]*?|cơ\s+quan\s+chuyên\s+môn(?:\s+của)?)"
)
_NAMED = r"(?-i:(?:\s+\p{Lu}\p{Ll}*)*)"
_CENTRE = "Trung tâm"
_THROUGH = regex.compile(r"\s*\(\s*qua\s[^()]*\)")
_NEXT = regex.compile(r"\s*(?:,|\s+và)\s+")

Length = Callable[[str], int]
"""How many characters of the body that a text begins with; 0 where it begins with none."""


def hide_superiors(text: str, scope: Scope, shelter: Shelter) -> str:
    """`text` with marks for the superior's guidance, systems, bodies and programmes."""
    text = _hide_after(_GUIDED, text, shelter, lambda rest: _orderer(rest, scope), scope)
    for pattern in _superiors_things(scope):
        text = pattern.sub(lambda found: _kept(found[0], shelter), text)
    return text


def _kept(thing: str, shelter: Shelter) -> str:
    """A mark for a `thing` of the superior's; a centre that is its department is to be reworded."""
    department = next(mentions(thing), None)
    own = department and department.start == 0 and thing.startswith(_CENTRE)
    return thing if own else shelter.keep(thing)


def hide_orderers(text: str, scope: Scope, shelter: Shelter) -> str:
    """`text` with marks for every body of the superior, its level said (`Phòng Nội vụ huyện`)."""
    done, start = [], 0
    while start < len(text):
        length = _orderer(text[start:], scope) if text[start - 1 : start] in ("", " ", "(") else 0
        piece = text[start : start + (length or 1)]
        done.append(shelter.keep(with_level(piece, scope)) if length else piece)
        start += len(piece)
    return "".join(done)


def turn_reports(text: str, scope: Scope, shelter: Shelter) -> str:
    """`text` with reports to the superior's own superior sent to the superior, and marked."""
    found = _REPORTED.search(text)
    while found:
        end = _end_of_bodies(text, found.end(), lambda rest: _receiver(rest, scope))
        if any(_above(rest, scope) for rest in _starts(text[found.end() : end])):
            through = _THROUGH.match(text, end)
            end = through.end() if through else end
            to = shelter.keep(scope.channel or f"UBND {scope.type}")
            text = text[: found.end()] + to + text[end:]
        found = _REPORTED.search(text, found.end())
    return text


def reports_above(text: str, scope: Scope) -> bool:
    """Whether `text` has a report made to the superior's own superior."""
    return any(_above(text[found.end() :], scope) for found in _REPORTED.finditer(text))


def _hide_after(
    lead: regex.Pattern[str], text: str, shelter: Shelter, length: Length, scope: Scope
) -> str:
    """`text` with a mark for each `lead` and the bodies that follow it."""
    found = lead.search(text)
    while found:
        end = _end_of_bodies(text, found.end(), length)
        if end > found.end():
            said = with_level(text[found.start() : end], scope)
            text = text[: found.start()] + shelter.keep(said) + text[end:]
        found = lead.search(text, found.start() + 1)
    return text


def _end_of_bodies(text: str, start: int, length: Length) -> int:
    """Where the enumeration of bodies that begins at `start` ends; `start` if there is none."""
    end = position = start
    while position < len(text) and (size := length(text[position:])):
        end = position + size
        following = _NEXT.match(text, end)
        position = following.end() if following else len(text)
    return end


def _orderer(text: str, scope: Scope) -> int:
    """The length of the superior's body (committee, department, unit) that `text` begins with."""
    body, level = _bodies_of(scope)
    named = body.match(text)
    if named:
        return int(named.end())
    department = next(mentions(text), None)
    if department is None or department.start:
        return 0
    said = level.match(text, department.end)
    return int(said.end()) if said else department.end


def _receiver(text: str, scope: Scope) -> int:
    """The length of the body, the superior or one above it, that `text` begins with."""
    committee = _bodies_of(scope)[0].match(text)
    return _above(text, scope) or (int(committee.end()) if committee else 0)


def _starts(bodies: str) -> list[str]:
    """`bodies`, an enumeration, and what is left of it after each of its members."""
    return [bodies, *(bodies[found.end() :] for found in _NEXT.finditer(bodies))]


def _above(text: str, scope: Scope) -> int:
    """The length of the body above the superior that `text` begins with."""
    named = _bodies_above(scope.level).match(text)
    if named:
        return int(named.end())
    department = next(mentions(text), None) if text.startswith("Sở ") else None
    return department.end if department and scope.level == "district" else 0


@lru_cache(maxsize=16)
def _superiors_things(scope: Scope) -> list[regex.Pattern[str]]:
    unit = rf"{_GAP}(?i:(?<=\s){scope.unit_pattern})"
    higher = "Trung ương" if scope.level == "province" else "tỉnh"
    levels = rf"(?i:(?<!\w){higher}(?:\s*[,/-]|\s+và)\s*(?:cấp\s+)?{scope.kind_pattern})"
    praised = (
        rf"(?i:(?:Chủ\s+tịch\s+)?{_COMMITTEE_OF}\s+{scope.unit_pattern})(?=[^,;.]{{0,40}}Bằng khen)"
    )
    return [
        regex.compile(levels),
        regex.compile(
            rf"(?i:(?<={COMMITTEES}[^.;]*;\s+)(?:UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân)\s+{scope.unit_pattern}"
            rf"(?=\s+(?:hỗ\s+trợ|hướng\s+dẫn|kiểm\s+tra|xem\s+xét)\s))"
        ),
        regex.compile(
            rf"(?P<body>\p{{Lu}}[\p{{L}} -]{{2,40}}?)\s+(?i:{scope.unit_pattern})"
            rf"(?=\s+(?:chỉ\s+đạo|hướng\s+dẫn|đôn\s+đốc|kiểm\s+tra)\s+(?P=body)\s+(?:các\s+)?(?i:{LOW}))"
        ),
        regex.compile(
            rf"(?i:{scope.unit_pattern}(?=\s+và\s+các\s+{scope.kind_pattern}\s+(?:bạn|khác|lân\s+cận|giáp)))"
        ),
        regex.compile(
            rf"(?i:(?<={COMMITTEES}[^.;]{{0,80}}?trách\s+nhiệm\s+trước\s+(?:Chủ\s+tịch\s+)?)"
            rf"(?:UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân)\s+{scope.unit_pattern})"
        ),
        regex.compile(
            rf"(?i:(?<!\w)ngân\s+sách\s+{scope.unit_pattern}(?=\s+\p{{Ll}}[^.]*?ngân\s+sách\s+(?:cấp\s+)?{LOW}))"
        ),
        regex.compile(
            rf"(?i:(?<=(?<!\w)(?:theo|dưới|chịu)\s[^.;]{{0,60}}?)(?:{_GIVEN})\s+của\s+{scope.unit_pattern})"
        ),
        regex.compile(praised),
        regex.compile(rf"(?i:(?<!\w)(?:{_SYSTEMS})(?!\w)){unit}"),
        regex.compile(rf"(?<!\w)(?:{_OWN_NAMES})(?!\w){unit}"),
        regex.compile(
            rf"(?i:(?:không phụ thuộc (?:vào )?|phi )địa giới[^,;.]*?{scope.unit_pattern})"
        ),
    ]


@lru_cache(maxsize=16)
def _bodies_of(scope: Scope) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    body = rf"(?:{_COMMITTEE_OF}\s+)?{scope.unit_pattern}|{scope.committee_pattern}"
    level = rf"\s+{scope.unit_pattern}"
    return regex.compile(body, regex.IGNORECASE), regex.compile(level, regex.IGNORECASE)


@lru_cache(maxsize=16)
def _bodies_above(level: str | None) -> regex.Pattern[str]:
    pattern = NOTHING
    if level == "district":
        pattern = rf"{_COMMITTEE_OF}\s+(?:tỉnh|thành\s+phố){_NAMED}|Tỉnh\s+(?:ủy|uỷ){_NAMED}"
    if level == "province":
        pattern = rf"{any_of(ministries())}|(?:Thủ\s+tướng\s+)?Chính\s+phủ|Trung\s+ương"
    return regex.compile(pattern, regex.IGNORECASE)


def with_level(text: str, scope: Scope) -> str:
    """`text` with the parent's level after each district department that is named without it."""
    parts, done = [], 0
    for mention in mentions(text):
        bare = not _bodies_of(scope)[1].match(text, mention.end)
        if scope.level == "district" and text[mention.start].lower() == "p" and bare:
            parts += [text[done : mention.end], f" {scope.type}"]
            done = mention.end
    return "".join([*parts, text[done:]])
