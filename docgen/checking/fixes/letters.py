"""Runs changed in place: their look, and single marks of their text."""

from collections.abc import Iterable, Sequence
from copy import deepcopy

from docgen.checking.document import Line, Run, Value
from docgen.checking.fixes.order import forget, properties, put
from docgen.checking.fonts import SLOTS
from docgen.checking.runs import text_length
from docgen.checking.xml import Element, W, children

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WORN = frozenset({"font", "size", "bold", "italic", "underline", "colour", "caps"})
"""The properties of print that letters wear."""
_SWITCHES = {"bold": ("b", "bCs"), "italic": ("i", "iCs"), "caps": ("caps",)}


def alone(run: Run) -> Element | None:
    """The `w:r` of exactly those characters; a longer one is split. `None` where it cannot be."""
    element = run.element
    if element is None or element.getparent() is None:
        return None
    end = run.start + len(run.text)
    if run.start == 0 and end >= text_length(element):
        return element
    pieces = _split(element, (run.start, end))
    return pieces[1] if pieces else None


def _split(element: Element, cuts: tuple[int, int]) -> list[Element] | None:
    """A run made into three, cut at those characters; `None` where it holds more than text."""
    parts = [deepcopy(element) for _ in range(3)]
    bounds = (0, *cuts, text_length(element))
    for part, low, high in zip(parts, bounds, bounds[1:], strict=False):
        if not _keep(part, low, high):
            return None
    for part in parts:
        if any(child.tag != W + "rPr" for child in part):
            element.addprevious(part)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
    return parts


def _keep(element: Element, low: int, high: int) -> bool:
    """Cut a run down to its characters from `low` to `high`; whether it holds only characters."""
    at = 0
    for child in list(element):
        if child.tag == W + "rPr":
            continue
        text = child.text or "" if child.tag == W + "t" else "."
        if child.tag not in {W + name for name in ("t", "tab", "br", "cr", "noBreakHyphen")}:
            return False
        begin, end = max(low - at, 0), min(high - at, len(text))
        if begin >= end:
            element.remove(child)
        elif child.tag == W + "t":
            _write(child, text[begin:end])
        at += len(text)
    return True


def _write(text: Element, letters: str) -> None:
    text.text = letters
    text.set(_SPACE, "preserve")


def wear(runs: Iterable[Run], name: str, value: Value) -> bool:
    """Give runs the property `name` of the catalogue's `look`; whether any was changed."""
    changed = False
    for run in runs:
        element = alone(run)
        if element is not None:
            _wear(properties(element, "rPr"), name, value)
            changed = True
    return changed


def _wear(look: Element, name: str, value: Value) -> None:
    if name in _SWITCHES:
        for tag in _SWITCHES[name]:
            put(look, tag, val="1" if value else "0")
    elif name == "size":
        for tag in ("sz", "szCs"):
            put(look, tag, val=f"{float(value) * 2:.0f}")
    elif name == "underline":
        put(look, "u", val="single" if value else "none")
    elif name == "colour":
        colour = put(look, "color", val=str(value))
        forget(colour, "themeColor", "themeTint", "themeShade")
    elif name == "font":
        fonts = put(look, "rFonts", **dict.fromkeys(SLOTS, str(value)))
        forget(fonts, "asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def replace(line: Line, start: int, end: int, letters: str) -> bool:
    """Put `letters` for the characters `start` to `end` of a line's text; whether that was done.

    It is not where a part of them comes from automatic numbering or is no letter.
    """
    raw = "".join(run.text for run in line.runs)
    label = len(line.text) - len(raw.strip())
    begin = start - label + len(raw) - len(raw.lstrip())
    spots = _spots(line.runs)
    last = begin + end - start
    if start < label or last > len(spots) or None in spots[begin:last]:
        return False
    if begin == last:
        return _append(spots, begin, letters)
    texts = [spot for spot in spots[begin:last] if spot is not None]
    for index, (element, at) in reversed(list(enumerate(texts))):
        text = element.text or ""
        _write(element, text[:at] + (letters if index == 0 else "") + text[at + 1 :])
    return True


def _append(spots: Sequence[tuple[Element, int] | None], place: int, letters: str) -> bool:
    """Put `letters` behind the character before `place`."""
    before = spots[place - 1] if 0 < place <= len(spots) else None
    if before is None:
        return False
    element, at = before
    text = element.text or ""
    _write(element, text[: at + 1] + letters + text[at + 1 :])
    return True


def _spots(runs: Iterable[Run]) -> list[tuple[Element, int] | None]:
    """For every character of some runs the `w:t` and place in it; `None` for tabs and the like."""
    found: list[tuple[Element, int] | None] = []
    for run in runs:
        letters: list[tuple[Element, int] | None] = []
        for child in children(run.element) if run.element is not None else ():
            if child.tag == W + "t":
                letters.extend((child, at) for at in range(len(child.text or "")))
            elif child.tag in {W + name for name in ("tab", "ptab", "br", "cr", "noBreakHyphen")}:
                letters.append(None)
        found.extend(letters[run.start : run.start + len(run.text)])
    return found
