"""What an archive keeps of one plan, as rows ready to be written.

Rows are made where documents are read, in parallel; whoever writes them only writes.
"""

from collections.abc import Iterator
from typing import Any

import regex

from kehoach.archive.passages import Passage, passages
from kehoach.archive.tables import FACTS, KEPT, Kept, value_of
from kehoach.review.items import items
from kehoach.tables.words import confidence
from plan.bodies import identity
from plan.model import Area, Plan, Span
from plan.text import fold

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
"""Name of a table → its rows of one document, without the document."""

NOWHERE = Area()
"""Bodies are compared across plans, so no plan's own place is left out of their names."""
REPLACES = regex.compile(r"thay thế[^.;]{0,60}$", regex.IGNORECASE)
LOOK_BACK = 100
"""Characters before a citation in which it is said that it is replaced."""


def rows_of(plan: Plan) -> Rows:
    """The rows of `plan` for every table, each with its number first."""
    found = list(passages(plan))
    return {
        "plans": [_facts(plan)],
        "passages": [
            (number, *_spot(passage.span), passage.text) for number, passage in enumerate(found)
        ],
        **{kept.name: list(_records(kept, plan, found)) for kept in KEPT},
    }


def code_key(code: str | None) -> str | None:
    """What two spellings of a document's code share: `05/KH-UBND` and `5/KH-UBND` are one."""
    return fold(code).lstrip("0") or None if code else None


def body_key(name: str | None) -> str | None:
    """What two spellings of a body's name share, without marks."""
    return fold(identity(name, NOWHERE)) if name else None


def _facts(plan: Plan) -> Row:
    header = plan.header
    code = f"{header.number}/{header.symbol}" if header.number and header.symbol else None
    year = int(header.date[:4]) if header.date else plan.period.start
    doubtful = sum(item.is_doubtful for item in items(plan))
    values = (value_of(column, plan) for column in FACTS)
    return (
        code,
        year,
        code_key(code),
        body_key(header.agency),
        fold(header.subject or ""),
        len(plan.findings),
        doubtful,
        *values,
    )


def _records(kept: Kept, plan: Plan, found: list[Passage]) -> Iterator[Row]:
    pairs = zip(kept.table.rows(plan), kept.places(plan), strict=True)
    for number, (record, place) in enumerate(pairs):
        yield (
            number,
            place,
            *(value_of(column, record) for column in kept.table.columns),
            *_spot(record.span),
            confidence(record.evidence),
            *(KEYS[name](getattr(record, name)) for name in kept.keys),
            *((replaces(record.code, found),) if kept.name == "citations" else ()),
        )


def _key(value: str | list[str] | None) -> str | None:
    text = "; ".join(value) if isinstance(value, list) else value
    return fold(text) if text else None


KEYS = {
    "indicator": _key,
    "unit": body_key,
    "lead": _key,
    "code": code_key,
    "issuer": body_key,
    "name": body_key,
}
"""Column → what makes its values comparable across documents."""


def replaces(code: str | None, found: list[Passage]) -> bool:
    """Whether the text says that it replaces (thay thế) the document `code`."""
    if not code:
        return False
    return any(
        REPLACES.search(text[max(at - LOOK_BACK, 0) : at])
        for text, _ in found
        if (at := text.find(code)) > 0
    )


def _spot(span: Span | None) -> Row:
    return (span.page, span.path, span.start) if span else (None, None, None)
