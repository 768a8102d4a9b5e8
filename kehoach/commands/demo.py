"""`kehoach demo`: the main job on the samples, from the district's plan to the commune's draft."""

from gettext import gettext as _
from pathlib import Path

import click
from rich.table import Table

import docgen
import extract
from docgen.draft import draft
from docgen.profile import load as load_profile
from kehoach.bundled import folder as samples
from kehoach.checked import summary as checked
from kehoach.command import FILE, Command
from kehoach.drafts import summary, write_draft
from kehoach.files import make_folder, write
from kehoach.show import console, show
from plan.messages import N_
from plan.model import Plan
from plan.records import without_places

PARENT = "ke-hoach-huyen-ha-tang-so"
PROFILE = "xa-truoc-2025.toml"

FILES = (
    ("draft.docx", N_("the draft, to open in Word; look first at the comments beside its text")),
    ("report.json", N_("what was kept, adapted and left out of the district's plan, and why")),
    ("draft.json", N_("the draft as data, for `kehoach render`")),
    (f"{PARENT}.json", N_("the district's plan as data, as `kehoach extract` writes it")),
    (f"{PARENT}.docx", N_("the district's plan; beside it the same as PDF")),
    (PROFILE, N_("the commune's profile; change it and run `kehoach draft` again")),
)
"""File that is there at the end → what it is, in the order to look at them."""


@click.command(
    cls=Command,
    help=N_(
        "Try the main job: read a district's plan, show what it holds, draft the commune's.\n\n"
        "Everything is written to DIR (demo); files of an earlier run there are replaced."
    ),
    examples=["kehoach demo"],
)
@click.argument("folder", metavar="[DIR]", type=FILE, default="demo")
def command(folder: Path) -> None:
    """Do the main job on the samples and say where the files are."""
    make_folder(folder)
    word, pdf, profile = (
        _copied(name, folder) for name in (f"{PARENT}.docx", f"{PARENT}.pdf", PROFILE)
    )
    out = console()
    plan = extract.read(word)
    show(plan, out)
    out.print(_comparison(plan, extract.read(pdf)), "")
    write(word.with_suffix(".json"), plan.model_dump_json(indent=2).encode())
    drafted = draft(plan, load_profile(profile))
    data, report = folder / "draft.json", folder / "report.json"
    write_draft(drafted, folder / "draft.docx", data=data, report=report)
    out.print(summary(drafted), "")
    out.print(checked("draft.docx", docgen.check(folder / "draft.docx")), "")
    out.print(_files(folder))


def differences(one: Plan, other: Plan) -> list[str]:
    """The fields in which two plans differ, where they stand and what was odd left aside."""
    names = Plan.model_fields.keys() - {"source", "findings", "evidence"}
    first, second = (without_places(plan).model_dump(include=names) for plan in (one, other))
    return sorted(name for name in names if first[name] != second[name])


def _copied(name: str, folder: Path) -> Path:
    write(folder / name, (samples() / name).read_bytes())
    return folder / name


def _comparison(word: Plan, pdf: Plan) -> str:
    different = differences(word, pdf)
    if different:
        return _("The Word file and the PDF differ in: {fields}").format(
            fields=", ".join(different)
        )
    return _("The Word file and the PDF give the same plan.")


def _files(folder: Path) -> Table:
    """Where the files are and what to look at first."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", overflow="fold")
    table.add_column()
    for name, meaning in FILES:
        table.add_row(str(folder / name), _(meaning))
    return table
