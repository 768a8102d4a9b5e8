"""What stands in the Word file: text, styles, fonts, language, properties."""

import os
import subprocess
import sys

import pytest
from examples import LONG_NAMES, PLAN, item, said, section, table
from hypothesis import HealthCheck, given, settings
from strategies import wild_plans
from word import W, part, styled, text, texts

import docgen
from docgen import templates
from docgen.body import punctuated
from docgen.compose import compose
from docgen.ink import clean
from plan.model import Block, Header, Plan, Recipient, Signature
from plan.paths import blocks, walk

DOCUMENT = docgen.render(PLAN)
ODD = "{{ 7*7 }} {% if x %} {_{ y }_} {_% z %_} <w:p/> &amp; & \"a\" 'b' ]]> \ufdd0\x00\x07\ufffe"


def with_content(*content: Block) -> Plan:
    return PLAN.model_copy(update={"sections": [section("I", "MỤC", content)], "appendices": []})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plan=wild_plans)
def test_any_plan_is_printed_whole_and_always_alike(plan: Plan) -> None:
    document = docgen.render(plan)
    assert docgen.render(plan) == document
    printed = text(part(document))
    whole = compose(plan).plan
    content = [section.content or [] for _, section in walk(whole.sections)]
    content += [appendix.content for appendix in whole.appendices]
    for block in (block for one in content for block in blocks(one)):
        for piece in (block.text, *(cell for row in block.rows for cell in row)):
            assert clean(piece) in printed


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plan=wild_plans)
def test_every_template_takes_any_plan_and_always_writes_alike(plan: Plan) -> None:
    for name in templates.names():
        assert docgen.render(plan, template=name) == docgen.render(plan, template=name)


def test_bytes_do_not_depend_on_the_process() -> None:
    script = (
        "import sys, docgen; from plan.model import Plan; "
        "sys.stdout.buffer.write(docgen.render(Plan.model_validate_json(sys.stdin.read())))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            input=PLAN.model_dump_json().encode(),
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    ]
    assert runs == [DOCUMENT, DOCUMENT]


def test_odd_text_arrives_as_text() -> None:
    printed = texts(docgen.render(with_content(said(ODD))), "BodyText")
    (line,) = (line for line in printed if "7*7" in line)
    assert line == ODD.replace("\ufdd0\x00\x07\ufffe", "\ufffd" * 4)


def test_a_line_feed_is_a_line_break_and_a_tab_a_tab() -> None:
    document = docgen.render(with_content(said("một\nhai\tba\r\nbốn"), table(["a\nb", "c"])))
    assert "một\nhai\tba\nbốn" in texts(document, "BodyText")
    assert "a\nb" in [shown for _, shown in styled(document)]


def test_times_new_roman_stands_in_all_four_slots_and_nothing_else() -> None:
    fonts = [fonts for name in ("word/styles.xml", "word/document.xml") for fonts in
             part(DOCUMENT, name).iter(W + "rFonts")]  # fmt: skip
    slots = {W + slot: "Times New Roman" for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert fonts
    assert all(dict(one.attrib) == slots for one in fonts)


def test_the_language_is_vietnamese() -> None:
    (language,) = part(DOCUMENT, "word/styles.xml").iter(W + "lang")
    assert language.get(W + "val") == "vi-VN"
    assert language.get(W + "eastAsia") == "vi-VN"


def test_headings_have_word_styles_with_outline_levels() -> None:
    levels = {
        style.get(W + "styleId"): level.get(W + "val")
        for style in part(DOCUMENT, "word/styles.xml").iter(W + "style")
        for level in style.iter(W + "outlineLvl")
    }
    headings = [(levels[style], text) for style, text in styled(DOCUMENT) if style in levels]
    assert headings == [
        ("0", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("1", "1. Mục đích"),
        ("1", "2. Yêu cầu"),
        ("2", "a) Về tiến độ"),
        ("0", "II. NHIỆM VỤ"),
    ]


def test_a_part_stands_above_its_title_and_deep_headings_stay_headings() -> None:
    deep = section("1.1.1.1.1.1.1", "Sâu")
    for label in ("1.1.1.1.1.1", "1.1.1.1.1", "a", "1", "I"):
        deep = section(label, "Mục", [], deep)
    document = docgen.render(
        PLAN.model_copy(update={"sections": [section("Phần I", "CHUNG", [], deep)]})
    )
    assert texts(document, "PartHeading") == ["Phần I\nCHUNG"]
    assert texts(document, "Heading6") == ["1.1.1.1.1.1. Mục", "1.1.1.1.1.1.1. Sâu"]


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("I", "I."), ("XIV", "XIV."), ("1", "1."), ("2.1", "2.1."), ("I.2", "I.2."), ("A", "A."),
        ("a", "a)"), ("đ", "đ)"), ("1.a", "1.a)"), ("a)", "a)"), ("1.", "1."), ("-", "-"),
        ("+", "+"), ("(1)", "(1)"), ("Điều 2", "Điều 2"), (None, ""), ("", ""),
    ],
)  # fmt: skip
def test_labels_are_printed_with_their_punctuation(label: str | None, printed: str) -> None:
    assert punctuated(label) == printed


def test_labels_are_text_and_no_automatic_numbers() -> None:
    assert not list(part(DOCUMENT).iter(W + "numPr"))
    content = [item("-", "Một;", item("+", "Hai;")), item("a", "Ba;"), item("b)", "Bốn.")]
    shown = texts(docgen.render(with_content(*content)), "BodyText")
    assert shown[-4:] == ["- Một;", "+ Hai;", "a) Ba;", "b) Bốn."]


