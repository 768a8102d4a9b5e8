"""`kehoach profile`: the facts about a commune that a draft needs."""

from gettext import gettext as _
from pathlib import Path

import click

from docgen.profile import TEMPLATE
from kehoach.command import FILE, Command, Group
from kehoach.files import write
from plan.messages import N_


@click.group(cls=Group, help=N_("The profile of a commune: names, officers, recipients."))
def command() -> None:
    """Hold the commands on profiles together."""


@command.command(
    cls=Command,
    help=N_(
        "Write a profile to fill in, every field explained.\n\n"
        "A file that is there already is kept: it may be a profile somebody has filled in."
    ),
    examples=["kehoach profile init -o profile.toml"],
)
@click.option(
    "-o",
    "--output",
    type=FILE,
    help=N_("The file to write; without it the profile goes to standard output."),
)
def init(output: Path | None) -> None:
    """Write the commented profile to `output` or standard output."""
    if output is None:
        click.echo(TEMPLATE, nl=False)
        return
    if output.exists():
        message = _("{file} is there already and is kept; choose another name with -o")
        raise click.UsageError(message.format(file=output))
    write(output, TEMPLATE.encode())
    message = _(
        "{file}: fill it in, then run `kehoach draft PARENT --profile {file} -o DRAFT.docx`"
    )
    click.echo(message.format(file=output), err=True)
