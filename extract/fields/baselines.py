"""Today's figures (hiện trạng) for indicators: in brackets behind a target, or in a footnote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extract.fields.quantities import Quantity, quantities
from extract.paragraphs import Paragraph
from plan.model import Baseline, Span
from plan.text import fold

BRACKET = regex.compile(
    r"\((?P<when>[^()]*?(?:năm|hiện|đến|quý|tháng|số liệu|kết quả)[^()]*?)\)", regex.I
)
AS_OF = regex.compile(
    r"(?:quý\s*(?P<q>IV|I{1,3}|[1-4])[\s/]*(?:năm\s*)?(?P<qy>20\d\d))|(?:tháng\s*(?P<m>\d{1,2})\s*(?:/|năm)\s*(?P<my>20\d\d))"
    r"|năm\s*(?P<y>20\d\d)",
    regex.I,
)
STATES = regex.compile(r"(?:^|\s)(?:là|đạt|ước đạt|khoảng|chiếm|:)\s*$")
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
ALIKE = 0.7
"""Share of words that two wordings of one indicator have in common."""


@dataclass(frozen=True)
class Measured:
    """A figure of today: what it measures, how much, as of when."""

    indicator: str
    value: int | float
    unit: str | None
    as_of: str | None
    span: Span | None = None

    @property
    def baseline(self) -> Baseline:
        """The figure in the contract's form."""
        return Baseline(value=self.value, unit=self.unit, as_of=self.as_of, span=self.span)


def as_of(text: str) -> str | None:
    """The time that a figure is from: `2023-Q2`, `2024-06`, `2021`."""
    match = AS_OF.search(text)
    if match is None:
        return None
    if match["q"]:
        return f"{match['qy']}-Q{QUARTERS.get(match['q'].upper(), match['q'])}"
    return f"{match['my']}-{int(match['m']):02}" if match["m"] else match["y"]


def bracketed(text: str, start: int) -> Measured | None:
    """The figure in brackets behind position `start` of an item: "(năm 2024: 62,5%)"."""
    match = BRACKET.search(text, start)
    if match is None or regex.search(r"[,;]\s*\S+\s+\S+", text[start : match.start()]):
        return None
    found = figures(match["when"])
    if found is None:
        return None
    return Measured("", found.value, found.unit, as_of(match["when"]))


def figures(text: str) -> Quantity | None:
    """The first quantity in a text that is not a date."""
    return next(
        (q for q in quantities(text) if not q.counted or STATES.search(text[: q.start])), None
    )


def from_notes(notes: Sequence[Sequence[Paragraph]]) -> Iterator[Measured]:
    """The figures of footnotes that list the present state; the first line may date them all."""
    for note in notes:
        head = note[0].text if note else ""
        common = as_of(head)
        for paragraph in note:
            found = figures(paragraph.text)
            if found is None:
                continue
            words = regex.sub(r"^[\s¹²³⁴-⁹\d\]\[+–-]*", "", paragraph.text[: found.start])
            own = as_of(paragraph.text[found.end :])
            yield Measured(words, found.value, found.unit, own or common, paragraph.span())


def matching(indicator: str, unit: str, notes: Sequence[Measured]) -> Measured | None:
    """The footnote's figure for the same indicator in the same unit."""
    ranked = sorted(
        ((likeness(indicator, n.indicator), i) for i, n in enumerate(notes) if n.unit == unit),
        reverse=True,
    )
    return notes[ranked[0][1]] if ranked and ranked[0][0] >= ALIKE else None


def likeness(a: str, b: str) -> float:
    """How many words two indicators share, 0 to 1; striving and linking words do not count."""
    x, y = (set(fold(t).split()) - {"phan", "dau", "la", "dat", "co"} for t in (a, b))
    return 2 * len(x & y) / (len(x) + len(y)) if x and y else 0.0
