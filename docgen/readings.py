"""Readings: what a plan says as data (targets, tasks, duties, funding), and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from plan.model import Block, Plan, Section, SectionKind, Target
from plan.paths import blocks, walk
from plan.text import fold


@dataclass(frozen=True, slots=True)
class Reading:
    """One text that the data hold for a section. `pointer` is its JSON Pointer in the plan."""

    pointer: str
    text: str
    section: str | None
    kind: SectionKind
    target: Target | None = None


def readings(plan: Plan) -> list[Reading]:
    """Every reading that a section's text should hold, in the order in which it is printed.

    What the closing paragraph asks of everybody has no section and is left to the closing.
    """
    return [*_targets(plan), *_tasks(plan), *_duties(plan), *_funding(plan)]


def closing_readings(plan: Plan) -> list[Reading]:
    """What the closing paragraph asks of everybody."""
    return list(_duties(plan, closing=True))


def _targets(plan: Plan) -> Iterator[Reading]:
    for number, target in enumerate(plan.targets):
        kind = target.kind or "targets"
        yield Reading(f"/targets/{number}", target.text, target.section, kind, target)


def _tasks(plan: Plan) -> Iterator[Reading]:
    for number, task in enumerate(plan.tasks):
        kind = task.kind or "tasks_and_solutions"
        yield Reading(f"/tasks/{number}", task.text, task.section, kind)


def _duties(plan: Plan, *, closing: bool = False) -> Iterator[Reading]:
    for number, unit in enumerate(plan.responsibilities):
        if (unit.section is None) == closing:
            for place, duty in enumerate(unit.tasks):
                pointer = f"/responsibilities/{number}/tasks/{place}"
                yield Reading(pointer, duty.text, unit.section, "implementation")


def _funding(plan: Plan) -> Iterator[Reading]:
    section = next((path for path, one in walk(plan.sections) if one.kind == "funding"), None)
    for number, text in enumerate(plan.funding):
        yield Reading(f"/funding/{number}", text, section, "funding")


def spoken(content: list[Block]) -> str:
    """All the words of `content`, folded for comparison."""
    texts = (
        piece
        for block in blocks(content)
        for piece in (block.text, *(cell for row in block.rows for cell in row))
    )
    return fold(" ".join(texts))


def spoken_below(section: Section) -> str:
    """All the words of `section`, its title and everything under it, folded for comparison."""
    below = (spoken_below(child) for child in section.children)
    return " ".join((fold(section.title), spoken(section.content or []), *below))


def stands(text: str, words: str) -> bool:
    """Whether the words of `text` stand, in their order, in the folded `words`."""
    return f" {fold(text)} " in f" {words} "
