"""Tables made from data: targets by year, and the assignment of work (bảng phân công)."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from docgen import wording
from docgen.readings import Reading
from plan.model import Assignment, Block, Target
from plan.text import fold

_SIGNS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "khoảng "}
_SCHEDULE_HEAD = [
    "TT",
    "Nội dung nhiệm vụ",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Thời gian thực hiện",
    "Sản phẩm",
]


def is_tabled(target: Target) -> bool:
    """Whether a target was read from a table: its text is a row's name, without the figure."""
    if target.value is None or target.text != target.indicator:
        return False
    return fold(wording.plain(target.value)) not in fold(target.text)


def figure(target: Target) -> str:
    """What a target's cell shows: `≥ 80`, `70 - 75`."""
    if target.value is None:
        return ""
    upper = f" - {wording.plain(target.value_max)}" if target.value_max is not None else ""
    return f"{_SIGNS.get(target.comparator or '=', '')}{wording.plain(target.value)}{upper}"


def targets_table(readings: Sequence[Reading]) -> tuple[Block, dict[str, str]]:
    """A table with a row per indicator and a column per year; and each reading's row in it."""
    targets = {reading.pointer: reading.target for reading in readings if reading.target}
    years = sorted({target.year for target in targets.values()}, key=lambda year: year or 0)
    rows: dict[tuple[str, str], dict[int | None, list[str]]] = {}
    for target in targets.values():
        figures = rows.setdefault(_row_name(target), {year: [] for year in years})
        figures[target.year].append(figure(target))
    head = ["TT", "Chỉ tiêu", "Đơn vị tính", *(f"Năm {year}" if year else "Mức" for year in years)]
    cells = [
        [str(number), *name, *("; ".join(rows[name][year]) for year in years)]
        for number, name in enumerate(rows, start=1)
    ]
    numbers = {name: number for number, name in enumerate(rows, start=1)}
    places = {pointer: f"/rows/{numbers[_row_name(one)]}" for pointer, one in targets.items()}
    return Block(type="table", rows=[head, *cells]), places


def _row_name(target: Target) -> tuple[str, str]:
    """What tells one row of a table of targets from another."""
    return target.text, target.unit or ""


def schedule_table(rows: Sequence[tuple[str, Assignment]]) -> tuple[Block, dict[str, str]]:
    """The table of `(pointer, assignment)`; a row of one cell is the heading of a group."""
    lines = list(_schedule_lines(rows))
    places = {pointer: f"/rows/{place}" for place, (pointer, _) in enumerate(lines, 1) if pointer}
    return Block(type="table", rows=[_SCHEDULE_HEAD, *(line for _, line in lines)]), places


def _schedule_lines(rows: Sequence[tuple[str, Assignment]]) -> Iterator[tuple[str, list[str]]]:
    """Pairs of a pointer (empty for a group's heading) and cells."""
    number = 0
    for group, members in groupby(rows, key=lambda row: row[1].group):
        if group:
            yield "", [group]
        for pointer, row in members:
            number += 1
            deadline = row.deadline.text if row.deadline else ""
            lead, partners = "; ".join(row.lead), "; ".join(row.partners)
            yield pointer, [str(number), row.text, lead, partners, deadline, row.output or ""]
