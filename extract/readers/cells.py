"""Cells of tables in plain text."""

from collections.abc import Iterable

from extract.layout import Cell
from extract.readers.dress import Emphasis, Raw, undress


def cell_of(raws: Iterable[Raw], span: int = 1) -> Cell:
    """A cell of these physical lines; blank ones are left out."""
    emphasis = Emphasis()
    lines = (undress(raw, emphasis) for raw in raws)
    return Cell(tuple(line for line in lines if line.text), span)
