"""`kehoach check`: what it prints, what it writes, how it ends."""

import json
from pathlib import Path

import handmade as made
import pytest
from commandline import Run, process

import docgen

GOOD = made.package(made.PLAN)
CLAUSE = "Phụ lục I, Phần I, Mục I, khoản 3"
BAD = made.package(
    made.PLAN, page=made.PAGE.replace('w:left="1701"', 'w:left="1417"').replace("<w:titlePg/>", "")
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "kế hoạch đúng.docx"
    file.write_bytes(GOOD)
    return file


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "kế hoạch sai.docx"
    file.write_bytes(BAD)
    return file


def test_a_document_that_keeps_the_rules_ends_with_0(run: Run, good: Path) -> None:
    result = run("check", good)
    assert result.exit_code == 0
    assert result.output.startswith("kế hoạch đúng.docx: rules broken: 0, advice: 0, kept: ")
    assert "the document has no such part, or it was not recognised" in result.output


def test_what_is_broken_is_told_by_component_with_clause_and_ends_with_1(
    run: Run, bad: Path
) -> None:
    result = run("check", bad, "--lang", "vi")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0].startswith("kế hoạch sai.docx: quy tắc bị vi phạm: 2, góp ý: 0, đạt: ")
    assert lines[1:3] == [
        "  Trang giấy, phông chữ, số trang",
        f"    lỗi: Lề trái 24,99 mm; phải từ 30 đến 35 mm [{CLAUSE}; margin.left]",
    ]


def test_every_file_is_checked_and_each_has_its_summary(
    run: Run, good: Path, bad: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "gone.docx"
    result = run("check", bad, missing, good)
    assert result.exit_code == 1
    assert "kế hoạch sai.docx: rules broken: 2" in result.output
    assert "gone.docx: there is no such file" in result.stderr
    assert "kế hoạch đúng.docx: rules broken: 0" in result.output


def test_one_file_that_cannot_be_read_ends_with_3(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "no.docx"
    file.write_bytes(b"no document")
    assert run("check", file).exit_code == 3


def test_json_has_every_rule_with_its_outcome(run: Run, good: Path, bad: Path) -> None:
    result = run("check", good, bad, "-f", "json")
    told = json.loads(result.stdout)
    assert [one["violations"] for one in told] == [0, 2]
    assert {len(one["rules"]) for one in told} == {185}
    rules = {rule["id"]: rule for rule in told[1]["rules"]}
    assert rules["margin.left"]["verdict"] == "fail"
    assert rules["margin.left"]["findings"][0]["vi"].startswith("Lề trái 24,99 mm")
    assert rules["margin.right"]["verdict"] == "pass"
    assert (rules["parent.style"]["verdict"], rules["parent.style"]["reason"]) == (
        "not_evaluated",
        "absent",
    )


def test_a_habit_is_advice_and_no_violation(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "habit.docx"
    file.write_bytes(made.package(made.PLAN.replace("MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH, YÊU CẦU.")))
    result = run("check", file)
    assert result.exit_code == 0
    assert "Advice (no violation)" in result.output


def test_a_repair_is_written_listed_and_passes(run: Run, bad: Path, tmp_path: Path) -> None:
    target = tmp_path / "sửa.docx"
    result = run("check", bad, "--fix", target)
    assert result.exit_code == 0
    assert "sửa.docx: repairs: 2" in result.output
    assert "The left margin is 24.99 mm; it must be 30 to 35 mm [margin.left]" in result.output
    assert bad.read_bytes() == BAD
    assert docgen.check(target).violations == ()


def test_a_repair_never_takes_the_place_of_its_source(run: Run, bad: Path) -> None:
    assert run("check", bad, "--fix", bad).exit_code == 2
    assert bad.read_bytes() == BAD


def test_a_repair_is_of_one_file(run: Run, good: Path, bad: Path, tmp_path: Path) -> None:
    assert run("check", good, bad, "--fix", tmp_path / "x.docx").exit_code == 2


def test_the_command_works_in_a_process_of_its_own(bad: Path, tmp_path: Path) -> None:
    done = process("check", bad, cwd=tmp_path, LANGUAGE="vi")
    assert done.returncode == 1
    assert "Lề trái 24,99 mm" in done.stdout.decode()
