"""Hostile and broken files: each is read rightly, or told in one line, in bounded memory."""

import os
import select
import socket
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest
from commandline import ROOT, Run
from test_extract import hostile
from test_extract.everything import EVERYTHING
from test_extract.pdffiles import Page, pdf

from extract import limits
from extract.readers import html, read_layout
from plan import office

MOST_MB = 450
"""Of memory that reading any hostile file may take, the libraries themselves included."""


class Case(NamedTuple):
    """A file, how the command line ends on it, and what it says."""

    name: str
    make: Callable[[], bytes]
    code: int
    says: str = ""


def text(content: str) -> Callable[[], bytes]:
    return content.encode


ENDLESS = [
    Case("200 MB.docx", hostile.far_xml, 4, "unpacks to 200 MB"),
    Case("dày.docx", hostile.dense_xml, 4, "longer than any plan"),
    Case("nói dối.docx", hostile.lying, 3, "damaged"),
    Case("nhiều phần.docx", hostile.crowded, 4, "unpacks to"),
    Case("gói trong gói.docx", hostile.zip_in_zip, 0),
    Case("thực thể.docx", hostile.laughing, 3, "damaged"),
    Case("sâu.docx", lambda: hostile.deep_word("<w:p>", 10_000), 3, "damaged"),
    Case("bảng rộng.docx", hostile.wide_table, 0),
    Case("ô.html", hostile.many_cells, 0),
    Case("thẻ.html", lambda: b"<html>" + b"<p>a" * 2_000_000, 4, "longer than any plan"),
    Case("sâu.html", lambda: b"<html>" + b"<div>" * 300_000 + b"x", 3, "no text"),
    Case("nhóm.rtf", lambda: rb"{\rtf1 " + b"{" * 1_000_000 + b"x", 4, "longer than any plan"),
    Case("dài.rtf", lambda: rb"{\rtf1 " + b"abc " * 5_000_000, 4, "longer than any plan"),
    Case("một dòng.txt", lambda: b"a" * (10 * hostile.MB - 1), 4, "longer than any plan"),
    Case("dòng.txt", lambda: b"a\n" * (5 * hostile.MB - 1), 4, "longer than any plan"),
    Case("dấu.txt", text("a" + "\u0301" * 5_000_000), 4, "longer than any plan"),
    Case("11 MB.txt", lambda: b"a\n" * (11 * hostile.MB), 4, "larger than 10 MB"),
    Case("trắng.pdf", hostile.blank_page, 4, "unpacks to more than 200 MB"),
    Case("gói hai lần.pdf", hostile.blank_page_twice, 4, "unpacks to more than 200 MB"),
    Case("2000 trang.pdf", lambda: pdf(*[Page().text(85, 99, "a")] * 2_000), 4, "2000 pages"),
    Case("vòng trang.pdf", hostile.page_loop, 0),
    Case("vòng hình.pdf", hostile.form_loop, 0),
    Case("điểm ảnh.png", lambda: hostile.picture((30_000, 30_000), "PNG"), 4, "million dots"),
    Case("2000 khung.tif", lambda: hostile.picture((8, 8), "TIFF", 2_000), 4, "2000 pages"),
]
"""Small files that become large."""

