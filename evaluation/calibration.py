"""Whether confidence means something: values by confidence, and how many of them were right.

Shares are measured on the half of the corpus that no rule was tuned on. To see what they are worth,
each document is weighed with the shares of the others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from evaluation.groups import GROUPS, Group, Record, Row
from evaluation.measure import equal, pairs
from extract.confidence import share

BANDS = (0.97, 0.9, 0.75, 0.5, 0.0)
"""The lower edges of the bands of confidence that are printed."""

Shares = dict[str, dict[str, float]]
STRENGTH = 8
"""How many values of the field as a whole stand in for a doubt that was seen seldom."""


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


def shares(documents: Mapping[str, Sequence[Judged]]) -> Shares:
    """Field → doubt → the share of values that is right, less its variation between documents."""
    seen: dict[tuple[str, str], dict[str, list[bool]]] = {}
    for name, values in documents.items():
        for value in values:
            for doubt in ("*", *(value.doubts or ("",))):
                by_document = seen.setdefault((value.field, doubt), {})
                by_document.setdefault(name, []).append(value.right)
    found: Shares = {}
    for field, doubt in sorted(seen):
        whole = rate(seen[field, "*"].values())
        found.setdefault(field, {})[doubt] = lower(list(seen[field, doubt].values()), whole)
    return found


def rate(documents: Iterable[Sequence[bool]]) -> float:
    """The share of all values that is right."""
    values = [right for document in documents for right in document]
    return sum(values) / len(values)


def lower(documents: Sequence[Sequence[bool]], whole: float) -> float:
    """The share that is right, less one standard error between documents.

    `STRENGTH` values of the field as a `whole` are counted in, so that few say little.
    """
    number = sum(map(len, documents))
    right = (sum(map(sum, documents)) + STRENGTH * whole) / (number + STRENGTH)
    off = sum((sum(one) - right * len(one)) ** 2 for one in documents)
    spread = len(documents) / max(len(documents) - 1, 1)
    return round(max(right - sqrt(off * spread) / number, 0.0), 3)


def bands(documents: Mapping[str, Sequence[Judged]]) -> list[tuple[float, int, int]]:
    """Lower edge of each band, values right, values in all; documents weighed by the others."""
    right: Counter[float] = Counter()
    seen: Counter[float] = Counter()
    for name, values in documents.items():
        known = shares({other: them for other, them in documents.items() if other != name})
        for value in values:
            sure = share(known, value.field, value.doubts)
            band = next(edge for edge in BANDS if sure >= edge)
            seen[band] += 1
            right[band] += value.right
    return [(band, right[band], seen[band]) for band in BANDS]
