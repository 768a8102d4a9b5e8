"""Who does a piece of work at the commune: units named above, and work given to communes."""

from dataclasses import dataclass

from docgen.drafting.bodies import as_stands, departments, is_communes
from docgen.drafting.reword import reword
from docgen.drafting.scope import Scope
from docgen.drafting.transfer import Hands, transfer
from docgen.drafting.work import Work
from plan.model import Assignment
from plan.units import field_about, field_of_body, mentions

_NOT_OURS = "Việc do cơ quan cấp trên thực hiện, không có đơn vị tương ứng ở cấp xã."
GIVEN = "Cấp trên giao UBND cấp xã; phân cho đơn vị trực thuộc theo lĩnh vực."


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assignment at the commune; `row` is `None` where it is not the commune's."""

    row: Assignment | None
    reason: str | None = None


def unit_about(text: str, work: Work) -> str:
    """The commune's unit for work given to the commune as a whole: by field, else the lead."""
    field = field_about(text)
    return work.scope.profile.unit(field) if field else work.lead


def unit_for(unit: str, above: str, text: str, work: Work) -> str:
    """The commune's `unit` for work of the office `above`; the one-stop desk where it is that."""
    if field_of_body(above) == "office" and field_about(text) == "one_stop":
        return work.scope.profile.unit("one_stop")
    return unit


def assigned(row: Assignment, work: Work) -> Assigned:
    """An assignment of the parent's table as the commune's own."""
    ours = [unit for unit in row.lead if not is_communes(unit) and not _is_above(unit, work.scope)]
    told = any(is_communes(unit) for unit in (*row.lead, *row.partners))
    if not ours and not told and row.lead:
        return Assigned(None, _NOT_OURS)
    return _of_office(row, ours, work) if ours else _of_commune(row, work)


def _of_office(row: Assignment, leads: list[str], work: Work) -> Assigned:
    """Work of the superior's offices, done by the commune's units in their place."""
    lead = _listed([unit_for(reword(unit, work.scope), unit, row.text, work) for unit in leads])
    said = transfer(row.text, work.scope, "row", Hands(above=leads[0], doer=lead[0]))
    if said.text is None:
        return Assigned(None, " ".join(said.reasons))
    helpers = [_helper(unit, work.scope) for unit in row.partners]
    return Assigned(_written(row, said.text, lead, helpers, work), " ".join(said.reasons) or None)


def _of_commune(row: Assignment, work: Work) -> Assigned:
    """Work given to the communes: the unit of its field leads, superiors stay superiors."""
    text = reword(row.text, work.scope, "own")
    others = [unit for unit in (*row.lead, *row.partners) if not is_communes(unit)]
    helpers = [_superior_or_peer(unit, work.scope) for unit in others]
    return Assigned(_written(row, text, [unit_about(text, work)], helpers, work), GIVEN)


def _written(
    row: Assignment, text: str, lead: list[str], helpers: list[str], work: Work
) -> Assignment:
    partners = [unit for unit in helpers if _same(unit) not in {_same(one) for one in lead}]
    return row.model_copy(
        update={
            "text": text,
            "lead": lead,
            "partners": _listed(partners),
            "output": reword(row.output, work.scope) if row.output else row.output,
            "group": reword(row.group, work.scope) if row.group else row.group,
        }
    )


def _helper(unit: str, scope: Scope) -> str:
    """A partner at the commune; the communes as partners are its villages."""
    return f"Các {scope.villages}" if is_communes(unit) else reword(unit, scope)


def _superior_or_peer(unit: str, scope: Scope) -> str:
    """A partner in the commune's own work: departments stay the superior's, the rest comes down."""
    return reword(unit, scope, "own" if any(mentions(unit)) else "peer")


def _listed(units: list[str]) -> list[str]:
    """`units` once each, as a cell prints them: the first with a capital."""
    once = list({_same(unit): unit for unit in reversed(units)}.values())[::-1]
    return [as_stands(unit, "sentence" if n == 0 else "inside") for n, unit in enumerate(once)]


def _same(unit: str) -> str:
    return unit.lower()


def _is_above(unit: str, scope: Scope) -> bool:
    """Whether `unit` is a department of a committee above the parent's."""
    return any(mentions(unit)) and not any(departments(unit, scope))
