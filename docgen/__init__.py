"""Writing plans as Word documents in the layout of Decree 30/2020/NĐ-CP, and checking documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docgen.checking.fixes.repairing import Repaired
    from docgen.checking.report import Report
    from docgen.notes import Note
    from plan.model import Plan


def render(plan: Plan, *, template: str | Path = "ke-hoach", notes: Sequence[Note] = ()) -> bytes:
    """The Word document (.docx) of `plan`; the same plan gives the same bytes.

    Sections without `content` are written from the plan's data (see `docgen.compose`, which also
    tells where the data contradict the text). `template` is the name of a bundled template or the
    path of one's own. Each of `notes` becomes a Word comment at its place.

    Raises:
        ConfigurationError: the template is missing or wrong; all its faults are in the message.
        ValueError: a note points at nothing in the plan.
    """
    from docgen.rendering import render as write

    return write(plan, template, notes)


def check(source: Path | bytes) -> Report:
    """Whether a Word document (.docx), a file or its bytes, is laid out as Decree 30/2020 asks.

    Every rule of the catalogue ends as kept, broken (with its places), or not evaluated (with the
    reason). The document is only read.

    Raises:
        UnreadableError: it is missing, damaged, or no Word document.
        LimitError: it would unpack to more than any plan needs.
    """
    from docgen.checking.package import opened
    from docgen.checking.runner import checked

    return checked(opened(source))


def fix(source: Path | bytes) -> Repaired:
    """A copy of a Word document with what is mechanical repaired, and the list of the repairs.

    No word of the text is touched: only its form, and marks that the decree fixes (the zero of a
    day, the hyphens of the motto, marks at the end of lines). All other parts of the file stay byte
    for byte.

    Raises:
        UnreadableError: as `check`; and for a document that is signed or protected.
        LimitError: it would unpack to more than any plan needs.
    """
    from docgen.checking.fixes.repairing import repaired

    return repaired(source)
