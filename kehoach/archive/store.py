"""The database of an archive: opened, brought up to date, read and written."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from kehoach import __version__
from kehoach.archive.rows import Rows, rows_of
from kehoach.archive.schema import tables, written
from plan.messages import Argument, Message
from plan.model import Plan

PASSAGE = ("document", "row", "page", "path", "starts", "text")
ROW_TABLES = tuple(name for name in tables() if name != "plans")


@dataclass(frozen=True)
class Failure:
    """Why something could not be read: the class of cause, and the sentence for a person."""

    cause: str
    template: str
    args: dict[str, Argument]

    @property
    def message(self) -> Message:
        """The sentence, still to be translated."""
        return Message(self.template, self.args)

    def stored(self) -> tuple[str, str]:
        """Class and sentence as the database keeps them."""
        return self.cause, json.dumps([self.template, self.args], ensure_ascii=False)


def failure(cause: str, message: str) -> Failure:
    """A failure as the database keeps it."""
    return Failure(cause, *json.loads(message))


@dataclass(frozen=True)
class Spot:
    """A path as the archive keeps it: where, how large, when changed (ns)."""

    address: str
    size: int | None = None
    modified: int | None = None


class Store:
    """An open archive. Each change is one transaction; nothing is ever half written."""

    def __init__(self, db: Database) -> None:
        self.db = db

    @property
    def address(self) -> str:
        """Where the database is."""
        return str(self.one("SELECT file FROM pragma_database_list WHERE name = 'main'"))

    @contextmanager
    def change(self) -> Iterator[None]:
        """One transaction that waits for others which are writing."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.conn.rollback()
            raise
        self.db.execute("COMMIT")

    def all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows that a query gives."""
        return list(self.db.execute(query, values))

    def each(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives, one after another."""
        return iter(self.db.execute(query))

    def one(self, query: str, *values: object) -> Any:  # noqa: ANN401 - any value of a row
        """The first value that a query gives, or nothing."""
        row = self.db.execute(query, values).fetchone()
        return row[0] if row else None

    def up_to_date(self, document: str) -> bool:
        """Whether a document was read, or refused, by this version of the program or a newer."""
        by = self.one("SELECT read_by FROM documents WHERE sha256 = ?", document)
        return by is not None and numbers(by) >= numbers(__version__)

    def document_at(self, spot: Spot) -> str | None:
        """The document at a path that has not changed since it was last looked at."""
        found: str | None = self.one(
            "SELECT document FROM paths WHERE (address, bytes, modified) = (?, ?, ?)",
            spot.address,
            spot.size,
            spot.modified,
        )
        return found

    def put_paths(self, spots: Iterable[Spot], document: str) -> None:
        """Say of paths which document they hold."""
        for spot in spots:
            self._put_path(spot, document, (None, None))

    def put_trouble(self, spot: Spot, failure: Failure) -> None:
        """Say of a path why it could not be looked at; a document that it had stays."""
        known = self.one("SELECT document FROM paths WHERE address = ?", spot.address)
        self._put_path(spot, known, failure.stored())

    def forget_trouble(self, address: str) -> None:
        """Forget what could not be looked at, at and under an address that is to be walked anew."""
        self.db.execute(
            "DELETE FROM paths WHERE document IS NULL AND (address = ?1"
            " OR substr(address, 1, length(?1) + 1) IN (?1 || '/', ?1 || '\\'))",
            (address,),
        )

    def _put_path(
        self, spot: Spot, document: str | None, cause: tuple[str | None, str | None]
    ) -> None:
        self.db.execute(
            "REPLACE INTO paths (address, document, bytes, modified, cause, message)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (spot.address, document, spot.size, spot.modified, *cause),
        )

    def put_plan(self, document: str, size: int, seconds: float, plan: str, rows: Rows) -> None:
        """Keep what was read from a document in the place of what was read before.

        Where a person has reviewed the document, the review stays what its rows are made of.
        """
        self._put_document(document, size, seconds, (None, None))
        self.db.execute("REPLACE INTO records (document, plan) VALUES (?, ?)", (document, plan))
        review = self.one("SELECT plan FROM reviews WHERE document = ?", document)
        self.put_rows(document, rows_of(Plan.model_validate_json(review)) if review else rows)

    def put_failure(self, document: str, size: int, seconds: float, failure: Failure) -> None:
        """Keep why a document could not be read; what an earlier version read stays."""
        self._put_document(document, size, seconds, failure.stored())

    def _put_document(
        self, document: str, size: int, seconds: float, cause: tuple[str | None, str | None]
    ) -> None:
        self.db.execute(
            "INSERT INTO documents (sha256, bytes, read_by, seconds, cause, message)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET"
            " read_by = excluded.read_by, seconds = excluded.seconds,"
            " cause = excluded.cause, message = excluded.message",
            (document, size, __version__, seconds, *cause),
        )

    def put_rows(self, document: str, rows: Rows) -> None:
        """Write the rows of a document in the place of those it has.

        Of a document that is another form of one in the archive, only the row in `plans`.
        """
        other = self.one("SELECT form_of FROM documents WHERE sha256 = ?", document)
        for name in ("plans", "passages", *ROW_TABLES):
            self.db.execute(f"DELETE FROM {name} WHERE document = ?", (document,))  # noqa: S608 - a name from our own table
            if name == "plans" or other is None:
                self._insert(name, document, rows[name])

    def _insert(self, name: str, document: str, rows: Iterable[tuple[Any, ...]]) -> None:
        columns = PASSAGE if name == "passages" else written(name)
        names = ", ".join(f'"{column}"' for column in columns)
        places = ", ".join("?" * len(columns))
        self.db.conn.executemany(
            f"INSERT INTO {name} ({names}) VALUES ({places})",  # noqa: S608 - names from our own table
            ((document, *row) for row in rows),
        )

    def make_rows(self, document: str) -> None:
        """Make the rows of a document anew from what is held to be true of it."""
        if plan := self.plan(document):
            self.put_rows(document, rows_of(plan))

    def put_review(self, document: str, plan: Plan) -> None:
        """Keep a reviewed plan as the truth for its document."""
        self.db.execute(
            "REPLACE INTO reviews (document, plan, read_by) VALUES (?, ?, ?)",
            (document, plan.model_dump_json(), __version__),
        )
        self.put_rows(document, rows_of(plan))

    def plan(self, document: str) -> Plan | None:
        """What the archive holds to be true of a document: its review, or what was read."""
        found = self.one(
            "SELECT coalesce(reviews.plan, records.plan) FROM records"
            " LEFT JOIN reviews USING (document) WHERE document = ?",
            document,
        )
        return Plan.model_validate_json(found) if found else None


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
