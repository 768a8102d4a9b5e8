"""Capitals (viết hoa): names of bodies by dictionary, and where sentences begin (Phụ lục II)."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import regex

from docgen.checking.catalogue import Rule
from docgen.checking.slips import Parts, Slip, begins_sentence, swapped
from plan import units
from plan.patterns import spelled

_Dictionary = dict[str, list[tuple[list[str], str]]]
_WORD = regex.compile(r"\p{L}+|[-–&,]")
_CONNECTORS = frozenset("-–&,") | {"và"}
"""What joins the fields in a body's name; offices use one for the other."""
_NO_BODY_AFTER = regex.compile(
    "cơ|trụ|các|những|mỗi|từng|quốc|văn|dự|đề|tiêm|biên|trưởng|phó|ủy|cán|đồng|nội"
)
"""Words that make what follows no body of that name: cơ sở, các phòng, ủy ban thường vụ."""
_OFTEN_OTHERWISE = regex.compile("Quân sự|^Báo ")
"""Names that were given to bodies in other capitals as well."""
_COMMITTEE_OF = regex.compile(
    r"(?<!\p{L})(?:[ủu][ỷy] ban|hội đồng) nhân dân"
    r"(?=\s+(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+\p{Lu}\p{Ll})"
)
_LINE_BEGINS = regex.compile(
    r"^\s*(?:[-–+*•]\s*|\p{Ll}\)\s+|\d+(?:\.\d+)*[.)]\s+|[IVXL]+\.\s+)(\p{Ll}{2,})(?![\p{L}\d@./)])"
)
_SENTENCE_BEGINS = regex.compile(
    r"(?<=(?<![\p{L}.])\p{Ll}{2,}[.?!]\s+)(?<!\b(?:vv|tp|ths|tr|st|bs|gs)\.\s+)(\p{Ll}{2,})(?![\p{L}\d@./])",
)


def misspelt(words: Sequence[str], texts: Sequence[str]) -> Iterator[Slip]:
    """`words` that are printed in other capitals: neither as here, nor all small, nor all large.

    Where a sentence begins, a capital on the first letter alone says nothing.
    """
    dictionary = _dictionary(tuple(words))
    for number, text in enumerate(texts):
        for start, end, right in _named(text, dictionary):
            found = text[start:end]
            should = _recased(found, right)
            plain = begins_sentence(text, start) and found[1:].islower()
            if should != found and not (found.islower() or found.isupper() or plain):
                yield Slip(number, start, end, found, should)


def agency_capitals(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Names of bodies in wrong capitals, and `ủy ban nhân dân xã …` with a name in small ones."""
    texts = parts.get(rule.of, ())
    yield from misspelt([*rule.words, *_departments()], texts)
    for number, text in enumerate(texts):
        for match in _COMMITTEE_OF.finditer(text):
            yield Slip(number, match.start(), match.end(), match[0], swapped(match[0]))


def sentence_capitals(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Small letters behind a label or bullet and behind the end of a sentence."""
    for number, text in enumerate(parts.get(rule.of, ())):
        for pattern in (_LINE_BEGINS, _SENTENCE_BEGINS):
            for match in pattern.finditer(text):
                yield Slip(number, match.start(1), match.end(1), match[1], swapped(match[1]))


@cache
def _dictionary(names: tuple[str, ...]) -> _Dictionary:
    """By its first word, each name as its words in one spelling; longer names first."""
    dictionary: _Dictionary = {}
    for name in sorted(names, key=len, reverse=True):
        words = [_plain(word[0]) for word in _words(name)]
        dictionary.setdefault(words[0], []).append((words, name))
    return dictionary


def _named(text: str, dictionary: _Dictionary) -> Iterator[tuple[int, int, str]]:
    """Where `text` has a name of the dictionary in any capitals: start, end and the name."""
    words = _words(text)
    plain = [_plain(word[0]) for word in words]
    done = 0
    for at, word in enumerate(plain):
        if at < done or (at and _NO_BODY_AFTER.fullmatch(plain[at - 1])):
            continue
        for name, right in dictionary.get(word, ()):
            behind = at + len(name)
            if plain[at:behind] == name and _is_joined(text, words[at:behind]):
                yield words[at].start(), words[behind - 1].end(), right
                done = behind
                break


def _is_joined(text: str, words: Sequence[regex.Match[str]]) -> bool:
    """Whether only blanks are between the words."""
    return all(not text[one.end() : two.start()].strip() for one, two in pairwise(words))


def _words(text: str) -> list[regex.Match[str]]:
    return list(_WORD.finditer(text))


@cache
def _plain(word: str) -> str:
    low = spelled(word)
    return "&" if low in _CONNECTORS else low


def _recased(found: str, right: str) -> str:
    """`found` in the capitals of `right`, which is the same words; its connectors stay."""
    models = (word[0] for word in _words(right))

    def like_its_model(word: regex.Match[str]) -> str:
        model = next(models)
        if _plain(word[0]) == "&":
            return word[0].lower()
        return "".join(
            letter.upper() if pattern.isupper() else letter.lower()
            for letter, pattern in zip(word[0], model, strict=False)
        )

    return _WORD.sub(like_its_model, found)


@cache
def _departments() -> list[str]:
    """Departments and ministries whose names are words, not abbreviations."""
    above = [name for field in units.fields().values() for name in field.above]
    names = [*above, *units.ministries()]
    return [
        name
        for name in names
        if not _OFTEN_OTHERWISE.search(name)
        and not any(word.isupper() for word in _WORD.findall(name))
    ]
