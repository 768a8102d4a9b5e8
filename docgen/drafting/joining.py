"""Several plans above at once: what the others say, put where the first says the like."""

from docgen.drafting.numbering import renumbered_parts
from docgen.drafting.offices import merge
from docgen.drafting.outline import Outline, Part, Passage
from plan.model import SectionKind
from plan.text import fold

_ONE_OF_A_KIND: tuple[SectionKind, ...] = (
    "purpose_and_requirements",
    "purpose",
    "requirements",
    "objectives",
    "funding",
    "implementation",
)
"""Kinds of section that a plan has once at most on each level."""
_LAST: tuple[SectionKind, ...] = ("funding", "implementation")


def moved(outline: Outline, prefix: str) -> None:
    """Put `prefix` before every source in `outline`: the place of its plan among several."""
    if not prefix:
        return
    for passage in outline.passages():
        passage.sources = _under(prefix, passage.sources)
        for reading in passage.readings:
            reading.sources = _under(prefix, reading.sources)
    for part in (part for top in outline.parts for part in top.all()):
        part.sources = _under(prefix, part.sources)
    for reading in outline.loose:
        reading.sources = _under(prefix, reading.sources)
    for annex in outline.appendices:
        annex.sources = _under(prefix, annex.sources)


def _under(prefix: str, sources: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(prefix + source for source in sources)


def join(first: Outline, other: Outline) -> None:
    """Add to `first` what `other` says; what both say stands once."""
    first.parts = _joined(first.parts, other.parts)
    first.appendices += other.appendices
    first.loose += other.loose


def _joined(parts: list[Part], others: list[Part]) -> list[Part]:
    """`parts` with those of `others`: the like together, the new ones before funding and duties."""
    kept = list(parts)
    for other in others:
        like = next((part for part in kept if _alike(part, other)), None)
        if like is None:
            kept.insert(_place_for(other, kept), other)
            continue
        like.sources += other.sources
        like.notes += other.notes
        _add_passages(_home(like), other.passages)
        like.parts = _joined(like.parts, other.parts)
    return renumbered_parts(kept) if len(kept) > len(parts) else kept


def _alike(part: Part, other: Part) -> bool:
    """Whether two sections are for the same: by title, or of a kind that stands once."""
    one, two = part.section, other.section
    if part.unit or other.unit:
        return fold(one.title) == fold(two.title)
    return fold(one.title) == fold(two.title) or (one.kind == two.kind and _stands_once(part))


def _stands_once(part: Part) -> bool:
    kind = part.section.kind
    return kind in _ONE_OF_A_KIND or part.section.level == 1


def _place_for(part: Part, among: list[Part]) -> int:
    """Where a new section goes: before funding and duties, at the end if it is of their kind."""
    if part.section.kind in _LAST:
        return len(among)
    last = (number for number, one in enumerate(among) if one.section.kind in _LAST)
    return next(last, len(among))


def _home(part: Part) -> Part:
    """The section that holds the items of `part`: itself, or the last below that is of its kind."""
    kind = part.section.kind
    below = [one for one in part.parts if one.section.kind == kind and not one.unit]
    return _home(below[-1]) if below and not part.passages else part


def _add_passages(part: Part, passages: list[Passage]) -> None:
    for passage in passages:
        words = fold(passage.joined)
        same = next((one for one in part.passages if words and fold(one.joined) == words), None)
        if same:
            merge(same, passage)
        else:
            part.passages.append(passage)
