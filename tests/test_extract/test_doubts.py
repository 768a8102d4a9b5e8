"""Doubts and confidence: each doubt is raised where it holds and nowhere else."""

import pytest

from extract.confidence import UNKNOWN, share, weigh
from extract.doubts import DOUBTS, Around, doubts_about, raise_doubts
from plan.model import (
    Assignment,
    Candidate,
    Citation,
    Duty,
    Evidence,
    Finding,
    Found,
    Header,
    Plan,
    Recipient,
    Responsibility,
    Section,
    Signature,
    Span,
    Target,
    Task,
)

SHORT = Span(start=10, end=40)
LONG = "Phối hợp với các ngành " * 20
SHARE = Target(text="80% hộ có nước sạch", value=80, unit="%", kind="targets", span=SHORT)
PLANS = {
    "plain": Plan(targets=[SHARE]),
    "two rows": Plan(targets=[SHARE, SHARE.model_copy(update={"value": 90})]),
    "part missed": Plan(findings=[Finding(code="no-recipients", template="x")]),
    "odd": Plan(findings=[Finding(code="x", template="x", span=Span(start=12, end=14))]),
}


def near(target: Target, name: str) -> Target:
    return target.model_copy(update={"evidence": {name: Evidence(span=Span(start=12, end=16))}})


def far(target: Target, name: str) -> Target:
    return target.model_copy(update={"evidence": {name: Evidence(span=Span(start=1, end=5))}})


CASES: list[tuple[str, Found, str, Found, str]] = [
    ("part-missed", SHARE, "part missed", SHARE, "plain"),
    ("shared-item", SHARE, "two rows", SHARE, "plain"),
    (
        "figures-left",
        SHARE.model_copy(update={"text": "80% hộ, 25 tổ, 12 nhóm, 7 đội có nước"}),
        "plain",
        SHARE,
        "plain",
    ),
    ("counted", SHARE.model_copy(update={"unit": "trạm"}), "plain", SHARE, "plain"),
    ("promised-in-tasks", SHARE.model_copy(update={"kind": "tasks"}), "plain", SHARE, "plain"),
    ("no-figure", SHARE.model_copy(update={"value": None}), "plain", SHARE, "plain"),
    ("year-from-above", far(SHARE, "year"), "plain", near(SHARE, "year"), "plain"),
    ("pieced-together", far(SHARE, "indicator"), "plain", near(SHARE, "indicator"), "plain"),
    ("range", SHARE.model_copy(update={"value_max": 90}), "plain", SHARE, "plain"),
    ("long", Task(text=LONG), "plain", Task(text="Rà soát hộ nghèo"), "plain"),
    (
        "several-sentences",
        Duty(text="Chủ trì rà soát. Tổng hợp kết quả"),
        "plain",
        Duty(text="Chủ trì rà soát, tổng hợp kết quả."),
        "plain",
    ),
    ("no-label", Section(title="MỤC TIÊU"), "plain", Section(label="I", title="MỤC TIÊU"), "plain"),
    (
        "long-title",
        Section(title=" ".join(["từ"] * 13)),
        "plain",
        Section(title=" ".join(["từ"] * 12)),
        "plain",
    ),
    (
        "odd-numbering",
        Section(title="A", span=SHORT),
        "odd",
        Section(title="A", span=SHORT),
        "plain",
    ),
    ("kind-unknown", Section(kind="other"), "plain", Section(kind="tasks"), "plain"),
    (
        "long-name",
        Responsibility(unit=" ".join(["ban"] * 13)),
        "plain",
        Responsibility(unit="Công an xã"),
        "plain",
    ),
    (
        "several-units",
        Responsibility(unit="Công an xã và Quân sự xã"),
        "plain",
        Responsibility(unit="Công an xã"),
        "plain",
    ),
    (
        "several-days",
        Duty(text="báo cáo trước ngày 05/6 và ngày 05/12"),
        "plain",
        Duty(text="báo cáo trước ngày 05/6"),
        "plain",
    ),
    (
        "many-roles",
        Duty(text="", roles=["lead", "coordinate", "report"]),
        "plain",
        Duty(text="", roles=["lead", "coordinate"]),
        "plain",
    ),
    (
        "many-partners",
        Duty(text="", partners=["Công an xã", "Hội Phụ nữ"]),
        "plain",
        Duty(text="", partners=["Công an xã"]),
        "plain",
    ),
    (
        "joined-names",
        Assignment(text="", lead=["Sở Văn hóa, Thể thao"]),
        "plain",
        Assignment(text="", lead=["Sở Y tế"]),
        "plain",
    ),
    ("no-unit", Assignment(text=""), "plain", Assignment(text="", lead=["Sở Y tế"]), "plain"),
    ("no-code", Citation(date="2020"), "plain", Citation(code="1/KH", date="2020"), "plain"),
    ("no-date", Citation(code="1/KH"), "plain", Citation(code="1/KH", date="2020"), "plain"),
    (
        "long-subject",
        Citation(subject=" ".join(["về"] * 25)),
        "plain",
        Citation(subject="về nước sạch"),
        "plain",
    ),
    (
        "long-recipient",
        Recipient(name=" ".join(["sở"] * 13)),
        "plain",
        Recipient(name="Như trên"),
        "plain",
    ),
    ("no-number", Header(symbol="KH-UBND"), "plain", Header(number=1), "plain"),
    ("no-name", Signature(position="CHỦ TỊCH"), "plain", Signature(name="Lê A"), "plain"),
]


