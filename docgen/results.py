"""Tables of a report (báo cáo): what the plan asks for, with room for what became of it."""

from collections.abc import Iterable, Iterator, Mapping

from docgen.frame import capital
from docgen.housing import roman
from docgen.tables import figure
from plan.bodies import identity
from plan.model import Block, Plan, Target
from plan.paths import walk
from plan.workload import Work, workload

_TARGETS_HEAD = ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Kết quả thực hiện", "Ghi chú"]
_DUTIES_HEAD = ["TT", "Nhiệm vụ được giao", "Thời hạn", "Kết quả thực hiện", "Ghi chú"]
_DONE = ("lead", "implement")

Groups = Mapping[str, list[list[str]]]
"""The heading of a group, and its rows without their numbers."""


def target_results(plan: Plan) -> list[Block]:
    """The table of all targets, grouped by their sections; none without targets."""
    titles = {path: section.title for path, section in walk(plan.sections)}
    dated = len({target.year for target in plan.targets if target.value is not None}) > 1
    figures: dict[tuple[str, str, str], list[str]] = {}
    for target in plan.targets:
        text = name_of(target)
        key = (titles.get(target.section or "", ""), text, target.unit or "")
        figures.setdefault(key, []).append(_figure(target, dated=dated))
    groups: dict[str, list[list[str]]] = {}
    for (title, text, unit), asked in figures.items():
        row = [text, unit, "; ".join(filter(None, asked)), "", ""]
        groups.setdefault(title, []).append(row)
    return _table(_TARGETS_HEAD, groups)


def name_of(target: Target) -> str:
    """A target as the name of a table's row: what is measured, without its figure."""
    return capital((target.indicator or target.text).rstrip(" ;."))


def duty_results(plan: Plan) -> list[Block]:
    """The table of duties, grouped by the units that lead them or carry them out."""
    load = workload(plan)
    order = [identity(one.unit, plan.area) for one in plan.responsibilities]
    groups: dict[str, list[list[str]]] = {unit: [] for unit in order}
    for unit, part, work in load.shares():
        if part in _DONE:
            groups.setdefault(unit, []).append(_duty(work))
    named = {capital(load.name(unit)): rows for unit, rows in groups.items() if rows}
    return _table(_DUTIES_HEAD, named)


def _figure(target: Target, *, dated: bool) -> str:
    year = f" (năm {target.year})" if dated and target.year and target.value is not None else ""
    return f"{figure(target)}{year}"


def _duty(work: Work) -> list[str]:
    return [work.text.rstrip(" ;./"), "; ".join(due.text for due in work.deadlines), "", ""]


def _table(head: list[str], groups: Groups) -> list[Block]:
    """The table, numbered within each group; a single group needs no heading."""
    rows = list(_numbered(groups.values()) if len(groups) == 1 else _grouped(head, groups))
    return [Block(type="table", rows=[head, *rows])] if rows else []


def _grouped(head: list[str], groups: Groups) -> Iterator[list[str]]:
    for number, (title, rows) in enumerate(groups.items(), start=1):
        yield [roman(number), title, *[""] * (len(head) - 2)]
        yield from _numbered([rows])


def _numbered(groups: Iterable[list[list[str]]]) -> Iterator[list[str]]:
    for rows in groups:
        for number, row in enumerate(rows, start=1):
            yield [str(number), *row]
