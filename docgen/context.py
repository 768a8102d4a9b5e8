"""What a template may name: the vocabulary of templates, filled from a composed plan."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from docgen import wording
from plan.model import Appendix, Block, Header, Plan, Recipient, Section, Signature

Mark = Callable[[str, str | None], str]
"""Takes the pointer of a place and its text, and gives the text for the template."""

DEEPEST_HEADING = 6
_LONGEST_CENTRED = 12
_BARE_LABELS = (
    (regex.compile(r"(?:[IVXLC]+|\d+)(?:\.\d+)*|\p{Lu}"), "."),
    (regex.compile(r"(?:\d+\.)*\p{Ll}"), ")"),
)
_PART = regex.compile(r"(?:phần|chương|mục|tiểu mục)\s+\S+", regex.IGNORECASE)
_POINT = regex.compile(r"(?:\d+\.)*\p{Ll}\)?")
_BASIS = regex.compile(r"(?:căn cứ|thực hiện|theo|xét|trên cơ sở)\s.*[;.,]", regex.I | regex.S)
_APPENDIX_NUMBER = regex.compile(r"[IVXLC]+|\d+|\p{Lu}")
_GROUP_LABEL = regex.compile(r"[IVXLC]+\.?|\p{Lu}\.?")
_COLUMN_NUMBER = regex.compile(r"\(\d+\)|")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    `style` is `group` for the heading of the rows below it, `centred` where the whole column holds
    short entries, else `text`.
    """

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of the body.

    `style` is `part`, `heading 1` to `heading 6`, `basis`, `text` or `table`. `bold` is false for
    the heading of a point (điểm). A table has `head`, the rows that are repeated on each page, and
    `rows`; a row that is shorter than the others reaches to the table's right edge.
    """

    style: str
    text: str = ""
    bold: bool = True
    head: tuple[tuple[Cell, ...], ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class AppendixPart:
    """An appendix (phụ lục): its label, its title, the line that refers to the plan, its text."""

    label: str
    title: str
    reference: str
    body: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Every name that a template may use. A text that the plan lacks is empty."""

    parent_agency: str
    """Cơ quan chủ quản."""
    agency: tuple[str, ...]
    """Cơ quan ban hành, by lines."""
    number: str
    """Số, ký hiệu: `Số: 45/KH-UBND`."""
    place_and_date: str
    """Địa danh và thời gian ban hành."""
    title: str
    """Tên loại, in capitals."""
    subject: str
    """Trích yếu."""
    preamble: tuple[Line, ...]
    body: tuple[Line, ...]
    closing: tuple[Line, ...]
    """The last paragraphs of the text, which stay on the page of the signature."""
    recipients: tuple[str, ...]
    """Nơi nhận: `- Đảng ủy xã (để b/c);`."""
    filing: str
    """Nơi lưu: `- Lưu: VT, VHXH.`."""
    signature: tuple[str, ...]
    """Quyền hạn, chức vụ, by lines."""
    signer: str
    """Họ tên."""
    appendices: tuple[AppendixPart, ...]


def context(plan: Plan, mark: Mark) -> Context:
    """The context of a composed plan, each text passed through `mark`."""
    header, signature = plan.header, plan.signature
    body = tuple(_outline(plan.sections, "/sections", 1, mark))
    closing = tuple(_paragraphs(plan.closing, "/closing", mark))
    if not closing:
        body, closing = _split_off_last_texts(body)
    return Context(
        parent_agency=mark("/header/parent_agency", header.parent_agency),
        agency=tuple(mark("/header/agency", line) for line in wording.agency_lines(header.agency)),
        number=_number(header, mark),
        place_and_date=_place_and_date(header, mark),
        title=mark("/header/doc_type", (header.doc_type or "Kế hoạch").upper()),
        subject=mark("/header/subject", header.subject),
        preamble=tuple(_preamble(plan.preamble, mark)),
        body=body,
        closing=closing,
        recipients=tuple(_recipients(plan.recipients, mark)),
        filing=mark("/filing", f"- Lưu: {', '.join(plan.filing)}." if plan.filing else None),
        signature=tuple(_signature(signature, mark)),
        signer=mark("/signature/name", signature.name),
        appendices=tuple(
            _appendix(appendix, f"/appendices/{number}", mark)
            for number, appendix in enumerate(plan.appendices)
        ),
    )


def punctuated(label: str | None) -> str:
    """A label as it is printed: `I.`, `2.1.`, `a)`; one that has its punctuation unchanged."""
    if not label:
        return ""
    mark = next((mark for bare, mark in _BARE_LABELS if bare.fullmatch(label)), "")
    return f"{label}{mark}"


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _number(header: Header, mark: Mark) -> str:
    digits = wording.number(header)
    return mark("/header/number", "Số: ") + mark("/header/symbol", digits) if digits else ""


def _place_and_date(header: Header, mark: Mark) -> str:
    if not header.place:
        return mark("/header/date", wording.long_date(header.date) if header.date else None)
    return mark("/header/place", f"{header.place}, ") + mark(
        "/header/date", wording.long_date(header.date)
    )


