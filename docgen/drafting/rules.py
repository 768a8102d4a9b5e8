"""The rules by which the superior's area becomes the commune's: tables of patterns."""

from functools import lru_cache
from typing import NamedTuple

import regex

from docgen.drafting.bodies import COMMITTEES, COMMUNE_LEVEL, LOW, LOWS, VILLAGE, place_of
from docgen.drafting.scope import Scope
from plan.levels import kinds
from plan.patterns import name_pattern

_NAMED = r"(?-i:(?:\s+\p{Lu}\p{Ll}*)+)"
_COMMUNES = rf"(?:{LOWS}|{LOW})(?!\s+(?:khác|bạn|lân\s+cận|giáp\s+ranh|một\s+sản\s+phẩm))"
ONE_EACH = (
    r"(?:trạm\s+y\s+tế|trung\s+tâm\s+phục\s+vụ\s+hành\s+chính\s+công|bộ\s+phận\s+(?:một\s+cửa|tiếp\s+nhận"
    r"\s+và\s+trả\s+kết\s+quả)|(?<!thành\s)trụ\s+sở|công\s+an|ban\s+chỉ\s+huy\s+quân\s+sự|đảng\s+(?:ủy|uỷ)|"
    r"hội\s+đồng\s+nhân\s+dân|HĐND|đài\s+truyền\s+thanh|(?:hệ\s+thống\s+)?truyền\s+thanh\s+cơ\s+sở|"
    r"(?:cổng|trang)\s+thông\s+tin\s+điện\s+tử|mặt\s+trận\s+tổ\s+quốc(?:\s+việt\s+nam)?|hội\s+(?:nông\s+dân|liên\s+hiệp\s+phụ\s+nữ|cựu\s+chiến\s+binh)|"
    r"đoàn\s+thanh\s+niên|(?-i:Trung\s+tâm(?=\s+(?:các\s+)?\p{Ll})))"
)
"""Bodies and places of which every commune has one."""
_REACHES = r"(?:đạt|là|từ|trên|dưới)"
_COMMUNES_AT_ALL = rf"(?:các\s+)?(?:{LOWS}|{LOW})(?!\s+(?-i:\p{{Lu}}))"
_LISTED_PLACES = (
    r"(?<=(?:các\s(?:sở|cơ\s+quan|phòng|ban|ngành|đơn\s+vị|cấp)[^.;:()]{0,60}?|cơ\s+quan,\s+đơn\s+vị)"
    r"(?:,|\s+và)\s+)"
    r"(?:các\s+)?địa\s+phương(?!\w)"
)
"""Places (địa phương) at the end of a list of offices."""

Row = tuple[str, str]


class Rule(NamedTuple):
    """What is found, and the words that take its place."""

    pattern: regex.Pattern[str]
    words: str

    def apply(self, text: str) -> str:
        """`text` with every match in the commune's words, its first letter as its place asks."""
        return self.pattern.sub(self._written, text)

    def _written(self, match: regex.Match[str]) -> str:
        words = str(match.expand(self.words))
        begins = place_of(match.string, match.start()) == "sentence"
        return words[:1].upper() + words[1:] if begins and not match[0][0].islower() else words


