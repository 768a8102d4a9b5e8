"""Recognised words as glyphs on a page, so that rows, columns and tables are made as of a PDF."""

from collections.abc import Iterator, Sequence

from extract.readers.pdf_glyphs import Font, Glyph
from extract.readers.scan.words import Strip, Word, usual_size

INCH_PT = 72.0
SMALLER_SHARE = 0.85
"""Below this share of the page's usual size letters are small (notes); all else measures unevenly,
since marks above capitals and rules below a line count with them."""
FONT = Font("")
LEAST_GAP_EM = 0.05
"""Between two words: their boxes may touch, and they are words all the same."""


def glyphs_of(strips: Sequence[Strip], dpi: float) -> list[Glyph]:
    """The letters of recognised words, evenly spread over their boxes; places in pt.

    They are numbered downwards from -1, apart from the characters that the file has.
    """
    point = INCH_PT / dpi
    usual = usual_size(strips) * point
    found: list[Glyph] = []
    for strip in strips:
        size = strip.size * point
        even = size if size < SMALLER_SHARE * usual else usual
        for word, following in zip(strip.words, (*strip.words[1:], None), strict=True):
            gap = LEAST_GAP_EM * strip.size
            right = min(word.box[2], following.box[0] - gap) if following else word.box[2]
            found += spread(word, right, point, strip.baseline * point, even)
    for number, glyph in enumerate(found, 1):
        glyph.index = -number
    return found


def spread(word: Word, right: float, point: float, baseline: float, size: float) -> Iterator[Glyph]:
    """One word's letters, and the blank behind it."""
    left = word.box[0]
    width = max(right - left, 0.0) / len(word.text)
    for index, letter in enumerate(word.text):
        x = (left + index * width) * point
        end = (left + (index + 1) * width) * point
        yield Glyph(letter, x, end, baseline, size, FONT, sure=word.sure)
    yield Glyph(" ", right * point, right * point, baseline, size, FONT)
