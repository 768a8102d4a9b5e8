"""Today's figures (hiện trạng) for indicators: beside a target, in a footnote, in the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from extract.fields.quantities import WINDOW, Place, Quantity, lead, quantities, shift
from extract.paragraphs import Paragraph
from extract.parts import Part, Statement, statements, walk
from plan.model import Baseline, Span
from plan.text import fold

BRACKET = regex.compile(r"\((?P<when>[^()]*+)\)")
PAST = regex.compile(
    r"năm (?:học )?(?:20\d\d|trước)|hiện|quý|tháng|số liệu|kết quả|nhiệm kỳ|cùng kỳ|đầu kỳ"
    r"|thời điểm|\d/20\d\d",
    regex.I,
)
CHANGE = regex.compile(
    r"\s*(?:tăng|giảm|tăng thêm|giảm thêm)\s[^\d(]*$|^\s*(?:tăng|giảm)\s", regex.I
)
COMPARED_WITH = regex.compile(
    r"^[^;.]{0,40}?(?:so với|hơn)(?: mức)?\s+(?=\d)(?P<figure>[^;]{1,60})", regex.I
)
AS_OF = regex.compile(
    r"(?:quý\s*(?P<q>IV|I{1,3}|[1-4])[\s/]*(?:năm\s*)?(?P<qy>20\d\d))|(?:tháng\s*(?P<m>\d{1,2})\s*(?:/|năm)\s*(?P<my>20\d\d))"
    r"|(?:ngày\s*)?\d{1,2}/(?P<dm>\d{1,2})/(?P<dy>20\d\d)"
    r"|năm(?: học)?\s*(?:20\d\d\s*[-–]\s*)?(?P<y>20\d\d)",
    regex.I,
)
STATES = regex.compile(r"(?:(?<!\p{L})(?:là|đạt|khoảng|chiếm|còn|có|bằng)|:|^)\s*$")
LISTED = regex.compile(r"^[\s;,¹²³⁴-⁹\d\]\[+–*-]*")
DATING = regex.compile(r"^[^:]*20\d\d[^:]*:")
CLAUSE = regex.compile(r";\s*|(?<=[.])\s+(?=\p{Lu})")
REPORT = regex.compile(r"tình hình|thực trạng|hiện trạng|kết quả|đánh giá|đặc điểm", regex.I)
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
HELD = 0.85
"""Share of the shorter wording's words that the longer one must hold."""
REACH = 600
"""Characters behind a target in which its brackets begin."""
INDICATORS_KEPT = 4096
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
    month = match["m"] or match["dm"]
    return f"{match['my'] or match['dy']}-{int(month):02}" if month else match["y"]


def changed_from(statement: Statement, quantity: Quantity) -> Measured | None:
    """The figure that a quantity changes from: "tăng từ 48% lên 60%"."""
    before = quantity.from_
    if before is None:
        return None
    said = statement.text[before.end : quantity.start]
    return Measured("", before.value, before.unit, as_of(said), span_of(statement, before))


def bracketed(statement: Statement, quantity: Quantity, limit: int) -> Measured | None:
    """The figure in the first brackets behind a quantity of an item: "(năm 2024: 62,5%)".

    One that only says by how much it changes is none. `limit` is where to look no further.
    """
    limit = min(limit, quantity.end + REACH)
    brackets = BRACKET.finditer(statement.text, quantity.end, limit)
    match = next((m for m in brackets if regex.search(r"\d", m["when"])), None)
    if match is None or PAST.search(match["when"]) is None or CHANGE.search(match["when"]):
        return None
    if ";" in statement.text[quantity.end : match.start()]:
        return None
    return measured_at(statement, match.span("when"))


