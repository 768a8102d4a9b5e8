"""`kehoach check`: whether documents are laid out as Decree 30/2020/NĐ-CP asks."""

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.command import FILE, Command
from kehoach.endings import report_error
from kehoach.files import keep_apart, write
from plan.messages import N_

if TYPE_CHECKING:
    from docgen.checking.report import Report

Files = tuple[Path, ...]


@click.command(
    cls=Command,
    help=N_(
        "Check the layout of Word documents against Decree 30/2020.\n\n"
        "Every rule is kept, broken, or not evaluated, and then it says why; exit code 1 tells "
        "that a rule is broken. Habits that the decree does not ask for are advice only.\n\n"
        "With --fix what can be repaired mechanically (page, fonts, sizes, indents, spacing, "
        "lines) is repaired in a copy; no word of the text is touched."
    ),
    examples=[
        "kehoach check demo/draft.docx",
        "kehoach check demo/draft.docx --fix draft-fixed.docx",
        "kehoach check demo/draft.docx demo/ke-hoach-huyen-ha-tang-so.docx -f json",
    ],
)
@click.argument("files", metavar="FILE.docx...", nargs=-1, required=True, type=FILE)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("text: for reading; json: every rule with its outcome."),
)
@click.option("--fix", type=FILE, help=N_("Write a repaired copy of the one FILE here."))
@click.pass_context
def command(context: click.Context, files: Files, form: str, fix: Path | None) -> None:
    """Check every file once; exit 1 where a rule is broken or a file of several not read."""
    files = tuple(dict.fromkeys(files))
    if fix and len(files) > 1:
        raise click.UsageError(_("--fix repairs one document: name one FILE"))
    if fix:
        keep_apart([fix], files)
        reports = [(fix, _repaired(files[0], fix))]
    else:
        reports = list(_readable(files))
    _show(reports, form)
    if len(reports) < len(files) or any(report.violations for _path, report in reports):
        context.exit(1)


def _readable(files: Files) -> Iterator[tuple[Path, "Report"]]:
    """The reports of the files that can be read; an only file that cannot ends the run."""
    import docgen

    for file in files:
        try:
            yield file, docgen.check(file)
        except Exception as error:
            if len(files) == 1:
                raise
            report_error(error)


def _repaired(file: Path, target: Path) -> "Report":
    """Write the repaired copy, tell every repair, and check the copy."""
    import docgen
    from kehoach.rulebook import said

    repaired = docgen.fix(file)
    write(target, repaired.data)
    click.echo(_("{file}: repairs: {count}").format(file=target, count=len(repaired.repairs)))
    for repair in repaired.repairs:
        click.echo(f"  - {said(repair.message)} [{repair.rule.id}]")
    if repaired.marked:
        click.echo("  - " + _("the text is marked as Vietnamese for the spelling check"))
    return docgen.check(target)


def _show(reports: list[tuple[Path, "Report"]], form: str) -> None:
    """Print the reports, in text each under its line of numbers."""
    from kehoach import checked

    if form == "json":
        click.echo(checked.as_json(reports))
        return
    for path, report in reports:
        click.echo(checked.summary(path.name, report))
        for line in checked.as_text(report):
            click.echo(line)
