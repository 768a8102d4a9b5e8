"""What the quantities of a clause measure, in the clause's own words."""

from collections.abc import Sequence
from itertools import pairwise

import regex

from extract.fields.quantities import NOUNS, WORDS, Place, Quantity, lead, opening
from extract.knowledge import any_of, either

YEARS = r"(?:(?:năm học|năm|giai đoạn|nhiệm kỳ|thời kỳ)\s+)(?:20\d\d)(?:\s*[-–]\s*20\d\d)?\s*"
DAY = r"(?:(?:ngày )?\d{1,2}/\d{1,2}/|tháng \d{1,2}/|quý [IVX\d]{1,3}/)20\d\d\s*"
STRIVING = either(WORDS["striving"])
FLUFF = regex.compile(
    rf"^(?:(?:và|trong đó|đồng thời|cụ thể(?: là)?|riêng|,|:|-)\s*)*(?:{STRIVING}\s*,?\s*)?"
    rf"(?:(?:đến|trong|hết|cuối|trước|vào)\s+(?:hết |cuối )?(?:{YEARS}|{DAY})[,:]?\s*"
    r"(?:bảo đảm|đảm bảo)?\s*)?"
    rf"(?:{STRIVING}\s*(?:để|có)?(?!\p{{L}})\s*)?",
    regex.I,
)
STRIVEN = regex.compile(rf"^.*,\s*(?={STRIVING}(?!\p{{L}}))", regex.I | regex.S)
TAIL = regex.compile(
    rf"[\s,:]*(?:{STRIVING}\s+)?(?:(?<!\p{{L}}){either(WORDS['reaching'])})?[\s,:]*$", regex.I
)
BRACKET = regex.compile(r"\([^()]*+\)")
STATED = regex.compile(r"năm|quý|tháng|hiện|số liệu|nhiệm kỳ|cùng kỳ|\d/20\d\d", regex.I)
HORIZON = regex.compile(
    rf"(?<!so với\s*)[,;\s]*(?:và\s+)?"
    rf"(?:(?:hướng tới|định hướng|đến|tới|vào|trong|hết|cuối|đầu|từ)\s+)*{YEARS}",
    regex.I,
)
ASIDE_OR_HORIZON = regex.compile(rf"(?P<aside>\([^()]*+\))|{HORIZON.pattern}", regex.I)
BREAKDOWN = regex.compile(r"[.,]?\s*\(\s*(?:trong đó|≈|\d+/\d+\s+\p{L})[^()]*+\)", regex.I)
JOINT = regex.compile(
    r"\s*(?:,|;|(?<!\p{L})và(?!\p{L}))\s*(?:trong đó\s*:?\s*)?|[.\s]+trong đó\s*:?\s*"
)
WITH = regex.compile(r"\s+với\s+(?=\p{L}*\s*\p{L}*\s*$)", regex.I)
OPENS = regex.compile(either([*WORDS["metrics"], *WORDS["openings"]]) + r"(?!\p{L})", regex.I)
METRIC = regex.compile(either(WORDS["metrics"]) + r"(?!\p{L})", regex.I)
LED_METRIC = regex.compile(rf"(?:(?:tăng|giảm|nâng|đưa|duy trì|giữ)\s+)?{METRIC.pattern}", regex.I)
CHANGING = regex.compile(r"\s*(?:tăng|giảm|nâng|kéo giảm)?(?:\s+dần)?\s*từ(?: mức)?\s*$", regex.I)
TOTAL = regex.compile(r"^(?:nâng|đưa|tăng)\s+(?=tổng)", regex.I)
VERBS = any_of(WORDS["predicates"])
CIRCUMSTANCE = regex.compile(rf"^(?:trong|về|ở)\s[^;:]{{2,80}}?,\s*(?={OPENS.pattern})", regex.I)
ASIDE = regex.compile(
    r"^[^,;]{12,},\s*(?=(?:t[ỷỉ] lệ|tổng số|thu nhập|doanh thu|kim ngạch|sản lượng|năng suất)\s)",
    regex.I,
)
COMPARISON = regex.compile(
    r",?\s*(?:tăng|giảm|cao hơn|thấp hơn)?\s*so với(?: mức)?\s+\d.*$", regex.I
)
SINCE = regex.compile(r"\s*so với (?:năm|cùng kỳ|giai đoạn|bình quân)[^,;]{0,80}$", regex.I)
STATING = regex.compile(
    r"(?:(?<!\p{L})(?:đạt|là|(?<!mặt |công |đồng |cân )bằng|còn|lên)|:)\s*$", regex.I
)
PREDICATE_ALONE = regex.compile(
    r"(?:(?:kéo )?(?:giảm|tăng)(?: thêm)?|chiếm|vượt|bằng)"
    r"(?=$|,|\s(?:so với|bình quân|hằng năm|hàng năm|mỗi năm))"
    r"|(?:chiếm|vượt|bằng)\s|(?:kế hoạch|dự toán|chỉ tiêu)(?!\p{L})",
    regex.I,
)
CHANGE = regex.compile(r"(?:kéo |cắt )?giảm|tăng", regex.I)
CHANGES = regex.compile(r"(?:kéo )?(?:giảm|tăng)(?!\p{L})", regex.I)
TRAILING = regex.compile(r"[\s,]+(?:với|và|cho|trong đó|của|bằng)$|,\s*riêng$", regex.I)
MARK = regex.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,2}\]")
BEFORE_STOP = regex.compile(r"\s+(?=[,;:.])")
REPEATED_STOP = regex.compile(r"(?<=[,;:])[,;:]+")
HAVING = regex.compile(r"(?<!\p{L})có\s*$")
DIGIT = regex.compile(r"\d")
COUNTED_UNIT = regex.compile(rf"{NOUNS}(?=\s|/)", regex.I)
COUNTED = regex.compile(rf"^(?:tổng )?số(?: lượng)?\s+({NOUNS})(?!\p{{L}})", regex.I)
SHORT_NAME = 8
"""Words of a name that can lack its verb."""


