"""Comparing three versions of a text: what it was, what a person made of it, what is new."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class Chunk(NamedTuple):
    """Pieces that belong together, as ranges of the three versions."""

    base: range
    mine: range
    new: range


def chunks(base: Sequence[str], mine: Sequence[str], new: Sequence[str]) -> Iterator[Chunk]:
    """The three versions in chunks: of one piece where all agree, longer where one differs.

    Where all three have as many pieces between two places on which they agree, each piece is a
    chunk of its own, so that changes beside each other do not meet.
    """
    in_mine, in_new = _places(base, mine), _places(base, new)
    agreed = [number for number in range(len(base)) if number in in_mine and number in in_new]
    done = (0, 0, 0)
    for number in (*agreed, None):
        here = (
            (len(base), len(mine), len(new))
            if number is None
            else (number, in_mine[number], in_new[number])
        )
        yield from _between(done, here)
        if number is not None:
            done = (here[0] + 1, here[1] + 1, here[2] + 1)
            yield Chunk(*(range(one, one + 1) for one in here))


def _between(start: tuple[int, int, int], end: tuple[int, int, int]) -> Iterator[Chunk]:
    lengths = {last - first for first, last in zip(start, end, strict=True)}
    if lengths == {0}:
        return
    if len(lengths) == 1:
        for step in range(lengths.pop()):
            yield Chunk(*(range(one + step, one + step + 1) for one in start))
        return
    yield Chunk(*(range(first, last) for first, last in zip(start, end, strict=True)))


def _places(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Which piece of `other` each piece of `base` is, where it is there."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}
