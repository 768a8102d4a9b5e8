"""Who does what by when (phân công): the duties in prose and the rows of tables in one view."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import regex

from plan.bodies import identity, name_of
from plan.messages import N_
from plan.model import Area, Assignment, Deadline, Duty, Evidence, Finding, Plan, Responsibility
from plan.model import Span as Place
from plan.patterns import spelled

Part = Literal["lead", "implement", "coordinate"]
"""A unit leads work (chủ trì), carries it out alone (thực hiện), or joins (phối hợp)."""

PARTS: tuple[Part, ...] = ("lead", "implement", "coordinate")
"""The parts of a unit; the first counts where a unit has several in one work."""
TELLING_WORDS = 5
"""From so many words on, equal texts are taken for the same work."""
SHOWN_CHARACTERS = 120
_FIRST_WORDS = 3
_ENDS = ".;,:/ "
_JOINS = regex.compile(r"[^;.]*phối hợp", regex.IGNORECASE)
_BEHIND = regex.compile(r"\s*(?:[.;,:(]|$)")


@dataclass
class Work:
    """One piece of work: the part of each unit in it, by when, and where the plan says so."""

    text: str
    parts: dict[str, Part] = field(default_factory=dict)
    """Identity of a unit → its part."""
    deadlines: list[Deadline] = field(default_factory=list)
    section: str | None = None
    output: str | None = None
    span: Place | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def units(self, part: Part) -> list[str]:
        """The units that have this part, by their identity."""
        return [unit for unit, has in self.parts.items() if has == part]

    def add(self, unit: str, part: Part) -> None:
        """Give `unit` a part, unless it has a greater one already."""
        self.parts[unit] = min(part, self.parts.get(unit, part), key=PARTS.index)

    def fall_due(self, deadline: Deadline | None) -> None:
        """Note by when the work is due; said twice, it is noted once."""
        if deadline and deadline not in self.deadlines:
            self.deadlines.append(deadline)


class Share(NamedTuple):
    """The part of one unit in one work."""

    unit: str
    part: Part
    work: Work


@dataclass
class Workload:
    """All work of a plan, and the name of each unit in it."""

    area: Area
    works: list[Work] = field(default_factory=list)
    spellings: dict[str, Counter[str]] = field(default_factory=dict)
    """Identity of a unit → its names as printed, and how often each."""

    def name(self, unit: str) -> str:
        """The name that the plan uses most for a unit."""
        return self.spellings[unit].most_common(1)[0][0]

    def know(self, name: str) -> str:
        """Note a name as printed; its unit's identity."""
        unit = identity(name, self.area)
        self.spellings.setdefault(unit, Counter())[name_of(name)] += 1
        return unit

    def shares(self) -> Iterator[Share]:
        """Unit by unit, in the order of the plan: what it leads, carries out and joins."""
        by_unit: dict[str, list[Work]] = {unit: [] for unit in self.spellings}
        for work in self.works:
            for unit in work.parts:
                by_unit[unit].append(work)
        for unit, works in by_unit.items():
            for part in PARTS:
                yield from (Share(unit, part, w) for w in works if w.parts[unit] == part)

    @property
    def findings(self) -> list[Finding]:
        """What a person should settle: work that nobody leads, or that several lead."""
        return [finding for work in self.works for finding in work.findings]


def workload(plan: Plan) -> Workload:
    """Join the `schedule` of `plan` and its `responsibilities`; a work said twice is one work."""
    found = Workload(plan.area)
    index = Index()
    for row in plan.schedule:
        _add_row(found, index, row)
    for responsibility in plan.responsibilities:
        for duty in responsibility.tasks:
            _add_duty(found, index, responsibility, duty)
    for work in found.works:
        work.findings = list(_oddities(work, found))
    return found


def _add_row(found: Workload, index: "Index", row: Assignment) -> None:
    work = index.same_as(row.text)
    if work is None:
        work = Work(row.text, section=row.group, output=row.output, span=row.span)
        found.works.append(work)
        index.add(work)
    for name in row.lead:
        work.add(found.know(name), "lead")
    for name in row.partners:
        work.add(found.know(name), "coordinate")
    work.fall_due(row.deadline)
    work.evidence.update(row.evidence)


def _add_duty(found: Workload, index: "Index", told: Responsibility, duty: Duty) -> None:
    work = index.within(duty.text)
    if work is None:
        work = Work(duty.text, section=told.section, span=duty.span)
        found.works.append(work)
        index.add(work)
    work.add(found.know(told.unit), _part(duty))
    for name in duty.partners:
        work.add(found.know(name), "coordinate")
    work.fall_due(duty.deadline)
    work.evidence.update(duty.evidence)


def _part(duty: Duty) -> Part:
    """What a unit is in its duty; one that first does work of its own carries that out."""
    if "lead" in duty.roles:
        return "lead"
    joins = duty.roles[:1] == ["coordinate"] and _JOINS.match(duty.text)
    return "coordinate" if joins else "implement"


def _oddities(work: Work, found: Workload) -> Iterator[Finding]:
    leaders = work.units("lead")
    text = work.text[:SHOWN_CHARACTERS]
    if len(leaders) > 1:
        yield Finding(
            code="several-lead",
            template=N_("{units} are both to lead the same work: {work}"),
            args={"units": ", ".join(map(found.name, leaders)), "work": text},
            span=work.span,
        )
    elif not leaders and not work.units("implement"):
        yield Finding(
            code="nobody-leads",
            template=N_("the plan does not say who leads this work: {work}"),
            args={"work": text},
            span=work.span,
        )


class Index:
    """Works by the first words of their text, to find where the plan speaks of one again."""

    def __init__(self) -> None:
        self.by_first: dict[tuple[str, ...], list[tuple[str, Work]]] = {}

    def add(self, work: Work) -> None:
        """Make a work findable, if its text has enough words to tell it from another."""
        core = _core(work.text)
        words = core.split()
        if len(words) >= TELLING_WORDS:
            self.by_first.setdefault(tuple(words[:_FIRST_WORDS]), []).append((core, work))

    def same_as(self, text: str) -> Work | None:
        """The work with this text."""
        core = _core(text)
        known = self.by_first.get(tuple(core.split()[:_FIRST_WORDS]), ())
        return next((work for its, work in known if its == core), None)

    def within(self, text: str) -> Work | None:
        """The work whose text stands in `text` as a clause of its own."""
        core = _core(text)
        starts = [word.start() for word in regex.finditer(r"\S+", core)]
        words = core.split()
        for number, start in enumerate(starts):
            key = tuple(words[number : number + _FIRST_WORDS])
            for its, work in self.by_first.get(key, ()):
                if core.startswith(its, start) and _BEHIND.match(core, start + len(its)):
                    return work
        return None


def _core(text: str) -> str:
    """A text for comparing: its words without the marks at the end."""
    return spelled(text).rstrip(_ENDS)