@lru_cache(maxsize=16)
def counting_rules(scope: Scope) -> list[Rule]:
    """The rules for communes that are counted (100% xã): the commune itself is meant.

    Where communes draw up budgets beside other offices, villages cannot take their place.
    """
    c = scope.commune
    counted = r"(?:100\s*%|mỗi|tất\s+cả)(?:\s+số)?(?:\s+các)?\s+"
    committee = r"(?:UBND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân)\s+(?:các\s+)?"
    among = rf"(?:\s+(?:trên\s+địa\s+bàn|trong|của)\s+(?:toàn\s+)?{scope.unit_pattern})?"
    budgeted = (
        r"(?=\s+(?:chủ\s+động\s+)?(?:lập|xây\s+dựng|bố\s+trí|sử\s+dụng)\s+(?:dự\s+toán|kinh\s+phí))"
    )
    theirs = rf"(?:tại\s+)?cấp\s+{scope.unit_pattern}\s+{_REACHES}\s+[^,;.]+"
    ends = r"(?=\s*[,;.]|\s+và\s)"
    villages = rf"{VILLAGE}(?:,\s+{VILLAGE})*"
    both = rf"(?:của\s+)?cấp\s+{scope.unit_pattern}(?:\s*,|\s+và)\s+(?:UBND\s+)?{COMMUNE_LEVEL}"
    return _compiled(
        (rf"(?:,|\s+và)\s+(?:{COMMITTEES}|(?:các\s+)?địa\s+phương){budgeted}", ""),
        (rf"(?<=(?:UBND|HĐND|nhân\s+dân|Ban\s+Chỉ\s+(?:đạo|huy)[^,.;]{{0,40}}?)\s){both}", c),
        (both, f"của {c}"),
        (
            rf"tỷ\s+lệ\s+(?:số\s+)?(?:các\s+)?(UBND\s+|){_COMMUNES}{among}\s+([^;]*?)\s+đạt\s+100\s*%",
            rf"\1{c} \2",
        ),
        (rf"{theirs},\s+(?:tại\s+)?{COMMUNE_LEVEL}(?=\s+{_REACHES}\s)", c),
        (rf"(tỉnh|Trung\s+ương)\s*,\s*{scope.kind_pattern}\s*,\s*{LOW}{ends}", rf"\1, {c}"),
        (rf"(?<=(?<!\w)tại\s){_COMMUNES_AT_ALL}(?=[^.]*?(?<!\w)tại\s+(?:các\s+)?{VILLAGE})", c),
        (rf"({villages}\s+trên\s+địa\s+bàn)\s+{_COMMUNES_AT_ALL}", rf"\1 {c}"),
        (rf"{counted}{committee}(?:{_COMMUNES}|{COMMUNE_LEVEL}){among}", f"UBND {c}"),
        (rf"{counted}{_COMMUNES}{among}", c),
        (rf"(?<=(?:^|[.;:]\s+|phấn\s+đấu\s+))100\s*%\s+(?:số\s+)?(?:các\s+)?({ONE_EACH})", r"\1"),
        (rf"({ONE_EACH}\s+(?:của\s+)?)(?:các\s+)(?:{LOWS}|{LOW})", rf"\1{c}"),
        (
            rf"(giữa\s[^.;]*?)(?<!UBND\s){scope.kind_pattern}(\s+(?:với|và)\s(?:(?!UBND)[^.;])*?){LOW}",
            rf"\1{c}\2{scope.villages}",
        ),
    )


@lru_cache(maxsize=16)
def issuer_rules(scope: Scope, *, own: bool) -> list[Rule]:
    """The rules for the office that issued the parent (a Sở): in its place the commune's committee.

    What it orders the communes to do, it stays the office that ordered it.
    """
    if not scope.office:
        return []
    alone = r"(?-i:Sở(?!\s+(?:\p{Lu}|\p{Ll}+\s+-))|Phòng(?=\s*(?:[,;.)]|$)))"
    if own:
        return _compiled((rf"(?<!\w){alone}(?!\w)", scope.office))
    named = rf"(?:{name_pattern(scope.office)}|{alone})"
    committee = f"UBND {scope.commune}"
    head = rf"(?<!\w)(?:Ban\s+Giám\s+đốc|Giám\s+đốc|Trưởng|Lãnh\s+đạo)\s+{named}(?!\w)"
    return _compiled((head, f"Chủ tịch {committee}"), (rf"(?<!\w){named}(?!\w)", committee))


@lru_cache(maxsize=16)
def area_rules(scope: Scope, *, own: bool) -> list[Rule]:
    """The rules for areas and levels; `own` for what the communes are ordered to do themselves."""
    communes = _the_commune_itself(scope) if own else _villages_for_communes(scope)
    offices = [] if own else _offices(scope)
    return _compiled(*_pairs(scope), *communes, *_area(scope), *_below(scope), *offices)


@lru_cache(maxsize=16)
def tidying_rules(scope: Scope) -> list[Rule]:
    """The rules that clean up where two levels have become one."""
    c, v = scope.commune, scope.villages
    twice = "|".join((f"UBND {c}", f"của {c}", f"các {v}", f"tại các {v}", f"{c}", f"{v}"))
    return _compiled(
        (rf"(?<!\w)({twice})(?:(?:\s*,\s*|\s+và\s+)\1(?!\w))+(?!\s+hội)", r"\1"),
        (rf"(?<!\w)(?:{c}\s+)+{c}(?!\w)(?!\s+(?:hội|viên))", c),
        (rf"(?<!\w)((?:\p{{L}}+\s+){{1,4}}{c})(?:\s*,\s*|\s+và\s+)\1(?!\w)(?!\s+hội)", r"\1"),
        (rf"(từ\s+{c}\s+đến\s+{v})\s+và\s+các\s+{v}", r"\1"),
        (r"(?-i:Đảng\s+(?=Đảng\s+ủy))", "Đảng của "),
        (r"(HĐND và UBND) và ", r"\1, "),
    )


