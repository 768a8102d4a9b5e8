"""Capitals and marks on letters (viết hoa, dấu thanh): Phụ lục II of the decree."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from docgen.checking.catalogue import Rule
from docgen.checking.slips import Parts, Slip, begins_sentence, swapped
from plan import units
from plan.patterns import any_of, spelled

_WORD = regex.compile(r"\p{L}+")
_NO_OFFICE = (
    r"(?<!(?i:cơ|trụ|các|những|mỗi|từng|quốc|văn|dự|đề|tiêm|biên|trưởng|phó|ủy|uỷ|cán|đồng|nội)\s)"
)
"""What stands before a word that only looks like a body: cơ sở, các phòng, ủy ban thường vụ."""
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
_LOOSE = regex.compile(r"\p{L}*(?:\p{L}\p{M}+)+\p{L}*")
_OLD_TONE = regex.compile(r"(?<!\p{L})\p{Ll}*(?<!q)(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\p{L})")
_NEW_TONE = regex.compile(r"(?<!\p{L})\p{Ll}*(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})")
"""Words in small letters; names keep the spelling of who bears them."""


def misspelt(words: Sequence[str], texts: Sequence[str]) -> Iterator[Slip]:
    """`words` that are printed in other capitals: neither as here, nor all small, nor all large.

    Where a sentence begins, a capital on the first letter alone says nothing.
    """
    pattern, right_by_key = _dictionary(tuple(words))
    for number, text in enumerate(texts):
        for match in pattern.finditer(text):
            should = _recased(match[0], right_by_key.get(_key(match[0]), ""))
            plain = begins_sentence(text, match.start()) and match[0][1:].islower()
            if should != match[0] and not (match[0].islower() or match[0].isupper() or plain):
                yield Slip(number, match.start(), match.end(), match[0], should)


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


def loose_marks(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Paragraphs with marks that are characters of their own; their texts are to be as they stand."""
    for number, text in enumerate(parts.get(rule.of, ())):
        whole = unicodedata.normalize("NFC", text)
        match = _LOOSE.search(text)
        if match and whole != text:
            yield Slip(number, 0, len(text), unicodedata.normalize("NFC", match[0]), whole)


def tone_styles(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Words that place the tone on oa, oe, uy in the rarer of the document's two ways, each once."""
    texts = parts.get(rule.of, ())
    old, new = (_in_all(pattern, texts) for pattern in (_OLD_TONE, _NEW_TONE))
    if not (old and new):
        return
    rarer = {match[0]: (number, match) for number, match in min(new, old, key=len)}
    for number, match in rarer.values():
        yield Slip(number, match.start(), match.end(), match[0], _moved(match[0]))


def is_legacy(font: str) -> bool:
    """Whether `font` is one of TCVN3 (.VnTime) or VNI (VNI-Times), which are not Unicode."""
    return font.casefold().startswith((".vn", "vni-"))


@cache
def _dictionary(words: tuple[str, ...]) -> tuple[regex.Pattern[str], dict[str, str]]:
    """A pattern for `words` in any case, tone place and connector, and each by its letters."""
    pattern = regex.compile(_NO_OFFICE + any_of(list(words)), regex.IGNORECASE)
    return pattern, {_key(word): word for word in words}


def _key(name: str) -> str:
    return " ".join(word for word in _WORD.findall(spelled(name)) if word != "và")


def _recased(found: str, right: str) -> str:
    """`found` in the capitals of `right`, which is the same words."""
    models = iter([word for word in _WORD.findall(right) if word != "và"])

    def like_the_model(match: regex.Match[str]) -> str:
        word = match[0]
        if word.lower() == "và":
            return "và"
        return "".join(
            letter.upper() if model.isupper() else letter.lower()
            for letter, model in zip(word, next(models, word), strict=False)
        )

    return _WORD.sub(like_the_model, found)


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


def _in_all(
    pattern: regex.Pattern[str], texts: Sequence[str]
) -> list[tuple[int, regex.Match[str]]]:
    return [
        (number, match) for number, text in enumerate(texts) for match in pattern.finditer(text)
    ]


def _moved(word: str) -> str:
    """A word with its tone on the other of its last two letters."""
    first, second = (unicodedata.normalize("NFD", letter) for letter in word[-2:])
    toned = first[:1] + second[:1] + first[1:] if first[1:] else first + second[1:] + second[:1]
    return word[:-2] + unicodedata.normalize("NFC", toned)
