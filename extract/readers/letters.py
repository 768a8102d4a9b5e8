"""Letters that stand for others: hyphens of many kinds, bullets of symbol fonts, invisible ones."""

import regex

HYPHENS = dict.fromkeys("\u2010\u2011\uf02d", "-")
BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf06c\uf06e", "-") | {"\uf02b": "+"}
SIGNS = {"\uf0b3": "≥", "\uf0a3": "≤", "\uf0b1": "±", "\uf0b4": "×", "\uf0b0": "°", "\uf0e0": "→"}
LETTERS = str.maketrans(HYPHENS | BULLETS | SIGNS)
"""Fonts without Unicode (Symbol, Wingdings) have their signs at U+F000 to U+F0FF."""

INVISIBLE = r"[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]"
"""Letters that print nothing."""
UNKNOWN = regex.compile(rf"{INVISIBLE}|[\u00ad\uf000-\uf0ff]")


def plain(text: str) -> str:
    """`text` in letters that mean what they show."""
    return UNKNOWN.sub("", text.translate(LETTERS))
