"""The heads of a ruled table's columns, put right from a closed list.

A column whose head has one wrong letter ("Cơ quan chủ tm") would be lost with all its cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.knowledge import table
from extract.readers.pdf_drawn import Box
from extract.readers.pdf_tables import Frame, inside
from extract.readers.scan.repair import likest
from extract.readers.scan.words import Strip

INCH_PT = 72.0

Place = tuple[int, int]
"""A line among those of a page, and a word in it."""


def with_heads(strips: Sequence[Strip], frames: Sequence[Frame], dpi: float) -> list[Strip]:
    """The lines of a page with the heads of its tables put right."""
    right = {
        place: word
        for frame in frames
        for box in frame.rows[0]
        if box
        for place, word in head_of(strips, words_in(strips, box, dpi / INCH_PT))
    }
    return [
        replace(
            strip,
            words=tuple(
                replace(word, text=right.get((line, at), word.text))
                for at, word in enumerate(strip.words)
            ),
        )
        for line, strip in enumerate(strips)
    ]


def words_in(strips: Sequence[Strip], box: Box, dot: float) -> list[Place]:
    """The words in a cell in the order in which one reads them; `dot` dots are a pt."""
    found = [
        (strip.baseline, word.box[0], (line, at))
        for line, strip in enumerate(strips)
        for at, word in enumerate(strip.words)
        if inside(box, (word.box[0] + word.box[2]) / 2 / dot, (word.box[1] + word.box[3]) / 2 / dot)
    ]
    return [place for _, _, place in sorted(found)]


def head_of(strips: Sequence[Strip], places: Sequence[Place]) -> Iterator[tuple[Place, str]]:
    """The words of the head that a cell's words are most like, if they are like one."""
    found = " ".join(strips[line].words[at].text for line, at in places)
    head = likest(table("recognition")["heads"], found)
    if head is not None and head.lower() != found.lower():
        words = (head.upper() if found.isupper() else head).split()
        yield from zip(places, words, strict=True)
