"""The word lists: each pattern has an example and each example its pattern; offices add theirs."""

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from extract.additions import misshapen
from extract.forms import FORMS, Form
from extract.knowledge import ABOUT, Words, either, files, own
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


def lacking(form: type[Form], words: Words) -> Iterator[str]:
    """The names of a form that a file leaves out."""
    for name, field in form.model_fields.items():
        if name not in words:
            yield name
        elif isinstance(field.annotation, type) and issubclass(field.annotation, Form):
            yield from lacking(field.annotation, words[name])


def test_each_file_has_its_form_and_leaves_nothing_out() -> None:
    assert set(files()) == set(FORMS)
    for name, form in FORMS.items():
        assert list(misshapen(name, own(name), form)) == []
        assert set(lacking(form, own(name))) <= {"examples"}, name


@pytest.mark.parametrize(("name", "path", "words"), NAMED, ids=lambda x: str(x)[:30])
def test_a_list_has_no_word_twice_and_examples_of_its_patterns(
    name: str, path: str, words: list[str]
) -> None:
    assert len(set(words)) == len(words), [w for w in words if words.count(w) > 1]
    patterns = [word for word in words if PATTERN.search(word)]
    examples = own(name).get("examples", {}).get(path, [])
    alone = [p for p in patterns if not any(regex.fullmatch(p, one) for one in examples)]
    astray = [one for one in examples if not any(regex.fullmatch(p, one) for p in patterns)]
    assert (alone, astray) == ([], [])


@pytest.mark.parametrize("row", TABLES.values(), ids=TABLES.keys())
def test_each_row_has_examples_for_all_that_it_says(row: Words) -> None:
    folded = "pattern" in row
    said = alternatives(row["pattern"]) if folded else row["words"]
    examples = [fold(one) if folded else one for one in row["examples"]]
    found = matches if folded else (lambda p, one: bool(regex.fullmatch(p, one, regex.I)))
    assert [one for one in said if not any(found(one, e) for e in examples)] == []
    assert [e for e in examples if not any(found(one, e) for one in said)] == []


@pytest.mark.parametrize(
    ("name", "table", "meaning"),
    [
        ("headings", "titles", "kind"),
        ("headings", "plain", "kind"),
        ("tables", "column", "role"),
        ("tables", "line", "role"),
        ("quantities", "before", "sign"),
        ("quantities", "after", "sign"),
        ("quantities", "canonical", "unit"),
        ("times", "cycle", "every"),
    ],
)
def test_an_example_comes_first_to_its_own_row(name: str, table: str, meaning: str) -> None:
    table_rows = own(name)[table]
    for row in table_rows:
        for example in row["examples"]:
            first = next(one for one in table_rows if fits(one, example))
            assert first[meaning] == row[meaning], example


def fits(row: Words, example: str) -> bool:
    """Whether the program takes the example for what the row says."""
    if "pattern" in row:
        return matches(row["pattern"], fold(example))
    return regex.fullmatch(either(row["words"]), example, regex.I) is not None


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
GUIDE = (Path(__file__).parents[2] / "docs" / "knowledge.md").read_text("utf-8")
ADDED = dict(regex.findall(r"`(\w+\.toml)`:\n\n```toml\n(.*?)```", GUIDE, regex.S))
"""The files that the guide shows."""
WITHOUT, WITH = "'targets', 'other', 'implementation'", "'targets', 'tasks', 'implementation'"
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


def office(tmp_path: Path, contents: dict[str, str], encoding: str = "utf-8") -> Path:
    folder = tmp_path / "từ ngữ"
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_text(content, encoding)
    return folder


def test_what_an_office_adds_as_the_guide_shows_is_understood(tmp_path: Path) -> None:
    before, after = read_with(tmp_path), read_with(tmp_path, office(tmp_path, ADDED))
    assert "Dòng họ Lê Văn" not in before
    assert "['Dòng họ Lê Văn'] ['bao nylon/hộ']" in after
    assert WITHOUT in before
    assert WITH in after


def test_words_as_editors_save_them_are_understood(tmp_path: Path) -> None:
    taken_apart = {name: unicodedata.normalize("NFD", text) for name, text in ADDED.items()}
    after = read_with(tmp_path, office(tmp_path, taken_apart, "utf-8-sig"))
    assert "['Dòng họ Lê Văn'] ['bao nylon/hộ']" in after


def command(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    call = [sys.executable, "-X", "utf8", "-m", "kehoach", *map(str, arguments), "--lang", "en"]
    return subprocess.run(call, capture_output=True, check=False, encoding="utf-8")


def test_the_command_understands_what_an_office_adds(tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text(TEXT, "utf-8")
    before = command("extract", text)
    after = command("extract", text, "--knowledge", office(tmp_path, ADDED))
    assert (before.returncode, after.returncode) == (0, 0)
    assert '"unit": "Dòng họ Lê Văn"' not in before.stdout
    assert '"unit": "Dòng họ Lê Văn"' in after.stdout


FAULTS = {
    "phrases.toml": '[unit]\nheads = "Dòng họ"\nbodies = ["Dòng họ"]\nstops = [" góp"]\n',
    "quantities.toml": '[words]\nmeasures = ["bao", "(bao", "(bao|kiện)", "bao?|"]\n',
    "headings.toml": '[[titles]]\nkind = "task"\npattern = "Về đích"\n[[titles]]\nkind = "tasks"\n',
    "citations.toml": 'types = ["Giấy phép (con)"]\n',
    "roles.toml": 'lead = ["Chủ trì, điều hành"]\nguide = [1]\n',
    "header.toml": "[titles]\n",
    "tables.toml": 'column = ["lead"]\n',
    "words.toml": 'words = ["a"]\n',
    "ending.toml": "positions = [\n",
}
TOLD = """citations.toml: types 1: “Giấy phép (con)” should be words of letters
ending.toml: this is not TOML in UTF-8 (Invalid value (at end of document))
header.toml: titles: should be a list in square brackets
headings.toml: titles 1: kind: “task” should be one of purpose_and_requirements, purpose,
headings.toml: titles 1: pattern: “Về đích” should be in small letters without marks
headings.toml: titles 2: pattern: is missing
phrases.toml: unit: heads: should be a list in square brackets
phrases.toml: unit: stops 1: “ góp” is empty or has blanks around it
phrases.toml: unit: bodies: unknown name
quantities.toml: words: measures 2: “(bao” is no pattern
quantities.toml: words: measures 3: a bracket in “(bao|kiện)” must begin with “(?:”
quantities.toml: words: measures 4: “bao?|” fits where nothing stands
roles.toml: lead 1: “Chủ trì, điều hành” should be in small letters, a comma with a blank
roles.toml: guide 1: should be a text in quotes
tables.toml: column 1: should be a table with names
words.toml: no such list; there are: citations,
"""


def test_all_faults_are_told_at_once_each_with_its_place(tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text(TEXT, "utf-8")
    done = command("extract", text, "--knowledge", office(tmp_path, FAULTS))
    assert (done.returncode, done.stdout) == (6, "")
    told = done.stderr.splitlines()[-len(TOLD.splitlines()) :]
    for line, beginning in zip(told, TOLD.splitlines(), strict=True):
        assert line.strip().startswith(beginning)


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
