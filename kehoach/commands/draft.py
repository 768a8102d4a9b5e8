"""`kehoach draft`: a parent's plan becomes the draft of a commune's plan."""

from gettext import gettext as _
from pathlib import Path

import click

from docgen.draft import Draft, draft
from docgen.profile import load as load_profile
from docgen.profile import parsed
from docgen.profiles import rows
from kehoach import planfile
from kehoach.command import FILE, KNOWLEDGE, Command
from kehoach.drafts import summary, tell_conflicts, update_draft, write_draft
from kehoach.files import keep_apart, make_folder, write
from kehoach.sets import good_rows, tell_failures, write_set
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
        ),
    ],
)
@click.argument("parent", type=FILE, nargs=-1, required=True)
@click.option(
    "--profile",
    type=FILE,
    help=N_(
        "The commune's profile (see `kehoach profile init`); with --profiles, what all have alike."
    ),
)
@click.option(
    "--profiles",
    metavar="TABLE",
    type=FILE,
    help=N_(
        "A table of profiles (.csv, .xlsx), one row a commune: drafts for all of them, in the "
        "folder -o."
    ),
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=FILE,
    help=N_("The Word document to write; with --profiles, the folder."),
)
@click.option("--data", type=FILE, help=N_("Write the draft's data to this JSON file too."))
@click.option(
    "--report",
    type=FILE,
    help=N_("Write to this JSON file what was kept, adapted and left out, and why."),
)
@click.option(
    "--from",
    "edited",
    metavar="EDITED.docx",
    type=FILE,
    help=N_(
        "An earlier draft that was edited in Word: keep every change made there, bring in what is "
        "new in PARENT or profile, list the places that both changed (exit code 1)."
    ),
)
@click.option("--clean", is_flag=True, help=N_("Leave out the comments."))
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help=N_("How many drafts of a set to make at once; as many as there are processors."),
)
@KNOWLEDGE
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - one argument for each option; click gives them by name
    context: click.Context,
    parent: tuple[Path, ...],
    profile: Path | None,
    profiles: Path | None,
    output: Path,
    data: Path | None,
    report: Path | None,
    edited: Path | None,
    clean: bool,
    jobs: int | None,
) -> None:
    """Draft for one commune, or for each row of a table; exit 1 where some have no draft."""
    if profiles is None and profile is None:
        raise click.UsageError(_("a profile is needed: add --profile or --profiles"))
    if profiles and (data or report or edited):
        message = _("--data, --report and --from are for one draft: leave out --profiles")
        raise click.UsageError(message)
    if edited and (clean or data):
        raise click.UsageError(_("--from goes with comments and without --data"))
    inputs = [*parent, *(path for path in (profile, profiles) if path)]
    keep_apart([path for path in (output, data, report) if path], inputs)
    if profiles:
        failed = _draft_set(parent, profile, profiles, output, clean=clean, jobs=jobs)
        context.exit(1 if failed else 0)
    if profile:
        facts = load_profile(profile)
        first, *others = (planfile.parent(path) for path in parent)
        drafted = draft(first, facts, *others)
        if edited:
            context.exit(_update(drafted, edited, output, report))
        write_draft(drafted, output, data=data, report=report, clean=clean)
        click.echo(f"{output.name}: {summary(drafted)}", err=True)


def _update(drafted: Draft, edited: Path, output: Path, report: Path | None) -> int:
    """Bring the draft into the edited one; the exit code."""
    merged = update_draft(drafted, edited, output)
    if report:
        write(report, drafted.report.model_dump_json(indent=2).encode())
    tell_conflicts(merged)
    message = _("{file}: places brought up to date: {updated}; changed on both sides: {conflicts}")
    click.echo(
        message.format(file=output.name, updated=merged.updated, conflicts=len(merged.conflicts)),
        err=True,
    )
    return 1 if merged.conflicts else 0


def _draft_set(  # noqa: PLR0913 - what the options say
    parent: tuple[Path, ...],
    profile: Path | None,
    profiles: Path,
    folder: Path,
    *,
    clean: bool,
    jobs: int | None,
) -> int:
    """Draft for every row of the table; how many communes have no draft."""
    table = rows(profiles)
    base = parsed(profile) if profile else {}
    communes = list(good_rows(table, profiles.name, base))
    plans = [planfile.parent(path) for path in parent]
    make_folder(folder)
    failed = len(table) - len(communes)
    failed += write_set(plans, communes, folder, clean=clean, jobs=jobs)
    if failed:
        tell_failures(failed, len(table))
    return failed
