"""Reviews in an archive: what a person confirmed is the truth for a document, and stays it."""

from pathlib import Path

import extract
from kehoach.archive.places import local
from kehoach.archive.resolve import resolve
from kehoach.archive.store import Store
from kehoach.review.saved import load
from kehoach.review.verdicts import reviewed
from plan.errors import UnreadableError
from plan.messages import N_


def take(store: Store, file: Path) -> None:
    """Take the review saved in `file` as the truth for its document.

    Raises:
        UnreadableError: the document is not in the archive or out of reach, or the review is no
            good (see `kehoach.review.verdicts.reviewed`).
    """
    document = load(file).document
    with local(address(store, document.sha256, document.name)) as source:
        plan = reviewed(extract.reading(source), source, file)
    with store.change():
        store.put_review(document.sha256, plan)
    resolve(store)


def address(store: Store, document: str, name: str) -> str:
    """A place where a document of the archive is.

    Raises:
        UnreadableError: it is in no place that the archive knows.
    """
    found: str | None = store.one(
        "SELECT address FROM paths WHERE document = ? AND cause IS NULL ORDER BY address", document
    )
    if found is None:
        raise UnreadableError(
            N_(
                "{file}: this document is not in the archive; run `kehoach archive add` on it first"
            ),
            file=name,
        )
    return found
