"""The formats of `kehoach extract`: each is a row of a table, its libraries loaded when used."""

from collections.abc import Callable, Sequence
from pathlib import Path

from extract import Reading
from kehoach.tables.files import Files, csv_files, workbook_file


def _json(reading: Reading, _source: Path) -> bytes:
    return reading.plan.model_dump_json(indent=2).encode() + b"\n"


def _yaml(reading: Reading, _source: Path) -> bytes:
    from kehoach.yamlfile import as_yaml

    return as_yaml(reading.plan)


def _html(reading: Reading, source: Path) -> bytes:
    from kehoach.review.page import page

    return page(reading, source).encode()


FORMATS: dict[str, Callable[[Reading, Path], bytes]] = {
    "json": _json,
    "yaml": _yaml,
    "html": _html,
}
"""Format, which is also the file's ending → a document as the content of one file."""
LINES = "jsonl"
ALONE = frozenset({"json", "html"})
"""Formats that do not fit one behind another into a stream."""
TABLES: dict[str, Callable[[Path | None, Sequence[Path], str | None], Files]] = {
    "csv": csv_files,
    "xlsx": workbook_file,
}
"""Format → the files that all documents make together."""
