"""The database of an archive: opened, brought up to date, read and written."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kehoach import __version__
from kehoach.archive.rows import Rows, rows_of
from kehoach.archive.schema import MIGRATIONS, stamp, statements, tables, written
from plan.errors import UnreadableError
from plan.messages import N_, Argument, Message
from plan.model import Plan

SECONDS = 60.0
"""How long one run waits for another that is writing."""
ROW_TABLES = tuple(name for name in tables() if name != "plans")
SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)


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


PASSAGE = ("document", "row", "page", "path", "starts", "text")


@contextmanager
def opened(path: Path, *, new: bool = False) -> Iterator[Store]:
    """The archive at `path`, brought up to date; made where it is `new` and not there yet.

    Raises:
        UnreadableError: there is no archive at `path`.
        ConfigurationError: it was made by a newer version of the program.
    """
    if not new and not path.is_file():
        raise UnreadableError(
            N_("{file}: there is no such archive; make it with `kehoach archive add`"),
            file=str(path),
        )
    connection = sqlite3.connect(path, timeout=SECONDS, isolation_level=None)
    try:
        store = Store(Database(connection))
        bring_up_to_date(store, path)
        yield store
    except sqlite3.DatabaseError as error:
        raise database_error(path, error) from error
    finally:
        connection.close()


def database_error(path: Path, error: sqlite3.DatabaseError) -> UnreadableError:
    """What a person is told where the database itself fails: no archive, full disk, locked."""
    return UnreadableError(
        N_(
            "{file}: the archive cannot be used ({reason}); nothing that it holds is lost: mend "
            "that, then run the same again"
        ),
        file=str(path),
        reason=str(error),
    )


def bring_up_to_date(store: Store, path: Path) -> None:
    """Apply what migrations are missing, and make anew the tables whose form has changed."""
    for setting in SETTINGS:
        store.db.execute(setting)
    with store.change():
        applied = {migration.name for migration in MIGRATIONS.applied(store.db)}
        known = {migration.name for migration in MIGRATIONS.pending(Database(memory=True))}
        if store.db.table_names() and not applied:
            raise UnreadableError(
                N_("{file}: a database, but no archive of kehoach; choose another name"),
                file=str(path),
            )
        if applied - known:
            raise UnreadableError(
                N_("{file}: this archive was made by a newer kehoach; install that one"),
                file=str(path),
            )
        MIGRATIONS.apply(store.db)
        if store.one("SELECT value FROM made WHERE name = 'stamp'") != stamp():
            make_anew(store)


def make_anew(store: Store) -> None:
    """Make the tables that follow from the records, and fill them from what is kept."""
    for kind, name in json.loads(store.one("SELECT value FROM made WHERE name = 'parts'") or "[]"):
        store.db.execute(f"DROP {kind} IF EXISTS {name}")
    before = set(store.all("SELECT name FROM sqlite_schema"))
    for statement in statements():
        store.db.execute(statement)
    made = store.all(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'table')"
        " AND name NOT LIKE 'found_%' ORDER BY type = 'table', name <> 'found'"
    )
    parts = [part for part in made if (part[1],) not in before]
    for name, value in (("parts", json.dumps(parts)), ("stamp", stamp())):
        store.db.execute("REPLACE INTO made (name, value) VALUES (?, ?)", (name, value))
    for (document,) in store.all("SELECT document FROM records ORDER BY document"):
        plan = store.plan(document)
        if plan:
            store.put_rows(document, rows_of(plan))


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
