"""Passages that keep their place: those of purpose, targets, tasks, funding, closing."""

from docgen.drafting.authority import Item
from docgen.drafting.carry import carried
from docgen.drafting.counting import NOT_COUNTABLE, counts_communes
from docgen.drafting.numbering import renumbered
from docgen.drafting.orders import is_order
from docgen.drafting.outline import Passage
from docgen.drafting.rows import adapted_table
from docgen.drafting.transfer import NOBODY, Hands, transfer
from docgen.drafting.work import Work
from plan.model import SectionKind

ITEMS: dict[SectionKind, Item] = {
    "targets": "target",
    "tasks": "task",
    "solutions": "task",
    "tasks_and_solutions": "task",
}
"""Which kinds of section hold items whose authority is looked at."""
_NOTHING_BELOW = "Các nội dung bên dưới đều không thuộc phần việc của cấp xã."


def adapted_passages(
    passages: list[Passage], item: Item | None, work: Work, path: str
) -> tuple[list[Passage], list[str]]:
    """The commune's passages, and advice on what was left out but may have to be added."""
    kept: list[Passage] = []
    advice: list[str] = []
    for passage in passages:
        if item == "target" and counts_communes(passage):
            work.leave(passage, NOT_COUNTABLE)
            add = f"{NOT_COUNTABLE} Nếu {work.scope.commune} thuộc diện phải đạt thì bổ sung."
            advice.append(work.note(path, passage.block.text, add))
        elif new := adapted_passage(passage, item, work, path):
            kept.append(new)
        elif item == "target":
            advice.append(work.note(path, passage.block.text, f"Đã bỏ. {work.left[-1].reason}"))
    return in_order(kept, passages), advice


def adapted_passage(
    passage: Passage, item: Item | None, work: Work, path: str, hands: Hands = NOBODY
) -> Passage | None:
    """The commune's passage, `None` where it is left out (and accounted for)."""
    if passage.block.rows:
        return adapted_table(passage, work, path)
    said = transfer(passage.block.text, work.scope, item, hands)
    if said.text is None:
        work.leave(passage, " ".join(said.reasons))
        return None
    if item == "task" and is_order(passage.block.text):
        work.orders.append(passage)
    new = carried(passage, said, work, path)
    below = [adapted_passage(child, item, work, path, hands) for child in passage.children]
    new.children = in_order([child for child in below if child], passage.children)
    if passage.children and not new.children and new.block.text.rstrip().endswith(":"):
        work.leave(Passage(passage.block, passage.sources, passage.readings), _NOTHING_BELOW)
        return None
    return new


def in_order(kept: list[Passage], all_of_them: list[Passage]) -> list[Passage]:
    """`kept` numbered anew where some are left out, the last closing as the last of all did."""
    if not kept or len(kept) == len(all_of_them):
        return kept
    last, block = all_of_them[-1].block.text, kept[-1].block
    if block.text.endswith(";") and last.endswith("."):
        block.text = f"{block.text[:-1]}."
    return renumbered(kept)
