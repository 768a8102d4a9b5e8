"""Readings: what a plan says as data (targets, tasks, duties, funding), and where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plan.model import Block, Plan, Section, Target
from plan.paths import blocks, walk
from plan.text import fold


@dataclass(frozen=True, slots=True)
class Reading:
    """One text that the data hold for a section. `pointer` is its JSON Pointer in the plan."""

    pointer: str
    text: str
    section: str | None
    target: Target | None = None


def readings(plan: Plan) -> list[Reading]:
    """Every reading of `plan`, in the order in which a section prints them."""
    return [*_targets(plan), *_tasks(plan), *_duties(plan), *_funding(plan)]


def _targets(plan: Plan) -> Iterator[Reading]:
    for number, target in enumerate(plan.targets):
        yield Reading(f"/targets/{number}", target.text, target.section, target)


def _tasks(plan: Plan) -> Iterator[Reading]:
    for number, task in enumerate(plan.tasks):
        yield Reading(f"/tasks/{number}", task.text, task.section)


def _duties(plan: Plan) -> Iterator[Reading]:
    for number, unit in enumerate(plan.responsibilities):
        for place, duty in enumerate(unit.tasks):
            yield Reading(f"/responsibilities/{number}/tasks/{place}", duty.text, unit.section)


def _funding(plan: Plan) -> Iterator[Reading]:
    section = next((path for path, one in walk(plan.sections) if one.kind == "funding"), None)
    for number, text in enumerate(plan.funding):
        yield Reading(f"/funding/{number}", text, section)


def spoken(content: Iterable[Block]) -> str:
    """All the words of `content` with its labels left off, folded for comparison."""
    texts = (
        piece
        for block in blocks(list(content))
        for piece in (block.text, *(cell for row in block.rows for cell in row))
    )
    return fold(" ".join(texts))


def spoken_below(section: Section) -> str:
    """All the words of `section`, its title and everything under it, folded for comparison."""
    below = (spoken_below(child) for child in section.children)
    return " ".join((fold(section.title), spoken(section.content or []), *below))


def stands(text: str, words: str) -> bool:
    """Whether the words of `text` stand, in their order, in the folded `words`."""
    sought = fold(text)
    return not sought or f" {sought} " in f" {words} "
