"""What a person looks at, one after another: the plan's records in groups, the doubtful first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.review.fields import FINDING, KINDS, STRING
from plan.messages import N_
from plan.model import Evidence, Found, Plan, Span
from plan.records import Place, records

SURE = 0.9
"""A value is doubtful below this confidence."""

GROUPS = {
    "findings": N_("Points to look at"),
    "facts": N_("About the plan"),
    "targets": N_("Targets"),
    "tasks": N_("Tasks and solutions"),
    "duties": N_("Duties"),
    "schedule": N_("Table of work"),
    "funding": N_("Funding"),
    "citations": N_("References"),
    "sections": N_("Outline"),
    "ending": N_("Recipients and signature"),
}
"""The groups in the order of the page."""

GROUP_OF = {
    "findings": "findings",
    "header": "facts",
    "area": "facts",
    "period": "facts",
    "targets": "targets",
    "tasks": "tasks",
    "responsibilities": "duties",
    "schedule": "schedule",
    "funding": "funding",
    "legal_bases": "citations",
    "citations": "citations",
    "sections": "sections",
    "recipients": "ending",
    "filing": "ending",
    "signature": "ending",
    "co_signatures": "ending",
}
"""Field of the plan → its group."""

STRINGS = ("funding", "filing")
SCATTERED = frozenset({"header", "area", "period"})
"""Records whose values stand apart, with other text between them: only those are marked."""


@dataclass(frozen=True)
class Item:
    """One record: its place in the plan, what of it is doubtful, and where it stands.

    `doubtful` are names of fields; `findings` are the points to look at that lie in it, by their
    number. `spans` are the places of its values by field.
    """

    place: Place
    kind: str
    group: str
    span: Span | None
    spans: Mapping[str, Span]
    doubtful: tuple[str, ...] = ()
    findings: tuple[int, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look at it first."""
        return bool(self.doubtful or self.findings) or self.kind == FINDING


def items(plan: Plan) -> list[Item]:
    """Everything to look at, in the order of the page."""
    found = [*of_records(plan), *of_strings(plan)]
    inside = {number for item in found for number in item.findings}
    found += [
        Item(("findings", number), FINDING, "findings", finding.span, {})
        for number, finding in enumerate(plan.findings)
        if number not in inside
    ]
    return in_order(found)


def in_order(found: Sequence[Item]) -> list[Item]:
    """Items by group, the doubtful first.

    A unit stays with its duties, and the outline, which is a tree, in the order of the document.
    """
    order = list(GROUPS)
    doubtful = {root(item) for item in found if item.is_doubtful or item.group == "sections"}
    first: dict[Place, int] = {}
    for number, item in enumerate(found):
        first.setdefault(root(item), number)

    def rank(item: Item) -> tuple[int, bool, int, bool, bool]:
        is_inner = len(item.place) > len(root(item))
        is_late = item.group != "sections" and not item.is_doubtful
        return (
            order.index(item.group),
            root(item) not in doubtful,
            first[root(item)],
            is_inner,
            is_late,
        )

    return sorted(found, key=rank)


def root(item: Item) -> Place:
    """The entry of the plan that an item is or lies in."""
    return item.place[:2]


def of_records(plan: Plan) -> Iterator[Item]:
    """The records that the page shows, in the order of the plan."""
    for place, record in records(plan):
        if isinstance(record, KINDS) and isinstance(record, Found):
            first = str(place[0])
            span = None if first in SCATTERED else record.span
            spans = {name: e.span for name, e in record.evidence.items() if e.span}
            yield Item(
                place,
                type(record).__name__,
                GROUP_OF[first],
                span,
                spans,
                tuple(name for name, e in record.evidence.items() if is_doubtful(e)),
                tuple(findings_in(plan, span)),
            )


def of_strings(plan: Plan) -> Iterator[Item]:
    """The entries of the lists of strings; their evidence is the plan's own."""
    for name in STRINGS:
        for number in range(len(getattr(plan, name))):
            evidence = plan.evidence.get(f"{name}.{number}", Evidence())
            span = evidence.span
            doubtful = ("",) if is_doubtful(evidence) else ()
            inside = tuple(findings_in(plan, span))
            yield Item((name, number), STRING, GROUP_OF[name], span, {}, doubtful, inside)


def is_doubtful(evidence: Evidence) -> bool:
    """Whether a value is less than sure, or, where nobody weighed it, something speaks against."""
    if evidence.confidence is None:
        return bool(evidence.doubts or evidence.candidates)
    return evidence.confidence < SURE


def findings_in(plan: Plan, span: Span | None) -> Iterator[int]:
    """The numbers of the findings that stand within `span`."""
    for number, finding in enumerate(plan.findings):
        place = finding.span
        if span and place and span.start <= place.start and place.end <= span.end:
            yield number
