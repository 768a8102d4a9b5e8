"""Documents in the forms that LibreOffice can save."""

import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from plan import office

Save = Callable[[bytes, str], bytes]


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory, soffice: Callable[[bytes], Path]) -> Save:
    """Save a .docx in another form with LibreOffice, whose presence `soffice` sees to."""
    assert soffice
    program = str(office.program())
    home = tmp_path_factory.mktemp("home").as_uri()

    @cache
    def save(document: bytes, form: str) -> bytes:
        folder = tmp_path_factory.mktemp("forms")
        source = folder / "document.docx"
        source.write_bytes(document)
        command = [program, f"-env:UserInstallation={home}", "--headless"]
        command += ["--convert-to", form, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return source.with_suffix(f".{form}").read_bytes()

    return save