def test_the_header_prints_agency_number_and_date() -> None:
    assert texts(DOCUMENT, "Agency") == ["ỦY BAN NHÂN DÂN", "XÃ ĐỨC AN"]
    assert texts(DOCUMENT, "Number") == ["Số: 05/KH-UBND"]
    assert texts(DOCUMENT, "PlaceAndDate") == ["Đức An, ngày 07 tháng 3 năm 2026"]
    assert texts(DOCUMENT, "Title") == ["KẾ HOẠCH"]


def test_number_and_day_may_be_blank() -> None:
    document = docgen.render(LONG_NAMES)
    assert texts(document, "Number") == ["Số:      /KH-TTPVHCC&CĐS"]
    assert texts(document, "PlaceAndDate") == ["Phường Điện Biên Phủ, ngày      tháng 3 năm 2026"]
    assert texts(document, "ParentAgency") == ["ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI LÂM TRUNG"]
    assert len(texts(document, "Agency")) == 1


def test_a_plan_without_a_header_prints_nothing_in_its_place() -> None:
    document = docgen.render(PLAN.model_copy(update={"header": Header()}))
    for style in ("Agency", "Number", "PlaceAndDate", "Subtitle"):
        assert not "".join(texts(document, style))


def test_recipients_and_signature_share_a_row_that_never_splits() -> None:
    row = next(row for row in part(DOCUMENT).iter(W + "tr") if "Nơi nhận:" in text(row))
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    assert texts(DOCUMENT, "Recipients")[:2] == ["- UBND tỉnh (để b/c);", "- Trưởng thôn số 1;"]
    assert texts(DOCUMENT, "Recipients")[-1] == "- Lưu: VT, KT."
    titles = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert texts(DOCUMENT, "SignerTitle") == titles
    assert texts(DOCUMENT, "SignerName") == ["Nguyễn Hoàng Minh Châu"]
    kept = {
        style.get(W + "styleId")
        for style in part(DOCUMENT, "word/styles.xml").iter(W + "style")
        if style.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert {"Closing", "BeforeSignature"} <= kept


def test_the_last_paragraph_stays_with_the_signature_without_a_closing() -> None:
    plan = with_content(said("Một."), said("Hai."))
    document = docgen.render(plan.model_copy(update={"closing": []}))
    assert texts(document, "Closing") == ["Hai."]


def test_without_recipients_and_signature_there_is_no_block() -> None:
    blank = {"recipients": [], "filing": [], "signature": Signature()}
    document = docgen.render(PLAN.model_copy(update=blank))
    assert "Nơi nhận:" not in text(part(document))
    only = docgen.render(PLAN.model_copy(update={**blank, "recipients": [Recipient(name="A")]}))
    assert texts(only, "Recipients") == ["- A;"]


def test_a_table_repeats_its_head_and_shares_out_the_page() -> None:
    tables = [
        one for one in part(DOCUMENT).iter(W + "tbl")
        if one.find(f"{W}tblPr/{W}tblStyle").get(W + "val") == "PlanTable"
    ]  # fmt: skip
    assert len(tables) == 2
    for one in tables:
        rows = one.findall(W + "tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:3]] == [
            True, True, False,
        ]  # fmt: skip
        widths = [int(column.get(W + "w")) for column in one.iter(W + "gridCol")]
        assert len(widths) == 6
        assert sum(widths) == pytest.approx(9355, abs=6)
        assert widths[0] < widths[4] < widths[1]
        group = rows[2].findall(W + "tc")
        assert [text(cell) for cell in group] == ["I", "Công trình"]
        assert group[1].find(f"{W}tcPr/{W}gridSpan").get(W + "val") == "5"


def test_a_row_to_fill_in_keeps_its_empty_cells() -> None:
    form = table(["TT", "Nội dung", "Kết quả", "Ghi chú"], ["1", "Số hộ", "", ""], [])
    rows = list(part(docgen.render(with_content(form))).iter(W + "tr"))
    assert ["1", "Số hộ", "", ""] in [[text(cell) for cell in row.iter(W + "tc")] for row in rows]


def test_every_cell_holds_a_paragraph_and_tables_never_touch() -> None:
    document = part(docgen.render(with_content(table([""]), table([], ["a", "b"], ["c"]))))
    assert all(cell.find(W + "p") is not None for cell in document.iter(W + "tc"))
    for one in document.iter(W + "tbl"):
        following = one.getnext()
        assert following is not None
        assert following.tag == W + "p"


def test_each_appendix_is_a_section_with_its_own_page_numbers() -> None:
    assert texts(DOCUMENT, "AppendixLabel") == ["Phụ lục I", "Phụ lục II"]
    sections = list(part(DOCUMENT).iter(W + "sectPr"))
    assert len(sections) == 3
    for one in sections:
        assert one.find(W + "pgNumType").get(W + "start") == "1"
        assert one.find(W + "titlePg") is not None
        assert (one.find(W + "pgSz").get(W + "w"), one.find(W + "pgSz").get(W + "h")) == (
            "11906", "16838",
        )  # fmt: skip


def test_the_file_tells_what_it_is_and_no_date() -> None:
    properties = {
        element.tag.partition("}")[2]: element.text
        for element in part(DOCUMENT, "docProps/core.xml")
    }
    assert properties["title"] == f"Kế hoạch {PLAN.header.subject}"
    assert properties["created"] == properties["modified"] == "2020-03-05T00:00:00Z"
