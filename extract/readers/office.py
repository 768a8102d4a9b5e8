"""Reading old Word files (.doc), RTF and OpenDocument: LibreOffice makes Word files of them."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from extract.layout import Layout
from extract.readers import docx
from extract.recognise import recognise
from plan import office


def read(path: Path) -> Layout:
    """The document at `path`; each `Line` is a paragraph.

    Raises:
        MissingToolError: LibreOffice is not installed.
        UnreadableError: LibreOffice cannot read the file.
        LimitError: over a limit of size or time.
    """
    form = recognise(path)
    with TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        # LibreOffice goes by a file's ending too, and the name's may be another's.
        source, made = Path(folder) / f"document.{form}", Path(folder) / path.name
        source.write_bytes(path.read_bytes())
        made.write_bytes(office.convert(source, "docx", path.name))
        return replace(docx.read(made), format=form)
