"""The plans that a draft is made from: superiors' plans, and the commune's own last plan."""

from collections.abc import Sequence
from typing import NamedTuple

from docgen.drafting.letter import as_plan
from docgen.profile import Profile
from plan.levels import communes
from plan.model import Plan
from plan.text import fold


class Source(NamedTuple):
    """A superior's plan; `prefix` goes before JSON Pointers into it, empty for the first."""

    plan: Plan
    prefix: str


class Sources(NamedTuple):
    """The superiors' plans, the leading one first, and the commune's own earlier ones."""

    above: list[Source]
    earlier: list[Plan]


def sources_of(parent: Plan, profile: Profile, others: Sequence[Plan]) -> Sources:
    """`parent` and `others` told apart.

    A plan of the commune itself is an earlier one, unless there is nothing else to draft from.
    """
    given = [Source(parent, ""), *(Source(one, f"/others/{n}") for n, one in enumerate(others))]
    own = [one.plan for one in given if is_own(one.plan, profile)]
    above = [Source(as_plan(one.plan), one.prefix) for one in given if one.plan not in own]
    return Sources(above, own) if above else Sources(given[:1], list(others))


def is_own(plan: Plan, profile: Profile) -> bool:
    """Whether `plan` is one of the commune's own."""
    return plan.area.type in communes() and fold(plan.area.name or "") == fold(profile.commune.name)
