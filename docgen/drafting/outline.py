"""A plan as parts and passages: each block of text together with what the data read in it.

The parent comes in as a `Plan`, whose text (`content`) and readings (targets, tasks, duties) stand
apart; here each reading is put to the passage that it reads.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from docgen.drafting.report import Kind
from plan.model import Appendix, Assignment, Block, Duty, Plan, Section, Target, Task
from plan.text import fold

Record = Target | Task | Duty | Assignment | str
Covers = Literal["all", "own", "piece"]
"""What of a passage a reading says: all with its children, its own text, or a piece of it."""

_folded = lru_cache(maxsize=8192)(fold)


@dataclass
class Reading:
    """Something that the data read in a passage.

    `record` is `None` where a reworded passage no longer says it. `sources` are JSON Pointers
    into the parent, `unit` is whose duty it is, `row` the row of the table that it was read from,
    `reason` why it was changed or moved, `own` that its value is the commune's own.
    """

    kind: Kind
    record: Record | None
    sources: tuple[str, ...]
    unit: str | None = None
    row: int | None = None
    covers: Covers = "piece"
    reason: str | None = None
    own: bool = False

    @property
    def text(self) -> str:
        """The words that were read."""
        return self.record if isinstance(self.record, str) else getattr(self.record, "text", "")


@dataclass
class Passage:
    """One block, without its children, and its readings.

    `notes` are for the officer, `marks` words of the text that wait for him.
    """

    block: Block
    sources: tuple[str, ...] = ()
    readings: list[Reading] = field(default_factory=list)
    children: list["Passage"] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    reason: str | None = None

    @property
    def joined(self) -> str:
        """The text with that of the children, as a reading of the whole joins them."""
        texts = (self.block.text, *(child.joined for child in self.children))
        return " ".join(text for text in texts if text)

    def all(self) -> Iterator["Passage"]:
        """This passage and all below it."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass
class Part:
    """One section with its passages and the parts below it; `unit`: it holds a unit's duties."""

    section: Section
    sources: tuple[str, ...] = ()
    passages: list[Passage] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unit: bool = False

    def all(self) -> Iterator["Part"]:
        """This part and all below it."""
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass
class Annex:
    """An appendix (phụ lục) and its passages."""

    appendix: Appendix
    sources: tuple[str, ...] = ()
    passages: list[Passage] = field(default_factory=list)


@dataclass
class Outline:
    """A whole document: `loose` readings stand in no passage."""

    parts: list[Part]
    closing: list[Passage]
    appendices: list[Annex]
    loose: list[Reading] = field(default_factory=list)

    def passages(self) -> Iterator[Passage]:
        """Every passage in the order of the document, the closing and the appendices last."""
        for top in self.parts:
            for part in top.all():
                yield from _all(part.passages)
        yield from _all(self.closing)
        for annex in self.appendices:
            yield from _all(annex.passages)


def _all(passages: list[Passage]) -> Iterator[Passage]:
    for passage in passages:
        yield from passage.all()


def outline_of(plan: Plan) -> Outline:
    """The parts and passages of `plan`, each with its readings."""
    by_path: dict[str, list[Part]] = {}
    parts = [
        _part(section, f"/sections/{number}", "", by_path)
        for number, section in enumerate(plan.sections)
    ]
    closing = [
        Passage(Block(type="paragraph", text=text), (f"/closing/{number}",))
        for number, text in enumerate(plan.closing)
    ]
    appendices = [
        Annex(
            appendix,
            (f"/appendices/{number}",),
            _passages(appendix.content, f"/appendices/{number}/content"),
        )
        for number, appendix in enumerate(plan.appendices)
    ]
    outline = Outline(parts, closing, appendices)
    for reading, path in _readings(plan):
        _put(reading, path, outline, by_path)
    return outline


