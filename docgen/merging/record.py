"""What a draft said when it was made, kept inside the Word file that holds it.

A part of custom XML, which Word keeps when it saves. It holds the text of each piece: just what is
needed to see later what a person changed and what changed above, whatever version of the program
made it.
"""

import io

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from docgen import package
from docgen.ink import MARKS
from docgen.merging.units import units

_SPACE = "urn:kehoach:draft:1"
_PLACE = PackURI("/customXml/item1.xml")
_PROPERTIES_PLACE = PackURI("/customXml/itemProps1.xml")
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
    b'<ds:datastoreItem ds:itemID="{6B0F1C52-3D5A-4E0B-9A57-2C1D8E4F7A10}" '
    b'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    b"<ds:schemaRefs/></ds:datastoreItem>"
)
"""What Word writes beside every part of custom XML; a file without it is kept less surely."""
_ROOT, _UNIT = f"{{{_SPACE}}}draft", f"{{{_SPACE}}}unit"
_NO_ENTITIES = etree.XMLParser(resolve_entities=False, no_network=True)


def with_record(document: bytes) -> bytes:
    """The Word file `document` with a record of what it says."""
    word = docx.Document(io.BytesIO(document))
    keep(word, [unit.text for unit in units(word)])
    return saved(word)


def keep(word: Document, texts: list[str]) -> None:
    """Put a record of `texts` into `word`, in place of one that is there."""
    root = etree.Element(_ROOT)
    for text in texts:
        etree.SubElement(root, _UNIT).text = text
    blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    old = _part(word)
    if old is not None:
        old._blob = blob  # noqa: SLF001 - python-docx has no other way to change such a part
        return
    within = word.part.package
    part = Part(_PLACE, CONTENT_TYPE.XML, blob, within)
    kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    properties = Part(_PROPERTIES_PLACE, kind, _PROPERTIES, within)
    part.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    word.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def recorded(word: Document) -> list[str] | None:
    """The texts that `word` had when it was made; `None` where it keeps no record."""
    part = _part(word)
    if part is None:
        return None
    return [unit.text or "" for unit in etree.fromstring(part.blob, _NO_ENTITIES).iter(_UNIT)]


def saved(word: Document) -> bytes:
    """The bytes of `word`; the same content gives the same bytes."""
    out = io.BytesIO()
    word.save(out)
    return package.normalised(out.getvalue(), MARKS)


def _part(word: Document) -> Part | None:
    """The part that holds the record."""
    related = word.part.rels.values()
    parts = (one.target_part for one in related if one.reltype == RELATIONSHIP_TYPE.CUSTOM_XML)
    return next((part for part in parts if _SPACE.encode() in part.blob), None)