@lru_cache(maxsize=16)
def ranking_rules(scope: Scope) -> list[Rule]:
    """The rules for where the superior stands among its like: the commune among its own."""
    wider = {"district": r"tỉnh", "province": r"cả\s+nước|toàn\s+quốc"}.get(scope.level or "")
    if not wider:
        return []
    leading = r"(?<=(?:nhóm|tốp|top)\s+(?:\d+\s+)?(?:dẫn\s+)?đầu\s+(?:của\s+)?)"
    return _compiled((rf"{leading}(?:{wider})(?!\w)", scope.type))


@lru_cache(maxsize=16)
def listing_rules(scope: Scope) -> list[Rule]:
    """The rules for a list in which the commune's committee would stand twice."""
    itself = rf"UBND\s+{scope.commune}(?!\s+(?-i:\p{{Lu}}))"
    return _compiled(
        (rf"(?<!\w)({itself}(?:,\s+[^,.;]+){{1,4}})(?:,|\s+và)\s+{itself}(?=\s)", r"\1")
    )


def _compiled(*rows: Row) -> list[Rule]:
    return [Rule(regex.compile(pattern, regex.IGNORECASE), words) for pattern, words in rows]


def _pairs(scope: Scope) -> list[Row]:
    """The superior's level and the commune's named together: only the commune's remains."""
    unit, c, v = scope.unit_pattern, scope.commune, scope.villages
    up_to = rf"từ\s+(?:cấp\s+)?{unit}\s+(?:đến|tới|xuống)\s+(?:cấp\s+)?(?:các\s+)?(?:{LOW}|cơ\s+sở)"
    both = (
        rf"(của\s+|tại\s+|ở\s+|do\s+|)(?:các\s+)?{unit}(?:\s*,|\s+và)\s+(?:của\s+|tại\s+|ở\s+)?"
        rf"(?:các\s+)?(?:cụm\s+)?{_COMMUNES}"
    )
    return [
        (rf"(?<=cơ\s+quan(?:\s+nhà\s+nước)?\s+){up_to}", f"của {c}"),
        (up_to, f"từ {c} đến {v}"),
        (
            rf"(?<=(?:cơ\s+quan|đơn\s+vị|ngành|đoàn\s+thể)\s){unit}(?:\s*,|\s+và)\s+các\s+{_COMMUNES}",
            f"{c}, các {v}",
        ),
        (rf"{unit}\s+(?:và|đến)\s+cơ\s+sở(?!\s+\p{{Ll}}+\s+(?:vật|hạ))", c),
        (
            rf"(?<=(?:Ban\s+Chỉ\s+đạo|Tổ\s+công\s+tác|Hội\s+đồng|Ban\s+Chỉ\s+huy)[^,.;]{{0,40}}?\s)cấp\s+{unit}",
            c,
        ),
        (both, rf"\1{c}"),
        (
            rf"(?:cấp\s+)?{LOW}\s+trên\s+địa\s+bàn\s+(?:toàn\s+)?{_with_name(scope)}",
            scope.commune_in_full,
        ),
        (rf"{COMMUNE_LEVEL}\s+trên\s+địa\s+bàn\s+(?:toàn\s+)?{unit}", c),
    ]


def _villages_for_communes(scope: Scope) -> list[Row]:
    """Communes as those who carry out: at the commune these are the villages."""
    c, v = scope.commune, scope.villages
    return [
        (
            rf"thị\s+trấn{_NAMED}?\s+(và|với)\s+(?:trung\s+tâm\s+)?các\s+xã(?!\w)",
            rf"trung tâm {c} \1 các {v}",
        ),
        (rf"(các|từng|những|một\s+số|nhiều)\s+{_COMMUNES}", rf"\1 {v}"),
        (
            rf"(các\s+{v}\s+\p{{Ll}}[^,;.]{{1,40}}(?:,|\s+và)\s+){LOW}(?=\s+(?-i:\p{{Ll}}))",
            rf"\1{v}",
        ),
        (rf"(,|\s+và)\s+{LOWS}", rf"\1 {v}"),
        (LOWS, c),
        (r"(?<=(?:từng|mỗi)\s[^.;:()]{0,40}?(?:,|\s+và)\s+)địa\s+phương(?!\w)", v),
        (r"(?<=cơ\s+quan,\s+)địa\s+phương(?=\s+(?:có\s+)?liên\s+quan)", v),
        (_LISTED_PLACES, f"các {v}"),
        (r"(?<!\w)các\s+địa\s+phương(?!\s+khác)(?!\w)", f"các {v}"),
    ]


