"""The work on one document: the same function in a process, a pool or on a distant machine."""

import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kehoach.archive.causes import NO_PLAN, failure_of
from kehoach.archive.places import local, plain_name
from kehoach.archive.rows import Rows, rows_of
from kehoach.archive.store import Failure
from plan.errors import UnreadableError


@dataclass(frozen=True)
class Task:
    """A document to read: the SHA-256 of its content, its size, and one place where it is.

    `knowledge` is a folder with an office's own words.
    """

    document: str
    address: str
    size: int
    knowledge: Path | None = None


@dataclass(frozen=True)
class Reading:
    """What was read: the plan as JSON, and its rows."""

    plan: str
    rows: Rows


@dataclass(frozen=True)
class Outcome:
    """What became of a task, after how many seconds: a reading or a failure."""

    task: Task
    result: Reading | Failure
    seconds: float


def read(task: Task) -> Outcome:
    """Read one document; whatever it is, an outcome comes out."""
    start = time.perf_counter()
    try:
        result: Reading | Failure = _read(task)
    except Exception as error:  # noqa: BLE001 - a document must not end the run
        result = failure_of(error, plain_name(task.address))
    return Outcome(task, result, time.perf_counter() - start)


def _read(task: Task) -> Reading:
    import extract

    learn(task.knowledge)
    with local(task.address) as file:
        plan = extract.read(file)
        if plan.source.format == "text" and not (plan.header.agency or plan.header.doc_type):
            raise UnreadableError(NO_PLAN, file=file.name)
    return Reading(plan.model_dump_json(), rows_of(plan))


@cache
def learn(knowledge: Path | None) -> None:
    """Take an office's own words, once in a process and before its first document."""
    if knowledge:
        from extract.knowledge import add

        add(knowledge)
