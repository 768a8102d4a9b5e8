"""Pages of print → layout: lines with their place, the two columns of head and ending, tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from extract.labels import LABEL
from extract.layout import Cell, Certainty, Layout, Line, Printed, Stamp, Table
from extract.readers.pdf_columns import Columns, columns_from
from extract.readers.pdf_drawn import Box
from extract.readers.pdf_margins import without_margins
from extract.readers.pdf_print import Piece, Row
from extract.readers.pdf_sheet import Sheet
from extract.readers.pdf_tables import Frame, inside, joined
from plan.model import DigitalSignature, Finding, Route

BLANK_EM = 0.25
ASCENT_EM, DESCENT_EM = 0.9, 0.25
"""How far letters reach above and below the baseline, by their size."""
CELL_PADDING_PT = 6.0
READERS: dict[Route, str] = {"text": "pypdfium2", "recognised": "Tesseract"}
WORD = regex.compile(r"\S+")


def layout_of(
    sheets: Sequence[Sheet],
    form: str,
    findings: Sequence[Finding] = (),
    signatures: Sequence[DigitalSignature] = (),
    repairs: Sequence[Finding] = (),
) -> Layout | None:
    """The document on `sheets`, of the format `form`; `None` where there is no text on them."""
    inner = without_margins([(sheet.rows, sheet.height) for sheet in sheets])
    read = [sheet.with_text(rows) for sheet, rows in zip(sheets, inner, strict=True)]
    if not any(sheet.rows for sheet in read):
        return None
    routes: tuple[Route, ...] = tuple(
        "recognised" if sheet.recognised else "text" for sheet in sheets
    )
    return replace(
        Writer(read).layout(form),
        reader=" + ".join(READERS[route] for route in sorted(set(routes), reverse=True)),
        routes=routes,
        findings=tuple(findings),
        signatures=tuple(signatures),
        repairs=tuple(repairs),
    )


@dataclass
class Writer:
    """Puts the pages' rows into blocks, and the text together that spans count in.

    `marked` tells where the marked glyphs of each page stand in the text.
    """

    sheets: Sequence[Sheet]
    text: list[str] = field(default_factory=list)
    length: int = 0
    notes: list[list[Line]] = field(default_factory=list)
    prints: list[Printed] = field(default_factory=list)
    certainties: list[Certainty] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    marked: dict[tuple[int, int], int] = field(default_factory=dict)

    def layout(self, form: str) -> Layout:
        """The whole document, which is of the format `form`."""
        blocks = [block for sheet in self.sheets for block in self.blocks(sheet)]
        return Layout(
            tuple(across_pages(blocks)),
            "\n".join(self.text),
            form,
            wrapped=True,
            pages=len(self.sheets),
            notes=tuple(map(tuple, self.notes)),
            prints=tuple(self.prints),
            certainties=tuple(self.certainties),
            stamps=tuple(sorted(self.stamps, key=lambda stamp: stamp.line.start)),
        )

    def blocks(self, sheet: Sheet) -> Iterator[Line | Table]:
        """The blocks of one page from top to bottom."""
        rows = sheet.rows
        at = 0
        while at < len(rows):
            frame = next((f for f in sheet.frames if holds(f, rows[at])), None)
            if frame is not None:
                end = next(
                    (i for i in range(at, len(rows)) if not holds(frame, rows[i])), len(rows)
                )
                yield self.ruled(sheet, frame, rows[at:end])
            else:
                end, columns = columns_from(rows, at, sheet.middle)
                if columns is None:
                    yield from (self.line(sheet, piece) for piece in rows[at])
                else:
                    yield self.beside(sheet, columns)
            at = end
        for note in sheet.notes:
            self.notes.append([self.line(sheet, piece) for row in note for piece in row])
        self.stamps += self.stamped(sheet)

    def stamped(self, sheet: Sheet) -> Iterator[Stamp]:
        """The figures stamped on a page, when its text is written."""
        for figure in sheet.figures:
            span = self.span(sheet, [glyph.index for glyph in figure.glyphs])
            if span:
                yield Stamp(Line(figure.text, span[0], page=sheet.number + 1))
        for overlay in sheet.overlays:
            span = self.span(sheet, overlay.covers)
            if span:
                yield Stamp(self.line(sheet, overlay.figure), span)

    def span(self, sheet: Sheet, glyphs: Iterable[int]) -> tuple[int, int] | None:
        """Where marked glyphs stand in the text; `None` where they were set aside."""
        places = [self.marked[sheet.number, i] for i in glyphs if (sheet.number, i) in self.marked]
        return (min(places), max(places) + 1) if places else None

    def line(self, sheet: Sheet, *pieces: Piece) -> Line:
        """Pieces below one another as one line of text that knows its place."""
        start = self.length
        for piece in pieces:
            for number, glyph in enumerate(piece.glyphs if sheet.marked else ()):
                if glyph.index in sheet.marked:
                    self.marked[sheet.number, glyph.index] = self.length + piece.place(number)
            if sheet.upright:
                self.prints.append(printed(piece, self.length, sheet.number + 1))
            if sheet.recognised:
                self.certainties += certainties(piece, self.length)
            self.length += len(piece.text) + 1
        text = " ".join(piece.text for piece in pieces)
        self.text.append(text)
        piece = pieces[0]
        if len(pieces) > 1:
            piece = Piece(tuple(glyph for piece in pieces for glyph in piece.glyphs))
        return Line(
            text,
            start,
            page=sheet.number + 1,
            bold=piece.bold,
            italic=piece.italic,
            align="center" if sheet.is_centred(piece) and sheet.is_narrow(piece) else None,
            size=piece.size,
            left=piece.left,
            right=piece.right if len(pieces) == 1 else None,
            top=piece.baseline,
        )

    def beside(self, sheet: Sheet, columns: Columns) -> Table:
        """Two columns without rules as a table of one row."""
        sides = (columns.left, columns.right)
        cells = tuple(Cell(tuple(self.line(sheet, piece) for piece in side)) for side in sides)
        return Table((cells,), ruled=False, page=sheet.number + 1)

    def ruled(self, sheet: Sheet, frame: Frame, rows: Sequence[Row]) -> Table:
        """A ruled table: the glyphs of its rows, sorted into its cells."""
        cells = tuple(tuple(self.ruled_row(sheet, boxes, rows)) for boxes in frame.rows)
        return Table(cells, ruled=True, wrapped=False, page=sheet.number + 1)

    def ruled_row(
        self, sheet: Sheet, boxes: Sequence[Box | None], rows: Sequence[Row]
    ) -> Iterator[Cell]:
        """The cells of one row of a table."""
        top = min(box[1] for box in boxes if box)
        bottom = max(box[3] for box in boxes if box)
        near = [row for row in rows if top < below(row) and above(row) < bottom]
        for box in boxes:
            yield Cell(tuple(self.cell(sheet, box, near)) if box else ())

    def cell(self, sheet: Sheet, box: Box, rows: Sequence[Row]) -> Iterator[Line]:
        """The paragraphs of one cell, each as one line."""
        found: list[list[Piece]] = []
        for row in rows:
            near = [p for p in row if p.right >= box[0] and p.left <= box[2]]
            glyphs = [
                g for p in near for g in p.glyphs if inside(box, g.x, g.baseline - g.size / 4)
            ]
            if not glyphs:
                continue
            piece = Piece(tuple(glyphs))
            if found and broken_by_width(found[-1][-1], piece, box):
                found[-1].append(piece)
            else:
                found.append([piece])
        yield from (self.line(sheet, *pieces) for pieces in found)


def printed(piece: Piece, start: int, page: int) -> Printed:
    """Where a piece is printed whose text begins at `start`."""
    top, bottom = piece.baseline - ASCENT_EM * piece.size, piece.baseline + DESCENT_EM * piece.size
    return Printed(start, page, top, bottom, piece.edges)


def certainties(piece: Piece, start: int) -> Iterator[Certainty]:
    """How sure the words of a piece are whose text begins at `start`."""
    for word in WORD.finditer(piece.text):
        share = min(piece.sure[word.start() : word.end()])
        yield Certainty(start + word.start(), start + word.end(), share)


def broken_by_width(above: Piece, below: Piece, box: Box) -> bool:
    """Whether the next line's first word did not fit behind the one above in a cell."""
    if LABEL.match(below.text) and (below.text[0] not in "-–" or above.text.endswith((";", "."))):
        return False
    return above.right + BLANK_EM * above.size + below.first_word_width > box[2] - CELL_PADDING_PT


def above(row: Row) -> float:
    """A place above all letters of a row, in pt from the top."""
    return min(piece.baseline - piece.size for piece in row)


def below(row: Row) -> float:
    """A place below all letters of a row, in pt from the top."""
    return max(piece.baseline + piece.size for piece in row)


def holds(frame: Frame, row: Row) -> bool:
    """Whether a row stands in a table."""
    return inside(frame.box, row[0].left, row[0].baseline - row[0].size / 4)


def across_pages(blocks: Sequence[Line | Table]) -> Iterator[Line | Table]:
    """The blocks, tables that follow one another over pages joined."""
    run: list[Table] = []
    for block in blocks:
        if isinstance(block, Table) and block.ruled:
            run.append(block)
            continue
        yield from joined(run)
        run = []
        yield block
    yield from joined(run)
