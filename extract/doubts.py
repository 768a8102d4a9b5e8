"""Doubts: what makes a value less sure than others of its kind. Each is one row of a table."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from extract import certainty
from plan.messages import N_
from plan.model import (
    Assignment,
    Citation,
    Duty,
    Evidence,
    Found,
    Header,
    Plan,
    Recipient,
    Responsibility,
    Section,
    Signature,
    Target,
    Task,
)
from plan.records import fields_of, records

CANONICAL = frozenset({"%", "Mbps", "Gbps", "thuê bao/100 dân"})
SENTENCE_END = regex.compile(r"[.!?;]\s+\p{Lu}")
FIGURE = regex.compile(r"(?<![\p{L}\d/])\d+(?:[.,]\d+)*(?![\d/])")
JOINED = regex.compile(r",|\bvà\b", regex.I)
DAY = regex.compile(
    r"\b\d{1,2}/\d{1,2}\b|\bngày \d|\b(?:hằng|hàng) (?:năm|quý|tháng|tuần)", regex.I
)
MISSED = frozenset({"no-sections", "no-implementation", "no-recipients", "no-signature"})
LONG_CHARACTERS = 320
MANY_FIGURES = 2
MANY_WORDS = 12
"""Words of a name or title from which on it may be a sentence."""


@dataclass(frozen=True)
class Around:
    """What of the plan around a record bears on it."""

    lacks_a_part: bool
    """Whether something that every plan has was not found."""
    targets_at: Counter[int]
    """How many targets stand at one place."""
    found_at: list[int]
    """Where something odd was found, in the order of the text."""

    @classmethod
    def of(cls, plan: Plan) -> "Around":
        """Look at a plan once."""
        places = Counter(target.span.start for target in plan.targets if target.span)
        lacks = any(finding.code in MISSED for finding in plan.findings)
        return cls(lacks, places, sorted(f.span.start for f in plan.findings if f.span))


@dataclass(frozen=True)
class Doubt:
    """One reason to doubt.

    It bears on the `fields` of a record of a `kind` where `holds` (of the record and what is
    around it); `says` is what a person reads.
    """

    code: str
    kind: type[Found] | tuple[type[Found], ...]
    fields: tuple[str, ...]
    says: str
    holds: Callable[..., bool]


def is_long(record: Target | Task | Duty | Assignment, _: Around) -> bool:
    """Whether a text is so long that several may have been joined."""
    return len(record.text) > LONG_CHARACTERS


def has_sentences(record: Target | Task | Duty, _: Around) -> bool:
    """Whether a text goes on behind the end of a sentence."""
    return SENTENCE_END.search(record.text) is not None


def shares_item(target: Target, around: Around) -> bool:
    """Whether other targets were read from the same item."""
    return target.span is not None and around.targets_at[target.span.start] > 1


def leaves_figures(target: Target, around: Around) -> bool:
    """Whether the item has more figures than were read from it."""
    read = around.targets_at[target.span.start] if target.span else 1
    return len(FIGURE.findall(target.text)) - read >= MANY_FIGURES


def is_far(record: Found, name: str) -> bool:
    """Whether a value is not printed within its item."""
    place = record.evidence.get(name, Evidence()).span
    item = record.span
    return place is None or item is None or not item.start <= place.start < item.end


def is_odd(section: Section, around: Around) -> bool:
    """Whether something odd was found at a section's title."""
    span = section.span
    if span is None:
        return False
    return bisect_left(around.found_at, span.start) < bisect_left(around.found_at, span.end)


EVERYTHING = tuple(
    dict.fromkeys(
        name
        for kind in (Section, Target, Task, Responsibility, Duty, Assignment, Recipient)
        for name in fields_of(kind)
    )
)
WHOLE_TARGET = ("text", "indicator", "comparator", "value", "value_max", "unit", "year")
WHOLE_DUTY = ("text", "roles", "partners", "deadline", "reports_to")

