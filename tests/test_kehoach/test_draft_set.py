"""`kehoach draft --profiles`: drafts for every row of a table."""

from pathlib import Path

import docx
import pytest
from commandline import DISTRICT, PROFILE, Run
from openpyxl import Workbook

HEAD = "commune.type;Tên xã;commune.district;Tỉnh;plan.date;units.media;Số hộ;recipients.extra"
GOOD = "xã;An Thượng;Mộc Khê;Lam Giang;2024-03-05;Đài xã An Thượng;1.850;Trưởng thôn; Cổng TTĐT"
TOWN = "thị trấn;Bến Gỗ;Mộc Khê;Lam Giang;2024-03;;900;"
BAD = "xóm;Nà Pài;Mộc Khê;Lam Giang;2024-03;;;"


def table(folder: Path, *lines: str) -> Path:
    path = folder / "các xã.csv"
    path.write_text("\n".join((HEAD, *lines)), encoding="utf-8-sig")
    return path


def words(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell for one in document.tables for row in one.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *(cell.text for cell in cells)])


def test_every_commune_gets_its_draft(run: Run, tmp_path: Path) -> None:
    row = GOOD.replace("; Cổng TTĐT", "")
    result = run(
        *("draft", DISTRICT, "--profiles", table(tmp_path, row, TOWN, "", row)),
        *("-o", tmp_path / "dự thảo", "-j", "1"),
    )
    assert result.exit_code == 0, result.stderr
    names = sorted(path.name for path in (tmp_path / "dự thảo").iterdir())
    assert names == ["thi-tran-ben-go.docx", "xa-an-thuong-2.docx", "xa-an-thuong.docx"]
    assert "[3/3]" in result.stderr
    said = words(tmp_path / "dự thảo" / "xa-an-thuong.docx")
    assert "UBND xã An Thượng" in said
    assert "Đài xã An Thượng" in said
    assert "≈ 1.480 hộ" in said
    assert "thị trấn Bến Gỗ" in words(tmp_path / "dự thảo" / "thi-tran-ben-go.docx")


def test_a_bad_row_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    result = run(
        *("draft", DISTRICT, "--profiles", table(tmp_path, BAD, TOWN), "-o", tmp_path / "out"),
        *("-j", "1"),
    )
    assert result.exit_code == 1
    assert "các xã.csv:2: the profile has mistakes" in result.stderr
    assert "communes without a draft: 1 of 2" in result.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["thi-tran-ben-go.docx"]


def test_what_all_have_alike_stands_in_one_profile(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    head = ["commune.name", "Người ký", "plan.number", "targets.hộ dân có cáp quang"]
    for line in (head, ["Khe Sim", "Lê Văn Tám", 7, "78,5"]):
        sheet.append(line)
    book.save(tmp_path / "xã.xlsx")
    result = run(
        *("draft", DISTRICT, "--profile", PROFILE, "--profiles", tmp_path / "xã.xlsx"),
        *("-o", tmp_path / "out", "--clean", "-j", "1"),
    )
    assert result.exit_code == 0, result.stderr
    said = words(tmp_path / "out" / "xa-khe-sim.docx")
    assert "Lê Văn Tám" in said
    assert "07/KH-UBND" in said
    assert "78,5%" in said


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ("commune.name;commune.nmae\nA;B", 6, "column 'commune.nmae': no key of a profile"),
        ("Huyện\nA", 6, "commune.name among them"),
        ("", 6, "commune.name among them"),
        (b"\xff\xfe\x00x", 3, "save it as CSV UTF-8"),
        (b"PK\x05\x06" + bytes(18), 3, "not a workbook"),
        (None, 3, "no such file"),
    ],
)
def test_tables_that_cannot_be_used(
    run: Run, tmp_path: Path, content: str | bytes | None, code: int, said: str
) -> None:
    path = tmp_path / "bảng.csv"
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    result = run("draft", DISTRICT, "--profiles", path, "-o", tmp_path / "out")
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [([], "a profile is needed"), (["--profiles", "x.csv", "--data", "d.json"], "for one draft")],
)
def test_options_that_do_not_go_together(
    run: Run, tmp_path: Path, options: list[str], said: str
) -> None:
    result = run("draft", DISTRICT, *options, "-o", tmp_path / "x.docx")
    assert result.exit_code == 2
    assert said in result.stderr
