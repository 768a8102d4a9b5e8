"""Sections of the parent as sections of the commune's plan."""

import regex

from docgen.drafting.duties import units_of
from docgen.drafting.numbering import out_of_sequence, renumbered_parts
from docgen.drafting.outline import Annex, Part, Passage, Reading
from docgen.drafting.passages import ITEMS, adapted_passage, adapted_passages
from docgen.drafting.reword import reword
from docgen.drafting.rows import assigned_reading
from docgen.drafting.units import is_unit, with_units
from docgen.drafting.work import Left, Work
from docgen.housing import roman
from plan.model import Assignment, Block

_NOTHING_LEFT = "Không còn nội dung nào của mục này thuộc phần việc của cấp xã."
_SUPERIORS_OWN = "Mục này nói về cấp trên; xác định có áp dụng cho cấp xã không, nếu không thì bỏ."
_ABOUT_ABOVE = regex.compile(
    r"(?:(?:đối\s+với|tại|ở)\s+)?cấp\s+(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã)(?!\w)",
    regex.IGNORECASE,
)
_EMPTY = "Mục này chưa có nội dung; viết nội dung hoặc bỏ mục."


def adapted_parts(parts: list[Part], work: Work, above: str = "") -> list[Part]:
    """The commune's sections for `parts`, numbered anew where some are left out."""
    kept = [new for part in parts if (new := _adapted(part, work, above))]
    gap = len(kept) < len(parts) or (not above and out_of_sequence(kept))
    return renumbered_parts(kept) if gap else kept


def _adapted(part: Part, work: Work, above: str) -> Part | None:
    path = ".".join(step for step in (above, part.section.label) if step)
    part = with_units(part)
    title = reword(part.section.title, work.scope)
    new = Part(part.section.model_copy(update={"title": title}), part.sources)
    item = ITEMS.get(part.section.kind)
    new.passages, advice = adapted_passages(part.passages, item, work, path)
    new.notes += advice
    if _ABOUT_ABOVE.match(part.section.title):
        new.notes.append(work.note(path, part.section.title, _SUPERIORS_OWN))
    new.parts = _below(part, work, path)
    if new.passages or new.parts:
        return new
    if part.passages or part.parts:
        work.leave_part(part, _NOTHING_LEFT)
        return None
    new.notes.append(work.note(path, part.section.title, _EMPTY))
    return new


def _below(part: Part, work: Work, path: str) -> list[Part]:
    """The sections below `part`: the commune's units where those of the parent's units stand."""
    units = [child for child in part.parts if is_unit(child)]
    if not units:
        return adapted_parts(part.parts, work, path)
    first = part.parts.index(units[0])
    before = adapted_parts(part.parts[:first], work, path)
    after = adapted_parts([one for one in part.parts[first:] if not is_unit(one)], work, path)
    return renumbered_parts([*before, *units_of(units, work, path), *after])


def adapted_appendices(annexes: list[Annex], work: Work) -> list[Annex]:
    """The commune's appendices; one that has nothing left for the commune is left out."""
    kept = []
    for annex in annexes:
        old = annex.appendix
        passages, _ = adapted_passages(annex.passages, None, work, old.label or "Phụ lục")
        if not passages and annex.passages:
            work.left.append(Left("appendix", annex.sources, old.title or "", _NOTHING_LEFT))
            continue
        title = reword(old.title, work.scope) if old.title else old.title
        kept.append(Annex(old.model_copy(update={"title": title}), annex.sources, passages))
    for number, annex in enumerate(kept if len(kept) < len(annexes) else (), 1):
        annex.appendix.label = f"Phụ lục {roman(number)}" if len(kept) > 1 else "Phụ lục"
    return kept


def adapted_rest(loose: list[Reading], work: Work) -> list[Reading]:
    """Readings of the parent that stand in none of its passages, as the commune's data."""
    return [new for reading in loose for new in _rest(reading, work)]


def _rest(reading: Reading, work: Work) -> list[Reading]:
    if isinstance(reading.record, Assignment):
        return assigned_reading(reading, work)
    passage = Passage(Block(type="paragraph", text=reading.text), readings=[reading])
    new = adapted_passage(passage, None, work, "")
    return new.readings if new else []
