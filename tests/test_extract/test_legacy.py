"""Fonts from before Unicode: what was typed in them comes out right, Unicode stays as it is."""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from test_extract.pdffiles import Page, pdf
from test_extract.wordfiles import definition, level, num, numbered, p, package, run

from extract.layout import Layout
from extract.legacy import (
    TCVN3,
    VNI_MARKS,
    VNI_SINGLE,
    decoded,
    encoding_of,
    guess,
    has_only_capitals,
    in_font,
    spelled,
    suspected,
    to_unicode,
    without_fonts,
)
from extract.readers import read_layout
from plan.errors import UnreadableError
from plan.model import Finding

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("ke-hoach-*.md"))
TEXTS = [unicodedata.normalize("NFC", file.read_text(encoding="utf-8")) for file in SAMPLES]
TEXTS = [text.replace("≤", "<") for text in TEXTS]
ALL_TEXTS = pytest.mark.parametrize("text", TEXTS, ids=[file.stem for file in SAMPLES])

TO_TCVN3 = {chr(shown): chr(code) for code, shown in TCVN3.items() if code != 0x1F}
TO_VNI = {shown: code for code, shown in VNI_SINGLE.items()}
for _base, _marks in VNI_MARKS.items():
    for _code, _mark in _marks.items():
        for _typed in (_base + _code, (_base + _code).upper()):
            _letter = VNI_SINGLE.get(_typed[0], _typed[0]) + _mark
            TO_VNI.setdefault(unicodedata.normalize("NFC", _letter), _typed)


def tcvn3(text: str) -> str:
    """Letters as typed in TCVN3; toned capitals are small, their font makes them capitals."""
    return "".join(TO_TCVN3.get(one) or TO_TCVN3.get(one.lower(), one) for one in text)


def vni(text: str) -> str:
    return "".join(TO_VNI.get(one, one) for one in text)


TYPED_CAPITAL = regex.compile(r"[^\p{Lu}]+|\p{Lu}+")


def tcvn3_runs(text: str) -> Iterator[str]:
    """Runs as old offices typed them: capitals in the font of capitals, in small letters too."""
    for piece in TYPED_CAPITAL.findall(text):
        shown = piece.isupper()
        yield typed(tcvn3(piece.lower() if shown else piece), ".VnTimeH" if shown else ".VnTime")


def vni_runs(text: str) -> Iterator[str]:
    """Runs that part letters from their marks, as revision marks of Word do."""
    yield from (typed(one, "VNI-Times") for one in regex.findall(r".{1,5}", vni(text)))


def unicode_runs(text: str) -> Iterator[str]:
    yield typed(text, "Times New Roman")


