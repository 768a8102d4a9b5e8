"""The line (đường kẻ) that stands under a text: drawn, or faked with dashes or underlining."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from docgen.checking.document import Document, Line, Paragraph, Run, Stroke
from docgen.checking.words import fits
from docgen.widths import broken, width

_MM_PER_POINT = 25.4 / 72
_NEAR = 8
"""A drawing hangs at most so many paragraphs away."""
_MIDDLE = 10
"""By so many mm a line may reach over the middle of the page."""


@dataclass(frozen=True)
class Underline:
    """What stands under a text: the drawn lines, or what is there `instead`.

    `paragraphs` are those below that hold nothing else.
    """

    strokes: tuple[Stroke, ...] = ()
    instead: str = "none"
    paragraphs: tuple[Paragraph, ...] = ()


def underline_of(document: Document, last: Line) -> Underline:
    """What is drawn or typed below the line `last`, in its room, before any other text."""
    strokes: list[Stroke] = []
    below: list[Paragraph] = []
    instead = "underlined" if last.seen("underline") == [True] else "none"
    for paragraph in _from(document, last):
        rest = lines_below(paragraph, last)
        blank = [*takewhile(lambda line: not line.text or is_blank_line(line), rest)]
        if any(is_blank_line(line) for line in blank):
            instead = "blanks"
        if len(blank) < len(rest):
            strokes.extend(stroke for stroke in paragraph.strokes if stroke.kind == "shape")
            break
        strokes.extend(paragraph.strokes)
        below.append(paragraph)
    found = strokes or list(_elsewhere(document, last))
    return Underline(tuple(found), instead, tuple(below))


def _from(document: Document, last: Line) -> Iterator[Paragraph]:
    """The paragraph of `last` and those below it in its room."""
    room = last.paragraph.room
    for paragraph in document.paragraphs[document.paragraphs.index(last.paragraph) :]:
        if paragraph.room.path != room.path or paragraph.room.section != room.section:
            return
        yield paragraph


def lines_below(paragraph: Paragraph, last: Line) -> Sequence[Line]:
    """The lines of a paragraph, those up to `last` left out where it is in it."""
    if paragraph is not last.paragraph or not last.runs:
        return paragraph.lines
    holds = (n for n, line in enumerate(paragraph.lines) if _begins_in(last.runs[0], line))
    return paragraph.lines[next(holds, len(paragraph.lines)) + 1 :]


def _begins_in(run: Run, line: Line) -> bool:
    """Whether the first character of a run is in a line."""
    return any(
        one.element is run.element and one.start <= run.start < one.start + len(one.text)
        for one in line.runs
    )


def is_blank_line(line: Line) -> bool:
    """Whether a line is nothing but underscores, dashes or underlined blanks."""
    if fits("rule-of-characters", line.text):
        return True
    return not line.text and any(run.face.underline and run.text for run in line.runs)


def _elsewhere(document: Document, last: Line) -> Iterator[Stroke]:
    """Drawn lines that hang on other paragraphs of the head, but stand on the side of `last`.

    A drawing stands where it was put on the page, whatever paragraph it hangs on.
    """
    if last.side not in {"left", "right"}:
        return
    own = document.paragraphs.index(last.paragraph)
    for paragraph in document.paragraphs[max(0, own - _NEAR) : own + _NEAR]:
        for stroke in paragraph.strokes:
            if stroke.kind == "shape" and _is_beside(paragraph, stroke, last):
                yield stroke


def _is_beside(paragraph: Paragraph, stroke: Stroke, last: Line) -> bool:
    """Whether a drawing that hangs on `paragraph` stands in the column of `last`."""
    here, room = paragraph.room, last.paragraph.room
    if here.table is not None and here.table == room.table:
        return here.column == room.column
    if here.side != "full":
        return False
    if stroke.left is None:  # the file does not tell where it stands
        return True
    begins = here.left + stroke.left
    if last.side == "right":
        return begins > here.page_width / 2 - _MIDDLE
    return begins + (stroke.length or 0) < here.page_width / 2 + _MIDDLE


def lengths(line: Line) -> list[float]:
    """How long the lines are that a line of text runs to in its room (mm), about."""
    setting = line.paragraph.setting
    size = max((run.face.size for run in line.runs), default=0)
    room = (line.paragraph.room.width - setting.left - setting.right) / _MM_PER_POINT
    return [width(one, size) * _MM_PER_POINT for one in broken(line.text, size, room)]
