"""Tesseract, which recognises the letters in a picture.

It is an outside program: found or not (`program`), with the data for Vietnamese or not
(`languages`), and run page by page (`recognise`) on one core, for a limited time.
"""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image

from plan import programs
from plan.errors import LimitError, MissingToolError, UnreadableError
from plan.messages import N_

FOLDERS = (
    Path(os.environ.get("PROGRAMFILES", "C:/Program Files")) / "Tesseract-OCR",
    Path("/opt/homebrew/bin"),
)
"""Where it stands on Windows and macOS without being on the search path."""
LANGUAGES = ("vie", "eng")
"""Its data that are needed; it brings English itself."""
SECONDS = 120
"""For one page; a slow office computer takes about ten."""
PROBE_SECONDS = 20
MODES = {"page": ("-l", "vie", "--psm", "11"), "figures": ("-l", "eng", "--psm", "6")}
"""`page` finds print wherever it stands, in columns and cells too; `figures` are one below another.

The program's own finding of columns and tables is not used: it joins the two columns of the head
and loses a fifth of the words of a ruled table. Lone figures are read far better as English.
"""
KEEP_MARKS = ("-c", "enable_noise_removal=0")
"""What it takes for noise on a level page is dots and hooks of letters."""
ONE_CORE = {"OMP_THREAD_LIMIT": "1"}
"""Its threads wait for each other: with one it is several times as fast."""

Mode = Literal["page", "figures"]


def program() -> Path | None:
    """The program's file, or `None` where Tesseract is not installed."""
    places = (None, *FOLDERS)
    found = next(filter(None, (shutil.which("tesseract", path=place) for place in places)), None)
    return Path(found) if found else None


def languages(tesseract: Path) -> frozenset[str]:
    """The languages that it has data for; none where it does not run."""
    try:
        said = subprocess.run(  # noqa: S603 - a program found on this system, fixed arguments
            [str(tesseract), "--list-langs"], capture_output=True, timeout=PROBE_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(said.stdout.decode("utf-8", "replace").split())


def ready(name: str) -> Path:
    """The program, able to read Vietnamese; `name` is what errors call the file.

    Raises:
        MissingToolError: it is not installed, or has no data for Vietnamese.
    """
    tesseract = program()
    if tesseract is None:
        raise MissingToolError(
            N_(
                "{file}: the pages are pictures; to read them install Tesseract with Vietnamese: "
                "apt install tesseract-ocr tesseract-ocr-vie, or on Windows the installer from "
                "github.com/UB-Mannheim/tesseract/wiki"
            ),
            file=name,
        )
    if not languages(tesseract).issuperset(LANGUAGES):
        raise MissingToolError(
            N_(
                "{file}: Tesseract has no data for Vietnamese: apt install tesseract-ocr-vie "
                "tesseract-ocr-eng, or "
                "choose Vietnamese in its Windows installer"
            ),
            file=name,
        )
    return tesseract


def recognise(tesseract: Path, picture: Image.Image, dpi: float, mode: Mode, name: str) -> bytes:
    """What stands in a picture, as hOCR (words with boxes in dots and a share of certainty).

    Raises:
        LimitError: it took longer than `SECONDS`.
        UnreadableError: it failed.
    """
    options = [*MODES[mode], "--dpi", str(round(dpi)), *KEEP_MARKS, "hocr"]
    with TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as path:
        folder = Path(path)
        picture.save(folder / "page.png", compress_level=1)
        # Names without the folder's: on Windows it cannot open a path with Vietnamese letters.
        call = [str(tesseract), "page.png", "page", *options]
        try:
            failed = programs.run(call, SECONDS, folder, {**os.environ, **ONE_CORE})
        except programs.OutOfTimeError:
            raise LimitError(
                N_("{file}: recognising a page took more than {seconds} seconds; scan it again"),
                file=name,
                seconds=SECONDS,
            ) from None
        made = folder / "page.hocr"
        if failed or not made.exists():
            raise UnreadableError(
                N_("{file}: Tesseract failed on a page; run kehoach doctor, or scan it again"),
                file=name,
            )
        return made.read_bytes()
