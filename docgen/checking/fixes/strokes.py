"""Lines (đường kẻ) under motto, agency and subject, drawn where they are missing or faked.

A line is the border of an empty paragraph; its length is set by indents, as in the templates.
"""

from copy import deepcopy

from lxml import etree

from docgen.checking.document import Line, Stroke
from docgen.checking.fixes.letters import alone
from docgen.checking.fixes.order import forget, properties, put
from docgen.checking.underlines import Underline, is_blank_line, lines_below
from docgen.checking.xml import MC, TWIPS_PER_MM, Element, W

_WEIGHT = "6"
"""Eighths of a point."""
_GAP, _HEIGHT, _SIZE = "50", "60", "4"
"""Above the line, and of its paragraph (twentieths of a point); size of its mark (half points)."""


def draw(found: Underline, line: Line, length: float) -> bool:
    """Draw a line of `length` mm under the text `line`, in place of what stands there.

    It is not done where another text stands beside `line`. One that follows in the same paragraph
    gets a paragraph of its own first; the line is then drawn in the next round.
    """
    own = line.paragraph.element
    if own is None or line.apart:
        return False
    below = lines_below(line.paragraph, line)
    text = next((one for one in below if one.text and not is_blank_line(one)), None)
    if text:
        return _part(own, text)
    _clear(found, line)
    room = line.paragraph.room.width
    edge = f"{max(0.0, (room - length) / 2) * TWIPS_PER_MM:.0f}"
    border = _reusable(found, own)
    if border is None:
        border = etree.Element(W + "p")
        own.addnext(border)
    look = properties(border, "pPr")
    _set_border(look)
    put(look, "spacing", before=_GAP, after="0", line=_HEIGHT, lineRule="exact")
    forget(put(look, "ind", left=edge, right=edge, firstLine="0"), "hanging", "start", "end")
    return True


def _part(paragraph: Element, line: Line) -> bool:
    """Give a line and all behind it a paragraph of their own; whether that was done."""
    first = alone(line.runs[0])
    if first is None or first.getparent() is not paragraph:
        return False
    before = first.getprevious()
    new = etree.Element(W + "p")
    look = paragraph.find(W + "pPr")
    new.extend(deepcopy(one) for one in ([] if look is None else [look]))
    new.extend([first, *first.itersiblings()])
    paragraph.addnext(new)
    if before is not None:
        _drop_last_break(before)
    return True


def _set_border(look: Element) -> None:
    """Give a paragraph one border, above it."""
    old = look.find(W + "pBdr")
    if old is not None:
        look.remove(old)
    border = put(look, "pBdr")
    top = etree.SubElement(border, W + "top")
    for name, value in {"val": "single", "sz": _WEIGHT, "space": "0", "color": "000000"}.items():
        top.set(W + name, value)
    mark = put(look, "rPr")
    put(mark, "sz", val=_SIZE)


def _reusable(found: Underline, own: Element) -> Element | None:
    """The paragraph that holds the old line and nothing else: it takes the new one."""
    for paragraph in found.paragraphs:
        element = paragraph.element
        if element is not None and element is not own and not paragraph.text.strip():
            return element
    return None


def _clear(found: Underline, line: Line) -> None:
    """Take away what stands for the line: a drawing, typed dashes, underlined letters."""
    for stroke in found.strokes:
        _remove_drawing(stroke)
    for paragraph in found.paragraphs:
        for blank in paragraph.lines:
            if is_blank_line(blank):
                _remove_line(blank)
    if found.instead == "underlined":
        for run in line.runs:
            element = alone(run)
            if element is not None:
                put(properties(element, "rPr"), "u", val="none")


def _remove_drawing(stroke: Stroke) -> None:
    """Remove a drawn line, with all its alternatives."""
    element = stroke.element
    if element is None:
        return
    holders = [one for one in element.iterancestors() if one.tag == MC + "AlternateContent"]
    held = next((one for one in element.iterancestors() if one.tag == W + "pict"), element)
    target = holders[-1] if holders else held
    parent = target.getparent()
    if parent is not None:
        parent.remove(target)


def _remove_line(line: Line) -> None:
    """Remove the characters of a line, and the forced break before it."""
    for run in line.runs:
        element = alone(run)
        parent = element.getparent() if element is not None else None
        if element is None or parent is None:
            continue
        before = element.getprevious()
        parent.remove(element)
        if before is not None and before.tag == W + "r":
            _drop_last_break(before)


def _drop_last_break(run: Element) -> None:
    if len(run) and run[-1].tag == W + "br":
        run.remove(run[-1])
