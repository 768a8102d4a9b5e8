"""Damaged files: whatever was cut off or overwritten, a layout comes or one of our errors."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from mutations import (
    Damage,
    cut_off,
    damaged_part,
    misnumbered,
    odd_values,
    overwritten,
    repeated,
    swapped,
    without_a_part,
)
from test_extract.everything import EVERYTHING
from test_extract.pdffiles import Page, pdf
from test_extract.test_reader_odt import LISTS, SPACES, STYLES
from test_extract.test_reader_odt import items as item_list
from test_extract.test_reader_odt import p as p_odt
from test_extract.wordfiles import (
    definition,
    level,
    num,
    numbered,
    p,
    package,
    run,
    tbl,
    tc,
    tr,
    zipped,
)

from extract.layout import Layout
from extract.readers import read_layout
from plan import office
from plan.errors import LimitError, MissingToolError, UnreadableError

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

WORD = package(
    p(run("KẾ HOẠCH", "<w:b/>"), style="T")
    + numbered("Mục đích")
    + numbered("Yêu cầu", 1)
    + tbl(tr(tc("a", properties='<w:gridSpan w:val="2"/>')), tr(tc("b"), tc("c")))
    + p("Chú thích", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    styles='<w:style w:type="paragraph" w:styleId="T"><w:rPr><w:sz w:val="28"/></w:rPr></w:style>',
    numbering=definition(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."))
    + num(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    footnotes=f'<w:footnote w:id="2">{p("Hiện trạng")}</w:footnote>',
)
PDF = pdf(
    Page().lines(85, 80, "UY BAN", "XA").lines(330, 80, "CONG HOA", "Doc lap"),
    Page().grid([85, 200, 500], [100, 140, 180]).text(90, 120, "TT").text(205, 120, "Viec"),
)

SIGNED = pdf(
    Page().text(85, 100, "So:", 13).text(150, 100, "/KH-UBND", 13).stamp(112, 100, "5 6 5"),
    Page().glyphs(85, 100, [55, 75, 88, 70, 3, 1200], "u").raw("3 Tr").text(85, 200, "An"),
    signatures=[("D:20241115173007+07'00'", b"\x30\x82\x01\x00" + bytes(range(256)))],
)
ODT = zipped(
    {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {SPACES}><office:automatic-styles>{LISTS}{STYLES}"
        "</office:automatic-styles><office:body><office:text>"
        + item_list(p_odt("một") + item_list(p_odt("hai")), look='text:style-name="L"')
        + p_odt('a<text:s text:c="3"/>b', "C")
        + '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2" '
        'table:number-rows-spanned="2"/><table:covered-table-cell/></table:table-row>'
        "<table:table-row><table:covered-table-cell/><table:table-cell/></table:table-row>"
        "</table:table></office:text></office:body></office:document-content>",
    }
)
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset2 Symbol;}}"
    rb"{\listtext\f1 \'b7\tab}\b K\u7871? ho\u7841?ch{\footnote a\par b}\par\trowd\cellx100\clmrg"
    rb"\cellx200\intbl a\cell b\cell\row\pard{\shp{\*\shpinst{\shptxt c\par}}}\u-10179?\u-8704?}"
)
HTML = (
    '<html><head><meta charset="utf-8"></head><body><p align="center"><b>KẾ HOẠCH</b></p>'
    '<ol type="I" start="2"><li>Mục</li></ol><table border="1"><tr><td colspan="2" rowspan="2">a'
    '</td><td>b</td></tr><tr><td>c<br>d</td></tr></table><div style="mso-element:footnote">e</div>'
).encode()
MHT = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    b'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n'
    b"\r\n<html><body><p>K=E1=BA=BF ho=E1=BA=A1ch</p>=\r\n</body></html>\r\n--x--\r\n"
)


CASES: list[tuple[str, bytes, Damage, int]] = [
    ("docx", WORD, overwritten, 60),
    ("docx", WORD, cut_off, 20),
    ("docx", WORD, odd_values, 150),
    ("docx", WORD, without_a_part, 12),
    ("docx", WORD, damaged_part, 100),
    ("pdf", PDF, overwritten, 120),
    ("pdf", PDF, cut_off, 40),
    ("pdf", PDF, misnumbered, 60),
    ("pdf", SIGNED, overwritten, 120),
    ("pdf", SIGNED, cut_off, 20),
    ("odt", ODT, overwritten, 60),
    ("odt", ODT, cut_off, 20),
    ("odt", ODT, odd_values, 100),
    ("odt", ODT, damaged_part, 60),
    ("rtf", RTF, overwritten, 100),
    ("rtf", RTF, cut_off, 60),
    ("rtf", RTF, misnumbered, 60),
    ("rtf", RTF, repeated, 40),
    ("html", HTML, overwritten, 100),
    ("html", HTML, repeated, 40),
    ("mht", MHT, overwritten, 100),
    ("mht", MHT, cut_off, 60),
    ("md", (SAMPLES / "ke-hoach-huyen-ha-tang-so.md").read_bytes(), overwritten, 30),
    ("md", (SAMPLES / "ke-hoach-huyen-ha-tang-so.md").read_bytes(), cut_off, 30),
]


@pytest.mark.usefixtures("recogniser")
@pytest.mark.parametrize(
    ("suffix", "content", "damage", "times"),
    CASES,
    ids=[f"{suffix}-{damage.__name__}-{len(content)}" for suffix, content, damage, _ in CASES],
)
def test_damaged_files(
    suffix: str, content: bytes, damage: Damage, times: int, tmp_path: Path
) -> None:
    rng = random.Random(suffix + damage.__name__)  # noqa: S311 - damage, not secrets
    file = tmp_path / f"hỏng.{suffix}"
    for _ in range(times):
        file.write_bytes(damage(rng, content))
        outcome = attempt(file)
        assert isinstance(outcome, Layout) or outcome.startswith("hỏng.")


def attempt(file: Path) -> Layout | str:
    try:
        return read_layout(file)
    except (UnreadableError, LimitError, MissingToolError) as error:
        return str(error)


@pytest.mark.parametrize(("damage", "times"), [(overwritten, 150), (cut_off, 50), (swapped, 60)])
def test_damaged_old_word_files(
    damage: Damage,
    times: int,
    saved: Callable[[bytes, str], bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    content = saved(EVERYTHING, "doc")
    rng = random.Random(damage.__name__)  # noqa: S311 - damage, not secrets
    file = tmp_path / "hỏng.doc"
    for _ in range(times):
        file.write_bytes(damage(rng, content))
        outcome = attempt(file)
        assert isinstance(outcome, Layout) or outcome.startswith("hỏng.")
