"""Every value leads back to where it is printed, and the quote is what stands there."""

from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest

import extract
from extract.evidence import spans_of
from extract.readers import read_layout
from extract.understand import understand
from plan.model import Evidence, Found, Plan, Span
from plan.records import records

ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted(
    [*ROOT.glob("samples/ke-hoach*"), *ROOT.glob("samples/corpus/*/*.txt")],
    key=lambda path: path.name,
)
READABLE = [path for path in SAMPLES if path.suffix != ".json"]
TEXT = """\
ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ AN KHÊ\tĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND\tAn Khê, ngày 05 tháng 3 năm 2025

KẾ HOẠCH
Phổ cập kỹ năng số năm 2025

Thực hiện Kế hoạch số 45 /KH - UBND ngày 06/01/2025 của UBND huyện về kỹ năng số.

I. CHỈ TIÊU
- Ít nhất 1.250 người được tập huấn.
- 80,5% hộ gia đình có tài khoản
định danh điện tử.

II. TỔ CHỨC THỰC HIỆN
1. Công an xã
- Chủ trì, phối hợp với Đoàn Thanh niên,
Hội Phụ nữ hướng dẫn người dân; báo cáo UBND xã trước ngày 20/11/2025.
"""


def evidence_of(plan: Plan) -> Iterator[tuple[str, Evidence]]:
    for place, record in records(plan):
        if isinstance(record, Found):
            for name, evidence in record.evidence.items():
                yield ".".join(map(str, (*place, name))), evidence


def quoted(text: str, tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "plan.txt"
    file.write_text(text, "utf-8")
    plan = extract.read(file)
    return {name: e.span.quote for name, e in evidence_of(plan) if e.span and e.span.quote}


@pytest.mark.parametrize("sample", READABLE, ids=lambda path: path.name)
def test_each_quote_is_what_stands_there(sample: Path) -> None:
    layout = read_layout(sample)
    spans: list[Span] = list(spans_of(understand(layout)))
    assert spans
    assert [s for s in spans if not 0 <= s.start < s.end <= len(layout.text)] == []
    assert [s.quote for s in spans] == [layout.text[s.start : s.end] for s in spans]


@pytest.mark.parametrize("sample", READABLE, ids=lambda path: path.name)
def test_each_filled_field_has_evidence(sample: Path) -> None:
    for place, record in records(extract.read(sample)):
        if isinstance(record, Found) and not isinstance(record, Plan):
            values = record.model_dump(exclude={"span", "evidence", "baseline"})
            filled = {
                name
                for name, value in values.items()
                if value not in (None, "")
                and (not isinstance(value, list) or (value and isinstance(value[0], str)))
            }
            assert filled <= record.evidence.keys(), place


def test_values_are_found_as_they_are_printed(tmp_path: Path) -> None:
    quotes = quoted(TEXT, tmp_path)
    expected = {
        "header.number": "Số: 12/KH-UBND",
        "header.date": "An Khê, ngày 05 tháng 3 năm 2025",
        "area.name": "An Khê",
        "period.start": "2025",
        "legal_bases.0.code": "45 /KH - UBND",
        "legal_bases.0.date": "06/01/2025",
        "targets.0.value": "1.250",
        "targets.0.unit": "người",
        "targets.1.value": "80,5",
        "targets.1.indicator": "hộ gia đình có tài khoản\nđịnh danh điện tử",
        "responsibilities.0.unit": "Công an xã",
        "responsibilities.0.tasks.0.partners": "Đoàn Thanh niên,\nHội Phụ nữ",
        "responsibilities.0.tasks.0.deadline": "trước ngày 20/11/2025",
        "responsibilities.0.tasks.0.reports_to": "UBND xã",
    }
    assert {name: quotes.get(name, "") for name in expected} == expected


def test_a_year_that_only_the_heading_says_is_found_above(tmp_path: Path) -> None:
    text = TEXT.replace("I. CHỈ TIÊU", "I. CHỈ TIÊU ĐẾN NĂM 2027")
    file = tmp_path / "plan.txt"
    file.write_text(text, "utf-8")
    place = extract.read(file).targets[0].evidence["year"].span
    assert place
    assert place.start == text.index("2027")


def test_a_box_on_a_pdf_page_holds_what_is_quoted() -> None:
    sample = ROOT / "samples" / "ke-hoach-huyen-ha-tang-so.pdf"
    boxed = [s for s in spans_of(extract.read(sample)) if s.box and s.quote and "\n" not in s.quote]
    assert len(boxed) > 300
    with pdfplumber.open(sample) as pdf:
        for span in boxed[::7]:
            assert span.page
            assert span.box
            left, top, right, bottom = span.box
            crop = pdf.pages[span.page - 1].crop((left - 1, top - 1, right + 1, bottom + 1))
            inside = "".join(c["text"] for c in crop.chars)
            assert "".join((span.quote or "").split()) in "".join(inside.split())


def test_short_values_are_found_where_they_belong(tmp_path: Path) -> None:
    text = TEXT.replace("I. CHỈ TIÊU", "2. CHỈ TIÊU NĂM 2025") + (
        "\nNơi nhận:\n- Sở TTTT-BCVT;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn An\n"
    )
    file = tmp_path / "plan.txt"
    file.write_text(text, "utf-8")
    plan = extract.read(file)
    label, filed = plan.sections[0].evidence["label"].span, plan.evidence["filing.0"].span
    title = plan.header.evidence["doc_type"].span
    assert label
    assert filed
    assert title
    assert (label.start, filed.start) == (text.index("2. CHỈ"), text.rindex("VT."))
    assert (title.start, title.quote) == (text.index("KẾ HOẠCH"), "KẾ HOẠCH")
