"""What parts of a document say of each other: addressee, recipients, appendices."""

from collections.abc import Iterator

import regex

from docgen.checking.catalogue import Rule
from docgen.checking.slips import Parts, Slip
from docgen.checking.symbols import PLAN, kind_of

_AS_ABOVE = regex.compile(r"(?i:như trên)")
_POINTS_TO_APPENDIX = regex.compile(
    r"(?i:phụ lục|kèm theo|đính kèm|biểu mẫu|biểu số|(?<!\p{L})biểu)"
)


def as_above(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """`Như trên` among the recipients of a document that has no `Kính gửi`."""
    if parts.get("addressee"):
        return
    for number, text in enumerate(parts.get(rule.of, ())):
        match = _AS_ABOVE.search(text)
        if match:
            yield Slip(number, match.start(), match.end(), match[0])


def addressee_in_plan(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """The type name of a plan that has `Kính gửi`."""
    for number, text in enumerate(parts.get(rule.of, ())):
        kind = kind_of(text)
        for addressee in parts.get("addressee", ()) if kind and kind.name == PLAN else ():
            yield Slip(number, 0, len(text), addressee)


def appendix_referenced(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Appendices of a document whose text never speaks of any."""
    body = parts.get("body", ())
    if body and not any(_POINTS_TO_APPENDIX.search(text) for text in body):
        for number, text in enumerate(parts.get(rule.of, ())):
            yield Slip(number, 0, len(text), text.strip())
