"""The account of a draft: every item of the parent with one fate, every item of it an origin."""

from collections import defaultdict
from collections.abc import Iterator

from docgen.drafting.assemble import Placed
from docgen.drafting.assign import GIVEN
from docgen.drafting.counting import names_communes
from docgen.drafting.report import Applies, ChildItem, Fate, Kind, ParentItem, Report
from docgen.drafting.sources import Source
from docgen.drafting.work import Left
from plan.model import Block, Plan, Section

_OF_ITS_OWN: dict[Kind, str] = {
    "legal_basis": "Kế hoạch căn cứ trực tiếp kế hoạch cấp trên.",
    "recipient": "Nơi nhận lập theo hồ sơ của đơn vị.",
}
_SHARED_OUT = "Nhiệm vụ dưới mục này được phân cho nhiều đơn vị theo lĩnh vực."


def report_on(parents: list[Source], plan: Plan, placed: list[Placed], left: list[Left]) -> Report:
    """The report on the draft `plan` whose items are `placed`; those of the parents are `left`."""
    there: dict[str, list[Placed]] = defaultdict(list)
    for one in placed:
        for source in one.sources:
            there[source].append(one)
    gone = {source: one for one in left for source in one.sources}
    items = [
        _classed(_fate(kind, pointer, text, there[pointer], gone.get(pointer)))
        for parent in parents
        for kind, pointer, text in _items(parent)
        if kind != "text" or there[pointer] or pointer in gone
    ]
    known = {item.pointer for item in items}
    child = [_origin(one, known) for one in placed]
    told = {one.pointer for one in child}
    return Report(parent=items, child=[*child, *_of_the_draft(plan, told)])


def _of_the_draft(plan: Plan, told: set[str]) -> Iterator[ChildItem]:
    """What the draft says of itself: opening, recipients, and whatever else comes from no item."""
    for kind, pointer, text in _items_of(plan):
        if kind in _OF_ITS_OWN or (pointer.startswith("/preamble") and pointer not in told):
            yield ChildItem(item=kind, pointer=pointer, text=text, origin="draft")


def _fate(
    kind: Kind, pointer: str, text: str, there: list[Placed], gone: Left | None
) -> ParentItem:
    if not there:
        reason = gone.reason if gone else _OF_ITS_OWN.get(kind)
        return ParentItem(item=kind, pointer=pointer, text=text, fate="left_out", reason=reason)
    reason = next((one.reason for one in there if one.reason), None)
    fate: Fate = "kept" if all(one.text == text for one in there) and not reason else "adapted"
    if kind == "section" and len(there) > 1:
        reason = _SHARED_OUT
    if reason in (GIVEN, _SHARED_OUT):
        fate = "moved"
    child = list(dict.fromkeys(one.pointer for one in there))
    return ParentItem(item=kind, pointer=pointer, text=text, fate=fate, reason=reason, child=child)


def _classed(item: ParentItem) -> ParentItem:
    """`item` with how it comes down to the commune, if it is a target."""
    if item.item != "target":
        return item
    applies: Applies = "other_level" if names_communes(item.text) else "as_is"
    return item.model_copy(update={"applies": applies if item.child else "not_applicable"})


def _origin(one: Placed, known: set[str]) -> ChildItem:
    sources = [source for source in dict.fromkeys(one.sources) if source in known]
    return ChildItem(
        item=one.item,
        pointer=one.pointer,
        text=one.text,
        origin="parent" if sources else "draft",
        parent=sources,
    )


def _items(parent: Source) -> Iterator[tuple[Kind, str, str]]:
    """Every item of a superior's plan, its pointer with the plan's prefix, and its text."""
    for kind, pointer, text in _items_of(parent.plan):
        yield kind, parent.prefix + pointer, text


def _items_of(plan: Plan) -> Iterator[tuple[Kind, str, str]]:
    """Every item of a plan, its pointer and its text, in the order of the plan's fields."""
    bases = [basis.code or basis.subject or "" for basis in plan.legal_bases]
    yield from _listed("legal_basis", "/legal_bases", bases)
    yield from _listed("text", "/preamble", plan.preamble)
    for number, section in enumerate(plan.sections):
        yield from _of_section(section, f"/sections/{number}")
    yield from _listed("target", "/targets", [target.text for target in plan.targets])
    yield from _listed("task", "/tasks", [task.text for task in plan.tasks])
    for number, unit in enumerate(plan.responsibilities):
        texts = [duty.text for duty in unit.tasks]
        yield from _listed("duty", f"/responsibilities/{number}/tasks", texts)
    yield from _listed("funding", "/funding", plan.funding)
    yield from _listed("assignment", "/schedule", [row.text for row in plan.schedule])
    yield from _listed("text", "/closing", plan.closing)
    for number, appendix in enumerate(plan.appendices):
        yield "appendix", f"/appendices/{number}", appendix.title or ""
        yield from _of_blocks(appendix.content, f"/appendices/{number}/content")
    yield from _listed("recipient", "/recipients", [one.name for one in plan.recipients])


def _listed(kind: Kind, pointer: str, texts: list[str]) -> Iterator[tuple[Kind, str, str]]:
    for number, text in enumerate(texts):
        yield kind, f"{pointer}/{number}", text


def _of_section(section: Section, pointer: str) -> Iterator[tuple[Kind, str, str]]:
    yield "section", pointer, section.title
    yield from _of_blocks(section.content or [], f"{pointer}/content")
    for number, child in enumerate(section.children):
        yield from _of_section(child, f"{pointer}/children/{number}")


def _of_blocks(blocks: list[Block], pointer: str) -> Iterator[tuple[Kind, str, str]]:
    for number, block in enumerate(blocks):
        yield "text", f"{pointer}/{number}", block.text
        yield from _of_blocks(block.children, f"{pointer}/{number}/children")
