"""The characters of a PDF page with font, size and place, as pdfium finds them.

Each question to pdfium costs more than what is done with the answer, so what all letters of a
text object share (font, size, how they are drawn) is asked once for each object.
pdfium makes up blanks and breaks between characters; they are left out.
"""

import ctypes
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import pi
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.legacy import Encoding, encoding_of

if TYPE_CHECKING:
    from _ctypes import CFuncPtr

BOLD = ("Bold", "bold", "Black")
ITALIC = ("Italic", "Oblique", "italic")
HYPHENS = {"\ufffe": "-", "\u0002": "-", "\u00ad": "-", "\u2010": "-", "\u2011": "-"}
"""pdfium gives these for a hyphen that ends a line; document numbers are full of them."""
Ink = Literal["seen", "white", "none"]
INVISIBLE = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})
WHITE = 250
"""Of 255 parts of red, green and blue, from which on nothing is seen on white paper."""
UNPRINTED = "\r\n\x00"
FONT_NAME_BYTES = 128
DIRECTIONS_ASKED = 50
"""Characters of a page that tell the direction of all."""

TURNS = {
    0: ((1, 0, 0, 0), (0, -1, 0, 1)),
    90: ((0, 1, 0, 0), (1, 0, 0, 0)),
    180: ((-1, 0, 1, 0), (0, 1, 0, 0)),
    270: ((0, -1, 0, 1), (-1, 0, 1, 0)),
}
"""Direction of the text in degrees (90: upwards) → how far a point is from left and from top as
one reads: so many times its x, its y, the page's width, the page's height."""


@dataclass(frozen=True, eq=False)
class Font:
    """A font by its name, and how it is used.

    Where it is not `mapped` it does not say which letters its glyphs are, and a glyph's text is the
    character of its number. `ink` tells whether it prints anything.
    """

    name: str
    mapped: bool = True
    ink: Ink = "seen"

    @cached_property
    def bold(self) -> bool:
        """Whether its name says bold; the weight in the file is wrong for subsets."""
        return any(word in self.name for word in BOLD)

    @cached_property
    def encoding(self) -> Encoding | None:
        """The encoding from before Unicode that its name tells."""
        return encoding_of(self.name)

    @cached_property
    def italic(self) -> bool:
        """Whether its name says italic."""
        return any(word in self.name for word in ITALIC)


@dataclass(slots=True, eq=False)
class Glyph:
    """One character: its origin `x`, its `baseline` from the page's top, its right edge; in pt.

    `index` is its place in the file's order; `spaced` says that the file has a blank before it,
    `raised` that it stands above the line (m², the mark of a footnote). `sure` is below 1 where it
    was recognised in a picture: how sure its word is.
    """

    text: str
    x: float
    right: float
    baseline: float
    size: float
    font: Font
    index: int = 0
    spaced: bool = False
    raised: bool = False
    sure: float = 1.0


@dataclass(slots=True)
class Look:
    """What letters that look alike share: the size in pt as printed, the font, their widths.

    `hyphens` are the letters that mean one; in fonts from before Unicode they may be others.
    """

    size: float
    font: Font
    widths: dict[str, float] = field(default_factory=dict)
    hyphens: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """See which letters mean a hyphen."""
        self.hyphens = {} if self.font.encoding else HYPHENS


class Axis(NamedTuple):
    """How far a point of the page is from one edge, in pt: `x` times its x and so on."""

    x: int
    y: int
    offset: float


@dataclass(frozen=True)
class View:
    """A page as one reads it: where a point of it is `across` from the left, `down` from the top.

    `turn` is the direction in which most of its text runs, in degrees.
    """

    across: Axis
    down: Axis
    turn: int

    @classmethod
    def of(cls, page: "pdfium.PdfPage", text: "pdfium.PdfTextPage") -> "View":
        """The view of a page, turned so that most of its text stands upright."""
        left, bottom, right, top = page.get_cropbox()
        turn = direction(text)
        axes = (
            Axis(x, y, width * (right - left) + height * (top - bottom) - x * left - y * bottom)
            for x, y, width, height in TURNS[turn]
        )
        return cls(next(axes), next(axes), turn)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """How far a point of the page is from the left and from the top."""
        (ax, ay, left), (dx, dy, top) = self.across, self.down
        return ax * x + ay * y + left, dx * x + dy * y + top


