"""`kehoach archive`: thousands of documents as one database."""

import os
from collections import Counter
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from kehoach.command import FILE, Command, Group
from kehoach.language import say
from kehoach.show import console
from plan.messages import N_

DB = click.option("--db", required=True, type=FILE, help=N_("The archive: a SQLite database."))
FORMS = ("csv", "xlsx", "parquet", "jsonl", "datapackage", "ics", "metadata")
STOPPED = 130
"""The exit code after Ctrl-C, as shells have it."""


@click.group(cls=Group, help=N_("Thousands of documents as one database."))
def command() -> None:
    """Hold the commands on archives together."""


OPTIONS = (
    DB,
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(1),
        default=os.cpu_count() or 1,
        show_default=True,
        help=N_("How many documents are read at a time."),
    ),
    click.option(
        "--engine",
        type=click.Choice(["local", "ray"]),
        default="local",
        help=N_("local: processes of this machine; ray: a cluster, or this machine as one."),
    ),
    click.option(
        "--seconds",
        type=click.IntRange(1),
        default=600,
        show_default=True,
        help=N_("How long one document may take."),
    ),
    click.option(
        "--megabytes",
        type=click.IntRange(200),
        default=2048,
        show_default=True,
        help=N_("How much memory one document may take."),
    ),
    click.option(
        "--progress",
        type=click.Choice(["line", "quiet", "json"]),
        default="line",
        help=N_("line: a line on the screen; json: a line of JSON for each path; quiet: none."),
    ),
    click.option(
        "--knowledge",
        metavar="DIR",
        type=FILE,
        help=N_("A folder with words of your own; docs/knowledge.md tells how."),
    ),
)
"""The options of a run."""


def runs(function: click.decorators.FC) -> click.decorators.FC:
    """Give a command the options of a run."""
    for option in reversed(OPTIONS):
        function = option(function)
    return function


