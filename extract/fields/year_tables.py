"""Tables of targets with a column per year."""

from collections.abc import Iterator

import regex

from extract.fields.grids import Grid, Row, grid_of
from extract.fields.quantities import NUMBER, comparator, number_of
from extract.layout import Table
from plan.model import Target

VALUE = regex.compile(
    rf"(?P<sign>[^\d]{{0,16}}?)\s*(?P<number>{NUMBER})\s*(?P<unit>%|[\p{{L}}/ ]{{0,20}})"
)


def table_targets(one: Table, path: str | None) -> list[Target]:
    """One target for each filled cell of a year column; none where there is no such column."""
    grid = grid_of(one)
    if grid is None or not grid.years:
        return []
    rows = (row for row in grid.rows if not row.numbers_columns)
    return [target for row in rows for target in of_row(row, grid, path)]


def of_row(row: Row, grid: Grid, path: str | None) -> Iterator[Target]:
    """The targets of one row, year by year."""
    name = row.at(grid.columns["text"])
    for column, year in grid.years.items():
        match = VALUE.fullmatch(row.at(column))
        if match is None or not name or column == grid.columns["text"]:
            continue
        yield Target(
            text=name,
            indicator=name,
            comparator=comparator(match["sign"].strip().lower(), "", None),
            value=number_of(match["number"], percent=match["unit"] == "%"),
            unit=row.at(grid.columns.get("unit")) or match["unit"].strip() or None,
            year=year,
            section=path,
            kind="targets",
            span=row.span,
        )
