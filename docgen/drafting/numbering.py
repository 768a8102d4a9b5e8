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
            part.section.label = label_like(first, number)
    return parts


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
