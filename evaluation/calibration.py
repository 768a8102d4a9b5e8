"""Whether confidence means something: values by confidence, and how many of them were right.

Shares are counted on the measured half of the corpus, which no rule was tuned on. To measure them,
each document is weighed with the counts of the others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.groups import GROUPS, Group, Record, Row
from evaluation.measure import equal, pairs
from extract.confidence import share

BANDS = (0.97, 0.9, 0.75, 0.5, 0.0)
"""The lower edges of the bands of confidence that are printed."""

Counts = dict[str, dict[str, tuple[int, int]]]


@dataclass(frozen=True)
class Judged:
    """One value that was found: its field, the doubts about it, and whether it was right."""

    field: str
    doubts: tuple[str, ...]
    right: bool


def judged(record: Record, gold: Record) -> Iterator[Judged]:
    """Every found value of a document; all values of a row that is not annotated are wrong."""
    for group in GROUPS:
        found, annotated = group.rows(record), group.rows(gold)
        partner = dict(pairs(found, annotated, group.text))
        for index, row in enumerate(found):
            at = partner.get(index)
            yield from of_row(group, row, None if at is None else annotated[at])


def of_row(group: Group, row: Row, gold: Row | None) -> Iterator[Judged]:
    """The values of one found row; what the annotation leaves out is not judged."""
    for name, evidence in (row.get("evidence") or {}).items():
        if evidence is None or (gold is not None and name not in gold and name != "text"):
            continue
        doubts = tuple(one for one in evidence["doubts"] if one)
        named = row["name"] if name == "value" and group.text == "name" else name
        right = gold is not None and (name == "text" or equal(row.get(name), gold[name]))
        yield Judged(f"{group.name}.{named}", doubts, right)


def counted(values: Iterable[Judged]) -> Counts:
    """How many values were right and how many there were, by field and doubt."""
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for value in values:
        for doubt in value.doubts or ("",):
            seen[value.field, doubt] += 1
            right[value.field, doubt] += value.right
    counts: Counts = {}
    for field, doubt in sorted(seen):
        counts.setdefault(field, {})[doubt] = (right[field, doubt], seen[field, doubt])
    return counts


def bands(documents: Mapping[str, Sequence[Judged]]) -> list[tuple[float, int, int]]:
    """Lower edge of each band, values right, values in all; documents weighed by the others."""
    right: Counter[float] = Counter()
    seen: Counter[float] = Counter()
    for name, values in documents.items():
        others = [v for other, them in documents.items() if other != name for v in them]
        counts = counted(others)
        for value in values:
            sure = share(counts, value.field, value.doubts)
            band = next(edge for edge in BANDS if sure >= edge)
            seen[band] += 1
            right[band] += value.right
    return [(band, right[band], seen[band]) for band in BANDS]
