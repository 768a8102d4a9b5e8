"""What follows the ending: appendices (phụ lục) and a text that a decision issues (ban hành)."""

from collections.abc import Sequence

from docgen.checking.document import Line
from docgen.checking.head import is_type_name
from docgen.checking.words import fits

_TITLE_LINES = 6
_WITHIN = 8
"""So many lines below its type name an issued text says what it belongs to."""


def issued(lines: Sequence[Line]) -> tuple[int, int] | None:
    """From where to where in `lines` the text goes that the document before issues.

    It begins behind the line `(Kèm theo …)` below its own type name, and goes on to an appendix.
    """
    for number, line in enumerate(lines):
        if fits("appendix-label", line.text):
            return None
        if is_type_name(line) and line.side == "full":
            below = range(number + 1, min(number + _WITHIN, len(lines)))
            start = next((n for n in below if fits("attached", lines[n].text)), None)
            if start is not None:
                rest = range(start, len(lines))
                end = next((n for n in rest if _is_label(lines[n], lines[n + 1 :])), len(lines))
                return start + 1, end
    return None


def appendices(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines by role of every appendix in `lines`, which come after the ending."""
    found: dict[str, list[Line]] = {}
    left = 0
    for number, line in enumerate(lines):
        if _is_label(line, lines[number + 1 :]):
            found.setdefault("appendix-label", []).append(line)
            left = _TITLE_LINES
        elif fits("attached", line.text) and (left or _stands_in_middle(line)):
            found.setdefault("appendix-reference", []).append(line)
            left = 0
        elif left and _stands_in_middle(line):
            found.setdefault("appendix-title", []).append(line)
            left -= 1
        else:
            left = 0
    return found


def begins_appendix(lines: Sequence[Line]) -> bool:
    """Whether a file holds an appendix alone: it begins with the appendix's label."""
    return _is_label(lines[0], lines[1:])


def _is_label(line: Line, after: Sequence[Line]) -> bool:
    """Whether a line begins an appendix: the word, alone or with a title, outside of tables."""
    if line.paragraph.room.table is not None or not fits("appendix-label", line.text):
        return False
    return fits("appendix-alone", line.text) or line.seen("bold") == [True] or not after


def _stands_in_middle(line: Line) -> bool:
    apart = line.paragraph.setting.align == "center"
    return line.paragraph.room.table is None and (apart or line.seen("bold") == [True])
