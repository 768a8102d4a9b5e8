"""The body's outline: labelled lines → a tree of sections with their own text.

Every element of the body ends up in the tree once. The printed labels are trusted for order, not
for level: a label that slipped is put at its logical level and reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

import regex

from extract.headings import is_top_heading, names_a_kind
from extract.labels import BULLETS, Label, parse
from extract.layout import Table
from extract.paragraphs import Element, Paragraph, build
from plan.messages import N_
from plan.model import Finding

TOP_STYLES = ("part", "capital", "roman", "caps")
SENTENCES = regex.compile(r"[;.]\s+\p{Lu}|;")
RUN_IN = regex.compile(r"\s*(?P<title>[^.:;]{3,120}?)\s*:\s+(?P<text>\S.*)")
BULLET_DEPTH = {style: depth for depth, style in enumerate(BULLETS)}

LONG_TITLE = 34
"""A labelled line of more words than this is a statement, not a title."""
RUN_IN_TITLE = 12
"""A title that stands before a colon on the line of its text has at most this many words."""


@dataclass
class Node:
    """A line of the outline with what stands beneath it.

    `start` is where the text begins in the paragraph, behind the label.
    """

    element: Element
    style: str
    label: Label | None = None
    start: int = 0
    end: int | None = None
    children: list["Node"] = field(default_factory=list)
    is_section: bool = False

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph, or `None` for a table."""
        return self.element if isinstance(self.element, Paragraph) else None

    @property
    def text(self) -> str:
        """The words without the label; empty for a table."""
        return self.paragraph.text[self.start : self.end].strip() if self.paragraph else ""


@dataclass
class Outline:
    """The tree, the text before its first section, and what was odd."""

    roots: list[Node]
    findings: list[Finding]


def outline(body: Sequence[Element]) -> Outline:
    """The tree of `body`."""
    nodes = [node_of(element) for element in with_titles(body)]
    mark_headings(nodes)
    findings = correct_slips(nodes)
    roots = nest(nodes)
    classify(roots)
    findings += repeated_labels(roots)
    return Outline(roots, findings)


def with_titles(body: Sequence[Element]) -> Iterator[Element]:
    """The elements, a label that stands alone ("PHẦN I") joined with the title beneath it."""
    waiting: Paragraph | None = None
    for element in body:
        if waiting and isinstance(element, Paragraph) and is_bare_title(element):
            yield build([*waiting.lines, *element.lines])
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = element if isinstance(element, Paragraph) and is_bare_label(element) else None
        if waiting is None:
            yield element
    if waiting:
        yield waiting


