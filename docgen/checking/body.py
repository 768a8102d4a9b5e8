"""The text (ô số 6): legal bases, running text, headings, articles, clauses and points."""

from collections.abc import Iterator, Sequence

from docgen.checking.document import Components, Line, Paragraph, Piece
from docgen.checking.pieces import Block, Passage
from docgen.checking.words import fits

_HEADING_WORDS = 30
_SHORT = 60
_LABELS = ("part-label", "section-label")
_LEVELS = ("article", "clause", "point")


def body(lines: Sequence[Line]) -> Components:
    """The components of the lines between title and ending, those in tables left aside."""
    paragraphs = list(dict.fromkeys(line.paragraph for line in lines))
    gaps = dict(zip(paragraphs, _gaps(paragraphs), strict=True))
    bases = _bases(paragraphs)
    found: dict[str, list[Piece]] = {"legal-basis": [Passage(one) for one in bases]}
    texts = [one for one in paragraphs if one not in bases and one.room.container == "body"]
    titled: str | None = None
    for paragraph in texts:
        piece = Passage(paragraph, gaps[paragraph])
        label = _label(paragraph)
        if label:
            titled = _take_label(label, paragraph, found)
            continue
        role, titled = _role(piece, titled)
        found.setdefault(role, []).append(piece)
        if role in _LEVELS and role != "article":
            found.setdefault("body", []).append(piece)
        if role == "heading" and (level := _level(piece)):
            found.setdefault(level, []).append(piece)
    if texts:
        found["body-end"] = [Passage(texts[-1])]
    return {name: pieces for name, pieces in found.items() if pieces}


def _label(paragraph: Paragraph) -> str | None:
    """The label (Phần I, Chương I, Mục 1) that a paragraph's first line is."""
    text = paragraph.lines[0].text
    return next((label for label in _LABELS if fits(label, text)), None)


def _take_label(label: str, paragraph: Paragraph, found: dict[str, list[Piece]]) -> str | None:
    """Take a label and the title that may stand below it; the role of the next paragraph."""
    title = label.replace("label", "title")
    first, *rest = [line for line in paragraph.lines if line.text]
    found.setdefault(label, []).append(first)
    if rest:
        found.setdefault(title, []).append(Block(tuple(rest)))
    return None if rest else title


def _role(piece: Passage, titled: str | None) -> tuple[str, str | None]:
    """The role of a paragraph, and that of the next one where a title may go on."""
    if titled and _is_centred(piece):
        return titled, titled
    if _is_heading(piece):
        return "heading", None
    caption = "caption" if _is_caption(piece) else "body"
    return _level(piece) or caption, None


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


def _is_centred(piece: Passage) -> bool:
    return piece.paragraph.setting.align == "center"


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
