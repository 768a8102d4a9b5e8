"""From a text of the parent to the commune's text, with the reasons for what was changed."""

from dataclasses import dataclass

from docgen.drafting.authority import Item, verdict
from docgen.drafting.clauses import change
from docgen.drafting.reporting import shifted
from docgen.drafting.reword import reword
from docgen.drafting.scope import Scope
from docgen.drafting.turn import turned


@dataclass(frozen=True, slots=True)
class Hands:
    """Whose duty a text is: the superior's office `above`, and the commune's unit `doer`."""

    above: str | None = None
    doer: str | None = None


NOBODY = Hands()
"""The hands of a text that is no unit's duty."""


@dataclass(frozen=True, slots=True)
class Transferred:
    """A text at the commune: `None` where it is left out; `reasons` are for the officer."""

    text: str | None
    reasons: tuple[str, ...] = ()


def transfer(text: str, scope: Scope, item: Item | None, hands: Hands = NOBODY) -> Transferred:
    """What the superior's offices are to do, as the commune's offices do it.

    `item` is `None` for text that gives no work (purpose, closing): whose authority it is, is not
    looked at there.
    """
    reasons: list[str] = []

    def change_one(clause: str) -> str | None:
        found = verdict(clause, item, scope.profile.plan.date) if item else None
        if found:
            reasons.append(found.reason)
            return found.text
        return shifted(turned(clause, scope, hands.above), scope)

    kept = change(text, change_one)
    said = reword(kept, scope, "peer", hands.doer) if kept is not None else None
    return Transferred(said, tuple(dict.fromkeys(reasons)))
