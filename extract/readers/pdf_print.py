"""What a PDF page prints: characters with font and place → words → lines.

pdfium's own text order is that of the file, which puts substituted glyphs behind their line, and
its words hold blanks and breaks that it made up. So lines are built here from the characters'
origins: grouped by baseline, sorted from left to right, parted where the gap is wide.
"""

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import pi

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.readers.pdf_stamps import FILLED_IN
from plan.text import nfc

SAME_BASELINE_PT = 2.0
WORD_GAP_EM = 0.15
BLANK_GAP_EM = 0.02
"""Where the file has a blank, so small a gap is one: letters may lean over it."""
COLUMN_GAP_EM = 2.2
SMALL_SHARE = 0.75
RISE_SHARE = 0.6
"""Raised letters: how small, and how far above the line, by the size of its letters."""
HYPHENS = {"\ufffe": "-", "\u0002": "-", "\u00ad": "-", "\u2010": "-", "\u2011": "-"}
"""pdfium gives these for a hyphen that ends a line; document numbers are full of them."""

FONT_NAME_BYTES = 128

Turn = Callable[[float, float, float, float], tuple[float, float]]
TURNS: dict[int, Turn] = {
    0: lambda x, y, _, height: (x, height - y),
    90: lambda x, y, _, __: (y, x),
    180: lambda x, y, width, _: (width - x, y),
    270: lambda x, y, width, height: (height - y, width - x),
}
"""Direction of the text in degrees (90: upwards) → a point in pt from left and top as one reads."""
DIRECTIONS_ASKED = 50
"""Characters of a page that tell the direction of all."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its origin `x`, its `baseline` from the page's top, its right edge; in pt.

    `index` is its place in the file's order; `spaced` says that the file has a blank before it,
    `raised` that it stands above the line (m², the mark of a footnote).
    """

    text: str
    x: float
    right: float
    baseline: float
    size: float
    font: str
    index: int = 0
    spaced: bool = False
    raised: bool = False


@dataclass(frozen=True)
class Piece:
    """Glyphs on one baseline without a wide gap between them."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """The words, one space between them."""
        letters = [self.glyphs[0].text]
        for before, glyph in pairwise(self.glyphs):
            least = BLANK_GAP_EM if glyph.spaced else WORD_GAP_EM
            apart = glyph.x - before.right > least * glyph.size
            letters.append(f" {glyph.text}" if apart else glyph.text)
        return " ".join(str(nfc("".join(letters))).split())

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """The left edges of the characters of `text` in pt, and the right edge of the last.

        A blank reaches from the letter before it to the letter behind it. Where normalising
        joined letters with their marks, the edges are spread evenly.
        """
        edges: list[float] = []
        for before, glyph in zip((None, *self.glyphs), self.glyphs, strict=False):
            if before and len(edges) < len(self.text) and self.text[len(edges)] == " ":
                edges.append(before.right)
            edges += [glyph.x] * len(glyph.text)
        if len(edges) != len(self.text):
            step = (self.right - self.left) / len(self.text)
            edges = [self.left + step * index for index in range(len(self.text))]
        return (*edges, self.right)

    @property
    def left(self) -> float:
        """The left edge in pt."""
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        """The right edge in pt."""
        return self.glyphs[-1].right

    @property
    def middle(self) -> float:
        """The middle between the edges in pt."""
        return (self.left + self.right) / 2

    @property
    def first_word_width(self) -> float:
        """The width of the first word in pt."""
        behind = (b.right for b, g in pairwise(self.glyphs) if g.spaced)
        return next(behind, self.right) - self.left

    @property
    def baseline(self) -> float:
        """The baseline in pt from the top."""
        return self.glyphs[0].baseline

    @cached_property
    def size(self) -> float:
        """The size that most glyphs have, in pt."""
        return sorted(glyph.size for glyph in self.glyphs)[len(self.glyphs) // 2]

    def is_in(self, *names: str) -> bool:
        """Whether most glyphs are of a font with one of `names` in its name."""
        marked = sum(any(name in glyph.font for name in names) for glyph in self.glyphs)
        return marked * 2 > len(self.glyphs)


Row = list[Piece]
"""The pieces that stand beside each other, from left to right."""


def rows_of(page: "pdfium.PdfPage", typed: int | None = None) -> tuple[list[Row], int]:
    """The rows of a page from top to bottom, each row's pieces from left to right.

    With them the direction in which the text runs, in degrees. Characters behind the first
    `typed` are stamped: figures among them fill the text's blanks, a seal's words are left out.
    """
    text = page.get_textpage()
    turn = direction(text)
    glyphs = list(glyphs_of(page, text, TURNS[turn]))
    own = [g for g in glyphs if typed is None or g.index < typed]
    stamps = lines_of([g for g in glyphs if typed is not None and g.index >= typed])
    figures = [line for line in stamps if FILLED_IN.fullmatch("".join(g.text for g in line))]
    lines = lines_of([*own, *(glyph for line in figures for glyph in line)])
    pieces = [list(pieces_of(sorted(line, key=lambda g: g.x))) for line in lowered(lines)]
    text.close()
    return level([row for row in pieces if row]), turn


def lines_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by baseline, from top to bottom."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.baseline, g.x)):
        if lines and glyph.baseline - lines[-1][0].baseline <= SAME_BASELINE_PT:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines


def lowered(lines: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Lines of glyphs, raised small ones put into the line that they belong to."""
    found: list[list[Glyph]] = []
    for above, below in pairwise([*lines, []]):
        raised = [glyph for glyph in above if is_raised(glyph, below)]
        found.append([glyph for glyph in above if glyph not in raised])
        below += [replace(glyph, raised=True, baseline=below[0].baseline) for glyph in raised]
    return found


