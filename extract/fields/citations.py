"""The documents that a plan rests on (căn cứ) and the others that it names (văn bản viện dẫn)."""

from collections.abc import Sequence

import regex

from extract.fields.mentions import Mention, mentions
from extract.paragraphs import Paragraph
from plan.model import Citation, Header
from plan.text import fold

ATTACHED = regex.compile(r"kèm theo\s*$", regex.I)
SAID_BY = regex.compile(
    r"của\s+(?P<body>\p{Lu}(?:(?!\scủa\s)[^;]){2,80}?)\s+(?:nêu\s+)?tại\s*(?:các\s+)?$"
)
OWN_PLAN = regex.compile(r"(?:ban hành|xây dựng|lập|đề ra)\s+(?i:kế hoạch)")
LOOK_BACK = 120
"""Characters before a mention in which the body that says it is looked for."""


def preamble_of(
    paragraphs: Sequence[Paragraph], own: str | None
) -> tuple[list[Citation], list[Citation]]:
    """Legal bases, and the documents named inside their titles or in the plan's own."""
    bases: list[Citation] = []
    inner: list[Citation] = []
    for paragraph in paragraphs:
        found = located(paragraph)
        title = own_title(paragraph.text, found)
        for mention in found:
            before = paragraph.text[max(mention.start - LOOK_BACK, 0) : mention.start]
            if is_own(mention.citation, own) or ATTACHED.search(before):
                continue
            speaker = SAID_BY.search(before)
            if speaker and mention.citation.issuer is None:
                mention.citation.issuer = speaker["body"]
            (bases if mention.start < title else inner).append(mention.citation)
            inner += [m.citation for m in mention.inner]
    return unique(bases, []), inner


def own_title(text: str, found: Sequence[Mention]) -> int:
    """Where the plan says its own title ("ban hành Kế hoạch …"), not a cited document's."""
    spans = [(mention.start, mention.end) for mention in found]
    places = (match.end() for match in OWN_PLAN.finditer(text))
    outside = (p for p in places if not any(start < p <= end for start, end in spans))
    return next(outside, len(text))


def body_of(paragraphs: Sequence[Paragraph]) -> list[Citation]:
    """All documents named in paragraphs of the body."""
    return [
        c
        for p in paragraphs
        for m in located(p)
        for c in (m.citation, *(i.citation for i in m.inner))
    ]


def located(paragraph: Paragraph) -> list[Mention]:
    """The mentions of a paragraph with their places in the source."""
    found = mentions(paragraph.text)
    for mention in found:
        for one in (mention, *mention.inner):
            one.citation.span = paragraph.span(one.start, one.end)
    return found


def unique(found: Sequence[Citation], known: Sequence[Citation]) -> list[Citation]:
    """Each document once, those in `known` left out; a fuller mention completes an earlier one."""
    seen = {key(c): c for c in known}
    result: list[Citation] = []
    for citation in found:
        before = seen.get(key(citation))
        if before is None:
            seen[key(citation)] = citation
            result.append(citation)
        elif citation.code:
            complete(before, citation)
    return result


def others(found: Sequence[Citation], bases: Sequence[Citation], own: str | None) -> list[Citation]:
    """The documents that are neither legal bases nor the document itself, once each.

    One whose number is left blank is the decision that the plan comes with.
    """
    numbered = [c for c in found if not (c.code or "").startswith("/")]
    return [c for c in unique(numbered, bases) if not is_own(c, own)]


def complete(citation: Citation, later: Citation) -> None:
    """Fill what a mention leaves open from a later one of the same document."""
    for name in ("doc_type", "date", "issuer", "subject"):
        if getattr(citation, name) is None:
            setattr(citation, name, getattr(later, name))


def key(citation: Citation) -> str:
    """What makes two mentions one document: the code, or a law's name."""
    return fold(citation.code or f"{citation.doc_type} {citation.subject}")


def own_code(header: Header) -> str | None:
    """The document's own number and symbol."""
    return (
        f"{header.number}/{header.symbol}" if header.number is not None and header.symbol else None
    )


def is_own(citation: Citation, own: str | None) -> bool:
    """Whether a citation names the document itself, its number padded with zeros or not."""
    return own is not None and (citation.code or "").lstrip("0") == own
