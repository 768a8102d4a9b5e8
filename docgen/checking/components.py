"""Which part of a document is which component (thành phần thể thức), however it is laid out.

Offices set the head in a table, in tabs, in text boxes; a paragraph may hold several lines. So a
component is recognised by its words and place, and only then is its form looked at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.checking.appendix import appendices, begins_appendix, issued
from docgen.checking.body import body
from docgen.checking.document import Components, Document, Line, Paragraph, Piece, Section
from docgen.checking.ending import Ending, ending
from docgen.checking.head import Found, head
from docgen.checking.pieces import Block, Head, PageNumber, Passage

_TOGETHER = ("parent", "issuer", "summary", "letter-subject", "appendix-title")
"""Components whose lines are one text."""


def components(document: Document) -> Components:
    """Every component that `document` has, by name."""
    lines = document.lines
    alone = bool(lines) and begins_appendix(lines)
    top = Found() if alone else head(lines)
    bottom = Ending(0, 0) if alone else ending(lines, top.end)
    frame = frozenset(_tables(lines[: top.end]) & _tables(lines[bottom.start : bottom.end]))
    back = lines[bottom.end :]
    found: dict[str, Sequence[Piece]] = {
        "page": [replace(one, is_text=not alone and one.number == 0) for one in document.sections],
        "text": [Passage(one) for one in _all(document) if one.text.strip()],
        "own-text": _passages(lines[top.end : bottom.start]),
        "header": list(_heads(top)),
        "page-number": list(_page_numbers(document.sections)),
        "signer-block": [Block(tuple(one)) for one in _titles(bottom)],
        **_texts(lines[top.end : bottom.start], back, frame),
    }
    for roles in (top.roles, bottom.roles, appendices(back)):
        for name, members in roles.items():
            found[name] = _together(members) if name in _TOGETHER else members
    return {name: pieces for name, pieces in found.items() if pieces}


def _passages(lines: Iterable[Line]) -> list[Passage]:
    """The paragraphs of some lines."""
    return [Passage(one) for one in dict.fromkeys(line.paragraph for line in lines)]


def _texts(own: Sequence[Line], back: Sequence[Line], frame: frozenset[int | None]) -> Components:
    """The components of the text, and of one that it issues; how it ends is asked of its own."""
    found = body(own, frame)
    place = issued(back)
    for name, pieces in body(back[slice(*place)]).items() if place else ():
        if name != "body-end":
            found[name] = [*found.get(name, ()), *pieces]
    return found


def _tables(lines: Iterable[Line]) -> set[int | None]:
    """The tables that some lines stand in."""
    return {line.paragraph.room.table for line in lines} - {None}


def _together(lines: Iterable[Line]) -> list[Piece]:
    """Lines as one text for each room that they stand in."""
    rooms: dict[object, list[Line]] = {}
    for line in lines:
        rooms.setdefault(line.paragraph.room.path, []).append(line)
    return [Block(tuple(one)) for one in rooms.values()]


def _all(document: Document) -> Iterator[Paragraph]:
    """Every paragraph, those of headers and footers behind those of the text, each once."""
    yield from document.paragraphs
    edges = (
        paragraph
        for section in document.sections
        for kinds in (section.headers, section.footers)
        for paragraphs in kinds.values()
        for paragraph in paragraphs
    )
    yield from dict.fromkeys(edges)


def _heads(top: Found) -> Iterator[Head]:
    """The head as a whole, where both of its sides were recognised."""
    titles, issuer = top.roles.get("national-title"), top.roles.get("issuer")
    if titles and issuer:
        names = ("national-title", "motto", "parent", "issuer")
        lines = tuple(line for name in names for line in top.roles.get(name, ()))
        yield Head(lines, titles[0].side == "right" and issuer[0].side == "left")


def _titles(bottom: Ending) -> Iterator[list[Line]]:
    """The lines of authority and title, signer by signer."""
    titles = bottom.roles.get("signer-title", [])
    for lines in bottom.signers:
        own = [line for line in lines if line in titles]
        if own:
            yield own


def _page_numbers(sections: Sequence[Section]) -> Iterator[PageNumber]:
    """Every page number, each paragraph once; whether page 1 has one is said of the first."""
    seen: set[Paragraph] = set()
    for section in sections:
        for kinds in (section.headers, section.footers):
            for kind, paragraphs in kinds.items():
                for paragraph in paragraphs:
                    if paragraph.page_field and paragraph not in seen and _shown(kind, section):
                        seen.add(paragraph)
                        yield PageNumber(paragraph.lines[0], _is_on_first(kind, section))


def _shown(kind: str, section: Section) -> bool:
    """Whether headers of that kind are printed at all."""
    return kind != "first" or section.title_page


def _is_on_first(kind: str, section: Section) -> bool | None:
    if section.number or kind == "even":
        return None
    return kind == "first" or not section.title_page
