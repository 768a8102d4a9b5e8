"""The form of the database: what is kept for good, and what is made from it.

Documents, paths, records and reviews are changed by numbered migrations. All other tables are made
from the records by the declarations in `tables`; when those change, the tables are made anew.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from sqlite_utils import Database, Migrations

from kehoach.archive.tables import FACTS, KEPT, Kept, name_of, type_of

MIGRATIONS = Migrations("kehoach-archive")

FIRST = (
    """CREATE TABLE documents (
        sha256 TEXT PRIMARY KEY,
        bytes INTEGER NOT NULL,
        read_by TEXT NOT NULL,  -- the version of the program
        seconds REAL,
        cause TEXT,  -- null where it was read
        message TEXT,
        form_of TEXT REFERENCES documents (sha256))""",
    """CREATE TABLE paths (
        address TEXT PRIMARY KEY,
        document TEXT REFERENCES documents (sha256),
        bytes INTEGER,
        modified INTEGER,
        cause TEXT,  -- null where it could be looked at
        message TEXT)""",
    "CREATE INDEX paths_document ON paths (document)",
    """CREATE TABLE records (
        document TEXT PRIMARY KEY REFERENCES documents (sha256),
        plan TEXT NOT NULL)""",
    """CREATE TABLE reviews (
        document TEXT PRIMARY KEY REFERENCES documents (sha256),
        plan TEXT NOT NULL,
        read_by TEXT NOT NULL)""",
    "CREATE TABLE made (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
)


@MIGRATIONS()
def m001_kept(db: Database) -> None:
    """What cannot be made again from anything else in the database."""
    for statement in FIRST:
        db.execute(statement)


ROW_HEAD = (
    "document TEXT NOT NULL REFERENCES documents (sha256)",
    "row INTEGER NOT NULL",
    "place TEXT NOT NULL",
)
ROW_TAIL = ("page INTEGER", "path TEXT", "starts INTEGER", "confidence REAL")
PLAN_HEAD = (
    "document TEXT PRIMARY KEY REFERENCES documents (sha256)",
    "code TEXT",
    "year INTEGER",
    "code_key TEXT",
    "agency_key TEXT",
    "subject_key TEXT",
    "findings INTEGER NOT NULL",
    "doubtful INTEGER NOT NULL",
)
INDEXED = ("key", "date", "year")
"""Ends of the names of columns by which rows are looked for."""


@cache
def tables() -> dict[str, tuple[str, ...]]:
    """Name of each table that is made from the records → its columns as SQL."""
    facts = tuple(f"{name_of(column)} {type_of(name_of(column))}" for column in FACTS)
    rows = {kept.name: (*ROW_HEAD, *_columns(kept)) for kept in KEPT}
    return {"plans": (*PLAN_HEAD, *facts), **rows}


@cache
def written(name: str) -> list[str]:
    """The columns of a table that are written with a document's rows; `cited` is found later."""
    found = [column.split()[0].strip('"') for column in tables()[name]]
    return [column for column in found if column != "cited"]


def _columns(kept: Kept) -> tuple[str, ...]:
    names = [name_of(column) for column in kept.table.columns]
    # "group" is a word of SQL
    values = tuple(f'"{name}" {type_of(name)}' for name in names)
    keys = tuple(f"{name}_key TEXT" for name in kept.keys)
    cited = ("replaces INTEGER NOT NULL", "cited TEXT") if kept.name == "citations" else ()
    return values + ROW_TAIL + keys + cited


SEARCH = (
    # SQLite takes the marks off every letter but đ, so that one is replaced; nothing moves
    """CREATE TABLE passages (
        id INTEGER PRIMARY KEY,
        document TEXT NOT NULL REFERENCES documents (sha256),
        row INTEGER NOT NULL,
        page INTEGER,
        path TEXT,
        starts INTEGER,
        text TEXT NOT NULL,
        plain TEXT AS (replace(replace(text, 'đ', 'd'), 'Đ', 'D')))""",
    "CREATE INDEX passages_document ON passages (document)",
    """CREATE VIRTUAL TABLE found USING fts5 (
        plain,
        content = 'passages',
        content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER passages_in AFTER INSERT ON passages BEGIN
        INSERT INTO found (rowid, plain) VALUES (new.id, new.plain);
        END""",
    """CREATE TRIGGER passages_out AFTER DELETE ON passages BEGIN
        INSERT INTO found (found, rowid, plain) VALUES ('delete', old.id, old.plain);
        END""",
)
RANK = """CASE {}.area_level
    WHEN 'central' THEN 3 WHEN 'province' THEN 2 WHEN 'district' THEN 1 ELSE 0 END"""
VIEWS = (
    f"""CREATE VIEW parents AS
        SELECT DISTINCT child.document AS document, parent.document AS parent
        FROM citations
        JOIN plans AS child USING (document)
        JOIN plans AS parent ON parent.document = citations.cited
        WHERE parent.doc_type = 'Kế hoạch' AND NOT citations.replaces
        AND {RANK.format("parent")} > {RANK.format("child")}""",  # noqa: S608 - our own text
    """CREATE VIEW same_targets AS
        SELECT own.document, own.row, superior.document AS parent, superior.row AS parent_row
        FROM parents
        JOIN targets AS own USING (document)
        JOIN targets AS superior ON superior.document = parents.parent
        WHERE superior.indicator_key = own.indicator_key
        AND (superior.year = own.year OR superior.year IS NULL OR own.year IS NULL)
        AND (superior.unit = own.unit OR superior.unit IS NULL OR own.unit IS NULL)""",
    """CREATE VIEW replaced AS
        SELECT DISTINCT cited AS document, document AS replaced_by
        FROM citations WHERE replaces AND cited IS NOT NULL""",
    """CREATE VIEW failures AS
        SELECT address, document, paths.cause, paths.message
        FROM paths WHERE cause IS NOT NULL
        UNION ALL
        SELECT address, document, documents.cause, documents.message
        FROM paths JOIN documents ON sha256 = document
        WHERE documents.cause IS NOT NULL AND paths.cause IS NULL""",
)


def statements() -> Iterator[str]:
    """What makes the tables that follow from the records, empty."""
    for name, columns in tables().items():
        key = () if name == "plans" else ("PRIMARY KEY (document, row)",)
        yield f"CREATE TABLE {name} ({', '.join((*columns, *key))})"
        for column in columns:
            named = column.split()[0].strip('"')
            if named.endswith(INDEXED):
                yield f"CREATE INDEX {name}_{named} ON {name} ({named})"
    yield from SEARCH
    yield from VIEWS


def stamp() -> str:
    """What tells one form of these tables from another."""
    return sha256("\n".join(statements()).encode()).hexdigest()
