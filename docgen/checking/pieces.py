"""Pieces that are more, or seen otherwise, than one line: blocks, running text, page numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.checking.document import Line, Paragraph, Piece, Value
from docgen.checking.words import fits

_MOSTLY = frozenset({"bold", "italic", "underline"})
_SHARED = frozenset({"size", "gap", "line_spacing", "exact_lines"})
_ONE_LINE = 0.9
"""Up to this part of the room a paragraph is one line, whose right edge says nothing."""
_NARROW = 0.5
"""The mean width of a letter by its size."""
_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, eq=False)
class Block:
    """Lines that are one component together, such as a name on two lines."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """The lines, parted by line feeds."""
        return "\n".join(line.text for line in self.lines)

    def seen(self, name: str) -> Sequence[Value]:
        """What its lines have; capitals only where all of it is in capitals."""
        values = list(dict.fromkeys(value for line in self.lines for value in line.seen(name)))
        return [all(values)] if name == "caps" and values else values


@dataclass(frozen=True, eq=False)
class Passage:
    """A paragraph of running text (lời văn); `gap` is how far the one before is, in pt.

    Its weight and slant are those of most of its letters: words may stand out. What cannot be told
    by looking is not seen: the right edge of a single line, the indent of an item of a list.
    """

    paragraph: Paragraph
    gap: float | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines between forced breaks."""
        return self.paragraph.lines

    @cached_property
    def text(self) -> str:
        """The text with its label, lines parted by line feeds."""
        return "\n".join(line.text for line in self.lines if line.text)

    def seen(self, name: str) -> Sequence[Value]:
        """See `Piece`."""
        if name == "gap":
            return [] if self.gap is None else [self.gap]
        if name in _MOSTLY:
            return self._most(name)
        if name == "first_line":
            return self._first_line()
        if name == "label_bold":
            return [run.face.bold for run in self.paragraph.runs if run.text.strip()][:1]
        if name == "align" and self._is_short():
            return []
        return Block(self.lines).seen(name)

    def _most(self, name: str) -> Sequence[Value]:
        """The value that most letters have."""
        count: Counter[Value] = Counter()
        for run in self.paragraph.runs:
            count[getattr(run.face, name)] += len(run.text.strip())
        return [value for value, letters in count.most_common(1) if letters]

    def _first_line(self) -> Sequence[Value]:
        """The indent of the first line, where it is the paragraph's and not a list's or fill's."""
        begins = self.paragraph.text[:1]
        if self.paragraph.label or begins.isspace() or fits("bullet", self.text):
            return []
        return self.lines[0].seen("first_line")

    def _is_short(self) -> bool:
        size = max((run.face.size for run in self.paragraph.runs), default=0)
        width = len(self.text) * size * _NARROW / _POINTS_PER_MM
        return width < self.paragraph.room.width * _ONE_LINE


class Heading(Passage):
    """The heading of a section among running text: of that it shares the sizes and spacing."""

    def seen(self, name: str) -> Sequence[Value]:
        """See `Piece`."""
        return super().seen(name) if name in _SHARED else []


@dataclass(frozen=True, eq=False)
class Head:
    """The top of page 1 (ô số 1, 2): national title, motto and names of bodies."""

    lines: tuple[Line, ...]
    side_by_side: bool

    @property
    def text(self) -> str:
        """The lines, parted by line feeds."""
        return "\n".join(line.text for line in self.lines)

    def seen(self, name: str) -> Sequence[Value]:
        """See `Piece`."""
        return [self.side_by_side] if name == "side_by_side" else Block(self.lines).seen(name)


@dataclass(frozen=True, eq=False)
class PageNumber:
    """The number of a page (số trang) in a header or footer.

    `on_first_page` is `None` where it is not about the first page.
    """

    line: Line
    on_first_page: bool | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its one line."""
        return (self.line,)

    @property
    def text(self) -> str:
        """What is printed, with `2` for the number."""
        return self.line.text

    def seen(self, name: str) -> Sequence[Value]:
        """See `Piece`; a number behind a tab to the middle is centred."""
        if name == "on_first_page":
            return [] if self.on_first_page is None else [self.on_first_page]
        if name == "align" and self.line.paragraph.centred_by_tab:
            return ["center"]
        return self.line.seen(name)


def lines_of(piece: Piece) -> tuple[Line, ...]:
    """The lines of a piece; a section has none."""
    if isinstance(piece, Line):
        return (piece,)
    lines: tuple[Line, ...] = getattr(piece, "lines", ())
    return lines
