"""What belongs together: forms of one document, and citations of documents in the archive.

Both follow from the content of the archive alone, so the order in which it was filled does not
show.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kehoach.archive.store import Store

FORMATS = ("docx", "odt", "rtf", "doc", "html", "pdf", "text")
"""From the form that is read best to the one that is read worst."""


class Form(NamedTuple):
    """What tells whether two documents are forms of one."""

    document: str
    type: str
    agency: str
    subject: str
    code: str | None
    date: str | None
    start: int | None
    end: int | None
    format: str
    reviewed: bool


def resolve(store: Store) -> None:
    """Link the forms of each document, and each citation to the document that it means."""
    with store.change():
        link_forms(store)
        link_citations(store)


def link_forms(store: Store) -> None:
    """Link each document to its best form; only that one has rows besides the one in `plans`."""
    linked = dict(_links(_forms(store)))
    known = dict(store.all("SELECT sha256, form_of FROM documents WHERE form_of IS NOT NULL"))
    for document in known.keys() | linked.keys():
        if known.get(document) != linked.get(document):
            store.db.execute(
                "UPDATE documents SET form_of = ? WHERE sha256 = ?",
                (linked.get(document), document),
            )
            store.make_rows(document)


def _forms(store: Store) -> list[Form]:
    rows = store.all(
        "SELECT document, coalesce(doc_type, ''), agency_key, subject_key, code_key, date,"
        " period_start, period_end, source_format, document IN (SELECT document FROM reviews)"
        " FROM plans WHERE subject_key <> '' AND agency_key <> ''"
    )
    return [Form(*row) for row in rows]


def _links(forms: Iterable[Form]) -> Iterator[tuple[str, str]]:
    """Each form that is not the best of its document, and the best."""
    groups: dict[tuple[object, ...], list[Form]] = defaultdict(list)
    for form in forms:
        groups[form.type, form.agency, form.subject, form.start, form.end].append(form)
    for group in groups.values():
        for same in documents_of(group):
            best, *others = sorted(same, key=_rank)
            yield from ((other.document, best.document) for other in others)


def documents_of(group: Sequence[Form]) -> list[list[Form]]:
    """Forms of one subject, apart by number and date.

    A draft whose number is left blank is a form of the only numbered one; where there are several
    of those, nobody can tell.
    """
    numbered: dict[tuple[str, str | None], list[Form]] = defaultdict(list)
    for form in group:
        if form.code:
            numbered[form.code, form.date].append(form)
    drafts = [form for form in group if not form.code]
    found = list(numbered.values())
    if len(found) == 1:
        return [[*found[0], *drafts]]
    return [*found, drafts] if drafts else found


def _rank(form: Form) -> tuple[bool, bool, int, str]:
    place = FORMATS.index(form.format) if form.format in FORMATS else len(FORMATS)
    return (not form.reviewed, not (form.code and form.date), place, form.document)


def link_citations(store: Store) -> None:
    """Fill in which document of the archive each citation means."""
    issued: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for code, document, date, agency in store.all(
        "SELECT code_key, document, coalesce(date, ''), coalesce(agency_key, '') FROM plans"
        " JOIN documents ON sha256 = document WHERE code_key IS NOT NULL AND form_of IS NULL"
    ):
        issued[code].append((document, date, agency))
    for document, row, code, date, issuer, cited in store.all(
        "SELECT document, row, code_key, coalesce(date, ''), coalesce(issuer_key, ''), cited"
        " FROM citations WHERE code_key IS NOT NULL"
    ):
        means = [
            other
            for other, day, agency in issued.get(code, ())
            if other != document and is_same(date, issuer, day, agency)
        ]
        found = means[0] if len(means) == 1 else None
        if found != cited:
            store.db.execute(
                "UPDATE citations SET cited = ? WHERE (document, row) = (?, ?)",
                (found, document, row),
            )


def is_same(date: str, issuer: str, day: str, agency: str) -> bool:
    """Whether a citation with a date and an issuer can mean a document of `day` by `agency`.

    A code alone is not enough: every commune has its plan 5/KH-UBND each year. What both say must
    agree, and one of the two must be said by both.
    """
    dated, named = bool(date and day), bool(issuer and agency)
    dates_agree = date.startswith(day) or day.startswith(date)
    names_agree = issuer.endswith(agency) or agency.endswith(issuer)
    return (dated or named) and (not dated or dates_agree) and (not named or names_agree)
