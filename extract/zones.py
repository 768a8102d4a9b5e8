"""Cutting a document into its zones: head, title, preamble, body, closing, ending, appendices.

The zones follow the position map of Decree 30/2020, Phụ lục I.IV; nothing is left out, so that
every paragraph of the document is in exactly one zone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extract.knowledge import either
from extract.knowledge import table as words
from extract.labels import parse
from extract.layout import Line, Table
from extract.paragraphs import OPENING, REFERENCE, Element, Paragraph, build
from plan.text import fold

TITLE = regex.compile(
    rf"\s*(?P<type>{either(words('header')['titles'])})(?:\s+(?P<rest>(?![-–]).+)|\s*:?\s*)"
)
NATIONAL = regex.compile(
    r"C\p{L}NG H\p{L}{2} X\p{L} H\p{L}I|CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM",
    regex.I,
)
KNOWN = words("ending")
RECIPIENTS = regex.compile(rf"\s*{either(KNOWN['recipients'])}\s*:?", regex.I)
HEAD_LINE = regex.compile(r"\s*Số\s*[:/]|.{0,40}\bngày\b.{0,12}\btháng\b.{0,12}\bnăm\b.{0,8}$")
AUTHORITY = r"(?:T/M|K/T|T/L|(?:TM|KT|TL|TUQ|TUN|Q)(?:\s*[.:/]|\s))[.:]?\s*(?=\p{Lu}{2})"
"""For whom or on whose behalf a person signs: `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` (PL I.II.7.b)."""
RANK = regex.compile(
    rf"\s*(?:{AUTHORITY}.*|(?:(?:QUYỀN|PHÓ|Q\.)\s+)?{either(KNOWN['positions'])}"
    r"(?:\s+\p{Lu}[\p{Lu}\s&,.-]*)?)\s*"
)
NAME = r"\p{Lu}(?:['’]\p{Lu})?\p{Ll}*(?:-\p{Lu}\p{Ll}*)?"
PERSON = regex.compile(
    rf"\s*(?:{either(KNOWN['degrees'])}(?:\s*[.,-]\s*|\s+))*(?P<name>{NAME}(?:\s+{NAME}){{1,5}})\s*"
)
APPENDIX = regex.compile(rf"\s*{either(KNOWN['appendices'])}\b(?P<no>[^.;]{{0,30}})")
CLOSING = regex.compile(rf"\s*{either(KNOWN['closing'])}")

WORDS_OF_A_TITLE = 90
"""A subject (trích yếu) of more words than this is a paragraph of text."""

HEAD_ELEMENTS = 60
"""The head ends within so many lines."""
WORDS_OF_A_HEADING = 10
"""A first heading without label has at most this many words."""


@dataclass
class Zones:
    """The zones of one document. Lists are in reading order."""

    head: list[Line] = field(default_factory=list)
    title: Paragraph | None = None
    subject: list[Paragraph] = field(default_factory=list)
    reference: list[Paragraph] = field(default_factory=list)
    preamble: list[Paragraph] = field(default_factory=list)
    body: list[Element] = field(default_factory=list)
    ending: list[Line] = field(default_factory=list)
    appendices: list[list[Element]] = field(default_factory=list)
    carrier: "Zones | None" = None
    """The decision (quyết định) that the plan is attached to."""

    @property
    def doc_type(self) -> str | None:
        """The type name as printed, in capitals."""
        match = TITLE.match(self.title.text) if self.title else None
        return match["type"] if match else None


def split(elements: Sequence[Element]) -> Zones:
    """Cut `elements` into zones; a decision before the plan becomes its carrier."""
    flat = list(flatten(elements))
    titles = [i for i, element in enumerate(flat) if is_title(element)]
    main = next((i for i in titles if names_a_plan(flat[i])), next(iter(titles), None))
    if main is None or titles[0] == main or not has_ending(flat[:main]):
        return cut(flat, main)
    start = head_start(flat, titles[0], main)
    zones = cut(flat[start:], main - start)
    zones.carrier = cut(flat[:start])
    return zones


def head_start(flat: Sequence[Element], carrier: int, title: int) -> int:
    """Where the head of an attached plan begins, between the title of its carrier and its own.

    It has one where the national title is printed again; the issuing body's lines before that
    belong to it.
    """
    start = next((i for i in range(carrier + 1, title) if is_national(flat[i])), title)
    while start < title and is_body_line(flat[start - 1]):
        start -= 1
    return start


def is_national(element: Element) -> bool:
    """Whether an element is a line of the national title or motto."""
    return isinstance(element, Paragraph) and NATIONAL.search(element.text) is not None


def is_body_line(element: Element) -> bool:
    """Whether an element is a line in capitals that can name a body: no rank, no person."""
    return isinstance(element, Paragraph) and element.upper and not is_rank(element)


def names_a_plan(element: Element) -> bool:
    """Whether a title is that of a plan."""
    return isinstance(element, Paragraph) and element.text.lstrip().startswith("KẾ HOẠCH")


def has_ending(elements: Sequence[Element]) -> bool:
    """Whether a signature block or recipients stand in `elements`."""
    return any(
        isinstance(e, Paragraph) and (RECIPIENTS.match(e.text) or RANK.fullmatch(e.text))
        for e in elements
    )


def flatten(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements, with tables that only lay out the head or the ending read column by column."""
    for element in elements:
        if isinstance(element, Table) and lays_out(element):
            yield from (build([line]) for line in column_lines(element) if line.text.strip())
        else:
            yield element