def typed(text: str, font: str) -> str:
    return run(escape(text), f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


def told(layout: Layout) -> tuple[Finding, ...]:
    """What the reader says of the letters: what it changed, and what it doubts."""
    return (*layout.repairs, *layout.findings)


Typing = Callable[[str], Iterator[str]]
WAYS: dict[str, tuple[Typing, ...]] = {
    "tcvn3": (tcvn3_runs,),
    "vni": (vni_runs,),
    "mixed": (tcvn3_runs, unicode_runs, vni_runs),
}


def read(tmp_path: Path, body: str, **parts: str) -> Layout:
    file = tmp_path / "cũ.docx"
    file.write_bytes(package(body, **parts))
    return read_layout(file)


def read_text(tmp_path: Path, content: bytes) -> Layout:
    file = tmp_path / "cũ.txt"
    file.write_bytes(content)
    return read_layout(file)


def codes(layout: Layout) -> list[str]:
    return [finding.code for finding in told(layout)]


@pytest.mark.parametrize("ways", WAYS.values(), ids=WAYS)
@ALL_TEXTS
def test_word_files_come_out_letter_by_letter(
    text: str, ways: tuple[Typing, ...], tmp_path: Path
) -> None:
    lines = [line for line in text.splitlines() if line.strip()]
    plain = "".join(p(*unicode_runs(line)) for line in lines)
    old = "".join(p(*way(line)) for line, way in zip(lines, cycle(ways), strict=False))
    assert old != plain
    layout = read(tmp_path, old)
    assert layout.text == read(tmp_path, plain).text
    assert set(codes(layout)) == {"legacy-encoding"}


TONED = regex.compile(r"[\p{Lu}--[A-ZĂÂĐÊÔƠƯ]]", regex.V1)


PRINTED = (
    "Số: 45/KH-UBND ngày 03 tháng 02 năm 2009 về nâng cấp đường liên thôn",
    "phường Hòa Mỹ dự kiến huy động nhân dân góp ngày công, nguồn vốn đầu tư",
    "từ ngân sách - xã hội hóa; trưởng thôn vận động những hộ ở chỗ trũng.",
    "Những nơi nước rút chậm được ưu tiên trước, hỗ trợ 12,5 triệu đồng/km.",
)


@pytest.mark.parametrize(("look", "typing"), [("t", tcvn3), ("v", vni)])
def test_pdf_pages_in_old_fonts(look: str, typing: Callable[[str], str], tmp_path: Path) -> None:
    """As printed with WinAnsi, which calls the soft hyphen of TCVN3 a hyphen."""
    page = Page().lines(40, 100, *map(typing, PRINTED), size=12, look=look)
    file = tmp_path / "cũ.pdf"
    file.write_bytes(pdf(page.lines(40, 200, "Printed in Unicode - as it is", size=12)))
    layout = read_layout(file)
    assert layout.text == "\n".join([*PRINTED, "Printed in Unicode - as it is"])
    assert codes(layout) == ["letters-modernised"]


def test_capitals_of_pdf_fonts_of_capitals(tmp_path: Path) -> None:
    page = Page().text(40, 100, tcvn3("ủy ban nhân dân"), 13, "th")
    page.text(40, 140, tcvn3(PRINTED[0]), 12, "t")
    file = tmp_path / "cũ.pdf"
    file.write_bytes(pdf(page))
    assert read_layout(file).text.startswith("ỦY BAN NHÂN DÂN\n")


@pytest.mark.parametrize(
    ("typing", "page"),
    [
        (tcvn3, '<p style=\'font-family:".VnTime","sans-serif"\'>{}</p>'),
        (vni, '<p><font face="VNI-Times">{}</font></p>'),
        (tcvn3, "<style>li, p.Mso {{margin:0; font-family:'.VnTime';}}</style><p class=Mso>{}</p>"),
        (vni, "<p>{}</p>"),
    ],
    ids=["style", "face", "class", "no font named"],
)
def test_web_pages_in_old_fonts(typing: Callable[[str], str], page: str, tmp_path: Path) -> None:
    file = tmp_path / "cũ.html"
    body = "".join(page.format(escape(typing(line))) for line in PRINTED)
    file.write_text(f"<html><body>{body}<p>Printed in Unicode</p></body></html>", "utf-8")
    layout = read_layout(file)
    assert layout.text == "\n".join([*PRINTED, "Printed in Unicode"])
    assert codes(layout) == ["legacy-encoding"]


def test_capitals_by_format_are_those_of_the_letters_shown(tmp_path: Path) -> None:
    fonts = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/><w:caps/>'
    assert read(tmp_path, p(run(tcvn3("kế hoạch"), fonts))).text == "KẾ HOẠCH"


@ALL_TEXTS
def test_typed_text_in_tcvn3(text: str, tmp_path: Path) -> None:
    """Known ambiguity: toned capitals are capitals only by their font, as in `ñy ban`."""
    for content in (tcvn3(text).encode(), tcvn3(text).encode("cp1252")):
        layout = read_text(tmp_path, content)
        pairs = list(zip(text, layout.text, strict=True))
        wrong = [(one, found) for one, found in pairs if one != found]
        assert len(wrong) < 0.005 * len(text)
        assert all(TONED.match(one) and found == one.lower() for one, found in wrong)
        assert codes(layout) == ["legacy-encoding"]


@ALL_TEXTS
def test_typed_text_in_vni(text: str, tmp_path: Path) -> None:
    for content in (vni(text).encode(), vni(text).encode("cp1252")):
        layout = read_text(tmp_path, content)
        assert layout.text == text
        assert codes(layout) == ["legacy-encoding"]


@ALL_TEXTS
def test_typed_text_in_windows_1258(text: str, tmp_path: Path) -> None:
    layout = read_text(tmp_path, windows_1258(text))
    assert layout.text == text
    assert told(layout)[0].args["encoding"] == "windows-1258"


def windows_1258(text: str) -> bytes:
    """Letters with hats and horns have codes, tones stand behind them."""
    hats = regex.compile(r"[\u0300\u0301\u0303\u0309\u0323]")
    content = b""
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", hats.sub("", marks))
        content += (base + "".join(hats.findall(marks))).encode("cp1258")
    return content


@ALL_TEXTS
def test_unicode_text_stays_as_it_is(text: str, tmp_path: Path) -> None:
    layout = read_text(tmp_path, text.encode())
    assert (layout.text, told(layout)) == (text, ())
    assert suspected(text) is None


KNOWN = [
    ("tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    ("tcvn3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    ("tcvn3", "ch\u00ad¬ng tr×nh, ch\x1f¬ng", "chương trình, chương"),
    ("tcvn3", "¡n, ¢u, £m, ¤ng, ¥n, ¦u ®·i ë ± 5 %", "Ăn, Âu, Êm, Ông, Ơn, Ưu đãi ở ± 5 %"),
    ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("vni", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    ("vni", "ÑÖÔØNG, Aùo, Kyõ thuaät, kyø, tæ leä, ñòa", "ĐƯỜNG, Áo, Kỹ thuật, kỳ, tỉ lệ, địa"),
    ("vni", "naêm, baèng, baét, caäp, ± 5 %", "năm, bằng, bắt, cập, ± 5 %"),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "old", "new"), KNOWN)
def test_known_words(encoding: str, old: str, new: str) -> None:
    font = {"tcvn3": ".VnTime", "vni": "VNI-Times"}[encoding]
    assert in_font(old, font) == new
    assert in_font(new, "Times New Roman") == new


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        (".VnArial NarrowH", "tcvn3", True),
        (".vntime", "tcvn3", False),
        ("ABCDEF+.VnTimeH,BoldItalic", "tcvn3", True),
        ("ABCDEF+VnTime-Bold", "tcvn3", False),
        ("VNI-Times", "vni", False),
        ("VNI-Helve-Condense", "vni", False),
        ("Vni Times", "vni", False),
        ("Times New Roman", None, False),
        ("VNtimes new roman", None, False),
        ("UVN Bach Dang", None, False),
        ("Vnu Times", None, False),
        ("SVN-TimeH", None, False),
        ("", None, False),
    ],
)
def test_fonts_tell_encodings(font: str, encoding: str | None, *, capitals: bool) -> None:
    assert encoding_of(font) == encoding
    assert has_only_capitals(font) is capitals