def _paragraphs(texts: list[str], pointer: str, mark: Mark) -> Iterator[Line]:
    for number, text in enumerate(texts):
        if text:
            yield Line("text", mark(f"{pointer}/{number}", text))


def _preamble(texts: list[str], mark: Mark) -> Iterator[Line]:
    """Legal bases are set in italics; a sentence that goes on to the plan itself is not."""
    for number, text in enumerate(texts):
        if text:
            style = "basis" if _BASIS.fullmatch(text.strip()) else "text"
            yield Line(style, mark(f"/preamble/{number}", text))


def _outline(sections: list[Section], pointer: str, depth: int, mark: Mark) -> Iterator[Line]:
    """The sections at `depth` (from 1) and all below them, heading by heading."""
    for number, section in enumerate(sections):
        here = f"{pointer}/{number}"
        yield from _heading(section, here, depth, mark)
        yield from _blocks(section.content or [], f"{here}/content", mark)
        yield from _outline(section.children, f"{here}/children", depth + 1, mark)


def _heading(section: Section, pointer: str, depth: int, mark: Mark) -> Iterator[Line]:
    """A heading; `Phần I` stands on a line above its title."""
    label = section.label or ""
    if _PART.fullmatch(label):
        yield Line("part", mark(pointer, "\n".join(filter(None, (label, section.title)))))
    elif label or section.title:
        style = f"heading {min(depth, DEEPEST_HEADING)}"
        text = _joined(punctuated(label), section.title)
        yield Line(style, mark(pointer, text), bold=not _POINT.fullmatch(label))


def _blocks(content: list[Block], pointer: str, mark: Mark) -> Iterator[Line]:
    for number, block in enumerate(content):
        here = f"{pointer}/{number}"
        text = _joined(punctuated(block.label), block.text)
        if text:
            yield Line("text", mark(here, text))
        if any(block.rows):
            yield _table(block.rows, here, mark)
        yield from _blocks(block.children, f"{here}/children", mark)


def _table(rows: list[list[str]], pointer: str, mark: Mark) -> Line:
    """A table; its first row, and a row of column numbers `(1) (2) (3)` below it, are its head."""
    filled = [(number, row) for number, row in enumerate(rows) if row]
    styles = [_column_style(column, rows) for column in range(max(map(len, rows)))]
    cells = tuple(
        tuple(
            Cell(mark(f"{pointer}/rows/{number}/{column}", text), style)
            for column, (text, style) in enumerate(_styled(row, styles))
        )
        for number, row in filled
    )
    head = min(_head_rows([row for _, row in filled]), len(cells) - 1)
    return Line("table", head=cells[:head], rows=cells[head:])


def _styled(row: list[str], styles: list[str]) -> list[tuple[str, str]]:
    """The cells of a row with their styles: those of their columns, but for a group's heading.

    Of `I | Hạ tầng | (nothing more)` the second cell is to reach to the edge. A row that is
    counted `1` stays as it is: its empty cells are there to be filled in.
    """
    counted, *rest = row
    if len(rest) > 1 and _GROUP_LABEL.fullmatch(counted) and rest[0] and not any(rest[1:]):
        return [(counted, "group"), (rest[0], "group")]
    if len(row) == 1 < len(styles):
        return [(counted, "group")]
    return list(zip(row, styles, strict=False))


def _column_style(column: int, rows: list[list[str]]) -> str:
    """The style of a column's cells, without its head."""
    entries = [row[column] for row in rows[1:] if column < len(row) > 1]
    return "centred" if all(len(text) <= _LONGEST_CENTRED for text in entries) else "text"


def _head_rows(rows: list[list[str]]) -> int:
    """How many rows the head of a table has."""
    return 2 if len(rows) > 1 and all(map(_COLUMN_NUMBER.fullmatch, rows[1])) else 1


def _split_off_last_texts(body: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """`body` without its last paragraph, and that paragraph, where the text ends in one."""
    cut = len(body) - (1 if body and body[-1].style == "text" else 0)
    return body[:cut], body[cut:]


def _recipients(recipients: list[Recipient], mark: Mark) -> Iterator[str]:
    for number, recipient in enumerate(recipients):
        note = f"({recipient.note})" if recipient.note else None
        yield mark(f"/recipients/{number}", f"- {_joined(recipient.name, note)};")


def _signature(signature: Signature, mark: Mark) -> Iterator[str]:
    for part in ("authority", "on_behalf", "position"):
        text = mark(f"/signature/{part}", getattr(signature, part))
        if text:
            yield text


def _appendix(appendix: Appendix, pointer: str, mark: Mark) -> AppendixPart:
    return AppendixPart(
        label=mark(f"{pointer}/label", _appendix_label(appendix.label)),
        title=mark(f"{pointer}/title", appendix.title),
        reference=mark(f"{pointer}/reference", appendix.reference),
        body=tuple(_blocks(appendix.content, f"{pointer}/content", mark)),
    )


def _appendix_label(label: str | None) -> str | None:
    """`Phụ lục I`, also where the data say just `I`."""
    return f"Phụ lục {label}" if label and _APPENDIX_NUMBER.fullmatch(label) else label
