"""Comparing: which targets and duties of a parent's plan its child takes over, changes, lacks.

The stages, in their order:

1. the items of both plans, and what those of the parent are to become (`items`, `cascade`);
2. which item is which, in meaning (`pairing`, on `plan.matching`);
3. in what a pair differs (`changes`, `values`, `dates`);
4. a row for each pair and for each item that is left over (`report`).
"""

from collections.abc import Iterator

from docgen.comparing.cascade import cascaded
from docgen.comparing.changes import changes
from docgen.comparing.items import Item, document_of, items_of
from docgen.comparing.pairing import Pairing
from docgen.comparing.report import Comparison, Row
from plan.model import Plan


def compare(parent: Plan, child: Plan) -> Comparison:
    """Put two plans side by side, item by item: every item of both is in exactly one row.

    Where `child` is the plan of a commune below, what drafting would leave with the superior is
    not called missing. Any other two plans are compared as they are.
    """
    pairing = Pairing(cascaded(parent, child), items_of(child))
    return Comparison(
        parent=document_of(parent), child=document_of(child), rows=list(_rows(pairing))
    )


def _rows(pairing: Pairing) -> Iterator[Row]:
    """A row for each item of the parent, then for each that only the child has."""
    pairs = pairing.pairs()
    child_of = {pair.parent: pairing.child[pair.child] for pair in pairs}
    for number, item in enumerate(pairing.parent):
        yield _both(pairing, item, child_of[number]) if number in child_of else _lost(pairing, item)
    taken = {pair.child for pair in pairs}
    yield from (_added(pairing, item) for n, item in enumerate(pairing.child) if n not in taken)


def _both(pairing: Pairing, parent: Item, child: Item) -> Row:
    """An item that both plans have."""
    found = changes(parent, child)
    return Row(
        item=parent.kind,
        fate="changed" if found else "taken_over",
        parent=parent.side,
        child=child.side,
        changes=found,
        ordered=parent.ordered,
        score=round(pairing.score(parent, child), 2),
    )


def _lost(pairing: Pairing, item: Item) -> Row:
    """An item of the parent that has none of its own in the child."""
    again = next((one for one in pairing.child if pairing.says_again(item, one)), None)
    row = Row(item=item.kind, fate="missing", parent=item.side, ordered=item.ordered)
    if again:
        row.fate, row.same_as = "repeated", again.side.pointer
    elif item.reason:
        row.fate, row.reason = "other_level", item.reason
    return row


def _added(pairing: Pairing, item: Item) -> Row:
    """An item of the child that has none of its own in the parent."""
    again = next((one for one in pairing.parent if pairing.says_again(one, item)), None)
    if again:
        return Row(item=item.kind, fate="repeated", child=item.side, same_as=again.side.pointer)
    return Row(item=item.kind, fate="added", child=item.side)
