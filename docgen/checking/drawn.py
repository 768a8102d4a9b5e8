"""Lines (đường kẻ) under motto, agency and subject; other rules that need the whole document."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import regex

from docgen.checking.catalogue import Rule, Told
from docgen.checking.document import Components, Document, Line, Paragraph, Piece, Section, Stroke
from docgen.checking.looks import filled, words_of
from docgen.checking.pieces import Block
from docgen.checking.rule import Fault, Reason, same
from docgen.checking.words import fits
from docgen.widths import broken, width

_MM_PER_POINT = 25.4 / 72
_SLACK = 0.2
"""By so much of its length a line may miss the text: other fonts have other widths."""
_PAIR = 1
"""The motto is so many points larger than the national title."""
_LEGACY = regex.compile(r"^(?:\.Vn|VNI-|VNtimes|ABC |VN\w*times)", regex.IGNORECASE)

Found = list[Fault] | Reason


@dataclass(frozen=True)
class Underline:
    """The line under a component: as drawn, or what stands instead."""

    stroke: Stroke | None = None
    instead: str = "none"


def underline(document: Document, lines: Sequence[Line]) -> Underline:
    """What is drawn or typed below the last of `lines`, in its room, before any other text."""
    last = lines[-1]
    own = document.paragraphs.index(last.paragraph)
    strokes: list[Stroke] = []
    instead = "underlined" if last.seen("underline") == [True] else "none"
    for paragraph in document.paragraphs[own:]:
        if paragraph.room.path != last.paragraph.room.path or paragraph.room.section != (
            last.paragraph.room.section
        ):
            break
        below = _lines_below(paragraph, last)
        if any(line.text and not is_blank_line(line) for line in below):
            strokes.extend(stroke for stroke in paragraph.strokes if stroke.kind == "shape")
            break
        strokes.extend(paragraph.strokes)
        if any(is_blank_line(line) for line in below):
            instead = "blanks"
    strokes = strokes or _elsewhere(document, last)
    return Underline(strokes[0] if strokes else None, instead)


def _lines_below(paragraph: Paragraph, last: Line) -> Sequence[Line]:
    """The lines of a paragraph, those up to `last` left out where it is in it."""
    if paragraph is not last.paragraph:
        return paragraph.lines
    begins = [line.runs[0] for line in paragraph.lines if line.runs]
    at = next((n for n, run in enumerate(begins) if run == last.runs[0]), len(begins))
    return paragraph.lines[at + 1 :]


def is_blank_line(line: Line) -> bool:
    """Whether a line is nothing but underscores, dashes or underlined blanks."""
    if fits("rule-of-characters", line.text):
        return True
    return not line.text and any(run.face.underline and run.text for run in line.runs)


def _elsewhere(document: Document, last: Line) -> list[Stroke]:
    """Lines that hang on other paragraphs of the head, on the side of `last`.

    A drawing stands where it was put on the page, whatever paragraph it hangs on.
    """
    page_width = last.paragraph.room.page_width
    side = {"left": 0, "right": 1}.get(last.side)
    head = [one for one in document.paragraphs[:20] if one.room.container != "box"]
    return [
        stroke
        for paragraph in head
        for stroke in paragraph.strokes
        if side is not None
        and stroke.kind == "shape"
        and stroke.left is not None
        and (paragraph.room.left + stroke.left > page_width / 2 - 10) == bool(side)
        and paragraph.room.side == "full"
    ]


def _ruled(low: float, high: float, document: Document, pieces: Sequence[Piece]) -> Found:
    """Faults of the line under each piece; it must be `low` to `high` of the text's length."""
    faults = []
    for piece in pieces:
        lines = piece.lines if isinstance(piece, Block) else [piece]
        own = [line for line in lines if isinstance(line, Line)]
        lengths = [length for line in own for length in _lengths(line)]
        found = _fault(underline(document, own), lengths, low, high)
        if found:
            faults.append(Fault(piece, found))
    return faults


def _fault(found: Underline, lengths: list[float], low: float, high: float) -> Told | None:
    """What is wrong with a line under texts of those lengths (mm); nothing where all is right."""
    words = words_of()["rule"]
    if found.stroke is None:
        return words[found.instead]
    if not found.stroke.solid:
        return words["dashed"]
    length = found.stroke.length
    least, most = min(lengths) * low * (1 - _SLACK), max(lengths) * high * (1 + _SLACK)
    if length is not None and not least <= length <= most:
        return filled(words["told"], n=round(length))
    return None


def _lengths(line: Line) -> list[float]:
    """How long the lines are that a line runs to in its room (mm), about."""
    setting = line.paragraph.setting
    size = max((run.face.size for run in line.runs), default=0)
    room = (line.paragraph.room.width - setting.left - setting.right) / _MM_PER_POINT
    return [width(one, size) * _MM_PER_POINT for one in broken(line.text, size, room)]


def motto_rule(document: Document, components: Components, rule: Rule) -> Found:
    """The line under the motto (Tiêu ngữ): as long as the text."""
    return _ruled(1, 1, document, components[rule.of])


def short_rule(document: Document, components: Components, rule: Rule) -> Found:
    """The line under the agency or the subject: a third to a half of the text."""
    return _ruled(1 / 3, 1 / 2, document, components[rule.of])


def size_pair(_document: Document, components: Components, rule: Rule) -> Found:
    """The motto is one point larger than the national title."""
    titles = [size for one in components.get("national-title", ()) for size in one.seen("size")]
    if not titles:
        return Reason.ABSENT
    form = words_of()["motto-size"]["told"]
    return [
        Fault(piece, filled(form, n=size, title=titles[0]))
        for piece in components[rule.of]
        for size in piece.seen("size")
        if isinstance(size, float) and size - float(titles[0]) != _PAIR
    ]


def legacy_font(_document: Document, components: Components, rule: Rule) -> Found:
    """Text in fonts of the character sets before Unicode (TCVN3, VNI)."""
    return [
        Fault(piece, same(font))
        for piece in components[rule.of]
        for font in piece.seen("font")
        if isinstance(font, str) and _LEGACY.match(font)
    ]


def appendix_numbering(document: Document, components: Components, _rule: Rule) -> Found:
    """The pages of each appendix are counted from 1."""
    labels = [one for one in components.get("appendix-label", ()) if isinstance(one, Line)]
    if not labels:
        return Reason.ABSENT
    return [
        Fault(label, words_of()["restarts"]["false"])
        for label, section in _sections_of(document, labels)
        if section.begins != 1
    ]


def _sections_of(document: Document, labels: list[Line]) -> Iterator[tuple[Line, Section]]:
    """Each appendix and the section that it stands in."""
    for label in labels:
        yield label, document.sections[label.paragraph.room.section]


SPECIAL: dict[str, Callable[[Document, Components, Rule], Found]] = {
    "motto_rule": motto_rule,
    "issuer_rule": short_rule,
    "summary_rule": short_rule,
    "size_pair": size_pair,
    "legacy_font": legacy_font,
    "appendix_numbering": appendix_numbering,
}
"""What a row's `check` names that text alone cannot decide."""
