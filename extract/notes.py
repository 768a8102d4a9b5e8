"""Footnotes that a page break left between two halves of a sentence: set aside, but kept."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extract.labels import parse
from extract.layout import Layout, Line
from extract.paragraphs import Paragraph, build, join

MARK = regex.compile(r"\s*(?:[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?|\[\d{1,2}\])\s*(?=\p{L})")
FIGURE = regex.compile(r"(?:là|đạt|khoảng|:)\s*\d")
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
            notes.append([build([line]) for line in lines])
            index += length
            continue
        kept.append(block)
        index += 1
    apart = [join(note, wrapped=layout.wrapped) for note in layout.notes]
    return replace(layout, blocks=tuple(kept)), [*notes, *apart]


def note_length(blocks: Sequence[object]) -> int:
    """How many blocks the footnote at the front of `blocks` takes.

    One that ends with a colon goes on with its list: bullets, and lines that state a figure.
    """
    first = blocks[0]
    length = 1
    while (
        length < len(blocks)
        and isinstance(line := blocks[length], Line)
        and continues_line(blocks[length - 1], line)
    ):
        length += 1
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
