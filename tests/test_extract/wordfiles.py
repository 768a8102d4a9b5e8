"""Small .docx files put together from raw WordprocessingML, as Word and other programs write it."""

import io
import zipfile

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def package(body: str, *, main: str = MAIN, **parts: str) -> bytes:
    """A Word file; `parts` are the insides of `styles`, `numbering`, `footnotes`."""
    types = f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
    relations = ""
    files = {"word/document.xml": xml("document", f"<w:body>{body}</w:body>")}
    for number, (name, inside) in enumerate(parts.items()):
        types += f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE.format(name)}"/>'
        relations += f'<Relationship Id="r{number}" Type="{RELATION}{name}" Target="{name}.xml"/>'
        files[f"word/{name}.xml"] = xml(name, inside)
    files["[Content_Types].xml"] = content_types(types)
    files["_rels/.rels"] = relationships(
        f'<Relationship Id="r1" Type="{RELATION}officeDocument" Target="word/document.xml"/>'
    )
    files["word/_rels/document.xml.rels"] = relationships(relations)
    return zipped(files)


def xml(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{inside}</w:{name}>'


def content_types(overrides: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(inside: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'


def zipped(files: dict[str, str] | dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, look: str = "", style: str = "", mark: str = "") -> str:
    """A paragraph of runs or plain texts; `look` is more of its properties, `mark` its mark's."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{named}{look}{marked}</w:pPr>{inside}</w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph in a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, look=place)


def level(depth: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(number: int, *levels: str, more: str = "") -> str:
    """The definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    """A list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def tbl(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(*blocks: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<") else p(one) for one in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"
