"""`kehoach compare`: exit codes, and the same comparison as text, JSON, workbook and page."""

import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser import ReviewPage
from commandline import DISTRICT, PROFILE, Run
from openpyxl import load_workbook
from selenium.webdriver import Chrome

from docgen.compare import compare
from docgen.comparing.report import Comparison
from kehoach.comparing.plot import plots
from kehoach.comparing.workbook import as_workbook
from plan.model import Plan, Target, Task

HOSTILE = "=HYPERLINK(1) [bold]</script><script>alert(1)</script> :smile: & “ngoặc”"


@pytest.fixture
def draft(run: Run, tmp_path: Path) -> Plan:
    """The data of a draft from the district's sample."""
    data = tmp_path / "draft.json"
    result = run(
        "draft", DISTRICT, "--profile", PROFILE, "-o", tmp_path / "draft.docx", "--data", data
    )
    assert result.exit_code == 0, result.stderr
    return Plan.model_validate_json(data.read_text("utf-8"))


@pytest.fixture
def spoilt(draft: Plan, tmp_path: Path) -> Path:
    """The draft with a target left out, one lowered, one later, a duty given to nobody."""
    targets = draft.targets
    targets[1].year, targets[3].value = 2026, 40
    del targets[5]
    draft.schedule[0].lead = []
    draft.tasks.append(Task(text=HOSTILE, section="III"))
    file = tmp_path / "bản sửa.json"
    file.write_text(draft.model_dump_json(), encoding="utf-8")
    return file


def test_a_whole_draft_ends_with_0(run: Run, draft: Plan, tmp_path: Path) -> None:
    assert draft.targets
    result = run("compare", DISTRICT, tmp_path / "draft.docx")
    assert result.exit_code == 0, result.stdout
    assert "missing: 0" in result.stderr


def test_a_gap_ends_with_1(run: Run, spoilt: Path) -> None:
    result = run("compare", DISTRICT, spoilt)
    assert result.exit_code == 1
    assert "missing: 1, given to nobody: 1" in result.stderr
    assert "a later year: 2025 → 2026" in result.stdout
    assert "asks less: ≈ 88" in result.stdout
    assert "[bold]" in result.stdout
    assert ":smile:" in result.stdout


def test_changes_alone_end_with_0(run: Run, draft: Plan, tmp_path: Path) -> None:
    draft.targets[3].value = 40
    file = tmp_path / "lower.json"
    file.write_text(draft.model_dump_json(), encoding="utf-8")
    result = run("compare", DISTRICT, file)
    assert result.exit_code == 0
    assert "missing: 0, given to nobody: 0" in result.stderr
    assert "asks less: ≈ 88" in result.stdout


def test_a_missing_file_ends_with_3(run: Run, tmp_path: Path) -> None:
    assert run("compare", DISTRICT, tmp_path / "no.docx").exit_code == 3


def test_an_input_is_not_overwritten(run: Run, spoilt: Path) -> None:
    before = spoilt.read_bytes()
    assert run("compare", DISTRICT, spoilt, "-f", "json", "-o", spoilt).exit_code == 2
    assert spoilt.read_bytes() == before


def test_json_holds_everything(run: Run, spoilt: Path) -> None:
    result = run("compare", DISTRICT, spoilt, "-f", "json")
    data = json.loads(result.stdout)
    assert data["child"]["name"] == spoilt.name
    assert data["summary"]["target"]["missing"] == 1
    assert Comparison.model_validate_json(result.stdout).gaps
    changes = [change for row in data["rows"] for change in row["changes"]]
    unit = "thuê bao/100 dân"
    lowered = {"what": "value", "how": "weaker", "parent": f"≈ 88 {unit}", "child": f"≈ 40 {unit}"}
    assert lowered in changes


def test_text_is_vietnamese_on_request(run: Run, spoilt: Path) -> None:
    result = run("compare", DISTRICT, spoilt, "--lang", "vi")
    assert "Thiếu trong kế hoạch cấp dưới" in result.stdout
    assert "chưa giao cho đơn vị nào" in " ".join(result.stdout.split())


