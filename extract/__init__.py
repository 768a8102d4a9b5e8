"""Reading plans: a file in any supported form → a `plan.Plan`."""

import os
from pathlib import Path

from plan.model import Plan


def read(path: str | Path) -> Plan:
    """The plan in the file at `path`, recognised by its content.

    Raises `UnreadableError` where the file is missing, damaged, locked or no document, and
    `LimitError` where it is over a limit. Whatever can be read gives a plan; what was odd
    stands in its `findings`.
    """
    from extract.readers import read_layout
    from extract.understand import understand

    path = Path(path)
    return understand(read_layout(path), printable(path.name))


def printable(name: str) -> str:
    """A file's name as Unicode, also where the locale cannot spell it."""
    return os.fsencode(name).decode("utf-8", "replace")
