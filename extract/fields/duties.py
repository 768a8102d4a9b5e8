"""Responsibilities (tổ chức thực hiện): which unit does what, with whom, by when, for whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extract.fields.deadlines import deadline_of
from extract.fields.parties import partners_of, reports_to
from extract.fields.roles import roles_of
from extract.fields.subjects import subject_of
from extract.knowledge import either, table
from extract.names import begins_name, begins_shouted_name, name_end
from extract.paragraphs import Paragraph
from extract.parts import Part, Statement, span_of, statements, walk
from plan.model import Duty, Responsibility, Span
from plan.text import fold

SENTENCE = regex.compile(r"(?<=[.!?])(?<!\b(?:TP|TX|TT|Q|P|H)\.)\s+(?=\p{Lu})", regex.I)
TITLE_OPENING = regex.compile(
    r"(?:(?:\p{Lu}\p{Ll}+ )?[Tt]rách nhiệm(?: của)?|Nhiệm vụ của|Đối với"
    r"|(?P<order>Đề nghị|Giao(?: cho)?|Yêu cầu|Phân công))\s+"
)
TITLE_END = regex.compile(
    r"\s*,?\s*(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|thực hiện(?: các)? nhiệm vụ|căn cứ"
    r"|theo chức năng|là (?:cơ quan|đơn vị|đầu mối|bộ phận)"
    r"|chủ trì,? (?:và )?phối hợp (?:với|cùng))(?!\p{L})"
)
RUN_IN = regex.compile(r"\s*(?:\([^()]{0,100}\)\s*)?:\s*(?=\S)")
NO_UNIT = regex.compile(rf"{either(table('phrases')['subject']['other_titles'])}(?![a-z])")
ORDERED = regex.compile(r"(?<!được )\b(?:yêu cầu|đề nghị|giao|phân công)\s+\p{L}", regex.I)
ASKS = regex.compile(
    r"\b(?:yêu cầu|đề nghị|giao|báo cáo|phản ánh|nghiêm túc|có trách nhiệm|chịu trách nhiệm)\b",
    regex.I,
)


@dataclass(frozen=True)
class Said:
    """A text with the place it stands at."""

    text: str
    span: Span | None


def responsibilities(parts: Sequence[Part], closing: Sequence[Paragraph]) -> list[Responsibility]:
    """What each unit is told to do in the sections on implementation, and in the closing.

    Orders to one unit that stand in one section are one responsibility.
    """
    found: list[Responsibility] = []
    for part in parts:
        if part.kind == "implementation":
            found += of_part(part)
        else:
            found += responsibilities(part.children, [])
    return [*found, *of_closing(closing)]


def of_part(part: Part) -> list[Responsibility]:
    """The responsibilities under one section: by subsections, or by the sentences' own subjects."""
    among_units = divides_into_units(part)
    named = [child for child in part.children if child.kind == "implementation"]
    found = of_sentences(part)
    for child in named:
        found += of_unit(child, among_units=among_units)
    return merged(found)


def of_unit(part: Part, *, among_units: bool) -> list[Responsibility]:
    """A subsection that is a unit's own, or divides into units' own.

    `among_units` says that most subsections beside it are units'.
    """
    if divides_into_units(part):
        return of_part(part)
    unit = unit_of(part.title) or (part.title if among_units and may_be_unit(part.title) else None)
    if unit is None:
        inner = [r for child in part.children for r in of_unit(child, among_units=False)]
        return [*of_sentences(part), *inner]
    everything = [s for inner in walk([part]) for s in statements(inner.content)]
    return [
        Responsibility(
            unit=unit,
            section=part.path,
            tasks=[duty(Said(s.text, s.span)) for s in everything],
            span=span_of(part.node),
        )
    ]


def divides_into_units(part: Part) -> bool:
    """Whether the subsections of `part` are units."""
    units = sum(unit_of(child.title) is not None for child in part.children)
    return units * 2 > len(part.children)


