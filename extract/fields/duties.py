"""Responsibilities (tổ chức thực hiện): which unit does what, with whom, by when, for whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extract.fields.deadlines import deadline_of
from extract.fields.roles import roles_of
from extract.names import addressees, heads, name_end, split_names
from extract.paragraphs import Paragraph
from extract.parts import Part, Statement, span_of, statements, walk
from plan.model import Duty, Responsibility, Span

WITH = regex.compile(
    r"phối hợp(?:\s+(?:chặt chẽ|tốt|đồng bộ|thường xuyên|,?\s*hỗ trợ|,\s*hướng dẫn))?"
    r"(?:,\s*hỗ trợ)?(?:\s*,?\s*(?:cùng với|với|cùng))?\s+",
    regex.I,
)
PARTNER_END = regex.compile(
    r"\s+(?:trong (?:quá trình|việc|công tác)|tham mưu|tích cực|xây dựng và|tổ chức thực hiện)\b.*",
    regex.S,
)
ORDER = regex.compile(
    r"(?:^|(?<=[.;:,]\s))\s*(?i:giao|yêu cầu|đề nghị|phân công)(?!\p{L})\s+(?:cho\s+)?"
)
REPORT = regex.compile(r"báo cáo", regex.I)
SENT = regex.compile(r"(?i:gửi|phản ánh|đề xuất(?: gửi)?)\s+(?:về|đến|cho)?\s*(?=\p{Lu})")
SENTENCE = regex.compile(r"(?<=[.!?])\s+(?=\p{Lu})")
ASKED = regex.compile(r"\p{Lu}[^.;:]{0,60}?(?<!\p{L})(?<!được )(?:yêu cầu|đề nghị|giao)\s+")
ALL = r"các (?:sở|cơ quan|đơn vị|bộ phận|ban|phòng|xã|địa phương|ngành|cấp)"
DIFFICULTY = regex.compile(
    rf"nếu[^.;,]*(?:,[^.;,]*)?(?=\b{ALL})"
    r"|(?:khó khăn|vướng mắc|phát sinh|bất cập|vấn đề)[^.;]*?"
    r"(?=,|\b(?:các|đề nghị|kịp thời|UBND|cơ quan|đơn vị)\b)"
)
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
    named = [child for child in part.children if child.kind == "implementation"]
    found = of_sentences(part)
    for child in named:
        found += of_unit(child)
    return merged(found)


def of_unit(part: Part) -> list[Responsibility]:
    """A subsection that is a unit's own, or divides into units' own."""
    if divides_into_units(part):
        return of_part(part)
    everything = [s for inner in walk([part]) for s in statements(inner.content)]
    duties = [duty(Said(s.text, s.span)) for s in everything]
    if not heads().match(part.title) and not is_unit(part.title):
        return of_sentences(part) + [r for child in part.children for r in of_unit(child)]
    return [
        Responsibility(unit=part.title, section=part.path, tasks=duties, span=span_of(part.node))
    ]


def divides_into_units(part: Part) -> bool:
    """Whether the subsections of `part` are units."""
    return bool(part.children) and sum(is_unit(child.title) for child in part.children) * 2 > len(
        part.children
    )


def is_unit(title: str) -> bool:
    """Whether a title is the name of a unit, or a list of names."""
    bare = regex.sub(r"^(?:Đối với|Trách nhiệm(?: của)?|Đề nghị|Giao)\s+", "", title)
    match = heads().match(bare)
    return match is not None and name_end(bare, 0) >= len(bare) * 0.6


def of_sentences(part: Part) -> list[Responsibility]:
    """Duties whose unit is named in the sentence itself, in the section's own text."""
    found: list[Responsibility] = []
    for statement in statements(part.content):
        unit = subject_of(statement.text)
        if unit is None and found and is_continuation(statement):
            found[-1].tasks.append(duty(Said(statement.text, statement.span)))
            continue
        if unit is None:
            continue
        text = run_in_text(statement.text, unit)
        found.append(
            Responsibility(
                unit=unit,
                section=part.path,
                tasks=[duty(Said(text, statement.span))],
                span=statement.span,
            )
        )
    return found