@command.command(
    cls=Command,
    help=N_(
        "Read all documents at PATH into an archive: files, folders and the zip files in them, "
        "addresses such as s3://….\n\n"
        "Each content is read once, whatever its names. Stop it whenever you like: the same "
        "command goes on where it was. What cannot be read is told by `kehoach archive status`."
    ),
    examples=["kehoach archive add demo --db plans.db"],
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@runs
def add(paths: tuple[str, ...], db: Path, **settings: Any) -> None:  # noqa: ANN401 - options of a run
    """Bring documents into an archive."""
    from kehoach.archive.places import address_of, is_url

    found = [path if is_url(path) else address_of(Path(path).absolute()) for path in paths]
    _run(db, found, again=False, **settings)


@command.command(
    cls=Command,
    help=N_("Try again to read what could not be read, and nothing else."),
    examples=["kehoach archive retry --db plans.db"],
)
@runs
def retry(db: Path, **settings: Any) -> None:  # noqa: ANN401 - options of a run
    """Read again what could not be read."""
    from kehoach.archive.account import to_retry
    from kehoach.archive.opening import opened

    with opened(db) as store:
        found = to_retry(store)
    _run(db, found, again=True, **settings)


def _run(  # noqa: PLR0913 - the options of a run as click hands them over
    db: Path,
    addresses: list[str],
    *,
    jobs: int,
    engine: str,
    seconds: int,
    megabytes: int,
    progress: str,
    knowledge: Path | None,
    again: bool,
) -> None:
    """Bring what is at `addresses` into the archive at `db`."""
    from kehoach.archive.engines import ENGINES
    from kehoach.archive.opening import opened
    from kehoach.archive.pool import Limits
    from kehoach.archive.progress import told
    from kehoach.archive.run import Run, find
    from kehoach.archive.work import learn

    learn(knowledge)
    work = ENGINES[engine](jobs, Limits(seconds, megabytes))
    with opened(db, new=not again) as store:
        try:
            found = find(store, addresses)
            with told(progress, len(found)) as watcher:
                Run(store, watcher, knowledge, again).add(found, work)
        except KeyboardInterrupt:
            click.echo(_("stopped; the same command goes on where this one was"), err=True)
            raise click.exceptions.Exit(STOPPED) from None


@command.command(
    cls=Command,
    help=N_("Tell what an archive holds, and for each file that could not be read, why."),
    examples=["kehoach archive status --db plans.db"],
)
@DB
def status(db: Path) -> None:
    """Print the account of an archive."""
    from kehoach.archive.account import counts, refused
    from kehoach.archive.causes import CAUSES
    from kehoach.archive.opening import opened

    with opened(db) as store:
        found = counts(store)
        click.echo(
            _(
                "paths: {paths}; documents: {documents}, read: {read}, of these another form of "
                "one that is there: {forms}, reviewed: {reviewed} (with an older version: {older})"
            ).format(**found)
        )
        failed = list(refused(store))
    for cause, number in Counter(one.failure.cause for one in failed).most_common():
        click.echo(f"{cause}: {number} ({_(CAUSES[cause])})")
    for one in failed:
        click.echo(f"{one.failure.cause}\t{one.address}\t{say(one.failure.message)}")


@command.command(
    cls=Command,
    help=N_(
        "Take reviews saved in review pages as the truth for their documents.\n\n"
        "What a person confirmed or corrected stays, also when documents are read anew."
    ),
    examples=["kehoach archive review ke-hoach.review.json --db plans.db"],
)
@click.argument("files", metavar="REVIEW...", nargs=-1, required=True, type=FILE)
@DB
def review(files: tuple[Path, ...], db: Path) -> None:
    """Take saved reviews into an archive."""
    from kehoach.archive.opening import opened
    from kehoach.archive.reviews import take

    with opened(db) as store:
        for file in files:
            take(store, file)


@command.command(
    cls=Command,
    help=N_(
        "Find passages by their words; ha tang so finds hạ tầng số too.\n\n"
        "All words must be there; words in quotes must stand one behind another."
    ),
    examples=["kehoach archive search ha tang so --db plans.db"],
)
@click.argument("words", metavar="WORD...", nargs=-1, required=True)
@click.option(
    "-n",
    "--number",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help=N_("How many passages."),
)
@DB
def search(words: tuple[str, ...], number: int, db: Path) -> None:
    """Print the passages that were found."""
    from kehoach.archive.opening import opened
    from kehoach.archive.search import search as hits

    table = Table.grid(padding=(0, 2, 1, 0))
    with opened(db) as store:
        for hit in hits(store, words, number):
            where = _("page {page}").format(page=hit.page) if hit.page else ""
            told = (hit.code, hit.date, hit.agency, hit.name, where)
            text = Text(hit.text)
            for start, end in hit.marked:
                text.stylize("bold", start, end)
            table.add_row(Text("\n".join(filter(None, told))), text)
    if table.row_count:
        console().print(table)
    else:
        click.echo(_("nothing found"), err=True)


@command.command(
    cls=Command,
    help=N_(
        "Write what an archive holds.\n\n"
        "csv, parquet, datapackage: a folder with a file for each table; xlsx: a workbook; jsonl: "
        "a whole record a line; ics: the deadlines for a calendar; metadata: the descriptions of "
        "the documents as archives ask for them."
    ),
    examples=[
        "kehoach archive export -f xlsx -o archive.xlsx --db plans.db",
        "kehoach archive export -f ics -o deadlines.ics --db plans.db",
    ],
)
@click.option(
    "-f",
    "--format",
    "form",
    required=True,
    type=click.Choice(FORMS),
    help=N_("The form to write."),
)
@click.option("-o", "--output", required=True, type=FILE, help=N_("The file or folder to write."))
@DB
def export(form: str, output: Path, db: Path) -> None:
    """Write an archive in another form."""
    from kehoach.archive.exports import export as write
    from kehoach.archive.opening import opened
    from kehoach.files import keep_apart

    keep_apart([output], [db])
    with opened(db) as store:
        write(store, form, output)


@command.command(
    cls=Command,
    help=N_(
        "Show an archive in the browser: ready views, search, plots, every table, and for each row "
        "the document at its place.\n\n"
        "The pages are on this machine only and change nothing. Ctrl-C ends them."
    ),
    examples=["kehoach archive serve --db plans.db"],
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8765,
    show_default=True,
    help=N_("The port of this machine to serve on."),
)
@DB
def serve(port: int, db: Path) -> None:
    """Serve the pages of an archive."""
    from kehoach.archive.serve.site import serve as start

    click.echo(_("http://127.0.0.1:{port}/ - Ctrl-C ends it").format(port=port), err=True)
    start(db, port)
