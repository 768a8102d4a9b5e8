"""The pages of a section (`w:sectPr`): size, margins, and which headers and footers they have."""

from docgen.checking.xml import TWIPS_PER_MM, Element, R, W, number, switch, whole

_LETTER = (12240.0, 15840.0)
"""Word's paper where nothing is said (twips)."""
_MARGIN = 1440.0
KINDS = ("default", "first", "even")


def size(section: Element | None) -> tuple[float, float]:
    """Width and height of the paper in mm."""
    paper = section.find(W + "pgSz") if section is not None else None
    said = (paper.get(W + "w"), paper.get(W + "h")) if paper is not None else (None, None)
    width, height = (number(one) or own for one, own in zip(said, _LETTER, strict=True))
    return width / TWIPS_PER_MM, height / TWIPS_PER_MM


def margins(section: Element | None, *, gutter_on_top: bool) -> dict[str, float]:
    """The margins in mm by side; the gutter belongs to the left one, or to the top."""
    said = section.find(W + "pgMar") if section is not None else None
    found = {
        side: abs(number(said.get(W + side)) or 0) if said is not None else _MARGIN
        for side in ("top", "right", "bottom", "left")
    }
    gutter = number(said.get(W + "gutter")) if said is not None else None
    found["top" if gutter_on_top else "left"] += gutter or 0
    return {side: round(width / TWIPS_PER_MM, 2) for side, width in found.items()}


def references(section: Element | None, kind: str) -> dict[str, str]:
    """Kind of page → the relation of its own header or footer; `kind` says which of the two."""
    found = section.findall(f"{W}{kind}Reference") if section is not None else []
    return {one.get(W + "type", "default"): one.get(R + "id", "") for one in found}


def is_titled(section: Element | None) -> bool:
    """Whether the first page has a header and footer of its own."""
    return bool(switch(section, "titlePg"))


def counting(section: Element | None) -> tuple[int | None, str]:
    """The number of the first page where pages are counted anew, and the kind of numerals."""
    said = section.find(W + "pgNumType") if section is not None else None
    if said is None:
        return None, "decimal"
    begins = said.get(W + "start")
    return whole(begins) if begins else None, said.get(W + "fmt", "decimal")
