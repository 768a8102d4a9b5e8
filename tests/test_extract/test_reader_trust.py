"""Text layers that lie: which are believed, which put right, which left to be recognised."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from test_extract.pdffiles import Page, pdf

from extract.layout import Layout
from extract.readers import read_layout
from extract.readers.pdf_drawn import Drawn
from extract.readers.pdf_glyphs import Glyph
from extract.readers.pdf_letters import LOST, OTHERS, Decoder, known_letters
from extract.readers.pdf_looks import Font
from extract.readers.pdf_repairs import ranges, repaired
from extract.readers.pdf_view import Axis, View
from extract.readers.scan import tesseract
from plan.errors import MissingToolError

TEXT = (
    "Thực hiện Nghị quyết của Hội đồng nhân dân huyện về phát triển đường giao thông,",
    "Ủy ban nhân dân xã Đồng Vân xây dựng kế hoạch sửa chữa đường thôn năm 2026.",
    "Phấn đấu 95,5% số tuyến đường được chiếu sáng; mỗi thôn cử 02 người theo dõi,",
    "báo cáo hằng tháng; những nơi trũng phải nâng nền, khơi thông rãnh trước mùa mưa.",
    "Công chức địa chính lĩnh vực xây dựng chủ trì, phối hợp với các đoàn thể cũng như",
    "các cơ sở sản xuất trên địa bàn để vận động nhân dân đóng góp ngày công.",
)
OWN = {letter: 2000 + 7 * place for place, letter in enumerate(OTHERS) if letter != "đ"}

PLAIN = (
    "Ra soat toan bo he thong chieu sang cong cong tren dia ban xa Dong Van,",
    "lap danh muc cac doan can thay the va bao cao ket qua theo tung quy mot.",
)
BELIEVED = Page().lines(40, 100, *PLAIN)


@pytest.fixture(autouse=True)
def no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are not believed are told, and what the file says on them is left to be seen."""
    monkeypatch.setattr(tesseract, "program", lambda: None)


def numbers(text: str, shift: int) -> list[int]:
    order = {letter: number for number, letter in known_letters(shift).items()}
    return [order[letter] if letter in order else OWN[letter] for letter in text]


def read(tmp_path: Path, *pages: Page) -> Layout:
    file = tmp_path / "kế hoạch.pdf"
    file.write_bytes(pdf(*pages))
    return read_layout(file)


def codes(layout: Layout) -> list[str]:
    return [finding.code for finding in (*layout.repairs, *layout.findings)]


def unmapped(texts: Sequence[str], look: str, shift: int) -> Page:
    page = Page()
    for number, text in enumerate(texts):
        page.glyphs(40, 100 + 40 * number, numbers(text, shift), look)
    return page


@pytest.mark.parametrize(("look", "shift"), [("u", 6652), ("ui", 7032)])
def test_letters_told_by_the_order_of_the_font(look: str, shift: int, tmp_path: Path) -> None:
    layout = read(tmp_path, unmapped(TEXT, look, shift))
    assert layout.text == "\n".join(TEXT)
    assert codes(layout) == ["letters-recovered"]
    assert layout.repairs[0].args["pages"] == "1"


def test_letters_learned_on_one_page_hold_on_the_next(tmp_path: Path) -> None:
    pages = [unmapped(TEXT, "u", 6652), unmapped(["Số 15, 2026"], "u", 6652)]
    layout = read(tmp_path, *pages)
    assert layout.text.endswith("\nSố 15, 2026")
    assert [(one.code, one.args["pages"]) for one in layout.repairs] == [
        ("letters-recovered", "1-2")
    ]


def test_a_good_and_a_bad_font_in_one_line(tmp_path: Path) -> None:
    page = unmapped(TEXT, "u", 6652)
    page.text(40, 400, "Giao ban qua ", 13).glyphs(120, 400, numbers("mạng", 6652), "u")
    assert read(tmp_path, page).text.endswith("\nGiao ban qua mạng")


def test_what_makes_no_syllables_is_not_recovered(tmp_path: Path) -> None:
    page = Page()
    for number, text in enumerate(TEXT):
        page.glyphs(40, 100 + 40 * number, [ord(letter) % 91 + 5 for letter in text], "ub")
    layout = read(tmp_path, BELIEVED, page)
    assert codes(layout) == ["pages-not-read"]
    assert set(layout.text.removeprefix("\n".join(PLAIN))) <= {LOST, " ", "\n"}


