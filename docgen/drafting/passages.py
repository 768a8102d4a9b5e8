"""Passages that keep their place: those of purpose, targets, tasks, funding, closing."""

import regex

from docgen.drafting.authority import Item
from docgen.drafting.bodies import LOW, LOWS
from docgen.drafting.carry import carried
from docgen.drafting.numbering import renumbered
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
_SHARE_OF_COMMUNES = regex.compile(
    rf"^(?:(?:phấn\s+đấu|có|trên|tối\s+thiểu|ít\s+nhất|khoảng|đạt)\s+)*"
    rf"(?:\d+(?:[.,]\d+)?\s*%|tỷ\s+lệ)\s*(?:số\s+)?(?:các\s+)?(?:UBND\s+)?(?:{LOWS}|{LOW})",
    regex.IGNORECASE,
)
_ALL_OF_THEM = regex.compile(r"(?<!\d)100\s*%")
_NOT_COUNTABLE = "Chỉ tiêu tính trên số đơn vị cấp xã; một đơn vị không tính được tỷ lệ này."
_NOTHING_BELOW = "Các nội dung bên dưới đều không thuộc phần việc của cấp xã."


def adapted_passages(
    passages: list[Passage], item: Item | None, work: Work, path: str
) -> tuple[list[Passage], list[str]]:
    """The commune's passages, and advice on what was left out but may have to be added."""
    kept: list[Passage] = []
    advice: list[str] = []
    for passage in passages:
        if item == "target" and counts_communes(passage.block.text):
            work.leave(passage, _NOT_COUNTABLE)
            add = f"{_NOT_COUNTABLE} Nếu {work.scope.commune} thuộc diện phải đạt thì bổ sung."
            advice.append(work.note(path, passage.block.text, add))
        elif new := adapted_passage(passage, item, work, path):
            kept.append(new)
        elif item == "target":
            advice.append(work.note(path, passage.block.text, f"Đã bỏ. {work.left[-1].reason}"))
    return in_order(kept, passages), advice


def counts_communes(text: str) -> bool:
    """Whether `text` is a share of communes that a single commune cannot have."""
    return bool(_SHARE_OF_COMMUNES.match(text)) and not _ALL_OF_THEM.search(text)


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
