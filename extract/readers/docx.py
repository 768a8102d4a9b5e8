"""Reading .docx: paragraphs with their printed numbers, tables, notes, in reading order."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import get_args
from zipfile import BadZipFile, ZipFile

import regex
from docx.opc.constants import RELATIONSHIP_TYPE as RELATED
from docx.package import Package
from lxml import etree

from extract.layout import Alignment, Cell, Layout, Line, Table
from extract.limits import check_archive, check_size
from extract.readers.letters import plain
from extract.readers.paragraph_breaks import parted
from extract.readers.placing import lines_of, placed
from extract.readers.word.numbering import Numbering
from extract.readers.word.old_fonts import OldFonts, Run
from extract.readers.word.styles import Styles, indent
from extract.readers.word.xml import MATH, PARSER, Element, W, children, value
from plan.errors import UnreadableError
from plan.messages import N_
from plan.model import Finding
from plan.text import nfc

DAMAGES = (
    BadZipFile,
    zlib.error,
    etree.LxmlError,
    KeyError,
    ValueError,
    AttributeError,
    NotImplementedError,
    EOFError,
    OSError,
)
"""What the libraries raise for a damaged package."""
INSERTED = (W + "ins", W + "moveTo")
DELETED = (W + "del", W + "moveFrom")
EMBEDDED = (W + "altChunk",)
FORMULAS = (MATH + "oMath", MATH + "oMathPara")
FORMULA_FONT = "Cambria Math"
CAPITALS = ("caps", "smallCaps")
BREAKS = {
    W + "br": "\n",
    W + "cr": "\n",
    W + "tab": " ",
    W + "ptab": " ",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\x1f",
}
"""The soft hyphen prints nothing, but in TCVN3 it is a letter: U+001F keeps its place."""
ON = ("1", "true", "on")
REFERENCES = (W + "footnoteReference", W + "endnoteReference")
BOXES = (W + "drawing", W + "pict", W + "object")
NOTES = ((RELATED.FOOTNOTES, "footnote"), (RELATED.ENDNOTES, "endnote"))
SPACES = regex.compile(r"[^\S\n]+")
ALIGNMENTS: dict[str, Alignment] = {one: one for one in get_args(Alignment)}
ALIGNMENTS |= {"both": "justify", "start": "left", "end": "right"}


def read(path: Path) -> Layout:
    """The Word file at `path`; each `Line` is a paragraph.

    Raises:
        UnreadableError: damaged, or no Word file.
        LimitError: over a limit of size.
    """
    check_size(path)
    try:
        with ZipFile(path) as archive:
            check_archive(path, archive.infolist())
        layout = Story.of(Package.open(str(path))).layout()
    except DAMAGES as error:
        raise UnreadableError(
            N_("{file}: the Word file is damaged; open it in Word, save a new copy, use that"),
            file=path.name,
        ) from error
    return replace(layout, reader="python-docx")


@dataclass
class Story:
    """The main text of a document with what it refers to."""

    body: Element
    parts: dict[str, Element]
    styles: Styles
    numbering: Numbering
    boxes: list[Element] = field(default_factory=list)
    instructions: list[bool] = field(default_factory=list)
    """For each field that one is in: whether in its instruction, which is not printed."""

    @classmethod
    def of(cls, package: Package) -> "Story":
        """The story of an opened package."""
        main = package.main_document_part
        parts = {
            relation.reltype: etree.fromstring(relation.target_part.blob, PARSER)
            for relation in main.rels.values()
            if not relation.is_external and relation.reltype in RELATED_READ
        }
        body = etree.fromstring(main.blob, PARSER).find(W + "body")
        if body is None:
            raise ValueError("no body")
        return cls.made_of(body, parts)

    @classmethod
    def made_of(cls, body: Element, parts: dict[str, Element]) -> "Story":
        """The story of a body and the parts that it refers to, by their relation."""
        styles = Styles(parts.get(RELATED.STYLES))
        return cls(body, parts, styles, Numbering(parts.get(RELATED.NUMBERING), styles))

    @cached_property
    def old_fonts(self) -> OldFonts:
        """What the document's fonts from before Unicode hold."""
        return OldFonts.of(self.typed())

    def typed(self) -> Iterator[tuple[str | None, str]]:
        """The font and the text of every run."""
        notes = (self.parts[name] for name, _ in NOTES if name in self.parts)
        for paragraph in (one for root in (self.body, *notes) for one in root.iter(W + "p")):
            for run in (child for child in children(paragraph) if child.tag == W + "r"):
                text = "".join(one.text or "" for one in run.findall(W + "t"))
                yield self.styles.font(run, paragraph), text

    def layout(self) -> Layout:
        """The whole document."""
        blocks = list(self.blocks(self.body))
        layout = placed(blocks, list(self.notes()), (*self.tracked(), *self.old_fonts.doubts()))
        return replace(
            layout, repairs=tuple(self.old_fonts.repairs()), losses=tuple(self.embedded())
        )

    def blocks(self, container: Element, place: str = "") -> Iterator[Line | Table]:
        """The paragraphs and tables of a container; text boxes behind their paragraph."""
        counts = {"p": 0, "t": 0}
        merged: list[Element] = []
        for child in children(container):
            if child.tag == W + "p":
                counts["p"] += 1
                merged.append(child)
                if self.is_gone(child) and follows(child):
                    continue
                yield from self.paragraph(merged, f"{place}p{counts['p']}", in_cell=bool(place))
                merged = []
                yield from self.boxed(f"{place}p{counts['p']}")
            elif child.tag == W + "tbl":
                counts["t"] += 1
                yield self.table(child, f"{place}t{counts['t']}")

    def boxed(self, place: str) -> Iterator[Line | Table]:
        """The text boxes that hang on the paragraph at `place`."""
        boxes, self.boxes = self.boxes, []
        for number, box in enumerate(boxes, 1):
            yield from self.blocks(box, f"{place}/x{number}/")

    def paragraph(self, merged: Sequence[Element], place: str, *, in_cell: bool) -> Iterator[Line]:
        """A paragraph as one line; line breaks part it in cells, headings and before labels.

        `merged` are the paragraphs that are one where the marks between them are deleted or hidden.
        """
        self.instructions.clear()
        parts = [list(self.runs(one, one)) for one in merged]
        runs = [cased(run) for run in self.old_fonts.read(run for part in parts for run in part)]
        paragraph = leading(merged, parts)
        text = SPACES.sub(" ", str(nfc(plain("".join(run.text for run in runs))))).strip()
        if not text and self.is_gone(paragraph):
            return
        label = self.numbering.label(paragraph)
        if not text:
            return
        align = ALIGNMENTS.get(self.styles.alignment(paragraph) or "")
        look = Line(
            "",
            0,
            path=place,
            align=align,
            left=indent(paragraph),
            bold=mostly(runs, bold=True),
            italic=mostly(runs, bold=False),
            size=next((run.size for run in runs if run.size), None),
        )
        pieces = parted(f"{label} {text}" if label else text, always=in_cell or align == "center")
        yield from (replace(look, text=piece) for piece in pieces)

    def runs(self, container: Element, paragraph: Element) -> Iterator[Run]:
        """The runs of a paragraph, without what is deleted or hidden."""
        for child in children(container):
            if child.tag in FORMULAS:
                yield Run("".join(t.text or "" for t in child.iter(MATH + "t")), font=FORMULA_FONT)
            elif child.tag == W + "r" and not self.styles.is_on("vanish", child, paragraph):
                yield Run(
                    "".join(self.letters(child)),
                    self.styles.is_on("b", child, paragraph),
                    self.styles.is_on("i", child, paragraph),
                    self.styles.size(child, paragraph),
                    self.styles.font(child, paragraph),
                    any(self.styles.is_on(name, child, paragraph) for name in CAPITALS),
                )

    def is_gone(self, paragraph: Element) -> bool:
        """Whether the mark at a paragraph's end is deleted, moved away or hidden."""
        properties = paragraph.find(W + "pPr")
        owner = paragraph if properties is None else properties
        if any(owner.find(f"{W}rPr/{tag}") is not None for tag in DELETED):
            return True
        return self.styles.is_on("vanish", owner, paragraph)

    def letters(self, run: Element) -> Iterator[str]:
        """What a run prints; text boxes in it are kept for later."""
        for child in children(run):
            if child.tag == W + "fldChar":
                self.meet_field(child.get(W + "fldCharType", ""))
            elif child.tag in REFERENCES and child.get(W + "customMarkFollows") in ON:
                return
            elif True in self.instructions:
                continue
            elif child.tag == W + "t":
                yield child.text or ""
            elif child.tag == W + "br" and child.get(W + "type") in {"page", "column"}:
                yield " "
            elif child.tag == W + "sym":
                yield symbol(child)
            elif child.tag in BREAKS:
                yield BREAKS[child.tag]
            elif child.tag in BOXES:
                self.boxes += boxes_in(child)

    def meet_field(self, kind: str) -> None:
        """Keep in mind within how many fields one is, and whether within their instructions."""
        if kind == "begin":
            self.instructions.append(True)
        elif kind == "separate" and self.instructions:
            self.instructions[-1] = False
        elif self.instructions:
            self.instructions.pop()

    def table(self, table: Element, place: str) -> Table:
        """A table, cells that go on from the row above left empty."""
        rows = [
            child
            for child in children(table)
            if child.tag == W + "tr" and child.find(f"{W}trPr/{W}del") is None
        ]
        cells = tuple(self.row(row, f"{place}/r{i}") for i, row in enumerate(rows, 1))
        return Table(
            cells,
            ruled=self.styles.is_ruled(table),
            wrapped=False,
            path=place,
        )

    def row(self, row: Element, place: str) -> tuple[Cell, ...]:
        """One row of cells."""
        before = int(value(row, f"{W}trPr/{W}gridBefore") or 0)
        cells = [Cell((), before)] if before else []
        found = [child for child in children(row) if child.tag == W + "tc"]
        for number, one in enumerate(found, 1):
            if merges(one, "hMerge") and cells:
                cells[-1] = replace(cells[-1], span=cells[-1].span + 1)
            elif one.find(f"{W}tcPr/{W}cellDel") is None:
                cells.append(self.cell(one, f"{place}/c{number}/"))
        behind = int(value(row, f"{W}trPr/{W}gridAfter") or 0)
        return (*cells, Cell((), behind)) if behind else tuple(cells)

    def cell(self, cell: Element, place: str) -> Cell:
        """One cell; nested tables give their lines."""
        span = int(value(cell, f"{W}tcPr/{W}gridSpan") or 1)
        if merges(cell, "vMerge"):
            return Cell((), span, continued=True)
        return Cell(tuple(lines_of(self.blocks(cell, place))), span)

    def notes(self) -> Iterator[tuple[Line, ...]]:
        """Footnotes and endnotes, a line for each of their paragraphs."""
        for relation, name in NOTES:
            root = self.parts.get(relation)
            for note in root.findall(W + name) if root is not None else []:
                if note.get(W + "type", "normal") != "normal":
                    continue
                lines = tuple(lines_of(self.blocks(note, f"{name}{note.get(W + 'id')}/")))
                if lines:
                    yield lines

    def tracked(self) -> Iterator[Finding]:
        """Tracked changes, which are read as accepted."""
        kept, left_out = (self.count(*tags) for tags in (INSERTED, DELETED))
        if kept + left_out:
            yield Finding(
                code="tracked-changes",
                severity="info",
                template=N_(
                    "the file has tracked changes; insertions read: {kept}, "
                    "deletions left out: {left_out}"
                ),
                args={"kept": kept, "left_out": left_out},
            )

    def embedded(self) -> Iterator[Finding]:
        """Documents inside the document, which only Word can read."""
        embedded = self.count(*EMBEDDED)
        if embedded:
            yield Finding(
                code="embedded-documents",
                template=N_(
                    "documents embedded in the file that were not read: {count}; "
                    "open it in Word and save a new copy"
                ),
                args={"count": embedded},
            )

    def count(self, *tags: str) -> int:
        """How many elements of the text have one of the names."""
        return sum(1 for _ in self.body.iter(*tags))