def indicators(clause: str, plain: str, found: Sequence[Quantity]) -> list[str]:
    """The name of each of the quantities `found` in a clause; `plain` is it without brackets.

    The words between two quantities are divided at the comma or "và" that parts them: what is
    left of it belongs to the first one, what is right of it leads up to the second one. Without
    words of its own a quantity measures what the one before it does.
    """
    names: list[str] = []
    leads: list[str] = []
    subject = ""
    for (begin, end), quantity in zip(boundaries(plain, found), found, strict=True):
        ahead = lead_in(clause[begin : opening(quantity)], first=begin == 0)
        after = tail(behind(clause, quantity, end))
        name = tidy(f"{ahead} {noun_of(quantity, ahead, clause)}{after}")
        if subject and PREDICATE_ALONE.match(name):
            name = whole(name, subject)
        else:
            subject = name or subject
        bare = not ahead and not tidy(after)
        same = bool(names) and bare and found[len(names) - 1].unit == quantity.unit
        names.append(names[-1] if same or (names and not name) else name)
        leads.append(ahead)
    return share_predicate(names, leads)


def behind(clause: str, quantity: Quantity, end: int) -> str:
    """The words behind a quantity up to `end`, but for its comparator."""
    sign = quantity.sign
    if sign is None or sign[0] < quantity.end:
        return clause[quantity.end : end]
    return clause[quantity.end : sign[0]] + clause[sign[1] : end]


def whole(predicate: str, subject: str) -> str:
    """A name with what is said of it once more: "giảm", "tăng so với dự toán"."""
    repeated = CHANGES.match(subject) and CHANGES.match(predicate)
    return subject if repeated else f"{subject} {predicate}"


def tail(text: str) -> str:
    """The words behind a quantity, without years, figures of today and breakdowns."""
    return COMPARISON.sub("", without_horizon(BRACKET.sub(unless_stated, BREAKDOWN.sub(" ", text))))


def unless_stated(bracket: "regex.Match[str]") -> str:
    """Brackets, unless they state a figure of some time."""
    said = bracket[0]
    return " " if DIGIT.search(said) and STATED.search(said) else said


def unit_said(name: str) -> str | None:
    """The counted noun that a name begins with: "tổng số xã đạt chuẩn"."""
    match = COUNTED.match(name)
    return match[1] if match else None


