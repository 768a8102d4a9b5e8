"""The head of a document (ô số 1–5): nation, names of bodies, number, date, type and subject."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from docgen.checking.document import Line
from docgen.checking.parting import parted
from docgen.checking.symbols import kind_of
from docgen.checking.words import begins_name, fits, is_open, names_unit

_WITHIN = 60
"""A head has no more lines."""
_LONGEST_TYPE = 12
"""Words on the line of a type name, with what should not be on it."""
_LONGEST_NAME = 200
_AFTER = ("addressee", "basis", "carried", "roman", "article", "attached", "recipients-label")
_AFTER_TITLE = (
    "addressee",
    "basis",
    "roman",
    "clause",
    "article",
    "attached",
    "orders",
    "part-label",
    "part-with-title",
    "section-label",
)
_PASSING = ("rule-of-characters", "draft", "mark", "signed-mark")
_ORDER = ("national-title", "motto", "number", "place-date", "letter-subject")


@dataclass
class Found:
    """The head: lines by role, and where the text goes on."""

    roles: dict[str, list[Line]] = field(default_factory=dict)
    end: int = 0

    def add(self, role: str, line: Line) -> None:
        """Put a line to its role."""
        self.roles.setdefault(role, []).append(line)


def is_type_name(line: Line) -> bool:
    """Whether a line is the type of a document (tên loại): KẾ HOẠCH, QUYẾT ĐỊNH."""
    words = line.text.rstrip(" .:;").split()
    kind = kind_of(" ".join(words)) if len(words) <= _LONGEST_TYPE else None
    alone = kind is not None and len(words) == len(kind.name.split())
    return kind is not None and (line.text.isupper() or (alone and _stands_out(line)))


def _stands_out(line: Line) -> bool:
    return line.paragraph.setting.align == "center" or line.seen("bold") == [True]


def head(lines: Sequence[Line]) -> Found:
    """What stands above the text."""
    found = Found()
    names: list[Line] = []
    for index, line in enumerate(lines[:_WITHIN]):
        is_across = line.side == "full"
        if is_across and is_type_name(line):
            found.end = index
            _title(lines, found)
            break
        if is_across and (any(fits(mark, line.text) for mark in _AFTER) or _is_below(line, found)):
            found.end = index
            break
        for part in parted(line):
            _sort(part, found, names)
    _name(names, found)
    return found


def _is_below(line: Line, found: Found) -> bool:
    """Whether a line comes below a head that has two columns and belongs to neither."""
    titles = found.roles.get("national-title", [])
    parts = parted(line)
    alone = len(parts) == 1 and parts[0].side == "full"
    passing = any(fits(one, line.text) for one in (*_ORDER, *_PASSING))
    return alone and not passing and any(title.side == "right" for title in titles)


def _sort(part: Line, found: Found, names: list[Line]) -> None:
    """Put a part of a line to its role in the head."""
    role = next((one for one in _ORDER if fits(one, part.text)), None)
    if role:
        found.add(role, part)
    elif _goes_on_with_subject(part, found):
        found.add("letter-subject", part)
    elif _may_name(part) and "number" not in found.roles:
        names.append(part)


def _goes_on_with_subject(part: Line, found: Found) -> bool:
    subject = found.roles.get("letter-subject", [])
    return any(part.paragraph.room.path == line.paragraph.room.path for line in subject)


def _may_name(part: Line) -> bool:
    text = part.text
    letters = any(letter.isalpha() for letter in text)
    return (
        letters
        and part.side != "right"
        and len(text) <= _LONGEST_NAME
        and not any(fits(one, text) for one in _PASSING)
    )


def _name(lines: list[Line], found: Found) -> None:
    """Part the names into the parent body's (cơ quan chủ quản) and the issuer's."""
    cut = _where_issuer_begins(lines)
    for line in lines[:cut]:
        found.add("parent", line)
    for line in lines[cut:]:
        found.add("issuer", line)


def _where_issuer_begins(lines: list[Line]) -> int:
    """The last line that begins a name; where only one does, the first bold after lighter ones."""
    texts = [line.text for line in lines]
    begins = [
        number
        for number, text in enumerate(texts)
        if number and begins_name(text) and not is_open(texts[number - 1])
    ]
    if begins:
        return begins[-1]
    light = len(list(takewhile(lambda line: line.seen("bold") == [False], lines)))
    return light if light < len(lines) and not names_unit(texts[light]) else 0


def _title(lines: Sequence[Line], found: Found) -> None:
    """The type name, and the lines of the subject (trích yếu) below it."""
    start = found.end
    found.add("type-name", lines[start])
    found.end = start + 1
    for line in lines[start + 1 : start + _WITHIN]:
        if fits("rule-of-characters", line.text):
            found.end += 1
        elif _is_subject(line, found.roles.get("summary", [])):
            found.add("summary", line)
            found.end += 1
        else:
            break


def _is_subject(line: Line, before: list[Line]) -> bool:
    """Whether a line under the type name belongs to the subject, which stands out of the text."""
    text = line.text
    if any(fits(mark, text) for mark in _AFTER_TITLE) or is_type_name(line):
        return False
    shouts = text.isupper()
    if shouts and (fits("issuing-title", text) or begins_name(text)):
        return False
    if before and shouts != before[0].text.isupper():
        return False
    return _stands_out(line)
