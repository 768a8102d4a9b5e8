"""Effective formatting, resolved as Word does (ISO/IEC 29500-1, 17.7.2).

From weak to strong: the document's defaults, the table's style, the paragraph's style, the list's
level, the character's style, and what paragraph or run say themselves.
"""

from dataclasses import dataclass
from functools import cached_property

from docgen.checking import fonts
from docgen.checking.document import Face
from docgen.checking.fonts import Theme
from docgen.checking.xml import Element, W, number, switch, value

_OWN_SIZE = 10.0
"""What Word takes where nothing names a size (pt)."""
_BLACK = 0x20
"""Up to here in every channel a colour prints as black."""
_FAINT = frozenset({"auto", ""})


@dataclass(frozen=True)
class Layers:
    """The `w:rPr` or `w:pPr` that bear on a thing, each group from near to far."""

    own: tuple[Element, ...] = ()
    character: tuple[Element, ...] = ()
    paragraph: tuple[Element, ...] = ()
    table: tuple[Element, ...] = ()
    default: tuple[Element, ...] = ()

    @cached_property
    def all(self) -> tuple[Element, ...]:
        """Every one, from near to far."""
        return (*self.own, *self.character, *self.paragraph, *self.table, *self.default)


class Styles:
    """The styles part of a document, and its theme."""

    def __init__(self, root: Element | None, theme: Element | None = None) -> None:
        self.root = root
        self.theme = Theme(theme)
        self._chains: dict[str | None, tuple[Element, ...]] = {}

    @cached_property
    def by_id(self) -> dict[str, Element]:
        """Style id → its element."""
        found = self.root.findall(W + "style") if self.root is not None else []
        return {style.get(W + "styleId", ""): style for style in found}

    @cached_property
    def defaults(self) -> dict[str, str]:
        """Kind of style → the id of the one that is meant where none is named."""
        return {
            style.get(W + "type", ""): name
            for name, style in self.by_id.items()
            if style.get(W + "default") in {"1", "true", "on"}
        }

    def chain(self, style_id: str | None, kind: str = "paragraph") -> tuple[Element, ...]:
        """A style and those it is based on, nearest first; the default of `kind` for none."""
        if style_id not in self.by_id:
            style_id = self.defaults.get(kind)
        if style_id not in self._chains:
            self._chains[style_id] = tuple(self._based(style_id))
        return self._chains[style_id]

    def _based(self, style_id: str | None) -> list[Element]:
        found: list[Element] = []
        while style_id in self.by_id and self.by_id[style_id] not in found:
            found.append(self.by_id[style_id])
            style_id = value(found[-1], W + "basedOn")
        return found

    def default(self, kind: str) -> tuple[Element, ...]:
        """The document's default `rPr` or `pPr`."""
        path = f"{W}docDefaults/{W}{kind}Default/{W}{kind}"
        found = self.root.find(path) if self.root is not None else None
        return () if found is None else (found,)

    def of_run(
        self, run: Element, paragraph: tuple[Element, ...], table: tuple[Element, ...] = ()
    ) -> Layers:
        """The layers of a run in a paragraph with that chain of styles."""
        own = run.find(W + "rPr")
        named = value(own, W + "rStyle")
        return Layers(
            () if own is None else (own,),
            _parts(self.chain(named, "character"), "rPr") if named else (),
            _parts(paragraph, "rPr"),
            table,
            self.default("rPr"),
        )

    def fonts(self, layers: Layers) -> dict[str, str]:
        """The font of each slot."""
        found: dict[str, str] = {}
        for layer in layers.all:
            found = fonts.named(layer, self.theme) | found
        return {slot: found.get(slot, fonts.FALLBACK) for slot in fonts.SLOTS}


def _parts(chain: tuple[Element, ...], name: str) -> tuple[Element, ...]:
    found = (style.find(W + name) for style in chain)
    return tuple(one for one in found if one is not None)


def paragraph_parts(chain: tuple[Element, ...]) -> tuple[Element, ...]:
    """The `w:pPr` of a chain of styles."""
    return _parts(chain, "pPr")


def toggled(layers: Layers, name: str) -> bool:
    """Whether a toggle property (17.7.3) is on: styles of different kinds cancel each other."""
    own = _first(layers.own, name)
    if own is not None:
        return own
    if _first(layers.default, name):
        return True
    said = (_first(group, name) for group in (layers.character, layers.paragraph, layers.table))
    return sum(map(bool, said)) % 2 == 1


def _first(group: tuple[Element, ...], name: str) -> bool | None:
    said = (switch(layer, name) for layer in group)
    return next((on for on in said if on is not None), None)


def nearest(layers: Layers, name: str) -> str | None:
    """The `w:val` of a property, from the nearest layer that has it."""
    said = (value(layer, W + name) for layer in layers.all)
    return next((one for one in said if one is not None), None)


def is_complex(layers: Layers) -> bool:
    """Whether a run is of complex script: it has sizes and weights of its own."""
    return bool(_first(layers.all, "cs") or _first(layers.all, "rtl"))


def face(layers: Layers, font: str) -> Face:
    """How characters of a run look that take `font`."""
    other = "Cs" if is_complex(layers) else ""
    half_points = number(nearest(layers, "sz" + other))
    underline = nearest(layers, "u")
    return Face(
        font=font,
        size=half_points / 2 if half_points else _OWN_SIZE,
        bold=toggled(layers, "b" + other),
        italic=toggled(layers, "i" + other),
        underline=underline not in {None, "none"},
        caps=toggled(layers, "caps"),
        raised=nearest(layers, "vertAlign") in {"superscript", "subscript"},
        colour=_colour(nearest(layers, "color")),
        language=_language(layers),
    )


def _colour(said: str | None) -> str:
    """A colour as it prints: what cannot be told from black is black."""
    if said is None or said in _FAINT:
        return "000000"
    try:
        channels = bytes.fromhex(said)
    except ValueError:
        return said
    return "000000" if max(channels, default=0) <= _BLACK else said.upper()


def _language(layers: Layers) -> str:
    said = (layer.find(W + "lang") for layer in layers.all)
    names = (one.get(W + "val") for one in said if one is not None)
    return next(filter(None, names), "")
