"""`kehoach render --pdf`: the document, and its pages beside it."""

from pathlib import Path

import pytest
from commandline import Run

import extract
from plan import office
from plan.records import without_places

SAMPLE = Path(__file__).parents[2] / "samples" / "ke-hoach-tinh-2026-hanh-chinh-cong.docx"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "plan.json"
    file.write_text(extract.read(SAMPLE).model_dump_json(), "utf-8")
    return file


@pytest.mark.usefixtures("soffice")
def test_the_pages_hold_the_same_plan(data: Path, tmp_path: Path, run: Run) -> None:
    done = run("render", data, "-o", tmp_path / "kế hoạch.docx", "--pdf")
    assert done.exit_code == 0, done.output
    word, pages = (extract.read(tmp_path / f"kế hoạch.{form}") for form in ("docx", "pdf"))
    without = {"source", "findings", "sections", "appendices"}
    assert without_places(word).model_dump(exclude=without) == without_places(pages).model_dump(
        exclude=without
    )


def test_without_libreoffice_nothing_is_written(
    data: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    done = run("render", data, "-o", tmp_path / "plan.docx", "--pdf")
    assert done.exit_code == 5
    assert "LibreOffice" in done.output
    assert not (tmp_path / "plan.docx").exists()


def test_the_pages_do_not_take_the_place_of_the_data(data: Path, run: Run) -> None:
    pdf = data.with_suffix(".pdf")
    data.rename(pdf)
    assert run("render", pdf, "-o", pdf.with_suffix(".docx"), "--pdf").exit_code == 2
    assert pdf.read_text("utf-8").startswith("{")
