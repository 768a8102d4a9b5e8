"""Which files the tables of some documents make: one workbook, or a CSV file for each table."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from extract import printable
from kehoach.files import make_folder
from kehoach.tables.csvfile import as_csv
from kehoach.tables.records import FOR_PROGRAMS, TARGETS
from kehoach.tables.table import Document

Make = Callable[[Sequence[Document]], bytes]
Files = dict[Path | None, Make]
"""Where a file goes, `None` for standard output → what makes its content."""

SEVERAL = "plans"
"""The name of a workbook with several documents."""


def workbook_file(output: Path | None, sources: Sequence[Path], _table: str | None) -> Files:
    """One workbook: at `output`, or in that folder under the name of its only source."""
    if output is None or _is_file(output, ".xlsx"):
        return {output: _workbook}
    make_folder(output)
    name = sources[0].stem if len(sources) == 1 else SEVERAL
    return {output / f"{name}.xlsx": _workbook}


def csv_files(output: Path | None, _sources: Sequence[Path], table: str | None) -> Files:
    """A file for each table in the folder `output`; as a file or stream, `table` or the targets."""
    if output is None or _is_file(output, ".csv"):
        return {output: partial(as_csv, FOR_PROGRAMS[table or TARGETS.key])}
    make_folder(output)
    chosen = [table] if table else [*FOR_PROGRAMS]
    return {output / f"{key}.csv": partial(as_csv, FOR_PROGRAMS[key]) for key in chosen}


def names(sources: Sequence[Path]) -> dict[Path, str]:
    """What each source is called in a table: its file's name, its path where names are alike."""
    seen = Counter(source.name for source in sources)
    return {
        source: printable(source.name if seen[source.name] == 1 else str(source))
        for source in sources
    }


def _is_file(output: Path, ending: str) -> bool:
    """Whether `output` is a file, or is to become one; any other name is that of a folder."""
    return not output.is_dir() and (output.exists() or output.suffix.lower() == ending)


def _workbook(documents: Sequence[Document]) -> bytes:
    from kehoach.tables.workbook import as_workbook

    return as_workbook(documents)
