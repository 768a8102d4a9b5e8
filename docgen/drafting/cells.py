"""Rows of a table of targets: the commune's own figures in their cells."""

from collections.abc import Iterator

import regex

from docgen.drafting.outline import Reading
from docgen.drafting.scope import Scope
from docgen.drafting.values import (
    BLANK,
    count_of,
    missing_baseline,
    on_value,
    own_target,
    place_of,
    printed,
    with_baseline,
)
from docgen.drafting.work import Work
from plan.model import Target

_FIGURE = regex.compile(r"[≥≤<>~≈\s]*[\d.,]+\s*%?\s*")


def own_cells(cells: list[str], readings: list[Reading], work: Work) -> Iterator[str]:
    """Put the commune's figures into the `cells` of a row and its `readings`; advice on each.

    Counts are told as advice: a cell has no room for them.
    """
    told: set[float] = set()
    for reading in readings:
        target = reading.record
        if not isinstance(target, Target) or target.value is None:
            continue
        own = own_target(target, work)
        new = with_baseline(target, own) if target.baseline else target
        if own.value is not None and own.value != target.value:
            _put(cells, target.value, printed(own.value))
            new = new.model_copy(update={"value": own.value, "value_max": None})
            yield from on_value(target, own.value, work.scope)
        if target.baseline and target.baseline.value not in told:
            told.add(target.baseline.value)
            yield from _today(cells, target.baseline.value, own.baseline, work.scope)
        reading.record, reading.own = new, own.value is not None
        if said := count_of(target, work.scope):
            yield f"Năm {target.year}: {said}." if target.year else f"{said}."


def _today(cells: list[str], old: float, own: float | None, scope: Scope) -> Iterator[str]:
    """Today's figure of the superior, which all readings of the row share, made the commune's."""
    if own is not None:
        _put(cells, old, printed(own))
    elif _put(cells, old, BLANK):
        yield missing_baseline(printed(old), scope)


def _put(cells: list[str], old: float, words: str) -> bool:
    """Put `words` into the first cell that holds the number `old` alone; whether there is one."""
    for number, cell in enumerate(cells[1:], 1):
        place = place_of(cell, old) if _FIGURE.fullmatch(cell) else None
        if place:
            cells[number] = cell[: place.start()] + words + cell[place.end() :]
            return True
    return False
