"""RTF read without another program: what its words say, whatever they stand in."""

from pathlib import Path

import pytest

from extract import limits
from extract.layout import Layout, Line, Table
from extract.readers import rtf
from plan.errors import LimitError, UnreadableError

FONTS = (
    rb"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fcharset163 Arial{\*\falt Ar};}"
    rb"{\f2\fcharset2 Symbol;}}"
)


def layout_of(tmp_path: Path, inner: bytes, head: bytes = rb"\ansi\ansicpg1252\deff0") -> Layout:
    file = tmp_path / "kế hoạch.rtf"
    file.write_bytes(rb"{\rtf1" + head + FONTS + inner + b"}")
    return rtf.read(file)


def lines(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks if isinstance(block, Line)]


TEXTS: list[tuple[str, bytes, list[str]]] = [
    ("unicode letters", rb"K\u7871? ho\u7841?ch\par", ["Kế hoạch"]),
    ("unicode with bytes to skip", rb"\uc2 K\u7871\'c3\'aa h\uc0\u7841 x", ["Kế hạx"]),
    ("a word to skip", rb"\u7871\emdash x", ["ếx"]),
    ("letters beyond 16 bits", rb"\u-10179?\u-8704? x", ["😀 x"]),
    ("bytes of the Vietnamese code page", rb"\f1 \'d0\'ea\'ec n\par", ["Đế n"]),
    ("the document's code page", rb"\f7 \'e9", ["é"]),
    ("signs", rb"\lquote a\rquote\~b\endash c \{d\} \\ e\_f", ["‘a’ b–c {d} \\ e-f"]),
    ("line ends of the file", b"M\\u7897?\r\nt\\par\nHai\\\nBa", ["Một", "Hai", "Ba"]),
    ("hidden and deleted", rb"M\u7897?t{\v  \u7849?n}{\deleted  b\u7887?} hai", ["Một hai"]),
    ("a picture", rb"a{\pict\pngblip 89504e47}{\*\shppict{\pict 00}}b", ["ab"]),
    ("binary data", rb"a{\pict\bin5 }}}}}}b", ["ab"]),
    ("fields", rb"{\field{\*\fldinst DATE}{\fldrslt 3/2026}}", ["3/2026"]),
    ("unknown groups", rb"a{\*\secret b}c{\unknownword d}", ["acd"]),
    ("headers", rb"{\header UBND\par}a{\footerr 1}", ["a"]),
    ("both spellings", rb"{\upr{K?}{\*\ud{K\u7871?}}}", ["Kế"]),
    ("a printed number", rb"{\listtext\pard\plain I.\tab}M\u7909?c", ["I. Mục"]),
    ("a printed bullet", rb"{\listtext\f2 \'b7\tab}M\u7909?c", ["- Mục"]),
    ("a broken line before a label", rb"a:\line - b;\line c", ["a:", "- b; c"]),
    ("a text box", rb"a{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt b\par}}}\par", ["a", "b"]),
    ("groups left open", rb"{\b {\i a", ["a"]),
    ("groups closed twice", rb"a}} b", ["a"]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "inner", "expected"), TEXTS, ids=[t[0] for t in TEXTS])
def test_the_text_is_what_word_shows(
    case: str, inner: bytes, expected: list[str], tmp_path: Path
) -> None:
    assert lines(layout_of(tmp_path, inner)) == expected, case


def test_looks(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, rb"\pard\qc\b\fs26 KH\par\pard\plain\i a\b0 b\par\plain c")
    looks = [
        (b.text, b.bold, b.italic, b.align, b.size) for b in layout.blocks if isinstance(b, Line)
    ]
    assert looks == [
        ("KH", True, False, "center", 13.0),
        ("ab", False, True, None, None),
        ("c", False, False, None, None),
    ]  # fmt: skip


def table_of(layout: Layout) -> Table:
    (table,) = (block for block in layout.blocks if isinstance(block, Table))
    return table


def cells(table: Table) -> list[list[tuple[list[str], int, bool]]]:
    return [
        [([line.text for line in cell.lines], cell.span, cell.continued) for cell in row]
        for row in table.rows
    ]


def test_a_table_with_merged_cells(tmp_path: Path) -> None:
    inner = (
        rb"\trowd\trleft0\clbrdrt\brdrs\clvmgf\cellx1000\cellx2010\cellx3000"
        rb"\pard\intbl a\cell b\cell c\cell\row"
        rb"\trowd\trleft0\clvmrg\cellx1000\cellx3000\pard\intbl\cell d\par e\cell\row"
        rb"\trowd\trleft1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl f\cell\cell\row\pard x"
    )
    table = table_of(layout_of(tmp_path, inner))
    assert table.ruled is True
    assert cells(table) == [
        [(["a"], 1, False), (["b"], 1, False), (["c"], 1, False)],
        [([], 1, True), (["d", "e"], 2, False)],
        [([], 1, False), (["f"], 2, False)],
    ]


def test_a_table_in_a_table(tmp_path: Path) -> None:
    inner = (
        rb"\trowd\cellx1000\cellx2000\pard\intbl a\par\pard\intbl\itap2 b\nestcell c\nestcell"
        rb"{\*\nesttableprops\trowd\cellx400\cellx500\nestrow}{\nonesttables\par}"
        rb"\pard\intbl d\cell e\cell\row\pard x"
    )
    layout = layout_of(tmp_path, inner)
    assert cells(table_of(layout)) == [[(["a", "b", "c", "d"], 1, False), (["e"], 1, False)]]
    assert lines(layout) == ["x"]
    assert table_of(layout).ruled is False


def test_notes_stand_apart(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, rb"a{\super\chftn{\footnote\pard\chftn  hi\u7879?n}} b\par")
    assert lines(layout) == ["a b"]
    assert [[line.text for line in note] for note in layout.notes] == [["hiện"]]


def test_tracked_changes_are_told(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, rb"a{\revised b}{\deleted c}\par")
    assert lines(layout) == ["ab"]
    assert [finding.args for finding in layout.findings] == [{"kept": 1, "left_out": 1}]


def test_numbers_that_the_file_does_not_say_are_a_loss(tmp_path: Path) -> None:
    layout = layout_of(tmp_path, rb"\ls1\ilvl0 M\u7909?c\par")
    assert [finding.code for finding in layout.losses] == ["numbers-lost"]
    assert layout_of(tmp_path, rb"\ls1{\listtext 1.\tab}a\par").losses == ()


@pytest.mark.parametrize("inner", [b"", rb"{\*\x a}", rb"{\header a}"])
def test_a_file_without_text_is_refused(inner: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"^kế hoạch\.rtf: "):
        layout_of(tmp_path, inner)


@pytest.mark.parametrize("inner", [b"{" * 20, rb"\par" * 1_001, rb"{\b a}" * 1_001])
def test_endless_repetition_is_refused(
    inner: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "RUNS", 1_000)
    with pytest.raises(LimitError, match=r"^kế hoạch\.rtf: "):
        layout_of(tmp_path, inner)


def test_a_title_in_the_information_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "a.rtf"
    title = rb"{\info{\upr{\title A}{\*\ud{\title B\u7871?}}}}"
    file.write_bytes(rb"{\rtf1 " + title + rb"{\upr{a}{\*\ud{b\u7871?}}}c\par}")
    assert rtf.read(file).text == "bếc"
