"""The word lists: each pattern has an example and each example its pattern; offices add theirs."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from extract.knowledge import ABOUT, Words, files, own
from plan.text import fold

PATTERN = regex.compile(r"[\\\[\](){}|?*+^$]")


def lists(words: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a file with its path."""
    if isinstance(words, dict):
        for key, value in words.items():
            if key not in ABOUT:
                yield from lists(value, f"{path}.{key}".lstrip("."))
    elif isinstance(words, list) and all(isinstance(one, str) for one in words):
        yield path, words


def rows(words: Words) -> Iterator[tuple[str, int, Words]]:
    """Every row of a file with its table's name and number."""
    for key, value in words.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield from ((key, index, row) for index, row in enumerate(value))


def alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between bars that stand in no bracket."""
    parts, depth = [""], 0
    for piece in regex.findall(r"\\.|.", pattern):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def matches(pattern: str, example: str) -> bool:
    return regex.search(pattern, example, regex.I) is not None


NAMED = [(name, path, words) for name in sorted(files()) for path, words in lists(own(name))]
TABLES = {
    f"{name} {table} {number}": row
    for name in sorted(files())
    for table, number, row in rows(own(name))
}


@pytest.mark.parametrize("name", sorted(files()))
def test_each_file_says_where_its_words_are_from(name: str) -> None:
    assert len(own(name)["source"]) > 20


@pytest.mark.parametrize(("name", "path", "words"), NAMED, ids=lambda x: str(x)[:30])
def test_a_list_has_no_word_twice_and_examples_of_its_patterns(
    name: str, path: str, words: list[str]
) -> None:
    assert len(set(words)) == len(words), [w for w in words if words.count(w) > 1]
    patterns = [word for word in words if PATTERN.search(word)]
    examples = own(name).get("examples", {}).get(path, [])
    lacking = [p for p in patterns if not any(regex.fullmatch(p, one) for one in examples)]
    astray = [one for one in examples if not any(regex.fullmatch(p, one) for p in patterns)]
    assert (lacking, astray) == ([], [])


@pytest.mark.parametrize("row", TABLES.values(), ids=TABLES.keys())
def test_each_row_has_examples_for_all_that_it_says(row: Words) -> None:
    folded = "pattern" in row
    said = alternatives(row["pattern"]) if folded else row["words"]
    examples = [fold(one) if folded else one for one in row["examples"]]
    found = matches if folded else (lambda p, one: bool(regex.fullmatch(p, one, regex.I)))
    assert [one for one in said if not any(found(one, e) for e in examples)] == []
    assert [e for e in examples if not any(found(one, e) for one in said)] == []


@pytest.mark.parametrize(
    ("name", "table"), [("headings", "titles"), ("headings", "plain"), ("tables", "column")]
)
def test_an_example_comes_first_to_its_own_row(name: str, table: str) -> None:
    for row in own(name)[table]:
        kind = row.get("kind") or row.get("role")
        for example in row["examples"]:
            first = next(r for r in own(name)[table] if matches(r["pattern"], fold(example)))
            assert (first.get("kind") or first.get("role")) == kind, example


TEXT = """\
ỦY BAN NHÂN DÂN
XÃ AN KHÊ
Số: 12/KH-UBND

KẾ HOẠCH
Bơi an toàn năm 2026

I. CHỈ TIÊU
- Thu gom đạt 15 bao nylon/hộ.

II. VỀ ĐÍCH
- Dạy bơi cho trẻ em.

III. TỔ CHỨC THỰC HIỆN
1. Dòng họ Lê Văn chủ trì vận động con cháu học bơi.
"""
ADDED = {
    "phrases.toml": '[unit]\nheads = ["Dòng họ"]\n',
    "quantities.toml": '[words]\nmeasures = ["bao nylon/hộ"]\n',
    "headings.toml": "[[titles]]\nkind = \"tasks\"\npattern = '^ve dich$'\n",
}
READ = """\
import sys, extract
from pathlib import Path
from extract.knowledge import add
if len(sys.argv) > 2:
    add(Path(sys.argv[2]))
plan = extract.read(sys.argv[1])
print([r.unit for r in plan.responsibilities], [t.unit for t in plan.targets if t.value == 15],
      [s.kind for s in plan.sections])
"""


def read_with(tmp_path: Path, *arguments: Path) -> str:
    text = tmp_path / "plan.txt"
    text.write_text(TEXT, "utf-8")
    call = [sys.executable, "-X", "utf8", "-c", READ, str(text), *map(str, arguments)]
    return subprocess.run(call, capture_output=True, check=True, encoding="utf-8").stdout


def office(tmp_path: Path, contents: dict[str, str]) -> Path:
    folder = tmp_path / "từ ngữ"
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_text(content, "utf-8")
    return folder


def test_what_an_office_adds_is_understood(tmp_path: Path) -> None:
    before, after = read_with(tmp_path), read_with(tmp_path, office(tmp_path, ADDED))
    assert "Dòng họ Lê Văn" not in before
    assert "['Dòng họ Lê Văn'] ['bao nylon/hộ']" in after
    assert "'targets', 'other'" in before
    assert "'targets', 'tasks'" in after


def command(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    call = [sys.executable, "-X", "utf8", "-m", "kehoach", *map(str, arguments), "--lang", "en"]
    return subprocess.run(call, capture_output=True, check=False, encoding="utf-8")


FAULTS = {
    "phrases.toml": '[unit]\nheads = "Dòng họ"\nbodies = ["Dòng họ"]\n',
    "quantities.toml": '[words]\nmeasures = ["(bao"]\n',
    "words.toml": 'words = ["a"]\n',
    "tables.toml": "column = [\n",
}


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text(TEXT, "utf-8")
    done = command("extract", text, "--knowledge", office(tmp_path, FAULTS))
    assert done.returncode == 6
    assert done.stdout == ""
    for words in (
        "phrases.toml: unit: heads: should be a list",
        "phrases.toml: unit: bodies: unknown name",
        "quantities.toml: words: measures 1: “(bao” is no pattern",
        "words.toml: no such list",
        "tables.toml: this is not TOML",
    ):
        assert words in done.stderr


def test_a_folder_without_words_is_told(tmp_path: Path) -> None:
    done = command("extract", tmp_path / "plan.txt", "--knowledge", office(tmp_path, {}))
    assert done.returncode == 6
    assert "no .toml file" in done.stderr


def test_words_that_come_too_late_are_refused(tmp_path: Path) -> None:
    code = (
        READ.replace("if len(sys.argv) > 2:\n    add(Path(sys.argv[2]))\n", "") + "add(Path('.'))\n"
    )
    text = tmp_path / "plan.txt"
    text.write_text(TEXT, "utf-8")
    call = [sys.executable, "-X", "utf8", "-c", code, str(text)]
    done = subprocess.run(call, capture_output=True, check=False, encoding="utf-8")
    assert "before the first document" in done.stderr


def test_the_examples_of_the_guide_can_be_added(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "knowledge.md").read_text("utf-8")
    shown = regex.findall(r"in\n?\s?`(\w+\.toml)`:\n\n```toml\n(.*?)```", guide, regex.S)
    assert [name for name, _ in shown] == ["phrases.toml", "quantities.toml", "headings.toml"]
    assert read_with(tmp_path, office(tmp_path, dict(shown)))
