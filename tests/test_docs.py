"""What the documents say holds: commands run, links lead somewhere, make targets exist."""

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
from commandline import ROOT, process

from kehoach.cli import cli
from kehoach.command import Command
from kehoach.commands.doctor import EXTRAS, PACKAGES

READMES = ("README.md", "README.vi.md")
PAGES = (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "samples" / "README.md")
DOCUMENTS = sorted(page.relative_to(ROOT).as_posix() for page in PAGES)


def shell_lines(document: str) -> list[str]:
    text = (ROOT / document).read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]


def examples(group: click.Group) -> list[str]:
    context = click.Context(group)
    found = [*group.examples] if isinstance(group, Command) else []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found += examples(command)
        elif isinstance(command, Command):
            found += command.examples
    return found


@pytest.fixture(scope="module")
def after_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a demo and an archive of it, as documents and examples take for granted."""
    folder = tmp_path_factory.mktemp("demo")
    assert process("demo", cwd=folder).returncode == 0
    assert process("archive", "add", "demo", "--db", "plans.db", cwd=folder).returncode == 0
    return folder


def run_line(line: str, folder: Path) -> None:
    program, *arguments = shlex.split(line)
    assert program == "kehoach"
    result = process(*arguments, cwd=folder)
    assert result.returncode == 0, result.stderr.decode()
    for name in re.findall(r"-o (\S+)", line):
        assert (folder / name).exists()


@pytest.mark.parametrize("readme", READMES)
def test_the_commands_of_the_readme_run_in_their_order(readme: str, after_demo: Path) -> None:
    for file in ("profile.toml", "plan.json", "plan.docx"):
        (after_demo / file).unlink(missing_ok=True)
    for line in shell_lines(readme):
        if line.startswith("kehoach"):
            run_line(line, after_demo)


WAITING = {
    "kehoach demo",
    "kehoach archive review ke-hoach.review.json --db plans.db",
    "kehoach archive serve --db plans.db",
}
"""Examples that have run already, wait for a person's work, or go on until somebody ends them."""


@pytest.mark.parametrize("line", sorted(set(examples(cli)) - WAITING))
def test_the_examples_of_the_help_run(line: str, after_demo: Path) -> None:
    (after_demo / "profile.toml").unlink(missing_ok=True)
    run_line(line, after_demo)


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_is_one_screen_and_opens_with_two_commands(readme: str) -> None:
    lines = shell_lines(readme)
    assert lines[:2] == ["make demo", "make test"]
    assert len((ROOT / readme).read_text(encoding="utf-8").splitlines()) <= 60


def test_both_readmes_have_the_same_commands() -> None:
    english, vietnamese = map(shell_lines, READMES)
    assert english == vietnamese


def test_the_commands_of_make_exist() -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", rules, re.MULTILINE))
    said = {name for document in DOCUMENTS for name in re.findall(
        r"`make ([a-z]+)`", (ROOT / document).read_text(encoding="utf-8"))}  # fmt: skip
    assert {"demo", "test", "lint", "types", "imports"} <= targets
    assert said <= targets


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    here = (ROOT / document).parent
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", text)
    assert [link for link in links if "://" not in link and not (here / link).exists()] == []


def test_every_dependency_has_its_reason_and_doctor_knows_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    said = set(re.findall(r"[\w-]+", " ".join(re.findall(r"^\| (.*?) \|", page, re.MULTILINE))))
    names = [re.split(r"[<>=]", needed)[0] for needed in project["dependencies"]]
    tools = [re.split(r"[<>=]", needed)[0] for needed in project["optional-dependencies"]["dev"]]
    assert {*names, *tools} <= said
    assert set(PACKAGES) == set(names)
    extras = project["optional-dependencies"]
    brought = {
        (re.split(r"[<>=\[]", needed)[0], extra)
        for extra in extras.keys() - {"dev", "bench"}
        for needed in extras[extra]
    }
    assert {(name, extra) for name, (extra, _) in EXTRAS.items()} <= brought
    assert {extra for extra, _ in EXTRAS.values()} == {extra for _, extra in brought}


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = {file.name for file in folder.glob("*.md")} - {"README.md"}
    assert pages == set(re.findall(r"\]\((.*?\.md)\)", index))
