"""The outline as parts: sections with kind and path, and the statements that stand in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, zip_longest

import regex

from extract.headings import kind_of
from extract.labels import BULLETS
from extract.layout import Cell, Table
from extract.outline import Node
from extract.paragraphs import join
from plan.model import Block, Section, SectionKind, Span
from plan.text import fold

FOOTNOTE_MARK = regex.compile(r"(?<=[\p{L}\d])\s?(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\d{1,2}\])")
STOP = regex.compile(r"\s*(?:\.{1,2}|:|\./\.)\s*$")
PARAGRAPH_STYLES = ("text", "caps", "bold")


@dataclass
class Part:
    """A section: its title, its own content in order, and the sections beneath it."""

    node: Node
    label: str | None
    title: str
    level: int
    path: str
    kind: SectionKind
    content: list[Node] = field(default_factory=list)
    children: list["Part"] = field(default_factory=list)


@dataclass(frozen=True)
class Statement:
    """One item as a whole: its text (what completes it joined on) and the nodes it is made of."""

    text: str
    nodes: tuple[Node, ...]

    @property
    def span(self) -> Span | None:
        """Where it stands, from the first to the last of its nodes."""
        spans = [span for node in self.nodes if (span := span_of(node))]
        if not spans:
            return None
        return spans[0].model_copy(update={"end": max(s.end for s in spans)})

    @property
    def starts(self) -> list[int]:
        """Where in the text each of its nodes starts."""
        return [0, *accumulate(len(node.text) + 1 for node in self.nodes[:-1])]

    def place(self, start: int, end: int) -> Span | None:
        """Where characters `start` to `end` of the text stand, if they are of one node."""
        if len(self.nodes) == 1:
            lead = max(self.nodes[0].text.find(self.text), 0)
            start, end = start + lead, end + lead
        for node in self.nodes:
            if start < len(node.text):
                return place_in(node, start, end)
            start, end = start - len(node.text) - 1, end - len(node.text) - 1
        return None


def place_in(node: Node, start: int, end: int) -> Span | None:
    """Where characters `start` to `end` of a node's text stand."""
    if node.paragraph is None:
        return None
    printed = node.paragraph.text[node.start :]
    begin = node.start + len(printed) - len(printed.lstrip())
    return node.paragraph.span(begin + start, begin + min(end, len(node.text)))


def parts_of(roots: Sequence[Node]) -> list[Part]:
    """The parts of an outline's roots; other nodes among the roots belong to the part before."""
    parts: list[Part] = []
    for node in roots:
        if node.is_section:
            parts.append(part_of(node, None))
        elif parts:
            parts[-1].content.append(node)
    return parts


def part_of(node: Node, parent: Part | None) -> Part:
    """One section with everything beneath it."""
    label = node.label.text if node.label and not node.label.is_bullet else None
    above = parent.path if parent else ""
    title = clean_title(node.text)
    part = Part(
        node,
        label,
        title,
        parent.level + 1 if parent else 1,
        ".".join(bit for bit in (above, label) if bit),
        kind_of(title, parent.kind if parent else None, grouped=is_group(parent)),
    )
    for child in node.children:
        if child.is_section:
            part.children.append(part_of(child, part))
        else:
            part.content.append(child)
    if parent is None and has_targets(part) and names_objectives(part):
        part.kind = "targets"
    return part


def is_group(part: Part | None) -> bool:
    """Whether a section is a part (PHẦN) or chapter, which only groups main sections."""
    return part is not None and part.node.label is not None and part.node.label.style == "part"


def has_targets(part: Part) -> bool:
    """Whether a part of general objectives holds a section of measured targets."""
    return any(child.kind == "targets" for child in part.children)


def names_objectives(part: Part) -> bool:
    """Whether a main section is about objectives: "Mục tiêu", also "Mục tiêu, yêu cầu"."""
    return part.kind == "objectives" or fold(part.title).startswith("muc tieu")


def clean_title(text: str) -> str:
    """A title without footnote marks and closing full stop or colon."""
    return STOP.sub("", FOOTNOTE_MARK.sub("", text)).strip()


def walk(parts: Sequence[Part]) -> Iterator[Part]:
    """Every part, depth first."""
    for part in parts:
        yield part
        yield from walk(part.children)


def statements(nodes: Sequence[Node]) -> Iterator[Statement]:
    """The items among `nodes`, one statement each.

    A paragraph that only introduces the items below it gives none; a bullet and the deeper
    bullets that complete it are one.
    """
    for node, following in zip_longest(nodes, nodes[1:]):
        yield from statements_of(node, introduces=following is not None)


def statements_of(node: Node, *, introduces: bool) -> Iterator[Statement]:
    """The statements of one node; `introduces` says that something follows it."""
    if node.style == "table":
        return
    if not node.children:
        if not (introduces and node.style in PARAGRAPH_STYLES and node.text.endswith(":")):
            yield Statement(node.text, (node,))
    elif node.style in BULLETS or node.text.endswith(":"):
        family = tuple(n for n in family_of(node) if n.style != "table")
        yield Statement(" ".join(n.text for n in family), family)
    else:
        yield Statement(node.text, (node,))
        yield from statements(node.children)


def family_of(node: Node) -> Iterator[Node]:
    """A node and all beneath it."""
    yield node
    for child in node.children:
        yield from family_of(child)


def span_of(node: Node) -> Span | None:
    """Where a node's words stand."""
    return node.paragraph.span(node.start, node.end) if node.paragraph else None


def section_of(part: Part) -> Section:
    """A part in the contract's form."""
    return Section(
        label=part.label,
        title=part.title,
        level=part.level,
        kind=part.kind,
        children=[section_of(child) for child in part.children],
        content=[block_of(node) for node in part.content],
        span=span_of(part.node),
    )


def block_of(node: Node) -> Block:
    """A node in the contract's form."""
    if isinstance(node.element, Table):
        everything = [cell for row in node.element.rows for cell in row]
        return Block(type="table", rows=rows_of(node.element), span=row_span(everything))
    return Block(
        type="item" if node.label else "paragraph",
        label=node.label.mark if node.label else None,
        text=node.text,
        children=[block_of(child) for child in node.children],
        span=span_of(node),
    )


def rows_of(table: Table) -> list[list[str]]:
    """A table's cells as texts; columns that a merged cell covers are empty behind it."""
    return [
        [
            text
            for cell in row
            for text in (cell_text(cell, wrapped=table.wrapped), *[""] * (cell.span - 1))
        ]
        for row in table.rows
    ]


def row_span(row: Sequence[Cell]) -> Span | None:
    """Where a row of a table stands, from its first line to its last."""
    lines = [line for cell in row for line in cell.lines if line.text]
    if not lines:
        return None
    first, last = lines[0], lines[-1]
    end = last.source(len(last.text) - 1) + 1
    return Span(start=first.source(0), end=end, page=first.page, path=first.path)


def cell_text(cell: Cell, *, wrapped: bool) -> str:
    """A cell's text: lines that the column's width broke are joined, items stay on own lines."""
    return "\n".join(p.text for p in join(cell.lines, wrapped=wrapped))
