"""Tables for programs: keys of the JSON as columns, and no text that runs as a formula."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import wild_plans, wild_texts

from kehoach.tables.csvfile import GUARD, as_csv
from kehoach.tables.records import FOR_PROGRAMS
from kehoach.tables.table import Document
from plan.model import (
    Baseline,
    Deadline,
    Duty,
    Evidence,
    Plan,
    Responsibility,
    Span,
    Target,
    Task,
)

INJECTIONS = [
    '=HYPERLINK("http://example.org","bấm vào đây")',
    "=1+1",
    "+84 912 345 678",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "- Tuyên truyền",
    "+ Vận động nhân dân",
    "'quoted'",
]
HARMLESS = ["Tuyên truyền", "a=1", "1-2", " =1", "80%", "", "a)", "“=”", "=", "-"]


def rows(table: str, *documents: Document) -> list[dict[str, str]]:
    text = as_csv(FOR_PROGRAMS[table], documents).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def one(table: str, plan: Plan) -> dict[str, str]:
    (row,) = rows(table, Document("a.docx", plan))
    return row


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_could_run_as_a_formula_is_guarded(text: str) -> None:
    row = one("tasks", Plan(tasks=[Task(text=text)]))
    assert row["text"] == GUARD + text
    name = rows("tasks", Document(text, Plan(tasks=[Task(text="a")])))[0]["document"]
    assert name == GUARD + text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_are_as_printed(text: str) -> None:
    assert one("tasks", Plan(tasks=[Task(text=text)]))["text"] == text


def test_a_number_below_zero_is_a_number() -> None:
    assert one("targets", Plan(targets=[Target(text="a", value=-2.5)]))["value"] == "-2.5"


@given(st.text() | wild_texts)
def test_any_text_comes_back_when_the_guard_is_taken_off(text: str) -> None:
    plan = Plan(tasks=[Task(text=text)])
    assert one("tasks", plan)["text"].removeprefix(GUARD) == plan.tasks[0].text


def test_a_target_has_its_values_under_the_keys_of_the_json() -> None:
    target = Target(
        text="Đạt từ 80% đến 90% hộ, có cáp quang",
        indicator="hộ",
        comparator=">=",
        value=80.5,
        value_max=90,
        unit="%",
        year=2030,
        baseline=Baseline(value=62.5, unit="%", as_of="2024"),
        section="II.1",
        kind="targets",
        span=Span(start=3, end=9, page=2),
        evidence={"value": Evidence(confidence=0.7), "unit": Evidence(confidence=0.95)},
    )
    assert one("targets", Plan(targets=[target])) == {
        "document": "a.docx",
        "section": "II.1",
        "kind": "targets",
        "text": "Đạt từ 80% đến 90% hộ, có cáp quang",
        "indicator": "hộ",
        "comparator": ">=",
        "value": "80.5",
        "value_max": "90",
        "unit": "%",
        "year": "2030",
        "baseline.value": "62.5",
        "baseline.unit": "%",
        "baseline.as_of": "2024",
        "span.page": "2",
        "span.path": "",
        "span.start": "3",
        "span.end": "9",
        "confidence": "0.7",
    }


def test_every_duty_has_a_row_with_its_unit() -> None:
    deadline = Deadline(text="trước ngày 05/12 hằng năm", every="year", month=12, day=5)
    duties = [
        Duty(text="a", roles=["lead", "report"], partners=["B", "C"], deadline=deadline),
        Duty(text="b"),
    ]
    plan = Plan(responsibilities=[Responsibility(unit="A", section="IV.1", tasks=duties)])
    first, second = rows("responsibilities", Document("a.docx", plan))
    assert (first["unit"], first["section"], second["unit"]) == ("A", "IV.1", "A")
    assert (first["roles"], first["partners"]) == ("lead; report", "B; C")
    assert (first["deadline.every"], first["deadline.month"], first["deadline.day"]) == (
        "year", "12", "5",
    )  # fmt: skip
    assert second["deadline.text"] == ""


def test_several_documents_are_told_apart() -> None:
    plan = Plan(tasks=[Task(text="a")])
    found = rows("tasks", Document("một.docx", plan), Document("hai.pdf", plan))
    assert [row["document"] for row in found] == ["một.docx", "hai.pdf"]


def test_the_file_is_utf8_as_excel_on_windows_knows_it() -> None:
    data = as_csv(FOR_PROGRAMS["tasks"], [])
    assert data.startswith(b"\xef\xbb\xbfdocument,section,")
    assert data.endswith(b"confidence\r\n")


@settings(max_examples=50, deadline=None)
@given(wild_plans)
def test_any_plan_gives_a_row_for_each_record(plan: Plan) -> None:
    duties = sum(len(told.tasks) for told in plan.responsibilities)
    counts = [len(plan.targets), len(plan.tasks), duties, len(plan.schedule)]
    assert [len(rows(table, Document("a", plan))) for table in FOR_PROGRAMS] == counts