def compared_with(statement: Statement, quantity: Quantity) -> Measured | None:
    """The figure that a quantity is compared with: ", tăng so với mức 96 triệu đồng"."""
    match = COMPARED_WITH.search(statement.text[quantity.end : quantity.end + 2 * WINDOW])
    if match is None or quantity.unit is None:
        return None
    start, end = match.span("figure")
    found = measured_at(statement, (quantity.end + start, quantity.end + end))
    return found if found and found.unit == quantity.unit else None


def measured_at(statement: Statement, place: Place) -> Measured | None:
    """The figure that is printed at a place of an item."""
    said = statement.text[slice(*place)]
    found = figure(said)
    if found is None:
        return None
    return Measured(
        "", found.value, found.unit, as_of(said), span_of(statement, shift(found, place[0]))
    )


def span_of(statement: Statement, quantity: Quantity) -> Span | None:
    """Where the number of a quantity of an item stands."""
    return statement.place(*quantity.number)


def figure(text: str) -> Quantity | None:
    """The first quantity in a text that is not a date."""
    return next(iter(figures(text)), None)


def figures(text: str) -> list[Quantity]:
    """The quantities that a text states; without a word of stating, its measures."""
    found = [q for q in quantities(text) if q.unit]
    said = [q for q in found if STATES.search(lead(text, q.start))]
    return said or [q for q in found if not q.counted]


def from_notes(notes: Sequence[Sequence[Paragraph]]) -> Iterator[Measured]:
    """The figures of footnotes that list the present state; the first line may date them all."""
    for note in notes:
        common = as_of(note[0].text) if note else None
        for paragraph in note:
            for found in stated(paragraph.text):
                span = paragraph.span(*found.place)
                yield Measured(found.name, found.value, found.unit, found.as_of or common, span)


def from_report(parts: Sequence[Part]) -> Iterator[Measured]:
    """The figures of sections that report on the present state."""
    for part in walk(parts):
        if part.kind == "other" and REPORT.search(part.title):
            common = as_of(part.title)
            for statement in statements(part.content):
                for found in stated(statement.text):
                    span = statement.place(*found.place)
                    yield Measured(found.name, found.value, found.unit, found.as_of or common, span)


@dataclass(frozen=True)
class Stated:
    """A figure of a text, with the words that lead up to it."""

    name: str
    value: int | float
    unit: str | None
    as_of: str | None
    place: Place


def stated(text: str) -> Iterator[Stated]:
    """The figures of a text, each with the words of its sentence that lead up to it."""
    for start, end in sentences(text):
        begin = start
        for found in figures(text[start:end]):
            ahead, after = text[begin : start + found.start], text[start + found.end : end]
            name = DATING.sub("", LISTED.sub("", ahead)).strip(" ,") + " "
            when = as_of(after.split("so với")[0]) or as_of(ahead)
            yield Stated(name, found.value, found.unit, when, (begin, end))
            begin = start + found.end


def sentences(text: str) -> Iterator[Place]:
    """Where each sentence of a text stands, and each part between semicolons."""
    start = 0
    for match in CLAUSE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def matching(indicator: str, unit: str | None, notes: Sequence[Measured]) -> Measured | None:
    """The figure for the same indicator in the same unit, of a footnote or the report."""
    ranked = sorted(
        ((likeness(indicator, n.indicator), -i) for i, n in enumerate(notes) if n.unit == unit),
        reverse=True,
    )
    return notes[-ranked[0][1]] if ranked and ranked[0][0] >= ALIKE else None


def likeness(a: str, b: str) -> float:
    """How many words two indicators share, 0 to 1; striving and linking words do not count.

    Where each has words of its own, they measure different things: 0.
    """
    x, y = words_of(a), words_of(b)
    shared = len(x & y)
    if shared < HELD * min(len(x), len(y)) or not shared:
        return 0.0
    return 2 * shared / (len(x) + len(y))


@lru_cache(INDICATORS_KEPT)
def words_of(text: str) -> frozenset[str]:
    """The words of an indicator that count."""
    return frozenset(fold(text).split()) - {"phan", "dau", "la", "dat", "co"}