def boundaries(plain: str, found: Sequence[Quantity]) -> list[Place]:
    """From where to where the words of each quantity reach."""
    cuts = [divide(plain, before.end, opening(after)) for before, after in pairwise(found)]
    starts = [0, *(behind for _, behind in cuts)]
    ends = [*(ahead for ahead, _ in cuts), len(plain)]
    return list(zip(starts, ends, strict=True))[: len(found)]


def without_horizon(text: str) -> str:
    """`text` without the years that it aims at; what stands in brackets is kept."""
    return ASIDE_OR_HORIZON.sub(lambda m: m["aside"] or " ", text)


def divide(plain: str, start: int, end: int) -> Place:
    """Where the words between two quantities are divided, before and behind what joins them.

    At the first comma or "và" behind which a new name or verb opens, else at the last one.
    """
    joints = list(JOINT.finditer(plain, start, end))
    if joints and joints[0].start() == start:
        return joints[0].span()
    parts = [j for j in joints if "trong đó" in j[0].lower()]
    opens = next(iter(parts), None) or next(
        (j for j in joints if OPENS.match(plain, j.end(), end)), None
    )
    beside = WITH.search(plain, start, end)
    chosen = opens or (joints[-1] if joints else beside)
    if chosen:
        return chosen.start(), chosen.end()
    horizon = HORIZON.search(plain, start, end)
    return (horizon.start(), horizon.start()) if horizon else (end, end)


def noun_of(quantity: Quantity, ahead: str, clause: str) -> str:
    """The counted noun, where the words `ahead` do not say already what is counted."""
    if quantity.unit is None:
        return ""
    if not quantity.counted:
        return quantity.unit if not ahead and COUNTED_UNIT.match(quantity.unit) else ""
    if not ahead or ahead.lower() == "tổng số":
        return quantity.unit
    said = LED_METRIC.match(ahead) or STATING.search(lead(clause, opening(quantity)))
    return "" if said else quantity.unit


def lead_in(text: str, *, first: bool) -> str:
    """The words before a quantity, without striving, year and verb of reaching."""
    if not first:
        text = without_horizon(text)
    text = FLUFF.sub("", STRIVEN.sub("", text.strip()))
    text = CHANGING.sub("", without_horizon(text))
    text = ASIDE.sub("", CIRCUMSTANCE.sub("", text.strip()))
    text = TOTAL.sub("", FLUFF.sub("", text))
    has_counted_verb = HAVING.search(text) and len(text.split()) > 1
    return (text if has_counted_verb else TAIL.sub("", text)).strip()


def tidy(text: str) -> str:
    """One space between words, no punctuation at the ends."""
    plain = BEFORE_STOP.sub("", " ".join(MARK.sub("", text).split()))
    plain = REPEATED_STOP.sub("", plain)
    return TRAILING.sub("", plain.strip(" ,;:.-–…"))


def share_predicate(names: list[str], leads: Sequence[str]) -> list[str]:
    """Give the verb's part of the last name to those before it that are only nouns."""
    if len(names) == 0:
        return names
    verb = None if METRIC.match(names[-1]) else VERBS.search(names[-1])
    predicate = names[-1][verb.start() :] if verb and verb.start() else ""
    names = [
        names[0],
        *(with_change(*pair, leads[0]) for pair in zip(names[1:], leads[1:], strict=True)),
    ]
    since = None if leads[-1] else SINCE.search(names[-1])
    return [
        f"{name} {predicate}"
        if predicate and not ahead and lacks_verb(name)
        else with_comparison(name, since[0] if since and CHANGES.match(ahead) else "")
        for name, ahead in zip(names[:-1], leads, strict=False)
    ] + names[-1:]


def with_change(name: str, ahead: str, first: str) -> str:
    """A name with the verb that opens the clause, where nothing else leads up to it."""
    shared = CHANGE.fullmatch(first) and not name.startswith(first)
    return f"{first} {name}" if shared and not ahead else name


def with_comparison(name: str, since: str) -> str:
    """A name with what the whole clause is compared with."""
    return name if SINCE.search(name) else f"{name}{since}"


def lacks_verb(name: str) -> bool:
    """Whether a name is only a noun, so that its verb must stand elsewhere."""
    return VERBS.search(name) is None and not METRIC.match(name) and len(name.split()) < SHORT_NAME
