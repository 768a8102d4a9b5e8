"""Workbooks for people, read back by another library: types, sheets, and no formula anywhere."""

import io
import re
from collections.abc import Callable
from datetime import datetime

import pytest
from commandline import DISTRICT
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from strategies import wild_plans, wild_texts

import extract
from kehoach.tables.table import Document
from kehoach.tables.workbook import as_workbook
from plan.model import (
    Assignment,
    Candidate,
    Evidence,
    Finding,
    Header,
    Period,
    Plan,
    Recipient,
    Span,
    Target,
    Task,
)

SHEETS = [
    "Chỉ tiêu", "Nhiệm vụ", "Trách nhiệm", "Lịch công việc", "Phân công", "Văn bản viện dẫn",
    "Nơi nhận", "Thông tin chung", "Cần xem lại",
]  # fmt: skip
FORMULAS = ["=1+1", "+ Vận động nhân dân", "- Tuyên truyền", "@SUM(1)", "\t=1", "\r=1", "\n=1"]
LIKE_NUMBERS = ["012", "1e3", "2.1", "80%", "2025-01-07", "TRUE", "#REF!", "{=1}", "", " "]
SAMPLE = extract.read(DISTRICT)


def opened(*plans: Plan) -> Workbook:
    documents = [Document(f"{number}.docx", plan) for number, plan in enumerate(plans)]
    return load_workbook(io.BytesIO(as_workbook(documents)))


def column(sheet: Worksheet, heading: str) -> list[object]:
    """The values below a heading; letters that XML cannot hold are written `_x0007_`."""
    (values,) = (list(c) for c in sheet.iter_cols(values_only=True) if c[0] == heading)
    return [
        re.sub(r"_x([\dA-F]{4})_", lambda m: chr(int(m[1], 16)), one) if isinstance(one, str)
        else one
        for one in values[1:]
    ]  # fmt: skip


def sheet_of(plan: Plan, title: str) -> Callable[[str], list[object]]:
    sheet = opened(plan)[title]
    return lambda heading: column(sheet, heading)


def kinds_of_cells(book: Workbook) -> set[str]:
    return {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("text", [*FORMULAS, *LIKE_NUMBERS])
def test_a_text_arrives_as_the_text_it_is(text: str) -> None:
    book = opened(Plan(tasks=[Task(text=text)], recipients=[Recipient(name=text, note=text)]))
    assert column(book["Nhiệm vụ"], "Nội dung") == [text or ""]
    assert column(book["Nơi nhận"], "Ghi chú") == [text or ""]
    assert "f" not in kinds_of_cells(book)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_like_a_formula_is_text_even_when_it_is_edited(text: str) -> None:
    sheet = opened(Plan(tasks=[Task(text=text, section="I")]))["Nhiệm vụ"]
    assert sheet["C2"].quotePrefix
    assert not sheet["A2"].quotePrefix


@given(st.text() | wild_texts)
def test_any_text_comes_back(text: str) -> None:
    plan = Plan(tasks=[Task(text=text)])
    assert sheet_of(plan, "Nhiệm vụ")("Nội dung") == [plan.tasks[0].text]


@settings(max_examples=25, deadline=None)
@given(st.lists(wild_plans, min_size=1, max_size=2))
def test_any_plans_make_a_workbook_without_formulas(plans: list[Plan]) -> None:
    book = opened(*plans)
    assert book.sheetnames == SHEETS
    assert kinds_of_cells(book) <= {"s", "n", "d"}
    assert book["Chỉ tiêu"].max_row == 1 + sum(len(plan.targets) for plan in plans)


def test_numbers_years_and_days_have_their_types() -> None:
    plan = Plan(
        header=Header(number=46, date="2024-02-22"),
        period=Period(start=2024),
        targets=[Target(text="a", indicator="a", comparator=">=", value=80.5, unit="%", year=2025)],
    )
    targets, facts = sheet_of(plan, "Chỉ tiêu"), sheet_of(plan, "Thông tin chung")
    assert (targets("Giá trị"), targets("Năm"), targets("So sánh")) == ([80.5], [2025], ["≥"])
    assert type(targets("Năm")[0]) is int
    known = dict(zip(facts("Thông tin"), facts("Nội dung"), strict=True))
    assert known["Ngày ban hành"] == datetime(2024, 2, 22)  # noqa: DTZ001 - as a spreadsheet has it
    assert (known["Số"], known["Từ năm"]) == (46, 2024)
    assert "Ký hiệu" not in known


@pytest.mark.parametrize("date", ["2026-03", "2025-Q4", "1899-12-31", "2025-02-30", "20250107"])
def test_what_is_no_day_of_a_spreadsheet_stays_text(date: str) -> None:
    facts = sheet_of(Plan(header=Header(date=date)), "Thông tin chung")
    assert date in facts("Nội dung")


@pytest.mark.parametrize("number", [10**15, 10**400, -(10**15)])
def test_a_number_that_would_be_rounded_is_written_as_text(number: int) -> None:
    assert sheet_of(Plan(targets=[Target(text="a", value=number)]), "Chỉ tiêu")("Giá trị") == [
        str(number)
    ]


def test_every_sheet_can_be_read_and_filtered_from_its_head() -> None:
    for sheet in opened(SAMPLE):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.b for cell in sheet[1])
        assert all(8 <= size.width <= 41 for size in sheet.column_dimensions.values())
        assert sheet.print_title_rows == "$1:$1"


