"""The commune's units on their way: each with the duties that it is given, once each."""

from dataclasses import dataclass, field

from docgen.drafting.numbering import label_like, renumbered
from docgen.drafting.outline import Part, Passage
from docgen.drafting.scope import Scope
from plan.model import Section
from plan.text import POINT_LETTERS, fold

_LETTERED = tuple(f"{letter})" for letter in POINT_LETTERS)


@dataclass
class Offices:
    """The units in the order of the parent: posts and departments, other bodies, villages."""

    scope: Scope
    posts: dict[str, Part] = field(default_factory=dict)
    bodies: dict[str, Part] = field(default_factory=dict)
    villages: dict[str, Part] = field(default_factory=dict)

    def give(self, unit: str, duty: Passage, source: Part, *, post: bool) -> None:
        """Give `unit` a duty from the parent's part `source`, unless it has the same already."""
        kind = self.posts if post else self.bodies
        if unit == f"Các {self.scope.villages}":
            kind = self.villages
        old = source.section
        section = Section(title=unit, level=old.level, kind=old.kind, content=[])
        part = kind.setdefault(unit, Part(section, unit=True))
        part.sources = tuple(dict.fromkeys((*part.sources, *source.sources)))
        same = next((one for one in part.passages if self._same(one, duty)), None)
        if same:
            merge(same, duty)
        else:
            part.passages.append(duty)

    def parts(self, label: str | None) -> list[Part]:
        """The units as sections, numbered in the way of `label`."""
        found = [*self.posts.values(), *self.bodies.values(), *self.villages.values()]
        for number, part in enumerate(found, 1):
            part.section.label = label_like(label or "1", number)
            part.passages = _listed(part.passages)
        return found

    def reports_yearly(self, unit: str) -> bool:
        """Whether `unit` has the commune's yearly report among its duties."""
        part = self.posts.get(unit)
        return part is not None and any(self._is_yearly_report(duty) for duty in part.passages)

    def _same(self, one: Passage, other: Passage) -> bool:
        """Whether two duties say the same, or both are the commune's yearly report."""
        if fold(one.joined) == fold(other.joined):
            return True
        return self._is_yearly_report(one) and self._is_yearly_report(other)

    def _is_yearly_report(self, duty: Passage) -> bool:
        text, due = duty.joined, self.scope.due
        dated = due is not None and f"{due[0]:02d}/{due[1]}" in text.replace("/0", "/")
        return dated and "báo cáo" in text.lower() and self.scope.channel in text


def merge(kept: Passage, again: Passage) -> None:
    """Put what was read in `again` to `kept`, which says it already."""
    for reading in again.readings:
        same = next((one for one in kept.readings if one.kind == reading.kind), None)
        if same:
            same.sources += reading.sources
        else:
            kept.readings.append(reading)
    kept.sources += again.sources
    kept.notes += again.notes


def _listed(duties: list[Passage]) -> list[Passage]:
    """Duties as a list: lettered where all are, else with dashes; one alone as a paragraph."""
    lettered = all(duty.block.label in _LETTERED for duty in duties)
    for duty in duties:
        label = "a)" if lettered else "-"
        duty.block.label = label if len(duties) > 1 else None
        duty.block.type = "item" if len(duties) > 1 else "paragraph"
    last = duties[-1].block
    if last.text.endswith(";") and not duties[-1].children:
        last.text = f"{last.text[:-1]}."
    return renumbered(duties)
