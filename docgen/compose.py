"""From a plan to the whole text of its document.

Text that the plan has is kept word for word; where a plan is data alone, its text is composed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from docgen import frame
from docgen.cited import documents, documents_named
from docgen.evidence import Evidence, contradictions, places
from docgen.housing import housed
from docgen.readings import Reading, readings
from docgen.sections import fill
from plan.model import Finding, Plan
from plan.paths import walk


@dataclass(frozen=True, slots=True)
class Composed:
    """A plan whose every section has content.

    `places` maps the pointer of each reading (`/targets/3`) to that of the text that says it
    (`/sections/1/content/0`). `findings` tell what the text lacks or contradicts.
    """

    plan: Plan
    places: Mapping[str, str]
    findings: tuple[Finding, ...]


def compose(plan: Plan) -> Composed:
    """The whole document of `plan`.

    A section with `content` is kept; one without is written from the readings whose section is
    its path, each text once. Preamble and closing are composed for a plan that is data alone, and
    wherever data that belong in them stand nowhere; so is an appendix with the table of
    assignments. A reading that the text does not say is reported as a finding.
    """
    alone = all(section.content is None for _, section in walk(plan.sections))
    given = housed(plan) if alone else plan
    named = documents_named(given) if alone else []
    filled = fill(given.sections, [*named, *readings(given)])
    written = given.model_copy(update={"sections": filled.sections})
    said = Evidence(written)
    annexed = frame.appendices(written, said, alone=alone)
    additions = (
        frame.preamble(written, said, alone=alone),
        frame.closing(written, said, annexed, alone=alone),
        annexed,
    )
    placed = dict(filled.places)
    for addition in additions:
        written = written.model_copy(update=addition.parts)
        placed.update(addition.places)
    rest = [one for one in _all_readings(written) if one.pointer not in placed]
    evidence = Evidence(written)
    return Composed(
        plan=written,
        places={**placed, **places(rest, evidence)},
        findings=(*filled.findings, *contradictions(rest, evidence)),
    )


def _all_readings(plan: Plan) -> list[Reading]:
    """Every text of the data that the document should say somewhere."""
    rows = [
        Reading(f"/schedule/{number}", row.text, None) for number, row in enumerate(plan.schedule)
    ]
    return [*documents(plan), *readings(plan), *rows]
