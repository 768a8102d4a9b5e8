# ruff: noqa: INP001 - a script beside what it makes
"""Builds the templates (`ke-hoach.docx` and the others) by Decree 30/2020/NĐ-CP.

    python templates/build.py [FOLDER]

The templates are written from `styles.py` (sizes, weights, spacing), `blocks.py` (head, title,
signature, appendices) and `documents.py` (each template); sizes and margins are those of the rules
that documents are checked against (`docgen/data/rules`). A test holds the files to these scripts.
"""

import io
import sys
import zipfile
from pathlib import Path

from documents import DOCUMENTS
from markup import OFFICE, paragraph, run, section_properties
from styles import FIRST_LINE, WORD, styles_part

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def document_part(body: str) -> str:
    """`document.xml`, closed by the properties of its last section."""
    whole = body + paragraph("SectionEnd") + section_properties()
    return f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{whole}</w:body></w:document>'


def header_part() -> str:
    """`header1.xml`: the page number, centred in the top margin (khoản 7)."""
    number = f'<w:fldSimple w:instr=" PAGE ">{run("2")}</w:fldSimple>'
    return f'<w:hdr xmlns:w="{WORD}">{paragraph("Header", number)}</w:hdr>'


def settings_part() -> str:
    """`settings.xml`: Word's current layout rules, Vietnamese separators."""
    return (
        f'<w:settings xmlns:w="{WORD}"><w:defaultTabStop w:val="{FIRST_LINE}"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def core_part(title: str) -> str:
    """`core.xml`: filled in when a plan is rendered."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def relationships(*targets: tuple[str, str]) -> str:
    """A relationships part: pairs of a type and a target, numbered from rId1."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def content_types() -> str:
    """`[Content_Types].xml`."""
    types = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "/word/settings.xml": f"{WORD_TYPE}.settings+xml",
        "/word/header1.xml": f"{WORD_TYPE}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    links = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{links}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def build(name: str) -> bytes:
    """The whole template; always the same bytes."""
    body, title = DOCUMENTS[name]
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            (f"{OFFICE}/officeDocument", "word/document.xml"), (core, "docProps/core.xml")
        ),
        "docProps/core.xml": core_part(title),
        "word/_rels/document.xml.rels": relationships(
            (f"{OFFICE}/styles", "styles.xml"),
            (f"{OFFICE}/settings", "settings.xml"),
            (f"{OFFICE}/header", "header1.xml"),
        ),
        "word/document.xml": document_part(body()),
        "word/header1.xml": header_part(),
        "word/settings.xml": settings_part(),
        "word/styles.xml": styles_part(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, xml in parts.items():
            text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'
            package.writestr(zipfile.ZipInfo(part), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent
    for template in DOCUMENTS:
        (folder / f"{template}.docx").write_bytes(build(template))
