"""LibreOffice, which turns other formats into Word files and Word files into PDF.

It is an outside program: found or not (`program`), and run (`convert`) with a profile of its own,
macros off, for a limited time; what it started is ended with it.
"""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from plan import programs
from plan.errors import LimitError, MissingToolError, UnreadableError
from plan.messages import N_

PROGRAMS = ("soffice", "libreoffice")
FOLDERS = (
    Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / "LibreOffice" / "program",
    Path("/Applications/LibreOffice.app/Contents/MacOS"),
)
"""Where it stands on Windows and macOS without being on the search path."""
SECONDS = 120
FILTERS = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_pdf_Export"}
SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""No macro of a document runs, and nothing that it points to is fetched."""


def program() -> Path | None:
    """The program's file, or `None` where LibreOffice is not installed."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None) or next(
        filter(None, (shutil.which("soffice", path=folder) for folder in FOLDERS)), None
    )
    return Path(found) if found else None


def convert(source: Path, form: Literal["docx", "pdf"], name: str) -> bytes:
    """The document `source` in another form; `name` is what errors call it.

    Raises:
        MissingToolError: LibreOffice is not installed.
        LimitError: it took longer than `SECONDS`.
        UnreadableError: it could not read the document.
    """
    office = program()
    if office is None:
        raise MissingToolError(
            N_(
                "{file}: this needs LibreOffice; install it from libreoffice.org "
                "or with: apt install libreoffice"
            ),
            file=name,
        )
    with TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        home, out = Path(folder) / "profile", Path(folder) / "out"
        (home / "user").mkdir(parents=True)
        (home / "user" / "registrymodifications.xcu").write_text(SETTINGS, "utf-8")
        call = [
            str(office),
            f"-env:UserInstallation={home.as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            FILTERS[form],
            "--outdir",
            str(out),
            str(source.resolve()),
        ]
        run(call, name)
        made = list(out.glob(f"*.{form}"))
        if len(made) != 1:
            raise UnreadableError(
                N_("{file}: LibreOffice cannot open the file; it is damaged or no document"),
                file=name,
            )
        return made[0].read_bytes()


def printed(document: bytes, name: str) -> bytes:
    """The pages of a Word document as PDF; errors as of `convert`."""
    with TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "document.docx"
        file.write_bytes(document)
        return convert(file, "pdf", name)


def run(call: Sequence[str], name: str) -> None:
    """Run LibreOffice to its end, or end it when its time is over (`LimitError`)."""
    try:
        programs.run(call, SECONDS)
    except programs.OutOfTimeError:
        raise LimitError(
            N_("{file}: LibreOffice did not finish within {seconds} seconds; open the file in it"),
            file=name,
            seconds=SECONDS,
        ) from None
