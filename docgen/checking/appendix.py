"""Appendices (phụ lục): their label, title and the line that says what they belong to."""

from collections.abc import Sequence

from docgen.checking.document import Line
from docgen.checking.words import fits

_TITLE_LINES = 6


def appendices(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines by role of every appendix in `lines`, which come after the ending."""
    found: dict[str, list[Line]] = {}
    left = 0
    for number, line in enumerate(lines):
        if _is_label(line, lines[number + 1 : number + 2]):
            found.setdefault("appendix-label", []).append(line)
            left = _TITLE_LINES
        elif left and fits("attached", line.text):
            found.setdefault("appendix-reference", []).append(line)
            left = 0
        elif left and _stands_in_middle(line):
            found.setdefault("appendix-title", []).append(line)
            left -= 1
        else:
            left = 0
    return found


def _is_label(line: Line, after: Sequence[Line]) -> bool:
    """Whether a line begins an appendix: the word, alone or with a title, outside of tables."""
    if line.paragraph.room.table is not None or not fits("appendix-label", line.text):
        return False
    return fits("appendix-alone", line.text) or line.seen("bold") == [True] or not after


def _stands_in_middle(line: Line) -> bool:
    apart = line.paragraph.setting.align == "center"
    return line.paragraph.room.table is None and (apart or line.seen("bold") == [True])