def test_capitals_without_fonts() -> None:
    lines = "CéNG HOµ X· HéI\nThùc hiÖn Phong trµo TOµN D¢N\nHµ Vò Tó, TP.Hµ\nUBND: Lý\n"
    expected = "CỘNG HOÀ XÃ HỘI\nThực hiện Phong trào TOÀN DÂN\nHà Vũ Tú, TP.Hà\nUBND: Lý\n"
    assert without_fonts(lines, "tcvn3") == expected


def test_what_each_character_shows() -> None:
    assert spelled("Ñöùc aâ", "vni") == ["Đ", "ứ", "", "c", " ", "â", ""]
    assert spelled("§øc", "tcvn3", capitals=True) == ["Đ", "Ứ", "C"]


def test_a_raised_figure_in_tcvn3_is_a_letter() -> None:
    """Known ambiguity: no table tells a footnote's mark typed as `¹` from ạ."""
    assert to_unicode("C¸c ®¬n vÞ¹", "tcvn3") == "Các đơn vịạ"


FONTS = '<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}"/></w:rPr>'
STYLES = (
    f"<w:docDefaults><w:rPrDefault>{FONTS.format('.VnTime')}</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="T"/></w:style>'
    f'<w:style w:type="paragraph" w:styleId="T">{FONTS.format(".VnTimeH")}</w:style>'
    f'<w:style w:type="character" w:styleId="C">{FONTS.format("VNI-Times")}</w:style>'
    '<w:style w:type="paragraph" w:styleId="M"><w:rPr>'
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:style>'
)


def test_the_font_in_force_decides(tmp_path: Path) -> None:
    body = (
        p("kÕ ho¹ch", style="B")
        + p("N¨m 2026 ", run("xaõ ", '<w:rStyle w:val="C"/>'), typed("một ÷", "Arial"))
        + p("ë", "<w:r><w:t>ch</w:t><w:softHyphen/><w:t>¬ng</w:t></w:r>")
        + p("5 ÷ 7 ± 1", style="M")
    )
    layout = read(tmp_path, body, styles=STYLES)
    assert layout.text == "KẾ HOẠCH\nNăm 2026 xã một ÷\nởchương\n5 ÷ 7 ± 1"
    assert {f.args["encoding"]: f.args["count"] for f in told(layout)} == {"TCVN3": 6, "VNI": 1}


