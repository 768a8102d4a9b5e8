"""What the stages of one draft share: the scope, and the account of what is left out."""

from dataclasses import dataclass, field

from docgen.drafting.outline import Part, Passage
from docgen.drafting.report import Kind
from docgen.drafting.scope import Scope
from docgen.notes import Note

_QUOTED_WORDS = 14


@dataclass(frozen=True, slots=True)
class Left:
    """An item of the parent that the commune's plan does not take over, and why."""

    kind: Kind
    sources: tuple[str, ...]
    text: str
    reason: str


@dataclass
class Work:
    """One draft on its way; `lead` is the commune's unit that leads it and reports.

    `notes` are those on places that stand outside the sections; `taken` the indicators of the
    profile's targets that a target of the parent has met; `orders` what the communes are told to
    do outside the parent's duties.
    """

    scope: Scope
    lead: str
    left: list[Left] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    orders: list[Passage] = field(default_factory=list)

    def leave(self, passage: Passage, reason: str) -> None:
        """Account for a passage that is left out, with all that was read in it."""
        for one in items_of(passage):
            self.left += [Left(r.kind, r.sources, r.text, reason) for r in one.readings]
            if not one.readings:
                self.left.append(Left("text", one.sources, one.block.text, reason))

    def leave_part(self, part: Part, reason: str) -> None:
        """Account for a section that is left out."""
        self.left.append(Left("section", part.sources, part.section.title, reason))

    def note(self, path: str, quoted: str, advice: str) -> str:
        """A note for the officer: where in the parent it comes from, and what to decide."""
        kind = self.scope.type or "cấp trên"
        where = f", mục {path}" if path else ""
        return f"Kế hoạch {kind}{where}: “{quote(quoted)}”. {advice}"


def items_of(passage: Passage) -> list[Passage]:
    """The passages that are items of their own: a reading of all speaks for what is below it."""
    below = [] if any(reading.covers == "all" for reading in passage.readings) else passage.children
    return [passage, *(item for child in below for item in items_of(child))]


def quote(text: str) -> str:
    """The first words of `text`."""
    words = text.split()
    short = " ".join(words[:_QUOTED_WORDS])
    return f"{short}…" if len(words) > _QUOTED_WORDS else text.rstrip(" .;/")
