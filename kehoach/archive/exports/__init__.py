"""What leaves an archive: its tables in several forms, deadlines as a calendar, whole records."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from kehoach.archive.store import Store

FORMS = {
    "csv": "tables",
    "xlsx": "workbook",
    "parquet": "parquet",
    "jsonl": "lines",
    "datapackage": "datapackage",
    "ics": "calendar",
    "metadata": "metadata",
}
"""Name of a form → the module here whose `export` writes it to a file or folder."""


def export(store: Store, form: str, output: Path) -> None:
    """Write an archive to `output` in one of `FORMS`.

    Raises:
        OutputError: the system does not let it be written.
        MissingToolError: the form needs a package that is not installed.
    """
    write: Callable[[Store, Path], None] = import_module(f"{__name__}.{FORMS[form]}").export
    write(store, output)
