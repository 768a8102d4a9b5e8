"""Lines (đường kẻ) under motto, agency and subject; other rules that need the whole document."""

from collections.abc import Callable, Iterator, Sequence

import regex

from docgen.checking.catalogue import Rule, Told
from docgen.checking.document import Components, Document, Line, Piece, Section
from docgen.checking.looks import filled, words_of
from docgen.checking.pieces import lines_of
from docgen.checking.rule import Fault, Reason, same
from docgen.checking.underlines import Underline, lengths, underline_of

_SLACK = 0.2
"""By so much of its length a line may miss the text: other fonts have other widths."""
_PAIR = 1
"""The motto is so many points larger than the national title."""
_LEGACY = regex.compile(r"^(?:\.Vn|VNI-|VNtimes|ABC |VN\w*times)", regex.IGNORECASE)

Found = list[Fault] | Reason


def _ruled(low: float, high: float, document: Document, pieces: Sequence[Piece]) -> Found:
    """Faults of the line under each piece; it must be `low` to `high` of the text's length."""
    faults = []
    for piece in pieces:
        lines = lines_of(piece)
        long = [length for line in lines for length in lengths(line)]
        found = _fault(underline_of(document, lines[-1]), min(long) * low, max(long) * high)
        if found:
            faults.append(Fault(piece, found))
    return faults


def _fault(found: Underline, least: float, most: float) -> Told | None:
    """What is wrong with a line that must be that long (mm); nothing where all is right."""
    words = words_of()["rule"]
    if not found.strokes:
        return words[found.instead]
    stroke = found.strokes[0]
    if not stroke.solid:
        return words["dashed"]
    low, high = least * (1 - _SLACK), most * (1 + _SLACK)
    if stroke.length is not None and not low <= stroke.length <= high:
        return filled(words["told"], n=round(stroke.length))
    return None


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