def is_continuation(statement: Statement) -> bool:
    """Whether a statement goes on with the duties of the unit before: it carries no label."""
    return statement.nodes[0].label is None


def run_in_text(text: str, unit: str) -> str:
    """The duty itself where a unit and a colon stand before it: "Sở Y tế: Chủ trì …"."""
    match = regex.match(rf"{regex.escape(unit)}\s*:\s*(?=\S)", text)
    return text[match.end() :] if match else text


def subject_of(text: str) -> str | None:
    """The unit that a sentence tells to do something, or `None`."""
    asked = ASKED.match(text)
    order = asked or ORDER.search(text)
    begins = [order.end()] if order else []
    if heads().match(text) and not asked:
        begins.insert(0, 0)
    difficulty = DIFFICULTY.search(text)
    if difficulty:
        begins.append(skip_order(text, difficulty.end()))
    begins += [clause.end() for clause in regex.finditer(r"[,;]\s+(?=\p{L})", text)]
    for start in begins:
        if heads().match(text, start):
            end = name_end(text, start)
            if end < len(text.rstrip(" .;")) or text[end : end + 1] == ":":
                return text[start:end]
    return None


def skip_order(text: str, start: int) -> int:
    """The position behind ", đề nghị " or the like at `start`."""
    match = regex.compile(r"[\s,]*(?:đề nghị|yêu cầu|kịp thời)?\s*", regex.I).match(text, start)
    return match.end() if match else start


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


def partners_of(text: str) -> list[str]:
    """The units that a duty is done with."""
    partners: list[str] = []
    for match in WITH.finditer(text):
        if not heads().match(text, match.end()):
            continue
        end = name_end(text, match.end())
        names = PARTNER_END.sub("", text[match.end() : end])
        partners += split_names(names)
    return list(dict.fromkeys(partners))


def reports_to(text: str) -> str | None:
    """To whom a duty's report goes, as printed, without the channel.

    Where something is sent to one body that sums it up for another, it is the first.
    """
    sent = SENT.search(text)
    if sent and REPORT.search(text, sent.end()) and addressees().match(text, sent.end()):
        return text[sent.end() : addressee_end(text, sent.end())]
    for match in REPORT.finditer(text):
        found = addressee_after(text, match.end())
        if found:
            return found
    return None


def addressee_after(text: str, start: int) -> str | None:
    """The addressee that follows "báo cáo", at once or behind what is reported."""
    stop = regex.compile(r"[.;]|$").search(text, start)
    clause_end = stop.end() if stop else len(text)
    direct = regex.compile(r"\s*(?:kết quả\s+)?(?:về|gửi|cho|lên|với|đến)?\s*").match(text, start)
    begins = [direct.end()] if direct else []
    begins += [
        m.end()
        for m in regex.compile(r"\b(?:về|gửi(?: về)?|đến|lên|cho|(?<!phối hợp )với)\s+").finditer(
            text, start, clause_end
        )
    ]
    for begin in begins:
        if addressees().match(text, begin):
            return text[begin : addressee_end(text, begin)]
    return None


def addressee_end(text: str, start: int) -> int:
    """The end of one or several addressees; a channel in brackets ends them."""
    end = name_end(text, start)
    cut = regex.compile(r"\s+(?:qua|thông qua|(?<![,;]\s|và\s|đạo\s)các)\s").search(
        text, start, end
    )
    return cut.start() if cut else end


def of_closing(closing: Sequence[Paragraph]) -> list[Responsibility]:
    """What the closing paragraphs ask of everybody, one duty a sentence."""
    found: list[Responsibility] = []
    for said in closing_sentences(closing):
        announces = said.text.startswith("Trên đây") and not ORDER.search(said.text)
        if announces or not ASKS.search(said.text):
            continue
        unit = subject_of(said.text) or (found[-1].unit if found else None)
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
