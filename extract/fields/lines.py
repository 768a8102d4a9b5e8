"""Labelled lines in prose that say who and when: "Cơ quan chủ trì: …", "Thời gian thực hiện: …"."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import regex

from extract.fields.cells import units, units_by_part
from extract.fields.deadlines import deadline_of_cell
from extract.knowledge import either, table
from extract.outline import Node
from extract.parts import Part, Statement, statements, statements_of, walk
from plan.model import Assignment

ROLES: list[str] = [line["role"] for line in table("tables")["line"]]
LABELS = "|".join(
    f"(?P<{line['role']}>{either(line['words'])})" for line in table("tables")["line"]
)
LINE = regex.compile(rf"\s*(?:{LABELS})\s*:\s*(?P<rest>.*)", regex.S)
FURTHER = regex.compile(rf"[;.]\s+(?={regex.sub(r'P<[a-z]+>', ':', LABELS)}\s*:)", regex.I)
"""Where one line goes on with another label: "Chủ trì: …; phối hợp: …"."""


def line_of(node: Node) -> "regex.Match[str] | None":
    """The match of a labelled line, or `None`."""
    return LINE.fullmatch(node.text) if node.paragraph else None


def role_of(match: "regex.Match[str]") -> str:
    """The role that a labelled line names: lead, partners, deadline, output or content."""
    return next(role for role in ROLES if match[role])


def work_statements(nodes: Sequence[Node]) -> Iterator[Statement]:
    """The items among `nodes` without the labelled lines; a line of content is an item itself."""
    for node, following in zip_longest(nodes, nodes[1:]):
        match = line_of(node)
        if match and role_of(match) == "content":
            yield Statement(match["rest"], (node,))
        elif match is None and any(line_of(child) for child in node.children):
            yield Statement(node.text, (node,))
            yield from work_statements(node.children)
        elif match is None:
            yield from statements_of(node, introduces=following is not None)


def labelled_lines(parts: Sequence[Part]) -> list[Assignment]:
    """One assignment for each item, or section, that labelled lines follow."""
    return [assignment for part in walk(parts) for assignment in of_part(part)]


def of_part(part: Part) -> Iterator[Assignment]:
    """The assignments of one section."""
    if part.content and line_of(part.content[0]):
        yield from assigned(part.title, [node for node in part.content if line_of(node)])
        return
    item: Node | None = None
    lines: list[Node] = []
    for node in part.content:
        if line_of(node):
            lines.append(node)
            continue
        yield from assigned(item.text if item else "", lines)
        item, lines = node, [child for child in node.children if line_of(child)]
    yield from assigned(item.text if item else "", lines)


def assigned(text: str, lines: Sequence[Node]) -> Iterator[Assignment]:
    """The assignment that labelled lines make of `text`; none where there are no lines."""
    found: dict[str, str] = {}
    for node in lines:
        match = line_of(node)
        if match:
            rest = [match["rest"], *(s.text for s in statements(node.children))]
            found = by_role(match[0][: match.start("rest")] + " ".join(rest).strip()) | found
    if text and set(found) - {"content"}:
        deadline = found.get("deadline")
        lead, partners = units_by_part(found.get("lead", ""))
        yield Assignment(
            text=text,
            lead=lead,
            partners=[*partners, *units(found.get("partners", ""))],
            deadline=deadline_of_cell(deadline) if deadline else None,
            output=found.get("output", "").strip(" .;") or None,
        )


def by_role(line: str) -> dict[str, str]:
    """What a labelled line says, by role; it may go on with further labels."""
    pieces = FURTHER.split(line)
    matches = (LINE.fullmatch(piece[:1].upper() + piece[1:]) for piece in pieces)
    return {role_of(match): match["rest"] for match in matches if match}
