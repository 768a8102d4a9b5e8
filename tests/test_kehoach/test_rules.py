"""`kehoach rules`: the catalogue for people and programs, and its page in docs."""

import json
from pathlib import Path

import pytest
from commandline import ROOT, Run

from docgen.checking.catalogue import catalogue

IDS = [rule.id for rule in catalogue().rules()]


def test_the_list_names_every_rule_in_its_order(run: Run) -> None:
    result = run("rules")
    assert result.exit_code == 0
    listed = [line.split()[0] for line in result.output.splitlines() if line.startswith("  ")]
    assert listed == IDS


@pytest.mark.parametrize("code", IDS[::7])
def test_one_rule_tells_its_clause_and_how_it_is_decided(run: Run, code: str) -> None:
    result = run("rules", code)
    assert result.exit_code == 0
    assert result.output.startswith(f"{code}: ")
    assert ("why not: " in result.output) != ("message: " in result.output)


def test_one_rule_in_vietnamese(run: Run) -> None:
    lines = run("rules", "margin.left", "--lang", "vi").output.splitlines()
    assert lines == [
        "margin.left: Lề trái từ 30 đến 35 mm",
        "  điều khoản: Phụ lục I, Phần I, Mục I, khoản 3 (Nghị định 30/2020/NĐ-CP)",
        "  cơ sở: quy định của Nghị định",
        "  hiệu lực: từ 2020-03-05",
        "  mức độ: lỗi",
        "  thông báo: Lề trái {is}; phải từ 30 đến 35 mm",
        "  sửa được bằng --fix: có",
        "  sai: 25 mm",
        "  đúng: 30 mm",
        "  đúng: 35,01 mm",
    ]


def test_the_beginning_of_several_names_them_all(run: Run) -> None:
    records = json.loads(run("rules", "margin", "-f", "json").output)
    assert [record["id"] for record in records] == [
        name for name in IDS if name.startswith("margin.")
    ]


def test_json_is_the_whole_record_with_patterns_as_text(run: Run) -> None:
    records = {record["id"]: record for record in json.loads(run("rules", "-f", "json").output)}
    assert list(records) == IDS
    dash = records["motto.dash"]
    assert dash["never"] == ["[–—−]"]
    assert dash["clause"] == "Phụ lục I, Phần I, Mục II, khoản 1, điểm b"
    assert set(dash["message"]) == {"vi", "en"}
    assert dash["since"] == "2020-03-05"


def test_a_rule_that_is_not_there_is_a_wrong_command_line(run: Run) -> None:
    result = run("rules", "margin.middle")
    assert result.exit_code == 2
    assert "there is no rule margin.middle" in result.output


def test_the_page_in_docs_is_printed_from_the_catalogue(run: Run) -> None:
    page = Path(ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert run("rules", "-f", "markdown").output == page
