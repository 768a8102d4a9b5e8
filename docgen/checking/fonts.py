"""Which font a character is set in: the four slots of `w:rFonts`, and the fonts of the theme.

ISO/IEC 29500-1, 17.3.2.26: a run names up to four fonts, and each character decides by its place in
Unicode which of them it takes.
"""

from itertools import groupby

from docgen.checking.xml import A, Element, W

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
FALLBACK = "Times New Roman"
"""What Word takes where nothing names a font."""

_THEME = {
    "ascii": "asciiTheme",
    "hAnsi": "hAnsiTheme",
    "eastAsia": "eastAsiaTheme",
    "cs": "cstheme",
}
_SCRIPTS = {"EastAsia": "ea", "Bidi": "cs"}
_ASCII = "\x80"
_COMPLEX = (("\u0590", "\u08ff"), ("\u0e00", "\u0eff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufefe"))
_EAST = (("\u1100", "\u11ff"), ("\u2e80", "\ua4cf"), ("\uac00", "\ud7ff"), ("\uf900", "\ufaff"),
         ("\ufe30", "\ufe4f"), ("\uff00", "\uffef"))  # fmt: skip


class Theme:
    """The fonts of a document's theme (`theme1.xml`)."""

    def __init__(self, root: Element | None) -> None:
        self.root = root

    def font(self, name: str) -> str | None:
        """The font that a value such as `minorHAnsi` stands for; `None` where there is none."""
        if self.root is None:
            return None
        family = "minorFont" if name.startswith("minor") else "majorFont"
        script = _SCRIPTS.get(name[len("minor") :], "latin")
        for tag in (script, "latin"):
            found = self.root.find(f".//{A}{family}/{A}{tag}")
            if found is not None and found.get("typeface"):
                return found.get("typeface")
        return None


def named(properties: Element | None, theme: Theme) -> dict[str, str]:
    """The fonts that a `w:rPr` itself names, by slot; a theme's font goes before a plain one."""
    fonts = properties.find(W + "rFonts") if properties is not None else None
    if fonts is None:
        return {}
    found = {}
    for slot in SLOTS:
        themed = fonts.get(W + _THEME[slot])
        font = (theme.font(themed) if themed else None) or fonts.get(W + slot)
        if font:
            found[slot] = font
    return found


def slot(letter: str, hint: str | None = None, *, complex_script: bool = False) -> str:
    """The slot that `letter` takes its font from.

    `hint` is the run's `w:hint`, which moves ambiguous characters to the East Asian font.
    """
    if complex_script or _within(letter, _COMPLEX):
        return "cs"
    if letter < _ASCII:
        return "ascii"
    return "eastAsia" if hint == "eastAsia" or _within(letter, _EAST) else "hAnsi"


def stretches(
    text: str, fonts: dict[str, str], hint: str | None = None, *, complex_script: bool = False
) -> list[tuple[str, str]]:
    """`text` cut where its font changes: pairs of characters and font; blanks never cut."""
    if len(set(fonts.values())) == 1 and len(fonts) == len(SLOTS):
        return [(text, fonts["ascii"])]

    def font(letter: str) -> str:
        return fonts.get(slot(letter, hint, complex_script=complex_script), FALLBACK)

    cut: list[tuple[str, str]] = []
    for name, letters in groupby(text, font):
        part = "".join(letters)
        if cut and (name == cut[-1][1] or not part.strip()):
            cut[-1] = (cut[-1][0] + part, cut[-1][1])
        else:
            cut.append((part, name))
    return cut


def _within(letter: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(low <= letter <= high for low, high in ranges)
