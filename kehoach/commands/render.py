"""`kehoach render`: data becomes a document."""

from pathlib import Path

import click

import docgen
from docgen import templates
from docgen.compose import compose
from kehoach import planfile
from kehoach.command import FILE, Command
from kehoach.files import keep_apart, write
from kehoach.summary import tell_findings
from plan import office
from plan.messages import N_


@click.command(
    cls=Command,
    help=N_("Write the data of a plan as a Word document laid out as Decree 30/2020 asks."),
    examples=["kehoach render demo/draft.json -o plan.docx"],
)
@click.argument("plan", type=FILE)
@click.option(
    "-o",
    "--output",
    required=True,
    type=FILE,
    help=N_("The Word document to write."),
)
@click.option(
    "--template",
    default="ke-hoach",
    help=N_("A template's name (see `kehoach templates list`) or a .docx of your own."),
)
@click.option(
    "--pdf", is_flag=True, help=N_("Write the pages as PDF too, beside it (needs LibreOffice).")
)
def command(plan: Path, output: Path, template: str, *, pdf: bool) -> None:
    """Render the Plan JSON `plan` into `output`; data that contradict its text are told."""
    pages = output.with_suffix(".pdf")
    keep_apart([output, pages] if pdf else [output], [plan])
    data = planfile.load(plan)
    document = docgen.render(data, template=template)
    printed = office.printed(document, output.name) if pdf else None
    write(output, document)
    if printed is not None:
        write(pages, printed)
    tell_findings([*templates.wanting(template, data), *compose(data).findings])
