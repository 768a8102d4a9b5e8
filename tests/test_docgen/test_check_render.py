"""What is rendered keeps every rule, whatever plan it is; the samples do as well."""

from pathlib import Path

import pytest
from examples import LONG_NAMES, PLAN
from hypothesis import HealthCheck, given, settings
from strategies import plans

import docgen
from plan.model import Plan

ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted(ROOT.glob("samples/ke-hoach-*.docx"))
GOLD = sorted(ROOT.glob("samples/*.gold.json"))
few = settings(
    deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow]
)  # fmt: skip


def broken(document: bytes | Path) -> dict[str, str]:
    return {
        one.rule.id: f"{one.findings[0].message.en} | {one.findings[0].excerpt}"
        for one in docgen.check(document).violations
    }


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_keeps_every_rule(sample: Path) -> None:
    assert broken(sample) == {}


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_a_rendered_sample_keeps_every_rule(gold: Path) -> None:
    plan = Plan.model_validate_json(gold.read_text("utf-8"))
    assert broken(docgen.render(plan)) == {}


@pytest.mark.parametrize("plan", [PLAN, LONG_NAMES], ids=["plan", "long names"])
def test_a_rendered_example_keeps_every_rule_of_form(plan: Plan) -> None:
    assert broken(docgen.render(plan)).keys() <= {"appendix.referenced"}  # not in its given text


@few
@given(plans())
def test_a_rendered_plan_keeps_every_rule(plan: Plan) -> None:
    assert broken(docgen.render(plan)) == {}
