"""Documents in the forms that LibreOffice can save, and a recogniser that takes no time."""

import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from extract.readers import pdf_scans, picture
from extract.readers.scan import pages
from plan import office

Save = Callable[[bytes, str], bytes]
SaveAll = Callable[[tuple[bytes, ...], str], list[bytes]]
HOCR = """<html><body><span class="ocr_line" title="bbox 400 400 900 440; x_size 40">
<span class="ocrx_word" title="bbox 400 400 500 440; x_wconf 91">Kế</span>
<span class="ocrx_word" title="bbox 520 400 700 440; x_wconf 95">hoạch</span>
</span></body></html>""".encode()


@pytest.fixture(scope="session")
def saved_all(
    tmp_path_factory: pytest.TempPathFactory, soffice: Callable[[bytes], Path]
) -> SaveAll:
    """Save .docx files in another form with LibreOffice, whose presence `soffice` sees to."""
    assert soffice
    program = str(office.program())
    home = tmp_path_factory.mktemp("home").as_uri()

    @cache
    def save(documents: tuple[bytes, ...], form: str) -> list[bytes]:
        folder = tmp_path_factory.mktemp("forms")
        sources = [folder / f"{number}.docx" for number in range(len(documents))]
        for source, document in zip(sources, documents, strict=True):
            source.write_bytes(document)
        command = [program, f"-env:UserInstallation={home}", "--headless"]
        command += ["--convert-to", form, "--outdir", str(folder), *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        return [source.with_suffix(f".{form}").read_bytes() for source in sources]

    return save


@pytest.fixture(scope="session")
def saved(saved_all: SaveAll) -> Save:
    """Save one .docx in another form."""
    return lambda document, form: saved_all((document,), form)[0]


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that finds the same words on every page, at once."""
    monkeypatch.setattr(pages, "cleaned", lambda page: page.convert("L"))
    monkeypatch.setattr(picture, "DPI", 20)
    for module in (picture, pdf_scans):
        monkeypatch.setattr(module, "ready", lambda _: Path("tesseract"))
    monkeypatch.setattr(pages, "recognise", lambda *_: HOCR)