def test_a_column_without_values_is_hidden_and_keeps_its_place() -> None:
    sheet = opened(Plan(targets=[Target(text="a")]))["Chỉ tiêu"]
    sizes = sheet.column_dimensions.values()
    hidden = {place for size in sizes if size.hidden for place in range(size.min, size.max + 1)}
    assert [cell.value for cell in sheet[1] if cell.column not in hidden] == ["Nội dung"]
    assert sheet.max_column == 14


def test_a_long_text_is_shown_whole() -> None:
    sheet = opened(Plan(tasks=[Task(text="chữ " * 100), Task(text="chữ")]))["Nhiệm vụ"]
    assert sheet["C2"].alignment.wrap_text
    assert (sheet.row_dimensions[2].height or 0) >= 10 * 16
    assert sheet.row_dimensions[3].height < 17


def test_a_text_longer_than_a_cell_is_cut_and_not_refused() -> None:
    (text,) = sheet_of(Plan(tasks=[Task(text="chữ " * 20_000)]), "Nhiệm vụ")("Nội dung")
    assert len(str(text)) == 32_767


def test_every_value_leads_back_to_its_place() -> None:
    page = Span(start=5, end=9, page=3, quote="Ít nhất 85% hộ gia đình phân loại rác tại nguồn")
    plan = Plan(
        tasks=[
            Task(text="a", span=page, evidence={"text": Evidence(confidence=0.95)}),
            Task(text="b", span=Span(start=5, end=9, path="t2/r3/c1/p1"),
                 evidence={"text": Evidence(confidence=0.4), "kind": Evidence(confidence=0.99)}),
            Task(text="c", span=Span(start=5, end=9)),
            Task(text="d"),
        ]
    )  # fmt: skip
    tasks = sheet_of(plan, "Nhiệm vụ")
    assert tasks("Vị trí") == [
        "trang 3: “Ít nhất 85% hộ gia đình phân loại rác …”",
        "bảng 2, hàng 3, ô 1, đoạn 1",
        "ký tự 5",
        None,
    ]
    assert tasks("Độ tin cậy") == [0.95, 0.4, None, None]


def test_what_is_doubtful_is_listed_with_its_reason() -> None:
    span = Span(start=0, end=2, page=1, quote="12")
    values = [Candidate(value=12), Candidate(value=21, origin="file_name")]
    number = Evidence(span=span, confidence=0.5, doubts=["conflict"], candidates=values)
    plan = Plan(
        header=Header(
            number=12, symbol="KH", evidence={"number": number, "symbol": Evidence(confidence=0.97)}
        ),
        schedule=[Assignment(text="Số hóa hồ sơ", lead=["A", "B"])],
        findings=[Finding(code="x", template="{n} odd", args={"n": 2}, span=span)],
    )
    told = sheet_of(plan, "Cần xem lại")
    assert told("Thuộc phần") == ["Cảnh báo", "Cảnh báo", "Phần đầu văn bản"]
    assert told("Lý do")[0] == "2 odd"
    assert "A, B" in str(told("Lý do")[1])
    assert told("Giá trị đã đọc")[2] == "12"
    assert told("Các giá trị tìm thấy")[2] == "12 (chữ in); 21 (tên tệp)"
    assert told("Vị trí")[2] == "trang 1: “12”"


def test_who_does_what_joins_tables_and_prose() -> None:
    book = opened(SAMPLE)
    sheet = book["Phân công"]
    units, parts, work = (column(sheet, name) for name in ("Đơn vị", "Vai trò", "Công việc"))
    assert set(parts) == {"chủ trì", "phối hợp", "thực hiện"}
    assert {row.text for row in SAMPLE.schedule} <= set(work)
    firsts = [unit for unit, before in zip(units, [None, *units], strict=False) if unit != before]
    assert len(firsts) == len(set(firsts))
    assert "nhiều đơn vị cùng chủ trì" in column(sheet, "Cần xem lại")


def test_work_that_is_given_to_nobody_stands_in_front() -> None:
    rows = [Assignment(text="a", lead=["A"]), Assignment(text="b")]
    sharing = sheet_of(Plan(schedule=rows), "Phân công")
    assert sharing("Đơn vị") == [None, "A"]
    assert sharing("Cần xem lại") == ["chưa rõ đơn vị chủ trì", None]


def test_several_documents_share_a_workbook() -> None:
    book = opened(SAMPLE, Plan(tasks=[Task(text="a")]))
    assert column(book["Nhiệm vụ"], "Văn bản")[-1] == "1.docx"
    assert set(column(book["Chỉ tiêu"], "Văn bản")) == {"0.docx"}
    assert opened(SAMPLE)["Chỉ tiêu"]["A1"].value == "Mục"


def test_the_same_data_give_the_same_bytes() -> None:
    documents = [Document("a.docx", SAMPLE)]
    assert as_workbook(documents) == as_workbook(documents)
