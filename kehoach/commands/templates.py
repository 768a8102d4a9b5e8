"""`kehoach templates`: the Word templates that come along, and copies to change."""

from gettext import gettext as _
from pathlib import Path

import click

from docgen import templates
from kehoach.command import FILE, Command, Group
from kehoach.files import write
from kehoach.language import current, say
from plan.errors import ConfigurationError
from plan.messages import N_


@click.group(cls=Group, help=N_("List, describe, copy and check the Word templates."))
def command() -> None:
    """Hold the commands on templates together."""


@command.command(
    "list",
    cls=Command,
    help=N_("List the templates, a line each: name and title."),
    examples=["kehoach templates list"],
)
def list_templates() -> None:
    """Print every template's name and title."""
    for name in templates.names():
        click.echo(f"{name}\t{templates.manifest(name).title}")


@command.command(
    cls=Command,
    help=N_("Tell what a template is for, which data it needs and where its file is."),
    examples=["kehoach templates show ke-hoach"],
)
@click.argument("name")
def show(name: str) -> None:
    """Print what the manifest says of the template `name`."""
    manifest = templates.manifest(name)
    click.echo(f"{manifest.name}: {manifest.title}")
    click.echo(manifest.purpose[current()])
    click.echo(_("needs: {fields}").format(fields=", ".join(manifest.needs)))
    click.echo(_("uses where there: {fields}").format(fields=", ".join(manifest.uses)))
    click.echo(_("file: {path}").format(path=templates.path(name)))


@command.command(
    cls=Command,
    help=N_(
        "Copy a template, to change it in Word.\n\n"
        "Use the changed copy with `kehoach render PLAN.json --template COPY.docx`."
    ),
    examples=["kehoach templates export ke-hoach -o ke-hoach-cua-xa.docx"],
)
@click.argument("name")
@click.option("-o", "--output", required=True, type=FILE, help=N_("The Word document to write."))
def export(name: str, output: Path) -> None:
    """Copy the file of the template `name` to `output`."""
    templates.manifest(name)
    write(output, templates.path(name).read_bytes())


@command.command(
    cls=Command,
    help=N_(
        "Check a template of your own and list all its faults, each with its place.\n\n"
        "p12 is the 12th paragraph of the text, t2/r3/c1/p1 the first paragraph in table 2, row 3, "
        "cell 1; the words behind it can be searched for in Word. With a fault that keeps the "
        "template from being used the exit code is 6, with others 1."
    ),
    examples=["kehoach templates lint ke-hoach-cua-xa.docx"],
)
@click.argument("file", type=FILE)
def lint(file: Path) -> None:
    """Print the faults of the template in `file`, the harmful ones first."""
    from docgen.lint import lint as faults_of

    faults = sorted(faults_of(templates.path(file)), key=lambda fault: not fault.harmful)
    for fault in faults:
        click.echo(say(fault.message))
    if not faults:
        click.echo(_("{file}: no faults").format(file=file.name), err=True)
    else:
        raise click.exceptions.Exit(ConfigurationError.exit_code if faults[0].harmful else 1)
