"""A repair changes the form and nothing else: every word, and every other byte, stays."""

import io
import zipfile

import handmade as made
import pytest
import regex
from handmade import package, r
from lxml import etree

import docgen
from docgen.checking.package import opened
from docgen.checking.reading import read
from plan.errors import LimitError, UnreadableError

WORDS = regex.compile(r"\p{L}+|\d+")
SLOPPY_STYLES = made.STYLES.replace("Times New Roman", "Arial").replace('w:val="28"', 'w:val="22"')
SLOPPY_PAGE = made.PAGE.replace('w:left="1701"', 'w:left="1134"').replace("<w:titlePg/>", "")
SLOPPY = {
    "bare": made.PLAN.replace("<w:b/>", "").replace("<w:i/>", ""),
    "all italic, red and large": made.WHOLE.replace(
        "<w:rPr>", '<w:rPr><w:i/><w:color w:val="FF0000"/>'
    ),
    "a letter": made.LETTER.replace('<w:jc w:val="center"/>', ""),
    "a decision": made.DECISION.replace('w:firstLine="720"', 'w:left="720" w:hanging="360"'),
    "no lines, a dash in the motto": made.PLAN.replace(made.LINE, "")
    .replace(made.LONG_LINE, "")
    .replace("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
    "lines typed within a paragraph": made.PLAN.replace(
        made.AGENCY, made.p(r("ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\n______\n(bản dự thảo)"))
    ),
    "days and numbers without a zero": made.PLAN.replace("Số: 12", "Số: 7").replace(
        "ngày 05 tháng 3", "ngày 5 tháng 03"
    ),
}


def sloppy(content: str) -> bytes:
    return package(content, styles=SLOPPY_STYLES, page=SLOPPY_PAGE)


def words(document: bytes) -> list[str]:
    """Every word of the text, a number without its leading zeros."""
    text = "\n".join(one.text for one in read(opened(document)).paragraphs)
    return [word.lstrip("0").casefold() for word in WORDS.findall(text)]


def broken(document: bytes) -> set[str]:
    return {one.rule.id for one in docgen.check(document).violations}


@pytest.mark.parametrize("content", SLOPPY.values(), ids=SLOPPY)
def test_what_is_mechanical_is_repaired_and_every_word_stays(content: str) -> None:
    document = sloppy(content)
    repaired = docgen.fix(document)
    fixable = {one.rule.id for one in docgen.check(document).violations if one.rule.fix}
    assert fixable - broken(repaired.data) == fixable
    assert words(repaired.data) == words(document)
    assert fixable <= {one.rule.id for one in repaired.repairs}


@pytest.mark.parametrize("content", SLOPPY.values(), ids=SLOPPY)
def test_a_repaired_document_needs_no_repair(content: str) -> None:
    once = docgen.fix(sloppy(content)).data
    again = docgen.fix(once)
    assert again.repairs == ()
    assert again.data == once


def test_the_same_document_is_repaired_to_the_same_bytes() -> None:
    document = sloppy(made.PLAN)
    assert docgen.fix(document).data == docgen.fix(document).data


def members(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_only_the_parts_that_were_at_fault_change() -> None:
    document = package(made.PLAN, page=made.PAGE.replace('w:left="1701"', 'w:left="1134"'))
    before, after = members(document), members(docgen.fix(document).data)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    old, new = (etree.canonicalize(one["word/document.xml"].decode()) for one in (before, after))
    assert old.replace('w:left="1134"', 'w:left="1701"') == new


def test_a_document_without_faults_stays_as_it_is() -> None:
    document = package(made.PLAN)
    assert docgen.fix(document).data is document


@pytest.mark.parametrize("marks", ['<w:lang w:val="en-US"/>', ""])
def test_text_in_no_vietnamese_is_marked_as_such(marks: str) -> None:
    styles = made.STYLES.replace('<w:lang w:val="vi-VN"/>', marks)
    repaired = docgen.fix(package(made.PLAN, styles=styles))
    assert repaired.marked
    runs = [run for one in read(opened(repaired.data)).paragraphs for run in one.runs]
    assert {run.face.language for run in runs} == {"vi-VN"}
    assert not docgen.fix(repaired.data).marked


def test_a_foreign_word_keeps_its_mark() -> None:
    word = made.r("Internet").replace("<w:rPr>", '<w:rPr><w:lang w:val="en-US"/>')
    document = package(made.PLAN.replace(r("CHỦ TỊCH", "b"), r("CHỦ TỊCH", "b") + word))
    assert not docgen.fix(document).marked


def test_a_word_that_stands_out_stays_so() -> None:
    spacing = '<w:spacing w:after="120"/><w:ind w:firstLine="720"/>'
    text = made.p(r("Các thôn "), r("phải", "b i"), r(" báo cáo" * 12), align="left", props=spacing)
    repaired = docgen.fix(package(made.PLAN.replace(made.TEXT, text + made.TEXT)))
    assert {one.rule.id for one in repaired.repairs} == {"body.justify"}
    runs = [run for one in read(opened(repaired.data)).paragraphs for run in one.runs]
    (apart,) = [run.face for run in runs if run.text == "phải"]
    assert (apart.bold, apart.italic) == (True, True)


def test_a_part_of_a_run_is_repaired_alone() -> None:
    head = made.p(r("ỦY BAN NHÂN DÂN XÃ AN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "12"))
    number = made.p(r("Số: 12/KH-UBND\tAn Bình, ngày 05 tháng 3 năm 2026", "13"))
    rest = made.TITLE + made.TEXT + made.END
    repaired = docgen.fix(package(head + number + rest)).data
    runs = [
        run for one in read(opened(repaired)).paragraphs for run in one.runs if run.text.strip()
    ]
    assert [(run.text.strip(), run.face.bold, run.face.italic) for run in runs[:4]] == [
        ("ỦY BAN NHÂN DÂN XÃ AN BÌNH", True, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True, False),
        ("Số: 12/KH-UBND", False, False),
        ("An Bình, ngày 05 tháng 3 năm 2026", False, True),
    ]


def test_a_footer_that_says_more_keeps_it_on_the_first_page() -> None:
    footer = made.p(r("Địa chỉ: thôn Đông, xã An Bình", "11")) + made.HEADER
    document = package(
        made.PLAN,
        header="<w:p/>",
        page='<w:footerReference w:type="default" r:id="rId20"/>'
        + made.PAGE.replace("<w:titlePg/>", ""),
        more={"footer1.xml": f"<w:ftr {made.SPACES}>{footer}</w:ftr>"},
    )
    repaired = docgen.fix(document).data
    (page,) = read(opened(repaired)).sections
    assert broken(repaired) == set()
    assert page.title_page
    assert [one.text for one in page.footers["first"]] == ["Địa chỉ: thôn Đông, xã An Bình"]


GUARDED = {
    "protected": package(
        made.PLAN, settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    ),
    "read only": package(made.PLAN, settings='<w:writeProtection w:recommended="1"/>'),
}


@pytest.mark.parametrize("document", GUARDED.values(), ids=GUARDED)
def test_what_is_protected_is_checked_and_never_changed(document: bytes) -> None:
    assert docgen.check(document).protected
    with pytest.raises(UnreadableError, match="protected"):
        docgen.fix(document)


def test_what_is_signed_is_checked_and_never_changed() -> None:
    out = io.BytesIO(package(made.PLAN))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    assert docgen.check(out.getvalue()).signed
    with pytest.raises(UnreadableError, match="signed"):
        docgen.fix(out.getvalue())


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


WHOLE = members(package(made.PLAN))
HOSTILE = {
    "nothing": b"",
    "no package": b"not a document",
    "cut off": package(made.PLAN)[:900],
    "no main part": packed({name: data for name, data in WHOLE.items() if "rels" not in name}),
    "no XML": packed(WHOLE | {"word/document.xml": b"<w:document"}),
}


@pytest.mark.parametrize("document", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_document_is_told_so(document: bytes) -> None:
    with pytest.raises(UnreadableError):
        docgen.check(document)


def test_a_bomb_is_refused() -> None:
    out = io.BytesIO(package(made.PLAN))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/more.xml", b" " * 40 * 1024 * 1024)
    with pytest.raises(LimitError):
        docgen.check(out.getvalue())


def test_entities_are_not_resolved() -> None:
    entities = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    text = WHOLE["word/document.xml"].replace(b"?>\n", b"?>\n" + entities, 1)
    document = packed(WHOLE | {"word/document.xml": text.replace("An Bình".encode(), b"&b;")})
    assert "aaaa" not in "".join(one.text for one in read(opened(document)).paragraphs)
