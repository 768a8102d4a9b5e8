"""The review page as a file, and a saved review as the truth: what Python does of both."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pypdfium2 as pdfium
import pytest
from commandline import SAMPLES, Run
from hypothesis import given
from hypothesis import strategies as st

import extract
from extract.layout import Line
from kehoach.review.fields import KINDS, fields_of
from kehoach.review.items import GROUPS, items
from kehoach.review.marks import Cutter, Mark, marks_of
from kehoach.review.page import page
from kehoach.review.words import CHOICE_NAMES, FIELD_NAMES, words
from plan.model import (
    Duty,
    Evidence,
    Finding,
    Plan,
    Responsibility,
    Section,
    Span,
    Target,
    Task,
    UnitType,
)
from plan.records import Place

STEM = "ke-hoach-huyen-ha-tang-so"
SOURCE = SAMPLES / f"{STEM}.docx"
HOSTILE = "</script><script>alert(1)</script><!-- \u2028 ' \" & {{ 7*7 }}"


class Parsed(HTMLParser):
    """The scripts of a page, the addresses it names, and the marks in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: dict[str | None, str] = {}
        self.addresses: list[str] = []
        self.marks: set[int] = set()
        self.policy = ""
        self._script: str | None = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.addresses += [named[name] or "" for name in ("src", "href", "action") if name in named]
        self.marks |= {int(number) for number in (named.get("data-m") or "").split()}
        if named.get("http-equiv") == "Content-Security-Policy":
            self.policy = named["content"] or ""
        self._script = named.get("type") if tag == "script" else ""

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self._script = ""

    def handle_data(self, data: str) -> None:
        if self._script != "":
            self.scripts[self._script] = self.scripts.get(self._script, "") + data

    @property
    def data(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.scripts["application/json"])
        return found


def made(source: Path) -> Parsed:
    return Parsed(page(extract.reading(source), source))


# --- what a person edits


def test_every_field_and_choice_has_a_name_to_be_read() -> None:
    names = [".".join(field.path) for kind in KINDS for field in fields_of(kind)]
    assert set(names) <= set(FIELD_NAMES)
    choices = {choice for kind in KINDS for field in fields_of(kind) for choice in field.choices}
    assert choices - set(get_args(UnitType)) <= set(CHOICE_NAMES)


@pytest.mark.parametrize(
    ("kind", "path", "editor", "needed", "empty"),
    [
        ("Target", "value", "number", False, None),
        ("Target", "year", "integer", False, None),
        ("Target", "comparator", "choice", False, None),
        ("Target", "text", "text", True, None),
        ("Target", "baseline.value", "number", True, None),
        ("Duty", "roles", "choices", False, []),
        ("Duty", "partners", "list", False, []),
        ("Duty", "deadline.text", "text", True, None),
        ("Section", "kind", "choice", False, "other"),
        ("Header", "date", "text", False, None),
    ],
)
def test_a_field_is_edited_by_its_type(
    kind: str, path: str, editor: str, needed: bool, empty: object
) -> None:
    fields = {
        (record.__name__, ".".join(field.path)): field
        for record in KINDS
        for field in fields_of(record)
    }
    field = fields[kind, path]
    assert (field.editor, field.needed, field.empty) == (editor, needed, empty)
    assert (field.pattern is not None) == (path == "date")


# --- the order of the items


def doubted(*shares: float | None) -> list[Target]:
    return [
        Target(text=str(n), evidence={"text": Evidence(confidence=share)})
        for n, share in enumerate(shares)
    ]


def test_doubtful_items_come_first_in_their_group() -> None:
    plan = Plan(targets=doubted(0.95, 0.4, None, 0.89, 0.9), tasks=[Task(text="a")])
    plan.targets[2].evidence["text"].doubts = ["long"]
    found = [item.place for item in items(plan) if item.group == "targets"]
    assert [place[1] for place in found] == [1, 2, 3, 0, 4]
    groups = [list(GROUPS).index(item.group) for item in items(plan)]
    assert groups == sorted(groups)


def test_a_finding_makes_the_item_doubtful_that_it_stands_in_and_is_an_item_else() -> None:
    task = Task(text="a", span=Span(start=10, end=20))
    inside = Finding(code="a", template="a", span=Span(start=12, end=13))
    plan = Plan(tasks=[task], findings=[inside, Finding(code="b", template="b")])
    found = {item.place: item for item in items(plan)}
    assert found["tasks", 0].findings == (0,)
    assert found["tasks", 0].is_doubtful
    assert [place for place in found if place[0] == "findings"] == [("findings", 1)]