def lays_out(table: Table) -> bool:
    """Whether a table only places the header or the signature block side by side."""
    cells = [cell for row in table.rows for cell in row]
    columns = max((len(row) for row in table.rows), default=0)
    if columns > 3 or len(table.rows) > 6:  # noqa: PLR2004 - the decree's boxes 1-4 and 7-9
        return False
    lines = [line.text for cell in cells for line in cell.lines]
    return any(NATIONAL.search(t) or RECIPIENTS.match(t) or RANK.fullmatch(t) for t in lines)


def column_lines(table: Table) -> Iterator[Line]:
    """The lines of a table, left column first."""
    for column in range(max(len(row) for row in table.rows)):
        for row in table.rows:
            if column < len(row):
                yield from row[column].lines


def is_title(element: Element) -> bool:
    """Whether a paragraph is a type name on its own, or with the subject behind it."""
    if not isinstance(element, Paragraph):
        return False
    match = TITLE.fullmatch(element.text)
    if match is None:
        return False
    rest = match["rest"]
    return not rest or (
        not element.text.rstrip().endswith((".", ";")) and not regex.match(r"số\b|SỐ\b", rest)
    )


def cut(elements: Sequence[Element], title: int | None = None) -> Zones:
    """Zones of one document whose title is element `title` (looked for where `None`)."""
    zones = Zones()
    if title is None:
        title = next((i for i, e in enumerate(elements[:HEAD_ELEMENTS]) if is_title(e)), None)
    rest = list(elements)
    if title is not None:
        found = rest[title]
        zones.title = found if isinstance(found, Paragraph) else None
        zones.head = lines_of(rest[:title])
        rest = rest[title + 1 :]
    else:
        national = first(rest[:HEAD_ELEMENTS], is_national) % HEAD_ELEMENTS
        start = next((i for i in range(national, len(rest)) if not is_head_line(rest[i])), 0)
        zones.head, rest = lines_of(rest[:start]), rest[start:]
    main, zones.ending, zones.appendices = cut_ending(rest)
    cut_front(main, zones)
    return zones


def is_head_line(element: Element) -> bool:
    """Whether an element belongs to the block above the title where no title is printed."""
    return isinstance(element, Paragraph) and (
        is_national(element)
        or HEAD_LINE.match(element.text) is not None
        or (element.upper and parse(element.text) is None)
    )


def lines_of(elements: Sequence[Element]) -> list[Line]:
    """The lines of all paragraphs and cells, as printed."""
    lines: list[Line] = []
    for element in elements:
        lines += element.lines if isinstance(element, Paragraph) else column_lines(element)
    return [line for line in lines if line.text.strip()]


def cut_ending(elements: list[Element]) -> tuple[list[Element], list[Line], list[list[Element]]]:
    """Body, ending (recipients and signature), and the appendices behind it."""
    start = ending_start(elements)
    if start is None:
        end = first(elements, is_appendix)
        return elements[:end], [], appendices(elements[end:])
    behind = start + 1
    end = behind + first(elements[behind:], ends_ending)
    return elements[:start], lines_of(elements[start:end]), appendices(elements[end:])


def ending_start(elements: Sequence[Element]) -> int | None:
    """Where the ending begins: at the recipients, or at a signature block right before them."""
    recipients = first(elements, is_recipients)
    if recipients == len(elements):
        rank = first(elements, is_rank)
        return rank if rank < len(elements) else None
    start = recipients
    while start > 0 and is_signature_line(elements[start - 1]):
        start -= 1
    return start if any(map(is_rank, elements[start:recipients])) else recipients


