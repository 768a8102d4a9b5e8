"""Putting properties into WordprocessingML where its schema wants them (ISO/IEC 29500-1, A.1)."""

from lxml import etree

from docgen.checking.xml import Element, W

_NAMES = {
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings sectPrChange"
    ),
}
"""The children of each kind of properties, in order."""
_ORDER = {W + kind: tuple(names.split()) for kind, names in _NAMES.items()}


def properties(owner: Element, kind: str) -> Element:
    """The properties of a run or paragraph (`rPr`, `pPr`); made where there are none."""
    found = owner.find(W + kind)
    if found is None:
        found = etree.Element(W + kind)
        owner.insert(0, found)
    return found


def put(parent: Element, name: str, **attributes: str) -> Element:
    """The property `name` in `parent`, made where it is missing, with those attributes set."""
    found = parent.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        insert(parent, found)
    for key, text in attributes.items():
        found.set(W + key, text)
    return found


def insert(parent: Element, child: Element) -> None:
    """Insert `child` into `parent` before all that the schema wants behind it."""
    order = _ORDER[str(parent.tag)]
    behind = {W + name for name in order[order.index(str(child.tag).removeprefix(W)) + 1 :]}
    place = next((n for n, one in enumerate(parent) if one.tag in behind), len(parent))
    parent.insert(place, child)


def forget(element: Element, *names: str) -> None:
    """Take attributes away, where they are."""
    for name in names:
        if W + name in element.attrib:
            del element.attrib[W + name]
