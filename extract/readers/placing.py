"""Paragraphs and tables → a layout whose text is their lines, each knowing its place in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.layout import Layout, Line, Table
from plan.model import Finding


def lines_of(blocks: Iterator[Line | Table]) -> Iterator[Line]:
    """All lines of blocks, those of tables cell by cell."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for cell in row for line in cell.lines)


def placed(
    blocks: Sequence[Line | Table],
    notes: Sequence[tuple[Line, ...]],
    findings: tuple[Finding, ...],
) -> Layout:
    """A layout whose text is the lines in order, each knowing its place in it."""
    text = Text()
    done = tuple(text.placed(b) if isinstance(b, Line) else text.placed_table(b) for b in blocks)
    apart = tuple(tuple(map(text.placed, note)) for note in notes)
    whole = "\n".join(text.lines)
    return Layout(done, whole, "docx", wrapped=False, notes=apart, findings=findings)


@dataclass
class Text:
    """The text of a document as it grows line by line."""

    lines: list[str] = field(default_factory=list)
    length: int = 0

    def placed(self, line: Line) -> Line:
        """The line, knowing where it stands."""
        start = self.length
        self.lines.append(line.text)
        self.length += len(line.text) + 1
        return replace(line, start=start)

    def placed_table(self, table: Table) -> Table:
        """The table, each of its lines knowing where it stands."""
        rows = (
            tuple(replace(cell, lines=tuple(map(self.placed, cell.lines))) for cell in row)
            for row in table.rows
        )
        return replace(table, rows=tuple(rows))