def _the_commune_itself(scope: Scope) -> list[Row]:
    """Communes as those who are addressed: the commune itself."""
    c = scope.commune
    return [
        (rf"tại\s+(?:các\s+)?{_COMMUNES}", f"trên địa bàn {c}"),
        (rf"(?:(?:các|từng|mỗi)\s+)?(?:{LOWS})", c),
        (rf"(?:các|từng|mỗi)\s+{_COMMUNES}", c),
    ]


def _area(scope: Scope) -> list[Row]:
    """The superior's area."""
    if not scope.type:
        return []
    c, kind = scope.commune, kinds()[scope.type]
    alone = (
        r"(?<!(?:các|cấp|liên|tuyến|nhiều|một\s+số|ngoài|từng|mỗi)\s)"
        rf"{scope.kind_pattern}(?!(?-i:\s+\p{{Lu}}\p{{Ll}}))"
        r"(?!,?\s+(?:thị\s+xã|thành\s+phố|huyện|quận|thông\s+minh|trực\s+thuộc|vệ\s+tinh|lộ\b|"
        r"bạn|khác|lân\s+cận|giáp\s+ranh))"
    )
    return [
        (scope.committee_pattern, f"Đảng ủy {c}"),
        (rf"{name_pattern(kind.youth)}(?!\w)", f"Đoàn Thanh niên {c}"),
        (rf"Liên\s+đoàn\s+Lao\s+động(?:\s+{scope.unit_pattern})?", f"Công đoàn {c}"),
        (_with_name(scope), scope.commune_in_full),
        (alone, c),
    ]


def _below(scope: Scope) -> list[Row]:
    """The commune's level and what lies below it."""
    c, v = scope.commune, scope.villages
    row = rf"{VILLAGE}(?:(?:\s*[,/]\s*|\s+và\s+){VILLAGE})+"
    return [
        (rf"(?<=\w\s)(?<!(?:đến|tới|ở|là|về|và|cấp)\s){COMMUNE_LEVEL}", c),
        (rf"(?<=(?<!\w)ở\s){COMMUNE_LEVEL}", c),
        (rf"(?<!\w){row}(?!\w)", v),
        *((rf"(?<!nông\s)(?<!\w){word}(?!\w)", v) for word in ("thôn", "tổ dân phố") if word != v),
    ]


def _offices(scope: Scope) -> list[Row]:
    """Collective names of offices."""
    if scope.has_departments:
        return [
            (r"(?<!\w)các\s+sở,\s+(?:ban,?\s+)?ngành(?!\w)", "các phòng, ban, ngành"),
            (r"(?<!\w)sở,\s+(?:ban,?\s+)?ngành(?!\w)", "phòng, ban, ngành"),
            (r"(?<!\w)các\s+sở(?=\s*[,;]|\s+và\s)", "các phòng"),
            (r"(?<=(?:từng|mỗi|của)\s)sở(?=\s*[,;.]|\s+và\s|\s+ngành)", "phòng"),
            (r"^Là\s+cơ\s+quan\s+(thường\s+trực|đầu\s+mối)", r"Là đơn vị \1"),
        ]
    office = "phòng" if scope.level == "district" else "(?:phòng|sở)"
    return [
        (rf"(?<!\w)các\s+{office},\s+ban(?=,\s+(?:ngành|đơn))", "các ban"),
        (rf"(?<!\w)các\s+{office},\s+ban(?!\s+(?:ngành|chuyên))(?!\w)", "các bộ phận"),
        (rf"(?<!\w)các\s+{office}(?:,?\s+ban)?\s+chuyên\s+môn", "các công chức chuyên môn"),
        (rf"(?<!\w)các\s+{office}(?:,\s+ban)?(?=\s*[,;]|\s+và\s|\s+liên\s+quan)", "các bộ phận"),
        (r"^Là\s+cơ\s+quan\s+(?:thường\s+trực|đầu\s+mối)", "Là đầu mối"),
    ]


def _with_name(scope: Scope) -> str:
    return rf"{scope.kind_pattern}\s+{scope.name_pattern}"
