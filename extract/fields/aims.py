"""Which quantities of a clause are aims, and which only describe what is measured."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extract.fields.quantities import (
    COUNTING,
    TIME,
    WINDOW,
    WORDS,
    Quantity,
    is_counted_target,
    lead,
    quantities,
)
from extract.knowledge import either

CONDITION = regex.compile(r"(?<!\p{L})(?:nếu|trường hợp)\s[^,;]*$", regex.I)
REACHED = regex.compile(rf"(?:(?<!\p{{L}}){either(WORDS['reached'])}|:|^)\s*$", regex.I)
ACHIEVED = regex.compile(r"(?:đạt|là|còn|bằng|chiếm|lên|xuống|:)\s*$", regex.I)
CREATING = regex.compile(rf"(?<!\p{{L}}){either(WORDS['creating'])}\s*$", regex.I)
REPORTED = regex.compile(rf"(?<!\p{{L}}){either(WORDS['reported'])}(?!\p{{L}})", regex.I)
REPORTED_BEHIND = regex.compile(either(WORDS["reported_behind"]), regex.I)
AVERTED = regex.compile(rf"(?<!\p{{L}}){either(WORDS['averted'])}\s[^,;]*$", regex.I)
OF_SOME = regex.compile(r"(?:\p{L}+\s+){1,3}có(?: từ)?\s*$", regex.I)
CHANGED = regex.compile(r"^[^,;]{0,40}?(?<!\p{L})(?:lên|xuống|còn)(?!\p{L})[^,;\d]{0,25}$", regex.I)
LATER = regex.compile(r"năm\s+20\d\d[^,;\d]{0,20}(?:đến|tới)[^,;\d]{0,10}$", regex.I)
COMPARED = regex.compile(r"so với(?: mức| năm trước| cùng kỳ| kế hoạch)?\s*$", regex.I)
CLOSING = regex.compile(r"\s*(?:$|[,;.)])")
APART = regex.compile(r"[,;:]|(?<!\p{L})(?:và|trong đó|năm 20\d\d)(?!\p{L})", regex.I)
JOINT = regex.compile(r"[,;:]|(?<!\p{L})và(?!\p{L})")
LISTING = regex.compile(r"(?:,|và)\s*$")
WORD = regex.compile(r"\s*\p{L}")
WITH = regex.compile(r"(?<!\p{L})(?:với|cho)(?:\s\p{L}+){0,3}\s*$", regex.I)
STRIVING = regex.compile(rf"(?:{either(WORDS['striving'])}(?: có| đạt)?)?", regex.I)
OPENINGS = regex.compile(either(WORDS["openings"]) + r"(?!\p{L})", regex.I)
METRIC = regex.compile(either(WORDS["metrics"]) + r"(?!\p{L})", regex.I)


def aims(clause: str, *, strict: bool) -> list[Quantity]:
    """The quantities of a clause that are its own and do not describe what is measured.

    The words between commas give one at most: a percentage before a measure, a measure before
    a count. In tasks (`strict`) a count must be of something that comes to be, or have a
    comparator, and reports of what was are left out.
    """
    found = [
        limited(q, clause) for q in changes(list(quantities(clause)), clause) if stands(q, clause)
    ]
    if strict:
        found = [q for q in found if is_commitment(q, clause)]
    chosen: list[Quantity] = []
    for segment in segments(found, clause):
        chosen += best(segment, clause, chosen)
    percent = next((q for q in chosen if q.unit == "%"), None)
    return [q for q in chosen if percent is None or holds_beside(q, percent, clause)]


def changes(found: list[Quantity], clause: str) -> Iterator[Quantity]:
    """The quantities, one for each change "từ … lên …", which keeps what it changes from."""
    before: Quantity | None = None
    for following in found:
        now = following
        if before and changes_to(before, clause[before.end : now.start], clause):
            now = replace(now, from_=replace(before, unit=before.unit or now.unit))
        elif before:
            yield before
        before = now
    if before:
        yield before


def changes_to(before: Quantity, between: str, clause: str) -> bool:
    """Whether a quantity is only what the next one changes from."""
    opened = lead(clause, before.number_start).rstrip().lower().endswith(("từ", "từ mức"))
    return opened and bool(CHANGED.search(between) or LATER.search(between))


def stands(quantity: Quantity, clause: str) -> bool:
    """Whether a quantity is set at all: none to be averted, to compare with, without all words."""
    before = lead(clause, quantity.start)
    if quantity.unit is None:
        return REACHED.search(before) is not None and before.strip() != ""
    if quantity.unit != "%" and AVERTED.search(before):
        return False
    return COMPARED.search(before) is None


def limited(quantity: Quantity, clause: str) -> Quantity:
    """A quantity that must not be passed ("không để … vượt 3%") as the highest one."""
    averted = quantity.comparator == ">" and AVERTED.search(lead(clause, quantity.start))
    return replace(quantity, comparator="<=") if averted else quantity


def is_commitment(quantity: Quantity, clause: str) -> bool:
    """Whether a quantity among tasks is one that the plan commits to."""
    before = lead(clause, quantity.start)
    behind = clause[quantity.end : quantity.end + WINDOW]
    if CONDITION.search(before) or REPORTED.search(before) or REPORTED_BEHIND.search(behind):
        return False
    if quantity.unit == "%":
        follows = WORD.match(behind) is not None and not OF_SOME.search(before)
        return follows or bool(ACHIEVED.search(before) or METRIC.match(own_words(before)))
    if not quantity.counted:
        timed = quantity.comparator in {">=", "<="} and TIME.fullmatch(quantity.unit or "")
        return bool(timed or ACHIEVED.search(before) or CREATING.search(before))
    if quantity.comparator in {">=", ">"} and quantity.sign:
        return True
    return bool(CREATING.search(before)) and clause[quantity.number_start] == "0"


def segments(found: Sequence[Quantity], clause: str) -> Iterator[list[Quantity]]:
    """The quantities in groups, a comma, "và" or a year apart."""
    group: list[Quantity] = []
    for quantity in found:
        if group and APART.search(clause[group[-1].end : quantity.start]):
            yield group
            group = []
        group.append(quantity)
    if group:
        yield group


def best(segment: Sequence[Quantity], clause: str, before: Sequence[Quantity]) -> list[Quantity]:
    """The aim of a segment, and one that goes with it: "12 lớp với 300 học viên"."""
    percents = [q for q in segment if q.unit == "%"]
    if percents:
        return [next((q for q in percents[1:] if achieved(q, clause)), percents[0])]
    strong = [q for q in segment if not q.counted or is_aim(q, clause, before)]
    if not strong:
        return []
    first = next((q for q in strong if achieved(q, clause)), strong[0])
    return [first, *(q for q in strong if goes_with(q, first, clause))]


def achieved(quantity: Quantity, clause: str) -> bool:
    """Whether a word of reaching leads up to a quantity."""
    return ACHIEVED.search(lead(clause, quantity.start)) is not None


def is_aim(quantity: Quantity, clause: str, before: Sequence[Quantity]) -> bool:
    """Whether a count is an aim of its own, or goes on with a list: "02 xã, 11 thôn"."""
    ahead = lead(clause, quantity.start)
    listed = bool(before) and LISTING.search(ahead) is not None
    closes = CLOSING.match(clause, quantity.end) is not None
    stated = closes and METRIC.match(own_words(ahead)) is not None
    return is_counted_target(quantity, clause) or listed or stated


def goes_with(quantity: Quantity, first: Quantity, clause: str) -> bool:
    """Whether a second count stands beside the first one: "với khoảng 1.150 lượt học viên"."""
    if quantity.start <= first.start or not first.counted:
        return False
    return WITH.search(lead(clause, quantity.start)) is not None


def holds_beside(quantity: Quantity, percent: Quantity, clause: str) -> bool:
    """Whether a quantity in a clause with a percentage is more than a description."""
    if quantity.unit == "%":
        return True
    before = lead(clause, quantity.start)
    own = own_words(before)
    if own.lower() == "có":
        return False
    if not quantity.counted:
        set_apart = METRIC.match(own) or OPENINGS.match(own) or (own and quantity.sign)
        return bool(before.strip()) and bool(REACHED.search(before) or set_apart)
    listed = not own and (quantity.start > percent.end or (quantity.known and not before))
    bounded = quantity.sign is not None and METRIC.match(own) is not None
    if quantity.start > percent.end and opens(percent, clause):
        return listed or bounded or OPENINGS.match(own) is not None
    stated = before.rstrip().endswith(":")
    return listed or bounded or stated or COUNTING.search(before) is not None


def opens(percent: Quantity, clause: str) -> bool:
    """Whether what a percentage is of stands behind it, and what follows may belong to that."""
    return STRIVING.fullmatch(own_words(lead(clause, percent.start))) is not None


def own_words(before: str) -> str:
    """The words right before a quantity, back to what parts them from others."""
    return JOINT.split(before)[-1].strip()
