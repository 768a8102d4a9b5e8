"""Word 97-2003 files read without another program: looks, styles, fields, what is refused."""

import io
import struct
from collections.abc import Callable
from pathlib import Path

import olefile
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RELATED
from test_extract.everything import EVERYTHING, field
from test_extract.wordfiles import p, package, run
from word import W

from extract.layout import Layout, Line
from extract.readers import doc
from extract.readers.doc97.looks import changes
from extract.readers.doc97.pieces import Streams, pieces_of, plc
from plan.errors import KehoachError, LimitError

Save = Callable[[bytes, str], bytes]
FLAGS, VERSION, PIECES = 0x0A, 0x02, 0x9A + 8 * 33
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr>'
    '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="Mục"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
)


@pytest.fixture
def read(saved: Save, tmp_path: Path) -> Callable[..., Layout]:
    def layout(body: str, font: str = "Times New Roman") -> Layout:
        file = tmp_path / "cũ.doc"
        file.write_bytes(saved(package(body, styles=STYLES.format(font)), "doc"))
        return doc.read(file)

    return layout


def lines(layout: Layout) -> list[Line]:
    return [block for block in layout.blocks if isinstance(block, Line)]


def test_looks_come_from_letters_and_styles(read: Callable[..., Layout]) -> None:
    body = p("Mục tiêu", style="M") + p(run("thường", '<w:sz w:val="28"/>')) + p(run("ý", "<w:i/>"))
    found = lines(read(body))
    assert [(one.text, one.bold, one.italic, one.size) for one in found] == [
        ("Mục tiêu", True, False, 13.0),
        ("thường", False, False, 14.0),
        ("ý", False, True, 13.0),
    ]
    assert found[0].align == "center"


def test_fields_show_what_they_print(read: Callable[..., Layout]) -> None:
    assert [one.text for one in lines(read(p("trước ", field("thấy"), " sau")))] == [
        "trước thấy sau"
    ]


def test_letters_and_names_of_old_fonts_are_handed_on(saved: Save, tmp_path: Path) -> None:
    typed = "ch\u00ad\u00acng tr\u00d7nh"
    file = tmp_path / "cũ.doc"
    file.write_bytes(saved(package(p(typed), styles=STYLES.format(".VnTime")), "doc"))
    story = doc.Document(Streams.of(file)).story()
    assert "".join(one.text or "" for one in story.body.iter(W + "t")) == typed
    styles = story.parts[RELATED.STYLES]
    assert {one.get(W + "hAnsi") for one in styles.iter(W + "rFonts")} >= {".VnTime"}


def patched(content: bytes, at: int, change: bytes) -> bytes:
    """A .doc with some bytes of its main stream's head changed."""
    with olefile.OleFileIO(io.BytesIO(content)) as container:
        head = container.openstream("WordDocument").read(64)
    start = content.index(head) + at
    return content[:start] + change + content[start + len(change) :]


def error_of(file: Path) -> KehoachError:
    with pytest.raises(KehoachError) as caught:
        doc.read(file)
    assert str(caught.value).startswith("cũ.doc: ")
    return caught.value


@pytest.mark.parametrize(
    ("at", "change", "code", "words"),
    [
        (FLAGS, b"\x00\x01", 3, "password"),
        (VERSION, b"\x65\x00", 5, "older than Word 97"),
        (PIECES, b"\xff\xff\xff\x7f", 3, "damaged"),
        (PIECES + 4, bytes(4), 3, "damaged"),
    ],
)
def test_what_is_refused(  # noqa: PLR0913, PLR0917 - a table of four columns and two fixtures
    at: int, change: bytes, code: int, words: str, saved: Save, tmp_path: Path
) -> None:
    file = tmp_path / "cũ.doc"
    file.write_bytes(patched(saved(EVERYTHING, "doc"), at, change))
    error = error_of(file)
    assert error.exit_code == code
    assert words in str(error)


def test_too_many_runs_are_refused(
    saved: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.limits.RUNS", 10)
    file = tmp_path / "cũ.doc"
    file.write_bytes(saved(EVERYTHING, "doc"))
    assert isinstance(error_of(file), LimitError)


def clx(*bounds: int) -> bytes:
    """A piece table of pieces of one byte a letter that all begin at 0."""
    entry = struct.pack("<HIH", 0, 0x40000000, 0)
    table = struct.pack(f"<{len(bounds)}I", *bounds) + entry * (len(bounds) - 1)
    return b"\x01\x02\x00ab" + b"\x02" + struct.pack("<I", len(table)) + table


def test_pieces() -> None:
    assert [(one.start, one.end, one.width) for one in pieces_of(clx(0, 5, 9))] == [
        (0, 5, 1),
        (5, 9, 1),
    ]
    with pytest.raises(ValueError, match="out of order"):
        list(pieces_of(clx(0, 9, 5)))
    with pytest.raises(ValueError, match="no piece table"):
        list(pieces_of(b"\x07"))
    assert plc(b"", 4) == ([], [])


def test_changes_know_how_long_they_are() -> None:
    bold, indent, tabs, shape = "<HB", "<Hh", "<HB3s", "<HHB"
    grpprl = (
        struct.pack(bold, 0x0835, 1)
        + struct.pack(indent, 0x840F, -20)
        + struct.pack(tabs, 0xC60D, 3, b"\x00\x01\x02")
        + struct.pack(shape, 0xD608, 2, 0)
        + struct.pack(bold, 0x0836, 0)
    )
    assert [code for code, _ in changes(grpprl)] == [0x0835, 0x840F, 0xC60D, 0xD608, 0x0836]
    assert dict(changes(grpprl))[0x0836] == b"\x00"
    assert list(changes(b"\x35")) == []
