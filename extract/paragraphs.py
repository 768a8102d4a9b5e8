"""Lines of print → paragraphs: what the width of the page broke is joined, nothing else.

A paragraph keeps, for each piece of it, where that piece stands in the source.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import regex

from extract.knowledge import either
from extract.knowledge import table as words
from extract.labels import LABEL
from extract.layout import Layout, Line, Table
from plan.model import Span

FINISHED = regex.compile(r"[.;:!?…][\"”’)\]]*$")
RULE_OR_PAGE_NUMBER = regex.compile(
    r"[-–_=*~.\s]*|(?:Trang\s+)?[-–]?\s*\d{1,3}\s*(?:/\s*\d{1,3})?[-–]?"
)
TYPE_NAME = regex.compile(
    r"\s*(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|BÁO CÁO|NGHỊ QUYẾT|CHỈ THỊ)\s*:?\s*"
)
BREAKING = regex.compile(
    r"\s*(?:(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s*[.:/]?\s*\p{Lu}{2}"
    r"|(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG \p{Lu}+|CHÁNH VĂN PHÒNG|HIỆU TRƯỞNG|BÍ THƯ)\s*$"
    rf"|(?=N)(?i:{either(words('ending')['recipients'])})\b"
    r"|PHỤ LỤC\b|Phụ lục\s+\w+\s*$)"
)
KNOWN = words("citations")
OPENING = regex.compile(
    rf"\s*(?:{either(KNOWN['opening'])}|{either(KNOWN['committees'])}"
    rf"|{either(KNOWN['actors'])}\b[^,;]{{0,100}}\s{either(KNOWN['issuing'])})\b"
)
"""Words with which a preamble begins below the subject."""
NAME_BROKEN = regex.compile(r"\b(?:Việt\nNam|Hồ\nChí|Chí\nMinh|Tổ\nquốc)\b")
"""Names that the width broke before a capital."""
BROKEN_CODE = regex.compile(r"/\p{Lu}+-$")
REFERENCE = regex.compile(r"\s*\(?\s*(?:Ban hành\s+)?[Kk]èm theo\b")
"""Lines that never join with the one before or after: ranks, the recipients' label, appendices."""

RANGE_END = regex.compile(r"[-–]\s*\d{4}(?!\d)")
"""The second year of a period that the width broke: "2026" and "- 2030"."""
BASIS = regex.compile(r"\s*(?:Căn cứ|Theo đề nghị|Xét đề nghị)(?!\p{L})")

NEVER_LAST = regex.compile(
    r"(?<!\p{L})(?:và|của|về|cho|với|các|những|gửi|tại|theo|do|để|trong|từ|hoặc|cùng|bằng|như|qua)$"
)
"""Words with which nothing ends."""
JOINING = regex.compile(r"\b(?:và|của|với|do|về)$")
WITHIN = regex.compile(r"[\p{Ll}(,;)%“\"]")
"""With such a letter or mark the middle of a sentence begins."""
DASHED = regex.compile(r"[-–]\s*\p{Ll}")
NUMBERED = regex.compile(r"\d{1,2}\s*[.)/]?\s")
LEAVE = regex.compile(r"\s*Trên đây là(?!\p{L})")
"""With these words the closing begins, also where no blank line stands before it."""

WRAPPED_AT_MOST = 135
"""Characters of the longest usual line of print; longer lines are whole paragraphs."""

BROKEN_SHARE = 0.3
"""From this share on, lines that go on with a small letter mean that width broke them."""

DENSE_SHARE = 0.9
"""A text of which more lines than this are filled has no blank lines between paragraphs."""

FULL_SHARE = 0.85
"""A line that the next word would bring to this share of the width was broken by the width."""

FEW_LETTERS = 3
"""A word of so few capitals is an abbreviation."""

SAME_SIDE_PT = 8.0
"""Two left edges that are nearer than this are one margin."""


@dataclass(frozen=True)
class Paragraph:
    """Text of one paragraph, with the lines that it was joined from.

    `starts` gives for each line the position of its first character in `text`.
    """

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where characters `start` to `end` of the paragraph stand in the source."""
        last = max(start, (len(self.text) if end is None else end) - 1)
        first_line, first = self._locate(start)
        last_line, final = self._locate(last)
        return Span(
            start=first_line.source(first),
            end=last_line.source(final) + 1,
            page=first_line.page,
            path=first_line.path,
        )

    def _locate(self, position: int) -> tuple[Line, int]:
        position = max(position, 0)
        index = bisect_right(self.starts, position) - 1
        line = self.lines[index]
        lead = len(line.text) - len(line.text.lstrip())
        inside = lead + position - self.starts[index]
        return line, min(inside, max(len(line.text) - 1, 0))

    @cached_property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)

    @cached_property
    def italic(self) -> bool:
        """Whether every line is italic."""
        return all(line.italic for line in self.lines)

    @cached_property
    def upper(self) -> bool:
        """Whether it is written in capitals."""
        return is_upper(self.text)


Element = Paragraph | Table


def is_upper(text: str) -> bool:
    """Whether the letters of `text` are capitals, a stray small one in twelve allowed."""
    letters, small = sum(map(str.isalpha, text)), sum(map(str.islower, text))
    return letters > FEW_LETTERS and small * 12 <= letters


def paragraphs(layout: Layout) -> list[Element]:
    """The document's paragraphs and tables in reading order; page numbers and rules left out."""
    elements: list[Element] = []
    run: list[Line] = []
    for block in layout.blocks:
        if isinstance(block, Line):
            if not is_furniture(block):
                run.append(block)
            continue
        elements += join(run, wrapped=layout.wrapped)
        run = []
        elements.append(block)
    return elements + join(run, wrapped=layout.wrapped)


