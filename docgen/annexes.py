"""Appendices (phụ lục) that go out without the text of the plan, or under a decision."""

from docgen import wording
from docgen.evidence import Evidence
from docgen.frame import SCHEDULE_TITLE, TARGETS_TITLE, Table, with_tables
from docgen.housing import roman
from docgen.readings import Reading
from docgen.results import name_of
from docgen.tables import schedule_table, targets_table
from plan.model import Appendix, Assignment, Plan
from plan.paths import blocks
from plan.text import fold

_MOST_COLUMNS_UPRIGHT = 5
_UNNUMBERED = fold("Phụ lục")


def annexes(plan: Plan) -> list[Appendix]:
    """The appendices, and tables of the targets and of the work that none of them holds."""
    said = Evidence(Plan(appendices=plan.appendices))
    targets = [
        Reading(
            f"/targets/{number}", name_of(one), None, one.model_copy(update={"text": name_of(one)})
        )
        for number, one in enumerate(plan.targets)
        if one.value is not None
    ]
    rows = [(f"/schedule/{number}", row) for number, row in enumerate(_work(plan))]
    tables: list[Table] = []
    if not all(said.says(one.text) for one in targets):
        tables.append((TARGETS_TITLE, targets_table(targets)))
    if not all(said.says(row.text) for _, row in rows):
        tables.append((SCHEDULE_TITLE, schedule_table(rows)))
    whole, _ = with_tables(plan, tables)
    return [_numbered(one, number, len(whole)) for number, one in enumerate(whole, start=1)]


def _numbered(appendix: Appendix, number: int, total: int) -> Appendix:
    """An appendix that had no number because it was the only one, and now is one of several."""
    if total == 1 or fold(appendix.label or "") != _UNNUMBERED:
        return appendix
    return appendix.model_copy(update={"label": f"{appendix.label} {roman(number)}"})


def _work(plan: Plan) -> list[Assignment]:
    """The plan's own table of work, else its duties as one."""
    return plan.schedule or [
        Assignment(
            text=duty.text.rstrip(" ;./"),
            lead=[one.unit],
            partners=duty.partners,
            deadline=duty.deadline,
        )
        for one in plan.responsibilities
        for duty in one.tasks
    ]


def is_wide(appendix: Appendix) -> bool:
    """Whether a table of an appendix has too many columns for an upright page."""
    rows = (row for block in blocks(appendix.content) for row in block.rows)
    return any(len(row) > _MOST_COLUMNS_UPRIGHT for row in rows)


def under_decision(plan: Plan) -> list[Appendix]:
    """The appendices, with the decision in the place of the plan that has no number of its own."""
    own = wording.reference_line(plan)
    decided = wording.headed(plan.header, "Quyết định", "QĐ")
    reference = f"(Kèm theo {wording.issued(decided, plan.area)})"
    return [
        one.model_copy(update={"reference": reference}) if one.reference == own else one
        for one in plan.appendices
    ]
