"""The commune's own figures in its targets: values that it sets, today's figures, counts."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

import regex

from docgen.drafting.doubts import counts_things
from docgen.drafting.edits import Edit, edit
from docgen.drafting.outline import Passage, Reading
from docgen.drafting.scope import Scope
from docgen.drafting.work import Work
from docgen.figures import counted, whole_of
from docgen.notes import Note
from docgen.profile import OwnTarget
from plan.matching import SAME, same_indicator
from plan.model import Baseline, Target

BLANK = "…"
_NUMBER = r"(?<![\d.,])0*{digits}{fraction}(?![.,]?\d)"
_BRACKET = regex.compile(r"\s*\((?=[^()]*\d)")
_REST = regex.compile(r"[^;%()]*?(?=[;.]?(?:\./\.)?$)")
_AT_MOST = ("<=", "<")
_PER_CENT, _ALL = "%", 100


def own_values(passage: Passage, work: Work) -> Iterator[str]:
    """Put the commune's figures into `passage` and its readings; advice on each."""
    if passage.block.rows:
        return
    for reading in passage.readings:
        target = reading.record
        if not isinstance(target, Target) or target.value is None:
            continue
        own = own_target(target, work)
        yield from _value(passage, reading, own, work.scope)
        yield from _baseline(passage, reading, own, work.scope)
        _count(passage, reading, work.scope)


def unmet(works: list[Work]) -> list[Note]:
    """Notes on the profile's targets that no target of the superiors has met."""
    taken = set().union(*(work.taken for work in works))
    own = [one.indicator for one in works[0].scope.profile.targets if one.value is not None]
    return [
        Note(
            "/preamble",
            f"Chỉ tiêu “{said}” trong hồ sơ không có ở kế hoạch cấp trên; bổ sung nếu cần.",
        )
        for said in own
        if said not in taken
    ]


def own_target(target: Target, work: Work) -> OwnTarget:
    """What the profile, else last year's plan, says of the same indicator.

    A value of the profile without a year is taken once, for the first target that it fits.
    """
    said, scope = target.indicator or target.text, work.scope
    fitting = [one for one in scope.profile.targets if one.year in (None, target.year)]
    number = closest(said, [one.indicator for one in fitting])
    own = OwnTarget(indicator=said) if number is None else fitting[number]
    if number is not None and (own.indicator in work.taken) and own.year is None:
        own = own.model_copy(update={"value": None})
    work.taken.add(own.indicator)
    if own.baseline is not None:
        return own
    same = [one for one in scope.earlier if one.unit == target.unit]
    last = closest(said, [one.indicator or one.text for one in same])
    update = {} if last is None else {"baseline": same[last].value, "as_of": same[last].year}
    return own.model_copy(update=update)


def _value(passage: Passage, reading: Reading, own: OwnTarget, scope: Scope) -> Iterator[str]:
    """The value that the profile sets in place of the superior's."""
    target = reading.record
    if not isinstance(target, Target) or own.value is None:
        return
    reading.own = True
    place = place_of(passage.block.text, target.value)
    if place is None or own.value == target.value:
        return
    words = printed(own.value)
    edit(passage, Edit(*place.span(), words))
    reading.record = target.model_copy(update={"value": own.value, "value_max": None})
    yield from on_value(target, own.value, scope)


def on_value(target: Target, value: float, scope: Scope) -> Iterator[str]:
    """Advice on a `value` of the commune's own in place of the superior's `target`."""
    of, unit = scope.type or "cấp trên", _unit(target)
    old, new = f"{printed(target.value or 0)}{unit}", f"{printed(value)}{unit}"
    yield f"Mức {old} của {of} được thay bằng {new} theo hồ sơ của {scope.commune}."
    if falls_short(value, target) and not counts_things(target):
        yield f"Mức {new} thấp hơn mức {old} cấp trên giao; giải trình hoặc nâng lên."


def closest(indicator: str, others: Sequence[str]) -> int | None:
    """Which of `others` measures the same as `indicator`; `None` where none does."""
    scores = [same_indicator(indicator, other) for other in others]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= SAME else None


def falls_short(value: float, target: Target) -> bool:
    """Whether `value` asks less than the superior's `target` does."""
    asked = target.value or 0
    return value > asked if target.comparator in _AT_MOST else value < asked


