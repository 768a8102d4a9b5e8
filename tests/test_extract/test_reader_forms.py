"""Nothing that a Word file holds is lost in another form; LibreOffice helps where it can."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_extract.everything import EVERYTHING

import extract
from extract.layout import Layout, Line
from extract.readers import doc, html, odt, read_layout, rtf
from extract.readers.placing import lines_of
from plan import office
from plan.errors import LimitError, UnreadableError

Save = Callable[[bytes, str], bytes]


def printed(layout: Layout) -> list[object]:
    """What a layout says, its places left aside."""
    return [
        (line(block), block.bold, block.align == "center")
        if isinstance(block, Line)
        else [
            [([line(one) for one in c.lines], c.span, c.continued) for c in row]
            for row in block.rows
        ]
        for block in layout.blocks
    ] + [[line(one) for one in note] for note in layout.notes]


def line(found: Line) -> str:
    return found.text


@pytest.fixture
def whole(tmp_path: Path) -> Layout:
    file = tmp_path / "everything.docx"
    file.write_bytes(EVERYTHING)
    return read_layout(file)


UNSAVED = {"doc": [], "odt": [], "rtf": [("trong hộp", False, False)]}
"""What LibreOffice does not save: the text of text boxes in RTF."""


@pytest.mark.parametrize("form", UNSAVED)
def test_nothing_is_lost_without_another_program(
    form: str, whole: Layout, saved: Save, tmp_path: Path
) -> None:
    file = tmp_path / f"everything.{form}"
    file.write_bytes(saved(EVERYTHING, form))
    layout = {"doc": doc.read, "rtf": rtf.read, "odt": odt.read}[form](file)
    assert printed(layout) == [one for one in printed(whole) if one not in UNSAVED[form]]
    assert [finding.code for finding in layout.findings] == ["tracked-changes"]


WEB = {
    "I.1. Yêu cầu một": "1. Yêu cầu một",
    "I.2. Yêu cầu hai": "2. Yêu cầu hai",
    "a) điểm": "a. điểm",
    "b) điểm nữa": "b. điểm nữa",
    "II.1. Chỉ tiêu một": "1. Chỉ tiêu một",
    "II.2. Chỉ tiêu hai": "2. Chỉ tiêu hai",
    "thấy thêm": "thấy thêmbỏ",
}
"""What LibreOffice's web pages cannot say: numbers of more than one level, other signs than the
dot behind a number, deletions."""


def test_a_web_page_loses_only_what_it_cannot_say(
    whole: Layout, saved: Save, tmp_path: Path
) -> None:
    file = tmp_path / "everything.html"
    file.write_bytes(saved(EVERYTHING, "html"))
    layout = html.read(file)
    expected = [WEB.get(one.text, one.text) for one in lines_of(whole.blocks)]
    assert sorted(one.text for one in lines_of(layout.blocks)) == sorted(expected)
    assert [[line(one) for one in note] for note in layout.notes] == [["Hiện trạng"]]


def test_an_old_file_that_libreoffice_cannot_read_is_read_without_it(
    saved: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cũ.doc"
    file.write_bytes(saved(EVERYTHING, "doc"))
    for error in (UnreadableError("{file}: no", file="cũ.doc"), LimitError("too slow")):
        monkeypatch.setattr(office, "convert", lambda *_, failed=error: throw(failed))
        layout = read_layout(file)
        assert layout.reader == "olefile"
        assert "office-failed" in [finding.code for finding in layout.findings]
        assert str(error) in [f.args["cause"] for f in layout.findings if "cause" in f.args]


def throw(error: Exception) -> None:
    raise error


def test_numbers_that_rtf_does_not_say_come_from_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cũ.rtf"
    file.write_bytes(rb"{\rtf1 \ls1\ilvl0 M\u7909?c\par}")
    monkeypatch.setattr(office, "convert", lambda *_: EVERYTHING)
    assert read_layout(file).reader == "LibreOffice"
    monkeypatch.setattr(office, "convert", lambda *_: throw(LimitError("too slow")))
    plan = extract.read(file)
    assert plan.source.reader == "kehoach"
    assert [one.code for one in plan.source.losses] == ["numbers-lost"]
    assert "numbers-lost" in [one.code for one in plan.findings]
