"""What each item of a superior's plan is to become at the commune, as drafting would have it."""

from dataclasses import replace
from itertools import chain

import regex

from docgen.comparing.items import Item, items_of
from docgen.draft import draft
from docgen.drafting.bodies import COMMITTEES
from docgen.drafting.report import ParentItem
from docgen.profile import Profile
from plan.levels import communes
from plan.model import Plan

_TO_COMMUNES = regex.compile(COMMITTEES, regex.IGNORECASE)
_MONTH = regex.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])")
_NOT_SAID = "…"
_WITH_DISTRICTS, _WITHOUT = "2025-06", "2025-07"
"""The last month in which there were districts, and the next, for plans without a date."""


def cascaded(parent: Plan, child: Plan) -> list[Item]:
    """The items of `parent`; where `child` is the plan of a commune below, with what they become.

    Drafting says it: the commune's words for an item, the post or department that it falls to, or
    why it stays with the superior.
    """
    items = items_of(parent)
    if child.area.level != "commune" or parent.area.level in {None, "commune"}:
        return items
    drafted = draft(parent, _profile(parent, child))
    there = {item.side.pointer: item for item in items_of(drafted.plan)}
    fates = {fate.pointer: fate for fate in drafted.report.parent}
    return [_with_fate(item, fates[item.side.pointer], there) for item in items]


def _with_fate(item: Item, fate: ParentItem, there: dict[str, Item]) -> Item:
    """`item` with what the draft made of it."""
    become = [there[pointer] for pointer in fate.child if pointer in there]
    return replace(
        item,
        texts=_once(item.texts, *(one.texts for one in become)),
        indicators=_once(item.indicators, *(one.indicators for one in become)),
        given_to=frozenset().union(*(one.bodies for one in become)),
        reason=fate.reason if fate.fate == "left_out" else None,
        ordered=any(map(_TO_COMMUNES.search, (item.side.text, *item.side.bodies))),
    )


def _once(*wordings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain(*wordings)))


def _profile(parent: Plan, child: Plan) -> Profile:
    """The profile of the commune whose plan `child` is, as far as the plans tell it."""
    area = child.area
    regime = _WITH_DISTRICTS if parent.area.level == "district" else _WITHOUT
    facts = {
        "type": area.type if area.type in communes() else "xã",
        "name": area.name or _NOT_SAID,
        "district": area.district or "",
        "province": area.province or parent.area.province or _NOT_SAID,
    }
    month = _MONTH.match(child.header.date or "")
    date = month[0] if month else regime
    return Profile.model_validate({"commune": facts, "plan": {"date": date}})
