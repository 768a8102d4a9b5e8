"""`kehoach templates`: list, show, export, lint; and `render` with each template."""

from pathlib import Path

import pytest
from commandline import ROOT, Run
from docx import Document

import extract
from docgen import templates

SAMPLE = ROOT / "samples" / "ke-hoach-huyen-ha-tang-so.gold.json"


def test_list_names_every_template_with_its_title(run: Run) -> None:
    shown = run("templates", "list").stdout.splitlines()
    assert [line.split("\t")[0] for line in shown] == templates.names()
    assert "cong-van\tCông văn" in shown


def test_show_tells_what_a_template_needs(run: Run) -> None:
    shown = run("templates", "show", "bao-cao").stdout
    assert "needs: header.agency" in shown
    assert "targets" in shown
    assert "uses where there: header.parent_agency" in shown


@pytest.mark.parametrize("name", templates.names())
def test_a_plan_is_rendered_with_each_template(run: Run, tmp_path: Path, name: str) -> None:
    out = tmp_path / "văn bản.docx"
    done = run("render", SAMPLE, "-o", out, "--template", name)
    assert done.exit_code == 0, done.stderr
    assert extract.read(out).source.format == "docx"


def test_what_the_data_lack_is_told(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "plan.json"
    data.write_text('{"header": {"agency": "SỞ Y TẾ"}, "tasks": [{"text": "Làm."}]}', "utf-8")
    done = run("render", data, "-o", tmp_path / "a.docx", "--template", "bao-cao")
    assert done.exit_code == 0
    for field in ("header.symbol", "header.place", "targets", "responsibilities", "signature"):
        assert f"{field} is not in the data; the template bao-cao leaves a gap" in done.stderr
    assert "header.agency is not" not in done.stderr


def test_lint_says_that_all_is_well(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "của xã.docx"
    assert run("templates", "export", "to-trinh", "-o", copy).exit_code == 0
    done = run("templates", "lint", copy)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "của xã.docx: no faults\n"


def test_lint_lists_faults_and_render_refuses_them_before_it_writes(
    run: Run, tmp_path: Path
) -> None:
    copy, out = tmp_path / "của xã.docx", tmp_path / "a.docx"
    document = Document(str(templates.path("ke-hoach")))
    document.add_paragraph("{{ subjct }}")
    document.add_paragraph("{{ sectons }}").runs[0].font.name = "Arial"
    document.save(str(copy))
    done = run("templates", "lint", copy)
    assert done.exit_code == 6
    *harmful, looks = done.stdout.splitlines()
    assert [line.partition(": ")[2][:23] for line in harmful] == [
        "there is no subjct ({{ ", "there is no sectons ({{",
    ]  # fmt: skip
    assert "the font is Arial" in looks
    done = run("render", SAMPLE, "-o", out, "--template", copy)
    assert done.exit_code == 6
    assert "subjct" in done.stderr
    assert "sectons" in done.stderr
    assert not out.exists()


def test_lint_of_what_only_looks_wrong_ends_with_1(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "của xã.docx"
    document = Document(str(templates.path("ke-hoach")))
    document.add_paragraph("Ghi chú").runs[0].font.name = "Arial"
    document.save(str(copy))
    done = run("templates", "lint", copy)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("name", ["không có.docx", "quyet-dinh"])
def test_lint_of_a_file_that_is_not_there(run: Run, name: str) -> None:
    assert run("templates", "lint", name).exit_code == 6
