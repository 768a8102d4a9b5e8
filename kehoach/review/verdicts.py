"""A saved review as the truth for its document: the corrected plan, signed where one looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract import Reading
from extract.evidence import Places, is_value, spans_of
from extract.layout import Layout
from kehoach.review.saved import Decision, fingerprint, load
from plan.errors import UnreadableError
from plan.messages import N_
from plan.model import Candidate, Deadline, Evidence, Finding, Found, Plan
from plan.records import Place, fields_of
from plan.text import nfc

CERTAIN = 1.0
"""The confidence of a value that a person has looked at."""


def reviewed(reading: Reading, source: Path, file: Path) -> Plan:
    """The plan of the document at `source`, read as `reading`, as the review in `file` has it.

    What a person looked at has confidence 1 and a candidate of origin `person`; the rest keeps
    what the program said of it.

    Raises:
        UnreadableError: the review is damaged, contradicts itself, or is that of another document.
    """
    review = load(file)
    if review.document.sha256 != fingerprint(source):
        raise UnreadableError(
            N_(
                "{file}: this is the review of another document ({other}), or {source} was changed "
                "since; make a new page with `kehoach extract -f html`"
            ),
            file=file.name,
            other=review.document.name,
            source=source.name,
        )
    gone = [tuple(d.place) for d in review.decisions if is_gone(d)]
    for decision in review.decisions:
        place = tuple(decision.place)
        if any(place[: len(one)] == one for one in gone):
            continue
        if not signed(review.plan, decision, moved(place, gone)):
            raise UnreadableError(
                N_("{file}: plan and decision disagree at {place}; save the review again"),
                file=file.name,
                place=".".join(map(str, place)),
            )
    find_quotes(review.plan, reading.layout)
    return review.plan


def is_gone(decision: Decision) -> bool:
    """Whether an entry of a list was rejected: it is not in the plan any more."""
    return decision.verdict == "rejected" and isinstance(decision.place[-1], int)


def moved(place: Place, gone: Sequence[Place]) -> Place:
    """Where `place` of the plan as it was read is now, without the entries that are `gone`."""
    return tuple(
        step - sum(one[:-1] == place[:at] and int(one[-1]) < step for one in gone)
        if isinstance(step, int)
        else step
        for at, step in enumerate(place)
    )


@dataclass(frozen=True)
class Spot:
    """A place of the plan: the record that it is in, the value's name there, and the value.

    Of a place that is a record itself, `name` is empty.
    """

    owner: Found
    name: str
    value: Any


def spot_at(plan: Plan, place: Place) -> Spot:
    """What stands at `place`.

    Raises:
        AttributeError, IndexError, TypeError: the plan has no such place.
    """
    owner: Found = plan
    value: Any = plan
    names: list[str] = []
    for step in place:
        if value is not None:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        names.append(str(step))
        if isinstance(value, Found):
            owner, names = value, []
    return Spot(owner, ".".join(names), value)


def signed(plan: Plan, decision: Decision, place: Place) -> bool:
    """Sign what was decided on `place`; `False` where the plan does not say the same."""
    try:
        spot = spot_at(plan, place)
    except (AttributeError, IndexError, TypeError):
        return False
    if decision.verdict == "corrected" and nfc(decision.after) != spot.value:
        return False
    if isinstance(spot.value, Found):
        for name in fields_of(type(spot.value)):
            if is_value(getattr(spot.value, name)):
                sign(Spot(spot.value, name, getattr(spot.value, name)), None)
    elif not isinstance(spot.value, Finding):
        sign(spot, decision.before)
    return True


def sign(spot: Spot, before: object) -> None:
    """Write into the evidence of a value that a person stands for it; `before` is what was read."""
    of_plan = isinstance(spot.owner, Plan)
    key = spot.name if of_plan else spot.name.partition(".")[0]
    evidence = spot.owner.evidence.pop(key, Evidence())
    if not is_value(spot.value):
        return
    read = [one for one in evidence.candidates if one.origin != "person"]
    if before is not None and before != spot.value and not read:
        read = [Candidate(value=as_candidate(before), span=evidence.span)]
    person = Candidate(value=as_candidate(spot.value), origin="person")
    spot.owner.evidence[key] = Evidence(
        span=evidence.span, confidence=CERTAIN, candidates=[*read, person]
    )


def as_candidate(value: object) -> float | str:
    """A value as a number or a text."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, Deadline):
        return value.text
    return value if isinstance(value, int | float) else str(value)


def find_quotes(plan: Plan, layout: Layout) -> None:
    """Give the places that a person added their quote, page and box."""
    places = Places.of(layout)
    for span in spans_of(plan):
        if span.quote is None:
            span.quote = layout.text[span.start : span.end]
            places.complete(span)
