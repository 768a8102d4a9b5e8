"""What the parent orders the communes to do, as duties of the commune's own units."""

from dataclasses import dataclass

import regex

from docgen.drafting.bodies import ADDRESSED, VILLAGE
from docgen.drafting.clauses import change, small
from docgen.drafting.reword import reword
from docgen.drafting.work import Work
from plan.patterns import name_pattern
from plan.units import field_about

_ITS_OWN_PLAN = regex.compile(
    r"^(?:căn\s+cứ[^;.]*?,\s*)?(?:(?:chủ\s+động|khẩn\s+trương|kịp\s+thời)\s+)?"
    r"(?:xây\s+dựng|ban\s+hành|cụ\s+thể\s+hóa)(?:,?\s+(?:và\s+)?(?:ban\s+hành|triển\s+khai))?\s+"
    r"(?:các\s+)?(?:chương\s+trình,\s+)?kế\s+hoạch\s+[^;,.]*?(?:triển\s+khai|thực\s+hiện|"
    r"cụ\s+thể|chi\s+tiết|địa\s+phương|đơn\s+vị|địa\s+bàn|cấp\s+mình)",
    regex.IGNORECASE,
)
_SUBJECT = regex.compile(
    rf"^{ADDRESSED}\s+(?:có\s+trách\s+nhiệm\s+|chịu\s+trách\s+nhiệm\s+(?=tổ\s+chức|chỉ\s+đạo))?",
    regex.IGNORECASE,
)
_TO_VILLAGES = regex.compile(
    rf"^chỉ\s+đạo\s+(?:các\s+)?{VILLAGE}(?:(?:,|\s+và)\s+{VILLAGE})*\s+(?=\p{{L}})",
    regex.IGNORECASE,
)
_DECIDES = regex.compile(
    r"^(?:chỉ\s+đạo|ban\s+hành|bố\s+trí|cân\s+đối|phê\s+duyệt|quyết\s+định|phân\s+công|giao|"
    r"thành\s+lập|kiện\s+toàn|quy\s+định|đưa|huy\s+động|báo\s+cáo|trình|chủ\s+động\s+bố\s+trí)\s",
    regex.IGNORECASE,
)
_DOES = regex.compile(r"(?!\p{Lu})(?!(?:là|đã|có|được|bị|còn|chưa|trên|thuộc|ở|và|hoặc)\s)\p{L}+\s")
_ANSWERS = regex.compile(r"^chịu\s+trách\s+nhiệm\s", regex.IGNORECASE)
_REPORTS_LATER = regex.compile(
    r"^(?P<when>(?:định\s+kỳ|hằng|hàng|trước\s+ngày|mỗi)[^;]*?,\s*)(?=(?:tổng\s+hợp,?\s+)?báo\s+cáo)",
    regex.IGNORECASE,
)
_REPORT = regex.compile(r"(?<!\w)báo\s+cáo(?!\w)", regex.IGNORECASE)
PLAN_ITSELF = "Kế hoạch được yêu cầu ban hành chính là văn bản này."


@dataclass(frozen=True, slots=True)
class Order:
    """A duty of the commune's `unit`; `text` is `None` where the order is this plan itself."""

    unit: str
    text: str | None


def order_of(text: str, work: Work) -> Order:
    """What an order to the communes becomes, and which unit of the commune has it."""
    scope = work.scope
    rest = change(_SUBJECT.sub("", text), lambda one: None if is_this_plan(one) else one)
    if rest is None:
        return Order(work.lead, None)
    rest = _capital(rest)
    villages = _TO_VILLAGES.match(rest)
    if villages:
        said = reword(_capital(rest[villages.end() :]), scope, "own")
        return Order(f"Các {scope.villages}", said)
    if told := _told_unit(rest, work):
        unit, rest = told
        return Order(unit, reword(_capital(rest), scope, "own", unit))
    field = None if _reports_up(rest, work) else field_about(rest)
    unit = scope.profile.unit(field) if field else work.lead
    return Order(unit, reword(_advising(rest, scope.commune), scope, "own", unit))


def _told_unit(text: str, work: Work) -> tuple[str, str] | None:
    """The commune's unit that the communes are to tell to do something, and what."""
    field = field_about(text)
    unit = work.scope.profile.unit(field) if field else work.lead
    bare = unit.removesuffix(f" {work.scope.commune}")
    pattern = rf"chỉ\s+đạo\s+{name_pattern(bare)}(?:\s+(?:cấp\s+)?xã)?\s+(?P<rest>\p{{Ll}}.*)"
    found = regex.fullmatch(pattern, text, regex.IGNORECASE | regex.DOTALL)
    return (unit, str(found["rest"])) if found else None


def is_order(text: str) -> bool:
    """Whether `text` says what the communes are to do, wherever it stands."""
    said = _SUBJECT.match(text)
    return said is not None and bool(_DOES.match(text, said.end()))


def is_this_plan(clause: str) -> bool:
    """Whether `clause` asks the commune for a plan of its own, which the draft is."""
    return bool(_ITS_OWN_PLAN.match(clause))


def _advising(text: str, commune: str) -> str:
    """`text` as an officer's duty: what the committee decides, the officer advises it to do."""
    if _ANSWERS.match(text):
        return f"Tham mưu UBND {commune} tổ chức thực hiện và {small(text)}"
    if _DECIDES.match(text):
        return f"Tham mưu UBND {commune} {small(text)}"
    later = _REPORTS_LATER.match(text)
    return f"{later['when']}tham mưu UBND {commune} {text[later.end() :]}" if later else text


def _reports_up(text: str, work: Work) -> bool:
    """Whether `text` asks for a report to the superior."""
    to = rf"UBND\s+{work.scope.unit_pattern}|(?<!\w)(?:Sở|Phòng)\s"
    return bool(_REPORT.search(text) and regex.search(to, text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
