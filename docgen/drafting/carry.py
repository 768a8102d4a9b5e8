"""Carrying a passage and its readings over to the commune's plan."""

import regex

from docgen.drafting.bodies import as_stands, is_communes, others
from docgen.drafting.doubts import doubts
from docgen.drafting.outline import Passage, Reading, Record
from docgen.drafting.reporting import deadline_in
from docgen.drafting.reword import Voice, reword
from docgen.drafting.scope import Scope
from docgen.drafting.transfer import Transferred, transfer
from docgen.drafting.values import own_values
from docgen.drafting.work import Work
from plan.model import Duty, Role, Target

_OF_A_VALUE = ("indicator", "comparator", "value", "value_max", "unit", "baseline")
_TOLD = "Yêu cầu "
_PROMISED = ("tasks", "solutions", "tasks_and_solutions", "implementation")
"""Where a target is a quantity promised in an item of another kind."""
_ROLE_WORDS: dict[Role, str] = {
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "advise": "tham mưu",
    "monitor": "theo dõi|đôn đốc|kiểm tra|giám sát",
    "report": "báo cáo",
    "propagate": "tuyên truyền",
    "guide": "(?<!theo )hướng dẫn",
}


def carried(
    passage: Passage, said: Transferred, work: Work, path: str, *, voice: Voice = "peer"
) -> Passage:
    """`passage` with the commune's words `said`, its readings agreeing, and what to decide."""
    text = said.text or ""
    new = Passage(
        block=passage.block.model_copy(update={"text": text}),
        sources=passage.sources,
        readings=[_reading(one, text, work.scope, voice, said) for one in passage.readings],
        reason=" ".join(said.reasons) or None,
    )
    advice = dict.fromkeys((*said.reasons, *own_values(new, work), *doubts(new, work.scope)))
    if advice:
        new.notes.append(work.note(path, passage.block.text, " ".join(advice)))
    return new


def _reading(reading: Reading, text: str, scope: Scope, voice: Voice, said: Transferred) -> Reading:
    """`reading` as the commune's `text` says it."""
    words = text
    if reading.covers == "piece":
        piece = transfer(reading.text, scope, None).text or ""
        words = reword(reading.text, scope, "own") if voice == "own" else piece
    return Reading(
        kind=reading.kind,
        record=_record(reading.record, words, scope, voice),
        sources=reading.sources,
        unit=_unit(reading.unit, text, scope, voice) if reading.unit else None,
        row=reading.row,
        covers=reading.covers,
        reason=" ".join(said.reasons) or None,
    )


def _unit(unit: str, text: str, scope: Scope, voice: Voice) -> str:
    """A unit as `text` names it, where it may be one of several who are told."""
    told = reword(f"{_TOLD}{unit}", scope, voice).removeprefix(_TOLD)
    return told if told in text else reword(unit, scope, voice)


def _record(record: Record | None, text: str, scope: Scope, voice: Voice) -> Record | None:
    if isinstance(record, Target):
        return _target(record, text, scope, voice)
    if isinstance(record, Duty):
        return duty_in(record, text, scope, voice)
    if isinstance(record, str):
        return text
    return record and record.model_copy(update={"text": text})


def _target(target: Target, text: str, scope: Scope, voice: Voice) -> Target | None:
    """The target with its indicator reworded, without its value where `text` no longer says it."""
    if target.value is not None and not says(text, target.value):
        bare = dict.fromkeys(_OF_A_VALUE) | {"text": text}
        return None if target.kind in _PROMISED else target.model_copy(update=bare)
    said = {
        name: reword(words, scope, voice)
        for name in ("indicator", "unit")
        if (words := getattr(target, name))
    }
    return target.model_copy(update={"text": text, **said})


def says(text: str, value: float) -> bool:
    """Whether the number `value` stands in `text`, in any of the ways numbers are printed."""
    whole, _, part = f"{value:.6f}".rstrip("0").partition(".")
    digits = r"\.?".join(whole.rstrip(".") or "0")
    fraction = rf"[.,]{part}0*" if part else r"(?:,0+)?"
    return bool(regex.search(rf"(?<!\d)(?<!\d[.,])0*{digits}{fraction}(?![.,]?\d)", text))


def duty_in(duty: Duty, text: str, scope: Scope, voice: Voice) -> Duty:
    """The duty as the commune's `text` says it: its roles, partners, deadline and addressee."""
    partners = [_partner(partner, text, scope, voice) for partner in duty.partners]
    return duty.model_copy(
        update={
            "text": text,
            "roles": roles_in(text, duty),
            "partners": list(dict.fromkeys(partner for partner in partners if partner)),
            "deadline": deadline_in(text, duty.deadline, scope),
            "reports_to": _addressee(duty.reports_to, text, scope, voice),
        }
    )


def _partner(unit: str, text: str, scope: Scope, voice: Voice) -> str | None:
    """A partner as `text` names it; `None` where it does not."""
    said = f"các {scope.villages}" if is_communes(unit) else reword(unit, scope, voice)
    names = (said, as_stands(said, "inside"), as_stands(others(scope), "inside"))
    return next((name for name in names if name in text), None)


def _addressee(to: str | None, text: str, scope: Scope, voice: Voice) -> str | None:
    """To whom a report goes as `text` says it: the parent's addressee, or the commune's own."""
    if to is None:
        return None
    names = (reword(to, scope, voice), scope.channel.partition(" (")[0])
    return next((name for name in names if name in text), None)


def roles_in(text: str, duty: Duty) -> list[Role]:
    """The duty's roles that `text` still says and those that rewording put in, in order."""
    places = {role: regex.search(words, text.lower()) for role, words in _ROLE_WORDS.items()}
    said = [
        (found.start(), role)
        for role, found in places.items()
        if found and (role in duty.roles or not regex.search(_ROLE_WORDS[role], duty.text.lower()))
    ]
    return [role for _, role in sorted(said)] or ["implement"]
