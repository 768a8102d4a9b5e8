"""`kehoach extract`: documents become data."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

import click

import extract
from extract import Reading
from kehoach.command import FILE, KNOWLEDGE, Command
from kehoach.endings import report_error
from kehoach.files import data_names, keep_apart, make_folder, whole, write
from kehoach.formats import ALONE, FORMATS, LINES, TABLES
from kehoach.summary import counts, tell_findings
from kehoach.tables.files import Files, names
from kehoach.tables.records import FOR_PROGRAMS
from kehoach.tables.table import Document
from plan.messages import N_

Sources = tuple[Path, ...]


@click.command(
    cls=Command,
    help=N_(
        "Read documents (Word, PDF, scan, OpenDocument, RTF, web page, text) and write their plans "
        "as data.\n\n"
        "One SOURCE: JSON on standard output, or in the file named with -o. Several: JSON Lines "
        "on standard output, or with -o DIR one STEM.json each. A file that cannot be read does "
        "not stop the others.\n\n"
        "With -f csv: tables of targets, tasks, responsibilities and schedule, each row naming its "
        "document. With -o DIR each table is a file; standard output and -o FILE.csv hold one "
        "table: the targets, or the one named with --table.\n\n"
        "With -f xlsx: one workbook for all documents, a sheet for each table; its sheet Phân công "
        "tells what each unit leads and joins, and by when.\n\n"
        "With -f html: a page that shows the document beside its data, for checking and correcting "
        "them in a browser; --review takes what was saved there as the truth."
    ),
    examples=[
        "kehoach extract demo/ke-hoach-huyen-ha-tang-so.docx",
        "kehoach extract demo/ke-hoach-huyen-ha-tang-so.docx demo/draft.docx -o data",
        "kehoach extract demo/ke-hoach-huyen-ha-tang-so.docx -f csv -o tables",
        "kehoach extract demo/ke-hoach-huyen-ha-tang-so.docx -f xlsx -o plan.xlsx",
        "kehoach extract demo/ke-hoach-huyen-ha-tang-so.pdf -f html -o review.html",
    ],
)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=FILE)
@click.option(
    "-o",
    "--output",
    type=FILE,
    help=N_("The file to write, or the folder for several files."),
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice([*FORMATS, LINES, *TABLES]),
    help=N_(
        "json: an object a file; jsonl: an object a line; yaml: the same data to read; csv, xlsx: "
        "tables; html: a page for review."
    ),
)
@click.option(
    "--table",
    type=click.Choice([*FOR_PROGRAMS]),
    help=N_("The table of -f csv; without it the targets, and in a folder all tables."),
)
@click.option(
    "--review",
    type=FILE,
    help=N_("The review saved in the page of -f html: take it as the truth for SOURCE."),
)
@KNOWLEDGE
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click hands over each option by its name
    context: click.Context,
    sources: Sources,
    output: Path | None,
    form: str | None,
    table: str | None,
    review: Path | None,
) -> None:
    """Read every source once; exit 1 where some of several could not be read."""
    sources = tuple(dict.fromkeys(sources))
    if table and form != "csv":
        raise click.UsageError(_("--table chooses a table of CSV: add -f csv"))
    if form in ALONE and output is None and len(sources) > 1:
        message = _("several sources as {form} need a folder: add -o DIR")
        raise click.UsageError(message.format(form=form))
    if review and len(sources) > 1:
        raise click.UsageError(_("a review fits one document: name one SOURCE with --review"))
    if form in TABLES:
        done = _as_tables(sources, TABLES[form](output, sources, table), review)
    elif form == LINES or (form is None and output is None and len(sources) > 1):
        done = _as_lines(sources, output, review)
    else:
        done = _as_files(sources, output, review, form or "json")
    if done < len(sources):
        message = _("files that could not be read: {failed} of {all}")
        click.echo(message.format(failed=len(sources) - done, all=len(sources)), err=True)
        context.exit(1)


def _as_lines(sources: Sources, output: Path | None, review: Path | None) -> int:
    """Write JSON Lines to `output` or standard output; the number of lines."""
    done = 0
    if output:
        keep_apart([output], [*sources, *_given(review)])
    with whole(output) if output else _standard_output() as stream:
        for _source, reading in _readable(sources, review):
            stream.write(reading.plan.model_dump_json().encode() + b"\n")
            done += 1
    return done


def _standard_output() -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdout.buffer)


def _given(review: Path | None) -> list[Path]:
    return [review] if review else []


def _as_tables(sources: Sources, files: Files, review: Path | None) -> int:
    """Write the tables of all documents; the number of documents."""
    keep_apart([path for path in files if path], [*sources, *_given(review)])
    name = names(sources)
    found = [Document(name[source], reading.plan) for source, reading in _readable(sources, review)]
    for path, make in files.items():
        _put(path, make(found))
    return len(found)


def _put(path: Path | None, data: bytes) -> None:
    """Write a file, or to standard output where there is no path."""
    if path:
        write(path, data)
    else:
        click.echo(data, nl=False)


def _as_files(sources: Sources, output: Path | None, review: Path | None, form: str) -> int:
    """Write each document by itself, to standard output or a file; the number of documents."""
    done = 0
    targets = _targets(sources, output, form) if output else {}
    keep_apart(list(targets.values()), [*sources, *_given(review)])
    for source, reading in _readable(sources, review):
        _put(targets.get(source), FORMATS[form](reading, source))
        done += 1
    return done


def _targets(sources: Sources, output: Path, form: str) -> dict[Path, Path]:
    """Source → the file for its data."""
    if len(sources) == 1 and not output.is_dir():
        files = [output]
    else:
        make_folder(output)
        files = [output / name for name in data_names(sources, form)]
    return dict(zip(sources, files, strict=True))


def _readable(sources: Sources, review: Path | None) -> Iterator[tuple[Path, Reading]]:
    """The sources that can be read; the others are told, but an only source ends the run."""
    for source in sources:
        try:
            reading = _read(source, review)
        except Exception as error:
            if len(sources) == 1:
                raise
            report_error(error)
            continue
        click.echo(f"{source.name}: {counts(reading.plan)}", err=True)
        if len(sources) == 1:
            tell_findings(reading.plan.findings)
        yield source, reading


def _read(source: Path, review: Path | None) -> Reading:
    """A document, its plan as the program read it or as a person reviewed it."""
    reading = extract.reading(source)
    if review is None:
        return reading
    from kehoach.review.verdicts import reviewed

    return replace(reading, plan=reviewed(reading, source, review))
