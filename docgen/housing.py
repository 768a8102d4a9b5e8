"""Giving what a plan says as data a section to stand in, where the outline has none for it."""

from typing import TypeVar

from docgen.tables import is_tabled
from plan.model import Plan, Responsibility, Section, SectionKind, Target, Task
from plan.paths import walk

TITLES: dict[SectionKind, str] = {
    "purpose_and_requirements": "MỤC ĐÍCH, YÊU CẦU",
    "purpose": "MỤC ĐÍCH",
    "requirements": "YÊU CẦU",
    "objectives": "MỤC TIÊU CHUNG",
    "targets": "MỤC TIÊU, CHỈ TIÊU",
    "tasks": "NHIỆM VỤ",
    "solutions": "GIẢI PHÁP",
    "tasks_and_solutions": "NHIỆM VỤ VÀ GIẢI PHÁP",
    "funding": "KINH PHÍ THỰC HIỆN",
    "implementation": "TỔ CHỨC THỰC HIỆN",
    "other": "NỘI DUNG KHÁC",
}
_ROMAN = {10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}

Row = TypeVar("Row", Target, Task, Responsibility)


def roman(number: int) -> str:
    """`number` in Roman digits, as sections and appendices are counted."""
    for value, digits in _ROMAN.items():
        if number >= value:
            return digits + roman(number - value)
    return ""


def housed(plan: Plan) -> Plan:
    """`plan` with the sections added that its targets, tasks, duties and funding call for.

    A target that was read from a table and names no section stays so: it belongs in an appendix.
    """
    house = _House(plan.sections)
    targets = [
        one if one.section is None and is_tabled(one) else house.take(one, one.kind or "targets")
        for one in plan.targets
    ]
    tasks = [house.take(one, one.kind or "tasks_and_solutions") for one in plan.tasks]
    if plan.funding:
        house.home("funding")
    units = [house.take_unit(one) for one in plan.responsibilities]
    return plan.model_copy(
        update={
            "targets": targets,
            "tasks": tasks,
            "responsibilities": units,
            "sections": house.sections,
        }
    )


class _House:
    """An outline that grows by the sections asked of it."""

    def __init__(self, sections: list[Section]) -> None:
        self.sections = [section.model_copy(deep=True) for section in sections]
        self._by_path: dict[str, Section] = {}
        for path, section in walk(self.sections):
            self._by_path.setdefault(path, section)

    def home(self, kind: SectionKind) -> str:
        """The path of the first section of `kind`, which is added where there is none."""
        for path, section in self._by_path.items():
            if section.kind == kind:
                return path
        return self._add(Section(title=TITLES[kind], kind=kind), self.sections, "")

    def take(self, row: Row, kind: SectionKind) -> Row:
        """`row` with a section of the outline: its own, or the home of its `kind`."""
        if row.section in self._by_path:
            return row
        return row.model_copy(update={"section": self.home(kind)})

    def take_unit(self, unit: Responsibility) -> Responsibility:
        """`unit` with a section of its own; what has none is asked of everybody in the closing."""
        if unit.section is None or unit.section in self._by_path:
            return unit
        above = self.home("implementation")
        section = Section(title=unit.unit, kind="implementation", level=above.count(".") + 2)
        path = self._add(section, self._by_path[above].children, above)
        return unit.model_copy(update={"section": path})

    def _add(self, section: Section, siblings: list[Section], above: str) -> str:
        """Put `section` after `siblings` under the first label that is free."""
        number = len(siblings) + 1
        while (path := _path(above, number)) in self._by_path:
            number += 1
        section.label = path.rpartition(".")[2]
        siblings.append(section)
        self._by_path[path] = section
        return path


def _path(above: str, number: int) -> str:
    """The path of section `number` under `above`: Roman at the top, Arabic below."""
    return f"{above}.{number}" if above else roman(number)
