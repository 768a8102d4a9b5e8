"""A Word document as checks see it: pages, paragraphs and lines with the look that Word gives them.

Nothing here knows XML; `docgen.checking.reading` makes these values. Lengths on the page are in mm,
sizes and gaps in pt. Everything is read-only; `element` and `start` say where a fix has to go.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

from docgen.checking.xml import Element

Value = bool | float | str
"""What a property of print is: on or off, a measure, or a name."""

Align = Literal["left", "center", "right", "justify"]
Container = Literal["body", "cell", "box", "header", "footer"]


class Piece(Protocol):
    """Something that a rule looks at: a line, a part of one, a block of lines, a page."""

    @property
    def text(self) -> str:
        """What is printed; lines of a block are parted by line feeds."""

    def seen(self, name: str) -> Sequence[Value]:
        """Every value that the property `name` has in it, each once; none where it has no such.

        The names are those of the catalogue's `look`.
        """


Components = dict[str, Sequence[Piece]]
"""What was recognised (thành phần thể thức): name, as in the catalogue's `of`, to its pieces."""


@dataclass(frozen=True, slots=True)
class Face:
    """How characters look, all styles resolved. `size` is in pt, `colour` is `RRGGBB`."""

    font: str
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    raised: bool = False
    colour: str = "000000"
    language: str = "vi-VN"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set. Indents in mm, `before` and `after` in pt.

    `lines` is the line spacing in lines, `exactly` in pt; the one is `None` where the other holds,
    and `at_least` says that `exactly` is only the least. `contextual` takes the gap away between
    paragraphs of one `style`. `tabs` are the tab stops: their place in mm, and how they align.
    """

    align: Align = "left"
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    lines: float | None = 1
    exactly: float | None = None
    at_least: bool = False
    contextual: bool = False
    style: str = ""
    tabs: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal line (đường kẻ): drawn as a shape or a border, or faked with characters.

    `length` is in mm, `None` where the file does not tell; `left` where it begins, in mm from the
    left edge of the text.
    """

    kind: Literal["shape", "border", "blanks"]
    length: float | None = None
    left: float | None = None
    solid: bool = True
    element: Element | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Room:
    """Where a paragraph stands: in what, and between which edges of the page (mm).

    `left` is counted from the left margin. `path` tells rooms apart: paragraphs of one cell, box
    or part share it. `table`, `row` and `column` are those of a cell in its table.
    """

    container: Container = "body"
    left: float = 0
    width: float = 165
    page_width: float = 165
    path: tuple[int, ...] = ()
    table: int | None = None
    row: int = 0
    column: int = 0
    section: int = 0

    @property
    def side(self) -> str:
        """The half of the page that the room's middle is in; `full` where it spans the page."""
        if self.width > self.page_width * 0.8:
            return "full"
        return "left" if self.left + self.width / 2 < self.page_width / 2 else "right"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look as they are printed, from `start` on in the text of a `w:r`."""

    text: str
    face: Face
    element: Element | None = field(default=None, repr=False, compare=False)
    start: int = 0

    def cut(self, start: int, end: int) -> "Run":
        """The characters from `start` to `end`."""
        return Run(self.text[start:end], self.face, self.element, self.start + start)


@dataclass(frozen=True, eq=False)
class Paragraph:
    """A paragraph. `label` is what automatic numbering prints before it.

    `page` is where it began when Word last laid it out, from 1.
    """

    runs: tuple[Run, ...]
    setting: Setting = Setting()
    room: Room = Room()
    label: str = ""
    strokes: tuple[Stroke, ...] = ()
    page_field: bool = False
    page: int = 1
    element: Element | None = field(default=None, repr=False)

    @cached_property
    def text(self) -> str:
        """What is printed, without the label; a line feed at every forced line break."""
        return "".join(run.text for run in self.runs)

    @property
    def centred_by_tab(self) -> bool:
        """Whether its text stands behind one tab, at a tab stop that centres it."""
        stops = sorted(self.setting.tabs)
        begins = self.text[:2]
        return begins[:1] == "\t" != begins[1:] and bool(stops) and stops[0][1] == "center"

    @cached_property
    def lines(self) -> tuple["Line", ...]:
        """The lines that forced breaks make of it; one, perhaps empty, where there are none."""
        lines: list[list[Run]] = [[]]
        for run in self.runs:
            at = 0
            for part in run.text.split("\n"):
                if at:
                    lines.append([])
                if part:
                    lines[-1].append(run.cut(at, at + len(part)))
                at += len(part) + 1
        return tuple(Line(self, tuple(runs), first=n == 0) for n, runs in enumerate(lines))


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a paragraph between forced breaks, or a part of one between tabs or blanks.

    `side` is the half of the page where that can be told; `first` whether the paragraph begins
    with it.
    """

    paragraph: Paragraph
    runs: tuple[Run, ...]
    first: bool = True
    apart: str | None = None
    """The side of a part that was cut out of a line going over the whole page."""

    @cached_property
    def text(self) -> str:
        """What is printed, with the label of automatic numbering, edges stripped."""
        text = "".join(run.text for run in self.runs).strip()
        label = self.paragraph.label if self.first else ""
        return f"{label} {text}".strip() if label else text

    @property
    def side(self) -> str:
        """The half of the page that it stands in, or `full`."""
        return self.apart or self.paragraph.room.side

    def cut(self, start: int, end: int, side: str | None = None) -> "Line":
        """The part from character `start` to `end` of the runs' text."""
        runs, at = [], 0
        for run in self.runs:
            low, high = max(start - at, 0), min(end - at, len(run.text))
            if low < high:
                runs.append(run.cut(low, high))
            at += len(run.text)
        return Line(self.paragraph, tuple(runs), self.first and start == 0, side or self.apart)

    def seen(self, name: str) -> Sequence[Value]:
        """See `Piece`."""
        from docgen.checking.looks import seen_in_line

        return seen_in_line(self, name)


@dataclass(frozen=True, eq=False)
class Section:
    """A stretch of pages of one form; `number` counts sections from 0. Lengths in mm.

    `is_text` tells whether the text of the document begins in it, and not only an appendix.

    `headers` and `footers` are the paragraphs by kind (`default`, `first`, `even`), those taken
    over from the section before included. `begins` is the number of its first page, where it
    counts anew.
    """

    number: int
    width: float
    height: float
    margins: dict[str, float]
    title_page: bool = False
    begins: int | None = None
    numerals: str = "decimal"
    headers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    footers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    element: Element | None = field(default=None, repr=False)
    is_text: bool = False
    text: str = ""

    def seen(self, name: str) -> Sequence[Value]:
        """See `Piece`."""
        from docgen.checking.looks import seen_in_section

        return seen_in_section(self, name)


@dataclass(frozen=True, eq=False)
class Document:
    """A whole document: its sections, and its paragraphs in reading order.

    Paragraphs of tables stand row by row, cell by cell; those of a text box before the paragraph
    that it hangs on. Headers and footers are in the sections. `paged` tells whether the file says
    where its pages begin.
    """

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    signed: bool = False
    protected: bool = False
    paged: bool = False

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the paragraphs that is not empty."""
        return tuple(line for p in self.paragraphs for line in p.lines if line.text)
