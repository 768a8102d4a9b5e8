"""Targets (chỉ tiêu, mục tiêu): one row for each measured quantity of an item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import regex

from extract.fields.baselines import Measured, bracketed, matching
from extract.fields.quantities import WORDS, Quantity, is_counted_target, quantities, shift
from extract.fields.year_tables import table_targets
from extract.fields.years import heading_year, item_year, masked, quantity_year
from extract.knowledge import any_of, either, table
from extract.layout import Table
from extract.outline import Node
from extract.parts import Part, Statement, family_of, statements
from plan.model import Period, SectionKind, Target

AIMED_KINDS = ("targets", "objectives")
TASK_KINDS = ("tasks", "solutions", "tasks_and_solutions")

CLAUSE = regex.compile(r";\s*|(?<=[.!?])\s+(?=\p{Lu})")
YEARS = r"(?:năm|giai đoạn)\s+20\d\d(?:\s*[-–]\s*20\d\d)?\s*"
DAY = r"ngày \d{1,2}/\d{1,2}/20\d\d\s*"
STRIVING = either(WORDS["striving"])
FLUFF = regex.compile(
    rf"^(?:(?:và|trong đó|đồng thời|cụ thể|,|:|-)\s*)*(?:{STRIVING}\s*,?\s*)?"
    rf"(?:(?:đến|trong|hết|đến hết|cuối|đến cuối|trước)\s+(?:hết |cuối )?(?:{YEARS}|{DAY})[,:]?\s*"
    r"(?:bảo đảm|đảm bảo)?\s*)?"
    rf"(?:{STRIVING}\s*(?:để|có)?\s*)?",
    regex.I,
)
TAIL = regex.compile(rf"[\s,:]*(?:{either(WORDS['reaching'])})?[\s,:]*$", regex.I)
STATED = regex.compile(r"\((?=[^()]*\d)[^()]*(?:năm|quý|tháng|hiện|số liệu)[^()]*\)", regex.I)
CONDITION = regex.compile(r"(?<!\p{L})(?:nếu|trường hợp)\s[^,;]*$", regex.I)
ENSURING = regex.compile(r"^(?:[^,;]{0,60},\s*)?(?:bảo đảm|đảm bảo)\s+", regex.I)
REACHED = regex.compile(r"(?:đạt|lên|là|còn|tỷ lệ|bằng|mức)\s*$", regex.I)
HORIZON = regex.compile(
    rf"(?<!so với\s*)[,;\s]*(?:và\s+)?"
    rf"(?:(?:đến|vào|trong|hết|cuối|đến hết|đến cuối|từ)\s+)*{YEARS}",
    regex.I,
)
JOINT = regex.compile(r"\s*(?:,|;|(?<!\p{L})và(?!\p{L}))\s*(?:trong đó\s*)?")
VERBS = any_of([*table("phrases")["unit"]["stops"], "có"])
SHORT_NAME = 8
"""Words of a name that can lack its verb."""


@dataclass(frozen=True)
class Setting:
    """What the headings above an item say of it."""

    path: str | None
    kind: SectionKind
    year: int | None


def targets(parts: Sequence[Part], period: Period, notes: Sequence[Measured]) -> list[Target]:
    """All targets in order; `notes` are today's figures from footnotes."""
    default = period.end
    return [t for part in parts for t in of_part(part, default, notes)]


def of_part(part: Part, year: int | None, notes: Sequence[Measured]) -> Iterator[Target]:
    """The targets of a section and of those beneath it."""
    setting = Setting(part.path, part.kind, heading_year(part.title) or year)
    if part.kind in AIMED_KINDS or part.kind in TASK_KINDS:
        for statement in statements(part.content):
            yield from of_statement(statement, setting, notes)
    nodes = (n for node in part.content for n in family_of(node))
    yield from (target for node in nodes for target in of_table(node, part.path))
    for child in part.children:
        yield from of_part(child, setting.year, notes)


def of_table(node: Node, path: str | None) -> list[Target]:
    """The targets of a table with a column per year; none of any other node."""
    return table_targets(node.element, path) if isinstance(node.element, Table) else []


def of_statement(
    statement: Statement, setting: Setting, notes: Sequence[Measured]
) -> Iterator[Target]:
    """The rows of one item: one a quantity; one without a value where there is none."""
    text = statement.text
    bare = Target(text=text, section=setting.path, kind=setting.kind, span=statement.span)
    rows = list(measured(text, setting.kind))
    for (quantity, indicator), following in zip_longest(rows, rows[1:]):
        limit = following[0].start if following else len(text)
        year = quantity_year(text, quantity, limit) or setting.year
        today = bracketed(text, quantity.end) or matching(indicator, quantity.unit, notes)
        yield bare.model_copy(update=row_of(quantity, indicator, year, today))
    if not rows and setting.kind in AIMED_KINDS:
        yield bare.model_copy(update={"year": item_year(text) or setting.year})


def row_of(
    quantity: Quantity, indicator: str, year: int | None, today: Measured | None
) -> dict[str, object]:
    """The fields of a target that one quantity fills."""
    return {
        "indicator": indicator or None,
        "comparator": quantity.comparator,
        "value": quantity.value,
        "value_max": quantity.value_max,
        "unit": quantity.unit,
        "year": year,
        "baseline": today.baseline if today else None,
    }


