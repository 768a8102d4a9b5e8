"""The styles of an OpenDocument text, as Word's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import regex

from extract.readers.odf.names import FO, OFFICE, STYLE, SVG, TEXT
from extract.readers.word.making import Look, w
from extract.readers.word.xml import Element

ALIGNMENTS = {"start": "left", "end": "right", "justify": "both"}
POINTS = regex.compile(r"(\d{1,4}(?:\.\d+)?)pt")
BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True)
class Styles:
    """The styles of the parts of a document."""

    roots: Sequence[Element]

    @cached_property
    def found(self) -> dict[tuple[str, str], Element]:
        """The styles by family and name; what a part names for itself counts before the rest."""
        return {
            (one.get(STYLE + "family", ""), one.get(STYLE + "name", "")): one
            for root in self.roots
            for group in root.iterchildren(OFFICE + "styles", OFFICE + "automatic-styles")
            for one in group.iterchildren(STYLE + "style")
        }

    @cached_property
    def fonts(self) -> dict[str, str]:
        """The families of fonts by the names that the document gives them."""
        faces = (face for root in self.roots for face in root.iter(STYLE + "font-face"))
        return {
            face.get(STYLE + "name", ""): face.get(SVG + "font-family", "").strip("'\"")
            for face in faces
        }

    def by_name(self, family: str, name: str) -> Element | None:
        """A style, if there is one of that name."""
        return self.found.get((family, name))

    def paragraph_id(self, name: str) -> str:
        """What a paragraph's style is called in `root`."""
        return f"p.{name}"

    def root(self) -> Element:
        """The paragraph styles, as `w:styles`."""
        defaults = (
            w("docDefaults", w("rPrDefault", self.own_look(one, Look()).properties()))
            for root in self.roots
            for one in root.iter(STYLE + "default-style")
            if one.get(STYLE + "family") == "paragraph"
        )
        return w("styles", next(defaults, None), *self.paragraph_styles())

    def paragraph_styles(self) -> Iterator[Element]:
        """Each paragraph style."""
        for (family, name), style in self.found.items():
            if family != "paragraph":
                continue
            based = style.get(STYLE + "parent-style-name")
            align = aligned(style)
            yield w(
                "style",
                w("basedOn", val=self.paragraph_id(based)) if based else None,
                w("pPr", w("jc", val=align) if align else None),
                self.own_look(style, Look()).properties(),
                styleId=self.paragraph_id(name),
                type="paragraph",
            )

    def look(self, name: str | None, around: Look) -> Look:
        """The look of letters in the text style `name`, within letters that look like `around`."""
        seen: list[str] = []
        while name and name not in seen and ("text", name) in self.found:
            seen.append(name)
            name = self.found["text", name].get(STYLE + "parent-style-name")
        for one in reversed(seen):
            around = self.own_look(self.found["text", one], around)
        return around

    def own_look(self, style: Element, around: Look) -> Look:
        """`around`, changed as a style says itself."""
        said = style.find(STYLE + "text-properties")
        if said is None:
            return around
        weight, slant = said.get(FO + "font-weight"), said.get(FO + "font-style")
        font = self.fonts.get(said.get(STYLE + "font-name", "")) or said.get(FO + "font-family")
        points = POINTS.fullmatch(said.get(FO + "font-size", ""))
        shown = said.get(TEXT + "display")
        return replace(
            around,
            bold=around.bold if weight is None else weight in BOLD,
            italic=around.italic if slant is None else slant in {"italic", "oblique"},
            font=font.strip("'\"") if font else around.font,
            size=round(float(points[1]) * 2) if points else around.size,
            hidden=around.hidden if shown is None else shown == "none",
        )


def aligned(style: Element) -> str | None:
    """How a style's paragraphs are aligned, where it says so."""
    said = style.find(STYLE + "paragraph-properties")
    found = said.get(FO + "text-align") if said is not None else None
    return ALIGNMENTS.get(found, found) if found else None