def test_a_unit_stays_with_its_duties_and_the_outline_in_its_order() -> None:
    plan = Plan(
        responsibilities=[
            Responsibility(unit="a", tasks=[Duty(text="b")]),
            Responsibility(unit="c", tasks=[Duty(text="d"), Duty(text="e")]),
        ],
        sections=[Section(title="f"), Section(title="g", children=[Section(title="h")])],
    )
    unsure = {"text": Evidence(confidence=0.5)}
    plan.responsibilities[1].tasks[1].evidence = unsure
    plan.sections[1].evidence = unsure
    texts = [part_of(plan, item.place) for item in items(plan) if item.group == "duties"]
    assert texts == ["c", "e", "d", "a", "b"]
    outline = [part_of(plan, item.place) for item in items(plan) if item.group == "sections"]
    assert outline == ["f", "g", "h"]


def part_of(plan: Plan, place: Place) -> str:
    """What the record at `place` is called."""
    found: Any = plan
    for step in place:
        found = found[step] if isinstance(step, int) else getattr(found, step)
    return str(
        getattr(
            found, {"Responsibility": "unit", "Section": "title"}.get(type(found).__name__, "text")
        )
    )


# --- marks


spans = st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda one: (one[0], sum(one)))


@given(st.lists(spans, max_size=12), st.integers(0, 30), st.text("ab ", max_size=30))
def test_pieces_are_the_line_and_know_every_mark_over_them(
    places: list[tuple[int, int]], start: int, text: str
) -> None:
    marks = [Mark(a, b, n, "targets") for n, (a, b) in enumerate(places)]
    pieces = Cutter(marks).pieces(Line(text, start)) if text else []
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        for at in range(piece.at, piece.at + len(piece.text)):
            over = {n for n, mark in enumerate(marks) if mark.start <= at < mark.end}
            assert set(piece.marks) == over
        widths = [marks[n].end - marks[n].start for n in piece.marks]
        assert widths == sorted(widths, reverse=True)


def test_a_line_that_lost_characters_is_cut_at_its_own_places() -> None:
    line = Line("abd", 10, offsets=(10, 11, 13))
    pieces = Cutter([Mark(13, 14, 0, "targets")]).pieces(line)
    assert [(piece.text, piece.at, piece.marks) for piece in pieces] == [
        ("ab", 10, ()),
        ("d", 13, (0,)),
    ]


# --- the page as a file


