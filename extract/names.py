"""Names of units in running text: where they begin, end, and how a list of them divides."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from extract.knowledge import table

WORD = regex.compile(r"[\p{L}\p{M}\d]+|[^\s\p{L}\p{M}\d]")
LONGEST_LIST = 200
"""Words of a list of names; what goes on longer is none."""
MARKS = frozenset('.;:()“”"|')
"""Marks that end every name."""
PARTING = frozenset({",", ";", "và", "cùng", "với"})
"""Words between the names of a list."""
LOOSE_ENDS = PARTING | {"-", "–", "thì", "hoặc", "hay"}
MANY = frozenset({"các", "những", "Các", "Những"})


@dataclass(frozen=True)
class Words:
    """The words and marks of a text, and where each begins and ends."""

    strings: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def at(self, position: int) -> int:
        """The index of the first word at or behind a position of the text."""
        return bisect_left(self.starts, position)

    def __getitem__(self, index: int) -> str:
        """A word; empty behind the last one."""
        return self.strings[index] if index < len(self.strings) else ""

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.strings)


@lru_cache(maxsize=64)
def words_of(text: str) -> Words:
    """The words of `text`; kept, because one text is asked about many of its places."""
    found = list(WORD.finditer(text))
    return Words([m[0] for m in found], [m.start() for m in found], [m.end() for m in found])


class Phrases:
    """Phrases of a word list, looked up by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """`phrases` are taken word by word; marks count as words."""
        self.by_first: dict[str, list[Sequence[str]]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            words = words_of(phrase).strings
            self.by_first.setdefault(words[0], []).append(words)

    def at(self, words: Words, index: int) -> int:
        """How many words the longest phrase that stands at `index` takes; 0 where none does."""
        for phrase in self.by_first.get(words[index], ()):
            if words.strings[index : index + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def behind(self, words: Words, index: int) -> bool:
        """Whether one of the phrases ends right before `index`; it has at most three words."""
        return any(
            self.at(words, start) == index - start for start in range(max(0, index - 3), index)
        )


@cache
def unit_words(name: str) -> Phrases:
    """The list `name` of words that bound the name of a unit."""
    return Phrases(table("phrases")["unit"][name])


def head_at(words: Words, index: int) -> int:
    """How many words begin the name of a unit at `index`; 0 where none begins."""
    many = many_at(words, index)
    noun = noun_at(words, index + many)
    if many and not noun:
        noun = unit_words("collectives").at(words, index + many)
        noun = noun if noun >= unit_words("no_heads").at(words, index + many) else 0
    return many + noun if noun else 0


def many_at(words: Words, index: int) -> int:
    """How many words say at `index` that all or several are meant: "các", "toàn thể các"."""
    many = unit_words("all_of").at(words, index)
    return many + 1 if many and words[index + many] == "các" else many


def noun_at(words: Words, index: int) -> int:
    """How many words name a kind of unit at `index`, unless they begin a longer other word."""
    found = unit_words("heads").at(words, index)
    return found if found > unit_words("no_heads").at(words, index) else 0


def begins_name(text: str, start: int = 0) -> bool:
    """Whether the name of a unit begins at `start` of `text`."""
    words = words_of(text)
    index = words.at(start)
    return index < len(words) and words.starts[index] == start and head_at(words, index) > 0


def begins_shouted_name(text: str) -> bool:
    """Whether a title all in capitals begins with the name of a unit."""
    words = words_of(text.lower())
    index = 1 if words[0] == "các" else 0
    return shouted("heads").at(words, index) > shouted("no_heads").at(words, index)


@cache
def shouted(name: str) -> Phrases:
    """The list `name` of words that bound the name of a unit, all in small letters."""
    return Phrases(word.lower() for word in table("phrases")["unit"][name])


@cache
def addressees() -> Phrases:
    """How the name of somebody to report to begins, where it is not the name of a unit."""
    return Phrases(table("phrases")["report"]["heads"])


def begins_addressee(text: str, start: int) -> bool:
    """Whether somebody to report to is named at `start` of `text`."""
    words = words_of(text)
    index = words.at(start)
    if index >= len(words) or words.starts[index] != start:
        return False
    unit = words[index][0].isupper() and head_at(words, index) > 0
    return unit or addressees().at(words, index) > 0


def name_end(text: str, start: int) -> int:
    """The end of the unit's name, or list of names, that begins at `start` of `text`."""
    words = words_of(text)
    first = words.at(start)
    index = first + many_at(words, first)
    index = max(index + unit_words("protected").at(words, index), first + head_at(words, first))
    last = min(len(words), first + LONGEST_LIST)
    while index < last:
        inside = unit_words("protected").at(words, index) or purpose_at(words, index)
        if not inside and ends_name(words, index):
            break
        index += inside or 1
    while index > first and words[index - 1] in LOOSE_ENDS:
        index -= 1
    return words.ends[min(index, len(words)) - 1] if index > first else start


def purpose_at(words: Words, index: int) -> int:
    """How many words say at `index` what a small body is for, as in "tổ kiểm tra"."""
    found = unit_words("stops").at(words, index)
    return found if found and unit_words("small_bodies").behind(words, index) else 0


def ends_name(words: Words, index: int) -> bool:
    """Whether a name that reaches the word at `index` is over before it.

    A small letter behind the level or the place that closes a name ends it too: "Công an xã
    tuần tra", "Điện lực Cẩm Tú chỉnh trang".
    """
    if words[index] in MARKS or any(
        unit_words(name).at(words, index) for name in ("predicates", "stops")
    ):
        return True
    closed = unit_words("levels").behind(words, index) or is_place(words, index - 2)
    is_small = words[index][0].islower()
    return closed and is_small and not unit_words("goes_on").at(words, index)


def is_place(words: Words, index: int) -> bool:
    """Whether two words behind a small letter are the name of a place: "Điện lực Cẩm Tú"."""
    if index < 1 or not words[index - 1][0].islower():
        return False
    capital = all(word.istitle() for word in words.strings[index : index + 2])
    kinds = (unit_words(name).at(words, index) for name in ("heads", "collectives", "protected"))
    return capital and not any(kinds)


def split_names(text: str, *, in_cell: bool = False) -> list[str]:
    """The single names in a list of units.

    It divides before "các", before a capital that begins a unit's name, and between a proper
    name and a common noun; an enumeration under one "các" and a name that itself holds a comma
    or "và" stay whole. In a cell, any capital behind a comma begins a name.
    """
    words = words_of(text)
    names, first, index = [], 0, 0
    while index < len(words):
        inside = unit_words("protected").at(words, index)
        following = index
        while not inside and words[following] in PARTING:
            following += 1
        if following > index and divides(words, first, index, following, in_cell=in_cell):
            names.append((first, index))
            first = following
        index = max(following, index + (inside or 1))
    names.append((first, len(words)))
    return [name for a, b in names if (name := printed(text, words, a, b))]


def printed(text: str, words: Words, first: int, behind: int) -> str:
    """The words from `first` up to `behind` as they stand in the text, without marks around."""
    return (
        text[words.starts[first] : words.ends[behind - 1]].strip(" ,;.") if behind > first else ""
    )


def divides(words: Words, first: int, end: int, following: int, *, in_cell: bool) -> bool:
    """Whether the name from `first` to `end` is over, and `following` begins another one."""
    if words[following] in MANY:
        return True
    parted = words[end] in {",", ";", "và"}
    if words[following][:1].isupper():
        return parted and ((in_cell and words[end] != "và") or head_at(words, following) > 0)
    if in_cell and new_names().at(words, following):
        return words[end] != "và"
    proper = words[first][:1].isupper() and words[first] not in MANY and end - first > 1
    return parted and proper and unit_words("common").at(words, following) > 0


@cache
def new_names() -> Phrases:
    """What begins a new name behind a comma in a cell."""
    return Phrases(table("tables")["new_names"])
