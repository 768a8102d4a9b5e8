"""What leaves an archive, read back by another's eyes."""

import csv
import json
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from archives import add_here, plan_text
from commandline import Run
from icalendar import Calendar

from kehoach.archive.exports import FORMS
from kehoach.archive.exports.calendar import first_day
from kehoach.archive.exports.metadata import COLUMNS
from kehoach.archive.opening import opened

FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(plan_text(), "utf-8")
    hostile = plan_text(number=6, subject=f"{FORMULA} đợt 2 trên địa bàn xã Đức An năm 2026")
    (folder / "b.txt").write_text(hostile, "utf-8")
    found = tmp_path / "plans.db"
    add_here(found, folder)
    with opened(found) as store, store.change():
        store.db.execute("UPDATE targets SET text = ? WHERE row = 1", (FORMULA,))
    return found


def export(run: Run, db: Path, form: str) -> Path:
    output = db.parent / f"out-{form}.{form}"
    result = run("archive", "export", "-f", form, "-o", output, "--db", db)
    assert result.exit_code == 0, result.stderr
    return output


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_csv_has_a_file_for_each_table_and_no_formula(run: Run, db: Path) -> None:
    folder = export(run, db, "csv")
    with opened(db) as store:
        for file in folder.iterdir():
            assert len(rows_of(file)) == store.one(f"SELECT count(*) FROM {file.stem}")  # noqa: S608 - our own tables
    assert {row["text"] for row in rows_of(folder / "targets.csv")} >= {f"'{FORMULA}"}


def test_a_workbook_has_the_same_rows_and_only_text_and_numbers(run: Run, db: Path) -> None:
    book = openpyxl.load_workbook(export(run, db, "xlsx"))
    with opened(db) as store:
        assert book["Chỉ tiêu"].max_row - 1 == store.one("SELECT count(*) FROM targets")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert FORMULA in {cell.value for cell in cells}


def test_parquet_keeps_types_and_texts(run: Run, db: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    found = parquet.read_table(export(run, db, "parquet") / "targets.parquet")
    assert str(found.schema.field("value").type) == "double"
    assert str(found.schema.field("year").type) == "int64"
    assert FORMULA in found["text"].to_pylist()


def test_a_missing_package_is_named(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("archive", "export", "-f", "parquet", "-o", db.parent / "out", "--db", db)
    assert result.exit_code == 5
    assert "pip install kehoach[parquet]" in result.stderr


def test_json_lines_hold_whole_records(run: Run, db: Path) -> None:
    lines = export(run, db, "jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert [Path(record["paths"][0]).name for record in records] != []
    assert {record["plan"]["header"]["number"] for record in records} == {5, 6}


def test_a_data_package_describes_its_files(run: Run, db: Path) -> None:
    folder = export(run, db, "datapackage")
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in described["resources"]:
        rows = rows_of(folder / resource["path"])
        fields = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        for row in rows:
            assert list(row) == list(fields)
            numbers = [row[name] for name, kind in fields.items() if kind != "string" and row[name]]
            assert [float(number) for number in numbers] or not numbers
        keys = resource["schema"]["primaryKey"]
        keys = [keys] if isinstance(keys, str) else keys
        assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows)


def test_deadlines_are_events_that_a_calendar_reads(run: Run, db: Path) -> None:
    data = export(run, db, "ics").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events = Calendar.from_ical(data).walk("VEVENT")
    assert {event.decoded("dtstart") for event in events} == {date(2026, 12, 15)}
    assert {str(event["summary"]).partition(":")[0] for event in events} == {"Phòng Kinh tế"}
    assert len({str(event["uid"]) for event in events}) == len(events) == 2
    assert export(run, db, "ics").read_bytes() == data


@pytest.mark.parametrize(
    ("every", "month", "day", "expected"),
    [
        ("year", 12, 15, date(2026, 12, 15)),
        ("quarter", None, 20, date(2026, 1, 20)),
        ("year", None, 15, None),
        ("month", None, 5, None),
        ("year", 2, 30, None),
        (None, None, None, None),
    ],
)
def test_a_deadline_that_comes_again_begins_where_the_plan_says_so(
    every: str | None, month: int | None, day: int | None, expected: date | None
) -> None:
    assert first_day(every, month, day, "2026-03-07", None) == expected


def test_descriptions_leave_open_what_only_an_archivist_knows(run: Run, db: Path) -> None:
    rows = rows_of(export(run, db, "metadata"))
    assert len(rows) == 2
    assert all(row["Tên loại tài liệu"] == "Kế hoạch" for row in rows)
    empty = [name for name, source in COLUMNS.items() if source is None]
    assert all(row[name] == "" for row in rows for name in empty)


def test_the_help_names_every_form(run: Run) -> None:
    told = run("archive", "export", "--help").stdout
    assert all(form in told for form in FORMS)
