"""What a person must decide: figures, dates and places of the superior in the commune's text."""

from collections.abc import Iterator

import regex

from docgen.drafting.bodies import LOW
from docgen.drafting.outline import Passage
from docgen.drafting.scope import Scope
from plan.model import Assignment, Deadline, Duty, Target, Task

_RATES = ("%", "Mbps", "Gbps", "TB", "GB", "giờ", "phút", "ngày", "tháng", "năm")
_PER_ONE = regex.compile(r"(?<!\w)(?:mỗi|trung bình|bình quân)(?!\w)|/", regex.IGNORECASE)
_MONEY = regex.compile(r"\d[\d.,]*\s*(?:nghìn|triệu|tỷ)?\s*đồng", regex.IGNORECASE)
_PLACE = regex.compile(
    r"(?<!\w)(?i:thị trấn|xã|phường|thôn|cụm công nghiệp|khu công nghiệp|khu du lịch|khu đô thị|"
    r"khu kinh tế)(?P<name>(?:\s+\p{Lu}\p{Ll}+)+)"
)
_DATE = regex.compile(r"\d{4}(?:-\d\d){0,2}")
_IS_PLAIN = regex.compile(
    r"(?:^|[.;:,]|(?<!\w)(?!(?:huyện|quận|tỉnh|phố|xã|phường|trấn|khu)$)\p{Ll}+)$"
)
_COMMUNES_COUNTED = regex.compile(rf"\d+\s*%?\s+(?:số\s+)?{LOW}", regex.IGNORECASE)
_PAST = "Thời hạn “{deadline}” đã qua khi ban hành kế hoạch; xác định lại."
_BY_A_DAY = regex.compile(
    r"(?:trước|chậm nhất(?: là| vào)?|đến)\s+(?:hết\s+)?ngày\s+"
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})",
    regex.IGNORECASE,
)
_PRODUCT = regex.compile(
    r"(?<![\d./-])(?:\d{1,3}(?:\.\d{3})+|\d{1,4})\s+(?!(?:ngày|tháng|năm|quý|giờ|phút|lần)\b)\p{Ll}+"
)
_RANK = regex.compile(
    r"(?:nhóm|tốp|top)\s+\d+\s+(?:tỉnh|huyện|thành phố|địa phương)[^.;]*", regex.IGNORECASE
)
_LEVEL_ABOVE = regex.compile(r"(?<!\w)(?:cấp|tuyến)\s+(?:huyện|quận|tỉnh|thành phố)(?!\w)")


def doubts(passage: Passage, scope: Scope) -> Iterator[str]:
    """Advice on a passage of the commune's plan."""
    text, c = passage.block.text, scope.commune
    records = [reading.record for reading in passage.readings]
    theirs = [reading.record for reading in passage.readings if not reading.own]
    targets = [one for one in theirs if isinstance(one, Target)]
    passage.marks += [said for one in targets if (said := _figure(one, text))]
    yield from _about_targets(targets, scope)
    for record in records:
        if isinstance(record, Task) and (over := _over(text, scope)):
            passage.marks.append(over)
            yield _PAST.format(deadline=over)
        if isinstance(record, Duty) and (past := past_deadline(record.deadline, scope)):
            yield past
    if money := _MONEY.search(text):
        passage.marks.append(money[0])
        yield f"Số tiền {money[0]} là của toàn {scope.type}; xác định kinh phí, nguồn của {c}."
    if place := _foreign_place(text, scope):
        passage.marks.append(place)
        yield f"Có địa danh cụ thể ({place}); giữ lại nếu thuộc {c}, nếu không thì bỏ."
    if _names_superior(text, scope):
        yield f"Còn nhắc tên {scope.name}; xác định câu này nói về {scope.type} hay về {c}."
    if counted := _COMMUNES_COUNTED.search(text):
        passage.marks.append(counted[0])
        yield f"Còn tính theo số đơn vị cấp xã ({counted[0]}); xác định phần của {c}."
    if rank := _RANK.search(text):
        passage.marks.append(rank[0])
        yield f"Thứ hạng “{rank[0]}” là của {scope.type}; xác định mức phấn đấu của {c}."
    if level := _LEVEL_ABOVE.search(text):
        passage.marks.append(level[0])
        yield f"Còn nhắc {level[0]}; xác định việc này có áp dụng cho {c} không."


def _about_targets(targets: list[Target], scope: Scope) -> Iterator[str]:
    counted = [one for one in targets if counts_things(one)]
    if counted:
        figures = ", ".join(_number(one.value) for one in counted if one.value is not None)
        said = f"{figures} {counted[0].unit or ''}".strip()
        yield f"Con số {said} là của toàn {scope.type}; xác định phần của {scope.commune}."
    this_year = int(scope.profile.plan.date[:4])
    past = sorted({one.year for one in targets if one.year and one.year < this_year})
    if past:
        years = ", ".join(map(str, past))
        yield f"Mốc năm {years} đã qua khi ban hành kế hoạch; xác định lại mốc hoặc bỏ."


def _figure(target: Target, text: str) -> str | None:
    """A number of things as `text` prints it, with what is counted."""
    if not counts_things(target) or target.value is None:
        return None
    found = regex.search(rf"(?<![\d.,])0*{regex.escape(_number(target.value))}(?![\d.,]*\d)", text)
    return found and f"{found[0]}{_unit_after(target, text[found.end() :])}"


def _unit_after(target: Target, rest: str) -> str:
    unit = f" {target.unit}"
    return unit if rest.startswith(unit) else ""


def counts_things(target: Target) -> bool:
    """Whether the value is a number of things, which only the superior's whole area has."""
    unit = (target.unit or "").partition(" ")[0]
    counted = target.value is not None and unit not in _RATES
    return counted and not _PER_ONE.search(target.text)


def past_deadline(deadline: Deadline | None, scope: Scope) -> str | None:
    """Advice on a deadline that is over when the plan is issued."""
    today = scope.profile.plan.date
    if deadline is None or not _DATE.fullmatch(deadline.date or ""):
        return None
    length = min(len(today), len(deadline.date or ""))
    if (deadline.date or "")[:length] >= today[:length]:
        return None
    return _PAST.format(deadline=deadline.text)


def product(row: Assignment, scope: Scope) -> str | None:
    """Advice on a product (sản phẩm) that is counted for the superior's whole area."""
    counted = _PRODUCT.search(row.output or "")
    if counted is None:
        return None
    return f"Sản phẩm “{counted[0]}” tính cho toàn {scope.type}; xác định phần của {scope.commune}."


def _over(text: str, scope: Scope) -> str | None:
    """A day by which something is to be done that is over when the plan is issued."""
    for found in _BY_A_DAY.finditer(text):
        day = f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}"
        if day[: len(scope.profile.plan.date)] < scope.profile.plan.date:
            return str(found[0])
    return None


def _foreign_place(text: str, scope: Scope) -> str | None:
    """A place that is named, other than the commune itself."""
    for found in _PLACE.finditer(text):
        if scope.commune_name not in found["name"]:
            return str(found[0])
    return None


def _names_superior(text: str, scope: Scope) -> bool:
    """Whether the superior's name stands in `text` by itself, not in the name of something."""
    if not scope.name or scope.name in scope.commune_name:
        return False
    named = regex.finditer(rf"(?P<before>\S*)\s*{scope.name_pattern}", text)
    return any(_IS_PLAIN.search(text[: one.start("before")] + one["before"]) for one in named)


def _number(value: float) -> str:
    """A number with a dot between thousands and a decimal comma."""
    return f"{int(value) if value == int(value) else value:,}".translate(str.maketrans(",.", ".,"))
