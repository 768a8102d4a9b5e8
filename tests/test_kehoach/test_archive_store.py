"""What an archive keeps of its documents, how it joins them, and how it is searched."""

import json
import sqlite3
from pathlib import Path

import pytest
from archives import COMMUNE, PROVINCE, add_here, content, plan_text
from commandline import Run
from hypothesis import given
from hypothesis import strategies as st

import docgen
import extract
from kehoach.archive import rows, store
from kehoach.archive.account import counts
from kehoach.archive.opening import make_anew, opened
from kehoach.archive.search import parted, query_of, search
from kehoach.archive.store import Store
from kehoach.review.saved import fingerprint
from plan.errors import UnreadableError
from plan.model import Plan

PARENT = plan_text(
    agency=PROVINCE,
    number=88,
    date="05 tháng 01 năm 2026",
    subject="Phát triển hạ tầng số trên địa bàn tỉnh Hải Lâm năm 2026",
    basis="Luật Viễn thông ngày 24/11/2023",
    share=95,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "in"
    found.mkdir()
    (found / "commune.txt").write_text(plan_text(), "utf-8")
    (found / "province.txt").write_text(PARENT, "utf-8")
    return found


@pytest.fixture
def db(tmp_path: Path, folder: Path) -> Path:
    found = tmp_path / "plans.db"
    add_here(found, folder)
    return found


def test_tables_hold_what_the_plans_say(db: Path) -> None:
    with opened(db) as found:
        assert found.all("SELECT code, year, area_name, agency FROM plans ORDER BY 1") == [
            ("5/KH-UBND", 2026, "Đức An", COMMUNE),
            ("88/KH-UBND", 2026, "Hải Lâm", PROVINCE),
        ]
        values = found.all("SELECT value, unit, place FROM targets WHERE value <> 100 ORDER BY 1")
        assert values == [(90.0, "%", "targets.0"), (95.0, "%", "targets.0")]
        duties = found.all("SELECT DISTINCT unit, deadline_date FROM duties ORDER BY 1")
        assert duties == [("Công an xã", None), ("Phòng Kinh tế", "2026-12-15")]


def test_every_place_leads_to_its_record(db: Path) -> None:
    with opened(db) as found:
        [(document,)] = found.all("SELECT document FROM plans WHERE code = '5/KH-UBND'")
        plan = found.plan(document)
        assert plan
        record = plan.model_dump(mode="json")
        for table in ("targets", "duties", "recipients", "citations"):
            column = "name" if table == "recipients" else "text"
            column = "code" if table == "citations" else column
            rows = found.all(f"SELECT place, {column} FROM {table} WHERE document = ?", document)  # noqa: S608 - our own names
            assert rows
            for place, text in rows:
                value = record
                for step in place.split("."):
                    value = value[int(step) if step.isdecimal() else step]
                assert value[column] == text


@pytest.mark.parametrize(
    "words",
    [["ha", "tang", "so"], ["hạ", "tầng", "số"], ["HẠ TẦNG SỐ"], ["duoc dung"], ["được", "dùng"]],
)
def test_words_are_found_with_and_without_marks(db: Path, words: list[str]) -> None:
    with opened(db) as found:
        hits = list(search(found, words, 5))
    assert hits
    lit = {hits[0].text[start:end].casefold() for start, end in hits[0].marked}
    assert lit <= {"hạ tầng số", "hạ", "tầng", "số", "được dùng", "được", "dùng"}


def test_quotes_hold_words_together() -> None:
    assert parted('xã "hạ tầng" “số hóa” mới') == ["xã", "hạ tầng", "số hóa", "mới"]
    assert query_of(["hạ tầng", "OR", '"; DROP']) == (
        '"ha tang OR DROP" OR ("ha tang" AND "OR" AND "DROP")'
    ).replace("ha tang", "hạ tầng")


@given(st.lists(st.text(max_size=20), max_size=4))
def test_whatever_is_typed_is_a_query(words: list[str]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5 (plain)")
    query = query_of(words)
    if query:
        connection.execute("SELECT * FROM found WHERE found MATCH ?", (query,)).fetchall()
    connection.close()


def test_a_citation_leads_to_its_document_and_a_plan_to_its_parent(db: Path) -> None:
    with opened(db) as found:
        codes = found.all(
            "SELECT child.code, parent.code FROM parents JOIN plans AS child USING (document)"
            " JOIN plans AS parent ON parent.document = parent"
        )
    assert codes == [("5/KH-UBND", "88/KH-UBND")]


@pytest.mark.parametrize(
    "basis",
    [
        "Kế hoạch số 88/KH-UBND ngày 06/01/2026 của UBND tỉnh Hải Lâm",
        "Kế hoạch số 88/KH-UBND ngày 05/01/2026 của UBND tỉnh Quế Dương",
        "Kế hoạch số 88/KH-UBND",
    ],
)
def test_a_code_alone_or_one_of_another_day_or_body_leads_nowhere(
    tmp_path: Path, folder: Path, basis: str
) -> None:
    (folder / "commune.txt").write_text(plan_text(basis=basis), "utf-8")
    add_here(tmp_path / "other.db", folder)
    with opened(tmp_path / "other.db") as found:
        assert found.one("SELECT count(*) FROM citations WHERE code = '88/KH-UBND'") == 1
        assert found.all("SELECT * FROM parents") == []


def test_a_plan_knows_the_one_that_replaced_it(tmp_path: Path, folder: Path) -> None:
    text = plan_text(number=9, date="10 tháng 5 năm 2026").replace(
        "I. MỤC ĐÍCH",
        "Kế hoạch này thay thế Kế hoạch số 05/KH-UBND ngày 07/3/2026 của UBND xã Đức An.\n\n"
        "I. MỤC ĐÍCH",
    )
    (folder / "new.txt").write_text(text, "utf-8")
    add_here(tmp_path / "other.db", folder)
    with opened(tmp_path / "other.db") as found:
        codes = found.all(
            "SELECT old.code, new.code FROM replaced JOIN plans AS old USING (document)"
            " JOIN plans AS new ON new.document = replaced_by"
        )
    assert codes == [("5/KH-UBND", "9/KH-UBND")]


def test_two_forms_of_a_document_are_linked_and_not_doubled(tmp_path: Path, folder: Path) -> None:
    blank = plan_text(number="      ", date="      tháng 3 năm 2026")
    (folder / "draft.txt").write_text(blank, "utf-8")
    (folder / "issued.docx").write_bytes(docgen.render(extract.read(folder / "commune.txt")))
    add_here(tmp_path / "other.db", folder)
    with opened(tmp_path / "other.db") as found:
        assert counts(found)["forms"] == 2
        of_commune = found.all(
            "SELECT count(DISTINCT document), count(*) FROM targets WHERE value = 90"
        )
        best = found.one(
            "SELECT source_name FROM plans JOIN documents ON sha256 = document"
            " WHERE form_of IS NULL AND area_level = 'commune'"
        )
    assert of_commune == [(1, 1)]
    assert best == "issued.docx"


def test_the_order_in_which_documents_come_does_not_show(tmp_path: Path, folder: Path) -> None:
    (folder / "draft.txt").write_text(plan_text(number="      "), "utf-8")
    add_here(tmp_path / "one.db", folder)
    for name in ("province.txt", "draft.txt", "commune.txt"):
        add_here(tmp_path / "two.db", folder / name)
    assert content(tmp_path / "one.db") == content(tmp_path / "two.db")


def saved_review(folder: Path, document: Path, value: int) -> Path:
    """A review of `document` in which a person put right its first target."""
    plan = extract.read(document)
    before = plan.targets[0].value
    plan.targets[0].value = value
    file = folder / "a.review.json"
    decision = {
        "place": ["targets", 0, "value"],
        "verdict": "corrected",
        "before": before,
        "after": value,
    }
    saved = {
        "format": "kehoach-review",
        "version": 1,
        "document": {"name": document.name, "sha256": fingerprint(document)},
        "plan": plan.model_dump(mode="json"),
        "decisions": [decision],
    }
    file.write_text(json.dumps(saved), "utf-8")
    return file


def test_a_newer_version_reads_anew_and_keeps_what_a_person_confirmed(
    tmp_path: Path, folder: Path, db: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved_review(tmp_path, folder / "commune.txt", 91)
    assert run("archive", "review", file, "--db", db).exit_code == 0
    monkeypatch.setattr(store, "__version__", "999.0.0")
    told = add_here(db, folder)
    assert [seen.event for seen in told] == ["read", "read"]
    with opened(db) as found:
        query = "SELECT value, confidence FROM targets WHERE row = 0 AND value IN (90, 91)"
        assert [value for value, _ in found.all(query)] == [91.0]
        assert counts(found)["older"] == 1
        read = Plan.model_validate_json(
            found.one("SELECT records.plan FROM records JOIN reviews USING (document)")
        )
        assert read.targets[0].value == 90


def test_an_older_version_leaves_what_a_newer_one_read(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "__version__", "0.0.1")
    assert {seen.event for seen in add_here(db, folder)} == {"known"}


def test_tables_of_another_form_are_made_anew_from_the_records(db: Path) -> None:
    before = content(db)
    with opened(db) as found, found.change():
        found.db.execute("UPDATE made SET value = 'older' WHERE name = 'stamp'")
        found.db.execute("DROP TABLE tasks")
    with opened(db):
        assert content(db) == before


def test_a_failed_change_leaves_nothing_behind(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(db)
    (folder / "new.txt").write_text(plan_text(number=6), "utf-8")
    put_rows = Store.put_rows

    def fill_the_disk(self: Store, document: str, rows: rows.Rows) -> None:
        put_rows(self, document, rows)
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Store, "put_rows", fill_the_disk)
    with pytest.raises(UnreadableError, match="disk is full"):
        add_here(db, folder)
    assert content(db) == before
    monkeypatch.undo()
    add_here(db, folder)
    with opened(db) as found:
        assert counts(found)["documents"] == 3


def test_a_database_of_others_and_one_of_a_newer_version_are_left_alone(
    tmp_path: Path, db: Path
) -> None:
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE mine (a)")
    other.close()
    with (
        pytest.raises(UnreadableError, match="no archive"),
        opened(tmp_path / "other.db", new=True),
    ):
        pass
    with opened(db) as found, found.change():
        found.db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('kehoach-archive', 'm999', '')"
        )
    with pytest.raises(UnreadableError, match="newer"), opened(db):
        pass
    with pytest.raises(UnreadableError, match="no such archive"), opened(tmp_path / "none.db"):
        pass


def test_the_tables_are_made_of_the_migrations_in_one_step(db: Path) -> None:
    with opened(db) as found:
        make = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        names = {name for (name,) in found.all(make)}
        with found.change():
            make_anew(found)
        assert {name for (name,) in found.all(make)} == names
