"""How wide text is in Times New Roman Bold, to draw rules and share out columns.

Regular letters are a little narrower, so what fits in bold fits in regular.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import regex

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
_STEPS = 60
SPARE = 1.04
"""Room beyond the measured length: fonts that stand in for Times New Roman differ a little."""
_SPLIT = regex.compile(r"\p{Lu}\p{Ll}*\n\p{Lu}|-\n|\n-|\b(?:năm|số|đoạn)\n")
_HORN = "\u031b"
_TYPICAL = 556


def _letter(letter: str) -> int:
    """The width of one letter; a mark above or below adds nothing, a horn does."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    parts = unicodedata.normalize("NFD", letter)
    base = parts[0] + _HORN if _HORN in parts else parts[0]
    return _WIDTHS.get(unicodedata.normalize("NFC", base), _TYPICAL)


@lru_cache(maxsize=10_000)
def width(text: str, size: float) -> float:
    """The width of `text` in pt, set in bold at `size` pt."""
    return sum(map(_letter, text)) * size / PER_EM


def broken(text: str, size: float, room: float) -> list[str]:
    """The lines that `text` runs to in `room` pt, filled one after another."""
    lines: list[list[str]] = []
    reached, space = room, width(" ", size)
    for word in text.split():
        more = space + width(word, size)
        if lines and reached + more <= room:
            lines[-1].append(word)
            reached += more
        else:
            lines.append([word])
            reached = more - space
    return [" ".join(words) for words in lines]


def evened(text: str, size: float, room: float) -> float:
    """The least room in pt in which `text` runs to no more lines than in `room`.

    More room is taken, or one line more, where that keeps names and periods from being broken,
    with a little spare room too.
    """
    count = len(broken(text, size, room))
    tries = [(one, broken(text, size, one)) for one in _rooms(room)]
    even = [(one, lines) for one, lines in tries if len(lines) <= count]
    longer = [(one, lines) for one, lines in tries if len(lines) == count + 1]
    steady = (one for one in (*even, *longer) if broken(text, size, one[0] * SPARE) == one[1])
    return next((one for one, lines in steady if _reads_well(lines)), even[0][0])


def _rooms(room: float) -> list[float]:
    return [room * step / _STEPS for step in range(1, _STEPS + 1)]


def _reads_well(lines: Sequence[str]) -> bool:
    """Whether no line ends inside a name, a period (`2026 - 2030`) or before its year."""
    return not any(_SPLIT.search(f"{line}\n{after}") for line, after in pairwise(lines))
