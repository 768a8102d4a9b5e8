"""The items of a plan that a comparison accounts for: targets, tasks, duties, rows of work."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.comparing.report import Document, Kind, Side
from docgen.wording import number
from plan.bodies import identity
from plan.model import Plan


@dataclass(frozen=True)
class Item:
    """An item on its side, and what it is to become on the other, where that is known.

    `texts` are how it may be said on the other side, its own words first, and `indicators` how
    what it measures may be; `bodies` who does it and `given_to` who is to do it there (see
    `plan.bodies.identity`); `reason` why it is not for the other side; `ordered` whether it is
    told to the communes by name.
    """

    kind: Kind
    side: Side
    texts: tuple[str, ...]
    indicators: tuple[str, ...]
    bodies: frozenset[str] = field(default_factory=frozenset)
    given_to: frozenset[str] = field(default_factory=frozenset)
    reason: str | None = None
    ordered: bool = False

    @property
    def is_measured(self) -> bool:
        """Whether it is a target with a value."""
        return self.side.value is not None


def items_of(plan: Plan) -> list[Item]:
    """Every item of `plan`, in the order of its fields."""
    sides = [*_targets(plan), *_tasks(plan), *_duties(plan), *_assignments(plan)]
    return [
        Item(
            kind,
            side,
            (side.text,),
            (side.indicator or side.text,),
            frozenset(identity(name, plan.area) for name in side.bodies),
        )
        for kind, side in sides
    ]


def document_of(plan: Plan) -> Document:
    """What the head of `plan` says of it."""
    header = plan.header
    return Document(
        name=plan.source.name,
        agency=header.agency,
        number=number(header) if header.number else None,
        date=header.date,
        subject=header.subject,
    )


def _targets(plan: Plan) -> Iterator[tuple[Kind, Side]]:
    for place, target in enumerate(plan.targets):
        facts = {name: getattr(target, name) for name in Side.model_fields if name in dict(target)}
        yield "target", Side(pointer=f"/targets/{place}", **facts)


def _tasks(plan: Plan) -> Iterator[tuple[Kind, Side]]:
    for place, task in enumerate(plan.tasks):
        side = Side(pointer=f"/tasks/{place}", text=task.text, section=task.section, span=task.span)
        yield "task", side


def _duties(plan: Plan) -> Iterator[tuple[Kind, Side]]:
    for unit, told in enumerate(plan.responsibilities):
        for place, duty in enumerate(told.tasks):
            side = Side(
                pointer=f"/responsibilities/{unit}/tasks/{place}",
                text=duty.text,
                section=told.section,
                bodies=[told.unit],
                deadline=duty.deadline,
                span=duty.span,
            )
            yield "duty", side


def _assignments(plan: Plan) -> Iterator[tuple[Kind, Side]]:
    for place, row in enumerate(plan.schedule):
        side = Side(
            pointer=f"/schedule/{place}",
            text=row.text,
            section=row.group,
            bodies=row.lead,
            deadline=row.deadline,
            span=row.span,
        )
        yield "assignment", side
