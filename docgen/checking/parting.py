"""Lines that hold two things side by side, kept apart with tabs or blanks (by hand, no table)."""

import regex

from docgen.checking.document import Line
from docgen.checking.words import fits

_GAP = regex.compile(r"[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]{3,}")
_MARKS_OF_RIGHT = ("national-title", "motto", "place-date", "authority", "signer-title")
_FILL = regex.compile(r"[/\d]|tháng\b|năm\b|ngày\b", regex.IGNORECASE)
"""What follows a blank that is left to be filled in."""
_FAR = 0.3
"""From this part of the page on an indent, in text or paragraph, moves a line to the right."""
_TAB_MM = 12.7
_BLANK_MM = 1.2


def parted(line: Line) -> list[Line]:
    """The parts of a line over the whole page: one, or a left and a right one."""
    if line.side != "full":
        return [line]
    text = "".join(run.text for run in line.runs)
    begin = len(text) - len(text.lstrip())
    for gap in _GAP.finditer(text, begin):
        right = text[gap.end() :].strip()
        if right and _is_apart(gap[0], right):
            left_part = line.cut(begin, gap.start(), "left")
            return [left_part, line.cut(gap.end(), len(text), "right")]
    return [line.cut(0, len(text), "right")] if _is_far(line, text[:begin]) else [line]


def _is_apart(gap: str, right: str) -> bool:
    """Whether what follows a gap is the right part of the page."""
    if _FILL.match(right):
        return False
    return "\t" in gap or any(fits(mark, right) for mark in _MARKS_OF_RIGHT)


def _is_far(line: Line, blanks: str) -> bool:
    """Whether a line is moved into the right half as a whole."""
    setting, room = line.paragraph.setting, line.paragraph.room
    moved = blanks.count("\t") * _TAB_MM + (len(blanks) - blanks.count("\t")) * _BLANK_MM
    indent = setting.left + max(setting.first, 0) + moved
    return setting.align == "right" or indent > room.page_width * _FAR
