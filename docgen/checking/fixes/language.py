"""The language that a document's text is marked with, for spelling and hyphens: Vietnamese."""

from collections import Counter

from lxml import etree

from docgen.checking.document import Document
from docgen.checking.fixes.order import properties, put
from docgen.checking.package import Package
from docgen.checking.xml import Element, W

VIETNAMESE = "vi-VN"


def is_foreign(document: Document) -> bool:
    """Whether most of the text is marked as another language, or as none."""
    letters: Counter[str] = Counter()
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            letters[run.face.language] += len(run.text.strip())
    most = letters.most_common(1)
    return bool(most) and not most[0][0].startswith("vi")


def mark(package: Package) -> bool:
    """Mark all text as Vietnamese, in the defaults and wherever a language is named."""
    styles = package.root(package.related(package.main, "styles"))
    if styles is None:
        return False
    put(properties(_default(styles), "rPr"), "lang", val=VIETNAMESE)
    for root in (styles, package.root(package.main)):
        for language in root.iter(W + "lang") if root is not None else ():
            language.set(W + "val", VIETNAMESE)
    return True


def _default(styles: Element) -> Element:
    """The document's default of runs; made where there is none."""
    defaults = styles.find(W + "docDefaults")
    if defaults is None:
        defaults = etree.Element(W + "docDefaults")
        styles.insert(0, defaults)
    default = defaults.find(W + "rPrDefault")
    if default is None:
        default = etree.Element(W + "rPrDefault")
        defaults.insert(0, default)
    return default
