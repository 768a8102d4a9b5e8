"""A plan's text as passages: what a search finds and shows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan.model import Block, Plan, Section, Span


class Passage(NamedTuple):
    """A paragraph, a heading or a row of a table, and where it stands."""

    text: str
    span: Span | None


def passages(plan: Plan) -> Iterator[Passage]:
    """All text of a plan in the order of the document; empty passages are left out."""
    return (one for one in _all(plan) if one.text.strip())


def _all(plan: Plan) -> Iterator[Passage]:
    if plan.header.subject:
        evidence = plan.header.evidence.get("subject")
        yield Passage(plan.header.subject, evidence.span if evidence else plan.header.span)
    yield from (Passage(text, None) for text in plan.preamble)
    for section in plan.sections:
        yield from _section(section)
    yield from (Passage(text, None) for text in plan.closing)
    for appendix in plan.appendices:
        yield Passage(_joined((appendix.label, appendix.title)), appendix.span)
        yield from _blocks(appendix.content)


def _section(section: Section) -> Iterator[Passage]:
    yield Passage(_joined((section.label, section.title)), section.span)
    yield from _blocks(section.content or ())
    for child in section.children:
        yield from _section(child)


def _blocks(blocks: Iterable[Block]) -> Iterator[Passage]:
    for block in blocks:
        yield Passage(_joined((block.label, block.text)), block.span)
        yield from (Passage(" | ".join(row), block.span) for row in block.rows)
        yield from _blocks(block.children)


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)
