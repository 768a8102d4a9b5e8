"""Reading .docx: paragraphs with their printed numbers, tables, notes, in reading order."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args
from zipfile import BadZipFile, ZipFile

import regex
from docx.opc.constants import RELATIONSHIP_TYPE as RELATED
from docx.package import Package
from lxml import etree

from extract.layout import Alignment, Cell, Layout, Line, Table
from extract.limits import check_size
from extract.readers.letters import plain
from extract.readers.paragraph_breaks import parted
from extract.readers.placing import lines_of, placed
from extract.readers.word.numbering import Numbering
from extract.readers.word.styles import Styles, indent
from extract.readers.word.xml import MATH, PARSER, Element, W, children, value
from plan.errors import UnreadableError
from plan.messages import N_
from plan.model import Finding
from plan.packages import check_archive
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
FORMULAS = (MATH + "oMath", MATH + "oMathPara")
BREAKS = {
    W + "br": "\n",
    W + "cr": "\n",
    W + "tab": " ",
    W + "ptab": " ",
    W + "noBreakHyphen": "-",
}
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
        story = Story.of(Package.open(str(path)))
        blocks = list(story.blocks(story.body))
        notes = list(story.notes())
    except DAMAGES as error:
        raise UnreadableError(
            N_("{file}: the Word file is damaged; open it in Word, save a new copy, use that"),
            file=path.name,
        ) from error
    return placed(blocks, notes, story.findings())


@dataclass
class Run:
    """Letters of one look."""

    text: str
    bold: bool
    italic: bool
    size: float | None


@dataclass
class Story:
    """The main text of a document with what it refers to."""

    body: Element
    parts: dict[str, Element]
    styles: Styles
    numbering: Numbering
    boxes: list[Element] = field(default_factory=list)

    @classmethod
    def of(cls, package: Package) -> "Story":
        """The story of an opened package."""
        main = package.main_document_part
        parts = {
            relation.reltype: etree.fromstring(relation.target_part.blob, PARSER)
            for relation in main.rels.values()
            if not relation.is_external and relation.reltype in RELATED_READ
        }
        styles = Styles(parts.get(RELATED.STYLES))
        body = etree.fromstring(main.blob, PARSER).find(W + "body")
        if body is None:
            raise ValueError("no body")
        return cls(body, parts, styles, Numbering(parts.get(RELATED.NUMBERING), styles))

    def blocks(self, container: Element, place: str = "") -> Iterator[Line | Table]:
        """The paragraphs and tables of a container; text boxes behind their paragraph."""
        counts = {"p": 0, "t": 0}
        merged: list[Element] = []
        for child in children(container):
            if child.tag == W + "p":
                counts["p"] += 1
                merged.append(child)
                if goes_on(child):
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

        `merged` are the paragraphs that became one when the marks between them were deleted.
        """
        runs = [run for one in merged for run in self.runs(one, one)]
        paragraph = merged[-1]
        label = self.numbering.label(paragraph)
        text = SPACES.sub(" ", str(nfc(plain("".join(run.text for run in runs))))).strip()
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
                yield Run("".join(t.text or "" for t in child.iter(MATH + "t")), False, False, None)
            elif child.tag == W + "r" and not self.styles.is_on("vanish", child, paragraph):
                yield Run(
                    "".join(self.letters(child)),
                    self.styles.is_on("b", child, paragraph),
                    self.styles.is_on("i", child, paragraph),
                    self.styles.size(child, paragraph),
                )

    def letters(self, run: Element) -> Iterator[str]:
        """What a run prints; text boxes in it are kept for later."""
        for child in children(run):
            if child.tag == W + "t":
                yield child.text or ""
            elif child.tag == W + "br" and child.get(W + "type") in {"page", "column"}:
                yield " "
            elif child.tag == W + "sym":
                yield symbol(child)
            elif child.tag in BREAKS:
                yield BREAKS[child.tag]
            elif child.tag in BOXES:
                self.boxes += child.iter(W + "txbxContent")

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
        return (*cells, *(self.cell(one, f"{place}/c{i}/") for i, one in enumerate(found, 1)))

    def cell(self, cell: Element, place: str) -> Cell:
        """One cell; nested tables give their lines."""
        properties = cell.find(W + "tcPr")
        span = int(value(properties, W + "gridSpan") or 1)
        merged = properties.find(W + "vMerge") if properties is not None else None
        if merged is not None and merged.get(W + "val", "continue") == "continue":
            return Cell((), span, continued=True)
        return Cell(tuple(lines_of(self.blocks(cell, place))), span)

    def notes(self) -> Iterator[tuple[Line, ...]]:
        """Footnotes and endnotes, a line for each of their paragraphs."""
        for relation, name in NOTES:
            root = self.parts.get(relation)
            for note in root.findall(W + name) if root is not None else []:
                lines = tuple(lines_of(self.blocks(note, f"{name}{note.get(W + 'id')}/")))
                if lines:
                    yield lines

    def findings(self) -> tuple[Finding, ...]:
        """What was done to the text on the way."""
        kept, left_out = (sum(1 for _ in self.body.iter(*tags)) for tags in (INSERTED, DELETED))
        if not kept + left_out:
            return ()
        finding = Finding(
            code="tracked-changes",
            severity="info",
            template=N_(
                "the file has tracked changes; insertions read: {kept}, "
                "deletions left out: {left_out}"
            ),
            args={"kept": kept, "left_out": left_out},
        )
        return (finding,)


RELATED_READ = (RELATED.STYLES, RELATED.NUMBERING, RELATED.FOOTNOTES, RELATED.ENDNOTES)


def goes_on(paragraph: Element) -> bool:
    """Whether the mark at a paragraph's end is deleted, so that the next one goes on with it."""
    following = paragraph.getnext()
    is_last = following is None or following.tag != W + "p"
    return not is_last and paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def symbol(element: Element) -> str:
    """The letter of a `w:sym`."""
    code = element.get(W + "char", "")
    return chr(int(code, 16)) if regex.fullmatch("[0-9A-Fa-f]{4}", code) else ""


def mostly(runs: Sequence[Run], *, bold: bool) -> bool:
    """Whether more than half of the letters are bold, or italic."""
    letters = [(sum(map(str.isalnum, run.text)), run.bold if bold else run.italic) for run in runs]
    return sum(n for n, on in letters if on) * 2 > sum(n for n, _ in letters)
