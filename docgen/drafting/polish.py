"""The last hand at a draft's text: citations, tone marks, capitals, the ends of items.

A document is named in full where it is first named and by type and number after that (Decree 30,
Phụ lục I, khoản 6, Mục II); every tone mark stands where `Ủy ban` has it; a kind of unit has a
small letter inside a sentence; the items of a list end alike, the last with a full stop.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import regex

from docgen.drafting.citing import citing
from docgen.drafting.edits import edit, with_words
from docgen.drafting.outline import Outline, Passage
from plan.model import Citation
from plan.patterns import toned

Change = Callable[[str], str]

_UNIT_IN_CAPITALS = regex.compile(
    r"(?<=\p{Ll}\s)(?:Tỉnh|Huyện|Xã|Phường|Quận)(?!\s+(?:ủy|uỷ|đoàn|hội|lộ|\p{Lu}|\d))(?!\w)"
)
_END = regex.compile(r"(?P<mark>\./\.|[.;:,!?…])?\s*$")


def polish(
    outline: Outline, known: Iterable[Citation], named: Iterable[str], names: list[str]
) -> None:
    """Polish the text of `outline`, its readings with it.

    `known` are the documents of which more is known than their number, `named` the numbers of
    those that the opening has named in full already; `names` keep their own tone marks.
    """
    by_code = {one.code: one for one in known if one.code}
    seen = set(named)
    change = partial(_spelled, names=names)
    for passage in outline.passages():
        for one in reversed(list(citing(passage.block.text, by_code, seen))):
            edit(passage, one)
        _respell(passage, change)
    for part in (part for top in outline.parts for part in top.all()):
        part.section.title = change(part.section.title)
    for siblings in _lists(outline):
        _end_alike(siblings)


def _spelled(text: str, names: list[str]) -> str:
    return _UNIT_IN_CAPITALS.sub(lambda found: found[0].lower(), toned(text, names))


def _respell(passage: Passage, change: Change) -> None:
    """A passage and all that was read in it in the letters that `change` gives."""
    block = passage.block
    rows = [[change(cell) for cell in row] for row in block.rows]
    passage.block = block.model_copy(update={"text": change(block.text), "rows": rows})
    for reading in passage.readings:
        reading.record = with_words(reading.record, change)
        reading.unit = change(reading.unit) if reading.unit else None


def _lists(outline: Outline) -> Iterator[list[Passage]]:
    """Every run of items that stand beside one another."""
    tops = [part.passages for top in outline.parts for part in top.all()]
    below = [passage.children for passage in outline.passages()]
    for passages in (*tops, *below):
        yield [one for one in passages if one.block.type == "item" and one.joined]


def _end_alike(items: list[Passage]) -> None:
    """Close the items that have no mark as the others have it, the last with a full stop."""
    marks = [_mark(one) for one in items]
    common = max((";", "."), key=marks[:-1].count)
    if len(items) < 2 or common not in marks:  # noqa: PLR2004 - a list has two items at least
        return
    for one, mark in zip(items[:-1], marks[:-1], strict=True):
        if mark == "":
            _close(one, common)
    if marks[-1] in ("", ";", ","):
        _close(items[-1], ".")


def _mark(item: Passage) -> str:
    """The closing mark of an item: that of the last below it, if there are any."""
    found = _END.search(item.children[-1].block.text if item.children else item.block.text)
    return (found and found["mark"]) or ""


def _close(item: Passage, mark: str) -> None:
    last = item.children[-1].block if item.children else item.block
    last.text = _END.sub(mark, last.text, count=1)
