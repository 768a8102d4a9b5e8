"""Vietnamese text: normal form, folding for comparison, and the order of point letters."""

import unicodedata

import regex

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points (điểm) in their order (Decree 30/2020, Phụ lục I.II.6.đ)."""


_MARKS = regex.compile(r"\p{M}+")
_NO_WORDS = regex.compile(r"[^\p{L}\p{N}%/]+")


def nfc(value: object) -> object:
    """`value` in Unicode NFC where it is text; anything else unchanged, for the type check."""
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def fold(text: str) -> str:
    """Lower case without marks, words joined by one space: `Ủy ban` and `uỷ  ban` are equal."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return _NO_WORDS.sub(" ", _MARKS.sub("", plain)).strip()