def ends_ending(element: Element) -> bool:
    """Whether what follows the ending begins here: an appendix, another title, a table."""
    return isinstance(element, Table) or is_appendix(element) or is_title(element)


def first(elements: Sequence[Element], test: Callable[[Element], bool]) -> int:
    """The index of the first element that passes `test`; their number where none does."""
    return next((i for i, element in enumerate(elements) if test(element)), len(elements))


def is_recipients(element: Element) -> bool:
    """Whether the recipients begin here."""
    return isinstance(element, Paragraph) and RECIPIENTS.match(element.text) is not None


def is_rank(element: Element) -> bool:
    """Whether an element is a line of authority or rank of the signature block."""
    return isinstance(element, Paragraph) and RANK.fullmatch(element.text) is not None


def is_signature_line(element: Element) -> bool:
    """Whether an element can stand in a signature block: short, without an end mark or label."""
    return (
        isinstance(element, Paragraph)
        and len(element.text) < 60  # noqa: PLR2004 - the longest rank with its place
        and not element.text.rstrip().endswith((".", ";", ":", ","))
        and (
            is_rank(element)
            or PERSON.fullmatch(element.text) is not None
            or (element.upper and parse(element.text) is None)
            or regex.fullmatch(r"\(.*\)", element.text.strip()) is not None
        )
    )


def is_appendix(element: Element) -> bool:
    """Whether an appendix begins here: its label alone on a line, or its title in capitals."""
    if not isinstance(element, Paragraph):
        return False
    match = APPENDIX.match(element.text)
    return match is not None and (element.upper or len(element.text) < 30)  # noqa: PLR2004


def appendices(elements: Sequence[Element]) -> list[list[Element]]:
    """What follows the ending, one list an appendix; text before the first label counts too."""
    found: list[list[Element]] = []
    for element in elements:
        if is_appendix(element) or not found:
            found.append([])
        found[-1].append(element)
    return found


def cut_front(elements: list[Element], zones: Zones) -> None:
    """Subject, reference line and preamble, up to the first heading; the rest is the body."""
    match = TITLE.match(zones.title.text) if zones.title else None
    titled = int(bool(match and not match["rest"] and elements and is_phrase(elements[0])))
    start = titled + first(elements[titled:], begins_body)
    front = [e for e in elements[:start] if isinstance(e, Paragraph)]
    tables = [e for e in elements[:start] if isinstance(e, Table)]
    if match and match["rest"] and zones.title:
        zones.subject = [zones.title]
    elif front and zones.title and is_subject(front[0]):
        zones.subject.append(front.pop(0))
        while front and is_subject(front[0]) and continues_subject(front[0]):
            zones.subject.append(front.pop(0))
    zones.reference = [p for p in front if REFERENCE.match(p.text)]
    zones.preamble = [p for p in front if not REFERENCE.match(p.text)]
    zones.body = [*tables, *elements[start:]]


def begins_body(element: Element) -> bool:
    """Whether the first section begins here."""
    if not isinstance(element, Paragraph):
        return False
    label = parse(element.text)
    if label is not None:
        return not label.is_bullet or label.style == "dash"
    opens = regex.match(
        r"(?:muc dich|muc tieu|nhiem vu|noi dung|to chuc thuc hien|quan diem|can cu phap ly)",
        fold(element.text),
    )
    short = len(element.text.split()) <= WORDS_OF_A_HEADING and is_subject(element)
    return opens is not None and (element.upper or (short and element.bold))


def is_phrase(element: Element) -> bool:
    """Whether an element without label can be the subject."""
    return isinstance(element, Paragraph) and parse(element.text) is None and is_subject(element)


def is_subject(paragraph: Paragraph) -> bool:
    """Whether a paragraph can be (a line of) the subject: a phrase without an end mark."""
    text = paragraph.text.rstrip()
    return (
        not text.endswith((".", ";", ":", ","))
        and len(text.split()) <= WORDS_OF_A_TITLE
        and not REFERENCE.match(text)
        and not regex.match(r"\s*(?:Kính gửi|Căn cứ)\b", text)
    )


def continues_subject(paragraph: Paragraph) -> bool:
    """Whether a further phrase belongs to the subject and does not open the preamble."""
    return paragraph.upper or paragraph.bold or not OPENING.match(paragraph.text)
