"""The characters of a paragraph, each with the look that Word gives it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex
from lxml import etree

from docgen.checking import fonts
from docgen.checking.document import Face, Run
from docgen.checking.styles import Layers, Styles, face, is_complex, toggled
from docgen.checking.xml import Element, W, children

_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "sym": "\u25a1",
}
_PAGE = regex.compile(r"^\s*PAGE\b", regex.IGNORECASE)
_SHOWN = "2"
"""What stands for the number of a page."""


@dataclass
class _Field:
    """A field (trường) on its way: its instruction until it is whole, then its result."""

    instruction: str = ""
    result: bool = False
    shown: bool = False

    @property
    def is_page(self) -> bool:
        return bool(_PAGE.match(self.instruction))


class _Dress:
    """How runs with the same properties and styles look; worked out once."""

    def __init__(self, styles: Styles, layers: Layers) -> None:
        self.layers = layers
        self.fonts = styles.fonts(layers)
        self.hidden = toggled(layers, "vanish")
        hints = (layer.find(W + "rFonts") for layer in layers.own)
        self.hint = next((one.get(W + "hint") for one in hints if one is not None), None)
        self.faces: dict[str, Face] = {}

    def stretches(self, text: str) -> list[tuple[str, str]]:
        """Text cut where its font changes, with the fonts."""
        complex_script = is_complex(self.layers)
        return fonts.stretches(text, self.fonts, self.hint, complex_script=complex_script)

    def face(self, font: str) -> Face:
        """The look in one of the fonts."""
        if font not in self.faces:
            self.faces[font] = face(self.layers, font)
        return self.faces[font]


@dataclass
class Reader:
    """Reads the runs of paragraphs; fields may go from one paragraph into the next."""

    styles: Styles
    fields: list[_Field] = field(default_factory=list)
    dresses: dict[object, _Dress] = field(default_factory=dict)

    def runs(
        self, paragraph: Element, chain: tuple[Element, ...], table: tuple[Element, ...] = ()
    ) -> tuple[tuple[Run, ...], bool]:
        """The runs of a paragraph with that chain of styles; whether it numbers pages."""
        found: list[Run] = []
        pages = False
        for run, simple in _elements(paragraph):
            text, is_page = self._text(run, simple)
            pages = pages or is_page
            if text:
                found.extend(self._faced(run, text, chain, table))
        return tuple(found), pages

    def _text(self, run: Element, simple: str | None) -> tuple[str, bool]:
        """What a run shows, and whether that is the number of a page."""
        if simple is not None and _PAGE.match(simple):
            return _SHOWN, True
        pieces: list[str] = []
        pages = False
        for child in children(run):
            if child.tag == W + "fldChar":
                pages = self._turn(child.get(W + "fldCharType"), pieces) or pages
            elif child.tag == W + "instrText":
                self._instruct(child.text or "")
            elif any(not one.result for one in self.fields):
                continue
            elif self.fields and self.fields[-1].is_page:
                pages = self._show(self.fields[-1], pieces) or pages
            elif child.tag == W + "t":
                pieces.append(child.text or "")
            elif child.get(W + "type") not in {"page", "column"}:
                pieces.append(_CHARACTERS.get(str(child.tag), ""))
        return "".join(pieces), pages

    def _turn(self, kind: str | None, pieces: list[str]) -> bool:
        """Begin, part or end a field; whether a number of a page had still to be shown."""
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            return ended.is_page and self._show(ended, pieces)
        return False

    def _instruct(self, words: str) -> None:
        if self.fields and not self.fields[-1].result:
            self.fields[-1].instruction += words

    @staticmethod
    def _show(number: _Field, pieces: list[str]) -> bool:
        """Show the number of a page, once."""
        if not number.shown:
            pieces.append(_SHOWN)
        number.shown = True
        return True

    def _faced(
        self, run: Element, text: str, chain: tuple[Element, ...], table: tuple[Element, ...]
    ) -> Iterator[Run]:
        """The characters of one run, cut where their font changes; none where they are hidden."""
        own = run.find(W + "rPr")
        key = (b"" if own is None else etree.tostring(own), chain, table)
        if key not in self.dresses:
            self.dresses[key] = _Dress(self.styles, self.styles.of_run(run, chain, table))
        dress = self.dresses[key]
        at = 0
        for part, font in () if dress.hidden else dress.stretches(text):
            look = dress.face(font)
            yield Run(part.upper() if look.caps else part, look, run, at)
            at += len(part)


def _elements(paragraph: Element) -> Iterator[tuple[Element, str | None]]:
    """Every run, with the instruction of the simple field it stands in."""
    for child in paragraph:
        if child.tag == W + "fldSimple":
            instruction = child.get(W + "instr", "")
            runs = [one for one in children(child) if one.tag == W + "r"]
            yield from ((run, instruction) for run in runs)
        elif child.tag == W + "r":
            yield child, None
        elif child.tag not in {W + "del", W + "moveFrom"}:
            yield from _elements(child)


def text_length(run: Element) -> int:
    """How many characters a run without fields holds, as `Run.start` counts them."""
    return sum(
        len(child.text or "") if child.tag == W + "t" else len(_CHARACTERS.get(str(child.tag), ""))
        for child in children(run)
    )