@pytest.mark.parametrize("kind", ["docx", "pdf", "md"])
def test_every_mark_stands_in_the_document(kind: str) -> None:
    source = SAMPLES / f"{STEM}.{kind}"
    wanted = marks_of(items(extract.read(source)))
    assert len(wanted) > 300
    assert made(source).marks == set(range(len(wanted)))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_page_asks_nothing_of_any_other_place(kind: str) -> None:
    parsed = made(SAMPLES / f"{STEM}.{kind}")
    assert all(address.startswith(("#", "data:image/")) for address in parsed.addresses)
    assert "default-src 'none'" in parsed.policy
    digest = b64encode(sha256(parsed.scripts[None].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in parsed.policy
    assert not re.search(
        r"https?://|@import|url\(|\bfetch\(|XMLHttp|\bimport\b", parsed.scripts[None]
    )


def test_the_page_holds_the_plan_word_for_word() -> None:
    data = made(SOURCE).data
    assert data["plan"] == extract.read(SOURCE).model_dump(mode="json")
    assert data["document"] == {
        "name": SOURCE.name,
        "sha256": sha256(SOURCE.read_bytes()).hexdigest(),
    }


def test_markup_in_a_document_stays_text(tmp_path: Path) -> None:
    source = tmp_path / "a & b.txt"
    source.write_text(f"KẾ HOẠCH\n{HOSTILE}\n\nI. MỤC TIÊU\n- 95% {HOSTILE};\n", encoding="utf-8")
    parsed = made(source)
    assert set(parsed.scripts) == {None, "application/json"}
    assert "alert(1)" not in parsed.scripts[None]
    assert "</script><script>" in json.dumps(parsed.data)
    assert parsed.addresses == [f"#group-{group}" for group in GROUPS]


def test_thirty_pages_stay_small(tmp_path: Path) -> None:
    source = tmp_path / "long.pdf"
    with pdfium.PdfDocument(SAMPLES / f"{STEM}.pdf") as sample, pdfium.PdfDocument.new() as long:
        for _ in range(3):
            long.import_pages(sample)
        long.save(source)
    text = page(extract.reading(source), source)
    assert text.count("<img ") == 30
    assert len(text.encode()) < 6_000_000


def test_the_words_of_the_page_are_in_the_chosen_language(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    assert run("--lang", "vi", "extract", SOURCE, "-f", "html", "-o", file).exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert '<html lang="vi">' in text
    assert Parsed(text).data["words"]["save"] == "Lưu"


def test_the_script_names_only_words_that_there_are() -> None:
    script = made(SOURCE).scripts[None]
    assert set(re.findall(r"\bwords\.(\w+)", script)) <= set(words())


# --- a saved review


def decision(place: list[str | int], verdict: str, before: Any = None, after: Any = None) -> Any:  # noqa: ANN401 - JSON
    return {"place": place, "verdict": verdict, "before": before, "after": after}


def saved(
    folder: Path,
    plan: Plan | dict[str, Any],
    *decisions: object,
    change: dict[str, Any] | None = None,
) -> Path:
    """A review file as the page writes it, or with a `change` that the page would not make."""
    data = plan.model_dump(mode="json") if isinstance(plan, Plan) else plan
    review = {
        "format": "kehoach-review",
        "version": 1,
        "document": {"name": SOURCE.name, "sha256": sha256(SOURCE.read_bytes()).hexdigest()},
        "plan": data,
        "decisions": list(decisions),
    } | (change or {})
    file = folder / "a.review.json"
    file.write_text(json.dumps(review), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def read() -> Plan:
    return extract.read(SOURCE)


@pytest.fixture
def plan(read: Plan) -> Plan:
    return read.model_copy(deep=True)


def reviewed(run: Run, file: Path) -> Plan:
    result = run("extract", SOURCE, "--review", file)
    assert result.exit_code == 0, result.stderr
    return Plan.model_validate_json(result.stdout)


def test_a_review_without_decisions_changes_nothing(run: Run, plan: Plan, tmp_path: Path) -> None:
    assert reviewed(run, saved(tmp_path, plan)) == plan


def test_a_corrected_value_is_a_persons_and_keeps_what_was_read(
    run: Run, plan: Plan, tmp_path: Path
) -> None:
    before, plan.header.number = plan.header.number, 47
    file = saved(tmp_path, plan, decision(["header", "number"], "corrected", before, 47))
    found = reviewed(run, file)
    assert found.header.number == 47
    evidence = found.header.evidence["number"]
    assert (evidence.confidence, evidence.doubts) == (1.0, [])
    assert [(one.value, one.origin) for one in evidence.candidates] == [
        (before, "print"),
        (47, "person"),
    ]
    assert evidence.span == plan.header.evidence["number"].span
    other = found.header.evidence["symbol"]
    assert other == plan.header.evidence["symbol"]


def test_a_confirmed_record_is_sure_in_all_that_it_says(
    run: Run, plan: Plan, tmp_path: Path
) -> None:
    found = reviewed(run, saved(tmp_path, plan, decision(["targets", 2], "confirmed"))).targets[2]
    assert {evidence.confidence for evidence in found.evidence.values()} == {1.0}
    assert all(one.candidates[-1].origin == "person" for one in found.evidence.values())
    assert "baseline" not in found.evidence


def test_a_confirmed_unit_says_nothing_of_its_duties(run: Run, plan: Plan, tmp_path: Path) -> None:
    file = saved(tmp_path, plan, decision(["responsibilities", 0], "confirmed"))
    found = reviewed(run, file).responsibilities[0]
    assert found.evidence["unit"].confidence == 1.0
    assert found.tasks == plan.responsibilities[0].tasks


def test_a_rejected_value_leaves_no_evidence(run: Run, plan: Plan, tmp_path: Path) -> None:
    before, plan.targets[1].year = plan.targets[1].year, None
    file = saved(tmp_path, plan, decision(["targets", 1, "year"], "rejected", before))
    assert "year" not in reviewed(run, file).targets[1].evidence


def test_places_count_in_the_plan_as_it_was_read(run: Run, plan: Plan, tmp_path: Path) -> None:
    tasks = plan.responsibilities[0].tasks
    wanted, wanted_duty = plan.targets[4].text, tasks[2].text
    del plan.targets[3], plan.targets[1], tasks[0]
    file = saved(
        tmp_path,
        plan,
        decision(["targets", 1], "rejected"),
        decision(["targets", 1, "year"], "corrected", 1, 2),
        decision(["targets", 3], "rejected"),
        decision(["responsibilities", 0, "tasks", 0], "rejected"),
        decision(["targets", 4, "text"], "confirmed", wanted, wanted),
        decision(["responsibilities", 0, "tasks", 2, "text"], "corrected", "?", wanted_duty),
    )
    found = reviewed(run, file)
    sure = [t.text for t in found.targets if t.evidence["text"].candidates]
    assert sure == [wanted]
    duties = found.responsibilities[0].tasks
    assert [d.text for d in duties if d.evidence["text"].candidates] == [wanted_duty]


def test_lines_of_a_list_are_signed_by_their_number(run: Run, plan: Plan, tmp_path: Path) -> None:
    plan.funding[1] = "Ngân sách xã."
    file = saved(
        tmp_path, plan, decision(["funding", 1], "corrected", "Ngân sách.", "Ngân sách xã.")
    )
    found = reviewed(run, file)
    assert found.evidence["funding.1"].confidence == 1.0
    assert found.evidence["funding.0"] == plan.evidence["funding.0"]


def test_an_added_target_gets_its_quote(run: Run, plan: Plan, tmp_path: Path) -> None:
    text = extract.reading(SOURCE).layout.text
    data = plan.model_dump(mode="json")
    record = {"text": "Mới", "value": 5, "span": {"start": 500, "end": 540}}
    data["targets"].append(record)
    place: list[str | int] = ["targets", len(plan.targets)]
    found = reviewed(run, saved(tmp_path, data, decision(place, "added", None, record))).targets[-1]
    assert found.span is not None
    assert found.span.quote == text[500:540]
    assert found.span.path is not None
    assert {name: one.confidence for name, one in found.evidence.items()} == {
        "text": 1.0,
        "value": 1.0,
    }


def test_a_review_can_be_gone_on_with(run: Run, plan: Plan, tmp_path: Path) -> None:
    plan.header.number = 47
    first = saved(tmp_path, plan, decision(["header", "number"], "corrected", 46, 47))
    file = tmp_path / "again.html"
    assert run("extract", SOURCE, "--review", first, "-f", "html", "-o", file).exit_code == 0
    data = Parsed(file.read_text(encoding="utf-8")).data["plan"]
    data["header"]["number"] = 48
    second = saved(tmp_path, data, decision(["header", "number"], "corrected", 47, 48))
    evidence = reviewed(run, second).header.evidence["number"]
    assert [one.value for one in evidence.candidates] == [46, 48]


def test_the_record_of_a_review_is_a_plan_that_can_be_annotated_with(
    run: Run, plan: Plan, tmp_path: Path
) -> None:
    gold = tmp_path / "a.gold.json"
    file = saved(tmp_path, plan)
    assert run("extract", SOURCE, "--review", file, "-o", gold).exit_code == 0
    assert Plan.model_validate_json(gold.read_bytes()) == plan


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"format": "other"}, "not a review"),
    ({"version": 2}, "newer kehoach"),
    ({"version": "1"}, "version"),
    ({"document": {"name": "other.docx", "sha256": "0" * 64}}, "another document (other.docx)"),
    ({"document": {"name": "other.docx"}}, "document.sha256: this field is missing"),
    ({"plan": {"targets": [{"text": 5}]}}, "plan.targets[0].text: text is needed"),
    ({"plan": {"header": {"number": "5"}}}, "plan.header.number: a whole number is needed"),
    ({"decisions": [decision(["header"], "liked")]}, "decisions[0].verdict"),
    ({"decisions": {}}, "decisions: a list is needed"),
    ({"decisions": [decision(["header", "number"], "corrected", 1, 2)]}, "at header.number"),
    ({"decisions": [decision(["targets", 999, "value"], "confirmed")]}, "at targets.999.value"),
    ({"decisions": [decision(["nothing", "here"], "corrected", 1, 2)]}, "at nothing.here"),
    ({"decisions": [decision([], "rejected")]}, "decisions[0].place"),
]


@pytest.mark.parametrize(("change", "told"), WRONG, ids=[told for _, told in WRONG])
def test_a_review_that_does_not_fit_is_refused(
    change: dict[str, Any], told: str, run: Run, plan: Plan, tmp_path: Path
) -> None:
    result = run("extract", SOURCE, "--review", saved(tmp_path, plan, change=change))
    assert (result.exit_code, result.stdout) == (3, "")
    assert told in result.stderr
    assert "a.review.json" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "kehoach-review"', "no json"])
def test_what_is_no_review_at_all_is_refused(text: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(text, encoding="utf-8")
    result = run("extract", SOURCE, "--review", file)
    assert result.exit_code == 3
    assert "a.json" in result.stderr


def test_a_review_is_for_one_document(run: Run, tmp_path: Path) -> None:
    assert run("extract", SOURCE, SAMPLES / f"{STEM}.pdf", "--review", tmp_path).exit_code == 2


def test_a_review_is_not_written_over(run: Run, plan: Plan, tmp_path: Path) -> None:
    file = saved(tmp_path, plan)
    before = file.read_bytes()
    assert run("extract", SOURCE, "--review", file, "-o", file).exit_code == 2
    assert file.read_bytes() == before


def test_pages_of_several_documents_need_a_folder(run: Run, tmp_path: Path) -> None:
    sources = [SOURCE, SAMPLES / "ke-hoach-tinh-2026-hanh-chinh-cong.docx"]
    assert run("extract", *sources, "-f", "html").exit_code == 2
    assert run("extract", *sources, "-f", "html", "-o", tmp_path / "pages").exit_code == 0
    assert {file.name for file in (tmp_path / "pages").iterdir()} == {
        f"{source.stem}.html" for source in sources
    }
