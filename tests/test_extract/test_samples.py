"""Whole documents: the samples as annotated by hand; public documents where they are present."""

import json
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract import read
from plan.model import Plan
from plan.paths import walk

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.gold.json"))
SHARED = ROOT.parent / "shared"
SEEDS = sorted(SHARED.glob("seeds/*.txt"))
DOCUMENTS = [
    *sorted((ROOT / "samples").glob("ke-hoach-*.md")),
    *sorted(SHARED.glob("corpus/*.txt")),
]

FORMATS = (".md", ".docx", ".pdf")
READABLE = [
    pytest.param(gold, suffix, id=f"{gold.name.removesuffix('.gold.json')}{suffix}")
    for gold in SAMPLES
    for suffix in FORMATS
    if gold.with_name(gold.name.replace(".gold.json", suffix)).exists()
]


def folded(value: Any) -> Any:  # noqa: ANN401 - JSON
    """JSON with runs of spaces made one."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [folded(one) for one in value]
    return {k: folded(v) for k, v in value.items()} if isinstance(value, dict) else value


def like(value: Any, gold: Any) -> Any:  # noqa: ANN401 - JSON
    """`value` with only those fields of records that `gold` has."""
    if isinstance(value, dict) and isinstance(gold, dict):
        return {k: like(value[k], gold[k]) for k in gold}
    if isinstance(value, list) and gold and isinstance(gold, list) and isinstance(gold[0], dict):
        return [like(one, gold[min(i, len(gold) - 1)]) for i, one in enumerate(value)]
    return value


@cache
def annotated(gold: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(gold.read_text("utf-8"))
    return data


@cache
def read_sample(gold: Path, suffix: str) -> dict[str, Any]:
    return read(gold.with_name(gold.name.replace(".gold.json", suffix))).model_dump()


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 2
    assert all(annotated(gold)["targets"] for gold in SAMPLES)


FIELDS = [
    "header",
    "area",
    "period",
    "legal_bases",
    "citations",
    "sections",
    "targets",
    "tasks",
    "responsibilities",
    "funding",
    "schedule",
    "recipients",
    "filing",
    "signature",
]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(("gold", "suffix"), READABLE)
def test_a_sample_is_read_as_annotated(gold: Path, suffix: str, field: str) -> None:
    wanted = annotated(gold)[field]
    assert folded(like(read_sample(gold, suffix)[field], wanted)) == folded(wanted)


def test_every_field_of_the_annotations_is_compared() -> None:
    assert {field for gold in SAMPLES for field in annotated(gold)} <= set(FIELDS)


def scores() -> dict[str, float]:
    """Score of each group over the seeds, by the measure that stands beside them."""
    measure = runpy.run_path(str(SHARED / "tools" / "score.py"))
    groups = {name: measure["Tally"]() for name in measure["GROUPS"]}
    for seed in SEEDS:
        gold = json.loads((SHARED / "gold" / f"{seed.stem}.json").read_text("utf-8"))
        measure["score_document"](json.loads(read(seed).model_dump_json()), gold, groups)
    return {name: score for name, tally in groups.items() if (score := tally.f1()) is not None}


if SEEDS:

    def test_annotated_documents_are_read_well() -> None:
        found = scores()
        assert len(SEEDS) == 5
        assert sum(found.values()) / len(found) >= 0.97
        assert {name: score for name, score in found.items() if score < 0.92} == {}


@cache
def read_document(path: Path) -> Plan:
    return read(path)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_whole_document_is_read(path: Path) -> None:
    plan = read_document(path)
    assert plan.header.doc_type
    assert plan.header.agency
    assert plan.header.subject
    assert plan.sections
    assert plan.signature.position or plan.signature.on_behalf
    assert plan.signature.name
    assert plan.recipients


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_places_in_a_whole_document(path: Path) -> None:
    plan = read_document(path)
    size = plan.source.characters or 0
    named = [*plan.targets, *plan.tasks, *(section for _, section in walk(plan.sections))]
    for one in named:
        assert one.span is None or 0 <= one.span.start < one.span.end <= size
