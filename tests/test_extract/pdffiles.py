"""Small PDFs written by hand: every glyph where a test wants it, in the fonts every reader has."""

from collections.abc import Sequence
from dataclasses import dataclass, field

FONTS = {"": "Times-Roman", "b": "Times-Bold", "i": "Times-Italic"}
UNMAPPED = {"u": "TimesNewRomanPSMT", "ui": "TimesNewRomanPS-ItalicMT", "ub": "Other-Bold"}
"""Fonts that do not say which letters their glyphs are."""
OLD = {"t": ".VnTime", "th": ".VnTimeH", "v": "VNI-Times"}
"""Fonts from before Unicode, whose letters a file calls those of Western European languages."""
TURNED = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


@dataclass
class Page:
    """A page, `width` by `height` pt as one sees it; `turned` by degrees in the file."""

    width: float = 595
    height: float = 842
    turned: int = 0
    drawn: list[str] = field(default_factory=list)
    stamps: list[tuple[tuple[float, float], float, str]] = field(default_factory=list)

    def text(self, x: float, top: float, words: str, size: float = 14, look: str = "") -> "Page":
        """Print `words`, their first glyph at `x`, their baseline `top` pt from the top."""
        across, up = self.place(x, top)
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        matrix = f"{TURNED[self.turned]} {across:.2f} {up:.2f} Tm"
        self.drawn.append(f"BT /F{look} {size} Tf {matrix} ({escaped}) Tj ET")
        return self

    def glyphs(self, x: float, top: float, numbers: Sequence[int], look: str = "u") -> "Page":
        """Print glyphs of an unmapped font by their numbers."""
        across, up = self.place(x, top)
        shown = "".join(f"{number:04x}" for number in numbers)
        self.drawn.append(f"BT /F{look} 13 Tf {across:.2f} {up:.2f} Td <{shown}> Tj ET")
        return self

    def raw(self, operators: str) -> "Page":
        """Draw what `operators` say."""
        self.drawn.append(operators)
        return self

    def stamp(self, x: float, top: float, words: str, size: float = 13) -> "Page":
        """Stamp `words` as the appearance of a signature field does."""
        width = len(words) * size / 2 + 8
        shown = f"BT /F {size} Tf 4 10 Td ({words}) Tj ET"
        self.stamps.append((self.place(x, top), width, shown))
        return self

    def lines(self, x: float, top: float, *texts: str, size: float = 14, look: str = "") -> "Page":
        """Print lines below one another."""
        for number, words in enumerate(texts):
            self.text(x, top + number * 18, words, size, look)
        return self

    def rule(self, x0: float, top0: float, x1: float, top1: float) -> "Page":
        """Draw a line."""
        a, b = self.place(x0, top0), self.place(x1, top1)
        self.drawn.append(f"{a[0]:.2f} {a[1]:.2f} m {b[0]:.2f} {b[1]:.2f} l S")
        return self

    def grid(self, edges: list[float], tops: list[float]) -> "Page":
        """Draw the borders of a table."""
        for x in edges:
            self.rule(x, tops[0], x, tops[-1])
        for top in tops:
            self.rule(edges[0], top, edges[-1], top)
        return self

    def place(self, x: float, top: float) -> tuple[float, float]:
        return {
            0: (x, self.height - top),
            90: (top, x),
            180: (self.width - x, top),
            270: (self.height - top, self.width - x),
        }[self.turned]

    @property
    def box(self) -> str:
        sides = (self.width, self.height)
        return "0 0 {} {}".format(*(sides if self.turned % 180 == 0 else sides[::-1]))


def pdf(*pages: Page, encrypt: str = "", signatures: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A PDF of these pages.

    `encrypt` is the inside of its encryption dictionary; `signatures` are time and certificates of
    signatures that show nothing on the pages.
    """
    fonts = all_fonts()
    numbers = [3 + 2 * index for index in range(len(pages))]
    objects = ["", f"<< /Type /Pages /Count {len(pages)} /Kids [{references(numbers)}] >>"]
    objects += [""] * 2 * len(pages)
    fields = []
    for page, number in zip(pages, numbers, strict=True):
        marks = []
        for place, width, content in page.stamps:
            objects += [widget(*place, width, len(objects) + 2), appearance(content, width, fonts)]
            marks.append(len(objects) - 1)
        fields += marks
        content = "\n".join(page.drawn)
        objects[number - 1] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{page.box}] /Rotate {page.turned} "
            f"/Annots [{references(marks)}] "
            f"/Resources << /Font << {fonts} >> >> /Contents {number + 1} 0 R >>"
        )
        objects[number] = stream(content)
    for time, certificates in signatures:
        objects.append(
            "<< /FT /Sig /T (s) /V << /Type /Sig /Filter /Adobe.PPKLite "
            f"/SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /M ({time}) "
            f"/Contents <{certificates.hex()}{'00' * 50}> >> >>"
        )
        fields.append(len(objects))
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{references(fields)}] >> >>"
    trailer = f"/Encrypt << {encrypt} >> /ID [<00> <00>]" if encrypt else ""
    return written(objects, trailer)


def all_fonts() -> str:
    """The fonts of a page's resources."""
    plain = [
        f"/F{look} << /Type /Font /Subtype /Type1 /BaseFont /{name} >>"
        for look, name in FONTS.items()
    ]
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    box = "/Flags 4 /FontBBox [0 -200 800 800] /ItalicAngle 0 /Ascent 800 /Descent -200"
    unmapped = [
        f"/F{look} << /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} {system} "
        f"/DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /{name} {box} "
        "/CapHeight 700 /StemV 80 >> >>] >>"
        for look, name in UNMAPPED.items()
    ]
    old = [
        f"/F{look} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for look, name in OLD.items()
    ]
    return " ".join([*plain, *unmapped, *old])


def references(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def stream(content: str, more: str = "") -> str:
    return f"<< /Length {len(content)} {more} >>\nstream\n{content}\nendstream"


def widget(x: float, y: float, width: float, appearance: int) -> str:
    """A signature field that reaches 4 pt left of and 10 pt below `x` and `y`."""
    box = f"{x - 4:.2f} {y - 10:.2f} {x - 4 + width:.2f} {y + 20:.2f}"
    kind = f"/Type /Annot /Subtype /Widget /FT /Sig /T (s{appearance}) /F 4"
    return f"<< {kind} /Rect [{box}] /AP << /N {appearance} 0 R >> >>"


def appearance(content: str, width: float, fonts: str) -> str:
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 {width} 30]"
    return stream(content, f"{form} /Resources << /Font << {fonts} >> >>")


def written(objects: list[str], trailer: str) -> bytes:
    """The file: objects, the table of their places, the trailer."""
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    ending = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R "
    return out + f"{ending}{trailer} >>\nstartxref\n{len(out)}\n%%EOF\n".encode("latin-1")
