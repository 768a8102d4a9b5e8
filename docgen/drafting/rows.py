"""Tables of the parent at the commune: assignments by unit, targets by year, and others."""

from dataclasses import dataclass, field

import regex

from docgen.drafting.assign import assigned
from docgen.drafting.cells import own_cells
from docgen.drafting.counting import NOT_COUNTABLE, counts_communes
from docgen.drafting.doubts import doubts, past_deadline, product
from docgen.drafting.outline import Passage, Reading
from docgen.drafting.reword import reword
from docgen.drafting.work import Left, Work
from docgen.housing import roman
from plan.model import Assignment, Block, Target
from plan.text import fold

_GROUP = regex.compile(r"^[IVX]+(?=\.|\)|$)")
_COLUMNS = {
    "lead": ("chu tri", "thuc hien chinh"),
    "partners": ("phoi hop",),
    "output": ("san pham", "ket qua"),
}


@dataclass
class _Row:
    """A row on its way: `cells` is `None` where it is left out."""

    cells: list[str] | None
    readings: list[Reading] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def adapted_table(table: Passage, work: Work, path: str) -> Passage | None:
    """The commune's table: each row of work given to a unit of its own, or left out."""
    columns = _columns(table.block.rows)
    rows = [_row(number, table, columns, work, path) for number in range(len(table.block.rows))]
    if table.readings and not any(row.readings for row in rows):
        return None
    rows = _in_sequence(_without_empty_groups(rows))
    new = Passage(table.block.model_copy(update={"rows": []}), table.sources)
    for row in rows:
        for reading in row.readings:
            reading.row = len(new.block.rows)
        new.block.rows.append(row.cells or [])
        new.readings += row.readings
        new.notes += row.notes
    return new


def _row(number: int, table: Passage, columns: dict[str, int], work: Work, path: str) -> _Row:
    """One row: an assignment, a row of targets, or just text."""
    cells = table.block.rows[number]
    readings = [reading for reading in table.readings if reading.row == number]
    reworded = [reword(cell, work.scope) for cell in cells]
    if not readings:
        return _Row(reworded)
    if isinstance(readings[0].record, Assignment):
        readings[0].sources = tuple(source for one in readings for source in one.sources)
        return _assignment(cells, reworded, readings[0], columns, work, path)
    return _targets(reworded, readings, work, path)


def _targets(cells: list[str], readings: list[Reading], work: Work, path: str) -> _Row:
    """A row of targets with the commune's figures; left out where it counts communes."""
    old = readings[0].text
    if counts_communes(Passage(Block(type="table", text=old), readings=readings)):
        work.left += [Left(one.kind, one.sources, one.text, NOT_COUNTABLE) for one in readings]
        return _Row(None)
    for reading in readings:
        reading.record = _target(reading.record, work)
    advice = dict.fromkeys(own_cells(cells, readings, work))
    passage = Passage(Block(type="table", text=" ".join(cells)), readings=readings)
    advice |= dict.fromkeys(doubts(passage, work.scope))
    notes = [work.note(path, old, " ".join(advice))] if advice else []
    return _Row(cells, readings, notes)


def _target(record: object, work: Work) -> Target | None:
    if not isinstance(record, Target):
        return None
    text = reword(record.text, work.scope)
    indicator = reword(record.indicator, work.scope) if record.indicator else None
    return record.model_copy(update={"text": text, "indicator": indicator})


def assigned_reading(reading: Reading, work: Work) -> list[Reading]:
    """An assignment at the commune; none, and accounted for, where it is left out."""
    old = reading.record
    if not isinstance(old, Assignment):
        return []
    new = assigned(old, work)
    if new.row is None:
        work.left.append(Left("assignment", reading.sources, old.text, new.reason or ""))
        return []
    return [Reading("assignment", new.row, reading.sources, reason=new.reason)]


def _assignment(  # noqa: PLR0913, PLR0917 - a row, its reading, and where it stands
    cells: list[str],
    reworded: list[str],
    reading: Reading,
    columns: dict[str, int],
    work: Work,
    path: str,
) -> _Row:
    """A row that assigns work, its cells agreeing with what was made of it."""
    readings = assigned_reading(reading, work)
    row = readings[0].record if readings else None
    if not isinstance(row, Assignment):
        return _Row(None)
    texts = {fold(reading.text): row.text}
    said = [texts.get(fold(cell), other) for cell, other in zip(cells, reworded, strict=True)]
    for name, units in (("lead", row.lead), ("partners", row.partners)):
        if name in columns and columns[name] < len(said):
            said[columns[name]] = "; ".join(units)
    advice = [*filter(None, (past_deadline(row.deadline, work.scope), product(row, work.scope)))]
    notes = [work.note(path, reading.text, " ".join(advice))] if advice else []
    return _Row(said, readings, notes)


def _columns(rows: list[list[str]]) -> dict[str, int]:
    """Which column holds who leads and who takes part, from the table's head."""
    for row in rows:
        heads = [fold(cell) for cell in row]
        found = {
            name: number
            for name, words in _COLUMNS.items()
            for number, head in enumerate(heads)
            if any(word in head for word in words)
        }
        if "lead" in found:
            return found
    return {}


def _without_empty_groups(rows: list[_Row]) -> list[_Row]:
    """`rows` without those left out, and without the heads of groups that lost all their rows."""
    kept: list[_Row] = []
    heads: list[_Row] = []
    lost = False
    for row in rows:
        if row.cells is None:
            lost = True
        elif row.readings:
            kept += [*heads, row]
            heads, lost = [], False
        else:
            heads = heads[:-1] if lost and (kept or len(heads) > 1) else heads
            heads, lost = [*heads, row], False
    return kept if lost else [*kept, *heads]


def _in_sequence(rows: list[_Row]) -> list[_Row]:
    """`rows` with the numbers of groups and of rows in sequence, as they were."""
    number = groups = 0
    for row in rows:
        first = row.cells[0] if row.cells else ""
        if row.readings and first.rstrip(".").isdecimal():
            number = 1 if first.rstrip(".") == "1" else number + 1
            row.cells = [str(number), *(row.cells or [])[1:]]
        elif _GROUP.match(first):
            groups += 1
            row.cells = [_GROUP.sub(roman(groups), first), *(row.cells or [])[1:]]
        for reading in row.readings:
            _regroup(reading, groups)
    return rows


def _regroup(reading: Reading, number: int) -> None:
    """Number the group that an assignment names as the table now does."""
    row = reading.record
    if number and isinstance(row, Assignment) and row.group:
        reading.record = row.model_copy(update={"group": _GROUP.sub(roman(number), row.group)})
