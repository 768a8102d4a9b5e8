"""Which item of the child is which of the parent."""

from collections.abc import Sequence
from itertools import product

from docgen.comparing.changes import changes, keeps_figures
from docgen.comparing.items import Item
from plan.matching import ALIKE, SAME, Pair, likeness, pairs, same_indicator

SAID_AGAIN = 0.8
"""From this score on, an item may say again what another says."""
_OTHER_KIND = 0.95
"""How much less sure two items of different kinds are than two of one kind."""
_OTHER_FACT = 0.98
"""The same for each fact in which two items differ."""


class Pairing:
    """The items of two plans, and how surely any two of them are the same."""

    def __init__(self, parent: Sequence[Item], child: Sequence[Item]) -> None:
        self.parent, self.child = parent, child
        self.alike = likeness([item.side.text for item in (*parent, *child)])

    def score(self, parent: Item, child: Item) -> float:
        """How surely two items are the same: 0 where they are not, 1 at most."""
        if not parent.is_measured and not child.is_measured:
            found, floor = self.said(parent, child), ALIKE
        elif parent.kind == child.kind:
            either = product(parent.indicators, child.indicators)
            found, floor = max(same_indicator(one, other) for one, other in either), SAME
        else:
            return 0.0
        return found if found >= floor else 0.0

    def said(self, parent: Item, child: Item) -> float:
        """How alike the words of two items are."""
        return max(self.alike(one, other) for one, other in product(parent.texts, child.texts))

    def pairs(self) -> list[Pair]:
        """The items that are the same, each at most once; of equals those that agree in more."""
        return pairs(self.parent, self.child, self._ranked)

    def says_again(self, parent: Item, child: Item) -> bool:
        """Whether either item says nothing that the other does not, and neither asks for less."""
        if parent.kind != child.kind and parent.is_measured != child.is_measured:
            return self.said(parent, child) >= SAID_AGAIN and keeps_figures(parent, child)
        asks_as_much = all(change.how == "stronger" for change in changes(parent, child))
        return self.score(parent, child) >= SAID_AGAIN and asks_as_much

    def _ranked(self, parent: Item, child: Item) -> float:
        found = self.score(parent, child)
        if not found:
            return 0.0
        differing = len(changes(parent, child)) + len(changes(child, parent))
        return found * _OTHER_KIND ** (parent.kind != child.kind) * _OTHER_FACT**differing
