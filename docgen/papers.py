"""The papers on a plan (văn bản về kế hoạch): decision, letter, submission, report.

Each is signed by whoever signed the plan. Its own number is still to be given, unless the plan's
symbol says that the plan came under that very paper.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from docgen import wording
from docgen.body import Mark, joined
from plan.bodies import identity, name_of
from plan.model import Header, Plan, Recipient
from plan.text import fold

TO_FILL_IN = "…" * 20
"""What stands where a person must write something that the plan does not say."""
_AS_ABOVE, _AS_IN_ARTICLE = "Như trên", "Như Điều 3"
_ASKED = regex.compile(r"(?:kính )?đề nghị\b", regex.IGNORECASE)
_INFORMED = regex.compile(r"\bb/?c\b|\bbao cao\b")


@dataclass(frozen=True, slots=True)
class Paper:
    """The head and the ending of a paper.

    `addressees` are the lines of Kính gửi: one that names the addressee, or the label and a line
    for each (Phụ lục I.II.9.d). `recipients` begin with what stands for them.
    """

    number: str
    place_and_date: str
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]


def decision(plan: Plan, mark: Mark) -> Paper:
    """The decision (quyết định) that enacts the plan, on the plan's own day."""
    header = wording.headed(plan.header, "Quyết định", "QĐ")
    return _paper(header, [], _recipients(plan, _AS_IN_ARTICLE, bound(plan)), mark)


def letter(plan: Plan, mark: Mark) -> Paper:
    """The letter (công văn) that asks the plan's units to carry it out."""
    to = plan.addressees or units(plan)
    header = wording.letter_headed(plan.header, plan.filing)
    return _answered(plan, header, to, mark)


def submission(plan: Plan, mark: Mark) -> Paper:
    """The submission (tờ trình) that asks the superior to approve the plan."""
    return _answered(plan, wording.headed(plan.header, "Tờ trình", "TTr"), superiors(plan), mark)


def report(plan: Plan, mark: Mark) -> Paper:
    """The report (báo cáo) to the superior on what became of the plan."""
    header = wording.headed(plan.header, "Báo cáo", "BC").model_copy(update={"date": None})
    return _answered(plan, header, superiors(plan), mark)


def units(plan: Plan) -> list[str]:
    """The units that the plan gives duties to, each once."""
    names = (name_of(one.unit) for one in plan.responsibilities if one.section is not None)
    leads = (name for row in plan.schedule for name in row.lead)
    return list({identity(name, plan.area): name for name in (*names, *leads)}.values())


def bound(plan: Plan) -> list[str]:
    """The units that a decision of the issuer binds: not those that the plan only asks."""
    asked = {
        identity(one.unit, plan.area) for one in plan.responsibilities if _ASKED.match(one.unit)
    }
    return [name for name in units(plan) if identity(name, plan.area) not in asked]


def superiors(plan: Plan) -> list[str]:
    """To whom the issuer answers for the plan: as given, else who is informed, else who ordered it.

    Nobody where the plan does not say.
    """
    informed = [one.name for one in plan.recipients if _INFORMED.search(fold(one.note or ""))]
    ordered = [
        cited.issuer
        for cited in plan.legal_bases
        if cited.issuer and not wording.gives_powers(cited)
    ]
    return plan.addressees or informed[:1] or ordered[:1]


def _answered(plan: Plan, header: Header, to: Sequence[str], mark: Mark) -> Paper:
    """A paper to somebody, on a day to come."""
    year = (header.date or "")[:4]
    header = header.model_copy(update={"date": year or None})
    return _paper(header, to, _recipients(plan, _AS_ABOVE, to), mark)


def _paper(header: Header, to: Sequence[str], recipients: Iterable[Recipient], mark: Mark) -> Paper:
    return Paper(
        number=mark("/header/number", f"Số: {wording.number(header)}"),
        place_and_date=place_and_date(header, mark),
        addressees=tuple(mark("/addressees", line) for line in addressed(to)),
        recipients=tuple(
            mark("/recipients", f"- {joined(one.name, one.note and f'({one.note})')};")
            for one in recipients
        ),
    )


def place_and_date(header: Header, mark: Mark) -> str:
    """`Đức An, ngày 05 tháng 3 năm 2026`; empty where neither is known."""
    if not header.place:
        return mark("/header/date", wording.long_date(header.date) if header.date else None)
    date = mark("/header/date", wording.long_date(header.date))
    return mark("/header/place", f"{header.place}, ") + date


def addressed(to: Sequence[str]) -> list[str]:
    """The lines of Kính gửi: one addressee on the label's own line, several below it."""
    if len(to) > 1:
        return ["Kính gửi:", *(f"- {name};" for name in to[:-1]), f"- {to[-1]}."]
    return [f"Kính gửi: {to[0] if to else TO_FILL_IN}"]


def _recipients(plan: Plan, first: str, named: Sequence[str]) -> list[Recipient]:
    """The recipients, with one line for all those that the paper itself names."""
    if plan.recipients[:1] and plan.recipients[0].name == first:
        return plan.recipients
    known = {identity(name, plan.area) for name in named}
    others = [one for one in plan.recipients if identity(one.name, plan.area) not in known]
    return [Recipient(name=first), *others]
