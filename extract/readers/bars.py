"""Tables flattened by web pages: a lone `|` on a line is a border, text between two is a cell.

`| a | b |` over `| c |  |` comes as the pieces `a`, `b`, nothing, `c`, nothing, nothing: two bars
in a row are an empty cell or the end of a row, and nothing tells where a table ends and prose
begins. So all readings are weighed and the cheapest is taken: rows as wide as their table, few
tables, blank lines in prose only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import regex

from extract.layout import Cell, Table
from extract.limits import check_borders
from extract.readers.cells import cell_of
from extract.readers.dress import Raw

COLUMNS = 16
"""Of the widest table looked for."""

NEW_TABLE = 2.0
PER_COLUMN = 0.05
SHORT_ROW = 1.0
EMPTY_CELL = 0.1
AIRY_CELL = 5.0
TIGHT_PROSE = 1.5
STRAY_BAR = 3.0
WHOLE_DOCUMENT = 50.0
LATE_NUMBER = 1.0

MAIN_HEADING = regex.compile(r"(?:I{1,3}|IV|VI{0,3})\.\s")
FEWEST_HEADINGS = 2
ROW_NUMBER = regex.compile(r"\d{1,2}|[IVX]{1,5}")
TITLE = regex.compile(r"KẾ HOẠCH|QUYẾT ĐỊNH|PHỤ LỤC(?: [IVX]+| \d+)?")

Piece = Sequence[Raw]
GROUP_LABEL_LENGTH = 5


def split_grids(path: Path, raws: Sequence[Raw]) -> list[Table | list[Raw]]:
    """The lines of a text, parted into prose and tables."""
    bars = [i for i, raw in enumerate(raws) if raw.text.strip() == "|"]
    if not bars:
        return [list(raws)]
    check_borders(path, len(bars))
    edges = [-1, *bars, len(raws)]
    pieces = [raws[a + 1 : b] for a, b in pairwise(edges)]
    return Reading(pieces).parts()


@dataclass(frozen=True)
class Step:
    """What is read at a place, at what cost all in all, and where it goes on.

    `cells` is the number of cells of a row of a table of `columns`; 0 is prose. `row_follows` says
    that the piece behind the row is the gap to the table's next row.
    """

    cost: float
    columns: int = 0
    cells: int = 0
    row_follows: bool = False


@dataclass(frozen=True)
class Reading:
    """The pieces of text between bars, and the cheapest way to read them."""

    pieces: Sequence[Piece]

    def parts(self) -> list[Table | list[Raw]]:
        """Prose and tables in order."""
        parts: list[Table | list[Raw]] = []
        rows: list[list[Piece]] = []
        at, columns = 0, 0
        while at < len(self.pieces):
            step = self.rows[at][columns] if columns else self.prose[at]
            if not step.cells:
                parts.append(list(self.pieces[at]))
                at, columns = at + 1, step.columns
                continue
            rows.append(list(self.pieces[at : at + step.cells]))
            at += step.cells + step.row_follows
            if not step.row_follows:
                parts.append(grid(rows, columns))
                rows, columns = [], 0
        return parts

    @property
    def prose(self) -> list[Step]:
        """The cheapest way on, for each piece read as prose."""
        return self.steps[0]

    @property
    def rows(self) -> list[list[Step]]:
        """The cheapest way on, for each piece that begins a row and each number of columns."""
        return self.steps[1]

    @cached_property
    def steps(self) -> tuple[list[Step], list[list[Step]]]:
        """`prose` and `rows`, weighed from the end of the text to its start."""
        last = len(self.pieces) - 1
        prose = [Step(0.0)] * (last + 1)
        rows = [[Step(float("inf"))] * (COLUMNS + 1) for _ in self.pieces] + [[]]
        for at in range(last, -1, -1):
            for columns in range(2, COLUMNS + 1) if at < last else ():
                rows[at][columns] = self.best_row(at, columns, prose, rows)
            prose[at] = self.best_prose(at, prose, rows)
        return prose, rows

    def best_prose(self, at: int, prose: list[Step], rows: list[list[Step]]) -> Step:
        """The cheapest way on from prose at `at`: the end, a table, or a bar without a meaning."""
        here = self.prose_cost(at)
        if at == len(self.pieces) - 1:
            return Step(here)
        tables = [
            Step(here + NEW_TABLE + PER_COLUMN * columns + rows[at + 1][columns].cost, columns)
            for columns in range(2, COLUMNS + 1)
        ]
        return min(*tables, Step(here + STRAY_BAR + prose[at + 1].cost), key=lambda step: step.cost)

    def best_row(self, at: int, columns: int, prose: list[Step], rows: list[list[Step]]) -> Step:
        """The cheapest way on from a row of a table of `columns` that begins at `at`."""
        best, here = Step(float("inf")), 0.0
        last = len(self.pieces) - 1
        for cells in range(1, min(columns, last - at) + 1):
            here += self.cell_costs[at + cells - 1]
            here += self.late_costs[at + cells - 1] if cells > 1 else 0.0
            behind = at + cells
            short = SHORT_ROW if cells < columns else 0.0
            cost = here + short + prose[behind].cost
            if cost < best.cost:
                best = Step(cost, columns, cells)
            if behind + 1 < last and not self.filled[behind]:
                cost = here + short + rows[behind + 1][columns].cost
                if cost < best.cost:
                    best = Step(cost, columns, cells, row_follows=True)
        return best

    @cached_property
    def cell_costs(self) -> list[float]:
        """What it costs to read each piece as a cell."""
        return [self.cell_cost(at) for at in range(len(self.pieces))]

    @cached_property
    def late_costs(self) -> list[float]:
        """What it costs to read each piece as a later cell of a row."""
        return [LATE_NUMBER * self.numbered(at) for at in range(len(self.pieces))]

    @cached_property
    def filled(self) -> list[bool]:
        """Whether there is text, for each piece."""
        return [any(raw.text.strip() for raw in piece) for piece in self.pieces]

    def cell_cost(self, at: int) -> float:
        """What it costs to read a piece as a cell."""
        if not self.filled[at]:
            return EMPTY_CELL
        return AIRY_CELL * self.airy(at) + WHOLE_DOCUMENT * self.divided(at)

    def prose_cost(self, at: int) -> float:
        """What it costs to read a piece as prose."""
        prose = self.airy(at) or self.divided(at)
        return TIGHT_PROSE if self.filled[at] and not prose else 0.0

    def numbered(self, at: int) -> bool:
        """Whether a piece is a row's number behind an empty piece, where a row must begin."""
        words = " ".join(raw.text for raw in self.pieces[at]).strip(" *")
        return not self.filled[at - 1] and ROW_NUMBER.fullmatch(words) is not None

    def divided(self, at: int) -> bool:
        """Whether a piece has a title or main headings, as a document has and no cell."""
        texts = [raw.text.strip(" *#") for raw in self.pieces[at]]
        headings = sum(MAIN_HEADING.match(text) is not None for text in texts)
        return headings >= FEWEST_HEADINGS or any(TITLE.fullmatch(text) for text in texts)

    def airy(self, at: int) -> bool:
        """Whether a piece has blank lines, which cells of web pages have not."""
        return any(not raw.text.strip() for raw in self.pieces[at])


def grid(rows: Sequence[Sequence[Piece]], columns: int) -> Table:
    """A table of these rows; the short ones are put where their cells belong."""
    cells = [place([cell_of(piece) for piece in row], columns) for row in rows]
    return Table(tuple(cells), page=next((raw.page for piece in rows[0] for raw in piece), None))


def place(row: list[Cell], columns: int) -> tuple[Cell, ...]:
    """The cells of one row, filled up to `columns`.

    A row that lacks cells is a heading over the columns (its last cell is merged with what
    follows) or stands beside cells merged over several rows (its first cells are missing).
    """
    missing = columns - len(row)
    if not missing:
        return tuple(row)
    first = " ".join(line.text for line in row[0].lines)
    if len(row) == 1 or len(first) <= GROUP_LABEL_LENGTH:
        return (*row[:-1], Cell(row[-1].lines, missing + 1))
    return (*[Cell(())] * missing, *row)
