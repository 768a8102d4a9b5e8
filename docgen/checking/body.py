"""The text (ô số 6): legal bases, running text, headings, articles, clauses and points."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.checking.document import Components, Line, Paragraph, Piece
from docgen.checking.pieces import Block, Heading, Passage
from docgen.checking.words import fits

_HEADING_WORDS = 30
_SHORT = 60
_TITLES = {"part-label": "part-title", "section-label": "section-title"}
"""Labels that stand on a line of their own, and what comes below."""
_LEVELS = ("article", "clause", "point")
_RUNNING = frozenset({"body", "heading", *_LEVELS})
"""Between these the decree asks for a gap."""


def body(lines: Sequence[Line], frame: frozenset[int | None] = frozenset()) -> Components:
    """The components of the lines between title and ending.

    Those in tables are left aside, but for a table that is a `frame` for all of the page.
    """
    paragraphs = list(dict.fromkeys(line.paragraph for line in lines))
    gaps = dict(zip(paragraphs, _gaps(paragraphs), strict=True))
    bases = _bases(paragraphs)
    texts = [
        Passage(one, gaps[one])
        for one in paragraphs
        if one not in bases and (one.room.container == "body" or one.room.table in frame)
    ]
    found: dict[str, list[Piece]] = {"legal-basis": [Passage(one) for one in bases]}
    role = ""
    for piece in texts:
        before, label = role, _label(piece)
        role = _take_label(label, piece.paragraph, found) if label else _role(piece, role)
        gap = piece.gap if {before, role} <= _RUNNING else None
        whole = Block(piece.lines) if role in _TITLES.values() else replace(piece, gap=gap)
        for name in () if label else _names(piece, role):
            found.setdefault(name, []).append(whole)
        if role == "heading":
            found.setdefault("body", []).append(Heading(piece.paragraph, gap))
    if texts:
        found["body-end"] = [Passage(texts[-1].paragraph)]
    return {name: pieces for name, pieces in found.items() if pieces}


def _names(piece: Passage, role: str) -> Iterator[str]:
    """The components that a paragraph in that role belongs to."""
    yield role
    if role in _LEVELS:
        yield "body"
    if role == "heading" and (level := _level(piece)):
        yield level


def _label(piece: Passage) -> str | None:
    """The label (Phần I, Chương I, Mục 1) that a paragraph's first line is."""
    text = piece.lines[0].text
    if fits("part-with-title", text) and _stands_out(piece):
        return "part-label"
    return next((label for label in _TITLES if fits(label, text)), None)


def _take_label(label: str, paragraph: Paragraph, found: dict[str, list[Piece]]) -> str:
    """Take a label and the title that may stand below it in the paragraph; the last one's role."""
    first, *rest = [line for line in paragraph.lines if line.text]
    found.setdefault(label, []).append(first)
    if rest:
        found.setdefault(_TITLES[label], []).append(Block(tuple(rest)))
    return "heading" if rest else label


def _role(piece: Passage, before: str) -> str:
    """The role of a paragraph after one in the role `before`."""
    text = piece.text
    if before in _TITLES and len(text.split()) <= _HEADING_WORDS:
        return _TITLES[before]
    if before in _TITLES.values() and piece.paragraph.setting.align == "center":
        return before
    if before.startswith("addressee") and fits("bullet", text):
        return "addressee-item"
    return _own_role(piece)


def _own_role(piece: Passage) -> str:
    """The role of a paragraph, whatever stands before it."""
    if fits("addressee", piece.text):
        return "addressee"
    if fits("attached", piece.text) and piece.paragraph.setting.align == "center":
        return "appendix-reference"
    if _is_heading(piece):
        return "heading"
    return _level(piece) or ("caption" if _is_caption(piece) else "body")


def _level(piece: Passage) -> str | None:
    """The level whose label the paragraph has; a heading may have one as well."""
    return next((level for level in _LEVELS if fits(level, piece.text)), None)


def _is_heading(piece: Passage) -> bool:
    """Whether a paragraph is the heading of a section: a label and a few words that stand out."""
    text = piece.text
    if len(text.split()) > _HEADING_WORDS:
        return False
    bold = piece.seen("bold") == [True]
    if fits("roman", text):
        return bold or text.isupper()
    return bold and (fits("clause", text) or fits("decimal", text) or fits("point", text))


def _stands_out(piece: Passage) -> bool:
    return piece.paragraph.setting.align == "center" or piece.seen("bold") == [True]


def _is_caption(piece: Passage) -> bool:
    """Whether a short line stands by itself: centred, on the right, or all of it bold."""
    apart = piece.paragraph.setting.align in {"center", "right"}
    return len(piece.text) < _SHORT and (apart or piece.seen("bold") == [True])


def _bases(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The legal bases (căn cứ) that open the text, each a paragraph.

    An opening in one upright paragraph that leads over to the text is running text, and so is a
    list of bases under a heading.
    """
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        piece = Passage(paragraph)
        if fits("orders", piece.text) or _is_heading(piece) or fits("article", piece.text):
            break
        if _is_basis(piece):
            found.append(paragraph)
    return found


def _is_basis(piece: Passage) -> bool:
    if fits("leads-over", piece.text) or piece.paragraph.label:
        return False
    if fits("basis", piece.text):
        return True
    return fits("carried", piece.text) and piece.seen("italic") == [True]


def _gaps(paragraphs: Sequence[Paragraph]) -> Iterator[float | None]:
    """How far each paragraph is from the one before (pt); `None` where that is no running text."""
    before: Paragraph | None = None
    for paragraph in paragraphs:
        near = before is not None and paragraph.room.path == before.room.path
        yield _gap(before, paragraph) if near and before else None
        before = paragraph


def _gap(above: Paragraph, below: Paragraph) -> float:
    """The gap between neighbours: what each adds, but for what a shared style takes away."""
    alike = above.setting.style == below.setting.style
    after = 0 if alike and above.setting.contextual else above.setting.after
    before = 0 if alike and below.setting.contextual else below.setting.before
    return after + before
