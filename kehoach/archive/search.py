"""Searching the text of an archive: words with or without marks find each other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from kehoach.archive.store import Store

WORD = regex.compile(r'["“]([^"“”]*)["”]|(\S+)')
LETTERS = regex.compile(r"[\p{L}\p{M}\p{N}]+")
OPEN, CLOSE = "\x02", "\x03"
"""Marks around what was found; no document has them, since no XML may hold them."""


class Hit(NamedTuple):
    """A passage that was found, with the places in `text` of the words that were looked for."""

    document: str
    code: str | None
    date: str | None
    agency: str | None
    name: str | None
    page: int | None
    starts: int | None
    text: str
    marked: list[tuple[int, int]]


def search(store: Store, words: Sequence[str], limit: int) -> Iterator[Hit]:
    """The best passages that have all `words`, each a word or several that stand together.

    Passages with all words one behind another come first.
    """
    query = query_of(words)
    if not query:
        return
    for *facts, marked in store.all(
        "SELECT p.document, code, date, agency, source_name, p.page, p.starts, p.text,"
        " highlight(found, 0, ?, ?) FROM found JOIN passages AS p ON p.id = found.rowid"
        " JOIN plans USING (document) WHERE found MATCH ? ORDER BY rank, p.document, p.row LIMIT ?",
        OPEN,
        CLOSE,
        query,
        limit,
    ):
        yield Hit._make((*facts, list(places(marked))))


def query_of(words: Sequence[str]) -> str:
    """What a person typed as a query of FTS5, in which nothing typed is an operator."""
    phrases = [" ".join(LETTERS.findall(plain(word))) for word in words]
    quoted = [f'"{phrase}"' for phrase in phrases if phrase]
    return f'"{" ".join(filter(None, phrases))}" OR ({" AND ".join(quoted)})' if quoted else ""


def parted(text: str) -> list[str]:
    """A line of words as words; "…" holds several together."""
    return [held or single for held, single in WORD.findall(text)]


def plain(text: str) -> str:
    """`text` with d for đ, the one letter that SQLite does not take the mark off."""
    return text.replace("đ", "d").replace("Đ", "D")


def places(marked: str) -> Iterator[tuple[int, int]]:
    """Where the marks stand in a text, counted without them."""
    at, start = 0, 0
    for part in regex.split(f"([{OPEN}{CLOSE}])", marked):
        if part == OPEN:
            start = at
        elif part == CLOSE:
            yield start, at
        else:
            at += len(part)
