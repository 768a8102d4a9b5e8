"""Marks: which items and values stand at each place of the text, however they overlap."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout import Line
from kehoach.review.items import Item


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that an item, or its value `field`, was read from."""

    start: int
    end: int
    item: int
    group: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same marks cover.

    `at` is its place in the text; `marks` are their numbers, the widest first; `look` names the
    group of the narrowest, and `is_value` says whether that is a value.
    """

    text: str
    at: int
    marks: tuple[int, ...] = ()
    look: str = ""
    is_value: bool = False


def marks_of(items: Sequence[Item]) -> list[Mark]:
    """The marks of all items."""
    found = []
    for number, item in enumerate(items):
        if item.span:
            found.append(Mark(item.span.start, item.span.end, number, item.group))
        found += [
            Mark(span.start, span.end, number, item.group, field)
            for field, span in item.spans.items()
        ]
    return [mark for mark in found if mark.start < mark.end]


class Cutter:
    """Cuts text where marks begin and end."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        steps = [(0, ()), *sweep(marks)]
        self.places = [place for place, _ in steps]
        self.covers = [cover for _, cover in steps]

    def pieces(self, line: Line) -> list[Piece]:
        """A line in pieces."""
        sources = [line.source(at) for at in range(len(line.text) + 1)]
        return [self.piece(line.text[a:b], sources[a]) for a, b in self.cuts(sources)]

    def stretch(self, text: str, start: int) -> list[Piece]:
        """A text that stands at `start`, in pieces."""
        sources = range(start, start + len(text) + 1)
        return [self.piece(text[a:b], sources[a]) for a, b in self.cuts(sources)]

    def cuts(self, sources: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The stretches of a line by its own positions, from the places of its characters."""
        first = bisect_right(self.places, sources[0])
        last = bisect_right(self.places, sources[-1])
        inner = {bisect_left(sources, place) for place in self.places[first:last]}
        yield from pairwise(sorted({0, len(sources) - 1, *inner}))

    def piece(self, text: str, at: int) -> Piece:
        """The piece of `text` that begins at the place `at`."""
        cover = self.covers[bisect_right(self.places, at) - 1]
        if not cover:
            return Piece(text, at)
        narrowest = self.marks[cover[-1]]
        return Piece(text, at, cover, narrowest.group, narrowest.field is not None)


def sweep(marks: Sequence[Mark]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each place where a mark begins or ends, and the marks that cover what follows it."""
    # the widest first; a value lies within its item, also where it fills it
    order = sorted(
        range(len(marks)), key=lambda n: (marks[n].start - marks[n].end, marks[n].field is not None)
    )
    rank = {number: at for at, number in enumerate(order)}
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        opening.setdefault(mark.start, []).append(number)
        closing.setdefault(mark.end, []).append(number)
    covering: set[int] = set()
    for place in sorted(opening.keys() | closing.keys()):
        covering.difference_update(closing.get(place, ()))
        covering.update(opening.get(place, ()))
        yield place, tuple(sorted(covering, key=rank.__getitem__))
