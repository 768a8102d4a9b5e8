"""Tables of targets with a column per year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import regex

from extract.fields.baselines import Measured, as_of
from extract.fields.grids import COLUMN_NUMBERS, YEAR, one_line
from extract.fields.quantities import (
    KNOWN,
    MEASURES,
    NOUNS,
    NUMBER,
    PER,
    POWERS,
    SIGNS_AFTER,
    SIGNS_BEFORE,
    comparator,
    number_of,
)
from extract.knowledge import either
from extract.layout import Cell, Table
from extract.parts import cell_text, row_span
from plan.model import Evidence, Span, Target
from plan.text import fold

VALUE = regex.compile(
    rf"(?:đạt|còn|tăng|giảm)?\s*(?P<sign>{SIGNS_BEFORE})?\s*(?P<number>{NUMBER})"
    rf"(?:\s*%?\s*(?:[-–]|đến)\s*(?P<high>{NUMBER}))?"
    rf"\s*(?P<unit>%|‰|(?!trở)[\p{{L}}²³/ ]{{0,20}}?\d?)\s*(?P<after>{SIGNS_AFTER})?",
    regex.I,
)
STATES = regex.compile(either(KNOWN["tables"]["states"]), regex.I)
PLANNED = regex.compile(either(KNOWN["tables"]["planned"]), regex.I)
UNIT = regex.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:\s*(?P<unit>[^();.:|]+)", regex.I)
UNIT_IN_NAME = regex.compile(
    r"\(\s*(?:(?:đvt|đơn vị(?: tính)?)\s*:?)?\s*"
    rf"(?P<unit>%|‰|(?:{POWERS}\s?)?(?:{MEASURES}|{NOUNS})?{PER}*)\s*\)$",
    regex.I,
)
BULLET = regex.compile(r"^[-+*•–]\s*")
NAMES = regex.compile(either(KNOWN["tables"]["names"]))
UNITS = regex.compile(either(KNOWN["tables"]["units"]))
HEADING_ROWS = 3
LONGEST_YEAR_HEADING = 40


@dataclass(frozen=True)
class Columns:
    """What the headings of a table say: the columns of names, units, years and today's figures.

    `unit` is the one that the line above the table names for all.
    """

    names: int
    units: int | None
    years: dict[int, int]
    today: int | None
    as_of: str | None
    unit: str | None


def table_targets(
    one: Table, path: str | None, begin: int | None = None, caption: str = ""
) -> list[Target]:
    """One target for each filled cell of a year column; none where there is no such column.

    A column of results, or of a year before the plan's first one (`begin`), gives the baselines.
    `caption`, the line above the table, may name the unit.
    """
    rows = [tuple(spread(row)) for row in one.rows]
    texts = [[one_line(cell_text(cell, wrapped=one.wrapped)) for cell in row] for row in rows]
    height = sum(1 for _ in takewhile(is_heading, texts[:HEADING_ROWS]))
    columns = columns_of(texts[:height], begin, caption)
    if columns is None:
        return []
    return [
        target
        for cells, row in zip(rows[height:], texts[height:], strict=True)
        if not all(map(COLUMN_NUMBERS.fullmatch, filter(None, row)))
        for target in of_row(cells, row, columns, path)
    ]


def spread(row: Sequence[Cell]) -> Iterator[Cell]:
    """A row's cells, one a column: a merged cell stands in each column that it covers."""
    return (cell for cell in row for _ in range(cell.span))


def is_heading(row: Sequence[str]) -> bool:
    """Whether a row can be one of headings: it is not numbered, and states no figures."""
    figures = [text for text in row if VALUE.fullmatch(text) and not YEAR.search(text)]
    return bool(any(row)) and not row[0].strip(" .()").isdigit() and not figures


def columns_of(
    headings: Sequence[Sequence[str]], begin: int | None, caption: str
) -> Columns | None:
    """The columns of a table by its rows of headings; `None` where no year is aimed at."""
    headings = regrouped(headings)
    stacked = [
        " ".join(dict.fromkeys(filter(None, texts))) for texts in zip(*headings, strict=False)
    ]
    names = [i for i, heading in enumerate(stacked) if NAMES.search(fold(heading))]
    units = [i for i, heading in enumerate(stacked) if UNITS.search(fold(heading))]
    dated = {i: int(y[0]) for i, h in enumerate(stacked) if (y := years_in(h)) is not None}
    today = [i for i, h in enumerate(stacked) if is_today(h, dated.get(i), dated, begin)]
    first = begin if begin and begin <= max(dated.values(), default=0) else 0
    years = {i: year for i, year in dated.items() if i not in today and year >= first}
    if not names or not years:
        return None
    said = UNIT.search(caption)
    return Columns(
        names=names[0],
        units=units[0] if units else None,
        years=years,
        today=today[-1] if today else None,
        as_of=as_of_heading(stacked[today[-1]]) if today else None,
        unit=said["unit"].strip() if said else None,
    )