def test_the_workbook_has_values_side_by_side(run: Run, spoilt: Path, tmp_path: Path) -> None:
    out = tmp_path / "so sánh.xlsx"
    assert run("compare", DISTRICT, spoilt, "-f", "xlsx", "-o", out).exit_code == 1
    book = load_workbook(out)
    assert book.sheetnames == ["Tổng hợp", "Chỉ tiêu", "Nhiệm vụ"]
    rows = list(book["Chỉ tiêu"].iter_rows(values_only=True))
    heading = {name: place for place, name in enumerate(rows[0])}
    lowered = next(row for row in rows if row[heading["Giá trị (cấp dưới)"]] == 40)
    assert lowered[heading["Giá trị (cấp trên)"]] == 88
    assert lowered[heading["Kết quả"]] == "thay đổi"
    assert "thấp hơn" in str(lowered[heading["Khác biệt"]])


def test_no_text_of_the_workbook_runs() -> None:
    parent = Plan(targets=[Target(text=HOSTILE)], tasks=[Task(text="+1"), Task(text="@x")])
    book = load_workbook(io.BytesIO(as_workbook(compare(parent, Plan(tasks=[Task(text="-2")])))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {HOSTILE, "+1", "@x", "-2"} <= {cell.value for cell in cells}


class Seen(HTMLParser):
    """Elements and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_the_page_holds_text_and_no_script(run: Run, spoilt: Path) -> None:
    page = run("compare", DISTRICT, spoilt, "-f", "html").stdout
    seen = Seen()
    seen.feed(page)
    assert not {"script", "img", "link", "iframe"} & {*seen.elements}
    assert all(address.startswith("#") for address in seen.addresses)
    assert "&lt;/script&gt;" in page
    assert "default-src 'none'" in page


def test_the_page_is_seen_without_trouble(
    run: Run, spoilt: Path, tmp_path: Path, chrome: Chrome, downloads: Path
) -> None:
    out = tmp_path / "so sánh.html"
    run("compare", DISTRICT, spoilt, "-f", "html", "-o", out)
    page = ReviewPage(chrome, out, downloads)
    assert page.troubles() == []
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    assert HOSTILE in {cell.text for cell in page.all("#added td p")}
    assert len(page.all("#missing tbody tr")) == 1
    lowered = page.one(".plot tr.less")
    assert "88" in lowered.text
    scale, mark = (lowered.find_element("css selector", one).rect for one in ("svg", "path.less"))
    share = (mark["x"] + mark["width"] / 2 - scale["x"]) / scale["width"]
    assert abs(share - 40 / 88) < 0.02
    assert len(page.all(".plot tr.missing path.missing")) == 1


def targets(*values: float | None, unit: str = "%") -> Plan:
    return Plan(
        targets=[
            Target(text=name, indicator=name, comparator="=", value=value, unit=unit)
            for name, value in zip(("thôn văn hóa", "hộ có nước sạch"), values, strict=False)
            if value is not None
        ]
    )


def test_the_plot_shows_both_values_on_one_scale() -> None:
    (plot,) = plots(compare(targets(80, 50), targets(60)))
    assert plot.shares
    assert [(mark.parent, mark.child, mark.look) for mark in plot.marks] == [
        (80, 60, "less"),
        (50, None, "missing"),
    ]
    assert [value for _, value in plot.ticks] == [0, 25, 50, 75, 100]


def test_other_quantities_are_drawn_as_shares_of_the_parent_s() -> None:
    (plot,) = plots(compare(targets(20, unit="km"), targets(30, unit="km")))
    assert not plot.shares
    assert [value for _, value in plot.ticks][-1] == 150
    assert [round(place) for place in (plot.marks[0].parent, plot.marks[0].child or 0)] == [67, 100]
    assert plot.marks[0].said == "20 → 30 km"


def test_what_cannot_be_drawn_is_left_out_of_the_plot() -> None:
    assert plots(compare(targets(0), targets(0))) == []
    assert plots(compare(targets(80), targets(120, unit="hộ"))) == []
    assert plots(compare(Plan(), targets(80))) == []