DOUBTS = (
    Doubt(
        "part-missed",
        (Section, Target, Task, Responsibility, Duty, Assignment, Recipient),
        EVERYTHING,
        N_("a part that every plan has was not found; the text may be divided wrongly"),
        lambda _, around: around.lacks_a_part,
    ),
    Doubt(
        "shared-item",
        Target,
        WHOLE_TARGET,
        N_("several figures were read from this item"),
        shares_item,
    ),
    Doubt(
        "figures-left",
        Target,
        WHOLE_TARGET,
        N_("the item has more figures than were read from it"),
        leaves_figures,
    ),
    Doubt(
        "counted",
        Target,
        WHOLE_TARGET,
        N_("a number of things, not a share: it may only describe what is measured"),
        lambda target, _: target.value is not None and target.unit not in CANONICAL,
    ),
    Doubt(
        "promised-in-tasks",
        Target,
        WHOLE_TARGET,
        N_("the figure stands among tasks, not among targets"),
        lambda target, _: target.kind not in ("targets", "objectives"),
    ),
    Doubt(
        "no-figure",
        Target,
        WHOLE_TARGET,
        N_("no figure was found in this item"),
        lambda target, _: target.value is None,
    ),
    Doubt(
        "year-from-above",
        Target,
        ("year",),
        N_("the item names no year; it is taken from what stands above"),
        lambda target, _: is_far(target, "year"),
    ),
    Doubt(
        "pieced-together",
        Target,
        ("indicator",),
        N_("the indicator is pieced together from several places of the item"),
        lambda target, _: is_far(target, "indicator"),
    ),
    Doubt(
        "range",
        Target,
        ("value", "value_max", "comparator"),
        N_("the figure is a range"),
        lambda target, _: target.value_max is not None,
    ),
    Doubt(
        "long",
        (Target, Task, Duty, Assignment),
        ("text", "roles", "partners", "deadline", "reports_to", "indicator"),
        N_("the text is long: several items may have been joined"),
        is_long,
    ),
    Doubt(
        "several-sentences",
        (Target, Task, Duty),
        ("text", "roles", "partners", "deadline", "reports_to", "indicator"),
        N_("the text has several sentences"),
        has_sentences,
    ),
    Doubt(
        "no-label",
        Section,
        ("label", "title", "level", "kind"),
        N_("the title carries no number"),
        lambda section, _: section.label is None,
    ),
    Doubt(
        "long-title",
        Section,
        ("label", "title", "level", "kind"),
        N_("the title is long: it may be a sentence of the text"),
        lambda section, _: len(section.title.split()) > MANY_WORDS,
    ),
    Doubt(
        "odd-numbering",
        Section,
        ("label", "title", "level", "kind"),
        N_("the numbering is odd here"),
        is_odd,
    ),
    Doubt(
        "kind-unknown",
        Section,
        ("kind",),
        N_("the title does not tell what the section is about"),
        lambda section, _: section.kind == "other",
    ),
    Doubt(
        "long-name",
        Responsibility,
        ("unit", "section"),
        N_("the unit's name is long: it may be more than one, or a sentence"),
        lambda found, _: len(found.unit.split()) > MANY_WORDS,
    ),
    Doubt(
        "several-units",
        Responsibility,
        ("unit", "section"),
        N_("several units may be named together"),
        lambda found, _: JOINED.search(found.unit) is not None,
    ),
    Doubt(
        "several-days",
        Duty,
        ("deadline",),
        N_("several days are named; one was taken"),
        lambda duty, _: len(DAY.findall(duty.text)) > 1,
    ),
    Doubt(
        "many-roles",
        Duty,
        ("roles",),
        N_("several roles are named"),
        lambda duty, _: len(duty.roles) > MANY_FIGURES,
    ),
    Doubt(
        "many-partners",
        Duty,
        ("partners",),
        N_("several partners are named; their names may be cut wrongly"),
        lambda duty, _: len(duty.partners) > 1 or any(map(JOINED.search, duty.partners)),
    ),
    Doubt(
        "joined-names",
        Assignment,
        ("lead", "partners"),
        N_("several units stand in one cell; their names may be cut wrongly"),
        lambda row, _: any(map(JOINED.search, [*row.lead, *row.partners])),
    ),
    Doubt(
        "no-unit",
        Assignment,
        ("text", "lead", "partners", "deadline", "output", "group"),
        N_("nobody is named who does this"),
        lambda row, _: not row.lead,
    ),
    Doubt(
        "no-code",
        Citation,
        ("doc_type", "code", "date", "issuer", "subject"),
        N_("the document is named without a number"),
        lambda citation, _: citation.code is None,
    ),
    Doubt(
        "no-date",
        Citation,
        ("doc_type", "code", "date", "issuer", "subject"),
        N_("the document is named without a date"),
        lambda citation, _: citation.date is None,
    ),
    Doubt(
        "long-subject",
        Citation,
        ("subject", "issuer"),
        N_("the subject is long: it may hold more than the document's own"),
        lambda citation, _: (
            citation.subject is not None and len(citation.subject.split()) > 2 * MANY_WORDS
        ),
    ),
    Doubt(
        "long-recipient",
        Recipient,
        ("name", "note"),
        N_("the line is long: several recipients may have been joined"),
        lambda recipient, _: len(recipient.name.split()) > MANY_WORDS,
    ),
    Doubt(
        "no-number",
        Header,
        ("number", "symbol", "place", "date", "agency", "parent_agency"),
        N_("the header has no number"),
        lambda header, _: header.number is None,
    ),
    Doubt(
        "no-name",
        Signature,
        ("authority", "on_behalf", "position"),
        N_("no name stands under the signature"),
        lambda signature, _: signature.name is None,
    ),
)
"""In the order in which a person should read them."""

SAYS = {**{one.code: one.says for one in DOUBTS}, **certainty.SAYS}
"""Code of a doubt → what a person reads; those of recognised text are found later."""


def raise_doubts(plan: Plan) -> None:
    """Write into each value's evidence what makes it unsure; disagreeing candidates do too."""
    around = Around.of(plan)
    for _, record in records(plan):
        if isinstance(record, Found):
            for one in doubts_about(record, around):
                for name in one.fields:
                    if name in record.evidence:
                        record.evidence[name].doubts.append(one.code)


def doubts_about(record: Found, around: Around) -> Iterator[Doubt]:
    """The doubts that bear on one record."""
    return (one for one in DOUBTS if isinstance(record, one.kind) and one.holds(record, around))