def unit_of(title: str) -> str | None:
    """The unit, or list of units, that a title names; `None` where it names something else.

    What such a title goes on to tell the unit, "có trách nhiệm" or the like, is no part of it,
    nor then the order before it.
    """
    opening = TITLE_OPENING.match(title)
    start = opening.end() if opening else 0
    if title.isupper():
        return title if begins_shouted_name(title) else None
    if not begins_name(title, start):
        return None
    end = name_end(title, start)
    if opening and opening["order"] and title[end:].strip():
        return title[start:end]
    return title[:end] if TITLE_END.match(title, end) else title


def may_be_unit(title: str) -> bool:
    """Whether a title that stands among units' may be one's too."""
    return NO_UNIT.match(fold(title)) is None


def of_sentences(part: Part) -> list[Responsibility]:
    """Duties whose unit is named in the sentence itself, in the section's own text."""
    found: list[Responsibility] = []
    for statement in statements(part.content):
        unit = subject_of(statement.text)
        tasks = duties_of(statement, unit)
        if unit is not None:
            found.append(
                Responsibility(unit=unit, section=part.path, tasks=tasks, span=statement.span)
            )
        elif found and is_continuation(statement):
            found[-1].tasks += tasks
    return found


def is_continuation(statement: Statement) -> bool:
    """Whether a statement goes on with the duties of the unit before: it carries no label."""
    return statement.nodes[0].label is None


def duties_of(statement: Statement, unit: str | None) -> list[Duty]:
    """The duties in a statement: one, or one for each item under a line that names the unit."""
    first = statement.nodes[0]
    if unit and first.children and names_only(first.text, unit):
        return [duty(Said(s.text, s.span)) for s in statements(first.children)]
    return [duty(Said(run_in_text(statement.text, unit or ""), statement.span))]


def names_only(text: str, unit: str) -> bool:
    """Whether a line says no more than the unit, and that it is told something."""
    rest = text[text.index(unit) + len(unit) :]
    return rest.strip() == ":" or (rest.endswith(":") and TITLE_END.match(rest) is not None)


def run_in_text(text: str, unit: str) -> str:
    """The duty itself where a unit and a colon stand before it: "Sở Y tế: Chủ trì …"."""
    rest = text.removeprefix(unit)
    match = RUN_IN.match(rest)
    return rest[match.end() :] if unit and match else text


def merged(found: list[Responsibility]) -> list[Responsibility]:
    """One responsibility for each unit and section, in order of first mention."""
    by_unit: dict[tuple[str, str | None], Responsibility] = {}
    for one in found:
        key = (one.unit.lower(), one.section)
        if key in by_unit:
            by_unit[key].tasks.extend(one.tasks)
        else:
            by_unit[key] = one
    return list(by_unit.values())


def duty(said: Said) -> Duty:
    """One duty with all that its words say."""
    return Duty(
        text=said.text,
        roles=roles_of(said.text),
        partners=partners_of(said.text),
        deadline=deadline_of(said.text),
        reports_to=reports_to(said.text),
        span=said.span,
    )


def of_closing(closing: Sequence[Paragraph]) -> list[Responsibility]:
    """What the closing paragraphs ask of everybody, one duty a sentence."""
    found: list[Responsibility] = []
    for said in closing_sentences(closing):
        if said.text.startswith("Trên đây") and not ORDERED.search(said.text):
            continue
        before = found[-1].unit if found and ASKS.search(said.text) else None
        unit = subject_of(said.text) or before
        if unit:
            found.append(
                Responsibility(unit=unit, section=None, tasks=[duty(said)], span=said.span)
            )
    return merged(found)


def closing_sentences(closing: Sequence[Paragraph]) -> Iterator[Said]:
    """The sentences of the closing paragraphs with their places."""
    for paragraph in closing:
        start = 0
        for cut in [*(m.start() for m in SENTENCE.finditer(paragraph.text)), len(paragraph.text)]:
            text = paragraph.text[start:cut]
            lead = len(text) - len(text.lstrip())
            yield Said(text.strip(), paragraph.span(start + lead, cut))
            start = cut
