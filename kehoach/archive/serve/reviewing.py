"""The review page of a document in an archive, made when somebody asks for it."""

from dataclasses import replace

import extract
from kehoach.archive.places import digest, local
from kehoach.archive.reviews import address
from kehoach.archive.store import Store
from kehoach.review.page import page
from plan.errors import UnreadableError
from plan.messages import N_


def review_page(store: Store, document: str) -> str:
    """The review page of a document, with what the archive holds to be true of it.

    Raises:
        UnreadableError: the document is in no place any more, or was changed there.
        OSError: its place cannot be read.
    """
    where = address(store, document, document[:12])
    if digest(where) != document:
        raise UnreadableError(
            N_("{file}: the file was changed since; run `kehoach archive add` on it again"),
            file=where,
        )
    with local(where) as file:
        reading = extract.reading(file)
        plan = store.plan(document)
        return page(replace(reading, plan=plan) if plan else reading, file)
