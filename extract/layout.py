"""What a reader hands over: lines and tables in reading order, each knowing where it stands.

Readers know file formats; everything after them sees only this.
"""

from dataclasses import dataclass, field
from typing import Literal

from plan.model import DigitalSignature, Finding, Route

Alignment = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print, or one Word paragraph.

    `text` is NFC, with the label that Word's automatic numbering prints in front of it.
    `start` is the place of its first character in `Layout.text`. `left`, `right`, `top` are in
    pt from the page's edges (PDF) or `None`; `left` of a Word paragraph is its indent.
    A line without text is a blank line, which parts paragraphs. `offsets` is there where marks
    were taken out of the text: the place in `Layout.text` of each character.
    """

    text: str
    start: int
    page: int | None = None
    path: str | None = None
    bold: bool = False
    italic: bool = False
    align: Alignment | None = None
    size: float | None = None
    left: float | None = None
    right: float | None = None
    top: float | None = None
    offsets: tuple[int, ...] = ()

    def source(self, position: int) -> int:
        """Where the character `position` of `text` stands in `Layout.text`.

        For `len(text)` it is the place behind the last character.
        """
        if not self.offsets:
            return self.start + position
        if position < len(self.offsets):
            return self.offsets[position]
        return self.offsets[-1] + 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `span` is the number of columns that it covers.

    `continued` says that it is empty because the cell above reaches down into it.
    """

    lines: tuple[Line, ...]
    span: int = 1
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells.

    `ruled` tells whether borders were drawn (`None`: not known). `wrapped` says that the cells'
    lines are lines of print, so that paragraphs must be joined from them.
    """

    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool | None = None
    wrapped: bool = True
    page: int | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a stretch of `Layout.text` is printed on its page, in pt from the upper left corner.

    `edges` are the left edges of its characters, and behind them the right edge of the last.
    """

    start: int
    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]

    @property
    def end(self) -> int:
        """The place behind its last character in `Layout.text`."""
        return self.start + len(self.edges) - 1


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a word is that was recognised in a picture: `share` is 0 to 1.

    It stands in `Layout.text` from `start` to `end`.
    """

    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class Stamp:
    """Figures that are stamped on the text: the number or the day of an e-signed document.

    Where they fill a blank they are part of the text, and `line` is just them. Where they stand on
    or beside printed figures, so that both cannot be true, they are kept apart from all blocks:
    `over` is the place of those figures in `Layout.text`.
    """

    line: Line
    over: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as read.

    `wrapped` says that a `Line` is a line of print, so that paragraphs must be joined from
    lines; otherwise each `Line` is a paragraph. `text` is the whole text that spans count in.
    `notes` are footnotes that the format keeps apart from the text, each with its lines.
    `repairs` tell what was done to the text so that it says what is printed, `losses` what the
    document has and the text has not; both are reported with the `findings`. `reader` is the
    library or program that read the file, `routes` say how each of its pages was read. `prints`
    tell where the text is printed (PDF, pictures), `certainties` how sure the words are that were
    recognised in pictures; both in the order of the text. `stamps` and `signatures` are those of
    an e-signed PDF.
    """

    blocks: tuple[Line | Table, ...]
    text: str
    format: str
    wrapped: bool
    pages: int | None = None
    notes: tuple[tuple[Line, ...], ...] = ()
    prints: tuple[Printed, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    repairs: tuple[Finding, ...] = ()
    losses: tuple[Finding, ...] = ()
    reader: str | None = None
    routes: tuple[Route, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    signatures: tuple[DigitalSignature, ...] = ()
