"""The tables of an archive as Parquet files, for programs that work on very many rows."""

from itertools import islice
from pathlib import Path

from kehoach.archive.exports.tables import Exported, exported
from kehoach.archive.store import Store
from kehoach.files import make_folder, whole
from plan.errors import MissingToolError
from plan.messages import N_

BATCH = 50_000
"""Rows that are held in memory at a time."""


def export(store: Store, folder: Path) -> None:
    """Write a Parquet file for each table into `folder`.

    Raises:
        MissingToolError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: F401 - only to see whether it is there
    except ImportError as error:
        raise MissingToolError(
            N_("parquet needs pyarrow; install it with: pip install kehoach[parquet]")
        ) from error
    make_folder(folder)
    for table in exported():
        _write(folder / f"{table.name}.parquet", table, store)


def _write(path: Path, table: Exported, store: Store) -> None:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    types = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string()}
    schema = pa.schema([(column.name, types[column.type]) for column in table.columns])
    rows = table.rows(store)
    with whole(path) as stream, ParquetWriter(stream, schema) as writer:
        while batch := list(islice(rows, BATCH)):
            columns = zip(*batch, strict=True)
            arrays = [
                pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
