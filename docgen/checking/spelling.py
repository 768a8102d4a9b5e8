"""Marks on letters (dấu): one tone style in a document, no loose marks."""

import unicodedata
from collections.abc import Iterator, Sequence

import regex

from docgen.checking.catalogue import Rule
from docgen.checking.slips import Parts, Slip

_LOOSE = regex.compile(r"\p{L}*(?:\p{L}\p{M}+)+\p{L}*")
_OLD_TONE = regex.compile(r"(?<!\p{L})\p{Ll}*(?<!q)(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\p{L})")
_NEW_TONE = regex.compile(r"(?<!\p{L})\p{Ll}*(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})")
"""Words in small letters; names keep the spelling of who bears them."""


def loose_marks(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Paragraphs with marks that are characters of their own, which only raw text has."""
    for number, text in enumerate(parts.get(rule.of, ())):
        whole = unicodedata.normalize("NFC", text)
        match = _LOOSE.search(text)
        if match and whole != text:
            yield Slip(number, 0, len(text), unicodedata.normalize("NFC", match[0]), whole)


def tone_styles(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Words with the tone on oa, oe, uy in the rarer of the document's two ways, each once."""
    texts = parts.get(rule.of, ())
    old, new = (_in_all(pattern, texts) for pattern in (_OLD_TONE, _NEW_TONE))
    if not (old and new):
        return
    rarer = {match[0]: (number, match) for number, match in min(new, old, key=len)}
    for number, match in rarer.values():
        yield Slip(number, match.start(), match.end(), match[0], _moved(match[0]))


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
