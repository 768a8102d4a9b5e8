"""Marks at the end of things: of the legal bases, of the text."""

from collections.abc import Iterator, Sequence

import regex

from docgen.checking.catalogue import Rule
from docgen.checking.slips import Parts, Slip, end_of

_MARK = regex.compile(r"[.,;:]+\s*$")
_PROPOSAL = regex.compile(r"^\s*(?:Theo|Xét) đề nghị")
_END = "./."


def basis_marks(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Bases that do not end with a semicolon, and the last one without a full stop.

    A comma at the end of the last one has its own rule; a colon leads over to the text.
    """
    bases = parts.get(rule.of, ())
    for number, text in enumerate(bases):
        last = number == len(bases) - 1
        mark, should = _mark_of(text), "." if last else ";"
        if mark.found != should and not (last and mark.found in {",", ":"}):
            yield mark._replace(paragraph=number, should=should)


def basis_comma(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """A comma at the end of the last basis."""
    bases = parts.get(rule.of, ())
    for text in bases[-1:]:
        mark = _mark_of(text)
        if mark.found == ",":
            yield mark._replace(paragraph=len(bases) - 1, should=".")


def proposal_last(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Proposals that other bases follow."""
    bases = parts.get(rule.of, ())
    others = [number for number, text in enumerate(bases) if not _PROPOSAL.match(text)]
    for number, text in enumerate(bases):
        match = _PROPOSAL.match(text)
        if match and others and number < others[-1]:
            yield Slip(number, 0, len(text), match[0].strip())


def end_mark_once(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Every `./.` that another one follows."""
    texts = parts.get(rule.of, ())
    for number, start in _end_marks(texts)[:-1]:
        yield Slip(number, start, start + len(_END), _END, ".")


def _mark_of(text: str) -> Slip:
    """The mark at the end of `text`; where there is none, its last word and the place behind."""
    match = _MARK.search(text)
    if match:
        return Slip(0, match.start(), match.end(), match[0].strip())
    return Slip(0, len(text.rstrip()), len(text), end_of(text))


def _end_marks(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Paragraph and place of every `./.`."""
    return [
        (number, match.start())
        for number, text in enumerate(texts)
        for match in regex.finditer(r"\./\.", text)
    ]
