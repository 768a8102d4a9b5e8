"""What `render` writes, `extract` reads back equal, in every field of the contract."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import plans

import docgen
import extract
from plan.model import Plan

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
WITHOUT = ("span", "evidence", "source", "findings", "schema_version")
SAMPLES = sorted(ROOT.glob("samples/ke-hoach-*.docx"))
GOLD = [*sorted(ROOT.glob("samples/*.gold.json")), *sorted(SHARED.glob("gold/*.json"))]


def contract(plan: Plan) -> dict[str, object]:
    """The fields of the contract, without the places and the account of the reading."""
    return bare(plan.model_dump())


def bare(value: object) -> object:
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key not in WITHOUT}
    return [bare(inner) for inner in value] if isinstance(value, list) else value


def read_back(plan: Plan, folder: Path, template: str = "ke-hoach") -> Plan:
    file = folder / "plan.docx"
    file.write_bytes(docgen.render(plan, template=template))
    return extract.read(file)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_that_was_read_is_read_back_equal(sample: Path, tmp_path: Path) -> None:
    plan = extract.read(sample)
    assert contract(read_back(plan, tmp_path)) == contract(plan)


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_a_plan_written_as_data_alone_is_read_back_equal(gold: Path, tmp_path: Path) -> None:
    plan = Plan.model_validate_json(gold.read_text("utf-8"))
    read, given_plan = said(contract(read_back(plan, tmp_path))), said(contract(plan))
    for field in SAID_BY_DATA:
        assert read[field] == given_plan[field], field
    assert outline(read["sections"]) == outline(given_plan["sections"])


SAID_BY_DATA = (
    "header",
    "period",
    "legal_bases",
    "targets",
    "tasks",
    "responsibilities",
    "funding",
    "schedule",
    "recipients",
    "filing",
    "signature",
)
"""Fields that data alone say in full: superiors of the area and citations stand only in text."""


def said(plan: dict) -> dict:
    """A plan without baselines, which their documents print in footnotes."""
    return plan | {"targets": [target | {"baseline": None} for target in plan["targets"]]}


def outline(sections: list) -> list:
    return [
        (s["label"], s["title"], s["level"], s["kind"], outline(s["children"])) for s in sections
    ]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_printed_page_says_the_same_as_the_word_file(
    sample: Path, soffice: Callable[[bytes], Path]
) -> None:
    plan = extract.read(sample)
    printed = extract.read(soffice(docgen.render(plan)))
    assert contract(printed) == contract(plan)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(plan=plans())
def test_a_generated_plan_is_read_back_equal(plan: Plan, tmp_path: Path) -> None:
    assert contract(read_back(plan, tmp_path)) == contract(plan)


DECISION = "quyet-dinh-ban-hanh-ke-hoach"
OF_THE_DECISION = {"header", "preamble", "recipients", "appendices"}
"""What a plan takes from the decision that it comes under: number, bases, first recipient."""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_plan_under_a_decision_is_read_back_equal(sample: Path, tmp_path: Path) -> None:
    decided = read_back(extract.read(sample), tmp_path, DECISION)
    assert contract(read_back(decided, tmp_path, DECISION)) == contract(decided)


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(plan=plans())
def test_a_decision_takes_nothing_from_its_plan(plan: Plan, tmp_path: Path) -> None:
    decided = read_back(plan, tmp_path, DECISION)
    before, after = contract(plan), contract(decided)
    for field in set(SAID_BY_DATA) - OF_THE_DECISION:
        assert after[field] == before[field], field
    assert decided.header.subject == plan.header.subject
    assert decided.header.symbol == "QĐ-UBND"
    assert contract(read_back(decided, tmp_path, DECISION)) == after


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_appendices_alone_are_read_back_equal(sample: Path, tmp_path: Path) -> None:
    plan = extract.read(sample)
    alone = read_back(plan, tmp_path, "phu-luc")
    assert bare([row.model_dump() for row in alone.schedule]) == contract(plan)["schedule"]
    assert contract(read_back(alone, tmp_path, "phu-luc")) == contract(alone)
    measured = {(one.value, one.unit, one.year) for one in plan.targets if one.value is not None}
    assert {(one.value, one.unit, one.year) for one in alone.targets} == measured
