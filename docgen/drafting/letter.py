"""A letter (công văn) that asks for a plan, read as if it were the plan that it asks for."""

from collections.abc import Iterator

import regex

from plan.model import Block, Duty, Plan, Responsibility, Section, Target
from plan.paths import blocks, walk

LETTER = "Công văn"
_ABOUT = regex.compile(r"^V\s*[/.]?\s*v:?\s+(?P<subject>.+)", regex.IGNORECASE)
_TO = regex.compile(r"^Kính\s+gửi\s*:?", regex.IGNORECASE)
_DATED = regex.compile(
    r"^(?P<place>[^,]+),\s+ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})$"
)
_ASKS_FOR_A_PLAN = regex.compile(
    r"^(?:về\s+)?(?:việc\s+)?(?:xây\s+dựng|ban\s+hành|triển\s+khai|đề\s+nghị)"
    r"(?:(?:,|\s+và)?\s+(?:xây\s+dựng|ban\s+hành|triển\s+khai|thực\s+hiện))*"
    r"\s+kế\s+hoạch\s+(?:thực\s+hiện\s+)?",
    regex.IGNORECASE,
)
_COMMUNES = "UBND các xã, phường, đặc khu"
_TARGETS, _DUTIES = "MỤC TIÊU, CHỈ TIÊU", "TỔ CHỨC THỰC HIỆN"
_REASONS = ("Thực hiện", "Căn cứ", "Triển khai", "Theo")
_SHARE = regex.compile(
    r"^(?:phấn\s+đấu\s+)?(?P<before>[^\d%]*?)(?:\s*đạt\s+)?(?P<least>tối\s+thiểu|ít\s+nhất)?\s*"
    r"(?P<value>\d+(?:,\d+)?)\s*%(?P<after>.*)$",
    regex.IGNORECASE,
)
_QUANTITY = regex.compile(r"\d\s*%|^(?:phấn đấu|tối thiểu|ít nhất|trên)\s", regex.IGNORECASE)


def as_plan(letter: Plan) -> Plan:
    """`letter` as a plan: what it counts as targets, what it asks as orders to the communes.

    Anything that is no letter is given back as it is. The report on a draft points into the plan
    that is given back.
    """
    lines = list(_lines(letter))
    if letter.header.doc_type or not any(_TO.match(line.text) for line in lines):
        return letter
    asked = [line for line in lines if line.label and not _about(line)]
    targets = [line for line in asked if _is_target(line)]
    duties = [line for line in asked if not _is_target(line)]
    return letter.model_copy(
        update={
            "header": letter.header.model_copy(update=_head(letter, lines)),
            "preamble": [*_reasons(lines), *letter.closing],
            "closing": [],
            "sections": [*_targets(targets), _orders(duties, "II" if targets else "I")],
            "targets": [_target(line.text) for line in targets],
            "responsibilities": [
                Responsibility(
                    unit=_COMMUNES,
                    section="II.1" if targets else "I.1",
                    tasks=[Duty(text=line.text) for line in duties],
                )
            ],
        }
    )


def _lines(letter: Plan) -> Iterator[Block]:
    """Everything that a letter says, in order: what was taken for sections is a line too."""
    for _, section in walk(letter.sections):
        yield Block(type="item", label=section.label, text=section.title)
        yield from blocks(section.content or [])


def _head(letter: Plan, lines: list[Block]) -> dict[str, str | None]:
    """The fields of the header that a letter prints in its own places."""
    about = next((said for line in lines if (said := _about(line))), letter.header.subject or "")
    dated = next((match for line in lines if (match := _DATED.match(line.text))), None)
    date = f"{dated['year']}-{int(dated['month']):02d}-{int(dated['day']):02d}" if dated else None
    subject = _ASKS_FOR_A_PLAN.sub("", about)
    return {
        "doc_type": LETTER,
        "subject": subject[:1].upper() + subject[1:],
        "date": letter.header.date or date,
    }


def _about(line: Block) -> str | None:
    """What the letter is about, from the line `V/v …`."""
    found = _ABOUT.match(f"{line.label or ''} {line.text}".strip())
    return found["subject"] if found else None


def _reasons(lines: list[Block]) -> list[str]:
    """What the letter carries out; its other lines only greet."""
    return [line.text for line in lines if not line.label and line.text.startswith(_REASONS)]


def _is_target(line: Block) -> bool:
    return line.type == "item" and line.label in ("-", "+") and bool(_QUANTITY.search(line.text))


def _target(text: str) -> Target:
    """A share as a letter names it first; an item without one is a target without a value."""
    found = _SHARE.match(text)
    if found is None:
        return Target(text=text, section="I", kind="targets")
    return Target(
        text=text,
        indicator=f"{found['before']} {found['after']}".strip(" ;."),
        comparator=">=" if found["least"] else "=",
        value=float(found["value"].replace(",", ".")),
        unit="%",
        section="I",
        kind="targets",
    )


def _targets(lines: list[Block]) -> list[Section]:
    if not lines:
        return []
    return [Section(label="I", title=_TARGETS, kind="targets", content=lines)]


def _orders(lines: list[Block], label: str) -> Section:
    items = [Block(type="item", label="-", text=line.text) for line in lines]
    unit = Section(label="1", title=_COMMUNES, level=2, kind="implementation", content=items)
    return Section(label=label, title=_DUTIES, kind="implementation", content=[], children=[unit])
