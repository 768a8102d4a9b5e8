"""Comparing records with annotations: pairs of rows, counts, F1."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evaluation.groups import GROUPS, Group, Record, Row
from plan.text import fold

ALIKE = 0.8
"""Share of words from which on two texts can be the same row."""


@dataclass
class Tally:
    """Rows found, rows annotated, those paired (lenient) and those equal in all fields (strict)."""

    found: int = 0
    annotated: int = 0
    lenient: int = 0
    strict: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another document in."""
        self.found += other.found
        self.annotated += other.annotated
        self.lenient += other.lenient
        self.strict += other.strict
        self.misses += other.misses

    def f1(self, hits: int) -> float | None:
        """The F1 of `hits`; `None` where there is nothing to find and nothing was found."""
        total = self.found + self.annotated
        return 2 * hits / total if total else None


def compare(record: Record, gold: Record) -> dict[str, Tally]:
    """Group → tally, for one document."""
    return {group.name: of_group(group, record, gold) for group in GROUPS}


def of_group(group: Group, record: Record, gold: Record) -> Tally:
    """The tally of one group."""
    found, annotated = group.rows(record), group.rows(gold)
    tally = Tally(len(found), len(annotated))
    paired: list[tuple[int, int]] = list(pairs(found, annotated, group.text))
    for i, j in paired:
        wrong = [
            name for name in group.fields if not equal(found[i].get(name), annotated[j].get(name))
        ]
        tally.lenient += 1
        tally.strict += not wrong
        tally.misses += [
            f"{group.name} {said(annotated[j], group.text)}: {name} is {found[i].get(name)!r}, "
            f"should be {annotated[j].get(name)!r}"
            for name in wrong
        ]
    missed = set(range(len(annotated))) - {j for _, j in paired}
    extra = set(range(len(found))) - {i for i, _ in paired}
    tally.misses += [
        f"{group.name} missed: {said(annotated[j], group.text)}" for j in sorted(missed)
    ]
    tally.misses += [f"{group.name} extra: {said(found[i], group.text)}" for i in sorted(extra)]
    return tally


def said(row: Row, name: str) -> str:
    """The beginning of a row's text."""
    return f"“{str(row.get(name))[:70]}”"


def pairs(found: Sequence[Row], annotated: Sequence[Row], name: str) -> Iterator[tuple[int, int]]:
    """One-to-one pairs of rows with like texts, the likest first, then in document order."""
    words = [
        [Counter(fold(str(row.get(name))).split()) for row in rows] for rows in (found, annotated)
    ]
    ranked = sorted(
        (-share, abs(i - j), i, j)
        for i, a in enumerate(words[0])
        for j, b in enumerate(words[1])
        if (share := likeness(a, b)) >= ALIKE
    )
    left, right = set(range(len(found))), set(range(len(annotated)))
    for _, _, i, j in ranked:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield i, j


def likeness(a: Counter[str], b: Counter[str]) -> float:
    """How many words two texts share, 0 to 1."""
    return 2 * (a & b).total() / (a.total() + b.total()) if a and b else float(a == b)


def equal(a: object, b: object) -> bool:
    """Equality up to case, marks and spaces in texts; empty and missing are one."""
    if isinstance(a, str) and isinstance(b, str):
        return fold(a) == fold(b)
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(map(equal, a, b))
    return (a or None) == (b or None) if not isinstance(a, (int, float)) else a == b