def is_bare_label(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the label of a main section without its title."""
    label = parse(paragraph.text)
    return (
        label is not None and label.style in {"part", "roman"} and not paragraph.text[label.end :]
    )


def is_bare_title(paragraph: Paragraph) -> bool:
    """Whether a paragraph can be the title of the label above it."""
    return (
        parse(paragraph.text) is None
        and (paragraph.upper or paragraph.bold or len(paragraph.text.split()) <= RUN_IN_TITLE)
        and not paragraph.text.endswith((".", ";", ":", ","))
    )


def node_of(element: Element) -> Node:
    """One element as a node without children."""
    if isinstance(element, Table):
        return Node(element, "table")
    label = parse(element.text)
    if label is None:
        return Node(element, "text")
    style = label.style
    if style in {"decimal", "mixed"}:
        style = f"decimal{label.text.count('.') + 1}"
    return Node(element, style, label, label.end)


def mark_headings(nodes: Sequence[Node]) -> None:
    """Give unlabelled headings in capitals, or of their own weight, a style of heading."""
    mostly_bold = sum(bool(n.paragraph and n.paragraph.bold) for n in nodes) * 2 > len(nodes)
    for node, following in zip_longest(nodes, nodes[1:]):
        if node.style != "text" or node.paragraph is None or following is None:
            continue
        text = node.paragraph.text
        if text.endswith((".", ";", ",", ":")) or len(text.split()) > LONG_TITLE:
            continue
        if node.paragraph.upper and len(text) > 3:  # noqa: PLR2004 - shorter ones are abbreviations
            node.style = "caps"
        elif node.paragraph.bold and not mostly_bold and following.style not in TOP_STYLES:
            node.style = "bold"


def correct_slips(nodes: Sequence[Node]) -> list[Finding]:
    """Put `1. MỤC ĐÍCH, YÊU CẦU` among the Roman numbers where one of them is missing."""
    if sum(node.style == "roman" for node in nodes) < 2:  # noqa: PLR2004 - one is no series
        return []
    findings, last = [], 0
    for index, node in enumerate(nodes):
        if is_capital_heading(node) and fills_gap(node, last, nodes[index + 1 :]):
            node.style = "roman"
            findings.append(slip_finding(node))
            last += 1
        elif series(node.style) == "roman":
            last = node.label.number or last if node.label else last + 1
        elif node.style in {"part", "capital"}:
            last = 0
    return findings


def fills_gap(node: Node, last: int, following: Sequence[Node]) -> bool:
    """Whether `node` stands where the Roman number behind `last` is missing."""
    if node.style not in {"number", "letter", "capital"} or node.label is None:
        return False
    after = next((n.label.number for n in following if n.style == "roman" and n.label), None)
    return node.label.number == last + 1 if after is None else last + 1 < after


def slip_finding(node: Node) -> Finding:
    """The finding on a main heading whose label is of another series."""
    return Finding(
        code="slipped-label",
        template=N_("heading “{title}” is numbered {label} but stands among the main sections"),
        args={"title": node.text, "label": node.label.mark if node.label else ""},
        span=node.paragraph.span() if node.paragraph else None,
    )


def is_capital_heading(node: Node) -> bool:
    """Whether a labelled line is a main heading by its words and capitals."""
    return node.paragraph is not None and node.paragraph.upper and is_top_heading(node.text)


def nest(nodes: Sequence[Node]) -> list[Node]:
    """Hang every node under the one it belongs to."""
    roots: list[Node] = []
    stack: list[Node] = []
    for node in nodes:
        pop_to_parent(stack, node)
        (stack[-1].children if stack else roots).append(node)
        if node.style not in {"text", "table"}:
            stack.append(node)
    return roots


def pop_to_parent(stack: list[Node], node: Node) -> None:
    """Leave on `stack` the nodes that are above `node`."""
    if node.style in {"text", "table"}:
        while stack and stack[-1].style in BULLETS:
            stack.pop()
        return
    index = sibling_index(stack, node)
    if index is not None:
        del stack[index:]
        return
    if node.style in TOP_STYLES:
        rank = TOP_STYLES.index(node.style) if node.style != "caps" else TOP_STYLES.index("roman")
        while stack and top_rank(stack[-1]) >= rank:
            stack.pop()
        return
    if node.style not in BULLETS:
        while stack and stack[-1].style in BULLETS:
            stack.pop()
        pop_decimals(stack, node)
        return
    while (
        stack
        and stack[-1].style in BULLETS
        and BULLET_DEPTH[stack[-1].style] >= BULLET_DEPTH[node.style]
        and not is_starred_title(stack[-1])
    ):
        stack.pop()


def top_rank(node: Node) -> int:
    """How high a style stands: parts 0, capitals 1, Roman 2, all else below."""
    style = "roman" if node.style == "caps" else node.style
    return TOP_STYLES.index(style) if style in TOP_STYLES else len(TOP_STYLES)


def sibling_index(stack: Sequence[Node], node: Node) -> int | None:
    """The innermost place in `stack` of the style of `node`, unless the series starts anew."""
    same = [i for i, above in enumerate(stack) if series(above.style) == series(node.style)]
    if not same:
        return None
    index = same[-1]
    inner = [above for above in stack[index + 1 :] if above.style not in BULLETS]
    restarts = (
        node.label is not None and node.label.number == 1 and node.style in {"number", "letter"}
    )
    return None if restarts and inner and has_number(stack[index]) else index


def series(style: str) -> str:
    """The series that a style counts in: unlabelled capitals count with the Roman numbers."""
    return "roman" if style == "caps" else style


def has_number(node: Node) -> bool:
    """Whether a node carries an ordinal."""
    return node.label is not None and node.label.number is not None


def pop_decimals(stack: list[Node], node: Node) -> None:
    """A number of fewer parts than the open decimals closes them: `5.` after `4.6.`."""
    depth = decimal_depth(node.style)
    while stack and depth and decimal_depth(stack[-1].style) >= depth:
        stack.pop()


def decimal_depth(style: str) -> int:
    """How many numbers a label has: 1 for `1.`, 2 for `1.1.`, 0 for what is no number."""
    return 1 if style == "number" else int(style[7:]) if style.startswith("decimal") else 0


def classify(roots: Sequence[Node]) -> None:
    """Decide which labelled lines name a section and which are items."""
    for siblings in (roots, *(node.children for node in walk(roots))):
        groups: dict[str, list[Node]] = {}
        for node in siblings:
            if node.label is not None and node.style not in BULLETS:
                groups.setdefault(series(node.style), []).append(node)
            elif node.style in {"caps", "bold"} or heads_a_list(node) or heads_bullets(node):
                node.is_section = True
        for group in groups.values():
            classify_group(group)


def is_starred_title(node: Node) -> bool:
    """Whether a star marks a title: "* Nhiệm vụ:"."""
    words = len(node.text.split())
    return (
        node.style == "star" and words <= RUN_IN_TITLE and not node.text.endswith((".", ";", ","))
    )


def heads_bullets(node: Node) -> bool:
    """Whether a starred title stands above dashes."""
    return is_starred_title(node) and any(child.style == "dash" for child in node.children)


def heads_a_list(node: Node) -> bool:
    """Whether a dash only names the full statements beneath it: "- Cấp xã" and its `+` lines."""
    statements = [child for child in node.children if child.text.endswith((".", ";"))]
    return (
        node.style == "dash"
        and len(statements) > 1
        and len(statements) == len(node.children)
        and len(node.text.split()) <= RUN_IN_TITLE
        and not node.text.endswith((".", ":", ";", ","))
    )


def classify_group(group: Sequence[Node]) -> None:
    """Siblings of one series are judged each, then the doubtful go with the many."""
    scores = [heading_score(node) for node in group]
    many = sum(score > 0 for score in scores) * 2 > len(group)
    for node, score in zip(group, scores, strict=True):
        node.is_section = score > 1 or (score > -4 and many)  # noqa: PLR2004
        if not node.is_section and (many or names_a_kind(node.text.partition(":")[0])):
            split_run_in(node)
    for node in group:
        if node.is_section and not node.children:
            split_run_in(node)


def heading_score(node: Node) -> int:
    """Above 0 for a line that names what stands beneath it, below 0 for a statement."""
    text, paragraph = node.text, node.paragraph
    if paragraph is None:
        return -9
    words = len(text.split())
    bare = text.rstrip(". ")
    score = 4 if node.style in TOP_STYLES or node.style == "article" else 0
    score += 2 * paragraph.upper + (paragraph.bold and words <= LONG_TITLE)
    score += 2 if node.children else 0 if names_a_kind(text) else -3
    score -= 5 if text.endswith((";", ",")) or words > LONG_TITLE * 2 else 0
    score -= 2 if words > LONG_TITLE or text.endswith(("./.", "…")) else 0
    score -= 3 if SENTENCES.search(bare) else 0
    score -= 2 if text.endswith(".") and words > LONG_TITLE // 4 and not paragraph.bold else 0
    return score + (1 if not text.endswith((".", ":")) else 0)


def split_run_in(node: Node) -> None:
    """`a) Title: text` becomes a section with the text beneath it."""
    if node.paragraph is None:
        return
    match = RUN_IN.match(node.paragraph.text[node.start :])
    if match is None or len(match["title"].split()) > RUN_IN_TITLE:
        return
    node.children.insert(0, Node(node.element, "text", None, node.start + match.start("text")))
    node.end = node.start + match.end("title")
    node.is_section = True


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node, depth first."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def repeated_labels(roots: Sequence[Node]) -> list[Finding]:
    """Labels that a series prints twice, or skips."""
    findings = []
    for siblings in (roots, *(node.children for node in walk(roots))):
        for before, node in pairwise(n for n in siblings if n.is_section and has_number(n)):
            if before.style == node.style and out_of_order(before.label, node.label):
                findings.append(order_finding(before, node))
    return findings


def out_of_order(before: Label | None, after: Label | None) -> bool:
    """Whether two labels of one series do not follow one another."""
    numbers = [label.number for label in (before, after) if label and label.number is not None]
    return len(numbers) == 2 and numbers[1] != numbers[0] + 1  # noqa: PLR2004 - both known


def order_finding(before: Node, node: Node) -> Finding:
    """The finding on a label that does not follow the one before."""
    marks = [n.label.mark if n.label else "" for n in (before, node)]
    return Finding(
        code="label-out-of-order",
        template=N_("heading “{title}” is numbered {label} after {previous}"),
        args={"title": node.text, "label": marks[1], "previous": marks[0]},
        span=node.paragraph.span() if node.paragraph else None,
    )
