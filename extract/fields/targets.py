"""Targets (chỉ tiêu, mục tiêu): one row for each measured quantity of an item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, zip_longest

import regex

from extract.fields.aims import aims
from extract.fields.baselines import (
    Measured,
    bracketed,
    changed_from,
    compared_with,
    from_report,
    matching,
)
from extract.fields.indicators import METRIC, indicators, tidy, unit_said
from extract.fields.lines import work_statements
from extract.fields.quantities import WORDS, Place, Quantity, shift
from extract.fields.year_tables import table_targets
from extract.fields.years import Years, heading_year, masked, year_at
from extract.layout import Table
from extract.outline import Node
from extract.parts import PARAGRAPH_STYLES, Part, Statement, family_of, statements_of
from plan.model import Evidence, Period, SectionKind, Target

AIMED_KINDS = ("targets", "objectives")
TASK_KINDS = ("tasks", "solutions", "tasks_and_solutions")

SHORTENED = r"(?<!\b(?:TP|Tp|TX|T|Q|P|GS|TS|ThS|BS|CK|St)[.])"
CLAUSE = regex.compile(rf";\s*|(?<=[.!?]){SHORTENED}\s+(?=\p{{Lu}})")
STATING = frozenset(WORDS["stating"])
MOST_QUANTITIES = 100
"""Of one item. Each carries the item's text: a text without line breaks would grow endlessly."""
ENSURING = regex.compile(r"^(?:[^,;]{0,60},\s*)?(?:bảo đảm|đảm bảo)\s+", regex.I)


@dataclass(frozen=True)
class Setting:
    """What the headings above an item say of it, and the year that the plan begins with."""

    path: str | None
    kind: SectionKind
    year: int | None
    begin: int | None = None


@dataclass(frozen=True)
class Row:
    """A quantity of an item, what it measures, and the year that the item sets for it."""

    quantity: Quantity
    indicator: str
    year: Place | None


def targets(parts: Sequence[Part], period: Period, notes: Sequence[Measured]) -> list[Target]:
    """All targets in order; `notes` are today's figures from footnotes."""
    known = [*notes, *from_report(parts)]
    return [
        target
        for part in parts
        for target in of_part(part, Setting(None, part.kind, period.end, period.start), known)
    ]


def of_part(part: Part, above: Setting, notes: Sequence[Measured]) -> Iterator[Target]:
    """The targets of a section and of those beneath it."""
    year = heading_year(part.title) or above.year
    setting = replace(above, path=part.path, kind=part.kind, year=year)
    if part.kind in AIMED_KINDS or part.kind in TASK_KINDS:
        for statement, introduced in introduced_statements(part):
            yield from of_statement(statement, replace(setting, year=introduced or year), notes)
    nodes = [n for node in part.content for n in family_of(node)]
    for above_it, node in pairwise([None, *nodes]):
        yield from of_table(node, above_it, setting)
    for child in part.children:
        yield from of_part(child, setting, notes)


def introduced_statements(part: Part) -> Iterator[tuple[Statement, int | None]]:
    """The items of a section, with the year that a line such as "Đến năm 2027:" sets for them."""
    if part.kind in TASK_KINDS:
        yield from ((statement, None) for statement in work_statements(part.content))
        return
    year = None
    for node, following in zip_longest(part.content, part.content[1:]):
        if following and node.style in PARAGRAPH_STYLES and node.text.endswith(":"):
            year = heading_year(node.text)
        for statement in statements_of(node, introduces=following is not None):
            yield statement, year


def of_table(node: Node | None, above: Node | None, setting: Setting) -> list[Target]:
    """The targets of a table with a column per year, below a line; none of any other node."""
    if node is None or not isinstance(node.element, Table):
        return []
    return table_targets(node.element, setting.path, setting.begin, above.text if above else "")


def of_statement(
    statement: Statement, setting: Setting, notes: Sequence[Measured]
) -> Iterator[Target]:
    """The rows of one item: one a quantity; one without a value where there is none."""
    text = statement.text
    bare = Target(text=text, section=setting.path, kind=setting.kind, span=statement.span)
    years = Years.of_text(text)
    found = list(islice(measured(statement, setting.kind), MOST_QUANTITIES))
    rows = list(dated(text, all_named(found), years))
    were = past(rows, setting, text)
    known = [*notes, *(stated(rows[index], text) for index in were)]
    for index, row in enumerate(rows):
        if index not in were:
            limit = end_of(rows, index, text)
            yield bare.model_copy(update=fields_of(row, limit, statement, setting, known))
    if not rows and setting.kind in AIMED_KINDS:
        place = years.of_item()
        year = year_at(text, place) or setting.year
        yield bare.model_copy(update={"year": year, "evidence": evidence(statement, year=place)})


