"""Small PDFs written by hand: every glyph where a test wants it, in the fonts every reader has."""

from dataclasses import dataclass, field

FONTS = {"": "Times-Roman", "b": "Times-Bold", "i": "Times-Italic"}
TURNED = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


@dataclass
class Page:
    """A page, `width` by `height` pt as one sees it; `turned` by degrees in the file."""

    width: float = 595
    height: float = 842
    turned: int = 0
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, top: float, words: str, size: float = 14, look: str = "") -> "Page":
        """Print `words`, their first glyph at `x`, their baseline `top` pt from the top."""
        across, up = self.place(x, top)
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        matrix = f"{TURNED[self.turned]} {across:.2f} {up:.2f} Tm"
        self.drawn.append(f"BT /F{look} {size} Tf {matrix} ({escaped}) Tj ET")
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


def pdf(*pages: Page, encrypt: str = "") -> bytes:
    """A PDF of these pages; `encrypt` is the inside of its encryption dictionary."""
    fonts = " ".join(
        f"/F{look} << /Type /Font /Subtype /Type1 /BaseFont /{name} >>"
        for look, name in FONTS.items()
    )
    numbers = [3 + 2 * index for index in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] >>",
    ]
    for page, number in zip(pages, numbers, strict=True):
        content = "\n".join(page.drawn)
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [{page.box}] /Rotate {page.turned} "
                f"/Resources << /Font << {fonts} >> >> /Contents {number + 1} 0 R >>"
            ),
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    trailer = f"/Encrypt << {encrypt} >> /ID [<00> <00>]" if encrypt else ""
    return written(objects, trailer)


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
