"""The manners of the whole command line: help, languages, errors, exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from commandline import DISTRICT, ROOT, Run, process

import extract
from kehoach.cli import COMMANDS, cli
from plan.errors import (
    ConfigurationError,
    KehoachError,
    LimitError,
    MissingToolError,
    UnreadableError,
)
from plan.messages import Message

HEAVY = (
    "pydantic",
    "spacy",
    "docx",
    "docxtpl",
    "pdfplumber",
    "pypdfium2",
    "lxml",
    "rich",
    "yaml",
    "xlsxwriter",
)


def every_command(group: click.Group, *path: str) -> list[tuple[str, ...]]:
    context = click.Context(group)
    found: list[tuple[str, ...]] = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found += every_command(command, *path, name)
        else:
            found.append((*path, name))
    return found


LEAVES = every_command(cli)


def test_help_loads_nothing_heavy() -> None:
    code = f"""
import sys
from kehoach.cli import cli
try:
    cli(["--help"])
except SystemExit:
    print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stderr == "[]\n"


def test_help_lists_the_commands_of_the_contract(run: Run) -> None:
    shown = run("--help").stdout
    assert all(f"\n  {name} " in shown for name in COMMANDS)
    assert set(COMMANDS) == {
        "extract", "draft", "compare", "render", "check", "rules", "archive",
        "profile", "schema", "templates", "doctor", "demo",
    }  # fmt: skip


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_every_command_has_help_with_an_example(run: Run, path: tuple[str, ...]) -> None:
    result = run(*path, "--help")
    assert result.exit_code == 0
    example = result.stdout.split("Example:\n")[1]
    assert f"  kehoach {' '.join(path)}" in example
    assert "--lang" in result.stdout


@pytest.mark.parametrize("path", [(), *LEAVES], ids=" ".join)
def test_help_is_wholly_vietnamese_in_vietnamese(run: Run, path: tuple[str, ...]) -> None:
    english, vietnamese = run(*path, "--help").stdout, run(*path, "--lang", "vi", "--help").stdout
    sentences = {line.strip() for line in english.splitlines() if line.strip().endswith(".")}
    assert sentences
    assert not [sentence for sentence in sentences if sentence in vietnamese]
    assert "Ví dụ:" in vietnamese
    assert "Cách dùng:" in vietnamese


def test_the_language_comes_from_the_locale(tmp_path: Path) -> None:
    vietnamese = {"LANGUAGE": "", "LC_ALL": "vi_VN.UTF-8"}
    assert "Cách dùng" in process("--help", cwd=tmp_path, **vietnamese).stdout.decode()
    plain = {"LANGUAGE": "", "LC_ALL": "C"}
    assert "Usage" in process("--help", cwd=tmp_path, **plain).stdout.decode()


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_the_command_line_itself_can_be_wrong(run: Run, path: tuple[str, ...]) -> None:
    result = run(*path, "--no-such-option")
    assert result.exit_code == 2
    assert "--no-such-option" in result.stderr
    assert result.stdout == ""


def test_wrong_use_is_told_in_vietnamese(run: Run) -> None:
    result = run("--lang", "vi", "draft")
    assert result.exit_code == 2
    assert "Lỗi: Thiếu" in result.stderr
    assert not {"Usage", "Error", "Missing", "Try"} & set(result.stderr.replace(":", " ").split())


ERRORS = [
    (UnreadableError("{file}: gone", file="a"), 3, "a: gone"),
    (LimitError("{file}: too big", file="a"), 4, "a: too big"),
    (MissingToolError("no {tool}", tool="soffice"), 5, "no soffice"),
    (ConfigurationError("{file}: wrong", Message("{n}", {"n": 1}), file="a"), 6, "a: wrong\n  1"),
    (ZeroDivisionError("a\nb"), 70, "a fault of the program (ZeroDivisionError: a b)"),
]


def fail_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_path: Path) -> None:
        raise error

    monkeypatch.setattr(extract, "reading", read)


@pytest.mark.parametrize(("error", "code", "line"), ERRORS, ids=lambda value: str(value)[:20])
def test_an_error_is_a_line_and_an_exit_code(
    error: Exception, code: int, line: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(error, monkeypatch)
    result = run("extract", DISTRICT)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(f"Error: {line}")
    assert "Traceback" not in result.stderr
    assert isinstance(error, KehoachError) == (code != 70)


@pytest.mark.parametrize("place", [("-v", "extract"), ("extract", "-v")], ids=" ".join)
def test_the_trace_is_shown_on_request(
    place: tuple[str, str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(ZeroDivisionError("a"), monkeypatch)
    result = run(*place, DISTRICT)
    assert result.exit_code == 70
    assert "Traceback (most recent call last)" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("Error: a fault of the program")


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    source = tmp_path / "Kế hoạch số 1.md"
    source.write_bytes(DISTRICT.read_bytes())
    ascii_only = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = process("extract", source.name, cwd=tmp_path, **ascii_only)
    assert result.returncode == 0
    assert "HUYỆN MỘC KHÊ" in result.stdout.decode()
    assert "Kế hoạch số 1.md" in result.stderr.decode()


def test_a_reader_that_goes_away_is_no_fault() -> None:
    end, start = os.pipe()
    os.close(end)
    result = subprocess.run(
        [sys.executable, "-m", "kehoach", "schema"],
        cwd=ROOT, stdout=start, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(start)
    assert b"Traceback" not in result.stderr
    assert b"a fault of the program" not in result.stderr