def dated(text: str, found: Sequence[tuple[Quantity, str]], years: Years) -> Iterator[Row]:
    """Each quantity with the year that the item sets for it."""
    start = 0
    for (quantity, indicator), following in zip_longest(found, found[1:]):
        limit = following[0].start if following else len(text)
        yield Row(quantity, indicator, years.of(quantity, (start, limit)))
        start = quantity.end


def past(rows: Sequence[Row], setting: Setting, text: str) -> set[int]:
    """Which rows state what was before the plan, for an indicator that has a later aim too."""
    years = [year_at(text, row.year) for row in rows]
    latest: dict[str, int] = {}
    for row, year in zip(rows, years, strict=True):
        latest[row.indicator] = max(latest.get(row.indicator, 0), year or setting.year or 0)
    begin = setting.begin or 0
    return {
        index
        for index, (row, year) in enumerate(zip(rows, years, strict=True))
        if year and year < begin <= latest[row.indicator]
    }


def stated(row: Row, text: str) -> Measured:
    """A row that states what was, as a figure to compare with."""
    quantity = row.quantity
    year = str(year_at(text, row.year))
    return Measured(row.indicator, quantity.value, quantity.unit, year)


def fields_of(
    row: Row, limit: int, statement: Statement, setting: Setting, known: Sequence[Measured]
) -> dict[str, object]:
    """The fields of a target that one row fills; its words end at `limit`."""
    quantity, text = row.quantity, statement.text
    today = (
        changed_from(statement, quantity)
        or bracketed(statement, quantity, limit)
        or compared_with(statement, quantity)
        or matching(row.indicator, quantity.unit, known)
    )
    places = {
        "value": (quantity.number[0], quantity.number[1]),
        "unit": quantity.printed,
        "comparator": quantity.sign,
        "year": row.year,
    }
    return {
        "indicator": row.indicator or None,
        "comparator": quantity.comparator,
        "value": quantity.value,
        "value_max": quantity.value_max,
        "unit": quantity.unit,
        "year": year_at(text, row.year) or setting.year,
        "baseline": today.baseline if today else None,
        "evidence": evidence(statement, **places),
    }


def end_of(rows: Sequence[Row], index: int, text: str) -> int:
    """Where the words on a row's indicator end: at the next row of another indicator."""
    for other in islice(rows, index + 1, None):
        if other.indicator != rows[index].indicator:
            return other.quantity.start
    return len(text)


def evidence(statement: Statement, **places: Place | None) -> dict[str, Evidence]:
    """Where the values of an item are printed, by the places in its text."""
    return {name: Evidence(span=statement.place(*place)) for name, place in places.items() if place}


def measured(statement: Statement, kind: SectionKind) -> Iterator[tuple[Quantity, str]]:
    """The quantities that are aims, each with its indicator.

    One without words of its own measures what the one before it does, or what the line says
    that introduces it.
    """
    text = statement.text
    plain = masked(text)
    in_tasks = kind in TASK_KINDS
    name, main, unit = "", "", None
    for start, end in clauses(plain, statement.starts):
        found = aims(plain[start:end], strict=in_tasks)
        if not found and plain[start:end].rstrip().endswith(":"):
            name = tidy(text[start:end])
        names = indicators(text[start:end], plain[start:end], found)
        for quantity, words in zip(found, names, strict=True):
            name = named(ENSURING.sub("", words) if in_tasks else words, name, main)
            main = name if METRIC.match(name) else main
            unit = quantity.unit or unit_said(name) or (unit if "tổng" in name.lower() else None)
            yield replace(shift(quantity, start), unit=unit), name


def all_named(found: list[tuple[Quantity, str]]) -> list[tuple[Quantity, str]]:
    """The quantities with their indicators, the first ones named as the next that has a name."""
    first = next((name for _, name in found if name), "")
    return [(quantity, name or first) for quantity, name in found]


def named(words: str, before: str, main: str) -> str:
    """The indicator of a quantity; one without words of its own has the `main` one of the item."""
    if not words or words.lower() in STATING:
        return main or before
    return words


def clauses(text: str, starts: Sequence[int]) -> Iterator[Place]:
    """The clauses of an item, divided at semicolons and full stops, and where its lines start."""
    cuts = [match.span() for match in CLAUSE.finditer(text)]
    lines = [(start, start) for start in starts if start]
    begin = 0
    for end, behind in sorted([*cuts, *lines]):
        if end >= begin:
            yield begin, end
        begin = max(begin, behind)
    yield begin, len(text)
