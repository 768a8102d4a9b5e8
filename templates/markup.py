# ruff: noqa: INP001 - a part of the script beside it
"""Pieces of WordprocessingML, and the tags by which docxtpl fills them in."""

from xml.sax.saxutils import escape

from styles import FACTS, flag, from_mm, valued

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# Lengths in twentieths of a point.
PAGE = tuple(map(from_mm, FACTS["page.size"]))
MARGINS = {side: from_mm(FACTS[f"margin.{side}"]) for side in ("top", "right", "bottom", "left")}
TO_PAGE_NUMBER = 567
TEXT_WIDTH = PAGE[0] - MARGINS["left"] - MARGINS["right"]
LANDSCAPE_WIDTH = PAGE[1] - MARGINS["left"] - MARGINS["right"]


def run(text: str, style: str | None = None) -> str:
    """A run of text."""
    properties = f"<w:rPr>{valued('rStyle', style)}</w:rPr>" if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *runs: str, section: str = "") -> str:
    """A paragraph in `style`; with the properties of a `section`, the last one of it."""
    return f"<w:p><w:pPr>{valued('pStyle', style)}{section}</w:pPr>{''.join(runs)}</w:p>"


def text(style: str, words: str) -> str:
    """A paragraph of one run."""
    return paragraph(style, run(words))


def tag(kind: str, words: str) -> str:
    """A paragraph that docxtpl replaces by a tag; `kind` says what it takes away: p, tr, tc."""
    return text("Normal", f"{{%{kind} {words} %}}")


def either(*branches: tuple[str, str]) -> str:
    """Pairs of a condition and what stands where it holds, as one `if … elif …`."""
    words = ["if", *["elif"] * (len(branches) - 1)]
    parts = (
        tag("p", f"{word} {condition}") + xml
        for word, (condition, xml) in zip(words, branches, strict=True)
    )
    return "".join(parts) + tag("p", "endif")


def each(name: str, source: str, xml: str) -> str:
    """`xml` once for each `name` in `source`."""
    return tag("p", f"for {name} in {source}") + xml + tag("p", "endfor")


def cell(width: int, xml: str, align: str = "top") -> str:
    """A table cell."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{valued("vAlign", align)}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{xml}</w:tc>"


def row(*cells: str, head: bool = False) -> str:
    """A table row that never breaks over pages; `head` repeats it on each."""
    properties = f"<w:cantSplit/>{flag('tblHeader', head or None)}"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(style: str, columns: tuple[int, ...], *rows: str) -> str:
    """A table of fixed columns."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    properties = (
        f'{valued("tblStyle", style)}<w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
    )
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def section_properties(*, landscape: bool = False) -> str:
    """A4, the decree's margins, pages counted from 1, no number on the first."""
    margins = " ".join(f'w:{side}="{width}"' for side, width in MARGINS.items())
    width, height = reversed(PAGE) if landscape else PAGE
    turned = ' w:orient="landscape"' if landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar {margins} w:header="{TO_PAGE_NUMBER}" w:footer="{TO_PAGE_NUMBER}" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def section_end(*, landscape: bool = False) -> str:
    """The end of a section: what follows stands on a new page, and pages are counted anew."""
    return paragraph("SectionEnd", section=section_properties(landscape=landscape))
