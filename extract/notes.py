"""Footnotes that a page break left between two halves of a sentence: set aside, but kept."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extract.labels import parse
from extract.layout import Layout, Line
from extract.paragraphs import Paragraph, build, join

MARK = regex.compile(r"\s*(?:[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?|\[\d{1,2}\])\s*(?=\p{L})")
FIGURE = regex.compile(r"(?:là|đạt|khoảng|:)\s*\d")
GOES_ON = regex.compile(r"\s*[\p{Ll}\d]")
BLANKS_AT_MOST = 2
BROKEN_FROM = 60
"""Characters of a line that the width may have broken."""
LIST_AT_MOST = 40
"""Lines of a footnote that is a list."""


def set_notes_aside(layout: Layout) -> tuple[Layout, list[list[Paragraph]]]:
    """The layout without its footnotes, and the footnotes, each as its paragraphs."""
    kept, notes, index = [], [], 0
    blocks = layout.blocks
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Line) and MARK.match(block.text):
            length = note_length(blocks[index:])
            lines = [
                b for b in blocks[index : index + length] if isinstance(b, Line) and b.text.strip()
            ]
            notes.append([build(group) for group in grouped(lines)])
            index += length
            continue
        kept.append(block)
        index += 1
    apart = [join(note, wrapped=layout.wrapped) for note in layout.notes]
    return replace(layout, blocks=tuple(kept)), [*notes, *apart]


def grouped(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a footnote, those that the width broke taken together."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and GOES_ON.match(line.text) and continues_line(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def note_of(lines: Sequence[Line], *, wrapped: bool) -> list[Paragraph]:
    """A footnote's paragraphs; those of a list each on its own line."""
    listed = any(line.text.rstrip(" *").endswith(":") for line in lines[:-1])
    if listed or not wrapped:
        return [build([line]) for line in lines]
    return [build(lines)]


def note_length(blocks: Sequence[object]) -> int:
    """How many blocks the footnote at the front of `blocks` takes.

    One that ends with a colon goes on with its list: bullets, and lines that state a figure.
    """
    first = blocks[0]
    length = 1
    while following := continued_to(blocks, length):
        length = following
    if not isinstance(first, Line) or not ended_with_colon(blocks[:length]):
        return length
    end = length
    for index in range(length, min(len(blocks), LIST_AT_MOST)):
        line = blocks[index]
        if not isinstance(line, Line):
            break
        if not line.text.strip():
            continue
        if not is_listed(line.text):
            break
        end = index + 1
    return end


def continued_to(blocks: Sequence[object], length: int) -> int | None:
    """Where a footnote of `length` blocks goes on to with one more line, if it does.

    A blank line may part it from a line that the width broke.
    """
    before, index = blocks[length - 1], length
    if not isinstance(before, Line):
        return None
    while index < length + BLANKS_AT_MOST and is_blank(blocks[index : index + 1]):
        index += 1
    rest = blocks[index : index + 1]
    if not rest or not isinstance(line := rest[0], Line):
        return None
    apart = index > length
    if apart and (len(before.text) < BROKEN_FROM or not GOES_ON.match(line.text)):
        return None
    listed = before.text.rstrip().endswith(";") and FIGURE.search(line.text) is not None
    goes_on = continues_line(before, line) or (apart and listed)
    return index + 1 if goes_on else None


def is_blank(blocks: Sequence[object]) -> bool:
    """Whether a block is a blank line."""
    return bool(blocks) and isinstance(blocks[0], Line) and not blocks[0].text.strip()


def continues_line(before: object, line: Line) -> bool:
    """Whether a footnote's line goes on directly on the next one."""
    return (
        isinstance(before, Line)
        and bool(before.text.strip())
        and bool(line.text.strip())
        and parse(line.text) is None
        and MARK.match(line.text) is None
        and not before.text.rstrip().endswith((".", ":", ";"))
    )


def ended_with_colon(blocks: Sequence[object]) -> bool:
    """Whether the last line announces a list."""
    last = blocks[-1]
    return isinstance(last, Line) and last.text.rstrip(" *").endswith(":")


def is_listed(text: str) -> bool:
    """Whether a line can belong to a footnote's list: a bullet, or a line that states a figure."""
    label = parse(text)
    return label.is_bullet if label else FIGURE.search(text) is not None
