"""Templates made for one test."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from docx import Document


def template(folder: Path, *paragraphs: str, cells: tuple[str, ...] = ()) -> Path:
    """A template of one's own."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells:
        for cell, text in zip(document.add_table(1, len(cells)).rows[0].cells, cells, strict=True):
            cell.text = text
    file = folder / "mẫu của tôi.docx"
    document.save(str(file))
    return file


def rewritten(
    source: Path,
    target: Path,
    change: Mapping[str, Callable[[bytes], bytes]],
    more: Mapping[str, bytes] | None = None,
) -> Path:
    """A copy of a package with some parts changed and some added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, bytes)(old.read(name)))
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return target
