"""`kehoach draft --from`: an edited draft is brought up to date."""

from pathlib import Path

import docx
from commandline import DISTRICT, PROFILE, Run


def edit(path: Path, old: str, new: str) -> None:
    document = docx.Document(str(path))
    paragraph = next(one for one in document.paragraphs if old in one.text)
    paragraph.text = paragraph.text.replace(old, new)
    document.save(str(path))


def text(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def parent(folder: Path, old: str, new: str) -> Path:
    path = folder / "huyện.md"
    path.write_text(DISTRICT.read_text("utf-8").replace(old, new), encoding="utf-8")
    return path


def test_an_edited_draft_is_brought_up_to_date(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"
    run("draft", DISTRICT, "--profile", PROFILE, "-o", first)
    edit(first, "Kiện toàn Ban Chỉ đạo", "Củng cố Ban Chỉ đạo")
    newer = parent(tmp_path, "tối thiểu 50 Mb/s", "tối thiểu 60 Mb/s")
    result = run(
        *("draft", newer, "--profile", PROFILE, "--from", first, "-o", second),
        *("--report", tmp_path / "r.json"),
    )
    assert result.exit_code == 0, result.stderr
    assert "brought up to date: 1; changed on both sides: 0" in result.stderr
    assert "Củng cố Ban Chỉ đạo" in text(second)
    assert "60 Mb/s" in text(second)
    assert (tmp_path / "r.json").exists()


def test_conflicts_are_listed_and_tell_in_the_exit_code(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"
    run("draft", DISTRICT, "--profile", PROFILE, "-o", first)
    edit(first, "50 Mb/s", "55 Mb/s")
    newer = parent(tmp_path, "tối thiểu 50 Mb/s", "tối thiểu 60 Mb/s")
    result = run("draft", newer, "--profile", PROFILE, "--from", first, "-o", second)
    assert result.exit_code == 1
    assert "changed on both sides: 1" in result.stderr
    assert all(f"{number} Mb/s" in result.stderr for number in (50, 55, 60))
    assert "55 Mb/s" in text(second)


def test_a_file_without_a_record_is_refused(run: Run, tmp_path: Path) -> None:
    clean = tmp_path / "clean.docx"
    run("draft", DISTRICT, "--profile", PROFILE, "--clean", "-o", clean)
    result = run(
        "draft", DISTRICT, "--profile", PROFILE, "--from", clean, "-o", tmp_path / "2.docx"
    )
    assert result.exit_code == 3
    assert "not a draft with comments" in result.stderr
    missing = run(
        *("draft", DISTRICT, "--profile", PROFILE, "--from", tmp_path / "x.docx"),
        *("-o", tmp_path / "2.docx"),
    )
    assert missing.exit_code == 3
    both = run("draft", DISTRICT, "--profile", PROFILE, "--from", clean, "--clean", "-o", clean)
    assert both.exit_code == 2