def join(lines: Sequence[Line], *, wrapped: bool) -> list[Paragraph]:
    """Paragraphs of consecutive lines; where not `wrapped`, each line is one."""
    if not wrapped or len(lines) == 1:
        return [build([line]) for line in lines if line.text.strip()]
    return [build(group) for group in groups(lines, Page.measure(lines))]


def is_furniture(line: Line) -> bool:
    """A page number, or a rule made of dashes or dots."""
    text = line.text.strip()
    return bool(text) and RULE_OR_PAGE_NUMBER.fullmatch(text) is not None


def build(lines: Sequence[Line]) -> Paragraph:
    """One paragraph out of its lines, joined by one space; none behind a hyphen in a code."""
    starts, text = [], ""
    for line in lines:
        stripped = line.text.strip()
        text += " " if text and stripped and not BROKEN_CODE.search(text) else ""
        starts.append(len(text))
        text += stripped
    return Paragraph(text, tuple(lines), tuple(starts))


@dataclass(frozen=True)
class Page:
    """How the lines of a document fill its width.

    `width` is the length of a full line in characters, or `None` where lines are not broken by
    width; `spaced` says that blank lines stand between all lines and so mean nothing; `parted`
    that a blank line stands before every item, so that lines without one between belong
    together; `dense` that no blank lines tell paragraphs apart; `right` and `left` are the body's
    margins in pt, where the reader knows them.
    """

    width: int | None
    spaced: bool
    parted: bool = False
    dense: bool = False
    left: float | None = None
    right: float | None = None
    labels_indented: bool = False

    @classmethod
    def measure(cls, lines: Sequence[Line]) -> "Page":
        """Measure `lines` (blank ones included)."""
        filled = [line for line in lines if line.text.strip()]
        lengths = sorted(len(line.text.strip()) for line in filled)
        longest = lengths[int(len(lengths) * 0.95)] if lengths else 0
        pairs = sum(not b.text.strip() for a, b in pairwise(lines) if a.text.strip())
        rights = sorted(line.right for line in filled if line.right is not None)
        lefts = sorted(line.left for line in filled if line.left is not None)
        left = lefts[len(lefts) // 4] if rights and lefts else None
        labelled = sorted(n.left or 0.0 for n in filled if LABEL.match(n.text.strip()))
        middle = labelled[len(labelled) // 2] if labelled else 0.0
        return cls(
            labels_indented=left is not None and middle > left + SAME_SIDE_PT,
            width=longest if longest <= WRAPPED_AT_MOST else None,
            spaced=pairs > 0.85 * len(filled) and broken_share(filled) > BROKEN_SHARE,
            parted=parted(lines),
            dense=len(filled) > DENSE_SHARE * len(lines),
            left=left,
            right=rights[int(len(rights) * 0.9)] if rights else None,
        )

    def indents(self, line: Line) -> bool:
        """Whether a line begins to the right of the margin, as paragraphs do."""
        edges = (line.left, self.left)
        return None not in edges and (edges[0] or 0) > (edges[1] or 0) + SAME_SIDE_PT

    def marks_items(self, line: Line) -> bool:
        """Whether a label counts: not at the margin where all others are indented."""
        return not self.labels_indented or line.left is None or self.indents(line)

    def broke(self, last: Line, line: Line) -> bool:
        """Whether only the width stands between two lines."""
        if self.parted and line.right is None:
            return True
        if is_upper(line.text) > is_upper(last.text):
            return False
        if self.dense and self.width and line.right is None and not last.text.isupper():
            begun = LABEL.match(last.text.strip()) is None and not FINISHED.search(
                last.text.strip()
            )
            return self.fills(last, line) or (begun and len(last.text) > self.width / 2)
        return self.fills(last, line)

    def fills(self, line: Line, following: Line) -> bool:
        """Whether the first word of `following` would not have fitted on `line`."""
        word = following.text.split(maxsplit=1)[0] if following.text.strip() else ""
        if self.right is not None and line.right is not None and line.left is not None:
            per_character = (line.right - line.left) / max(len(line.text.strip()), 1)
            return line.right + (len(word) + 1) * per_character > self.right - SAME_SIDE_PT / 2
        if self.width is None:
            return False
        return len(line.text.strip()) + 1 + len(word) > self.width * FULL_SHARE


def parted(lines: Sequence[Line]) -> bool:
    """Whether nearly every labelled line follows a blank one, and not all lines do."""
    pairs = [(a, b) for a, b in pairwise(lines) if LABEL.match(b.text.strip())]
    adjacent = sum(bool(a.text.strip() and b.text.strip()) for a, b in pairwise(lines))
    return sum(not a.text.strip() for a, _ in pairs) > 0.8 * len(pairs) and adjacent > 0.2 * len(
        lines
    )


def broken_share(lines: Sequence[Line]) -> float:
    """The share of lines that go on with a small letter on the next one."""
    following = [b for b in lines[1:] if b.text.strip()[:1].islower()]
    return len(following) / max(len(lines), 1)


def groups(lines: Sequence[Line], page: Page) -> Iterator[list[Line]]:
    """Lines that belong together, one paragraph each."""
    group: list[Line] = []
    blank = titled = False
    for line in lines:
        if not line.text.strip():
            blank = True
            continue
        opens = titled and opens_preamble(group, line)
        if group and (opens or not continues(group, line, page, blank=blank and not page.spaced)):
            yield group
            titled = TYPE_NAME.fullmatch(group[-1].text) is not None
            group = []
        group.append(line)
        blank = False
    if group:
        yield group


def continues(group: Sequence[Line], line: Line, page: Page, *, blank: bool) -> bool:
    """Whether `line` goes on with the paragraph of `group`."""
    last, text = group[-1], line.text.strip()
    unfinished = not FINISHED.search(last.text.strip())
    if (
        stands_alone(text, group)
        or stands_alone(last.text, group[:-1])
        or REFERENCE.match(text)
        or (BASIS.match(text) and not last.text.rstrip().endswith((".", ",")))
        or (LEAVE.match(text) and not unfinished)
    ):
        return False
    in_period = RANGE_END.match(text) and last.text.rstrip()[-1:].isdigit()
    if in_period or (wraps_heading(group, line) and not blank):
        return True
    if LABEL.match(text) and page.marks_items(line):
        return unfinished and not blank and wrapped_dash(last, text, page, line)
    if unfinished and (goes_on(text) or leads_on(group, line)):
        return True
    return not (blank or page.indents(line) or last.bold != line.bold) and page.broke(last, line)


def opens_preamble(subject: Sequence[Line], line: Line) -> bool:
    """Whether the preamble begins with `line`, so that the lines before are the whole subject."""
    last = subject[-1].text.rstrip() if subject else ""
    unfinished = last.endswith((",", "-", "–")) or JOINING.search(last)
    return OPENING.match(line.text) is not None and not unfinished


def stands_alone(text: str, before: Sequence[Line]) -> bool:
    """Whether a line never joins; a type name does where a numbered heading leads up to it."""
    headed = bool(before) and LABEL.match(before[0].text.strip()) is not None
    return BREAKING.match(text) is not None or (
        not headed and TYPE_NAME.fullmatch(text) is not None
    )


def wraps_heading(group: Sequence[Line], line: Line) -> bool:
    """Whether a labelled heading in capitals goes on in capitals: "PHẦN I" and its title."""
    labelled = LABEL.match(group[0].text.strip()) and not LABEL.match(line.text.strip())
    return bool(labelled) and all(is_upper(one.text) for one in (*group, line))


def leads_on(group: Sequence[Line], line: Line) -> bool:
    """Whether what is open must go on: behind a comma, dash or "và", or within a legal basis."""
    within_basis = BASIS.match(group[0].text) is not None and BASIS.match(line.text) is None
    bracket = unclosed(" ".join(one.text for one in group))
    edge = f"{group[-1].text.rstrip()[-12:]}\n{line.text.lstrip()[:12]}"
    return (
        within_basis
        or bracket
        or NAME_BROKEN.search(edge) is not None
        or NEVER_LAST.search(group[-1].text.rstrip()) is not None
        or group[-1].text.rstrip().endswith((",", "-", "–", "(", "/"))
    )


def unclosed(text: str) -> bool:
    """Whether a bracket is open at the end of `text`."""
    return text.rfind("(") > text.rfind(")")


def goes_on(text: str) -> bool:
    """Whether `text` begins as the middle of a sentence does."""
    return WITHIN.match(text) is not None


def wrapped_dash(last: Line, text: str, page: Page, line: Line) -> bool:
    """Whether a leading dash or number is no label but was broken off its sentence."""
    dash = DASHED.match(text) is not None
    number = NUMBERED.match(text) is not None and page.width is not None
    return (
        dash or (number and last.text.rstrip().endswith(("số", "khoản", "Điều", "và", ",")))
    ) and (page.fills(last, line))
