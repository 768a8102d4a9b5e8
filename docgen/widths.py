"""How wide text is in Times New Roman Bold, to draw rules and share out columns.

Regular letters are a little narrower, so what fits in bold fits in regular.
"""

import unicodedata
from collections.abc import Iterable

PER_EM = 1000

_LETTERS = {
    220: "|",
    250: " ,.\u00a0",
    278: "'/\\il",
    333: "!()-:;[]`fjt‘’",
    350: "•",
    389: "Is",
    394: "{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–“”",
    520: "~",
    549: "±÷≥≤",
    554: "ơ",
    555: '"',
    556: "Sbdđhknpqu",
    570: "+<=>×",
    581: "^",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "ACDĐNRUVXYw",
    778: "GHKOQƠ",
    796: "Ư",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W—…",
}
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_HORN = "\u031b"
_TYPICAL = 556


def _letter(letter: str) -> int:
    """The width of one letter; a mark above or below adds nothing, a horn does."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    base, *marks = unicodedata.normalize("NFD", letter)
    horned = unicodedata.normalize("NFC", base + _HORN) if _HORN in marks else base
    return _WIDTHS.get(horned, _TYPICAL)


def width(text: str, size: float) -> float:
    """The width of `text` in pt, set in bold at `size` pt."""
    return sum(map(_letter, text)) * size / PER_EM


def wrapped(texts: Iterable[str], size: float, room: float) -> list[float]:
    """The widths in pt of the lines that `texts` run to, each text on a new line of `room` pt."""
    space = width(" ", size)
    lines: list[float] = []
    for text in texts:
        line = 0.0
        for word in text.split():
            word_width = width(word, size)
            if line and line + space + word_width > room:
                lines.append(line)
                line = word_width
            else:
                line += (space if line else 0) + word_width
        lines.append(line)
    return lines
