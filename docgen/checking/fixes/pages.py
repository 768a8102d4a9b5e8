"""Sections changed in place: paper and margins."""

from docgen.checking.document import Section, Value
from docgen.checking.fixes.order import forget, put
from docgen.checking.xml import TWIPS_PER_MM, W

_WRITTEN = {"short_side": 210.0, "long_side": 297.0}


def set_property(page: Section, name: str, value: Value) -> bool:
    """Give the pages of a section the property `name`; whether that was done."""
    if page.element is None:
        return False
    if name.startswith("margin_"):
        side = name.removeprefix("margin_")
        margins = put(page.element, "pgMar", **{side: _twips(value)})
        if side in {"left", "top"} and margins.get(W + "gutter"):
            margins.set(W + "gutter", "0")
        return True
    upright = name == "landscape" or page.width <= page.height
    sides = [_twips(size) for size in _WRITTEN.values()]
    width, height = sides if upright else reversed(sides)
    paper = put(page.element, "pgSz", w=width, h=height)
    forget(paper, "code", *(["orient"] if upright else []))
    return True


def _twips(mm: Value) -> str:
    return f"{float(mm) * TWIPS_PER_MM:.0f}"
