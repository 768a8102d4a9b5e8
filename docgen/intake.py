"""Taking in a template's file: within limits, a Word document, without macros and outside links."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from docgen.faults import Fault
from plan.errors import ConfigurationError, LimitError
from plan.messages import N_

MOST_BYTES = 60_000_000
MOST_PARTS = 2_000
MOST_XML = 10_000_000
"""Of one part of XML; a template's text is a few hundred thousand."""
_NOT_WORD = (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError)
_MACROS = ("vbaproject", "vbadata", "activex/", "embeddings/oleobject")
_HARMLESS = RELATIONSHIP_TYPE.HYPERLINK
_FOREIGN_TEXT = "/aFChunk"
"""The kind of link to a whole document of another form, which Word takes in when it opens."""
_FETCHING = re.compile(
    r"\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|LINK|DDE|DDEAUTO|IMPORT|DATABASE|RD|AUTOTEXT)\b"
)
"""Fields that put into the text what stands elsewhere."""


def opened(file: Path) -> DocxTemplate:
    """The template in `file`.

    Raises:
        ConfigurationError: it is not a Word document.
        LimitError: it would not fit into memory when unpacked.
    """
    data = file.read_bytes()
    try:
        _weigh(data, file.name)
        template = DocxTemplate(io.BytesIO(data))
        template.get_docx()
    except _NOT_WORD as error:
        message = N_("{file}: the template is not a Word document (.docx)")
        raise ConfigurationError(message, file=file.name) from error
    return template


def _weigh(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
    xml = max((one.file_size for one in entries if one.filename.endswith(".xml")), default=0)
    whole = sum(one.file_size for one in entries)
    if whole > MOST_BYTES or xml > MOST_XML or len(entries) > MOST_PARTS:
        raise LimitError(
            N_("{file}: the template is too large when unpacked ({size} MB); take pictures out"),
            file=name,
            size=max(1, whole // 1_000_000),
        )


def outside(file: Path) -> Iterator[Fault]:
    """Macros in a template, and links that fetch something from elsewhere when it is opened."""
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            if any(word in name.lower() for word in _MACROS):
                message = N_("{place}: a macro or an embedded program; save as .docx without it")
                yield Fault.of(message, name)
            if name.endswith(".rels"):
                yield from _links(name, package.read(name))
            elif name.startswith("word/") and name.endswith(".xml"):
                yield from _fields(name, package.read(name))


def _fields(name: str, xml: bytes) -> Iterator[Fault]:
    """Fields that fetch; Word may have cut their words into pieces."""
    root = _parsed(xml)
    codes = "".join(piece.text or "" for piece in root.iter(qn("w:instrText")))
    simple = " ".join(field.get(qn("w:instr"), "") for field in root.iter(qn("w:fldSimple")))
    for code in dict.fromkeys(_FETCHING.findall(f"{codes} {simple}")):
        message = N_("{place}: the field {code} fetches from elsewhere; type the text itself")
        yield Fault.of(message, name, code=code)


def _parsed(xml: bytes) -> etree._Element:
    """The root of a part, however damaged; nothing that it declares is expanded or fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(xml.strip() or b"<nothing/>", parser)
    return etree.Element("nothing") if root is None else root


def _links(name: str, xml: bytes) -> Iterator[Fault]:
    for link in _parsed(xml):
        kind = link.get("Type", "")
        outside = link.get("TargetMode") == "External" and kind != _HARMLESS
        if outside or kind.endswith(_FOREIGN_TEXT):
            yield Fault.of(
                N_(
                    "{place}: a link to {target}, which would be fetched when the document is "
                    "opened; insert the picture itself, detach the other template"
                ),
                name,
                target=link.get("Target", ""),
            )
