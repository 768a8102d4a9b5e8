"""`kehoach extract`: which files each format writes, and where."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from commandline import DISTRICT, SAMPLES, Run
from openpyxl import load_workbook

PROVINCE = SAMPLES / "ke-hoach-tinh-2026-hanh-chinh-cong.md"
CSV_FILES = {"targets.csv", "tasks.csv", "responsibilities.csv", "schedule.csv"}


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def inside(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_csv_in_a_folder_is_a_file_for_each_table(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "Bảng số liệu"
    assert run("extract", DISTRICT, PROVINCE, "-f", "csv", "-o", folder).exit_code == 0
    assert inside(folder) == CSV_FILES
    found = rows((folder / "targets.csv").read_bytes())
    assert {row["document"] for row in found} == {DISTRICT.name, PROVINCE.name}


@pytest.mark.parametrize(
    ("options", "column"),
    [((), "indicator"), (("--table", "schedule"), "lead"), (("--table", "tasks"), "text")],
)
def test_a_stream_of_csv_holds_one_table(run: Run, options: tuple[str, ...], column: str) -> None:
    result = run("extract", DISTRICT, "-f", "csv", *options)
    found = rows(result.stdout_bytes)
    assert found
    assert column in found[0]
    assert "targets: " in result.stderr


def test_csv_in_a_file_is_what_a_stream_holds(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.CSV"
    assert run("extract", DISTRICT, "-f", "csv", "--table", "tasks", "-o", file).exit_code == 0
    assert (
        file.read_bytes() == run("extract", DISTRICT, "-f", "csv", "--table", "tasks").stdout_bytes
    )


def test_one_table_can_be_asked_for_in_a_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a"
    run("extract", DISTRICT, "-f", "csv", "--table", "tasks", "-o", folder)
    assert inside(folder) == {"tasks.csv"}


def test_a_table_is_chosen_for_csv_only(run: Run) -> None:
    result = run("extract", DISTRICT, "-f", "xlsx", "--table", "tasks")
    assert result.exit_code == 2
    assert "add -f csv" in result.stderr


@pytest.mark.parametrize(
    ("sources", "output", "file"),
    [
        ([DISTRICT], "kế hoạch.xlsx", "kế hoạch.xlsx"),
        ([DISTRICT], "folder", "folder/ke-hoach-huyen-ha-tang-so.xlsx"),
        ([DISTRICT, PROVINCE], "a.xlsx", "a.xlsx"),
        ([DISTRICT, PROVINCE], "folder", "folder/plans.xlsx"),
    ],
)
def test_all_documents_go_into_one_workbook(
    run: Run, sources: list[Path], output: str, file: str, tmp_path: Path
) -> None:
    assert run("extract", *sources, "-f", "xlsx", "-o", tmp_path / output).exit_code == 0
    assert "Phân công" in load_workbook(tmp_path / file).sheetnames
    assert len([one for one in tmp_path.rglob("*") if one.is_file()]) == 1


def test_yaml_of_several_documents_is_a_stream_of_documents(run: Run) -> None:
    result = run("extract", DISTRICT, PROVINCE, "-f", "yaml")
    loaded = list(yaml.safe_load_all(result.stdout_bytes))
    lines = run("extract", DISTRICT, PROVINCE).stdout_bytes.splitlines()
    assert loaded == [json.loads(line) for line in lines]


def test_yaml_in_a_folder_is_a_file_for_each_document(run: Run, tmp_path: Path) -> None:
    run("extract", DISTRICT, PROVINCE, "-f", "yaml", "-o", tmp_path / "a")
    assert inside(tmp_path / "a") == {f"{DISTRICT.stem}.yaml", f"{PROVINCE.stem}.yaml"}


@pytest.mark.parametrize("form", ["csv", "xlsx", "yaml"])
def test_a_source_that_cannot_be_read_does_not_stop_the_others(
    run: Run, form: str, tmp_path: Path
) -> None:
    result = run("extract", DISTRICT, tmp_path / "missing", "-f", form, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert inside(tmp_path / "out")
    assert "files that could not be read: 1 of 2" in result.stderr


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_only_source_that_cannot_be_read_leaves_no_file(
    run: Run, form: str, tmp_path: Path
) -> None:
    output = tmp_path / f"a.{form}"
    assert run("extract", tmp_path / "missing", "-f", form, "-o", output).exit_code == 3
    assert not output.exists()


def test_a_table_never_takes_the_place_of_its_source(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "targets.csv"
    source.write_bytes(DISTRICT.read_bytes())
    assert run("extract", source, "-f", "csv", "-o", tmp_path).exit_code == 2
    assert source.read_bytes() == DISTRICT.read_bytes()


def test_sources_of_one_name_are_told_apart(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "kh.md").write_bytes(DISTRICT.read_bytes())
    found = rows(run("extract", *tmp_path.glob("*/kh.md"), "-f", "csv").stdout_bytes)
    assert {row["document"] for row in found} == {
        str(tmp_path / "a" / "kh.md"), str(tmp_path / "b" / "kh.md"),
    }  # fmt: skip


@pytest.mark.parametrize("form", ["json", "html"])
def test_a_stream_holds_one_document_of_json_or_html(run: Run, form: str) -> None:
    assert run("extract", DISTRICT, PROVINCE, "-f", form).exit_code == 2