def test_labels_in_old_fonts(tmp_path: Path) -> None:
    fonts = FONTS.format(".VnTimeH")
    numbering = (
        definition(0, level(0, "decimal", "®iÒu %1.", more=fonts), level(1, "decimal", "§iÒu %2."))
        + num(1, 0)
    )  # fmt: skip
    body = numbered("a") + numbered("b", 1)
    layout = read(tmp_path, body, styles=STYLES, numbering=numbering)
    assert layout.text == "ĐIỀU 1. a\nĐiều 1. b"


@ALL_TEXTS
def test_unicode_in_an_old_font_stays_as_it_is(text: str, tmp_path: Path) -> None:
    lines = [line for line in text.splitlines() if line.strip()]
    plain = "".join(p(*unicode_runs(line)) for line in lines)
    body = "".join(p(typed(line, ".VnTime")) for line in lines)
    layout = read(tmp_path, body)
    assert layout.text == read(tmp_path, plain).text
    assert "legacy-encoding" not in codes(layout)


def test_what_words_do_not_tell_is_left_and_reported(tmp_path: Path) -> None:
    body = p(typed("Kế hoạch của Ủy ban nhân dân", ".VnTime")) + p(typed("Sè ca", ".VnTime"))
    layout = read(tmp_path, body + p(typed("ho¹ch ®éng", ".VnTime")))
    assert layout.text == "Kế hoạch của Ủy ban nhân dân\nSè ca\nhoạch động"
    assert sorted(codes(layout)) == ["legacy-encoding", "legacy-encoding-doubtful"]


@pytest.mark.parametrize(("way", "count"), [(tcvn3, 1), (vni, 1), (str, 0)])
def test_word_files_that_name_no_font(
    way: Callable[[str], str], count: int, tmp_path: Path
) -> None:
    lines = [line for line in TEXTS[0].lower().splitlines() if line.strip()]
    plain = read(tmp_path, "".join(p(*unicode_runs(line)) for line in lines))
    layout = read(tmp_path, "".join(p(run(escape(way(line)))) for line in lines))
    assert layout.text == plain.text
    assert len(told(layout)) == count


@pytest.mark.parametrize("way", [tcvn3, vni])
def test_text_that_is_partly_unicode_is_left_and_reported(
    way: Callable[[str], str], tmp_path: Path
) -> None:
    text = way(TEXTS[0]) + "\nNguyễn Thị Hồng\n"
    layout = read_text(tmp_path, text.encode())
    assert layout.text == text
    assert codes(layout) == ["legacy-encoding-doubtful"]


def test_text_that_lost_its_soft_hyphens_is_left_and_reported(tmp_path: Path) -> None:
    text = tcvn3(TEXTS[0]).replace("\u00ad", "")
    layout = read_text(tmp_path, text.encode())
    assert (layout.text, codes(layout)) == (text, ["legacy-encoding-doubtful"])


FRENCH = "Le bâtiment a été rénové grâce à l'équipe du département; où est la clé, François? "


@pytest.mark.parametrize(
    "content",
    [
        FRENCH.encode("cp1252") * 20,
        tcvn3("Kế hoạch phát triển").encode("cp1252"),
        vni("Đơn vị chủ trì").encode("cp1252"),
        bytes(range(0x80, 0x100)) * 20,
        bytes(range(0xA1, 0x100)) * 20,
    ],
)
def test_bytes_that_are_not_sure_are_refused(content: bytes, tmp_path: Path) -> None:
    assert decoded(content) is None
    with pytest.raises(UnreadableError, match="not Unicode text"):
        read_text(tmp_path, content)


def test_foreign_unicode_text_stays_as_it_is(tmp_path: Path) -> None:
    layout = read_text(tmp_path, (FRENCH * 20).encode())
    assert (layout.text, told(layout)) == (FRENCH * 20, ())


WORDS = sorted({word for text in TEXTS for word in text.split()})
LATIN = [word for word in WORDS if not word.isascii() and max(word) < "\u0100"]
ODD = ["±", "5 %", "÷", "§", "©", "®", "²", "m³", "°C", "¹", "½", "«a»", "·", "×", "µg", "\n", "ß"]


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from([*WORDS, *ODD]), max_size=60)
    | st.lists(st.sampled_from([*LATIN, *ODD]), max_size=60)
)
def test_unicode_is_never_changed(words: list[str]) -> None:
    text = " ".join(words)
    assert guess(text) is None
    assert in_font(text, "Times New Roman") == text


@given(st.text("aAeEoOuUyYươđĐáàảãạâấậăắẵêếéôốớứỳ 19.-", max_size=30))
def test_whatever_is_typed_in_vni_comes_back(text: str) -> None:
    assert to_unicode(vni(text), "vni") == text