@pytest.mark.parametrize(
    ("code", "held", "there", "free", "here"), CASES, ids=lambda c: str(c)[:20]
)
def test_a_doubt_holds_there_and_not_here(
    code: str, held: Found, there: str, free: Found, here: str
) -> None:
    assert code in [d.code for d in doubts_about(held, Around.of(PLANS[there]))]
    assert code not in [d.code for d in doubts_about(free, Around.of(PLANS[here]))]


def test_each_doubt_has_its_case() -> None:
    assert [case[0] for case in CASES] == [doubt.code for doubt in DOUBTS]


def test_each_doubt_bears_on_fields_of_its_records() -> None:
    for doubt in DOUBTS:
        kinds = doubt.kind if isinstance(doubt.kind, tuple) else (doubt.kind,)
        assert set(doubt.fields) <= {name for kind in kinds for name in kind.model_fields}


def test_doubts_lower_the_confidence_of_the_values_that_they_bear_on() -> None:
    target = SHARE.model_copy(
        update={"unit": "trạm", "evidence": {"value": Evidence(), "kind": Evidence()}}
    )
    plan = Plan(targets=[target])
    raise_doubts(plan)
    weigh(plan)
    value, kind = plan.targets[0].evidence["value"], plan.targets[0].evidence["kind"]
    assert (value.doubts, kind.doubts) == (["counted"], [])
    assert value.confidence is not None
    assert kind.confidence is not None
    assert 0 < value.confidence < 1
    assert 0 < kind.confidence < 1


def test_candidates_that_disagree_are_never_sure() -> None:
    both = [Candidate(value=12), Candidate(value=13, origin="file_name")]
    plan = Plan(header=Header(number=12, evidence={"number": Evidence(candidates=both)}))
    weigh(plan)
    number = plan.header.evidence["number"]
    assert number.confidence is not None
    assert number.confidence <= 0.5
    assert number.doubts == ["conflict"]


def test_the_worst_doubt_counts() -> None:
    shares = {"targets.value": {"*": 0.9, "": 0.98, "range": 0.75, "counted": 0.5}}
    sure, ranged, both, other = (
        share(shares, "targets.value", doubts)
        for doubts in ([], ["range"], ["range", "counted"], ["long"])
    )
    assert (sure, ranged, both, other) == (0.98, 0.75, 0.5, 0.9)
    assert share(shares, "targets.year", []) == UNKNOWN