def _baseline(passage: Passage, reading: Reading, own: OwnTarget, scope: Scope) -> Iterator[str]:
    """Today's figure: the commune's own, or a blank where only the superior's is known."""
    target = reading.record
    if not isinstance(target, Target):
        return
    old, text = target.baseline, passage.block.text
    if old is None:
        if own.baseline is not None and own.as_of is not None:
            today = f"năm {own.as_of}: {printed(own.baseline)}{_unit(target)}"
            _aside(passage, target, today, to_the_end=True)
            reading.record = with_baseline(target, own)
        return
    reading.record = with_baseline(target, own)
    place = place_of(text, old.value, beside=place_of(text, target.value))
    if place is None:
        return
    words = BLANK if own.baseline is None else printed(own.baseline)
    edit(passage, Edit(*place.span(), words))
    if own.baseline is None:
        passage.marks.append(BLANK)
        yield missing_baseline(place[0], scope)
    elif own.as_of and old.as_of and not old.as_of.startswith(str(own.as_of)):
        year = regex.search(rf"(?<!\d){old.as_of[:4]}(?!\d)", passage.block.text)
        if year:
            edit(passage, Edit(*year.span(), str(own.as_of)))


def missing_baseline(figure: str, scope: Scope) -> str:
    """Advice on a blank where the superior's `figure` of today stood."""
    of = scope.type or "cấp trên"
    return f"Hiện trạng {figure} là số liệu của {of}; điền số liệu của {scope.commune}."


def with_baseline(target: Target, own: OwnTarget) -> Target:
    """`target` with the commune's figure of today, or with none."""
    new = None
    if own.baseline is not None:
        as_of = str(own.as_of) if own.as_of else target.baseline and target.baseline.as_of
        new = Baseline(value=own.baseline, unit=target.unit, as_of=as_of or None)
    return target.model_copy(update={"baseline": new})


def _count(passage: Passage, reading: Reading, scope: Scope) -> None:
    """How many of the commune's own households, villages… the share is."""
    target = reading.record
    if isinstance(target, Target) and (said := count_of(target, scope)):
        whole = whole_of(target.indicator or "")
        _aside(passage, target, said, whole.noun if whole else "")


def count_of(target: Target, scope: Scope) -> str | None:
    """The share as a count of what the commune has (`≈ 1.388 hộ`); `None` where none is known."""
    share = whole_of(target.indicator or "") if target.unit == _PER_CENT else None
    whole = scope.profile.figures.get(share.key) if share else None
    if share is None or whole is None or target.value is None or target.value > _ALL:
        return None
    noun = counted(share.key, scope.villages)
    if target.value == _ALL:
        return f"{printed(whole)}/{printed(whole)} {noun}"
    shares = [target.value] if target.value_max is None else [target.value, target.value_max]
    return f"≈ {' - '.join(printed(_share(whole, one)) for one in shares)} {noun}"


def _share(whole: int, per_cent: float) -> int:
    exact = Decimal(whole) * Decimal(str(per_cent)) / _ALL
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def _aside(
    passage: Passage, target: Target, said: str, noun: str = "", *, to_the_end: bool = False
) -> None:
    """Put `said` in brackets after the target's value and `noun`, in those there if there are.

    `to_the_end`: after the whole statement, where that gives no other share.
    """
    text = passage.block.text
    place = place_of(text, target.value)
    if place is None:
        return
    whole = rf"(?:\s+(?:số\s+)?{regex.escape(noun)}(?!\w))?" if noun else ""
    unit = regex.compile(rf"(?:\s*-\s*[\d.,]+)?\s*%?{whole}").match(text, place.end())
    end = unit.end() if unit else place.end()
    rest = _REST.match(text, end) if to_the_end else None
    end = rest.end() if rest else end
    bracket = _BRACKET.match(text, end)
    if bracket:
        close = text.index(")", bracket.end())
        edit(passage, Edit(close, close, f"; {said}"))
    else:
        edit(passage, Edit(end, end, f" ({said})"))


def place_of(
    text: str, value: float | None, *, beside: "regex.Match[str] | None" = None
) -> "regex.Match[str] | None":
    """Where the number `value` stands in `text`, other than the place `beside`."""
    if value is None:
        return None
    whole, _, part = f"{value:.6f}".rstrip("0").partition(".")
    digits = r"\.?".join(whole or "0")
    pattern = _NUMBER.format(digits=digits, fraction=rf"[.,]{part}0*" if part else r"(?:,0+)?")
    taken = beside.start() if beside else -1
    found = (match for match in regex.finditer(pattern, text) if match.start() != taken)
    return next(found, None)


def printed(value: float) -> str:
    """A number as plans print it: dots between thousands, a decimal comma, two digits (`05`)."""
    said = f"{int(value):,}" if value == int(value) else f"{value:,}"
    said = said.translate(str.maketrans(",.", ".,"))
    return said.zfill(2)


def _unit(target: Target) -> str:
    unit = target.unit or ""
    return unit if unit == _PER_CENT or not unit else f" {unit}"
