"""Reading old Word files (.doc) and RTF: by ourselves, or by what LibreOffice makes of them."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from extract.layout import Layout
from extract.readers import doc, docx, rtf
from extract.recognise import recognise
from plan import office
from plan.errors import KehoachError, LimitError, MissingToolError, UnreadableError
from plan.messages import N_
from plan.model import Finding


def read(path: Path) -> Layout:
    """The document at `path`; each `Line` is a paragraph.

    Raises:
        MissingToolError: older than Word 97, and LibreOffice is not installed.
        UnreadableError: damaged, or locked by a password.
        LimitError: over a limit of size.
    """
    return read_doc(path) if recognise(path) == "doc" else read_rtf(path)


def read_doc(path: Path) -> Layout:
    """A .doc as LibreOffice reads it, where it does."""
    try:
        return converted(path, "doc")
    except MissingToolError:
        return doc.read(path)
    except (UnreadableError, LimitError) as error:
        layout = doc.read(path)
        return replace(layout, findings=(*layout.findings, failure(error)))


def read_rtf(path: Path) -> Layout:
    """An RTF file as we read it; where that loses something, as LibreOffice does."""
    layout = rtf.read(path)
    if not layout.losses:
        return layout
    try:
        return converted(path, "rtf")
    except (MissingToolError, UnreadableError, LimitError):
        return layout


def failure(error: KehoachError) -> Finding:
    """That LibreOffice failed on a file that we can read."""
    return Finding(
        code="office-failed",
        severity="info",
        template=N_("LibreOffice did not read the file, so it was read without it ({cause})"),
        args={"cause": str(error)},
    )


def converted(path: Path, form: str) -> Layout:
    """The document at `path` as LibreOffice reads it."""
    with TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        # LibreOffice goes by a file's ending too, and the name's may be another's.
        source, made = Path(folder) / f"document.{form}", Path(folder) / path.name
        source.write_bytes(path.read_bytes())
        made.write_bytes(office.convert(source, "docx", path.name))
        return replace(docx.read(made), format=form, reader="LibreOffice")
