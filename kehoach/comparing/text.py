"""A comparison as text for the screen: how much of what, then what needs a person."""

from collections.abc import Iterable
from gettext import gettext as _
from textwrap import shorten

from rich import box
from rich.console import Console
from rich.table import Table

from docgen.comparing.report import Comparison, Fate, Row
from kehoach.comparing.words import FATES, KINDS, Texts, change, remarks, title, urgency
from kehoach.show import LONGEST, WIDTH
from plan.messages import N_

TOLD: dict[Fate, str] = {
    "missing": N_("Missing in the child's plan"),
    "changed": N_("Changed"),
    "other_level": N_("Of another level: the superior's own"),
    "added": N_("Added by the child"),
}
"""What is listed, in this order; the rest is only counted."""


def as_text(comparison: Comparison) -> str:
    """The comparison in the chosen language, as plain text."""
    out = Console(width=WIDTH, markup=False, emoji=False, highlight=False, color_system=None)
    with out.capture() as captured:
        for part in _parts(comparison):
            out.print(part)
    lines = (line.rstrip() for line in captured.get().splitlines())
    return "\n".join(lines) + "\n"


def _parts(comparison: Comparison) -> Iterable[Table]:
    yield _documents(comparison)
    yield _counts(comparison)
    texts = Texts(comparison)
    for fate, heading in TOLD.items():
        rows = sorted(comparison.of(fate), key=urgency)
        if rows:
            yield _listed(_(heading), rows, texts)


def _documents(comparison: Comparison) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_row(_("Parent"), title(comparison.parent))
    grid.add_row(_("Child"), title(comparison.child))
    return grid


def _counts(comparison: Comparison) -> Table:
    """How many items of each kind have which fate."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("")
    for name in FATES.values():
        table.add_column(_(name), justify="right")
    for kind, counted in comparison.summary.items():
        table.add_row(_(KINDS[kind]), *(str(counted[fate] or "") for fate in FATES))
    return table


def _listed(heading: str, rows: Iterable[Row], texts: Texts) -> Table:
    table = Table(
        title=heading, title_justify="left", title_style="", box=box.SIMPLE_HEAD, expand=True
    )
    table.add_column(_("Item"), ratio=2)
    table.add_column(_("Text"), ratio=8)
    table.add_column(_("What to look at"), ratio=6)
    for row in rows:
        side = row.parent or row.child
        said = shorten(side.text if side else "", LONGEST, placeholder=" …")
        told = side.bodies if side and row.fate == "missing" else []
        notes = [*told, *(change(one, _) for one in row.changes), *remarks(row, texts, _)]
        where = side.section or "" if side and row.item != "assignment" else ""
        table.add_row(f"{_(KINDS[row.item])} {where}".strip(), said, "\n".join(notes))
    return table
