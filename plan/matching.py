"""Whether two indicators (chỉ tiêu) measure the same thing, however they are worded.

Words that tell nothing are set aside, wordings of one thing made one (`plan/data/indicators.toml`),
and what is left compared: words that only one indicator has are detail, words that each has
without the other make them two. `docs/decisions/comparing.md` says what that is worth.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import log, sqrt
from typing import NamedTuple, TypeVar

import regex

from plan.levels import kinds
from plan.patterns import spelled

SAME = 0.5
"""From this score on two indicators are taken for the same."""
ALIKE = 0.3
"""From this `likeness` on two statements may be taken for the same, for want of a better one."""
_INSTEAD = 1.5
"""What a word costs that stands instead of another, in words that both have."""
_DETAIL = 0.4
"""What a word costs that only one indicator has."""
_CONTRAST = 0.5
"""What is left of a score where the indicators contradict each other."""

_GROUPS = ("thôn", "ấp", "bản", "tổ dân phố", "khu phố")
_LEVEL = "|".join(sorted((*kinds(), *_GROUPS), key=len, reverse=True))
_PLACE = regex.compile(rf"(?<!\w)(?P<level>(?i:{_LEVEL}))(?:\s+\p{{Lu}}\p{{Ll}}+)+")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = regex.compile(r"[\p{L}\d_]+")


T = TypeVar("T")


class Pair(NamedTuple):
    """Two items, by their numbers, that are the same to this degree (0 to 1)."""

    parent: int
    child: int
    score: float


class _Words(NamedTuple):
    """The tables of `plan/data/indicators.toml`, ready for use."""

    wordings: regex.Pattern[str]
    term: dict[str, str]
    silent: frozenset[str]
    marks: frozenset[str]
    families: list[frozenset[str]]


def same_indicator(one: str, other: str) -> float:
    """How surely two indicators measure the same thing, from 0 to 1; from `SAME` on they do.

    Names of places, levels of government, years and the words of counting make no difference.
    """
    ours, theirs = _telling(one), _telling(other)
    if ours == theirs:
        return 1.0
    common, less, more = (
        len(ours & theirs),
        *sorted((len(ours - theirs), len(theirs - ours))),
    )
    alike = common / (common + _INSTEAD * less + _DETAIL * more)
    return alike * _CONTRAST ** sum(_contrasts(ours, theirs)) if common else 0.0


def likeness(texts: Sequence[str]) -> Callable[[str, str], float]:
    """How alike two statements are (0 to 1), a word weighing more the fewer of `texts` have it."""
    spread = Counter(word for text in texts for word in _telling(text))
    weight = {word: log(1 + len(texts) / number) for word, number in spread.items()}

    def weighed(words: frozenset[str]) -> float:
        return sum(weight.get(word, 1.0) for word in words)

    @cache
    def whole(text: str) -> float:
        return sqrt(weighed(_telling(text)))

    def score(one: str, other: str) -> float:
        ours, theirs = _telling(one), _telling(other)
        if ours == theirs:
            return 1.0
        return weighed(ours & theirs) / (whole(one) * whole(other)) if ours & theirs else 0.0

    return score


def match(parent: Sequence[str], child: Sequence[str]) -> list[Pair]:
    """The indicators of two lists that are the same; see `pairs`."""

    def score(one: str, other: str) -> float:
        found = same_indicator(one, other)
        return found if found >= SAME else 0.0

    return pairs(parent, child, score)


def pairs(parent: Sequence[T], child: Sequence[T], score: Callable[[T, T], float]) -> list[Pair]:
    """The items of two lists that are the same, each at most once, in the order of the parent.

    The surest pairs are taken first; among equals those that stand at the like place. A `score`
    of 0 makes no pair. The two lists changing sides gives the same pairs.
    """
    found = (
        Pair(i, j, score(one, other))
        for i, one in enumerate(parent)
        for j, other in enumerate(child)
    )
    taken: list[Pair] = []
    parents, children = set[int](), set[int]()
    for pair in sorted((pair for pair in found if pair.score > 0), key=_surest):
        if pair.parent not in parents and pair.child not in children:
            taken.append(pair)
            parents.add(pair.parent)
            children.add(pair.child)
    return sorted(taken)


def _surest(pair: Pair) -> tuple[float, int, int]:
    return -pair.score, abs(pair.parent - pair.child), pair.parent + pair.child


def _contrasts(ours: frozenset[str], theirs: frozenset[str]) -> Iterator[bool]:
    """In which ways two indicators contradict each other: a mark, a word of a family, a number."""
    words = _words()
    yield bool((ours ^ theirs) & words.marks)
    yield any(_exclude(ours & family, theirs & family) for family in words.families)
    yield _exclude(_numbers(ours), _numbers(theirs))


def _exclude(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs and not ours & theirs)


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


@lru_cache(maxsize=8192)
def _telling(indicator: str) -> frozenset[str]:
    """The words by which an indicator is told from another, wordings of one thing as one.

    All its words where none of them tells.
    """
    words = _words()
    text = spelled(_YEAR.sub("", _PLACE.sub(r"\g<level>", indicator)))
    text = words.wordings.sub(lambda found: words.term[found[0]], text)
    said = frozenset(filter(None, (word.lstrip("0") for word in _WORD.findall(text))))
    return said - words.silent or said


@cache
def _words() -> _Words:
    source = (files("plan") / "data" / "indicators.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    lists = ("silent", "terms", "marks")
    listed = " ".join((*(table[name] for name in lists), *table["apart"])).split()
    term = {_apart(word): spelled(word) for word in listed if "_" in word}
    for name, wordings in table["same"].items():
        term |= {spelled(wording): _joined(name) for wording in (name, *wordings)}
    either = "|".join(map(regex.escape, sorted(term, key=len, reverse=True)))
    return _Words(
        wordings=regex.compile(rf"(?<!\w)(?:{either})(?!\w)"),
        term=term,
        silent=_listed(table["silent"]),
        marks=_listed(table["marks"]),
        families=[_listed(family) for family in table["apart"]],
    )


def _apart(word: str) -> str:
    return spelled(word).replace("_", " ")


def _joined(name: str) -> str:
    return spelled(name).replace(" ", "_")


def _listed(words: str) -> frozenset[str]:
    return frozenset(spelled(words).split())
