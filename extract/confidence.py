"""Confidence: how many of the values of the same kind and with the same doubts are right.

The shares are measured on annotated plans and kept in `data/confidence.json`: each is the share
that was right, less what it varies by between documents. `make evaluate` tells whether they hold,
and `python -m evaluation --calibrate` measures them again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from plan.model import Evidence, Plan
from plan.paths import walk

Shares = Mapping[str, Mapping[str, float]]
"""Field → doubt, "" for none, or "*" for the field as a whole → share of values that are right."""

UNKNOWN = 0.5
"""The share of a field that was never measured."""
CONFLICT = "conflict"
"""The doubt of a value with candidates that disagree."""
CONFLICT_AT_MOST = 0.5

OBJECTS = ("header", "area", "period", "signature")
LISTS = ("legal_bases", "citations", "targets", "tasks", "schedule", "recipients")


def weigh(plan: Plan) -> None:
    """Write into the evidence of each value how sure it is."""
    for field, evidence in values(plan):
        evidence.confidence = known_share(field, tuple(evidence.doubts))
        if len(evidence.candidates) > 1:
            evidence.doubts.insert(0, CONFLICT)
            evidence.confidence = min(evidence.confidence, CONFLICT_AT_MOST)


def values(plan: Plan) -> Iterator[tuple[str, Evidence]]:
    """The evidence of every value, named by part and field: `targets.unit`, `duties.roles`."""
    for name in OBJECTS:
        yield from named(name, getattr(plan, name).evidence)
    for name in LISTS:
        for record in getattr(plan, name):
            yield from named(name, record.evidence)
    for _, section in walk(plan.sections):
        yield from named("sections", section.evidence)
    for found in plan.responsibilities:
        yield from named("units", found.evidence)
        for duty in found.tasks:
            yield from named("duties", duty.evidence)
    for name, evidence in plan.evidence.items():
        yield f"{name.partition('.')[0]}.text", evidence


def named(part: str, evidence: Mapping[str, Evidence]) -> Iterator[tuple[str, Evidence]]:
    """Evidence with the full names of its fields."""
    return ((f"{part}.{field}", one) for field, one in evidence.items())


@cache
def known_share(field: str, doubts: tuple[str, ...]) -> float:
    """`share` by what was measured for the program."""
    return share(known(), field, doubts)


def share(shares: Shares, field: str, doubts: Sequence[str]) -> float:
    """How many of the values of a field with these doubts are right; the worst doubt counts."""
    measured = shares.get(field, {})
    whole = measured.get("*", UNKNOWN)
    return min(measured.get(one, whole) for one in doubts or ("",))


@cache
def known() -> Shares:
    """The shares that come with the program."""
    text = resources.files("extract").joinpath("data/confidence.json").read_text("utf-8")
    shares: Shares = json.loads(text)
    return shares
