"""What a PDF page prints: characters with font and place → words → lines.

pdfium's own text order is that of the file, which puts substituted glyphs behind their line, and
its words hold blanks and breaks that it made up. So lines are built here from the characters'
origins: grouped by baseline, sorted from left to right, parted where the gap is wide.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from extract.readers.pdf_glyphs import Glyph
from extract.readers.pdf_looks import Font
from plan.text import nfc

SAME_BASELINE_PT = 2.0
WORD_GAP_EM = 0.15
BLANK_GAP_EM = 0.02
"""Where the file has a blank, so small a gap is one: letters may lean over it."""
COLUMN_GAP_EM = 2.2
SMALL_SHARE = 0.75
RISE_SHARE = 0.6
"""Raised letters: how small, and how far above the line, by the size of its letters."""


TEXT, LEFT, RIGHT = attrgetter("text"), attrgetter("x"), attrgetter("right")
SIZE, FONT, BASELINE_AND_LEFT = attrgetter("size"), attrgetter("font"), attrgetter("baseline", "x")
"""Of a glyph; all glyphs are asked, so the asking must be quick."""


@dataclass(frozen=True)
class Piece:
    """Glyphs on one baseline without a wide gap between them."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The words, one space between them."""
        return self.printed[0]

    @property
    def edges(self) -> tuple[float, ...]:
        """The left edges of the characters of `text` in pt, and the right edge of the last."""
        return self.printed[1]

    @cached_property
    def printed(self) -> tuple[str, tuple[float, ...]]:
        """The words and the edges.

        A blank reaches from the letter before it to the letter behind it. Where normalising
        joined letters with their marks, the edges are spread evenly.
        """
        text = str(nfc(" ".join("".join(map(TEXT, word)) for word in self.words)))
        edges = [edge for word in self.words for edge in (*map(LEFT, word), word[-1].right)]
        if len(edges) != len(text) + 1:
            step = (self.right - self.left) / len(text)
            edges = [*(self.left + step * index for index in range(len(text))), self.right]
        return text, tuple(edges)

    @cached_property
    def words(self) -> list[tuple[Glyph, ...]]:
        """The glyphs of each word."""
        starts = (
            place
            for place, (before, glyph) in enumerate(pairwise(self.glyphs), 1)
            if glyph.x - before.right > glyph.size * (BLANK_GAP_EM if glyph.spaced else WORD_GAP_EM)
        )
        return [self.glyphs[a:b] for a, b in pairwise([0, *starts, len(self.glyphs)])]

    @cached_property
    def sure(self) -> tuple[float, ...]:
        """How sure each character of `text` is, 0 to 1; a blank as the letter before it."""
        shares: list[float] = []
        for glyph in self.glyphs:
            if len(shares) < len(self.text) and self.text[len(shares)] == " ":
                shares.append(shares[-1])
            shares += [glyph.sure] * len(glyph.text)
        if len(shares) != len(self.text):
            shares = [min(shares)] * len(self.text)
        return tuple(shares)

    def place(self, number: int) -> int:
        """Where in `text` a glyph stands."""
        return len(Piece(self.glyphs[: number + 1]).text) - 1

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
        sizes: list[float] = sorted(map(SIZE, self.glyphs))
        return sizes[len(sizes) // 2]

    @cached_property
    def fonts(self) -> Counter[Font]:
        """The fonts, and how many glyphs are of each."""
        return Counter(map(FONT, self.glyphs))

    @property
    def bold(self) -> bool:
        """Whether most glyphs are bold."""
        return sum(n for font, n in self.fonts.items() if font.bold) * 2 > len(self.glyphs)

    @property
    def italic(self) -> bool:
        """Whether most glyphs are italic."""
        return sum(n for font, n in self.fonts.items() if font.italic) * 2 > len(self.glyphs)


Row = list[Piece]
"""The pieces that stand beside each other, from left to right."""


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of a page from top to bottom, each row's pieces from left to right."""
    lines = lowered(lines_of(glyphs))
    pieces = [list(pieces_of(sorted(line, key=LEFT))) for line in lines]
    return level([row for row in pieces if row])


def lines_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs by baseline, from top to bottom."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=BASELINE_AND_LEFT):
        if lines and glyph.baseline - lines[-1][0].baseline <= SAME_BASELINE_PT:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines


def lowered(lines: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Lines of glyphs, raised small ones put into the line that they belong to."""
    found: list[list[Glyph]] = []
    for above, below in pairwise([*lines, []]):
        raised = raised_over(below, above) if below else []
        found.append([glyph for glyph in above if glyph not in raised] if raised else above)
        below += [replace(glyph, raised=True, baseline=below[0].baseline) for glyph in raised]
    return found


def raised_over(line: Sequence[Glyph], above: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of the line above that are small and stand just over a line, within its width."""
    size = max(map(SIZE, line))
    if above[0].baseline <= line[0].baseline - RISE_SHARE * size - SAME_BASELINE_PT:
        return []
    left = min(map(LEFT, line)) - size
    right = max(map(RIGHT, line)) + size
    return [
        glyph
        for glyph in above
        if glyph.size < SMALL_SHARE * size
        and line[0].baseline - glyph.baseline < RISE_SHARE * size
        and left < glyph.x < right
    ]


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
    spaced = False
    for glyph in line:
        if glyph.text.isspace():
            spaced = True
            continue
        before = piece[-1] if piece else None
        if before and glyph.text == before.text and overprints(before, glyph):
            spaced = False
            continue
        if before and glyph.x - before.right > COLUMN_GAP_EM * glyph.size:
            yield Piece(tuple(piece))
            piece = []
        glyph.spaced, spaced = spaced, False
        piece.append(glyph)
    if piece:
        yield Piece(tuple(piece))


def overprints(before: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph stands where the one before does; the same letter twice is fake bold."""
    return abs(glyph.x - before.x) < WORD_GAP_EM * glyph.size
