"""Glyphs of fonts from before Unicode (.VnTime, VNI-Times) on a PDF page → Unicode letters."""

from collections.abc import Sequence

import regex

from extract.legacy import MODERN, Encoding, has_only_capitals, spelled
from extract.readers.pdf_glyphs import Glyph
from extract.readers.pdf_letters import words_in
from extract.readers.pdf_print import lines_of
from extract.readers.syllables import is_syllable

HYPHENS = regex.compile(r"[-\x02\ufffe]")
"""What a PDF may give for the soft hyphen, which is ư in TCVN3."""
HYPHENED = regex.compile(rf"[\p{{L}}]*{HYPHENS.pattern}[\p{{L}}\-\x02\ufffe]*")


def modernised(glyphs: Sequence[Glyph]) -> set[str]:
    """Put Unicode letters into the glyphs of old fonts; the names of these fonts.

    A glyph that is but the mark of the one before it (VNI) keeps no text.
    """
    old = [glyph for glyph in glyphs if glyph.font.encoding]
    for word in (word for line in lines_of(old) for word in words_in(line)):
        encoding = word[0].font.encoding
        text = "".join(glyph.text for glyph in word)
        if encoding and not MODERN.search(text):
            spell(word, encoding)
    return {glyph.font.name for glyph in old}


def spell(word: Sequence[Glyph], encoding: Encoding) -> None:
    """Put letters into the glyphs of one word."""
    letters = spelled("".join(glyph.text[:1] for glyph in word), encoding)
    if encoding == "tcvn3":
        letters = list(horned("".join(letters)))
    base = word[0]
    for glyph, letter in zip(word, letters, strict=True):
        glyph.text = letter.upper() if has_only_capitals(glyph.font.name) else letter
        if letter:
            base = glyph
        else:
            base.right = max(base.right, glyph.right)


def horned(text: str) -> str:
    """Letters of TCVN3 with ư for a hyphen where that makes a syllable, else with hyphens."""
    return HYPHENED.sub(lambda found: with_horn(found[0]), text)


def with_horn(word: str) -> str:
    """A word that has hyphens, ư in their place where that makes it a syllable."""
    syllable = HYPHENS.sub("ư", word)
    return syllable if len(word) > 1 and is_syllable(syllable) else HYPHENS.sub("-", word)
