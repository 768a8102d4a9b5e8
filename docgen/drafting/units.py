"""Finding the units that have duties: sections of their own, or items that begin with a unit."""

import regex

from docgen.drafting.bodies import is_communes
from docgen.drafting.outline import Part, Passage
from plan.model import Block, Section
from plan.patterns import name_pattern
from plan.text import fold
from plan.units import mentions


def is_unit(part: Part) -> bool:
    """Whether `part` is the section of one unit and its duties."""
    title = fold(part.section.title)
    duties = (reading for one in part.passages for reading in one.readings)
    return any(reading.unit and fold(reading.unit) in title for reading in duties)


def with_units(part: Part) -> Part:
    """`part` with a section for each unit whose duties stand in an item of the text."""
    if is_unit(part):
        return part
    kept, found = [], list[Part]()
    for passage in part.passages:
        unit = _unit_of(passage)
        if unit is None:
            kept.append(passage)
        elif found and fold(found[-1].section.title) == fold(unit):
            found[-1].passages += _duties(passage, unit)
        else:
            found.append(_section(part, passage, unit))
    return Part(part.section, part.sources, _dashed(kept) if found else kept, [*found, *part.parts])


def _dashed(passages: list[Passage]) -> list[Passage]:
    """Items that stand beside sections, whose numbers are the sections' now."""
    for passage in passages:
        if passage.block.label:
            passage.block = passage.block.model_copy(update={"label": "-"})
    return passages


def flat(part: Part) -> list[Passage]:
    """All passages of a unit's section; sections within it become items."""
    below = [
        Passage(
            Block(type="item", label="-", text=child.section.title), child.sources, [], flat(child)
        )
        for child in part.parts
    ]
    return [*part.passages, *below]


def _unit_of(passage: Passage) -> str | None:
    """The unit that the passage begins with and whose duties it, or what is below it, holds."""
    for one in (passage, *passage.children):
        for reading in one.readings:
            if reading.unit and _begins(passage.block.text, reading.unit):
                return reading.unit
    return None


def _begins(text: str, unit: str) -> regex.Match[str] | None:
    """The unit at the head of `text`: an office, or anybody who is followed by a colon."""
    an_office = any(mentions(unit)) or is_communes(unit)
    mark = r"(?!\w)\s*[:–-]?\s*(?:có\s+trách\s+nhiệm\s+)?" if an_office else r"\s*[:–-]\s*"
    pattern = rf"(?:(?:giao|đề\s+nghị)\s+)?{name_pattern(unit)}{mark}"
    return regex.match(pattern, text, regex.IGNORECASE)


def _section(part: Part, passage: Passage, unit: str) -> Part:
    label = (passage.block.label or "1").rstrip(".)/")
    section = Section(
        label=label if label.isalnum() else "1",
        title=unit[:1].upper() + unit[1:],
        level=part.section.level + 1,
        kind=part.section.kind,
    )
    return Part(section, (), _duties(passage, unit))


def _duties(passage: Passage, unit: str) -> list[Passage]:
    """The duties of an item that begins with its unit, the unit left off."""
    begins = _begins(passage.block.text, unit)
    rest = passage.block.text[begins.end() :] if begins else passage.block.text
    if not rest.strip(" ;.:"):
        return passage.children
    block = passage.block.model_copy(update={"text": rest[:1].upper() + rest[1:], "label": "-"})
    return [Passage(block, passage.sources, passage.readings, passage.children)]
