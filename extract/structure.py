"""Layout → structure: footnotes aside, paragraphs, zones, closing, outline, parts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.labels import parse
from extract.layout import Layout, Table
from extract.notes import set_notes_aside
from extract.outline import Node, outline
from extract.paragraphs import FINISHED, Element, Paragraph, join, paragraphs
from extract.parts import Part, family_of, parts_of, walk
from extract.zones import CLOSING, Zones, is_title, split
from plan.model import Finding

ASKING = ("Đề nghị các", "Yêu cầu các", "đề nghị các", "yêu cầu các")


@dataclass(frozen=True)
class Structure:
    """A document between its layout and its plan."""

    zones: Zones
    parts: list[Part]
    preamble: list[Paragraph]
    closing: list[Paragraph]
    notes: list[list[Paragraph]]
    findings: list[Finding]
    loose: list[Table]
    """Tables of a body without sections; where there is one, it takes those before it."""

    @property
    def body(self) -> list[Paragraph]:
        """All paragraphs behind the preamble, the closing and footnotes too."""
        return list(flat([*self.zones.body, *(p for note in self.notes for p in note)]))

    @property
    def appendix_paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the appendices, those in table cells included."""
        return list(flat([e for appendix in self.zones.appendices for e in appendix]))

    @property
    def tables(self) -> list[Table]:
        """All tables in reading order."""
        nodes = (n for part in walk(self.parts) for node in part.content for n in family_of(node))
        return [*self.loose, *tables_in(n.element for n in nodes), *self.appendix_tables]

    @property
    def appendix_tables(self) -> list[Table]:
        """The tables of the appendices."""
        return list(tables_in(e for appendix in self.zones.appendices for e in appendix))


def structure_of(layout: Layout) -> Structure:
    """The structure of a document."""
    layout, notes = set_notes_aside(layout)
    zones = split(paragraphs(layout))
    body, closing = cut_closing(zones.body)
    tree = outline(body)
    enacting = zones.carrier.preamble if zones.carrier else []
    carried = [paragraph for paragraph in enacting if not is_title(paragraph)]
    loose = [n for node in before_sections(tree.roots) for n in family_of(node)]
    tables = [node for node in loose if isinstance(node.element, Table)]
    parts = parts_of(tree.roots)
    if parts:
        parts[0].content[:0] = tables
    return Structure(
        zones=zones,
        parts=parts,
        preamble=[*carried, *zones.preamble, *(n.paragraph for n in loose if n.paragraph)],
        closing=closing,
        notes=notes,
        findings=tree.findings,
        loose=[] if parts else list(tables_in(node.element for node in tables)),
    )


def tables_in(elements: Iterable[Element]) -> Iterator[Table]:
    """The tables among `elements`."""
    return (element for element in elements if isinstance(element, Table))


def before_sections(roots: Sequence[Node]) -> Iterator[Node]:
    """The nodes that stand before the first section."""
    for node in roots:
        if node.is_section:
            return
        yield node


def cut_closing(body: Sequence[Element]) -> tuple[list[Element], list[Paragraph]]:
    """The body, and the unlabelled paragraphs at its end that close the plan."""
    elements = list(body)
    start = len(elements)
    while start and is_plain(elements[start - 1]):
        start -= 1
    tail = [element for element in elements[start:] if isinstance(element, Paragraph)]
    for index, paragraph in enumerate(tail):
        headed = index == 0 and start > 0 and names_what_follows(elements[start - 1])
        if closes(paragraph, last=index + 1 == len(tail)) and not headed:
            return elements[: start + index], tail[index:]
    return elements, []


def is_plain(element: Element) -> bool:
    """Whether an element is a paragraph without label that is no heading in capitals."""
    return isinstance(element, Paragraph) and parse(element.text) is None and not element.upper


def names_what_follows(element: Element) -> bool:
    """Whether an element is a labelled title, so that the paragraph behind it is its text."""
    if not isinstance(element, Paragraph) or FINISHED.search(element.text):
        return False
    label = parse(element.text)
    return label is not None and not label.is_bullet


def closes(paragraph: Paragraph, *, last: bool) -> bool:
    """Whether the closing of a plan begins with `paragraph`."""
    if CLOSING.match(paragraph.text):
        return True
    asks = any(words in paragraph.text for words in ASKING)
    return last and asks and paragraph.text.rstrip().endswith("/.")


def flat(elements: Sequence[Element]) -> Iterator[Paragraph]:
    """All paragraphs, those in table cells included."""
    for element in elements:
        if isinstance(element, Paragraph):
            yield element
        else:
            cells = (cell for row in element.rows for cell in row)
            yield from (
                paragraph
                for cell in cells
                for paragraph in join(cell.lines, wrapped=element.wrapped)
            )
