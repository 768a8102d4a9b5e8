"""`kehoach doctor`: what is installed, from where, and what works without the rest."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from gettext import gettext as _
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import click
from rich import box
from rich.table import Table

from docgen import templates
from extract.readers.scan import tesseract
from kehoach import __version__, bundled
from kehoach.command import Command
from kehoach.show import console
from plan import office
from plan.messages import N_

PACKAGES = {
    "click": N_("the command line"),
    "cryptography": N_("who signed a PDF file"),
    "docxtpl": N_("writing Word files"),
    "jinja2": N_("writing Word files"),
    "lxml": N_("reading Word files"),
    "numpy": N_("cleaning scanned pages"),
    "olefile": N_("reading old Word files (.doc)"),
    "pdfplumber": N_("tables of PDF files"),
    "pillow": N_("cleaning scanned pages"),
    "psutil": N_("running LibreOffice and Tesseract"),
    "pydantic": N_("checking data and profiles"),
    "pypdfium2": N_("reading PDF files"),
    "python-docx": N_("opening Word files, comments in drafts"),
    "pyyaml": N_("writing data as YAML"),
    "regex": N_("finding numbers, dates and citations"),
    "rich": N_("tables on the screen"),
    "spacy": N_("finding units, roles and quantities"),
    "xlsxwriter": N_("writing workbooks (.xlsx)"),
}
"""Distribution → what it is needed for; every one is a run-time dependency."""

FONT_FILES = (
    Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts" / "times.ttf",
    Path("/System/Library/Fonts/Supplemental/Times New Roman.ttf"),
)
GOOD_FONTS = ("Times New Roman", "Liberation Serif", "Tinos")
"""Fonts with the widths of Times New Roman."""

LIBRARY = Path(sysconfig.get_path("purelib"))
"""Where packages are usually installed."""

SECONDS = 20
"""How long another program may take to tell its version."""

Row = tuple[str, str, str]


@click.command(
    cls=Command,
    help=N_("Show what is installed, from where, and what works without the rest."),
    examples=["kehoach doctor"],
)
def command() -> None:
    """Print a table of everything the program uses."""
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    for heading in (_("What"), _("Found"), _("Needed for")):
        table.add_column(heading, overflow="fold")
    for row in (*_own(), *_packages(), _office(), _tesseract(), _font()):
        table.add_row(*row)
    console().print(table)


def _own() -> Iterator[Row]:
    home = Path(__file__).parents[2]
    yield "kehoach", f"{__version__}, {home}", _("this program")
    yield "Python", f"{sys.version.split()[0]}, {sys.executable}", _("everything")
    yield _("packages"), str(LIBRARY), _("everything")
    yield _("templates"), ", ".join(templates.names()), _("writing Word files")
    yield _("samples"), str(bundled.folder()), "kehoach demo"


def _packages() -> Iterator[Row]:
    for name, purpose in PACKAGES.items():
        try:
            found = _where(distribution(name))
        except PackageNotFoundError:
            found = _("missing; install it with: pip install {name}").format(name=name)
        yield name, found, _(purpose)


def _where(package: Distribution) -> str:
    """The version, and the folder where it is not that of the other packages."""
    folder = Path(str(package.locate_file("")))
    return package.version if folder == LIBRARY else f"{package.version}, {folder}"


def _office() -> Row:
    purpose = _("pages as PDF, a second way to read old Word files; all else works without it")
    program = office.program()
    if program is None:
        found = _("not found; install it from libreoffice.org or with: apt install libreoffice")
        return "LibreOffice", found, purpose
    said = _said([str(program), "--version"]).removeprefix("LibreOffice ")
    return "LibreOffice", ", ".join(filter(None, (said, str(program)))), purpose


def _tesseract() -> Row:
    purpose = _("reading scans and pictures; everything else works without it")
    program = tesseract.program()
    if program is None:
        found = _("not found; install it: apt install tesseract-ocr tesseract-ocr-vie")
        return "Tesseract", found, purpose
    known = tesseract.languages(program)
    missing = [name for name in tesseract.LANGUAGES if name not in known]
    said = _said([str(program), "--version"]).removeprefix("tesseract ")
    lacks = _("no data for: {names}").format(names=", ".join(missing)) if missing else ""
    return "Tesseract", ", ".join(filter(None, (said, str(program), lacks))), purpose


def _font() -> Row:
    purpose = _("pages that break where they do in other offices")
    file = next((file for file in FONT_FILES if file.exists()), None)
    if file:
        return "Times New Roman", str(file), purpose
    match = shutil.which("fc-match")
    family = _said([match, "-f", "%{family}", "Times New Roman"]) if match else ""
    if any(family.startswith(good) for good in GOOD_FONTS):
        return "Times New Roman", family, purpose
    found = _("not found; install it, or run: apt install fonts-liberation2")
    return "Times New Roman", found, purpose


def _said(call: list[str]) -> str:
    """The first line that another program prints, or nothing where it fails."""
    try:
        result = subprocess.run(  # noqa: S603 - a program found on this system, fixed arguments
            call, capture_output=True, check=True, text=True, encoding="utf-8", timeout=SECONDS
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return result.stdout.strip().split("\n")[0]
