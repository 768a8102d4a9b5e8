"""Plots: numbers of an archive as bars and dots, drawn by the page's template."""

from dataclasses import dataclass
from typing import Any

from kehoach.archive.store import Store

WIDTH, HEIGHT, MARGIN = 640, 200, 28
"""The size of a drawing and the room for its letters, in the drawing's own units."""
MOST = 24
"""How many bars or dots a drawing has at most."""

BY_YEAR = """
    SELECT year, count(*), NULL FROM plans JOIN documents ON sha256 = document
    WHERE form_of IS NULL AND year IS NOT NULL GROUP BY year ORDER BY year DESC LIMIT ?"""
BY_MONTH = """
    SELECT substr(day, 1, 7), count(*), NULL FROM (
        SELECT deadline_date AS day FROM duties UNION ALL SELECT deadline_date FROM schedule)
    WHERE day >= date('now', 'localtime') GROUP BY 1 ORDER BY 1 LIMIT ?"""
INDICATORS = """
    SELECT own.indicator_key, max(own.indicator) FROM targets AS own JOIN parents USING (document)
    JOIN targets AS parent ON parent.document = parent AND parent.indicator_key = own.indicator_key
    WHERE own.value IS NOT NULL AND parent.value IS NOT NULL
    GROUP BY 1 ORDER BY count(DISTINCT own.document) DESC, 1 LIMIT 30"""
OF_INDICATOR = """
    SELECT plans.area_name, own.value, parent.value, own.document, own.place
    FROM targets AS own JOIN plans USING (document) JOIN parents USING (document)
    JOIN targets AS parent ON parent.document = parent AND parent.indicator_key = own.indicator_key
    WHERE own.indicator_key = ? AND own.value IS NOT NULL
    ORDER BY 2, plans.area_name, own.row LIMIT ?"""


@dataclass(frozen=True)
class Mark:
    """A bar, or a dot with the superior's value as a line: a name, a value, and where they are."""

    name: str
    value: float
    left: float
    width: float
    top: float
    superior: float | None = None
    superior_top: float | None = None
    document: str | None = None
    place: str | None = None


def marks(rows: list[tuple[Any, ...]]) -> list[Mark]:
    """Rows of name, value, superior's value and perhaps document and place, as marks."""
    highest = (
        max((value for row in rows for value in row[1:3] if value is not None), default=1) or 1
    )
    step = (WIDTH - MARGIN) / max(len(rows), 1)

    def top(value: float) -> float:
        return round(HEIGHT - MARGIN - value / highest * (HEIGHT - 2 * MARGIN), 1)

    return [
        Mark(
            name=str(name or ""),
            value=value,
            left=round(MARGIN + at * step, 1),
            width=round(step * 0.8, 1),
            top=top(value),
            superior=superior,
            superior_top=None if superior is None else top(superior),
            document=rest[0] if rest else None,
            place=rest[1] if rest else None,
        )
        for at, (name, value, superior, *rest) in enumerate(rows)
    ]


def years(store: Store) -> list[Mark]:
    """How many plans there are of each year, the latest years."""
    return marks(store.all(BY_YEAR, MOST)[::-1])


def months(store: Store) -> list[Mark]:
    """How much is due in each of the months ahead."""
    return marks(store.all(BY_MONTH, MOST))


def indicators(store: Store) -> list[tuple[str, str]]:
    """The indicators that most units share with their superior: key and name."""
    return [(key, name) for key, name in store.all(INDICATORS)]


def units(store: Store, indicator: str) -> list[Mark]:
    """The value of an indicator in each unit's plan, against the superior's."""
    return marks(store.all(OF_INDICATOR, indicator, MOST))