def measured(text: str, kind: SectionKind) -> Iterator[tuple[Quantity, str]]:
    """The quantities that are aims, each with its indicator."""
    plain = masked(text)
    for start, end in clauses(plain):
        in_tasks = kind in TASK_KINDS
        found = aims(plain[start:end], strict=in_tasks)
        for quantity, indicator in zip(found, indicators(text[start:end], found), strict=True):
            yield shift(quantity, start), ENSURING.sub("", indicator) if in_tasks else indicator


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of an item, divided at semicolons and full stops."""
    start = 0
    for match in CLAUSE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def aims(clause: str, *, strict: bool) -> list[Quantity]:
    """The quantities of a clause that are its own and do not describe what is measured.

    Percentages come before other canonical units, those before counted nouns; a second quantity
    counts only where a comma, "và" or a year sets it apart. In tasks (`strict`) a counted noun
    must carry a comparator.
    """
    found = list(quantities(clause))
    if strict:
        found = [q for q in found if not CONDITION.search(clause[: q.start])]
    percents = [q for q in found if q.unit == "%"]
    exact = [q for q in found if not q.counted]
    counted = [q for q in found if q.counted and is_counted_target(q, clause)]
    if strict:
        counted = [q for q in counted if q.comparator in {">=", ">"} and q.start != q.number_start]
        percents = [
            q
            for q in percents
            if regex.match(r"\s*\p{L}", clause[q.end :]) or REACHED.search(clause[: q.start])
        ]
        exact = [q for q in exact if REACHED.search(clause[: q.start])]
    if percents:
        percents = [*stated_before(percents[0], exact, clause), *percents]
    chosen = percents or exact or counted
    return [
        q
        for before, q in zip([None, *chosen], chosen, strict=False)
        if before is None or apart(clause[before.end : q.start])
    ]


def stated_before(first: Quantity, exact: Sequence[Quantity], clause: str) -> list[Quantity]:
    """The amounts that are reached in words of their own before the `first` percentage."""
    return [
        q
        for q in exact
        if q.end <= first.start
        and REACHED.search(clause[: q.start])
        and apart(clause[q.end : first.start])
    ]


def apart(between: str) -> bool:
    """Whether the words between two quantities make the second one of its own."""
    return regex.search(r"[,;]|\bvà\b|\bnăm 20\d\d", between) is not None


def indicators(clause: str, found: Sequence[Quantity]) -> list[str]:
    """What each quantity of a clause measures, in the clause's own words.

    Where the first number opens the clause, what follows each is its own ("90% trường học và
    100% trạm y tế"); otherwise what leads up to each ("hộ nghèo còn 2%, hộ cận nghèo còn 3%").
    """
    result: list[str] = []
    leads = leads_up(clause, found)
    for index, quantity in enumerate(found):
        begin = found[index - 1].end if index else 0
        led = leads or index == 0
        before = lead_in(clause[begin : quantity.start], first=index == 0) if led else ""
        after = clause[quantity.end : end_of(clause, found, index, leads=leads)]
        noun = quantity.unit if quantity.counted else ""
        words = tidy(f"{before} {noun}{HORIZON.sub(' ', STATED.sub(' ', after))}")
        result.append(words or (result[-1] if result else ""))
    return share_predicate(result)


def leads_up(clause: str, found: Sequence[Quantity]) -> bool:
    """Whether words lead up to each quantity, and do not follow it up to the next one's number."""
    if not found or not lead_in(clause[: found[0].start], first=True):
        return False
    if len(found) == 1:
        return True
    *_, joint = [None, *JOINT.finditer(clause, found[0].end, found[1].start)]
    opens = joint is not None and joint.end() == found[1].start
    return not opens or not tidy(HORIZON.sub(" ", clause[found[0].end : joint.start()]))


def end_of(clause: str, found: Sequence[Quantity], index: int, *, leads: bool) -> int:
    """Where the words behind a quantity end: at the clause's end, or before the next one's."""
    if index + 1 == len(found):
        return len(clause)
    if leads:
        return found[index].end
    between = clause[found[index].end : found[index + 1].start]
    joint = list(JOINT.finditer(between))
    return found[index].end + (joint[-1].start() if joint else len(between))


def lead_in(text: str, *, first: bool) -> str:
    """The words before a quantity, without striving, year and verb of reaching."""
    if not first:
        text = regex.sub(rf"^{JOINT.pattern}|{JOINT.pattern}$", "", HORIZON.sub(" ", text))
    text = FLUFF.sub("", text.strip())
    text = HORIZON.sub(" ", text)
    has_counted_verb = regex.search(r"\bcó\s*$", text)
    return (text if has_counted_verb else TAIL.sub("", text)).strip()


def tidy(text: str) -> str:
    """One space between words, no punctuation at the ends."""
    return regex.sub(r"\s+", " ", text).strip(" ,;:.-–…")


def share_predicate(names: list[str]) -> list[str]:
    """Give the verb's part of the last name to those that lack one."""
    verb = VERBS.search(names[-1]) if len(names) > 1 else None
    if verb is None or verb.start() == 0:
        return names
    predicate = names[-1][verb.start() :]
    return [f"{name} {predicate}" if lacks_verb(name) else name for name in names[:-1]] + names[-1:]


def lacks_verb(name: str) -> bool:
    """Whether a name is only a noun, so that its verb must stand elsewhere."""
    return VERBS.search(name) is None and len(name.split()) < SHORT_NAME
