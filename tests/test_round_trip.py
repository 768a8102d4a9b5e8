"""What `render` writes, `extract` reads back equal, in every field of the contract."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import docgen
import extract
from plan.model import Plan
from strategies import plans

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
WITHOUT = ("span", "spans", "source", "findings", "schema_version")
SAMPLES = sorted(ROOT.glob("samples/ke-hoach-*.docx"))
GOLD = [*sorted(ROOT.glob("samples/*.gold.json")), *sorted(SHARED.glob("gold/*.json"))]


def contract(plan: Plan) -> dict[str, object]:
    """The fields of the contract, without the places and the account of the reading."""
    return bare(plan.model_dump())


def bare(value: object) -> object:
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key not in WITHOUT}
    return [bare(inner) for inner in value] if isinstance(value, list) else value


def read_back(plan: Plan, folder: Path) -> Plan:
    file = folder / "plan.docx"
    file.write_bytes(docgen.render(plan))
    return extract.read(file)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_that_was_read_is_read_back_equal(sample: Path, tmp_path: Path) -> None:
    plan = extract.read(sample)
    assert contract(read_back(plan, tmp_path)) == contract(plan)


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_a_plan_written_as_data_alone_is_read_back_equal(gold: Path, tmp_path: Path) -> None:
    plan = Plan.model_validate_json(gold.read_text("utf-8"))
    read, given_plan = contract(read_back(plan, tmp_path)), contract(plan)
    written = json.loads(gold.read_text("utf-8"))
    for field in written:
        if field != "sections":
            assert read[field] == given_plan[field], field
    assert outline(read["sections"]) == outline(given_plan["sections"])


def outline(sections: list) -> list:
    return [
        (s["label"], s["title"], s["level"], s["kind"], outline(s["children"])) for s in sections
    ]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(plan=plans())
def test_a_generated_plan_is_read_back_equal(plan: Plan, tmp_path: Path) -> None:
    assert contract(read_back(plan, tmp_path)) == contract(plan)
