"""The names of WordprocessingML (ISO/IEC 29500-1), and small questions to its elements."""

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TWIPS_PER_PT = 20

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)

Element = etree._Element  # noqa: SLF001 - lxml gives the class no public name


def value(element: Element | None, path: str) -> str | None:
    """The `w:val` of the element at `path` beneath `element`; `None` where there is none."""
    found = element.find(path) if element is not None else None
    return found.get(W + "val") if found is not None else None


def switch(element: Element | None, name: str) -> bool | None:
    """Whether a property such as `w:b` is on or off; `None` where it is not said."""
    found = element.find(W + name) if element is not None else None
    if found is None:
        return None
    return found.get(W + "val", "1") not in {"0", "false", "off"}


def is_placeholder(element: Element) -> bool:
    """Whether an element is a content control that only shows what is to be filled in."""
    return element.tag == W + "sdt" and bool(switch(element.find(W + "sdtPr"), "showingPlcHdr"))


def children(element: Element) -> Iterator[Element]:
    """The children as they are read: wrappers opened, the first of alternatives taken."""
    for child in element:
        if is_placeholder(child):
            continue
        if child.tag in WRAPPERS:
            yield from children(child)
        elif child.tag == MC + "AlternateContent":
            chosen = child.find(MC + "Choice")
            yield from children(chosen if chosen is not None else child[-1])
        else:
            yield child


WRAPPERS = frozenset(
    W + name
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "dir",
        "bdo",
    )
) | {W + "customXml"}