def regrouped(headings: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The headings, results that stand below the last year put below the first one.

    Where the text of a table is all there is, a heading over two columns ("Năm 2025" over "Kế
    hoạch" and "Ước thực hiện") is as narrow as the others, and the last one seems to be the wide
    one; but what has not come yet has no results.
    """
    if len(headings) < HEADING_ROWS - 1:
        return headings
    above, below, *rest = headings
    wide = sum(1 for text in above if text == above[-1])
    labels = [text for text in below if text]
    dated = [i for i, text in enumerate(above[:-wide]) if YEAR.search(text)]
    misplaced = wide > 1 and labels == list(below[-wide:]) and any(map(STATES.search, labels))
    if not misplaced or not dated or any(map(YEAR.search, labels)):
        return headings
    at = dated[0]
    more = wide - 1
    moved = [*above[:at], *[above[at]] * wide, *above[at + 1 : len(above) - more]]
    under = [""] * at + labels + [""] * (len(above) - at - wide)
    return [moved, under, *rest]


def years_in(heading: str) -> list[str] | None:
    """The one year that heads a column, if it is one."""
    found = sorted(set(YEAR.findall(heading)))
    return found if len(found) == 1 and len(heading) < LONGEST_YEAR_HEADING else None


def is_today(heading: str, year: int | None, dated: dict[int, int], begin: int | None) -> bool:
    """Whether a column states what is or was, besides columns of what shall be."""
    if not dated or PLANNED.search(heading):
        return False
    if STATES.search(heading) and len(heading) < LONGEST_YEAR_HEADING:
        return year is None or year < max(dated.values())
    return year is not None and begin is not None and year < begin <= max(dated.values())


def as_of_heading(heading: str) -> str | None:
    """The time that a column's heading names."""
    year = YEAR.search(heading)
    return as_of(heading) or (year[1] if year else None)


def of_row(
    cells: Sequence[Cell], row: Sequence[str], columns: Columns, path: str | None
) -> Iterator[Target]:
    """The targets of one row, year by year."""
    name = BULLET.sub("", at(row, columns.names))
    named = UNIT_IN_NAME.search(name)
    unit = at(row, columns.units) or (named["unit"] if named else None) or columns.unit
    today = measured(cells, row, unit, columns)
    for column, year in columns.years.items():
        match = VALUE.fullmatch(at(row, column))
        covered = column > 0 and cells[column - 1 : column] == cells[column : column + 1]
        if match is None or not name or covered or column == columns.names:
            continue
        own = unit or match["unit"].strip() or None
        percent = own == "%"
        yield Target(
            text=name,
            indicator=name,
            comparator=comparator((match["sign"] or "").lower(), (match["after"] or "").lower()),
            value=number_of(match["number"], percent=percent),
            value_max=number_of(match["high"], percent=percent) if match["high"] else None,
            unit=own,
            year=year,
            section=path,
            kind="targets",
            baseline=today.baseline if today else None,
            span=row_span(cells),
            evidence={"value": Evidence(span=printed(cells[column], match["number"]))},
        )


def at(row: Sequence[str], column: int | None) -> str:
    """The text in a column; empty where the row has none."""
    return row[column] if column is not None and column < len(row) else ""


def measured(
    cells: Sequence[Cell], row: Sequence[str], unit: str | None, columns: Columns
) -> Measured | None:
    """Today's figure of a row."""
    match = VALUE.fullmatch(at(row, columns.today))
    if match is None or columns.today is None:
        return None
    unit = unit or match["unit"].strip() or None
    value = number_of(match["number"], percent=unit == "%")
    place = printed(cells[columns.today], match["number"])
    return Measured("", value, unit, columns.as_of, place)


def printed(cell: Cell, number: str) -> Span | None:
    """Where a number is printed in its cell."""
    for line in cell.lines:
        start = line.text.find(number)
        if start >= 0:
            end = line.source(start + len(number) - 1) + 1
            return Span(start=line.source(start), end=end, page=line.page, path=line.path)
    return None
