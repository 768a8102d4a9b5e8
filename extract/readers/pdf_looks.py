"""How the letters of a PDF look: font, size, ink, widths, as pdfium tells them.

A question to pdfium costs more than what is done with the answer. So what the letters of a text
object share is asked once for each object, and a letter's width once for all that look alike.
"""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pypdfium2 import raw

from extract.legacy import Encoding, encoding_of
from extract.readers.pdf_view import View

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


def bare(function: "CFuncPtr", result: type, *arguments: type) -> Callable[..., Any]:
    """A function of pdfium without the checks of its arguments, which take longer than it does."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


NUMBER, HANDLE, PLACE = ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
matrix_at = bare(raw.FPDFText_GetMatrix, NUMBER, HANDLE, NUMBER, PLACE)
size_at = bare(raw.FPDFText_GetFontSize, ctypes.c_double, HANDLE, NUMBER)
font_at = bare(
    raw.FPDFText_GetFontInfo, ctypes.c_ulong, HANDLE, NUMBER, PLACE, ctypes.c_ulong, PLACE
)
is_unmapped = bare(raw.FPDFText_HasUnicodeMapError, NUMBER, HANDLE, NUMBER)
box_at = bare(raw.FPDFText_GetLooseCharBox, NUMBER, HANDLE, NUMBER, PLACE)
mode_of = bare(raw.FPDFTextObj_GetTextRenderMode, NUMBER, HANDLE)
colour_of = bare(raw.FPDFPageObj_GetFillColor, NUMBER, HANDLE, *[PLACE] * 4)


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

    def letter(self, code: int) -> str:
        """What a character prints to which pdfium gives `code`; empty where it prints nothing.

        Codes that mean a hyphen may be other letters in fonts from before Unicode.
        """
        letter = chr(code)
        if not self.mapped:
            return letter
        if letter in UNPRINTED:
            return ""
        return letter if self.encoding else HYPHENS.get(letter, letter)


@dataclass(slots=True)
class Look:
    """What letters that look alike share: the size in pt as printed, the font, their widths.

    `letters` are those met so far, by pdfium's code: what each prints, and its width in pt.
    """

    size: float
    font: Font
    letters: dict[int, tuple[str, float]] = field(default_factory=dict)


class Looks:
    """The looks of a document's letters, one for all text objects that look alike."""

    def __init__(self) -> None:
        self.known: dict[tuple[object, ...], Look] = {}
        self.fonts: dict[tuple[str, bool, Ink], Font] = {}
        self.name = ctypes.create_string_buffer(FONT_NAME_BYTES)
        self.matrix = raw.FS_MATRIX()
        self.box = raw.FS_RECTF()
        self.colour = (ctypes.c_uint * 4)()

    def of(self, page: int, index: int, text_object: int, view: View) -> Look:
        """The look of the character `index` of a page's text, and of all in its text object."""
        matrix = self.matrix
        if not matrix_at(page, index, ctypes.addressof(matrix)):
            matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        size, font = size_at(page, index) * scale, self.font(page, index, text_object)
        key = (size, font, matrix.a, matrix.b, view.turn)
        return self.known.setdefault(key, Look(size, font))

    def font(self, page: int, index: int, text_object: int) -> Font:
        """The font of a character; one for all characters that use it alike."""
        font_at(page, index, ctypes.addressof(self.name), FONT_NAME_BYTES, None)
        mapped = is_unmapped(page, index) != 1
        key = (self.name.value.decode("utf-8", "replace"), mapped, self.ink(text_object))
        return self.fonts.setdefault(key, Font(*key))

    def ink(self, text_object: int) -> Ink:
        """Whether a text object is printed at all."""
        if mode_of(text_object) in INVISIBLE:
            return "none"
        place, size = ctypes.addressof(self.colour), ctypes.sizeof(ctypes.c_uint)
        colour_of(text_object, *range(place, place + 4 * size, size))
        *colour, cover = self.colour
        if cover == 0:
            return "none"
        return "white" if min(colour) >= WHITE else "seen"

    def width(self, page: int, index: int, x: float, view: View) -> float:
        """How far the character `index` that begins at `x` reaches to the right, in pt."""
        box = self.box
        box_at(page, index, ctypes.addressof(box))
        ends = view.across((box.left, box.bottom)), view.across((box.right, box.top))
        return max(*ends, x) - x
