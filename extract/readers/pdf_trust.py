"""Whether the text of a PDF page is to be believed, or must be recognised from the page's picture.

"It has text, so it need not be recognised" is wrong for every fifth file of an archive: layers that
a reader of another language made, fonts that give wrong letters or none.
"""

from collections.abc import Sequence

import regex

from extract.readers.pdf_glyphs import Glyph
from extract.readers.pdf_leaf import Leaf
from extract.readers.pdf_letters import LOST, words_in
from extract.readers.pdf_print import lines_of
from extract.readers.syllables import share_of_syllables, words_of

FEW_LETTERS = 60
"""A page with fewer may be a picture with a page number or a scanner's name on it."""
PICTURED_SHARE = 0.5
"""Of a page, from which on a picture is the page."""
DRAWN_SEGMENTS = 300
"""Pieces of paths on a page without a letter, from which on its letters are drawn."""

LOST_SHARE = 0.02
"""Of the letters of a page, that nobody may know."""
LETTERS = regex.compile(rf"[\p{{L}}\p{{N}}{LOST}]+")
MARKED = regex.compile("[\u1ea0-\u1ef9]+")
"""Letters that only Vietnamese has: every sixth of its text."""
MARKED_SHARE = 0.05
"""Of the letters of a page, from which on it is Vietnamese beyond doubt."""
FEWEST_WORDS = 20
"""Fewer words tell nothing."""
FOREIGN_SHARE = 0.05
"""Of the words, below which letters with marks are but names in a text without marks."""
SYLLABLES_SHARE, BARE_SHARE = 0.8, 0.85
"""Of the words, the least that must be syllables; and of a text without marks."""


def needs_ocr(leaf: Leaf) -> bool:
    """Whether what a page says must be recognised from its picture."""
    letters = "".join(LETTERS.findall("".join(glyph.text for glyph in leaf.glyphs)))
    pictured = leaf.drawn.pictured >= PICTURED_SHARE * leaf.width * leaf.height
    if len(letters) < FEW_LETTERS and pictured:
        return True
    if not letters:
        return leaf.drawn.segments >= DRAWN_SEGMENTS
    return not believable(letters, leaf.glyphs, layer=pictured)


def believable(letters: str, glyphs: Sequence[Glyph], *, layer: bool) -> bool:
    """Whether the `letters` among the `glyphs` of a page are those of Vietnamese words.

    A text without any mark may be of another language, but a `layer` over a picture is then the
    work of a reader that does not know the marks.
    """
    if letters.count(LOST) > LOST_SHARE * len(letters):
        return False
    if len("".join(MARKED.findall(letters))) > MARKED_SHARE * len(letters):
        return True
    words = words_of(text_of(glyphs))
    if len(words) < FEWEST_WORDS:
        return True
    if sum(not word.isascii() for word in words) > FOREIGN_SHARE * len(words):
        return share_of_syllables(words) >= SYLLABLES_SHARE
    return not layer or share_of_syllables(words, marked=False) >= BARE_SHARE


def text_of(glyphs: Sequence[Glyph]) -> str:
    """The words of a page in no special order."""
    words = (word for line in lines_of(glyphs) for word in words_in(line))
    return " ".join("".join(glyph.text for glyph in word) for word in words)
