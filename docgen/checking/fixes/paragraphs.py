"""Paragraphs changed in place: alignment, indent and spacing."""

from docgen.checking.document import Paragraph, Value
from docgen.checking.fixes.order import forget, properties, put
from docgen.checking.xml import TWIPS_PER_MM, TWIPS_PER_PT, Element, W

_ALIGN = {"justify": "both", "center": "center", "left": "left", "right": "right"}
_LINE = 240


def set_align(look: Element, value: Value) -> None:
    """Align a paragraph; a frame around it too."""
    frame = look.find(W + "framePr")
    if frame is not None and frame.get(W + "xAlign"):
        frame.set(W + "xAlign", str(value))
    put(look, "jc", val=_ALIGN[str(value)])


def set_first_line(look: Element, value: Value) -> None:
    """Let the first line begin `value` mm from the edge, all other lines at the edge."""
    indent = put(look, "ind", left="0", firstLine=f"{float(value) * TWIPS_PER_MM:.0f}")
    forget(indent, "hanging", "firstLineChars", "hangingChars", "leftChars", "start", "startChars")


def set_gap(look: Element, value: Value) -> None:
    """Leave `value` pt above a paragraph, whatever its style and neighbours say."""
    spacing = put(look, "spacing", before=f"{float(value) * TWIPS_PER_PT:.0f}")
    forget(spacing, "beforeAutospacing", "beforeLines")
    put(look, "contextualSpacing", val="0")


def set_line_spacing(look: Element, value: Value) -> None:
    """Space the lines of a paragraph by `value` lines."""
    put(look, "spacing", line=f"{float(value) * _LINE:.0f}", lineRule="auto")


SETTERS = {
    "align": set_align,
    "first_line": set_first_line,
    "gap": set_gap,
    "line_spacing": set_line_spacing,
}
"""What a property of the catalogue's `look` that is a paragraph's is set with."""


def set_property(paragraph: Paragraph, name: str, value: Value) -> bool:
    """Give a paragraph the property `name`; whether that was done."""
    if paragraph.element is None:
        return False
    SETTERS[name](properties(paragraph.element, "pPr"), value)
    return True
