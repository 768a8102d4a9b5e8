"""The published form of a plan has a version; older data load, newer data are refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from commandline import Run
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from strategies import wild_plans

from extract import read
from kehoach.planfile import load
from plan.errors import UnreadableError
from plan.model import SCHEMA_VERSION, Plan

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.json"))
"""The same short plan as each older version wrote it."""
DOCUMENTS = sorted((Path(__file__).parents[2] / "samples").glob("ke-hoach-*.[dmp]*"))


@pytest.fixture
def schema(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("schema").stdout)
    return found


def saved(data: dict[str, Any], folder: Path) -> Path:
    file = folder / "plan.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_the_schema_is_valid_and_says_its_version(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]
    assert schema["version"] == SCHEMA_VERSION
    assert schema["$id"] == f"urn:kehoach:plan:{SCHEMA_VERSION}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.name))
def test_what_extract_writes_is_valid(document: Path, schema: dict[str, Any]) -> None:
    Draft202012Validator(schema).validate(json.loads(read(document).model_dump_json()))


@settings(max_examples=25, deadline=None)
@given(wild_plans)
def test_any_plan_is_valid(plan: Plan) -> None:
    schema = Plan.model_json_schema()
    Draft202012Validator(schema).validate(json.loads(plan.model_dump_json()))


@pytest.mark.parametrize(
    "wrong",
    [
        {"targets": [{"text": "a", "value": "80"}]},
        {"targets": [{"value": 80}]},
        {"header": {"number": 4.5}},
        {"sections": [{"kind": "chapter"}]},
        {"tasks": {}},
    ],
)
def test_what_does_not_load_is_not_valid_either(
    wrong: dict[str, Any], schema: dict[str, Any], tmp_path: Path
) -> None:
    assert not Draft202012Validator(schema).is_valid(wrong)
    with pytest.raises(UnreadableError):
        load(saved(wrong, tmp_path))


@pytest.mark.parametrize("file", VERSIONS, ids=lambda file: str(file.stem))
def test_older_versions_load(file: Path, schema: dict[str, Any]) -> None:
    old = json.loads(file.read_text(encoding="utf-8"))
    assert old["schema_version"] == file.stem
    assert file.stem != SCHEMA_VERSION
    plan = load(file)
    assert plan.header.subject == "Thu gom rác thải sinh hoạt trên địa bàn xã Suối Trầm năm 2026"
    assert (plan.targets[0].comparator, plan.targets[0].value) == (">=", 85)
    (duty,) = plan.responsibilities[0].tasks
    assert duty.partners == ["Công an xã"]
    assert plan.signature.name == "Hoàng Văn Lâm"
    Draft202012Validator(schema).validate(old)


@pytest.mark.parametrize("file", VERSIONS, ids=lambda file: str(file.stem))
def test_a_document_is_written_from_older_data(file: Path, run: Run, tmp_path: Path) -> None:
    result = run("render", file, "-o", tmp_path / "a.docx")
    assert result.exit_code == 0, result.stderr


def test_there_is_a_file_of_every_older_version() -> None:
    major, minor = map(int, SCHEMA_VERSION.split("."))
    assert [file.stem for file in VERSIONS] == [f"{major}.{older}" for older in range(minor)]


@pytest.mark.parametrize("version", ["1.2", "1.99", "0.9"])
def test_minor_versions_and_fields_not_known_yet_are_read(version: str, tmp_path: Path) -> None:
    data = {"schema_version": version, "tasks": [{"text": "a", "budget": 5}], "maps": []}
    assert load(saved(data, tmp_path)).tasks[0].text == "a"


@pytest.mark.parametrize("version", ["2.0", "2", "10.1"])
def test_a_newer_major_version_is_refused(version: str, run: Run, tmp_path: Path) -> None:
    file = saved({"schema_version": version, "tasks": 5}, tmp_path)
    result = run("render", file, "-o", tmp_path / "a.docx")
    assert result.exit_code == 3
    assert "made by a newer kehoach" in result.stderr
    assert version in result.stderr


@pytest.mark.parametrize("version", [2, None, "two", ""])
def test_a_version_that_is_none_is_told_or_left_aside(version: object, tmp_path: Path) -> None:
    file = saved({"schema_version": version, "tasks": []}, tmp_path)
    if isinstance(version, str):
        assert load(file).tasks == []
    else:
        with pytest.raises(UnreadableError):
            load(file)