def direction(text: "pdfium.PdfTextPage") -> int:
    """In which direction most text runs, in degrees: wide tables stand on turned pages."""
    count = text.count_chars()
    asked = range(0, count, count // DIRECTIONS_ASKED + 1)
    turns = Counter(round(raw.FPDFText_GetCharAngle(text, i) / (-pi / 2)) % 4 for i in asked)
    return turns.most_common(1)[0][0] * 90 if turns else 0


def bare(function: "CFuncPtr", result: type, *arguments: type) -> Callable[..., Any]:
    """A function of pdfium without the checks of its arguments, which take longer than it does."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


PAGE, PLACE = ctypes.c_void_p, ctypes.c_void_p
letter_at = bare(raw.FPDFText_GetUnicode, ctypes.c_uint, PAGE, ctypes.c_int)
object_at = bare(raw.FPDFText_GetTextObject, ctypes.c_size_t, PAGE, ctypes.c_int)
origin_at = bare(raw.FPDFText_GetCharOrigin, ctypes.c_int, PAGE, ctypes.c_int, PLACE, PLACE)


def glyphs_of(text: "pdfium.PdfTextPage", view: View) -> list[Glyph]:
    """The characters that are printed on a page, in the file's order, places as in `view`."""
    page, looks = ctypes.cast(text.raw, PAGE).value, Looks(text, view)
    known: dict[int, Look] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    x_place, y_place = ctypes.addressof(x), ctypes.addressof(y)
    (ax, ay, left), (dx, dy, top) = view.across, view.down
    found: list[Glyph] = []
    for index in range(text.count_chars()):
        letter = chr(letter_at(page, index))
        text_object = object_at(page, index)
        look = known.get(text_object)
        if look is None:
            look = known[text_object] = looks.of(index)
        if look.font.mapped:
            if letter in UNPRINTED or (letter == " " and raw.FPDFText_IsGenerated(text, index)):
                continue
            letter = look.hyphens.get(letter, letter)
        origin_at(page, index, x_place, y_place)
        across = ax * x.value + ay * y.value + left
        down = dx * x.value + dy * y.value + top
        width = look.widths.get(letter)
        if found and found[-1].x == across and found[-1].baseline == down:
            width = looks.width(index, across)
            looks.part(found[-1], look)
        elif width is None:
            width = look.widths[letter] = looks.width(index, across)
        found.append(Glyph(letter, across, across + width, down, look.size, look.font, index))
    return found


class Looks:
    """The looks of a page's letters, one for all text objects that look alike."""

    def __init__(self, text: "pdfium.PdfTextPage", view: View) -> None:
        self.text = text
        self.view = view
        self.known: dict[tuple[object, ...], Look] = {}
        self.fonts: dict[tuple[str, bool, Ink], Font] = {}
        self.name = ctypes.create_string_buffer(FONT_NAME_BYTES)

    def of(self, index: int) -> Look:
        """The look of a character."""
        matrix = raw.FS_MATRIX()
        if not raw.FPDFText_GetMatrix(self.text, index, matrix):
            matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        size, font = raw.FPDFText_GetFontSize(self.text, index) * scale, self.font(index)
        key = (size, font, matrix.a, matrix.b)
        return self.known.setdefault(key, Look(size, font))

    def width(self, index: int, across: float) -> float:
        """How far a character that begins `across` reaches to the right, in pt."""
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self.text, index, box)
        ax, ay, left = self.view.across
        ends = ax * box.left + ay * box.bottom, ax * box.right + ay * box.top
        return float(max(*ends, across - left)) + left - across

    def part(self, glyph: Glyph, look: Look) -> None:
        """Mind that a glyph is the first part of a ligature, which is wider than its letter."""
        look.widths.pop(glyph.text, None)
        glyph.right = glyph.x + self.width(glyph.index, glyph.x)

    def font(self, index: int) -> Font:
        """The font of a character; one for all characters that use it alike."""
        raw.FPDFText_GetFontInfo(self.text, index, self.name, FONT_NAME_BYTES, ctypes.c_int())
        mapped = raw.FPDFText_HasUnicodeMapError(self.text, index) != 1
        key = (self.name.value.decode("utf-8", "replace"), mapped, self.ink(index))
        return self.fonts.setdefault(key, Font(*key))

    def ink(self, index: int) -> Ink:
        """Whether a character is printed at all."""
        text_object = raw.FPDFText_GetTextObject(self.text, index)
        if not text_object:
            return "seen"
        if raw.FPDFTextObj_GetTextRenderMode(text_object) in INVISIBLE:
            return "none"
        parts = [ctypes.c_uint() for _ in "rgba"]
        raw.FPDFPageObj_GetFillColor(text_object, *parts)
        *colour, cover = (part.value for part in parts)
        if cover == 0:
            return "none"
        return "white" if min(colour) >= WHITE else "seen"
