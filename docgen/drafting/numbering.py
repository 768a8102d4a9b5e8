"""Labels in sequence: sections and items numbered anew where some were left out or moved."""

import regex

from docgen.drafting.outline import Part, Passage
from docgen.housing import roman
from plan.text import POINT_LETTERS

_LABEL = regex.compile(
    r"(?P<before>.*?)(?:(?P<roman>[IVX]+)|(?P<digits>\d+)|(?P<letter>\p{Ll}))(?P<after>[.)/]?)"
)


def renumbered_parts(parts: list[Part]) -> list[Part]:
    """`parts` with their labels in sequence, in the way of the first."""
    first = next((part.section.label for part in parts if part.section.label), None)
    for number, part in enumerate(parts, 1):
        if part.section.label:
            _relabel(part, label_like(first, number) or "")
    return parts


def out_of_sequence(parts: list[Part]) -> bool:
    """Whether the labels of `parts` are not those of a sequence that begins at its beginning."""
    labels = [part.section.label for part in parts if part.section.label]
    return labels != [label_like(labels[0], number) for number in range(1, len(labels) + 1)]


def _relabel(part: Part, label: str) -> None:
    """Give `part` a label, and those below it that repeat the old one (`4.1` under `4`)."""
    old = f"{part.section.label}."
    for child in part.parts:
        if (child.section.label or "").startswith(old):
            _relabel(child, f"{label}.{(child.section.label or '').removeprefix(old)}")
    part.section.label = label


def renumbered(passages: list[Passage]) -> list[Passage]:
    """`passages` with numbered and lettered labels in sequence; dashes stay."""
    number = 0
    for passage in passages:
        if passage.block.label and _LABEL.fullmatch(passage.block.label):
            number += 1
            passage.block.label = label_like(passage.block.label, number)
    return passages


def label_like(label: str | None, number: int) -> str | None:
    """The `number`-th label of the kind of `label` (`II`, `2.1`, `b)`); dashes have no number."""
    kind = _LABEL.fullmatch(label or "")
    if not kind:
        return label
    if kind["roman"]:
        said = roman(number)
    elif kind["digits"]:
        said = str(number)
    else:
        said = POINT_LETTERS[(number - 1) % len(POINT_LETTERS)]
    return f"{kind['before']}{said}{kind['after']}"
