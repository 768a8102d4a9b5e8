"""Drafting: a plan of the district or province becomes a draft of the commune's own plan.

The stages, in their order:

1. who orders, who takes over, by when the commune reports (`scope`, `reporting`);
2. the parent's text and data put together, passage by passage (`outline`);
3. each passage in the commune's words (`parts`, `passages`, `rows`), each duty given to a unit of
   the commune (`duties`), what is the superior's own work left with it (`authority`);
4. the commune's own opening and end (`opening`, `ending`);
5. all of it as a plan again, with notes for the officer (`assemble`) and a report on every item
   (`account`).
"""

from dataclasses import dataclass

from docgen.compose import compose
from docgen.drafting import ending, opening
from docgen.drafting.account import report_on
from docgen.drafting.assemble import Assembly
from docgen.drafting.outline import Outline, outline_of
from docgen.drafting.parts import adapted_appendices, adapted_parts, adapted_rest
from docgen.drafting.report import Report
from docgen.drafting.reporting import lead_unit, with_channel
from docgen.drafting.scope import scope_of
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


def draft(parent: Plan, profile: Profile) -> Draft:
    """Draft the plan of the commune in `profile` from the plan of its superior.

    `parent` may be a whole document (sections with `content`) or data alone. Nothing of it is
    dropped silently: every item has its fate in the report.
    """
    scope = with_channel(scope_of(parent, profile), parent)
    work = Work(scope, lead_unit(parent, scope))
    old = outline_of(compose(parent).plan)
    own = opening.header(parent, scope)
    work.left += opening.replaced(parent)
    new = Outline(
        parts=adapted_parts(old.parts, work),
        closing=ending.closing(old.closing, opening.in_sentence(own.subject or ""), work),
        appendices=adapted_appendices(old.appendices, work),
        loose=adapted_rest(old.loose, work),
    )
    assembly = Assembly(notes=[*opening.notes(parent, scope), *work.notes])
    assembly.add(new)
    assembly.notes += unmet(work)
    return Draft(
        plan=_plan(parent, assembly, new, work),
        notes=assembly.notes,
        report=report_on(parent, assembly.placed, work.left),
    )


def _plan(parent: Plan, assembly: Assembly, outline: Outline, work: Work) -> Plan:
    """The commune's plan with everything in its place."""
    scope, profile = work.scope, work.scope.profile
    own, ordered_by = opening.header(parent, scope), opening.basis(parent, scope)
    units = [part for top in outline.parts for part in top.all() if part.unit]
    plan = Plan(
        header=own,
        period=parent.period,
        legal_bases=[ordered_by],
        preamble=[opening.preamble(own, ordered_by, scope)],
        sections=assembly.sections,
        targets=assembly.targets,
        tasks=assembly.tasks,
        responsibilities=assembly.responsibilities,
        funding=assembly.funding,
        schedule=assembly.schedule,
        closing=assembly.closing,
        recipients=ending.recipients(units, work),
        filing=list(profile.recipients.filing),
        signature=ending.signature(profile),
        appendices=assembly.appendices,
    )
    said = _words(plan)
    return without_places(plan).model_copy(
        update={
            "appendices": [opening.attached(one, plan) for one in plan.appendices],
            "area": opening.area(scope, said),
            "citations": list(opening.cited(parent, said, ordered_by)),
        }
    )


def _words(plan: Plan) -> str:
    """The text of a plan, for looking up what it names."""
    texts = [*plan.preamble, *plan.closing]
    for _, section in walk(plan.sections):
        texts += [section.title, *(block.text for block in blocks(section.content or []))]
    return " ".join(texts)
