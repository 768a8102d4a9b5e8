"""Reading OpenDocument text (.odt): made into Word's XML, which the Word reader reads."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from zipfile import ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE as RELATED
from lxml import etree

from extract.layout import Layout
from extract.limits import check_archive, check_size
from extract.readers.docx import DAMAGES, Story
from extract.readers.odf.lists import Lists
from extract.readers.odf.names import DRAW, OFFICE, TABLE, TEXT
from extract.readers.odf.styles import Styles
from extract.readers.odf.tables import row, ruled
from extract.readers.word.making import Look, box, paragraph, run, w
from extract.readers.word.xml import PARSER, Element
from plan.errors import UnreadableError
from plan.messages import N_

GROUPS = frozenset(
    {TEXT + "section", TEXT + "index-body", TEXT + "table-of-content", TEXT + "numbered-paragraph"}
)
"""Containers whose blocks stand as if they were not in them."""
SPANS = frozenset({TEXT + "span", TEXT + "a", TEXT + "meta", TEXT + "ruby", TEXT + "ruby-base"})
LEFT_OUT = frozenset({OFFICE + "annotation", TEXT + "ruby-text", TEXT + "hidden-text"})
ROW_GROUPS = frozenset(
    {TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"}
)
MOST_BLANKS = 100
DEEPEST = 100
"""How deep lists, tables and spans may stand in each other."""


def read(path: Path) -> Layout:
    """The OpenDocument text at `path`; each `Line` is a paragraph.

    Raises:
        UnreadableError: damaged, or no text document.
        LimitError: over a limit of size.
    """
    check_size(path)
    try:
        with ZipFile(path) as archive:
            check_archive(path, archive.infolist())
            content = etree.fromstring(archive.read("content.xml"), PARSER)
            names = archive.namelist()
            styles = archive.read("styles.xml") if "styles.xml" in names else b"<none/>"
        roots = [etree.fromstring(styles, PARSER), content]
        text = content.find(f"{OFFICE}body/{OFFICE}text")
        if text is None:
            raise ValueError("no text")
        layout = Document(Styles(roots), Lists(roots)).story(text).layout()
    except (*DAMAGES, RecursionError) as error:
        raise UnreadableError(
            N_("{file}: the OpenDocument file is damaged; open it in LibreOffice, save a new copy"),
            file=path.name,
        ) from error
    return replace(layout, format="odt", reader="lxml")


@dataclass
class Document:
    """A document whose blocks are being made into Word's XML."""

    styles: Styles
    lists: Lists
    notes: list[Element] = field(default_factory=list)
    depth: int = 0

    def story(self, text: Element) -> Story:
        """The whole document."""
        body = w("body", *self.blocks(text))
        changed = [one for one in text.iter(TEXT + "changed-region") if len(one)]
        body.extend(w("ins" if is_insertion(one) else "del") for one in changed)
        parts = {
            RELATED.STYLES: self.styles.root(),
            RELATED.NUMBERING: self.lists.root(),
            RELATED.FOOTNOTES: w("footnotes", *self.notes),
        }
        return Story.made_of(body, parts)

    def blocks(self, container: Element) -> Iterator[Element]:
        """The paragraphs and tables of a container."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise ValueError("too deep")
        for child in container:
            yield from self.block(child)
        self.depth -= 1

    def block(self, child: Element) -> Iterator[Element]:
        """One block, or those that it holds."""
        if child.tag in {TEXT + "p", TEXT + "h"}:
            yield self.paragraph(child, self.lists.heading(child))
        elif child.tag == TEXT + "list":
            yield from self.list(child)
        elif child.tag == TABLE + "table":
            yield self.table(child)
        elif child.tag in GROUPS:
            yield from self.blocks(child)

    def list(self, element: Element) -> Iterator[Element]:
        """The entries of a list, the first paragraph of each with its number."""
        with self.lists.inside(element):
            for entry in element:
                number = self.lists.number(entry) if entry.tag == TEXT + "list-item" else None
                for child in entry:
                    if child.tag in {TEXT + "p", TEXT + "h"}:
                        yield self.paragraph(child, number)
                        number = None
                    else:
                        yield from self.block(child)

    def paragraph(self, element: Element, number: tuple[int, int] | None) -> Element:
        """A paragraph."""
        name = element.get(TEXT + "style-name")
        return paragraph(
            self.runs(element, Look()),
            style=name and self.styles.paragraph_id(name),
            number=number,
        )

    def runs(self, element: Element, look: Look) -> Iterator[Element]:
        """What stands in a paragraph or span."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise ValueError("too deep")
        if element.text:
            yield run(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                yield from self.inline(child, look)
            if child.tail:
                yield run(child.tail, look)
        self.depth -= 1

    def inline(self, child: Element, look: Look) -> Iterator[Element]:
        """One element in a paragraph."""
        if child.tag == TEXT + "s":
            yield run(" " * min(MOST_BLANKS, int(child.get(TEXT + "c", "1"))), look)
        elif child.tag == TEXT + "tab":
            yield run("\t", look)
        elif child.tag == TEXT + "line-break":
            yield run("\n", look)
        elif child.tag == TEXT + "note":
            body = child.find(TEXT + "note-body")
            blocks = [] if body is None else list(self.blocks(body))
            self.notes.append(w("footnote", *blocks, id=len(self.notes) + 1))
        elif child.tag in SPANS:
            name = child.get(TEXT + "style-name")
            yield from self.runs(child, self.styles.look(name, look))
        elif child.tag.startswith(DRAW):
            yield from self.drawn(child)
        elif child.tag not in LEFT_OUT:
            yield run("".join(t for t in child.itertext() if isinstance(t, str)), look)

    def drawn(self, element: Element) -> Iterator[Element]:
        """The text boxes in something drawn."""
        for child in element:
            if child.tag == DRAW + "text-box":
                yield box(self.blocks(child))
            elif isinstance(child.tag, str) and child.tag.startswith(DRAW):
                yield from self.drawn(child)
        texts = [child for child in element if child.tag == TEXT + "p"]
        if texts:
            yield box(self.paragraph(one, None) for one in texts)

    def table(self, table: Element) -> Element:
        """A table."""
        borders = w("tblBorders", w("insideH", val="single" if self.is_ruled(table) else "none"))
        reaching: dict[int, tuple[int, int]] = {}
        rows = [row(one, self.blocks, reaching) for one in rows_of(table)]
        return w("tbl", w("tblPr", borders), *rows)

    def is_ruled(self, table: Element) -> bool:
        """Whether lines are drawn between the cells."""
        names = {one.get(TABLE + "style-name") for one in table.iter(TABLE + "table-cell")}
        return any(ruled(self.styles.by_name("table-cell", name)) for name in names if name)


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, those of tables in it left aside."""
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in ROW_GROUPS:
            yield from rows_of(child)


def is_insertion(region: Element) -> bool:
    """Whether a tracked change put something in."""
    return region.find(TEXT + "insertion") is not None
