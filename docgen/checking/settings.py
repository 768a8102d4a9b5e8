"""How a paragraph is set: alignment, indents, gaps and borders, all layers merged."""

from collections.abc import Iterator

from docgen.checking.document import Align, Setting
from docgen.checking.xml import TWIPS_PER_MM, TWIPS_PER_PT, Element, W, number, switch, value

_ALIGNMENTS: dict[str | None, Align] = {
    "both": "justify",
    "distribute": "justify",
    "center": "center",
    "right": "right",
    "end": "right",
}
_SAME = {"start": "left", "end": "right"}
_AUTO = 14.0
"""What Word leaves where a gap is automatic (pt)."""
_LINE = 240.0
NONE = frozenset({"nil", "none"})


def setting(layers: tuple[Element, ...], style: str) -> Setting:
    """The setting that `layers` of `w:pPr`, from near to far, give a paragraph of that style."""
    indents, gaps = merged(layers, "ind"), merged(layers, "spacing")
    lines, exactly = _line(gaps)
    contextual = (switch(layer, "contextualSpacing") for layer in layers)
    return Setting(
        align=_align(layers),
        first=_first(indents),
        left=_mm(indents.get("left")),
        right=_mm(indents.get("right")),
        before=_gap(gaps, "before"),
        after=_gap(gaps, "after"),
        lines=lines,
        exactly=exactly,
        at_least=gaps.get("lineRule") == "atLeast",
        contextual=bool(next((on for on in contextual if on is not None), False)),
        style=style,
        tabs=tuple(_tabs(layers)),
    )


def _tabs(layers: tuple[Element, ...]) -> Iterator[tuple[float, str]]:
    """The tab stops; the nearest layer that speaks of a place decides on it."""
    decided: set[str] = set()
    for layer in layers:
        for stop in layer.iterfind(f"{W}tabs/{W}tab"):
            place, kind = stop.get(W + "pos", "0"), stop.get(W + "val", "left")
            if place not in decided and kind != "clear":
                yield _mm(place), kind
            decided.add(place)


def merged(layers: tuple[Element, ...], name: str) -> dict[str, str]:
    """The attributes of a property, each from the nearest layer that has it.

    A hanging indent takes the place of one of the first line, and the other way round.
    """
    found: dict[str, str] = {}
    for layer in layers:
        said = layer.find(W + name)
        if said is None:
            continue
        own = {_plain(key): str(text) for key, text in said.attrib.items()}
        for one, other in (("hanging", "firstLine"), ("firstLine", "hanging")):
            if one in found:
                own.pop(other, None)
        found = own | found
    return found


def _plain(key: str | bytes) -> str:
    name = str(key).rpartition("}")[2]
    return _SAME.get(name, name)


def _align(layers: tuple[Element, ...]) -> Align:
    """The alignment; of a framed paragraph, that of the frame on the page."""
    frame = merged(layers, "framePr").get("xAlign")
    said = (value(layer, W + "jc") for layer in layers)
    return _ALIGNMENTS.get(frame or next(filter(None, said), None), "left")


def _first(indents: dict[str, str]) -> float:
    """The first line's indent in mm, negative where it hangs."""
    return _mm(indents.get("firstLine")) - _mm(indents.get("hanging"))


def _gap(gaps: dict[str, str], name: str) -> float:
    if gaps.get(f"{name}Autospacing") in {"1", "true", "on"}:
        return _AUTO
    return (number(gaps.get(name)) or 0) / TWIPS_PER_PT


def _line(gaps: dict[str, str]) -> tuple[float | None, float | None]:
    """Line spacing in lines and in pt, one of them `None`."""
    said = number(gaps.get("line"))
    if said is None:
        return 1.0, None
    if gaps.get("lineRule", "auto") == "auto":
        return said / _LINE, None
    return None, said / TWIPS_PER_PT


def _mm(twips: str | None) -> float:
    return (number(twips) or 0) / TWIPS_PER_MM


def bordered(layers: tuple[Element, ...]) -> tuple[str, ...]:
    """The sides, top or bottom, at which the paragraph has a drawn border."""
    found = []
    for side in ("top", "bottom"):
        said = (value(layer, f"{W}pBdr/{W}{side}") for layer in layers)
        if next((one for one in said if one is not None), "nil") not in NONE:
            found.append(side)
    return tuple(found)
