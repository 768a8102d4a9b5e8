"""`kehoach extract`: documents become data."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

import click

import extract
from kehoach.command import FILE, Command
from kehoach.endings import report_error
from kehoach.files import json_names, keep_apart, make_folder, whole, write
from kehoach.summary import counts, tell_findings
from plan.messages import N_
from plan.model import Plan

Sources = tuple[Path, ...]


@click.command(
    cls=Command,
    help=N_(
        "Read documents (.docx, .pdf, .txt, .md) and write their plans as data.\n\n"
        "One SOURCE: JSON on standard output, or in the file named with -o. Several: JSON Lines "
        "on standard output, or with -o DIR one STEM.json each. A file that cannot be read does "
        "not stop the others."
    ),
    examples=[
        "kehoach extract demo/ke-hoach-huyen-ha-tang-so.docx",
        "kehoach extract demo/ke-hoach-huyen-ha-tang-so.docx demo/draft.docx -o data",
    ],
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=FILE)
@click.option(
    "-o",
    "--output",
    type=FILE,
    help=N_("The file to write, or the folder for several sources."),
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["json", "jsonl"]),
    help=N_("json: an object a file; jsonl: an object a line."),
)
@click.pass_context
def command(
    context: click.Context, sources: Sources, output: Path | None, form: str | None
) -> None:
    """Read every source once; exit 1 where some of several could not be read."""
    sources = tuple(dict.fromkeys(sources))
    if form == "json" and output is None and len(sources) > 1:
        raise click.UsageError(_("several sources as json need a folder: add -o DIR"))
    if form == "jsonl" or (output is None and len(sources) > 1):
        done = _as_lines(sources, output)
    else:
        done = _as_objects(sources, output)
    if done < len(sources):
        message = _("files that could not be read: {failed} of {all}")
        click.echo(message.format(failed=len(sources) - done, all=len(sources)), err=True)
        context.exit(1)


def _as_lines(sources: Sources, output: Path | None) -> int:
    """Write JSON Lines to `output` or standard output; the number of lines."""
    done = 0
    if output:
        keep_apart([output], sources)
    with whole(output) if output else _standard_output() as stream:
        for _source, plan in _readable(sources):
            stream.write(plan.model_dump_json().encode() + b"\n")
            done += 1
    return done


def _standard_output() -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdout.buffer)


def _as_objects(sources: Sources, output: Path | None) -> int:
    """Write an indented object each, to standard output or a file; the number of objects."""
    done = 0
    targets = _targets(sources, output) if output else {}
    for source, plan in _readable(sources):
        data = plan.model_dump_json(indent=2).encode() + b"\n"
        if source in targets:
            write(targets[source], data)
        else:
            click.echo(data, nl=False)
        done += 1
    return done


def _targets(sources: Sources, output: Path) -> dict[Path, Path]:
    """Source → the file for its data."""
    if len(sources) == 1 and not output.is_dir():
        files = [output]
    else:
        make_folder(output)
        files = [output / name for name in json_names(sources)]
    keep_apart(files, sources)
    return dict(zip(sources, files, strict=True))


def _readable(sources: Sources) -> Iterator[tuple[Path, Plan]]:
    """The sources that can be read; the others are told, but an only source ends the run."""
    for source in sources:
        try:
            plan = extract.read(source)
        except Exception as error:
            if len(sources) == 1:
                raise
            report_error(error)
            continue
        click.echo(f"{source.name}: {counts(plan)}", err=True)
        if len(sources) == 1:
            tell_findings(plan.findings)
        yield source, plan
