"""Effective properties of a paragraph or run: its own, its style's, the document's defaults."""

from functools import cached_property

from extract.readers.word.xml import TWIPS_PER_PT, Element, W, switch, value


class Styles:
    """The styles part of a document."""

    def __init__(self, root: Element | None) -> None:
        self.root = root
        self.switches: dict[tuple[str, str | None], bool] = {}

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

    @cached_property
    def default_size(self) -> str | None:
        """The size of letters of which nothing else is said, in half points."""
        return value(self.root, f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")

    def chain(self, style_id: str | None) -> list[Element]:
        """A style and those it is based on, nearest first."""
        found: list[Element] = []
        while style_id in self.by_id and self.by_id[style_id] not in found:
            style = self.by_id[style_id]
            found.append(style)
            style_id = value(style, W + "basedOn")
        return found

    def named(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style."""
        named = value(paragraph, f"{W}pPr/{W}pStyle")
        return named if named in self.by_id else self.default

    def of_paragraph(self, paragraph: Element) -> list[Element]:
        """The chain of a paragraph's style."""
        return self.chain(self.named(paragraph))

    def is_on(self, name: str, run: Element, paragraph: Element) -> bool:
        """Whether a switch such as `b`, `i` or `vanish` is on for a run.

        What a character style turns on within a paragraph whose style does so too is off again
        (ISO/IEC 29500-1, 17.7.3).
        """
        properties = run.find(W + "rPr")
        own = switch(properties, name)
        if own is not None:
            return own
        by_character = self.says(name, value(properties, W + "rStyle"))
        return by_character != self.says(name, self.named(paragraph))

    def says(self, name: str, style_id: str | None) -> bool:
        """Whether a style, or the nearest that it is based on, turns a switch on."""
        key = (name, style_id)
        if key not in self.switches:
            said = (switch(style.find(W + "rPr"), name) for style in self.chain(style_id))
            self.switches[key] = next((on for on in said if on is not None), False)
        return self.switches[key]

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
        named = self.chain(value(run, f"{W}rPr/{W}rStyle"))
        owners = [run, *named, *self.of_paragraph(paragraph)]
        said = [value(owner, f"{W}rPr/{W}sz") for owner in owners]
        half_points = next(filter(None, [*said, self.default_size]), None)
        return float(half_points) / 2 if half_points else None

    def font(self, run: Element, paragraph: Element) -> str | None:
        """The name of a run's font; given a paragraph's properties, that of its mark.

        A font of the document's theme has the name of its place in the theme.
        """
        styles = self.chain(value(run, f"{W}rPr/{W}rStyle")) + self.of_paragraph(paragraph)
        named = (font_named(owner) for owner in (run, *styles, *self.defaults))
        return next(filter(None, named), None)

    @cached_property
    def defaults(self) -> list[Element]:
        """What all runs have where nothing else is said."""
        return self.root.findall(f"{W}docDefaults/{W}rPrDefault") if self.root is not None else []


def font_named(owner: Element) -> str | None:
    """The font that the `w:rPr` of an element names for letters with marks."""
    fonts = owner.find(f"{W}rPr/{W}rFonts")
    if fonts is None:
        return None
    names = ("hAnsiTheme", "hAnsi", "asciiTheme", "ascii")
    return next(filter(None, (fonts.get(W + name) for name in names)), None)


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
