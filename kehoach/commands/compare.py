"""`kehoach compare`: what a plan takes over from its parent, changes, lacks and adds."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

import click

from docgen.compare import compare
from docgen.comparing.report import Comparison
from kehoach import planfile
from kehoach.command import FILE, KNOWLEDGE, Command
from kehoach.files import keep_apart, write
from plan.messages import N_


def _text(comparison: Comparison) -> bytes:
    from kehoach.comparing.text import as_text

    return as_text(comparison).encode()


def _json(comparison: Comparison) -> bytes:
    return comparison.model_dump_json(indent=2).encode() + b"\n"


def _xlsx(comparison: Comparison) -> bytes:
    from kehoach.comparing.workbook import as_workbook

    return as_workbook(comparison)


def _html(comparison: Comparison) -> bytes:
    from kehoach.comparing.page import page

    return page(comparison).encode()


FORMATS: dict[str, Callable[[Comparison], bytes]] = {
    "text": _text,
    "json": _json,
    "xlsx": _xlsx,
    "html": _html,
}


@click.command(
    cls=Command,
    help=N_(
        "Show which targets and duties of PARENT the plan CHILD takes over, changes, lacks and "
        "adds.\n\n"
        "Both are documents (Word, PDF, OpenDocument, RTF, web page, text) or their data as "
        "`kehoach extract` writes them. The same indicator is found in other words too; a lower "
        "value, a later year or deadline, and a duty given to nobody are told. Where CHILD is the "
        "plan of a commune, what stays with the superior is not called missing.\n\n"
        "Exit code 1 where something is missing."
    ),
    examples=[
        "kehoach compare demo/ke-hoach-huyen-ha-tang-so.docx demo/draft.docx",
        (
            "kehoach compare demo/ke-hoach-huyen-ha-tang-so.docx demo/draft.docx "
            "-f html -o compare.html"
        ),
    ],
)
@click.argument("parent", type=FILE)
@click.argument("child", type=FILE)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice([*FORMATS]),
    default="text",
    help=N_("text: what needs a person; json, xlsx: every item; html: a page to read and print."),
)
@click.option("-o", "--output", type=FILE, help=N_("The file to write."))
@KNOWLEDGE
@click.pass_context
def command(
    context: click.Context, parent: Path, child: Path, form: str, output: Path | None
) -> None:
    """Write the comparison, sum up on standard error, and exit 1 where something is missing."""
    if output:
        keep_apart([output], [parent, child])
    found = compare(planfile.parent(parent), planfile.parent(child))
    found.parent.name, found.child.name = parent.name, child.name
    content = FORMATS[form](found)
    if output:
        write(output, content)
    else:
        click.echo(content, nl=False)
    click.echo(f"{child.name}: {_summary(found)}", err=True)
    if found.gaps:
        context.exit(1)


def _summary(found: Comparison) -> str:
    """How much was taken over, and how much is missing or asks less."""
    return _(
        "items of the parent's plan taken over: {taken_over}, changed: {changed} (asking less: "
        "{less}), missing: {missing}, given to nobody: {nobody}, of another level: {other_level}; "
        "added: {added}"
    ).format(
        taken_over=len(found.of("taken_over")),
        changed=len(found.of("changed")),
        less=sum(row.falls_short for row in found.rows),
        missing=len(found.of("missing")),
        nobody=sum(row.unassigned for row in found.rows),
        other_level=len(found.of("other_level")),
        added=len(found.of("added")),
    )
