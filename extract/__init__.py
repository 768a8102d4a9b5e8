"""Reading plans: a file in any supported form → a `plan.Plan`."""

import os
from dataclasses import dataclass
from pathlib import Path

from extract.garbage import left_alone
from extract.layout import Layout
from plan.model import Plan


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as data, and the layout whose text the data's places count in."""

    plan: Plan
    layout: Layout


def read(path: str | Path) -> Plan:
    """The plan in the file at `path`, recognised by its content.

    Raises `UnreadableError` where the file is missing, damaged, locked or no document, and
    `LimitError` where it is over a limit. Whatever can be read gives a plan; what was odd
    stands in its `findings`.
    """
    return reading(path).plan


def reading(path: str | Path) -> Reading:
    """Like `read`, with the layout that the plan was read from: for showing where values stand."""
    from extract.limits import limited_time
    from extract.readers import read_layout
    from extract.understand import understand

    path = Path(path)
    with limited_time(path), left_alone():
        layout = read_layout(path)
        return Reading(understand(layout, printable(path.name)), layout)


def printable(name: str) -> str:
    """A file's name as Unicode, also where the locale cannot spell it."""
    return os.fsencode(name).decode("utf-8", "replace")
