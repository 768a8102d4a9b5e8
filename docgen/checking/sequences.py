"""Numbers and letters that count: points (điểm), main headings, appendices."""

from collections.abc import Iterator, Sequence

import regex

from docgen.checking.catalogue import Rule
from docgen.checking.slips import Parts, Slip
from plan.text import POINT_LETTERS

_POINT = regex.compile(r"^\s*(\p{Ll})\)")
_HEADING = regex.compile(r"^\s*([IVXLC]+)\.")
_APPENDIX = regex.compile(r"^\s*(?i:phụ lục)(?:\s+(?:số\s+)?([IVXLC]+|\d+))?\s*$")
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"))
_SMALL_ROMAN = ((4, "IV"), (1, "I"))
_MOST = 60


def roman(number: int) -> str:
    """`number` in Roman numerals."""
    text = ""
    for value, letters in (*_ROMAN, *_SMALL_ROMAN):
        times, number = divmod(number, value)
        text += letters * times
    return text


_NUMERALS = [roman(number) for number in range(1, _MOST)]


def point_order(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Points whose letter neither begins a list nor follows the one before."""
    for slip in _out_of_order(_POINT, list(POINT_LETTERS), parts.get(rule.of, ())):
        should = f"{slip.should})" if slip.should else None
        yield slip._replace(end=slip.end + 1, found=f"{slip.found})", should=should)


def roman_order(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Main headings whose number neither begins a list nor follows the one before."""
    yield from _out_of_order(_HEADING, _NUMERALS, parts.get(rule.of, ()))


def appendix_numbers(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Appendices that are not counted I, II, …, and a single one that is counted.

    A file that holds just a later appendix of several is taken as it is.
    """
    labels = parts.get(rule.of, ())
    found = [_APPENDIX.match(text) for text in labels]
    if len(labels) == 1 and found[0] and found[0][1] in {"I", "1", "01"}:
        yield Slip(0, 0, len(labels[0]), labels[0].strip(), "Phụ lục")
    if len(labels) == 1:
        return
    for number, match in enumerate(found):
        should = roman(number + 1)
        if match and match[1] != should:
            yield Slip(number, 0, len(labels[number]), match[0].strip(), f"Phụ lục {should}")


def _out_of_order(
    pattern: regex.Pattern[str], labels: Sequence[str], texts: Sequence[str]
) -> Iterator[Slip]:
    """Labels that are not the first of `labels` and do not follow the one before."""
    following: str | None = labels[0]
    for number, text in enumerate(texts):
        match = pattern.match(text)
        if not match:
            continue
        if match[1] not in {labels[0], following}:
            yield Slip(number, match.start(1), match.end(1), match[1], following)
        following = _after(match[1], labels)


def _after(label: str, labels: Sequence[str]) -> str | None:
    """The label behind `label`; `None` where that is not one of `labels` or the last."""
    place = labels.index(label) + 1 if label in labels else len(labels)
    return labels[place] if place < len(labels) else None
