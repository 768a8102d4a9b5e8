"""From the commune's parts to its plan, with the place of everything that was carried over."""

from dataclasses import dataclass, field

from docgen.drafting.outline import Annex, Outline, Part, Passage, Reading
from docgen.drafting.report import Kind
from docgen.notes import Note
from plan.model import Appendix, Assignment, Block, Duty, Responsibility, Section, Target, Task


@dataclass(frozen=True, slots=True)
class Placed:
    """An item of the draft: where it stands, what it says, where it comes from, and why so."""

    item: Kind
    pointer: str
    text: str
    sources: tuple[str, ...]
    reason: str | None = None


@dataclass
class Assembly:
    """The lists of a plan, filled in the order of the document."""

    sections: list[Section] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    responsibilities: list[Responsibility] = field(default_factory=list)
    funding: list[str] = field(default_factory=list)
    schedule: list[Assignment] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def add(self, outline: Outline) -> None:
        """Take everything of `outline`."""
        for number, part in enumerate(outline.parts):
            self.sections.append(self._section(part, f"/sections/{number}", ""))
        for number, passage in enumerate(outline.closing):
            self.closing.append(passage.block.text)
            self._readings(passage, f"/closing/{number}", None, None)
        for number, annex in enumerate(outline.appendices):
            self.appendices.append(self._appendix(annex, f"/appendices/{number}"))
        self._readings(Passage(Block(type="paragraph"), readings=outline.loose), "", None, None)

    def _appendix(self, annex: Annex, pointer: str) -> Appendix:
        title = annex.appendix.title or ""
        self.placed.append(Placed("appendix", pointer, title, annex.sources))
        content = self._blocks(annex.passages, f"{pointer}/content", None, None)
        return annex.appendix.model_copy(update={"content": content})

    def _section(self, part: Part, pointer: str, above: str) -> Section:
        path = ".".join(step for step in (above, part.section.label) if step)
        title = part.section.title
        self.placed.append(Placed("section", pointer, title, part.sources))
        self.notes += [Note(pointer, text) for text in part.notes]
        unit = title if part.unit else None
        content = self._blocks(part.passages, f"{pointer}/content", path, unit)
        children = [
            self._section(child, f"{pointer}/children/{number}", path)
            for number, child in enumerate(part.parts)
        ]
        return part.section.model_copy(update={"content": content, "children": children})

    def _blocks(
        self, passages: list[Passage], pointer: str, path: str | None, unit: str | None
    ) -> list[Block]:
        return [
            self._block(passage, f"{pointer}/{number}", path, unit)
            for number, passage in enumerate(passages)
        ]

    def _block(
        self,
        passage: Passage,
        pointer: str,
        path: str | None,
        unit: str | None,
        *,
        said: bool = False,
    ) -> Block:
        """`passage` as a block; `said` tells that a reading above speaks for it."""
        self._readings(passage, pointer, path, unit)
        if not passage.readings and not said:
            text = passage.block.text
            self.placed.append(Placed("text", pointer, text, passage.sources, passage.reason))
        covered = said or any(reading.covers == "all" for reading in passage.readings)
        children = [
            self._block(child, f"{pointer}/children/{number}", path, unit, said=covered)
            for number, child in enumerate(passage.children)
        ]
        return passage.block.model_copy(update={"children": children})

    def _readings(self, passage: Passage, pointer: str, path: str | None, unit: str | None) -> None:
        self.notes += [Note(pointer, text, tuple(passage.marks)) for text in passage.notes]
        places = [self._reading(one, passage, path, unit) for one in passage.readings]
        for reading, place in zip(passage.readings, places, strict=True):
            where = place or next((other for other in places if other), pointer)
            text = reading.text or passage.block.text
            self.placed.append(Placed(reading.kind, where, text, reading.sources, reading.reason))

    def _reading(
        self, reading: Reading, passage: Passage, path: str | None, unit: str | None
    ) -> str | None:
        """Put a reading in its list; its place there, or `None` where it is no more."""
        text = {"all": passage.joined, "own": passage.block.text}.get(reading.covers, reading.text)
        record = reading.record
        if isinstance(record, str):
            self.funding.append(text)
            return f"/funding/{len(self.funding) - 1}"
        if record is None:
            return None
        reading.record = record = record.model_copy(update={"text": text})
        if isinstance(record, Duty):
            return self._duty(record, unit or reading.unit or "", path)
        if isinstance(record, Assignment):
            self.schedule.append(record)
            return f"/schedule/{len(self.schedule) - 1}"
        if isinstance(record, Target):
            self.targets.append(record.model_copy(update={"section": path}))
            return f"/targets/{len(self.targets) - 1}"
        self.tasks.append(record.model_copy(update={"section": path}))
        return f"/tasks/{len(self.tasks) - 1}"

    def _duty(self, duty: Duty, unit: str, path: str | None) -> str:
        """Put a duty under its unit in this section."""
        units = self.responsibilities
        if not units or (units[-1].unit, units[-1].section) != (unit, path):
            units.append(Responsibility(unit=unit, section=path))
        units[-1].tasks.append(duty)
        return f"/responsibilities/{len(units) - 1}/tasks/{len(units[-1].tasks) - 1}"
