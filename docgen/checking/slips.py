"""What is wrong in a text, and what rules on text have in common.

For such rules a document is the texts of its components (thành phần thể thức): the paragraphs of
each in their order, with capitals where Word shows capitals.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from docgen.checking.catalogue import Rule

Parts = Mapping[str, Sequence[str]]
"""Component → the texts of its paragraphs; a component that the document lacks has none."""


class Slip(NamedTuple):
    """What is wrong in a text.

    `paragraph` counts within the rule's component, `start` and `end` characters in its text;
    `found` is what the message quotes, `should` what must stand there (`None`: not known).
    """

    paragraph: int
    start: int
    end: int
    found: str
    should: str | None = None


TextCheck = Callable[[Rule, Parts], Iterator[Slip]]
"""Decides a rule by text, where patterns cannot."""

_LEADING = regex.compile(
    r"^\s*(?:(?:[-–+*•]|\p{Ll}\)|\d+(?:\.\d+)*[.)]|[IVXL]+\.)\s*)?[“\"(\[]*"
    r"|[.?!:;…]\s+[“\"(\[]*|[“\"]"
)
"""What stands before the first word of a sentence, a label or bullet included."""


def swapped(words: str) -> str:
    """`words` with their first letter in the other case."""
    return words[:1].swapcase() + words[1:]


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence of `text` begins at `start`: its first letter is a capital anyway."""
    return any(match.end() == start for match in _LEADING.finditer(text, overlapped=True))


def end_of(text: str) -> str:
    """The last word of `text`, with the marks on it."""
    return text.rsplit(maxsplit=1)[-1] if text.strip() else ""