RELATED_READ = (RELATED.STYLES, RELATED.NUMBERING, RELATED.FOOTNOTES, RELATED.ENDNOTES)


def follows(paragraph: Element) -> bool:
    """Whether another paragraph follows, which may go on with this one."""
    following = paragraph.getnext()
    return following is not None and following.tag == W + "p"


def leading(merged: Sequence[Element], parts: Sequence[Sequence[Run]]) -> Element:
    """Of paragraphs that are one, that which gives its look and number.

    Where marks are deleted it is the last; where one is hidden, the title that runs into its text.
    """
    for paragraph, runs in zip(merged, parts, strict=True):
        hidden = paragraph.find(f"{W}pPr/{W}rPr/{W}vanish") is not None
        if hidden and any(run.text.strip() for run in runs):
            return paragraph
    return merged[-1]


def merges(cell: Element, name: str) -> bool:
    """Whether a cell goes on from the one above (`vMerge`) or before it (`hMerge`)."""
    found = cell.find(f"{W}tcPr/{W}{name}")
    return found is not None and found.get(W + "val", "continue") == "continue"


def boxes_in(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing, each once."""
    for child in children(element):
        if child.tag == W + "txbxContent":
            yield child
        else:
            yield from boxes_in(child)


def symbol(element: Element) -> str:
    """The letter of a `w:sym`."""
    code = element.get(W + "char", "")
    return chr(int(code, 16)) if regex.fullmatch("[0-9A-Fa-f]{4}", code) else ""


def cased(run: Run) -> Run:
    """A run in capitals where its format prints it so."""
    return replace(run, text=run.text.upper()) if run.capitals else run


def mostly(runs: Sequence[Run], *, bold: bool) -> bool:
    """Whether more than half of the letters are bold, or italic."""
    letters = [(sum(map(str.isalnum, run.text)), run.bold if bold else run.italic) for run in runs]
    return sum(n for n, on in letters if on) * 2 > sum(n for n, _ in letters)