ENDINGS = """
import sys
from kehoach.cli import cli
for name in sys.argv[1:]:
    try:
        cli(["extract", name, "-o", "out.json"])
    except SystemExit as end:
        print(name, end.code, file=sys.stderr, flush=True)
"""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], float]:
    """What the command line says of each of the endless files, and the most memory in MB."""
    folder = tmp_path_factory.mktemp("hostile")
    for case in ENDLESS:
        (folder / case.name).write_bytes(case.make())
    process = psutil.Popen(
        [sys.executable, "-c", ENDINGS, *(case.name for case in ENDLESS)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en", "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, process.memory_info().rss)
        time.sleep(0.01)
    _, said = process.communicate()
    return said.decode().splitlines(), peak / hostile.MB


def test_endless_files_take_little_memory(ended: tuple[list[str], float]) -> None:
    assert ended[1] < MOST_MB


NAMED = tuple(case.name for case in ENDLESS)


@pytest.mark.parametrize("case", ENDLESS, ids=lambda case: case.name)
def test_an_endless_file(case: Case, ended: tuple[list[str], float]) -> None:
    lines = ended[0]
    end = lines.index(f"{case.name} {case.code}")
    assert end
    if case.code:
        assert lines[end - 1].startswith(f"Error: {case.name}: ")
        assert case.says in lines[end - 1]
        assert end == 1 or lines[end - 2].startswith((*NAMED, "  - ", "  …"))


DEEP = {
    "tables.docx": lambda: hostile.deep_word("<w:tbl><w:tr><w:tc>", 80),
    "boxes.docx": lambda: hostile.deep_word("<w:p><w:r><w:drawing><w:txbxContent>", 60),
    "controls.docx": lambda: hostile.deep_word("<w:sdt><w:sdtContent>", 120),
    "styles.docx": hostile.looping_styles,
    "groups.rtf": lambda: rb"{\rtf1 " + b"{a" * 1_900 + b"Ke hoach}",
    "boxes.rtf": lambda: rb"{\rtf1 " + rb"{\shptxt a" * 1_900 + b"}" * 1_900 + rb"Ke hoach\par}",
    "spans.html": lambda: b"<html>" + b"<b><i>" * 400 + "Kế hoạch".encode(),
    "blocks.html": lambda: b"<html>" + b"<div>" * 900 + "Kế hoạch".encode(),
    "tables.html": lambda: b"<html>" + b"<table><tr><td>" * 300 + "Kế hoạch".encode(),
    "spans.odt": lambda: hostile.odt(f"<text:p>{hostile.nested('<text:span>', 90, 'Kế hoạch')}"
                                     "</text:p>"),
}  # fmt: skip


@pytest.mark.parametrize("name", DEEP)
def test_what_stands_deep_is_read(name: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(DEEP[name]())
    assert run("extract", file).exit_code == 0
    found = read_layout(file).text
    assert "Kế hoạch" in found or "Ke hoach" in found


LOCKED = [
    Case("khóa.pdf", lambda: hostile.encrypted_pdf(b"mat khau"), 3, "locked by a password"),
    Case("khóa.docx", lambda: hostile.OLE + "EncryptedPackage".encode("utf-16-le"), 3, "password"),
    Case("khóa.odt", hostile.locked_odt, 3, "has a password"),
]


@pytest.mark.parametrize("case", LOCKED, ids=lambda case: case.name)
def test_a_locked_file(case: Case, run: Run, tmp_path: Path) -> None:
    refused(run, written(tmp_path, case), case)


def test_a_locked_old_word_file(
    saved: Callable[[bytes, str], bytes], run: Run, tmp_path: Path
) -> None:
    content = bytearray(saved(EVERYTHING, "doc"))
    content[content.index(b"\xec\xa5") + 0x0B] |= 1  # the head's flag that all is encrypted
    case = Case("khóa.doc", lambda: bytes(content), 3, "has a password")
    refused(run, written(tmp_path, case), case)


def test_a_pdf_that_only_forbids_changes_is_read(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, Case("chỉ đọc.pdf", lambda: hostile.encrypted_pdf(b""), 0))
    assert run("extract", file).exit_code == 0
    assert read_layout(file).text == "Ke hoach nam 2026 cua xa"


def written(folder: Path, case: Case) -> Path:
    file = folder / case.name
    file.write_bytes(case.make())
    return file


def refused(run: Run, file: Path, case: Case) -> None:
    """Assert that a file ends the command line with its code and one line."""
    result = run("extract", file)
    assert (result.exit_code, result.stdout) == (case.code, "")
    assert result.stderr.startswith(f"Error: {file.name}: ")
    assert result.stderr.count("\n") == 1
    assert case.says in result.stderr


SIZE = (600, 800)
MADE: dict[str, Callable[[], bytes]] = {
    "docx": lambda: EVERYTHING,
    "odt": lambda: hostile.odt("<text:p>Kế hoạch</text:p>"),
    "rtf": lambda: rb"{\rtf1 K\u7871? ho\u7841?ch {\b nam}\par}",
    "html": lambda: hostile.pointing_html("http://example.invalid"),
    "mht": lambda: hostile.pointing_mht("http://example.invalid"),
    "pdf": lambda: pdf(Page().lines(85, 100, "Ke hoach nam 2026", "cua xa")),
    "png": lambda: hostile.picture(SIZE, "PNG"),
    "jpg": lambda: hostile.picture(SIZE, "JPEG"),
    "tif": lambda: hostile.picture(SIZE, "TIFF", 2),
    "txt": text("KẾ HOẠCH\nI. MỤC TIÊU\n- Đạt 95% số xã.\n"),
}
"""A small file of every format."""
FORMATS = {"mht": "html", "png": "picture", "jpg": "picture", "tif": "picture", "txt": "text"}


@pytest.fixture(params=[*MADE, "doc"])
def sample(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[str, bytes]:
    """A format's suffix and a small file of it; LibreOffice is only asked to make one."""
    if request.param != "doc":
        return request.param, MADE[request.param]()
    made = request.getfixturevalue("saved")(EVERYTHING, "doc")
    monkeypatch.setattr(office, "program", lambda: None)
    return "doc", made


@pytest.mark.usefixtures("recogniser")
def test_a_wrong_suffix(sample: tuple[str, bytes], tmp_path: Path) -> None:
    own, content = sample
    right = tmp_path / f"kế hoạch.{own}"
    right.write_bytes(content)
    expected = read_layout(right)
    assert expected.format == FORMATS.get(own, own)
    assert expected.text
    for suffix in (*MADE, "doc", "DOCX", "xlsx", "json", "bin", ""):
        wrong = tmp_path / f"sai.{suffix}"
        wrong.write_bytes(content)
        assert read_layout(wrong) == expected


@pytest.mark.usefixtures("recogniser")
def test_a_file_that_is_cut_off(sample: tuple[str, bytes], run: Run, tmp_path: Path) -> None:
    suffix, content = sample
    file = tmp_path / f"bị cắt.{suffix}"
    for share in (0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99):
        file.write_bytes(content[: int(len(content) * share)])
        result = run("extract", file)
        assert result.exit_code in {0, 3}
        assert result.exit_code == 0 or result.stderr.startswith(f"Error: {file.name}: ")
        assert result.exit_code == 0 or result.stderr.count("\n") == 1
    refused(run, written(tmp_path, Case(file.name, bytes, 3)), Case(file.name, bytes, 3, "empty"))


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """A server that nobody should ask, while this process itself cannot ask any."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(socket.socket, "connect", None)
        yield server


POINTING = [
    ("docx", hostile.pointing_docx),
    ("docx", hostile.pointing_entity),
    ("odt", hostile.pointing_odt),
    ("html", hostile.pointing_html),
    ("mht", hostile.pointing_mht),
    ("rtf", hostile.pointing_rtf),
    ("pdf", hostile.pointing_pdf),
]


@pytest.mark.parametrize(("suffix", "make"), POINTING, ids=lambda value: str(value)[:26])
def test_nothing_is_fetched(
    suffix: str,
    make: Callable[[str], bytes],
    run: Run,
    listener: socket.socket,
    tmp_path: Path,
) -> None:
    file = tmp_path / f"chỉ ra ngoài.{suffix}"
    file.write_bytes(make(address(listener)))
    assert run("extract", file).exit_code in {0, 3}
    assert not was_asked(listener)


def test_libreoffice_fetches_nothing_either(
    listener: socket.socket, soffice: object, tmp_path: Path
) -> None:
    assert soffice
    file = tmp_path / "chỉ ra ngoài.rtf"
    file.write_bytes(hostile.pointing_rtf(address(listener), r"\ls1\ilvl0 "))
    assert read_layout(file).reader == "LibreOffice"
    assert not was_asked(listener)


def address(server: socket.socket) -> str:
    host, port = server.getsockname()
    return f"http://{host}:{port}"


def was_asked(server: socket.socket) -> bool:
    return bool(select.select([server], [], [], 0)[0])


def test_no_other_file_is_read_through_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("BÍ MẬT", "utf-8")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    made = {
        "odt": hostile.odt("<text:p>Kế hoạch &e;</text:p>", doctype),
        "html": f"{doctype}<html><p>Kế hoạch &e;".encode(),
    }
    for suffix, content in made.items():
        file = tmp_path / f"a.{suffix}"
        file.write_bytes(content)
        assert "MẬT" not in read_layout(file).text


HUGE = [
    Page(width=1e6, height=1e6).text(85, 100, "Ke hoach nam 2026"),
    Page(width=0, height=0).text(85, 100, "Ke hoach nam 2026"),
]


@pytest.mark.parametrize("page", HUGE, ids=["huge", "without size"])
def test_a_page_of_an_odd_size(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "khổ lạ.pdf"
    file.write_bytes(pdf(page))
    assert "Ke hoach nam 2026" in read_layout(file).text


@pytest.mark.usefixtures("recogniser")
def test_a_huge_page_without_text_is_drawn_small(run: Run, tmp_path: Path) -> None:
    empty = pdf(Page(width=1e6, height=1e6).rule(10, 10, 500, 10))
    case = Case("trống.pdf", lambda: empty, 3, "no text")
    refused(run, written(tmp_path, case), case)


SLOW = [suffix for suffix in MADE if suffix not in {"txt", "png", "jpg"}]


@pytest.mark.usefixtures("recogniser")
@pytest.mark.parametrize("suffix", SLOW)
def test_time_is_limited(
    suffix: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = count(0, limits.SECONDS - 1)
    monkeypatch.setattr(limits, "monotonic", lambda: next(clock))
    made = {
        "pdf": pdf(*[Page().text(85, 100, "Ke hoach")] * 3),
        "rtf": rb"{\rtf1 a\par b\par c\par}",
        "odt": hostile.odt("<text:p>a</text:p>" * 3),
        "tif": hostile.picture(SIZE, "TIFF", 3),
        "html": b"<html><p>a<p>b<p>c",
        "mht": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html><p>a<p>b<p>c",
    }
    case = Case(f"chậm.{suffix}", lambda: made.get(suffix, EVERYTHING), 4, "30 minutes")
    refused(run, written(tmp_path, case), case)


NAMES = (
    "Kế hoạch số 45 (bản cuối).txt",
    unicodedata.normalize("NFD", "Kế hoạch xã Đồng Vân.txt"),
    "  đầu và cuối  .txt",
    "a'b;c&d$(e)%20.txt",
    "-f",
    f"{'dài ' * 40}.txt",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_letters(name: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text("KẾ HOẠCH\n", "utf-8")
    result = run("extract", file)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"{name}: ")


def test_what_is_no_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, missing = tmp_path / "thư mục", tmp_path / "không có.docx"
    folder.mkdir()
    refused(run, folder, Case(folder.name, bytes, 3, "this is a folder"))
    refused(run, missing, Case(missing.name, bytes, 3, "there is no such file"))
    refused(run, tmp_path / ("a" * 300), Case("", bytes, 3, "cannot be opened"))
    file = written(tmp_path, Case("cấm.txt", text("KẾ HOẠCH"), 3))
    monkeypatch.setattr(Path, "open", forbidden)
    refused(run, file, Case(file.name, bytes, 3, "Permission denied"))


def forbidden(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


if hasattr(os, "mkfifo"):

    def test_a_pipe_is_not_waited_for(run: Run, tmp_path: Path) -> None:
        pipe = tmp_path / "ống.docx"
        os.mkfifo(pipe)
        refused(run, pipe, Case(pipe.name, bytes, 3, "device or pipe"))


def test_a_web_cell_over_rows_and_columns_keeps_its_columns(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(b"<html><table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>")
    (table,) = html.read(file).blocks
    assert [[(c.span, c.continued) for c in row] for row in getattr(table, "rows", ())] == [
        [(2, False), (1, False)],
        [(2, True), (1, False)],
    ]
