"""The same plan comes out of every form that an office keeps it in."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import extract
from plan import office
from plan.errors import MissingToolError
from plan.records import without_places

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("ke-hoach-*.docx"))
FORMS = ("doc", "rtf", "odt", "html")
WITHOUT = {"source", "findings", "schema_version"}


@pytest.fixture(scope="module")
def kept(
    tmp_path_factory: pytest.TempPathFactory, soffice: Callable[[bytes], Path]
) -> Callable[[Path, str], Path]:
    """Save a sample in another form with LibreOffice, whose presence `soffice` sees to."""
    assert soffice
    folder = tmp_path_factory.mktemp("forms")

    def save(sample: Path, form: str) -> Path:
        command = [str(office.program()), f"-env:UserInstallation={(folder / 'home').as_uri()}"]
        command += ["--headless", "--convert-to", form, "--outdir", str(folder), str(sample)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return folder / f"{sample.stem}.{form}"

    return save


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_form_gives_the_same_plan(
    sample: Path, form: str, kept: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    saved = kept(sample, form)
    misnamed = tmp_path / f"{sample.stem}.docx"
    misnamed.write_bytes(saved.read_bytes())
    plan = extract.read(misnamed)
    assert plan.source.format == form
    assert without_places(plan).model_dump(exclude=WITHOUT) == without_places(
        extract.read(sample)
    ).model_dump(exclude=WITHOUT)


def test_without_libreoffice_an_old_file_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    old = tmp_path / "cũ.rtf"
    old.write_bytes(rb"{\rtf1 K\u7871? ho\u7841?ch}")
    with pytest.raises(MissingToolError, match="LibreOffice"):
        extract.read(old)
