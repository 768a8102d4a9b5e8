"""Duties (tổ chức thực hiện): each unit of the commune with the work of those it stands for."""

from dataclasses import dataclass, replace

import regex

from docgen.drafting.assign import GIVEN, unit_for
from docgen.drafting.carry import carried, roles_in
from docgen.drafting.clauses import clauses
from docgen.drafting.headings import Heading, heading_of
from docgen.drafting.offices import Offices
from docgen.drafting.orders import PLAN_ITSELF, is_this_plan, order_of
from docgen.drafting.outline import Part, Passage, Reading
from docgen.drafting.passages import adapted_passage
from docgen.drafting.reporting import padded
from docgen.drafting.transfer import Hands, Transferred
from docgen.drafting.units import flat
from docgen.drafting.work import Work
from docgen.notes import Note
from plan.model import Block, Deadline, Duty

_BY = regex.compile(r"(?:trước|chậm nhất)[^,;.]*?\d[\d/]*", regex.IGNORECASE)
_NOTHING_LEFT = "Không còn nhiệm vụ nào của đơn vị này thuộc phần việc của cấp xã."


@dataclass(frozen=True, slots=True)
class _Order:
    """A unit of the parent with its section, and where that stands."""

    heading: Heading
    part: Part
    path: str


def units_of(parts: list[Part], work: Work, above: str) -> list[Part]:
    """The commune's units, as sections, for the parent's units `parts`."""
    offices = Offices(work.scope)
    for part in parts:
        path = ".".join(step for step in (above, part.section.label) if step)
        order = _Order(heading_of(part.section.title, work), part, path)
        given = [new for duty in flat(part) if (new := _given(duty, order, offices, work))]
        if not given:
            work.leave_part(part, _NOTHING_LEFT)
        elif order.heading.advice:
            given[0].notes.append(work.note(path, part.section.title, order.heading.advice))
    for told in work.orders:
        _give_order(told, parts[0], offices, work)
    if work.scope.due and not offices.reports_yearly(work.lead):
        offices.give(work.lead, _yearly_report(work), replace(parts[0], sources=()), post=True)
    return offices.parts(parts[0].section.label)


def _give_order(told: Passage, near: Part, offices: Offices, work: Work) -> None:
    """Give a unit of the commune what the communes are told among the parent's tasks."""
    own = order_of(told.block.text, work)
    if own.text is None:
        return
    sources = tuple(source for one in told.readings for source in one.sources) or told.sources
    block = Block(type="item", label="-", text=own.text)
    duty = Duty(text=own.text, roles=roles_in(own.text, Duty(text="")))
    reading = Reading("duty", duty, sources, covers="all", reason=GIVEN)
    new = Passage(block, readings=[reading])
    new.notes.append(work.note("", told.block.text, GIVEN))
    offices.give(own.unit, new, replace(near, sources=()), post=True)


def _yearly_report(work: Work) -> Passage:
    """The duty of the commune's own yearly report, where the parent asks it of everybody."""
    scope = work.scope
    day, month = scope.due or (0, 0)
    by = f"trước ngày {day:02d}/{padded(month)} hằng năm"
    text = (
        f"Tổng hợp, tham mưu UBND {scope.commune} báo cáo {scope.channel} "
        f"kết quả thực hiện Kế hoạch {by}."
    )
    to = scope.channel.partition(" (")[0]
    deadline = Deadline(text=by, every="year", month=month, day=day)
    duty = Duty(text=text, roles=["advise", "report"], deadline=deadline, reports_to=to)
    reading = Reading("duty", duty, (scope.asked,) if scope.asked else (), covers="all")
    return Passage(Block(type="item", label="-", text=text), readings=[reading])


def _given(duty: Passage, order: _Order, offices: Offices, work: Work) -> Passage | None:
    """A duty as it is given to the commune's unit that has it; `None` where it is left out."""
    to_communes = not order.heading.unit
    unit, new = (_of_communes if to_communes else _of_office)(duty, order, work)
    if new:
        post = to_communes or order.heading.field is not None
        offices.give(unit, new, order.part, post=post)
    return new


def _of_office(duty: Passage, order: _Order, work: Work) -> tuple[str, Passage | None]:
    """A duty of a superior's office, done by the commune's unit in its place."""
    heading = order.heading
    unit = unit_for(heading.unit, heading.above, duty.block.text, work)
    hands = Hands(above=heading.above, doer=unit)
    return unit, adapted_passage(duty, "duty", work, order.path, hands)


def _of_communes(duty: Passage, order: _Order, work: Work) -> tuple[str, Passage | None]:
    """An order to the communes, done by the commune's unit of its field."""
    own = order_of(duty.block.text, work)
    _note_date(duty.block.text, order.path, work)
    if own.text is None:
        work.leave(duty, PLAN_ITSELF)
        return own.unit, None
    new = carried(duty, Transferred(own.text), work, order.path, voice="own")
    for reading in new.readings:
        reading.reason = GIVEN
    new.notes = new.notes or [work.note(order.path, duty.block.text, GIVEN)]
    hands = Hands(doer=own.unit)
    below = [adapted_passage(child, None, work, order.path, hands) for child in duty.children]
    new.children = [child for child in below if child]
    return own.unit, new


def _note_date(text: str, path: str, work: Work) -> None:
    """Say by when the superior wants the commune's plan, where it says so."""
    for clause in clauses(text):
        if is_this_plan(clause) and (by := _BY.search(clause)):
            advice = f"Hạn ban hành kế hoạch của {work.scope.commune}: {by[0]}."
            work.notes.append(Note("/header/date", work.note(path, clause, advice)))
