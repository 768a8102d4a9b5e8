"""`kehoach templates`: the Word templates that come along, and copies to change."""

from gettext import gettext as _
from pathlib import Path

import click

from docgen import templates
from kehoach.command import FILE, Command, Group
from kehoach.files import write
from kehoach.language import current
from plan.messages import N_


@click.group(cls=Group, help=N_("List, describe and copy the Word templates."))
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
