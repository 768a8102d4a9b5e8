"""What a PDF page draws: straight lines, borders of boxes, pictures."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, TypedDict

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.readers.pdf_glyphs import View

MOST_SEGMENTS = 20_000
"""A page with more is a drawing or a map."""
DEEPEST_FORM = 4
"""Forms within forms that are looked into."""
STRAIGHT_PT = 0.1
"""How far a level or upright line may lean."""
THICKEST_PT = 3.0
"""Of lines that are drawn as thin boxes; larger boxes that are only filled are shading."""
SHORTEST_PT = 1.0
"""The ends of such boxes are shorter."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pt from the upper left corner as one reads."""
Point = tuple[float, float]


class Edge(TypedDict):
    """A level (`h`) or upright (`v`) line as pdfplumber wants it, in pt."""

    orientation: str
    x0: float
    x1: float
    top: float
    bottom: float
    width: float
    height: float


class Matrix(NamedTuple):
    """How the places in an object become places on the page."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def __call__(self, x: float, y: float) -> Point:
        """Where a point stands."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "Matrix") -> "Matrix":
        """The matrix of an object that stands within another."""
        e, f = outer(self.e, self.f)
        a, b = self.a * outer.a + self.b * outer.c, self.a * outer.b + self.b * outer.d
        c, d = self.c * outer.a + self.d * outer.c, self.c * outer.b + self.d * outer.d
        return Matrix(a, b, c, d, e, f)


@dataclass
class Drawn:
    """The lines, the pictures and the filled shapes of a page, places as in `view`."""

    view: View
    edges: list[Edge] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    segments: int = 0

    @classmethod
    def on(cls, page: "pdfium.PdfPage", view: View, objects: int | None) -> "Drawn":
        """What the first `objects` of a page draw; `None` means all."""
        drawn = cls(view)
        count = raw.FPDFPage_CountObjects(page)
        for index in range(count if objects is None else min(objects, count)):
            drawn.add(raw.FPDFPage_GetObject(page, index), Matrix(), 1)
        return drawn

    def add(self, thing: object, outer: Matrix, depth: int) -> None:
        """Look at one object of the page, and into it where it is a form."""
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self.edges += self.straight(thing, matrix_of(thing).within(outer))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.pictures.append(self.square(matrix_of(thing).within(outer)))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            inner = matrix_of(thing).within(outer)
            for index in range(raw.FPDFFormObj_CountObjects(thing)):
                self.add(raw.FPDFFormObj_GetObject(thing, index), inner, depth + 1)

    def square(self, matrix: Matrix) -> Box:
        """Where a picture stands: it fills the unit square."""
        return around([self.view.place(*matrix(x, y)) for x in (0, 1) for y in (0, 1)])

    def straight(self, path: object, matrix: Matrix) -> Iterator[Edge]:
        """The level and upright lines of a path; of shapes that are only filled, the thin ones."""
        self.segments += raw.FPDFPath_CountSegments(path)
        if self.segments > MOST_SEGMENTS:
            return
        filled, stroked = how_drawn(path)
        for shape in shapes_of(path):
            points = [(self.view.place(*matrix(*point)), drawn) for point, drawn in shape]
            box = around([point for point, _ in points])
            is_area = filled and min(box[2] - box[0], box[3] - box[1]) >= THICKEST_PT
            if is_area:
                self.fills.append(box)
            if stroked or not is_area:
                for (start, _), (end, drawn) in pairwise(points):
                    yield from edge(start, end) if drawn else ()

    @property
    def pictured(self) -> float:
        """What pictures cover, in square pt."""
        return sum((right - left) * (bottom - top) for left, top, right, bottom in self.pictures)


def matrix_of(thing: object) -> Matrix:
    """The matrix of an object of a page."""
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, found):
        return Matrix()
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def how_drawn(path: object) -> tuple[bool, bool]:
    """Whether the inside of a path is filled, and whether its outline is drawn."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, filled, stroked)
    return filled.value != raw.FPDF_FILLMODE_NONE, stroked.value != 0


def around(points: Sequence[Point]) -> Box:
    """The smallest box around points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def shapes_of(path: object) -> Iterator[list[tuple[Point, bool]]]:
    """The shapes of a path: their corners, and whether a straight line leads to each."""
    shape: list[tuple[Point, bool]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO and shape:
            yield shape
            shape = []
        shape.append(((x.value, y.value), kind == raw.FPDF_SEGMENT_LINETO))
        if raw.FPDFPathSegment_GetClose(segment):
            shape.append((shape[0][0], True))
    if shape:
        yield shape


def edge(start: Point, end: Point) -> Iterator[Edge]:
    """A line, where it is level or upright and not too short."""
    (x0, x1), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    width, height = x1 - x0, bottom - top
    if min(width, height) > STRAIGHT_PT or max(width, height) < SHORTEST_PT:
        return
    orientation = "h" if width > height else "v"
    if orientation == "h":
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    yield Edge(
        orientation=orientation,
        x0=x0,
        x1=x1,
        top=top,
        bottom=bottom,
        width=x1 - x0,
        height=bottom - top,
    )
