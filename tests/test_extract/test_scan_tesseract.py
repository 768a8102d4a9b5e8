"""Tesseract missing, without data, hanging, failing: an error that says what to do."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import psutil
import pytest
import scans
import standin
from PIL import Image
from test_extract.pdffiles import Page, pdf

from extract.layout import Line
from extract.limits import PIXELS
from extract.readers import read_layout
from extract.readers.scan import tesseract
from plan.errors import KehoachError, LimitError, MissingToolError, UnreadableError

TYPED = (
    "Ra soat toan bo he thong chieu sang cong cong tren dia ban xa Dong Van,",
    "lap danh muc cac doan can thay the va bao cao ket qua theo tung quy mot.",
)
LISTS = "import sys\nif '--list-langs' in sys.argv:\n    print('List:', 'eng', 'vie', sep='\\n')\n"
FINDS = (
    LISTS
    + """\
else:
    open(sys.argv[2] + ".hocr", "w", encoding="utf-8").write('''<html><body>
<span class="ocr_line" title="bbox 400 400 900 440; baseline 0.001 -8; x_size 40">
<span class="ocrx_word" title="bbox 400 400 500 440; x_wconf 91">K\u1ebf</span>
<span class="ocrx_word" title="bbox 520 400 700 440; x_wconf 45">ho\u1ea1ch</span>
<span class="ocrx_word" title="bbox 720 400 730 440; x_wconf 30">|</span>
</span>
<span class="ocr_line" title="bbox 1 1 9 9"><span title="bbox 1 1 9 9; x_wconf 5">x</span></span>
</body></html>''')
"""
)
HANGS = """\
else:
    import subprocess, time
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    open({note!r}, "w").write(str(child.pid))
    time.sleep(600)
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a Python program in Tesseract's place."""

    def install(code: str) -> None:
        monkeypatch.setattr(
            tesseract, "program", lambda: standin.stand_in(tmp_path, "tesseract", code)
        )

    return install


def picture() -> bytes:
    made = BytesIO()
    Image.new("L", (600, 800), "white").save(made, "PNG")
    return made.getvalue()


def scan() -> bytes:
    return scans.scan_pdf([Image.new("L", (600, 800), "white")], 72)


@pytest.fixture(params=["trang.png", "bản chụp.pdf"])
def scanned(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / request.param
    file.write_bytes(picture() if file.suffix == ".png" else scan())
    return file


def error_of(file: Path) -> KehoachError:
    with pytest.raises(KehoachError) as caught:
        read_layout(file)
    assert file.name in str(caught.value)
    return caught.value


def test_without_it_the_error_says_how_to_install_it(
    scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "program", lambda: None)
    error = error_of(scanned)
    assert isinstance(error, MissingToolError)
    assert "apt install tesseract-ocr tesseract-ocr-vie" in str(error)


@pytest.mark.parametrize("code", ["print('eng')", "raise SystemExit(1)"])
def test_without_data_for_vietnamese_too(
    code: str, scanned: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in(code)
    error = error_of(scanned)
    assert isinstance(error, MissingToolError)
    assert "apt install tesseract-ocr-vie" in str(error)


@pytest.mark.parametrize("code", [LISTS, LISTS + "else:\n    raise SystemExit(1)\n"])
def test_a_page_on_which_it_fails(
    code: str, scanned: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in(code)
    error = error_of(scanned)
    assert isinstance(error, UnreadableError)
    assert "failed" in str(error)


@pytest.mark.parametrize(
    "hocr", ["", " ", "<html>", "no mark-up", "<html><span title='x'/></html>"]
)
def test_a_page_on_which_it_finds_nothing(
    hocr: str, scanned: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in(f"{LISTS}else:\n    open(sys.argv[2] + '.hocr', 'w').write({hocr!r})\n")
    assert isinstance(error_of(scanned), UnreadableError)


def test_a_page_on_which_it_hangs(
    scanned: Path,
    tmp_path: Path,
    stand_in: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = tmp_path / "child"
    stand_in(LISTS + HANGS.format(note=str(note)))
    monkeypatch.setattr(tesseract, "SECONDS", 3)
    assert isinstance(error_of(scanned), LimitError)
    child = int(note.read_text("utf-8"))
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


def test_words_come_with_their_places_and_how_sure_they_are(
    scanned: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in(FINDS)
    layout = read_layout(scanned)
    assert layout.text == "Kế hoạch"
    (line,) = layout.blocks
    assert isinstance(line, Line)
    assert (line.page, round(line.left or 0)) == (1, round(400 * 72 / 300))
    assert [(one.start, one.end, one.share) for one in layout.certainties] == [
        (0, 2, 0.91),
        (3, 8, 0.45),
    ]
    assert len(layout.prints) == 1
    assert [finding.code for finding in layout.findings] == ["pages-recognised"]


def test_typed_pages_are_read_where_scanned_ones_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pypdfium2 as pdfium

    monkeypatch.setattr(tesseract, "program", lambda: None)
    mixed = pdfium.PdfDocument(pdf(Page().lines(85, 100, *TYPED)))
    mixed.import_pages(pdfium.PdfDocument(scan()))
    file = tmp_path / "kế hoạch.pdf"
    mixed.save(file)
    layout = read_layout(file)
    assert [block.text for block in layout.blocks if isinstance(block, Line)] == [*TYPED]
    (finding,) = layout.findings
    assert (finding.code, finding.args) == ("pages-not-read", {"pages": "2"})
    assert layout.certainties == ()


def test_typed_pages_are_not_recognised(tmp_path: Path, stand_in: Callable[[str], None]) -> None:
    stand_in("raise SystemExit(1)")
    file = tmp_path / "kế hoạch.pdf"
    file.write_bytes(pdf(Page().lines(85, 100, *TYPED)))
    assert read_layout(file).findings == ()


def test_a_tiff_has_many_pages(tmp_path: Path, stand_in: Callable[[str], None]) -> None:
    stand_in(FINDS)
    file = tmp_path / "nhiều trang.tif"
    page = Image.new("1", (600, 800), 1)
    page.save(file, save_all=True, append_images=[page.convert("RGB"), page.convert("L")])
    layout = read_layout(file)
    assert (layout.pages, layout.text) == (3, "\n".join(["Kế hoạch"] * 3))


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.95])
def test_a_picture_that_is_cut_off(
    kept: float, tmp_path: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in(FINDS)
    file = tmp_path / "trang.jpg"
    made = BytesIO()
    noise = Image.effect_noise((600, 800), 60)
    noise.save(made, "JPEG")
    file.write_bytes(made.getvalue()[: int(len(made.getvalue()) * kept)])
    error = error_of(file)
    assert isinstance(error, UnreadableError)
    assert "cut off" in str(error)


@pytest.mark.parametrize("times", [1.01, 4.0])
def test_a_picture_of_too_many_dots(
    times: float, tmp_path: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in(FINDS)
    file = tmp_path / "trang.png"
    side = int((PIXELS * times) ** 0.5) + 1
    Image.new("1", (side, side), 1).save(file)
    assert isinstance(error_of(file), LimitError)


def test_a_pdf_page_as_large_as_a_house_is_drawn_small(
    tmp_path: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in(FINDS)
    file = tmp_path / "bản đồ.pdf"
    file.write_bytes(scans.scan_pdf([Image.new("L", (1400, 1400), "white")], 1))
    assert read_layout(file).text == "Kế hoạch"
