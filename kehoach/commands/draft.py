"""`kehoach draft`: a parent's plan becomes the draft of a commune's plan."""

from pathlib import Path

import click

from docgen.draft import draft
from docgen.profile import load as load_profile
from kehoach import planfile
from kehoach.command import FILE, KNOWLEDGE, Command
from kehoach.drafts import summary, write_draft
from kehoach.files import keep_apart
from plan.messages import N_


@click.command(
    cls=Command,
    help=N_(
        "Draft the commune's plan from PARENT, the plan of the district or province.\n\n"
        "Several may be given: plans of more superiors, letters that ask for a plan, and the "
        "commune's own last plan, whose figures become those of today.\n\n"
        "PARENT is a document (Word, PDF, OpenDocument, RTF, web page, text) or its data as "
        "`kehoach extract` writes them. Comments in the draft mark the places that need a "
        "person's judgement."
    ),
    examples=[
        (
            "kehoach draft demo/ke-hoach-huyen-ha-tang-so.pdf "
            "--profile demo/xa-truoc-2025.toml -o DRAFT.docx"
        )
    ],
)
@click.argument("parent", type=FILE, nargs=-1, required=True)
@click.option(
    "--profile",
    required=True,
    type=FILE,
    help=N_("The commune's profile (see `kehoach profile init`)."),
)
@click.option("-o", "--output", required=True, type=FILE, help=N_("The Word document to write."))
@click.option("--data", type=FILE, help=N_("Write the draft's data to this JSON file too."))
@click.option(
    "--report",
    type=FILE,
    help=N_("Write to this JSON file what was kept, adapted and left out, and why."),
)
@click.option("--clean", is_flag=True, help=N_("Leave out the comments."))
@KNOWLEDGE
def command(  # noqa: PLR0913, PLR0917 - one argument for each option; click gives them by name
    parent: tuple[Path, ...],
    profile: Path,
    output: Path,
    data: Path | None,
    report: Path | None,
    clean: bool,
) -> None:
    """Draft the plan, write the files asked for, and sum up on standard error."""
    keep_apart([path for path in (output, data, report) if path], [*parent, profile])
    facts = load_profile(profile)
    first, *others = (planfile.parent(path) for path in parent)
    drafted = draft(first, facts, *others)
    write_draft(drafted, output, data=data, report=report, clean=clean)
    click.echo(f"{output.name}: {summary(drafted)}", err=True)
