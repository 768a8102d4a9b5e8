"""The account of an archive: what it holds, and what could not be read and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.archive.places import INSIDE
from kehoach.archive.store import Failure, Store
from kehoach.archive.store import failure as stored

COUNTS = {
    "paths": "SELECT count(*) FROM paths",
    "documents": "SELECT count(*) FROM documents",
    "read": "SELECT count(*) FROM documents WHERE cause IS NULL",
    "forms": "SELECT count(*) FROM documents WHERE form_of IS NOT NULL",
    "reviewed": "SELECT count(*) FROM reviews",
    "older": "SELECT count(*) FROM reviews JOIN documents ON sha256 = document"
    " WHERE reviews.read_by <> documents.read_by",
    "failed": "SELECT count(*) FROM failures",
}
"""Name of a count → how it is counted."""


@dataclass(frozen=True)
class Refused:
    """A path that could not be read, and why."""

    address: str
    failure: Failure


def counts(store: Store) -> dict[str, int]:
    """How much of what an archive holds."""
    return {name: store.one(query) for name, query in COUNTS.items()}


def refused(store: Store) -> Iterator[Refused]:
    """The paths that could not be read, by class of cause."""
    for address, cause, message in store.all(
        "SELECT address, cause, message FROM failures ORDER BY cause, address"
    ):
        yield Refused(address, stored(cause, message))


def to_retry(store: Store) -> list[str]:
    """The addresses to look at again: of a file in a zip file, that of the zip file."""
    found = (one.address.partition(INSIDE)[0] for one in refused(store))
    return sorted(set(found))
