"""A plan as tables that a person reads: header, targets, duties by unit, recipients."""

from collections.abc import Iterable
from gettext import gettext as _
from textwrap import shorten

from rich import box
from rich.console import Console
from rich.table import Table

from plan.messages import N_
from plan.model import Duty, Period, Plan, Target

WIDTH = 100
"""The widest that lines are still read with ease, in columns."""

LONGEST = 100
"""Characters of a text in a table; what is longer is cut at a word."""

SIGNS = {"=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ "}
"""Comparator → what stands before the value."""

ROLES = {
    "lead": N_("leads"),
    "coordinate": N_("coordinates"),
    "advise": N_("advises"),
    "monitor": N_("monitors"),
    "report": N_("reports"),
    "propagate": N_("informs"),
    "guide": N_("guides"),
    "implement": N_("carries out"),
}
_DECIMAL_COMMA = str.maketrans(".,", ",.")


def console() -> Console:
    """Standard output, in colour on a terminal and plain anywhere else."""
    found = Console(highlight=False)
    found.width = min(found.width, WIDTH)
    return found


def show(plan: Plan, out: Console) -> None:
    """Print what `plan` holds."""
    out.print(facts(plan))
    for table in (targets(plan.targets), duties(plan), recipients(plan)):
        if table.row_count:
            out.print(table)


def facts(plan: Plan) -> Table:
    """What the header says, a line each; what it does not say is left out."""
    header, area = plan.header, plan.area
    rows = (
        (_("Issued by"), header.agency),
        (_("Number"), _joined("/", header.number, header.symbol)),
        (_("Date"), "/".join(reversed((header.date or "").split("-")))),
        (_("Document"), header.doc_type),
        (_("Subject"), header.subject),
        (_("Area"), _joined(" ", area.type, area.name)),
        (_("Period"), _period(plan.period)),
        (_("Rests on"), ", ".join(base.code or base.doc_type or "" for base in plan.legal_bases)),
    )
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column()
    for name, value in rows:
        if value:
            grid.add_row(name, value)
    return grid


def targets(found: Iterable[Target]) -> Table:
    """A row for each target: what is measured, how much of it, by when."""
    table = _table(_("Targets"))
    table.add_column(_("What is measured"), ratio=1)
    table.add_column(_("Value"), justify="right", style="cyan", max_width=24)
    table.add_column(_("Year"), justify="right")
    for target in found:
        measured = shorten(target.indicator or target.text, LONGEST, placeholder=" …")
        table.add_row(measured, amount(target), str(target.year or ""))
    return table


def amount(target: Target) -> str:
    """The value as Vietnamese writes it: `≥ 62,5 %`, `25–30 %`; empty where there is none."""
    if target.value is None or target.comparator is None:
        return ""
    numbers = (target.value, target.value_max)
    values = "–".join(f"{n:,}".translate(_DECIMAL_COMMA) for n in numbers if n is not None)
    return f"{SIGNS[target.comparator]}{values} {target.unit or ''}".strip()


def duties(plan: Plan) -> Table:
    """The duties of each unit: its part in them, the work, by when."""
    table = _table(_("Duties by unit"))
    table.add_column(_("Unit"), ratio=6)
    table.add_column(_("Role"), min_width=12)
    table.add_column(_("Duty"), ratio=12)
    table.add_column(_("Deadline"), ratio=4)
    for responsibility in plan.responsibilities:
        unit = responsibility.unit
        for duty in responsibility.tasks:
            work = shorten(duty.text, LONGEST, placeholder=" …")
            deadline = duty.deadline.text if duty.deadline else ""
            table.add_row(unit, _roles(duty), work, deadline)
            unit = ""
        table.add_section()
    return table


def recipients(plan: Plan) -> Table:
    """To whom the plan is sent."""
    table = _table(_("Recipients"))
    table.add_column(_("Name"), ratio=3)
    table.add_column(_("Note"), ratio=1)
    for recipient in plan.recipients:
        table.add_row(recipient.name, recipient.note)
    return table


def _table(title: str) -> Table:
    return Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, expand=True
    )


def _roles(duty: Duty) -> str:
    return ", ".join(_(ROLES[role]) for role in duty.roles)


def _joined(mark: str, *parts: object) -> str:
    return mark.join(str(part) for part in parts if part is not None)


def _period(period: Period) -> str:
    years = "–".join(dict.fromkeys(str(y) for y in (period.start, period.end) if y))
    vision = _("vision {year}").format(year=period.vision) if period.vision else ""
    return ", ".join(part for part in (years, vision) if part)
