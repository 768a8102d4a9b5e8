"""Figures that are stamped on the text of a page: put into its blanks, or kept apart.

A stamp of which all is one figure is a number or a day; the words of a seal are its own. In a
blank of the text it becomes part of the line: set level with it, its digits closed up, dots that
stood for it left out. On or beside printed figures it is kept apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from extract.readers.pdf_glyphs import Glyph, View
from extract.readers.pdf_print import BLANK_GAP_EM, Piece, lines_of
from extract.readers.pdf_stamps import Corners

FIGURE = regex.compile(r"\d[\d ]{0,8}")
LEADERS = frozenset(".…_")
"""What is typed where a figure is to be filled in."""
OFF_LEVEL_EM = 0.75
ASIDE_EM = 4.0
"""How far a figure may stand above or below its line, and beside what is typed."""
COVERED_SHARE = 0.3
"""Of a typed letter's width, from which on a figure stands on it."""
GAP_EM = 2 * BLANK_GAP_EM
BESIDE_EM = 1.0
"""Typed figures that are nearer are beside a stamped one."""


@dataclass(frozen=True)
class Overlay:
    """A figure that stands on or beside typed letters, and their places in the file's order."""

    figure: Piece
    covers: frozenset[int]


@dataclass
class Filled:
    """The glyphs of a page with figures filled in; the figures; those that are kept apart."""

    glyphs: list[Glyph]
    figures: list[Piece] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)

    def add(self, figure: Sequence[Glyph], line: Sequence[Glyph]) -> None:
        """Put a figure into a typed line, or keep it apart."""
        covers = covered(figure, line)
        if covers:
            self.overlays.append(Overlay(Piece(tuple(figure)), frozenset(g.index for g in covers)))
            return
        dots = leaders(figure, line)
        self.glyphs = [glyph for glyph in self.glyphs if glyph not in dots]
        self.glyphs += fitted(figure, [glyph for glyph in line if glyph not in dots])
        self.figures.append(Piece(tuple(figure)))


def filled_in(glyphs: list[Glyph], figures: Sequence[Sequence[Glyph]]) -> Filled:
    """The glyphs of a page, the digits of stamped figures among them or kept apart."""
    filled = Filled(glyphs)
    lines = lines_of([glyph for glyph in glyphs if glyph.text.strip()]) if figures else []
    for figure in figures:
        filled.add(figure, line_of(figure, lines))
    return filled


def figures_of(
    glyphs: Sequence[Glyph], view: View, stamps: Sequence[Corners]
) -> Iterator[list[Glyph]]:
    """The digits of each stamp that is one figure, from left to right, closed up."""
    free = list(glyphs)
    for stamp in sorted(stamps, key=area):
        inside = sorted(within(stamp, free, view), key=lambda glyph: glyph.x)
        if FIGURE.fullmatch("".join(glyph.text for glyph in inside).strip()):
            free = [glyph for glyph in free if glyph not in inside]
            digits = [glyph for glyph in inside if glyph.text.isdigit()]
            for digit, following in pairwise(digits):
                digit.right = following.x
            yield digits


def area(corners: Corners) -> float:
    """How large a stamp is."""
    left, bottom, right, top = corners
    return (right - left) * (top - bottom)


def within(corners: Corners, glyphs: Sequence[Glyph], view: View) -> list[Glyph]:
    """The glyphs that begin within a stamp."""
    left, bottom, right, top = corners
    across, down = zip(view.place(left, bottom), view.place(right, top), strict=True)
    return [
        glyph
        for glyph in glyphs
        if min(across) <= glyph.x <= max(across) and min(down) <= glyph.baseline <= max(down)
    ]


def line_of(figure: Sequence[Glyph], lines: Sequence[list[Glyph]]) -> list[Glyph]:
    """The typed line that a figure belongs to; empty where none is near."""
    size, baseline = figure[0].size, figure[0].baseline
    near = [
        (abs(line[0].baseline - baseline) + aside(figure, line) / ASIDE_EM, line)
        for line in lines
        if abs(line[0].baseline - baseline) < OFF_LEVEL_EM * size
        and aside(figure, line) < ASIDE_EM * size
    ]
    return min(near, key=lambda one: one[0])[1] if near else []


def aside(figure: Sequence[Glyph], line: Sequence[Glyph]) -> float:
    """How far a figure is from the nearest letter of a line, to the left or right, in pt."""
    left, right = figure[0].x, figure[-1].right
    return min(max(glyph.x - right, left - glyph.right, 0.0) for glyph in line)


def covered(figure: Sequence[Glyph], line: Sequence[Glyph]) -> list[Glyph]:
    """The figures of a line on or beside which a stamped one stands, or the letters under it."""
    left, right, near = figure[0].x, figure[-1].right, BESIDE_EM * figure[0].size
    shared = {glyph: min(right, glyph.right) - max(left, glyph.x) for glyph in line}
    under = [
        glyph
        for glyph in line
        if glyph.text not in LEADERS and shared[glyph] > COVERED_SHARE * (glyph.right - glyph.x)
    ]
    beside = [glyph for glyph in line if glyph.text.isdigit() and shared[glyph] > -near]
    return beside or under


def leaders(figure: Sequence[Glyph], line: Sequence[Glyph]) -> list[Glyph]:
    """The row of dots on which or beside which a figure stands."""
    found: list[Glyph] = []
    left, right = figure[0].x, figure[-1].right
    for glyph in sorted(line, key=lambda one: max(one.x - right, left - one.right)):
        near = BESIDE_EM * glyph.size
        touches = glyph.x - right < near and left - glyph.right < near
        if glyph.text in LEADERS and touches:
            found.append(glyph)
            left, right = min(left, glyph.x), max(right, glyph.right)
    return found


def fitted(figure: Sequence[Glyph], line: Sequence[Glyph]) -> list[Glyph]:
    """The digits of a figure level with a line, a blank apart from the words beside them."""
    first, last = figure[0], figure[-1]
    gap, slash = GAP_EM * first.size, None
    for glyph in line:
        if glyph.x < first.x:
            first.x = max(first.x, min(glyph.right + gap, first.right))
        elif glyph.text == "/" and glyph.x - last.right < BESIDE_EM * glyph.size:
            slash = glyph
        else:
            last.right = min(last.right, glyph.x - gap)
    if slash:
        last.right = slash.x
    blanks = [replace(first, text=" ")]
    if not slash:
        blanks.append(replace(last, text=" ", x=last.right))
    for glyph in (*blanks, *figure):
        glyph.baseline = line[0].baseline if line else glyph.baseline
    return [*blanks[:1], *figure, *blanks[1:]]
