"""Looking into a .docx as tests do: its XML, part by part."""

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def contents(document: bytes) -> dict[str, bytes]:
    """The parts by their names."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(document: bytes, name: str = "word/document.xml") -> etree._Element:
    """The root element of a part."""
    return etree.fromstring(contents(document)[name])


def styled(document: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph of the body, cells included, in order."""
    return [(style(p), text(p)) for p in part(document).iter(W + "p")]


def style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(W + "val", "")


def text(element: etree._Element) -> str:
    """The text of an element, with line breaks and tabs."""
    signs = {W + "t": None, W + "br": "\n", W + "tab": "\t"}
    pieces = (one for one in element.iter(*signs))
    return "".join(one.text or "" if signs[one.tag] is None else signs[one.tag] for one in pieces)


def texts(document: bytes, name: str) -> list[str]:
    """The texts of the paragraphs in one style."""
    return [text for found, text in styled(document) if found == name]
