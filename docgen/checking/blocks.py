"""From the body of a part to its paragraphs, in reading order, each with its room and its look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from docgen.checking.document import Paragraph, Room, Stroke
from docgen.checking.drawings import Box, boxes, drawn, strokes
from docgen.checking.numbering import Item, Numbering
from docgen.checking.runs import Reader
from docgen.checking.settings import bordered, setting
from docgen.checking.styles import Styles, paragraph_parts
from docgen.checking.tables import cells, style_parts
from docgen.checking.xml import Element, W, children, value

_DEEPEST = 20
"""Tables and boxes inside each other beyond this are left out."""


_SHOWN = (W + "lastRenderedPageBreak", W + "t", W + "tab", W + "br")


@dataclass(frozen=True)
class Around:
    """What stands around a paragraph and bears on its look: its room, its table's style."""

    room: Room
    run: tuple[Element, ...] = ()
    paragraph: tuple[Element, ...] = ()
    depth: int = 0


@dataclass
class Blocks:
    """Reads paragraphs of one document; lists and tables are counted as they pass by."""

    styles: Styles
    numbering: Numbering
    reader: Reader = field(init=False)
    serial: Iterator[int] = field(default_factory=count)
    page: int = 1

    def __post_init__(self) -> None:
        """Give the runs their styles."""
        self.reader = Reader(self.styles)

    def paragraphs(self, blocks: Iterable[Element], around: Around) -> Iterator[Paragraph]:
        """The paragraphs in some blocks, such as the children of a part, a cell, a text box."""
        if around.depth > _DEEPEST:
            return
        for block in children(blocks):
            if block.tag == W + "p":
                yield from self._paragraph(block, around)
            elif block.tag == W + "tbl":
                yield from self._table(block, around)

    def _table(self, table: Element, around: Around) -> Iterator[Paragraph]:
        for cell in cells(table, around.room, next(self.serial), self.styles):
            inside = Around(
                cell.room,
                style_parts(table, cell.conditions, self.styles, "rPr"),
                style_parts(table, cell.conditions, self.styles, "pPr"),
                around.depth + 1,
            )
            yield from self.paragraphs(cell.element, inside)

    def _paragraph(self, element: Element, around: Around) -> Iterator[Paragraph]:
        """A paragraph, after those of the text boxes that hang on it."""
        lines: list[Stroke] = []
        for drawing in drawn(element):
            lines.extend(strokes(drawing))
            for box in boxes(drawing):
                yield from self.paragraphs(box.content, self._beside(box, around))
        own = element.find(W + "pPr")
        chain = self.styles.chain(value(own, W + "pStyle"))
        item = self.numbering.item(own, chain)
        layers = self._layers(own, chain, item, around)
        runs, pages = self.reader.runs(element, chain, around.run)
        set_as = setting(layers, chain[0].get(W + "styleId", "") if chain else "")
        length = around.room.width - set_as.left - set_as.right
        borders = [
            Stroke("border", round(length, 1), around.room.left + set_as.left)
            for _ in bordered(layers)
        ]
        yield Paragraph(
            runs,
            set_as,
            around.room,
            self.numbering.label(item) if item else "",
            (*lines, *borders),
            pages,
            self._turn(element),
            element,
        )

    def _turn(self, paragraph: Element) -> int:
        """The page that a paragraph begins on; the breaks in it are counted for the next."""
        breaks = sum(1 for _ in paragraph.iter(W + "lastRenderedPageBreak"))
        first = next(paragraph.iter(*_SHOWN), None)
        begins_anew = first is not None and first.tag == W + "lastRenderedPageBreak"
        page = self.page + begins_anew
        self.page += breaks
        return page

    def _beside(self, box: Box, around: Around) -> Around:
        """What is around the text of a box: the box alone."""
        room = replace(
            around.room,
            container="box" if around.room.container in {"body", "cell"} else around.room.container,
            left=around.room.left + (box.left or 0),
            width=box.width or around.room.width,
            path=(*around.room.path, next(self.serial)),
            table=None,
        )
        return Around(room, depth=around.depth + 1)

    def _layers(
        self, own: Element | None, chain: tuple[Element, ...], item: Item | None, around: Around
    ) -> tuple[Element, ...]:
        """The `w:pPr` that bear on a paragraph, from near to far.

        A list's indents go before those of the style, but behind those of the style that names it.
        """
        level = item.properties if item else None
        bring = () if level is None else (level,)
        before = chain[: chain.index(item.of_style) + 1] if item and item.of_style in chain else ()
        behind = chain[len(before) :]
        return (
            *(() if own is None else (own,)),
            *paragraph_parts(before),
            *bring,
            *paragraph_parts(behind),
            *around.paragraph,
            *self.styles.default("pPr"),
        )
