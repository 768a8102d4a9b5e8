"""Layout → Plan: the fields in the order in which one needs the other."""

from extract.appendices import appendix_of
from extract.certainty import distrust
from extract.confidence import weigh
from extract.doubts import raise_doubts
from extract.evidence import settle
from extract.fields import citations as cited
from extract.fields.area import area
from extract.fields.baselines import from_notes
from extract.fields.duties import responsibilities
from extract.fields.ending import divide, recipients, signature
from extract.fields.header import disagreements, header
from extract.fields.lines import labelled_lines
from extract.fields.period import own_titles, period
from extract.fields.schedule import assignments
from extract.fields.stamped import compare_signatures, compare_stamps
from extract.fields.targets import targets
from extract.fields.tasks import funding, tasks
from extract.fields.year_tables import table_targets
from extract.layout import Layout
from extract.paragraphs import build
from extract.parts import section_of, walk
from extract.structure import Structure, structure_of
from plan.messages import N_
from plan.model import Finding, Plan, Source
from plan.paths import walk as sections


def understand(layout: Layout, name: str | None = None) -> Plan:
    """The plan that a layout holds. Whatever comes in, a plan comes out; oddities are findings.

    `name` is the file's name, kept as the plan's source.
    """
    structure = structure_of(layout)
    plan = read_fields(structure, name)
    plan.findings = [
        *layout.findings,
        *layout.repairs,
        *layout.losses,
        *structure.findings,
        *disagreements(plan.header),
        *compare_stamps(plan.header, layout),
        *compare_signatures(plan.header, layout),
        *missing(plan),
    ]
    settle(plan, layout)
    raise_doubts(plan)
    weigh(plan)
    distrust(plan, layout)
    plan.source = Source(
        name=name,
        format=layout.format,
        pages=layout.pages,
        characters=len(layout.text),
        reader=layout.reader,
        routes=list(layout.routes),
        repairs=list(layout.repairs),
        losses=list(layout.losses),
        signatures=list(layout.signatures),
    )
    return plan


def read_fields(structure: Structure, name: str | None = None) -> Plan:
    """Every field of the contract."""
    zones, parts, preamble = structure.zones, structure.parts, structure.preamble
    head = header(zones, name)
    own = cited.own_code(head)
    bases, inner = cited.preamble_of(preamble, own)
    title = build([line for paragraph in zones.subject for line in paragraph.lines])
    elsewhere = cited.body_of(
        [title, *zones.reference, *structure.body, *structure.appendix_paragraphs]
    )
    named = own_titles([p.text for p in (*reversed(preamble), *structure.closing)])
    years = period(head.subject, [*named, *(part.title for part in walk(parts))])
    carried = zones.carrier.ending if zones.carrier else []
    receiving, signing = divide(zones.ending or carried)
    receivers, filing = recipients(receiving)
    unsectioned = [*structure.loose, *structure.appendix_tables]
    return Plan(
        header=head,
        area=area(
            head,
            [p.text for p in (*zones.subject, *zones.reference, *preamble)],
            [p.text for p in structure.body],
        ),
        period=years,
        legal_bases=bases,
        citations=cited.others([*inner, *elsewhere], bases, own),
        preamble=[p.text for p in preamble],
        sections=[section_of(part) for part in parts],
        targets=[
            *targets(parts, years, list(from_notes(structure.notes))),
            *(
                target
                for table in unsectioned
                for target in table_targets(table, None, years.start)
            ),
        ],
        tasks=tasks(parts),
        responsibilities=responsibilities(parts, structure.closing),
        funding=funding(parts),
        schedule=[*labelled_lines(parts), *assignments(structure.tables)],
        closing=[p.text for p in structure.closing],
        recipients=receivers,
        filing=filing,
        signature=signature(signing),
        appendices=[appendix_of(elements) for elements in zones.appendices],
    )


def missing(plan: Plan) -> list[Finding]:
    """What every plan has and this one lacks."""
    has_duties = any(s.kind == "implementation" for _, s in sections(plan.sections))
    checks = (
        (plan.header.doc_type, "no-title", N_("no title such as KẾ HOẠCH was found")),
        (plan.header.agency, "no-header", N_("no issuing body is printed above the title")),
        (plan.sections, "no-sections", N_("no numbered or titled section was found")),
        (has_duties, "no-implementation", N_("no section “Tổ chức thực hiện” was found")),
        (plan.recipients, "no-recipients", N_("no recipients (“Nơi nhận”) were found")),
        (plan.signature.name, "no-signature", N_("no signature block with a name was found")),
    )
    return [
        Finding(code=code, severity="info", template=template)
        for present, code, template in checks
        if not present
    ]
