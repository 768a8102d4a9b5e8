"""The names of WordprocessingML (ISO/IEC 29500-1), and small questions to its elements."""

import math
from collections.abc import Iterable, Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that Word gives it

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)

Element = etree._Element  # noqa: SLF001 - lxml gives the class no public name

TWIPS_PER_MM = 1440 / 25.4
TWIPS_PER_PT = 20
EMU_PER_MM = 36_000

_ANSWERS = frozenset({"0", "false", "off"})


def value(element: Element | None, path: str) -> str | None:
    """The `w:val` of the element at `path` beneath `element`; `None` where there is none."""
    found = element.find(path) if element is not None else None
    return found.get(W + "val") if found is not None else None


def switch(element: Element | None, name: str) -> bool | None:
    """Whether a property such as `w:b` is on or off; `None` where it is not said."""
    found = element.find(W + name) if element is not None else None
    return None if found is None else found.get(W + "val", "1") not in _ANSWERS


def number(text: str | None) -> float | None:
    """A measure as a number; `None` where there is none, or nothing that is one."""
    try:
        amount = float(text) if text else math.nan
    except ValueError:
        return None
    return amount if math.isfinite(amount) else None


def whole(text: str | None, otherwise: int = 0) -> int:
    """A count as a whole number; `otherwise` where there is none, or nothing that is one."""
    amount = number(text)
    return otherwise if amount is None else int(amount)


def children(element: Iterable[Element]) -> Iterator[Element]:
    """The children as they are read: wrappers opened, the first of alternatives taken."""
    for child in element:
        if child.tag in WRAPPERS:
            yield from children(child)
        elif child.tag == MC + "AlternateContent":
            yield from children(child[0]) if len(child) else ()
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
        "customXml",
        "dir",
        "bdo",
    )
)
