"""The characters of a PDF page with font, size and place, as pdfium finds them.

pdfium makes up blanks and breaks between characters; they are left out.
"""

import ctypes
from array import array
from dataclasses import dataclass
from itertools import repeat

import pypdfium2 as pdfium
from pypdfium2 import raw

from extract.readers.pdf_looks import HANDLE, NUMBER, PLACE, Font, Look, Looks, bare
from extract.readers.pdf_view import View

code_at = bare(raw.FPDFText_GetUnicode, ctypes.c_uint, HANDLE, NUMBER)
object_at = bare(raw.FPDFText_GetTextObject, ctypes.c_size_t, HANDLE, NUMBER)
origin_at = bare(raw.FPDFText_GetCharOrigin, NUMBER, HANDLE, NUMBER, PLACE, PLACE)
is_made_up = bare(raw.FPDFText_IsGenerated, NUMBER, HANDLE, NUMBER)
BLANK = ord(" ")


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


def glyphs_of(text: "pdfium.PdfTextPage", view: View, looks: Looks) -> list[Glyph]:
    """The characters that are printed on a page, in the file's order, places as in `view`.

    `looks` are those of the pages before; they learn what is new.
    """
    page, count = ctypes.cast(text.raw, HANDLE).value or 0, text.count_chars()
    codes = list(map(code_at, repeat(page), range(count)))
    objects = map(object_at, repeat(page), range(count))
    known: dict[int, Look] = {}
    found: list[Glyph] = []
    before: Glyph | None = None
    for index, (code, printer, x, y) in enumerate(
        zip(codes, objects, *places(page, count, view), strict=True)
    ):
        if not printer or (code == BLANK and is_made_up(page, index)):
            continue
        look = known.get(printer)
        if look is None:
            look = known[printer] = looks.of(page, index, printer, view)
        learned = look.letters.get(code)
        if before and before.x == x and before.baseline == y:
            before.right = x + looks.width(page, before.index, x, view)
            look.letters.pop(codes[before.index], None)
            learned = look.font.letter(code), looks.width(page, index, x, view)
        elif learned is None:
            learned = look.font.letter(code), looks.width(page, index, x, view)
            look.letters[code] = learned
        letter, width = learned
        if letter:
            before = Glyph(letter, x, x + width, y, look.size, look.font, index)
            found.append(before)
    return found


def places(page: int, count: int, view: View) -> tuple[list[float], list[float]]:
    """How far the origin of each character is from the left and from the top."""
    points = array("d", [0.0]) * (2 * count)
    start, size = points.buffer_info()[0], points.itemsize
    for index, place in enumerate(range(start, start + 2 * count * size, 2 * size)):
        origin_at(page, index, place, place + size)
    return view.across.all(points), view.down.all(points)
