"""Footnotes of a PDF page, and their marks in its text."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extract.readers.pdf_glyphs import Glyph
from extract.readers.pdf_print import Piece, Row

SMALLER_PT = 1.5
"""Footnotes are printed that much smaller than the text, at least."""
MARK = regex.compile(r"(\d{1,2})\s*\p{Lu}|([¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?)")
BOTTOM_SHARE = 0.6
"""Footnotes stand below this share of the page."""
UNIT = regex.compile(r"(?:^|[\s\d(/])[kcdm]?m$")
"""What a raised 2 or 3 makes square or cubic, in the letters before it."""
POWERS = {"2", "3"}


def set_apart(rows: Sequence[Row], height: float) -> tuple[list[Row], list[list[Row]]]:
    """The rows of a page without footnotes and their marks, and each footnote's rows."""
    start = notes_start(rows, height)
    notes: list[list[Row]] = []
    for row in rows[start:]:
        if not notes or MARK.match(row[0].text):
            notes.append([])
        notes[-1].append(row)
    numbers = {found[1] for note in notes if (found := MARK.match(note[0][0].text)) and found[1]}
    text = rows[:start]
    return [kept for row in text if (kept := unmarked(row, numbers))] if numbers else [*text], notes


def notes_start(rows: Sequence[Row], height: float) -> int:
    """Where footnotes begin: at the bottom, marked by a number, smaller than the text."""
    sizes = sorted(piece.size for row in rows for piece in row)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    for index, row in enumerate(rows):
        low = row[0].baseline > height * BOTTOM_SHARE
        small = all(p.size < usual - SMALLER_PT for below in rows[index:] for p in below)
        if low and small and MARK.match(row[0].text) and len(row) == 1:
            return index
    return len(rows)


def unmarked(row: Row, numbers: set[str]) -> Row:
    """The pieces of a row without the marks of the page's footnotes."""
    pieces = (Piece(tuple(without_marks(piece.glyphs, numbers))) for piece in row)
    return [piece for piece in pieces if piece.glyphs]


def without_marks(glyphs: Sequence[Glyph], numbers: set[str]) -> list[Glyph]:
    """Glyphs without raised numbers that are footnotes' marks; `m2` is none."""
    kept: list[Glyph] = []
    raised: list[Glyph] = []
    for glyph in [*glyphs, None]:
        if glyph is not None and glyph.raised:
            raised.append(glyph)
            continue
        if raised and not is_mark(kept, "".join(one.text for one in raised), numbers):
            kept += raised
        elif raised and kept:
            kept[-1] = replace(kept[-1], right=raised[-1].right)
        raised = []
        if glyph is not None:
            kept.append(glyph)
    return kept


def is_mark(before: Sequence[Glyph], raised: str, numbers: set[str]) -> bool:
    """Whether a raised number is the mark of one of the footnotes."""
    if raised not in numbers:
        return False
    return raised not in POWERS or not UNIT.search("".join(glyph.text for glyph in before))
