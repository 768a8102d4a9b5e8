"""The end of a document (ô số 7, 9): recipients on the left, authority and name on the right."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.checking.document import Line
from docgen.checking.head import is_type_name
from docgen.checking.parting import parted
from docgen.checking.words import fits

_BEFORE = 14
"""So many lines above `Nơi nhận` the signature may begin where it is set first."""
_LONGEST = 160
"""No line of an ending is longer."""
_LONGEST_NAME = 5


@dataclass
class Ending:
    """The ending: lines by role, the signers' lines by signer, and from where to where it goes."""

    start: int
    end: int
    roles: dict[str, list[Line]] = field(default_factory=dict)
    signers: list[list[Line]] = field(default_factory=list)

    def add(self, role: str, line: Line) -> None:
        """Put a line to its role."""
        self.roles.setdefault(role, []).append(line)


def ending(lines: Sequence[Line], after: int) -> Ending:
    """The first ending behind line `after`; an empty one at the end where there is none."""
    start = _start(lines, after)
    found = Ending(start, start)
    if start < len(lines):
        found.end = _end(lines, start)
        parts = [part for line in lines[start : found.end] for part in parted(line)]
        _recipients(parts, found)
        _signers(parts, found)
    return found


def _start(lines: Sequence[Line], after: int) -> int:
    """The line that the ending begins with."""
    label = next(
        (n for n in range(after, len(lines)) if fits("recipients-label", lines[n].text)), None
    )
    since = after if label is None else max(after, label - _BEFORE)
    until = len(lines) if label is None else label
    signed = (n for n in range(since, until) if _signs(lines[n], sure=label is None))
    return next(signed, len(lines) if label is None else label)


def _signs(line: Line, *, sure: bool) -> bool:
    """Whether a line of a signature; `sure` asks for an abbreviated authority, or bold letters."""
    for part in parted(line):
        if fits("authority", part.text) and part.text.isupper():
            return True
        if fits("signer-title", part.text) and part.text.isupper():
            return part.side == "right" and (not sure or part.seen("bold") == [True])
    return False


def _end(lines: Sequence[Line], start: int) -> int:
    """The line behind the ending: of an appendix, an attached document or of new pages."""
    section = lines[start].paragraph.room.section
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if (
            line.paragraph.room.section != section
            or fits("appendix-label", line.text)
            or (is_type_name(line) and line.side == "full")
            or len(line.text) > _LONGEST
        ):
            return number
    return len(lines)


def _recipients(parts: Sequence[Line], found: Ending) -> None:
    """Label, items and archive line; a line without a dash may go on with the item above."""
    for part in parts:
        if part.side == "right":
            continue
        if fits("recipients-label", part.text):
            found.add("recipients-label", part)
        elif fits("archive-line", part.text):
            found.add("archive-line", part)
        elif "recipients-label" in found.roles and _is_item(part, found):
            found.add("recipients-item", part)


def _is_item(part: Line, found: Ending) -> bool:
    """Whether a line is an item of its own: it has a dash, or the one above has ended."""
    if fits("recipients-item", part.text):
        return True
    before = found.roles.get("recipients-item", [])
    is_left = part.side == "left" and "archive-line" not in found.roles
    return is_left and bool(before) and before[-1].text.endswith(";")


def _signers(parts: Sequence[Line], found: Ending) -> None:
    """Part the lines of signers into their titles and names."""
    taken = {id(line) for lines in found.roles.values() for line in lines}
    rooms: dict[object, list[Line]] = {}
    for part in parts:
        room = part.paragraph.room
        place = room.path if room.container != "body" else None
        if id(part) in taken or fits("signed-mark", part.text):
            continue
        if _may_sign(part, begun=place in rooms):
            rooms.setdefault(place, []).append(part)
    for lines in _joined(list(rooms.values())):
        found.signers.append(lines)
        titles, name = (lines[:-1], lines[-1]) if _is_name(lines) else (lines, None)
        for line in titles:
            if line.text.isupper() or fits("signer-title", line.text.upper()):
                found.add("signer-title", line)
        if name:
            found.add("signer-name", name)


def _may_sign(part: Line, *, begun: bool) -> bool:
    """Whether a line may be a signer's; on the left only where a signature has `begun`."""
    text = part.text
    titled = text.isupper() and (fits("authority", text) or fits("signer-title", text))
    if part.side == "left":
        return titled or (begun and (text.isupper() or fits("name", text)))
    return part.side == "right" or text.isupper() or fits("name", text)


def _joined(rooms: list[list[Line]]) -> list[list[Line]]:
    """Rooms whose first line is no title go on with the one before: the name has its own row."""
    whole: list[list[Line]] = []
    for lines in rooms:
        first = lines[0].text
        if whole and not (fits("authority", first) or fits("signer-title", first)):
            whole[-1].extend(lines)
        else:
            whole.append(list(lines))
    return whole


def _is_name(lines: Sequence[Line]) -> bool:
    """Whether the last of a signer's lines is the name and not one more title."""
    last = lines[-1].text
    if fits("signer-title", last) or fits("authority", last):
        return False
    if not last.isupper():
        return fits("name", last)
    return len(lines) > 1 and len(last.split()) <= _LONGEST_NAME
