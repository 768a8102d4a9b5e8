"""Whole records as JSON Lines: a document a line, with its paths and its plan."""

import json
from pathlib import Path

from kehoach.archive.store import Store
from kehoach.files import whole

QUERY = """
    SELECT sha256, form_of, reviews.plan IS NOT NULL, coalesce(reviews.plan, records.plan),
        (SELECT json_group_array(address)
         FROM (SELECT address FROM paths WHERE document = sha256 ORDER BY address))
    FROM documents JOIN records ON records.document = sha256
    LEFT JOIN reviews ON reviews.document = sha256 ORDER BY sha256"""


def export(store: Store, path: Path) -> None:
    """Write a line for each document that was read."""
    with whole(path) as stream:
        for document, form_of, reviewed, plan, paths in store.each(QUERY):
            head = {"document": document, "form_of": form_of, "reviewed": bool(reviewed)}
            record = {**head, "paths": json.loads(paths), "plan": json.loads(plan)}
            stream.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
