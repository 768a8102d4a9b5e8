"""Composing what stands around the sections: preamble, closing, and appendices of tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen import wording
from docgen.agencies import agency_in_text
from docgen.evidence import Evidence
from docgen.housing import roman
from docgen.readings import readings
from docgen.tables import schedule_table, targets_table
from plan.model import Appendix, Block, Plan
from plan.paths import blocks, walk

_MOST_BASES_IN_ONE_SENTENCE = 2
_END = "./."
SCHEDULE_TITLE = "BẢNG PHÂN CÔNG NHIỆM VỤ"
TARGETS_TITLE = "BẢNG CHỈ TIÊU"


Table = tuple[str, tuple[Block, dict[str, str]]]
"""A title; the table under it, and where readings stand in that."""


@dataclass(frozen=True, slots=True)
class Addition:
    """Fields of the plan to be replaced, and where readings stand in them."""

    parts: Mapping[str, object] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)


def preamble(plan: Plan, said: Evidence, *, alone: bool) -> Addition:
    """The paragraphs between title and first section (căn cứ and opening), where there are none.

    One or two bases make one sentence with the opening; more stand each on its own line, closed
    by `;`, the last by `.` (Phụ lục I.II.6.a).
    """
    unsaid = any(not said.says(cited.code or "") for cited in plan.legal_bases)
    if plan.preamble or not (alone or unsaid):
        return Addition()
    issuer = agency_in_text(plan.header, plan.area)
    opening = f"{issuer} ban hành {wording.title_in_text(plan)}, cụ thể như sau:".strip()
    bases = [wording.basis(cited) for cited in plan.legal_bases]
    pointers = [f"/legal_bases/{number}" for number in range(len(bases))]
    if len(bases) > _MOST_BASES_IN_ONE_SENTENCE:
        lines = [*(f"{basis};" for basis in bases[:-1]), f"{bases[-1]}.", capital(opening)]
        places = {pointer: f"/preamble/{line}" for line, pointer in enumerate(pointers)}
    else:
        lines = [capital("; ".join((*bases[:1], *map(_small, bases[1:]), opening)))]
        places = dict.fromkeys(pointers, "/preamble/0")
    return Addition({"preamble": lines}, places)


def closing(plan: Plan, said: Evidence, annexed: Addition, *, alone: bool) -> Addition:
    """The paragraph after the last section, where there is none, with what it asks of everybody.

    It points to the appendices that are `annexed` (Phụ lục I.III.1.a).
    """
    asked = [one for one in readings(plan) if one.section is None and one.target is None]
    unsaid = any(not said.says(one.text) for one in asked)
    if plan.closing or not (alone or unsaid):
        return Addition()
    issuer = agency_in_text(plan.header, plan.area)
    owner = f" của {issuer}" if issuer else ""
    pointer = ", có Phụ lục kèm theo" if annexed.parts.get("appendices") else ""
    opening = f"Trên đây là {wording.title_in_text(plan)}{owner}{pointer}."
    text = " ".join(dict.fromkeys((opening, *(one.text for one in asked))))
    return Addition({"closing": [_ended(text)]}, {one.pointer: "/closing/0" for one in asked})


def appendices(plan: Plan, said: Evidence, *, alone: bool) -> Addition:
    """The appendices with tables added of the targets and assignments that stand nowhere."""
    tables: list[Table] = []
    targets = [
        one
        for one in readings(plan)
        if one.target and one.section is None and not said.says(one.text)
    ]
    rows = [
        (f"/schedule/{number}", row)
        for number, row in enumerate(plan.schedule)
        if alone or not said.says(row.text)
    ]
    if targets and alone:
        tables.append((TARGETS_TITLE, targets_table(targets)))
    if rows and not _came_with_table(plan, alone=alone):
        tables.append((SCHEDULE_TITLE, schedule_table(rows)))
    whole, places = with_tables(plan, tables)
    return Addition({"appendices": whole}, places)


def with_tables(plan: Plan, tables: list[Table]) -> tuple[list[Appendix], dict[str, str]]:
    """The appendices and one more for each title and table; and where readings stand in them."""
    total = len(plan.appendices) + len(tables)
    added: list[Appendix] = []
    places: dict[str, str] = {}
    for number, (title, (table, rows)) in enumerate(tables, start=len(plan.appendices) + 1):
        label = f"Phụ lục {roman(number)}" if total > 1 else "Phụ lục"
        reference = wording.reference_line(plan)
        added.append(Appendix(label=label, title=title, reference=reference, content=[table]))
        here = f"/appendices/{number - 1}/content/0"
        places |= {pointer: f"{here}{row}" for pointer, row in rows.items()}
    return [*plan.appendices, *added], places


def _came_with_table(plan: Plan, *, alone: bool) -> bool:
    """Whether any table stands in text that was not composed."""
    contents = [] if alone else [section.content or [] for _, section in walk(plan.sections)]
    contents += [appendix.content for appendix in plan.appendices]
    return any(block.type == "table" for content in contents for block in blocks(content))


def capital(text: str) -> str:
    """`text` with its first letter in upper case, and nothing else changed."""
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    """`text` with its first letter in lower case, and nothing else changed."""
    return text[:1].lower() + text[1:]


def _ended(text: str) -> str:
    """`text` with the mark that ends a document, unless it has it."""
    return text if _END in text else text.rstrip(" .;,:") + _END
