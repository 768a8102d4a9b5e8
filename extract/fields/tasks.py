"""Tasks (nhiệm vụ, giải pháp) and the items on funding (kinh phí)."""

from collections.abc import Sequence

from extract.fields.lines import work_statements
from extract.parts import Part, statements, walk
from plan.model import Task

TASK_KINDS = ("tasks", "solutions", "tasks_and_solutions")


def tasks(parts: Sequence[Part]) -> list[Task]:
    """One task for each item of the sections on tasks and solutions."""
    return [
        Task(text=statement.text, section=part.path, kind=part.kind, span=statement.span)
        for part in walk(parts)
        if part.kind in TASK_KINDS
        for statement in work_statements(part.content)
    ]


def funding(parts: Sequence[Part]) -> list[str]:
    """The items of the sections on funding."""
    return [
        statement.text
        for part in walk(parts)
        if part.kind == "funding"
        for statement in statements(part.content)
    ]
