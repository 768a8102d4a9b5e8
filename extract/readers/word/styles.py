"""Effective properties of a paragraph or run: its own, its style's, the document's defaults."""

from functools import cached_property

from extract.readers.word.xml import TWIPS_PER_PT, Element, W, switch, value


class Styles:
    """The styles part of a document."""

    def __init__(self, root: Element | None) -> None:
        self.root = root

    @cached_property
    def by_id(self) -> dict[str, Element]:
        """Style id → its element."""
        found = self.root.findall(W + "style") if self.root is not None else []
        return {style.get(W + "styleId", ""): style for style in found}

    @cached_property
    def default(self) -> str | None:
        """The id of the paragraph style that is meant where none is named."""
        marked = (
            i
            for i, s in self.by_id.items()
            if s.get(W + "default") in {"1", "true"} and s.get(W + "type") == "paragraph"
        )
        return next(marked, None)

    def chain(self, style_id: str | None) -> list[Element]:
        """A style and those it is based on, nearest first."""
        found: list[Element] = []
        while style_id in self.by_id and self.by_id[style_id] not in found:
            style = self.by_id[style_id]
            found.append(style)
            style_id = value(style, W + "basedOn")
        return found

    def of_paragraph(self, paragraph: Element) -> list[Element]:
        """The chain of a paragraph's style."""
        named = value(paragraph, f"{W}pPr/{W}pStyle")
        return self.chain(named if named in self.by_id else self.default)

    def is_on(self, name: str, run: Element, paragraph: Element) -> bool:
        """Whether a switch such as `b`, `i` or `vanish` is on for a run."""
        properties = run.find(W + "rPr")
        own = switch(properties, name)
        if own is not None:
            return own
        styles = self.chain(value(properties, W + "rStyle")) + self.of_paragraph(paragraph)
        said = (switch(style.find(W + "rPr"), name) for style in styles)
        return next((on for on in said if on is not None), False)

    def is_ruled(self, table: Element) -> bool:
        """Whether a table's inner borders are drawn, by itself, its style or its cells."""
        properties = table.find(W + "tblPr")
        owners = [properties, *self.chain(value(properties, W + "tblStyle"))]
        for owner in (one for one in owners if one is not None):
            borders = next(owner.iter(W + "tblBorders"), None)
            if borders is not None:
                return has_lines(borders)
        return any(has_lines(borders) for borders in table.iter(W + "tcBorders"))

    def alignment(self, paragraph: Element) -> str | None:
        """The `w:jc` of a paragraph."""
        own = value(paragraph, f"{W}pPr/{W}jc")
        styled = (value(style, f"{W}pPr/{W}jc") for style in self.of_paragraph(paragraph))
        return own or next(filter(None, styled), None)

    def size(self, run: Element, paragraph: Element) -> float | None:
        """The size of a run in pt."""
        own = value(run, f"{W}rPr/{W}sz")
        styled = (value(style, f"{W}rPr/{W}sz") for style in self.of_paragraph(paragraph))
        half_points = own or next(filter(None, styled), None)
        return float(half_points) / 2 if half_points else None


def has_lines(borders: Element) -> bool:
    """Whether some border is drawn."""
    return any(border.get(W + "val", "nil") not in {"nil", "none"} for border in borders)


def indent(paragraph: Element) -> float | None:
    """Where a paragraph's first line begins, in pt from the margin, where it says so itself."""
    found = paragraph.find(f"{W}pPr/{W}ind")
    if found is None:
        return None
    twips = [found.get(W + name, "0") for name in ("left", "firstLine")]
    return sum(float(t) for t in twips if t.lstrip("-").isdigit()) / TWIPS_PER_PT