def test_where_no_page_is_believed_recognition_is_asked_for(tmp_path: Path) -> None:
    page = Page().raw(PICTURE.format(595, 842)).lines(40, 100, *FOREIGN, size=12)
    with pytest.raises(MissingToolError):
        read(tmp_path, page)


def test_digits_alone_are_never_recovered(tmp_path: Path) -> None:
    page = Page().lines(40, 100, "Ra soat he thong chieu sang")
    layout = read(tmp_path, BELIEVED, page.glyphs(40, 140, numbers("1234567", 6652), "u"))
    assert layout.text.endswith(f"\n{LOST * 7}")
    assert codes(layout) == ["pages-not-read"]


PICTURE = "q {} 0 0 {} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q"
FOREIGN = (
    "CQNG HOA XA HQI CHU NGHIA VIET NAM Dqc lap - Tu do - Hanh phtic",
    "Thgc hien Nghi quyet cria Hqi ddng nhan dan huyQn vd phat tridn duong",
    "giao th6ng, Uy ban nhan dan xd Ddng Van xdy dung kd hoach sria chira",
    "dudng th6n nim nay va c6c nim tidp theo, trong d6 uu ti6n tuydn chinh",
)
ENGLISH = (
    "This annex was written by the donor and describes how the works are measured,",
    "which tests the contractor carries out and what the engineer has to approve.",
)
LAYERS = [
    ("a reader of another language", FOREIGN, True, ["pages-not-read"]),
    ("a text without marks over a picture", PLAIN, True, []),
    ("English that is printed", ENGLISH, False, []),
    ("English letters over a picture", ENGLISH, True, ["pages-not-read"]),
]


@pytest.mark.parametrize("mode", [0, 3])
@pytest.mark.parametrize(
    ("lines", "pictured", "expected"), [case[1:] for case in LAYERS], ids=[c[0] for c in LAYERS]
)
def test_layers(
    lines: Sequence[str], expected: list[str], mode: int, *, pictured: bool, tmp_path: Path
) -> None:
    page = Page().raw(PICTURE.format(595, 842) if pictured else "")
    page.raw(f"{mode if pictured else 0} Tr").lines(40, 100, *lines, size=12)
    layout = read(tmp_path, BELIEVED, page)
    assert layout.text == "\n".join([*PLAIN, *lines])
    assert codes(layout) == expected


def test_a_page_number_on_a_scan_is_no_text(tmp_path: Path) -> None:
    scan = Page().raw(PICTURE.format(595, 842)).text(85, 400, "CamScanner", 8)
    layout = read(tmp_path, BELIEVED, scan, scan, Page())
    assert [(one.code, one.args) for one in layout.findings] == [
        ("pages-not-read", {"pages": "2-3"})
    ]


HIDDEN = [
    ("invisible", "3 Tr", False),
    ("white", "1 1 1 rg", False),
    ("white on a dark cell", "0 0 0.5 rg 80 600 400 60 re f 1 1 1 rg", True),
    ("white on shading with lines", "0.5 g 80 600 400 60 re B 1 g", True),
    ("black", "0 g", True),
]


@pytest.mark.parametrize(("before", "seen"), [c[1:] for c in HIDDEN], ids=[c[0] for c in HIDDEN])
def test_what_nobody_sees_is_left_out(before: str, *, seen: bool, tmp_path: Path) -> None:
    page = Page().lines(85, 300, *PLAIN).raw(f"q {before}").text(90, 212, "An trong trang")
    layout = read(tmp_path, page.raw("Q"))
    assert ("An trong trang" in layout.text) is seen
    assert codes(layout) == [] if seen else ["hidden-text"]


def test_a_letter_that_no_word_has_is_read_as_the_one_meant() -> None:
    fonts = Font("Good"), Font("Bad")
    glyphs = [
        Glyph(letter, 10 * x, 10 * x + 9, 100, 12, fonts[letter in "Ƣƣ"])
        for x, letter in enumerate("nƣớc Ƣu")
    ]
    view = View(Axis(0, 1, 0), Axis(1, -1, 0), 0)
    kept, repairs = repaired(4, glyphs, Drawn(view), Decoder())
    assert "".join(glyph.text for glyph in kept) == "nước Ưu"
    assert repairs == [("letters-mismapped", "Bad", 4)]


@pytest.mark.parametrize(
    ("numbers", "said"), [([1], "1"), ([1, 2, 3, 7], "1-3, 7"), ([2, 4, 5], "2, 4-5")]
)
def test_ranges(numbers: list[int], said: str) -> None:
    assert ranges(numbers) == said
