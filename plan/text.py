"""Vietnamese text: normal form, folding for comparison, and the order of point letters."""

import unicodedata

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points (điểm) in their order (Decree 30/2020, Phụ lục I.II.6.đ)."""


def nfc(value: object) -> object:
    """`value` in Unicode NFC where it is text; anything else unchanged, for the type check."""
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def fold(text: str) -> str:
    """Lower case without marks, words joined by one space: `Ủy ban` and `uỷ  ban` are equal."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = (c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() or c in "%/" else " " for c in letters).split())
