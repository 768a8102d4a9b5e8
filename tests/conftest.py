"""Fixtures that several rooms share."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from commandline import Run
from hypothesis import settings

from extract.readers.scan import tesseract
from kehoach.cli import cli
from kehoach.language import speak

# Every run tries the same examples (`make fuzz` looks for others), however long they take.
settings.register_profile("kehoach", deadline=None, derandomize=True)
settings.load_profile("kehoach")

ToPdf = Callable[[bytes], Path]
AllToPdf = Callable[[Sequence[bytes]], list[Path]]
Save = Callable[[Sequence[bytes], str], list[Path]]
FORMS = {"pdf": "pdf", "docx": "docx:MS Word 2007 XML"}


@pytest.fixture(scope="session")
def save_all(tmp_path_factory: pytest.TempPathFactory) -> Save:
    """Save .docx files as `pdf` or `docx` with one call of LibreOffice; gives their paths.

    Without LibreOffice the test is skipped on a person's machine, and fails where `CI` is set.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is missing: CI must print pages")
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("libreoffice").as_uri()

    def save(documents: Sequence[bytes], form: str) -> list[Path]:
        folder = tmp_path_factory.mktemp("printed")
        sources = [folder / f"{number}.docx" for number in range(len(documents))]
        for source, document in zip(sources, documents, strict=True):
            source.write_bytes(document)
        out = folder / "saved"
        options = ["--headless", "--convert-to", FORMS[form], "--outdir", str(out)]
        command = [program, f"-env:UserInstallation={profile}", *options, *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return [out / f"{source.stem}.{form}" for source in sources]

    return save


@pytest.fixture(scope="session")
def print_all(save_all: Save) -> AllToPdf:
    """Print .docx files with one call of LibreOffice; gives the paths of the PDFs."""
    return lambda documents: save_all(documents, "pdf")


@pytest.fixture(scope="session")
def soffice(print_all: AllToPdf) -> ToPdf:
    """Print one .docx; gives the path of the PDF."""
    return lambda document: print_all([document])[0]


@pytest.fixture(scope="session")
def recognition() -> None:
    """Tesseract with Vietnamese: without it the test is skipped, and fails where `CI` is set."""
    program = tesseract.program()
    if program is None or not tesseract.languages(program).issuperset(tesseract.LANGUAGES):
        if os.environ.get("CI"):
            pytest.fail("Tesseract with Vietnamese is missing: CI must read scans")
        pytest.skip("Tesseract with Vietnamese is not installed")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the command line in this process, in English unless told otherwise."""
    monkeypatch.setenv("LANGUAGE", "en")
    speak()

    def call(*arguments: str | Path) -> Result:
        return CliRunner().invoke(cli, [str(a) for a in arguments], prog_name="kehoach")

    return call
