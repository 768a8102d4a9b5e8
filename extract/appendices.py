"""Appendices (phụ lục): label, title, reference line and content of each."""

from collections.abc import Sequence

from extract.outline import node_of
from extract.paragraphs import REFERENCE, Element, Paragraph
from extract.parts import block_of
from extract.zones import is_appendix
from plan.model import Appendix


def appendix_of(elements: Sequence[Element]) -> Appendix:
    """One appendix from what stands between its label and the next one's."""
    rest = list(elements)
    result = Appendix()
    if rest and isinstance(first := rest[0], Paragraph) and is_appendix(first):
        result.label, result.span = first.text, first.span()
        rest.pop(0)
    result.title = " ".join(p.text for p in take_title(rest)) or None
    if rest and isinstance(line := rest[0], Paragraph) and REFERENCE.match(line.text):
        result.reference = line.text
        rest.pop(0)
    result.content = [block_of(node_of(element)) for element in rest]
    return result


def take_title(rest: list[Element]) -> list[Paragraph]:
    """Take the title's lines off the front of `rest`: the first, and further ones in capitals."""
    title: list[Paragraph] = []
    while rest and isinstance(line := rest[0], Paragraph) and not REFERENCE.match(line.text):
        if title and not line.text.isupper():
            break
        title.append(line)
        rest.pop(0)
    return title
