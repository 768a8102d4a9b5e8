"""Opening an archive: its database is found or made, and brought up to date in one step."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from kehoach.archive.resolve import link_citations
from kehoach.archive.schema import MIGRATIONS, stamp, statements
from kehoach.archive.store import Store
from plan.errors import UnreadableError
from plan.messages import N_

SECONDS = 60.0
"""How long one run waits for another that is writing."""
SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)


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
        store.make_rows(document)
    link_citations(store)
