"""The tables of an archive one after another, and the same as a folder of CSV files."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from kehoach.archive.schema import tables
from kehoach.archive.store import Store
from kehoach.archive.tables import FACTS, KEPT, name_of
from kehoach.files import make_folder, whole
from kehoach.tables.csvfile import BYTE_ORDER_MARK, guarded

HIDDEN = "_key"
"""The end of the names of columns that only serve to compare documents."""
TITLES = {
    "document": "Mã băm SHA-256 của tệp",
    "row": "Thứ tự",
    "place": "Vị trí trong dữ liệu",
    "page": "Trang",
    "path": "Đoạn hoặc ô",
    "starts": "Ký tự bắt đầu",
    "confidence": "Độ tin cậy",
    "code": "Số, ký hiệu",
    "year": "Năm",
    "findings": "Số điểm cần xem lại",
    "doubtful": "Số giá trị chưa chắc chắn",
    "replaces": "Được thay thế",
    "cited": "Văn bản trong kho",
}


@dataclass(frozen=True)
class Column:
    """A column: its name, its title for people, its type in SQLite."""

    name: str
    title: str
    type: str


@dataclass(frozen=True)
class Exported:
    """A table of an archive: name, title, columns; its rows come from the database as needed."""

    name: str
    title: str
    columns: Sequence[Column]

    def rows(self, store: Store) -> Iterator[tuple[Any, ...]]:
        """The rows, in an order that is always the same."""
        names = ", ".join(f'"{column.name}"' for column in self.columns)
        order = "document" if self.name == "plans" else "document, row"
        yield from store.each(f"SELECT {names} FROM {self.name} ORDER BY {order}")  # noqa: S608 - names from our own table


def exported() -> list[Exported]:
    """The tables that people and programs are given."""
    titles = {"plans": "Kế hoạch", **{kept.name: kept.table.title for kept in KEPT}}
    named = {name_of(column): column.title for column in FACTS}
    of_table = {kept.name: {name_of(c): c.title for c in kept.table.columns} for kept in KEPT}
    return [
        Exported(name, titles[name], _columns(columns, TITLES | of_table.get(name, named)))
        for name, columns in tables().items()
    ]


def _columns(written: Sequence[str], titles: dict[str, str]) -> list[Column]:
    parts = [column.split() for column in written]
    names = [(part[0].strip('"'), part[1]) for part in parts]
    return [Column(name, titles[name], kind) for name, kind in names if not name.endswith(HIDDEN)]


def export(store: Store, folder: Path) -> None:
    """Write a CSV file for each table into `folder`."""
    make_folder(folder)
    for table in exported():
        write_csv(folder / f"{table.name}.csv", [c.name for c in table.columns], table.rows(store))


def write_csv(path: Path, heading: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    """Write a CSV file in which no text can run as a formula."""
    with whole(path) as stream:
        text = io.TextIOWrapper(cast("io.BytesIO", stream), "utf-8", newline="")
        text.write(BYTE_ORDER_MARK)
        writer = csv.writer(text)
        writer.writerow(heading)
        writer.writerows(map(guarded, row) for row in rows)
        text.flush()
        text.detach()
