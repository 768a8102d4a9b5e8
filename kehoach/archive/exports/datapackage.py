"""The tables as a Data Package: the CSV files, and beside them what their columns are."""

import json
from pathlib import Path
from typing import Any

from kehoach import __version__
from kehoach.archive.exports.tables import Column, Exported, exported
from kehoach.archive.exports.tables import export as export_csv
from kehoach.archive.store import Store
from kehoach.files import write

TYPES = {"INTEGER": "integer", "REAL": "number", "TEXT": "string"}
GUARD = "An apostrophe stands before a text that a spreadsheet could run as a formula; take it off."


def export(store: Store, folder: Path) -> None:
    """Write the tables and `datapackage.json` into `folder`."""
    export_csv(store, folder)
    described = {
        "profile": "tabular-data-package",
        "name": "kehoach-archive",
        "version": __version__,
        "description": GUARD,
        "resources": [_resource(table) for table in exported()],
    }
    data = json.dumps(described, ensure_ascii=False, indent=2).encode() + b"\n"
    write(folder / "datapackage.json", data)


def _resource(table: Exported) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "lineTerminator": "\r\n"},
        "schema": {"fields": [_field(column) for column in table.columns], **_keys(table)},
    }


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "title": column.title, "type": TYPES[column.type]}


def _keys(table: Exported) -> dict[str, Any]:
    if table.name == "plans":
        return {"primaryKey": "document"}
    plans = {"fields": "document", "reference": {"resource": "plans", "fields": "document"}}
    return {"primaryKey": ["document", "row"], "foreignKeys": [plans]}
