"""Whether a word can be a syllable of Vietnamese: onset, rhyme and tone, as they are spelled.

It judges letters, not meaning: what a wrong font or a reader of another language makes of a text
breaks these rules in every second word. Both places of the tone are right (hoà, hòa), and both
spellings of i (kĩ, kỹ).
"""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

import regex

from extract.knowledge import table

Y_ALONE = frozenset(["h", "k", "l", "m", "s", "t", "v", "qu", ""])
"""Onsets before a bare `y`."""
BEFORE_FRONT = {"k": True, "gh": True, "ngh": True, "c": False, "ng": False}
"""Onsets that stand only before, or never before, i, e, ê and y; `g` stands before i as well."""
FRONT = frozenset("ieêy")
AFTER_U = frozenset("aăâeêi")
STOPS = ("c", "ch", "p", "t")
"""Finals that only the tones sắc and nặng go with."""
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
SHARP = {"\u0301", "\u0323"}
WORD = regex.compile(r"[\p{L}\p{M}]+")
SYLLABLES_KEPT = 10_000
LONGEST = 7
"""Letters of the longest syllable, `nghiêng`."""


def words_of(text: str) -> list[str]:
    """The words of a text that can be judged: no abbreviations, no single letters."""
    return [word for word in WORD.findall(text) if len(word) > 1 and not word.isupper()]


def share_of_syllables(words: Sequence[str], *, marked: bool = True) -> float:
    """How many of `words` can be syllables, from 0 to 1; 1 where there are none."""
    judge = is_syllable if marked else is_bare_syllable
    return sum(map(judge, words)) / len(words) if words else 1.0


@lru_cache(SYLLABLES_KEPT)
def is_syllable(word: str) -> bool:
    """Whether a word is spelled as a Vietnamese syllable."""
    letters, tone = without_tone(word.lower())
    if len(letters) > LONGEST or tone is None:
        return False
    return any(
        fits(onset, letters[len(onset) :], tone)
        for onset in table("syllables")["onsets"]
        if letters.startswith(onset)
    )


def without_tone(word: str) -> tuple[str, str | None]:
    """A word without its mark of tone, and the mark; `None` where there is more than one."""
    marks = unicodedata.normalize("NFD", word)
    tones = [mark for mark in marks if mark in TONES]
    letters = unicodedata.normalize("NFC", "".join(m for m in marks if m not in TONES))
    return letters, None if len(tones) > 1 else "".join(tones)


def fits(onset: str, rhyme: str, tone: str) -> bool:
    """Whether onset, rhyme and tone go together."""
    if rhyme.endswith(STOPS) and tone not in SHARP:
        return False
    if onset == "qu":
        return rhyme in after_qu() or (rhyme[:1] in AFTER_U and rhyme in rhymes())
    if rhyme not in rhymes() or (rhyme == "y" and onset not in Y_ALONE):
        return False
    if onset == "g":
        return rhyme[0] not in FRONT or rhyme[0] == "i"
    front = rhyme[0] in FRONT or (onset == "k" and rhyme[0] == "y")
    return BEFORE_FRONT.get(onset, front) == front


@cache
def rhymes() -> frozenset[str]:
    """All rhymes."""
    return frozenset(table("syllables")["rhymes"])


@cache
def after_qu() -> frozenset[str]:
    """Rhymes that only stand behind `qu`."""
    return frozenset(table("syllables")["after_qu"])


def is_bare_syllable(word: str) -> bool:
    """Whether a word without marks may stand for a Vietnamese syllable: `thong` for `thống`."""
    return bare(word.lower()) in bare_syllables()


def bare(word: str) -> str:
    """A word without any mark."""
    marks = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


@cache
def bare_syllables() -> frozenset[str]:
    """All syllables without their marks."""
    return frozenset(
        bare(onset + rhyme)
        for onset in table("syllables")["onsets"]
        for rhyme in rhymes() | after_qu()
        if any(fits(onset, rhyme, tone) for tone in ("", "\u0301"))
    )
