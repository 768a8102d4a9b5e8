"""What is claimed of the reading holds on the annotated plans that no rule was tuned on."""

import json

import pytest

from evaluation.__main__ import CONFIDENCE, MEASURED, Results, evaluate
from evaluation.calibration import Judged, bands, shares

SURE = 0.9
RIGHT = 0.97


@pytest.fixture(scope="module")
def measured() -> tuple[Results, dict[str, list[Judged]]]:
    return evaluate()


def test_of_the_values_that_count_as_sure_97_in_100_are_right(
    measured: tuple[Results, dict[str, list[Judged]]],
) -> None:
    sure = [(right, seen) for edge, right, seen in bands(measured[1]) if edge >= SURE]
    right, seen = (sum(column) for column in zip(*sure, strict=True))
    assert right / seen >= RIGHT
    assert seen > sum(map(len, measured[1].values())) * 0.75


def test_the_shares_of_the_program_are_those_that_are_measured(
    measured: tuple[Results, dict[str, list[Judged]]],
) -> None:
    assert json.loads(CONFIDENCE.read_text("utf-8")) == shares(measured[1])


@pytest.mark.parametrize(
    ("group", "least"), [("targets", 0.95), ("duties", 0.9), ("sections", 0.95), ("header", 0.98)]
)
def test_plans_never_seen_are_understood(
    measured: tuple[Results, dict[str, list[Judged]]], group: str, least: float
) -> None:
    tally = measured[0][MEASURED][group]
    found = tally.f1(tally.lenient)
    assert found is not None
    assert found >= least
