"""Drafting: plans of the district or province become a draft of the commune's own plan.

The stages, in their order:

1. the superiors' plans told from the commune's own last one (`sources`), a letter read as a plan
   (`letter`); who orders, who takes over, by when the commune reports (`scope`, `reporting`);
2. the parent's text and data put together, passage by passage (`outline`);
3. each passage in the commune's words (`parts`, `passages`, `rows`), each duty given to a unit of
   the commune (`duties`), what is the superior's own work left with it (`authority`), the
   commune's own figures put in (`values`);
4. what several superiors say joined (`joining`), the commune's own opening and end (`opening`,
   `ending`);
5. all of it as a plan again, with notes for the officer (`assemble`) and a report on every item
   (`account`).
"""

from dataclasses import dataclass, replace

from docgen.compose import compose
from docgen.drafting import ending, opening
from docgen.drafting.account import report_on
from docgen.drafting.assemble import Assembly
from docgen.drafting.joining import join, moved
from docgen.drafting.outline import Outline, outline_of
from docgen.drafting.parts import adapted_appendices, adapted_parts, adapted_rest
from docgen.drafting.polish import polish
from docgen.drafting.report import Report
from docgen.drafting.reporting import lead_unit, with_channel
from docgen.drafting.scope import scope_of
from docgen.drafting.sources import Source, sources_of
from docgen.drafting.values import unmet
from docgen.drafting.work import Work
from docgen.notes import Note
from docgen.profile import Profile
from plan.model import Plan
from plan.paths import blocks, walk
from plan.records import without_places


@dataclass(frozen=True, slots=True)
class Draft:
    """A commune's plan in draft, notes for the officer, and the report on every item."""

    plan: Plan
    notes: list[Note]
    report: Report


@dataclass(frozen=True, slots=True)
class _Taken:
    """One of the superiors' plans with the commune's outline made from it."""

    source: Source
    work: Work
    outline: Outline


def draft(parent: Plan, profile: Profile, *others: Plan) -> Draft:
    """Draft the plan of the commune in `profile` from the plan of its superior.

    `parent` may be a whole document (sections with `content`) or data alone. `others` are more
    plans of superiors, whose contents are joined to it, and the commune's own last plan, whose
    targets become figures of today. Nothing of the superiors' is dropped silently: every item has
    its fate in the report, with `/others/0` and so on before the pointers into `others`.
    """
    sources = sources_of(parent, profile, others)
    taken = [_taken(one, profile, sources.earlier) for one in sources.above]
    first, *rest = taken
    for one in rest:
        join(first.outline, one.outline)
    _polish(taken)
    notes = [note for one in taken for note in (*opening.notes(one.source.plan, one.work.scope),)]
    assembly = Assembly(notes=[*notes, *(note for one in taken for note in one.work.notes)])
    assembly.add(first.outline)
    assembly.notes += unmet([one.work for one in taken])
    plan = _plan(taken, assembly)
    left = [one for each in taken for one in each.work.left]
    report = report_on([one.source for one in taken], plan, assembly.placed, left)
    return Draft(plan, assembly.notes, report)


def _taken(source: Source, profile: Profile, earlier: list[Plan]) -> _Taken:
    """What the commune takes over from one of its superiors' plans."""
    parent = source.plan
    scope = replace(
        with_channel(scope_of(parent, profile), parent),
        earlier=tuple(target for plan in earlier for target in plan.targets),
    )
    if scope.asked:
        scope = replace(scope, asked=source.prefix + scope.asked)
    work = Work(scope, lead_unit(parent, scope))
    old = outline_of(compose(parent).plan)
    moved(old, source.prefix)
    own = opening.header(parent, scope)
    work.left += opening.replaced(source)
    outline = Outline(
        parts=adapted_parts(old.parts, work),
        closing=ending.closing(old.closing, opening.in_sentence(own.subject or ""), work),
        appendices=adapted_appendices(old.appendices, work),
        loose=adapted_rest(old.loose, work),
    )
    return _Taken(source, work, outline)


def _polish(taken: list[_Taken]) -> None:
    """The joined outline with its last hand."""
    known = [one for each in taken for one in each.work.scope.citations]
    bases = [opening.basis(one.source.plan, one.work.scope) for one in taken]
    commune = taken[0].work.scope.profile.commune
    names = [commune.name, commune.district, commune.province, taken[0].work.scope.name]
    polish(taken[0].outline, known, [one.code for one in bases if one.code], names)


def _plan(taken: list[_Taken], assembly: Assembly) -> Plan:
    """The commune's plan with everything in its place."""
    first = taken[0]
    parent, work = first.source.plan, first.work
    scope, profile = work.scope, work.scope.profile
    own = opening.header(parent, scope)
    bases = [opening.basis(one.source.plan, one.work.scope) for one in taken]
    units = [part for top in first.outline.parts for part in top.all() if part.unit]
    plan = Plan(
        header=own,
        period=parent.period,
        legal_bases=bases,
        preamble=[opening.preamble(own, bases, scope)],
        sections=assembly.sections,
        targets=assembly.targets,
        tasks=assembly.tasks,
        responsibilities=assembly.responsibilities,
        funding=assembly.funding,
        schedule=assembly.schedule,
        closing=assembly.closing,
        recipients=ending.recipients(units, [one.work for one in taken]),
        filing=list(profile.recipients.filing),
        signature=ending.signature(profile),
        appendices=assembly.appendices,
    )
    said = _words(plan)
    known = [one for each in taken for one in opening.cited(each.source.plan, said, bases)]
    return without_places(plan).model_copy(
        update={
            "appendices": [opening.attached(one, plan) for one in plan.appendices],
            "area": opening.area(scope, said),
            "citations": list({one.code: one for one in known}.values()),
        }
    )


def _words(plan: Plan) -> str:
    """The text of a plan, for looking up what it names."""
    texts = [*plan.preamble, *plan.closing]
    for _, section in walk(plan.sections):
        texts += [section.title, *(block.text for block in blocks(section.content or []))]
    return " ".join(texts)
