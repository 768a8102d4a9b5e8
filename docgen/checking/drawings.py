"""What is drawn beside the text: lines (đường kẻ) and text boxes, in DrawingML and in VML."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from docgen.checking.document import Stroke
from docgen.checking.xml import EMU_PER_MM, WP, WPS, A, Element, O, V, W, children, number

_LINES = frozenset({"line", "straightConnector1", "lineInv"})
_FLAT = 1.5
"""Up to so many mm high a drawing is a horizontal line."""
_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "px": 25.4 / 96, "": 25.4 / 72}
_MEASURE = regex.compile(r"^\s*(-?[\d.]+)\s*(mm|cm|in|pt|px)?\s*$")
_CONNECTOR = "#_x0000_t32"
_ON = frozenset({"t", "true", "1"})
_SOLID = frozenset({None, "solid", "sysSolid"})


class Box(NamedTuple):
    """A text box: its content, and where it stands (mm from the column; `None`: not told)."""

    content: Element
    left: float | None
    width: float | None


def drawn(paragraph: Element) -> Iterator[Element]:
    """Every drawing that hangs on a paragraph itself; of alternatives only the first."""
    runs = (one for one in children(paragraph) if one.tag == W + "r")
    parts = (part for run in runs for part in children(run))
    yield from (one for one in parts if one.tag in {W + "drawing", W + "pict"})


def strokes(drawing: Element) -> list[Stroke]:
    """The horizontal lines in a drawing."""
    if drawing.tag == W + "drawing":
        return _modern_strokes(drawing)
    return [stroke for shape in drawing.iter() if (stroke := _vml_stroke(shape))]


def boxes(drawing: Element) -> list[Box]:
    """The text boxes in a drawing."""
    if drawing.tag == W + "drawing":
        left, width, _ = _frame(drawing)
        contents = (box.find(W + "txbxContent") for box in drawing.iter(WPS + "txbx"))
        return [Box(content, left, width) for content in contents if content is not None]
    found = []
    for shape in drawing.iter():
        box = shape.find(V + "textbox")
        content = box.find(W + "txbxContent") if box is not None else None
        if content is not None:
            style = _style(shape)
            found.append(Box(content, _mm(style.get("margin-left")), _mm(style.get("width"))))
    return found


def _frame(drawing: Element) -> tuple[float | None, float | None, float | None]:
    """Left edge, width and height of a DrawingML drawing."""
    extent = next(drawing.iter(WP + "extent"), None)
    offset = drawing.find(f"{WP}anchor/{WP}positionH/{WP}posOffset")
    sizes = (None, None) if extent is None else (extent.get("cx"), extent.get("cy"))
    width, height = (_from_emu(size) for size in sizes)
    return _from_emu(offset.text if offset is not None else None), width, height


def _modern_strokes(drawing: Element) -> list[Stroke]:
    left, width, height = _frame(drawing)
    shapes = {found.get("prst") for found in drawing.iter(A + "prstGeom")}
    is_line = bool(shapes & _LINES) or (height is not None and height < _FLAT / 2)
    if not shapes or not is_line or (height or 0) > _FLAT or (width or 0) < _FLAT:
        return []
    dashes = {found.get("val") for found in drawing.iter(A + "prstDash")}
    return [Stroke("shape", width, left, solid=dashes <= _SOLID, element=drawing)]


def _vml_stroke(shape: Element) -> Stroke | None:
    """The horizontal line that a VML element is, or nothing."""
    style = _style(shape)
    left, width, height = (_mm(style.get(name)) for name in ("margin-left", "width", "height"))
    if shape.get(O + "hr") in _ON:
        return Stroke("shape", width or None, left, element=shape)
    if shape.tag == V + "line":
        ends = [_point(shape.get(name)) for name in ("from", "to")]
        (x0, y0), (x1, y1) = ends
        left, width, height = min(x0, x1), abs(x1 - x0), abs(y1 - y0)
    elif not _is_vml_line(shape, height):
        return None
    if (height or 0) > _FLAT or not width:
        return None
    dash = shape.find(V + "stroke")
    solid = dash is None or dash.get("dashstyle") in _SOLID
    return Stroke("shape", width, left, solid=solid, element=shape)


def _is_vml_line(shape: Element, height: float | None) -> bool:
    if shape.tag == V + "shape":
        return shape.get("type") == _CONNECTOR or shape.get(O + "connectortype") == "straight"
    return shape.tag == V + "rect" and height is not None and height < _FLAT


def _point(text: str | None) -> tuple[float, float]:
    """A VML point, `x,y`, in mm."""
    x, _, y = (text or "0,0").partition(",")
    return _mm(x) or 0.0, _mm(y) or 0.0


def _style(shape: Element) -> dict[str, str]:
    """The CSS of a VML shape."""
    parts = (part.partition(":") for part in (shape.get("style") or "").split(";"))
    return {name.strip(): value.strip() for name, _, value in parts}


def _mm(text: str | None) -> float | None:
    match = _MEASURE.match(text or "")
    return float(match[1]) * _MM[match[2] or ""] if match else None


def _from_emu(text: str | None) -> float | None:
    amount = number(text)
    return None if amount is None else amount / EMU_PER_MM