def _part(section: Section, pointer: str, above: str, by_path: dict[str, list[Part]]) -> Part:
    path = ".".join(step for step in (above, section.label) if step)
    own = section.model_copy(update={"children": [], "content": []})
    part = Part(own, (pointer,), _passages(section.content or [], f"{pointer}/content"))
    by_path.setdefault(path, []).append(part)
    part.parts = [
        _part(child, f"{pointer}/children/{number}", path, by_path)
        for number, child in enumerate(section.children)
    ]
    return part


def _passages(blocks: list[Block], pointer: str) -> list[Passage]:
    return [
        Passage(
            block.model_copy(update={"children": []}),
            (f"{pointer}/{number}",),
            children=_passages(block.children, f"{pointer}/{number}/children"),
        )
        for number, block in enumerate(blocks)
    ]


def _readings(plan: Plan) -> Iterator[tuple[Reading, str | None]]:
    """Every reading of the plan with the path of its section."""
    for number, target in enumerate(plan.targets):
        yield Reading("target", target, (f"/targets/{number}",)), target.section
    for number, task in enumerate(plan.tasks):
        yield Reading("task", task, (f"/tasks/{number}",)), task.section
    for number, unit in enumerate(plan.responsibilities):
        for place, duty in enumerate(unit.tasks):
            source = (f"/responsibilities/{number}/tasks/{place}",)
            yield Reading("duty", duty, source, unit=unit.unit), unit.section
    for number, text in enumerate(plan.funding):
        yield Reading("funding", text, (f"/funding/{number}",)), None
    for number, row in enumerate(plan.schedule):
        yield Reading("assignment", row, (f"/schedule/{number}",)), None


def _put(
    reading: Reading, path: str | None, outline: Outline, by_path: dict[str, list[Part]]
) -> None:
    """Put `reading` to the passage that it reads, or among the loose."""
    home = [part.passages for part in _home(reading, path, outline, by_path)]
    if path is None and reading.kind == "duty":
        home = [outline.closing]
    near = [passage for passages in home for passage in _all(passages)]
    if not _attach(reading, near) and not _attach(reading, list(outline.passages())):
        outline.loose.append(reading)


def _home(
    reading: Reading, path: str | None, outline: Outline, by_path: dict[str, list[Part]]
) -> list[Part]:
    """The parts that `reading` should stand in: those of its path, its unit's first."""
    if reading.kind == "funding":
        parts = [part for top in outline.parts for part in top.all()]
        return [part for part in parts if part.section.kind == "funding"]
    parts = by_path.get(path, []) if path else []
    unit = _folded(reading.unit or "")
    return sorted(parts, key=lambda part: unit not in _folded(part.section.title))


def _attach(reading: Reading, passages: list[Passage]) -> bool:
    """Put `reading` to the first of `passages` that it is all, the text, a row or a piece of."""
    words = _folded(reading.text)
    for says in _WAYS if words else ():
        for passage in passages:
            if says(words, passage, reading):
                passage.readings.append(reading)
                return True
    return False


def _says_all(words: str, passage: Passage, reading: Reading) -> bool:
    reading.covers = "all"
    return _folded(passage.joined) == words


def _says_own(words: str, passage: Passage, reading: Reading) -> bool:
    reading.covers = "own"
    return _folded(passage.block.text) == words


def _says_row(words: str, passage: Passage, reading: Reading) -> bool:
    """Whether a row has a cell with just these words; no two assignments are read in one row."""
    taken = {other.row for other in passage.readings if other.kind == reading.kind == "assignment"}
    rows = [number for number, row in enumerate(passage.block.rows) if words in map(_folded, row)]
    free = [number for number in rows if number not in taken]
    reading.covers, reading.row = "piece", free[0] if free else None
    return bool(free)


def _says_piece(words: str, passage: Passage, reading: Reading) -> bool:
    reading.covers = "piece"
    return f" {words} " in f" {_folded(passage.joined)} "


_WAYS = (_says_all, _says_own, _says_row, _says_piece)