def is_raised(glyph: Glyph, below: Sequence[Glyph]) -> bool:
    """Whether a glyph is small and stands just above a line of larger ones, within its width."""
    if not below:
        return False
    size = max(one.size for one in below)
    rise = below[0].baseline - glyph.baseline
    within = min(g.x for g in below) - size < glyph.x < max(g.right for g in below) + size
    return glyph.size < SMALL_SHARE * size and rise < RISE_SHARE * size and within


def level(rows: Sequence[Row]) -> list[Row]:
    """Rows that stand beside each other a little off level, made one."""
    merged: list[Row] = []
    for row in rows:
        before = merged[-1] if merged else None
        if before and beside(before, row):
            merged[-1] = sorted([*before, *row], key=lambda piece: piece.left)
        else:
            merged.append(list(row))
    return merged


def beside(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether two rows overlap in height but not in width."""
    drop = below[0].baseline - above[0].baseline
    if drop > min(above[0].size, below[0].size) / 2:
        return False
    return all(a.right < b.left or b.right < a.left for a in above for b in below)


def pieces_of(line: Sequence[Glyph]) -> Iterator[Piece]:
    """The pieces of one line of glyphs, blanks dropped, parted at wide gaps."""
    piece: list[Glyph] = []
    for before, found in zip([None, *line], line, strict=False):
        glyph = replace(found, spaced=before is not None and before.text.isspace())
        if not glyph.text.strip() or (piece and overprints(piece[-1], glyph)):
            continue
        if piece and glyph.x - piece[-1].right > COLUMN_GAP_EM * glyph.size:
            yield Piece(tuple(piece))
            piece = []
        piece.append(glyph)
    if piece:
        yield Piece(tuple(piece))


def overprints(before: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph repeats the one before, as fake bold does."""
    return glyph.text == before.text and abs(glyph.x - before.x) < WORD_GAP_EM * glyph.size


def glyphs_of(page: "pdfium.PdfPage", text: "pdfium.PdfTextPage", turn: Turn) -> Iterator[Glyph]:
    """The characters that are printed on a page, in the file's order, turned as one reads."""
    left, bottom, right, top = page.get_cropbox()
    fonts: dict[bytes, str] = {}
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter in "\r\n\x00":
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(text, index, box)
        across, down = turn(x.value - left, y.value - bottom, right - left, top - bottom)
        corners = ((box.left - left, box.bottom - bottom), (box.right - left, box.top - bottom))
        edge = max(turn(*corner, right - left, top - bottom)[0] for corner in corners)
        yield Glyph(
            HYPHENS.get(letter, letter),
            across,
            max(edge, across),
            down,
            raw.FPDFText_GetFontSize(text, index) * scale(text, index),
            font_of(text, index, fonts),
            index,
        )


def direction(text: "pdfium.PdfTextPage") -> int:
    """In which direction most text runs, in quarter turns: wide tables stand on turned pages."""
    count = text.count_chars()
    asked = range(0, count, count // DIRECTIONS_ASKED + 1)
    turns = Counter(round(raw.FPDFText_GetCharAngle(text, i) / (-pi / 2)) % 4 for i in asked)
    return turns.most_common(1)[0][0] * 90 if turns else 0


def scale(text: "pdfium.PdfTextPage", index: int) -> float:
    """How much a character's matrix enlarges its font."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, index, matrix):
        return 1.0
    return (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0


def font_of(text: "pdfium.PdfTextPage", index: int, known: dict[bytes, str]) -> str:
    """The name of a character's font; `known` keeps the names already decoded."""
    name = ctypes.create_string_buffer(FONT_NAME_BYTES)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, FONT_NAME_BYTES, flags)
    return known.setdefault(name.value, name.value.decode("utf-8", "replace"))
