"""Page numbers (số trang) put where they belong: alone, centred in the header, not on page 1."""

import posixpath
from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

from docgen.checking.document import Document, Paragraph, Section
from docgen.checking.fixes.order import insert, properties, put
from docgen.checking.package import Package, no_document
from docgen.checking.pieces import PageNumber
from docgen.checking.xml import Element, R, W

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_SIZE = "26"
"""13 pt in half points."""


def only_number(piece: PageNumber) -> bool:
    """Leave of a page number's paragraph only the number; whether that was done."""
    element = piece.line.paragraph.element
    if element is None:
        return False
    kept = _field(element)
    for child in list(element):
        if child.tag != W + "pPr":
            element.remove(child)
    element.extend(kept)
    return True


def _field(paragraph: Element) -> list[Element]:
    """A field for the number of the page, with the look of the paragraph's first number."""
    look = [one for run in paragraph.iter(W + "r") for one in run.findall(W + "rPr")][:1]
    runs = []
    for kind in ("begin", "instr", "separate", "text", "end"):
        run = etree.Element(W + "r")
        run.extend(deepcopy(one) for one in look)
        run.append(_part(kind))
        runs.append(run)
    return runs


def _part(kind: str) -> Element:
    """One part of the field."""
    if kind == "instr":
        part = etree.Element(W + "instrText")
        part.text = "PAGE"
    elif kind == "text":
        part = etree.Element(W + "t")
        part.text = "2"
    else:
        part = etree.Element(W + "fldChar")
        part.set(W + "fldCharType", kind)
    return part


def drop(paragraph: Paragraph) -> None:
    """Take the page number out of a paragraph, which stays."""
    element = paragraph.element
    for child in list(element) if element is not None else ():
        if child.tag != W + "pPr" and element is not None:
            element.remove(child)


def to_header(package: Package, document: Document, piece: PageNumber) -> bool:
    """Move a page number out of a footer into the header of its section's pages."""
    for section in document.sections:
        kinds = [k for k, all_of in section.footers.items() if piece.line.paragraph in all_of]
        for kind in kinds:
            if section.element is not None:
                header = _part_for(package, section.element, "header", kind)
                header.insert(0, _numbered())
    drop(piece.line.paragraph)
    return True


def _numbered() -> Element:
    """A paragraph with the number of the page, centred."""
    paragraph = etree.Element(W + "p")
    put(properties(paragraph, "pPr"), "jc", val="center")
    for run in _field(paragraph):
        put(properties(run, "rPr"), "sz", val=_SIZE)
        paragraph.append(run)
    return paragraph


def not_on_first(package: Package, document: Document, piece: PageNumber) -> bool:
    """Let page 1 have no number: a title page whose other content is that of all pages."""
    first = document.sections[0]
    if first.element is None:
        return False
    if first.title_page:
        drop(piece.line.paragraph)
        return True
    for kind, paragraphs in (("header", first.headers), ("footer", first.footers)):
        for paragraph in _kept(paragraphs.get("default", ())):
            root = _part_for(package, first.element, kind, "first")
            root.append(deepcopy(paragraph))
    put(first.element, "titlePg", val="1")
    return True


def count_anew(section: Section) -> bool:
    """Count the pages of a section from 1."""
    if section.element is None:
        return False
    put(section.element, "pgNumType", start="1")
    return True


def _kept(paragraphs: tuple[Paragraph, ...]) -> Iterator[Element]:
    """The paragraphs that do not number pages and are not empty."""
    for paragraph in paragraphs:
        if paragraph.element is not None and paragraph.text.strip() and not paragraph.page_field:
            yield paragraph.element


def _part_for(package: Package, section: Element, kind: str, which: str) -> Element:
    """The root of a section's own header or footer for that kind of page; made where missing."""
    links = package.links(package.main)
    for one in section.findall(f"{W}{kind}Reference"):
        if one.get(W + "type", "default") == which:
            root = package.root(links.get(one.get(R + "id", ""), ("", ""))[1])
            if root is not None:
                return root
    root, link = _add_part(package, kind)
    reference = etree.Element(f"{W}{kind}Reference")
    reference.set(W + "type", which)
    reference.set(R + "id", link)
    insert(section, reference)
    return root


def _add_part(package: Package, kind: str) -> tuple[Element, str]:
    """A new empty header or footer: its root, and the relation of the main part to it."""
    folder = posixpath.dirname(package.main)
    number = 1
    while (name := f"{folder}/{kind}{number}.xml") in package.members:
        number += 1
    root = etree.Element(W + _ROOTS[kind], nsmap={"w": W[1:-1], "r": R[1:-1]})
    package.add(name, root)
    types = package.root("[Content_Types].xml")
    links = package.root(f"{folder}/_rels/{posixpath.basename(package.main)}.rels")
    if types is None or links is None:
        raise no_document(package.name)
    entry = etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}")
    entry.set("ContentType", f"{_WORD}.{kind}+xml")
    taken = {one.get("Id") for one in links}
    link = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    relation = etree.SubElement(links, f"{{{_LINKS}}}Relationship", Id=link)
    relation.set("Type", f"{_OFFICE}/{kind}")
    relation.set("Target", posixpath.basename(name))
    return root, link


MOVES: dict[str, Callable[[Package, Document, PageNumber], bool]] = {
    "place": to_header,
    "on_first_page": not_on_first,
}
"""How a number comes to the right place, by the property that was wrong."""
