"""The printed page, measured: what only a layout program shows."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pdfplumber
import pytest
from examples import LONG_NAMES, PLAN, said
from pages import MM, MOTTO, NATION, Page, lines, middle, places, rule_below

import docgen
from plan.model import Plan

ToPdf = Callable[[bytes], Path]
AllToPdf = Callable[[Sequence[bytes]], list[Path]]


@pytest.fixture(scope="module", params=["plan", "long names"])
def plan(request: pytest.FixtureRequest) -> Plan:
    return {"plan": PLAN, "long names": LONG_NAMES}[request.param]


@pytest.fixture(scope="module")
def pages(plan: Plan, soffice: ToPdf) -> Iterator[list[Page]]:
    with pdfplumber.open(soffice(docgen.render(plan))) as pdf:
        yield pdf.pages


def test_the_page_is_a4_with_the_decrees_margins(pages: list[Page]) -> None:
    for page in pages:
        assert (page.width / MM, page.height / MM) == pytest.approx((210, 297), abs=0.5)
        body = [char for char in page.chars if char["top"] > 19 * MM]
        assert min(char["x0"] for char in body) >= 29.5 * MM
        assert max(char["x1"] for char in body if char["text"].strip()) <= 195.5 * MM
        assert max(char["bottom"] for char in body) <= 277.5 * MM


def test_nation_and_motto_stand_on_one_line_each_with_a_rule_as_long(pages: list[Page]) -> None:
    (nation,), (motto,) = places(pages[0], NATION), places(pages[0], MOTTO)
    assert nation["x0"] > pages[0].width * 0.4
    assert middle(nation) == pytest.approx(middle(motto), abs=1)
    length, centre = rule_below(pages[0], motto)
    assert length == pytest.approx(motto["x1"] - motto["x0"], rel=0.03)
    assert centre == pytest.approx(middle(motto), abs=1.5)


def test_short_rules_are_a_third_to_a_half_of_the_text(plan: Plan, pages: list[Page]) -> None:
    left = pages[0].crop((0, 0, pages[0].width * 0.45, pages[0].height))
    number = next(line for line in lines(left) if line["text"].startswith("Số:"))
    bold = [line for line in lines(left) if line["top"] < number["top"]
            and "Bold" in line["chars"][0]["fontname"]]  # fmt: skip
    title = places(pages[0], "KẾ HOẠCH")[0]
    basis = places(pages[0], plan.preamble[0][:20])[0]
    subject = [
        line for line in lines(pages[0]) if title["bottom"] - 2 < line["top"] < basis["top"] - 2
    ]
    for block in (bold, subject):
        longest = max(line["x1"] - line["x0"] for line in block)
        length, centre = rule_below(pages[0], block[-1])
        assert longest / 3 * 0.97 <= length <= longest / 2 * 1.03
        assert centre == pytest.approx(middle(block[-1]), abs=2)


def test_number_and_date_are_level_and_the_date_is_one_line(plan: Plan, pages: list[Page]) -> None:
    (number,) = places(pages[0], "Số:")
    (place,) = places(pages[0], f"{plan.header.place}, ngày")
    (year,) = places(pages[0], "năm 2026")[:1]
    assert number["bottom"] == pytest.approx(place["bottom"], abs=1)
    assert place["bottom"] == pytest.approx(year["bottom"], abs=1)
    assert "Italic" in place["chars"][0]["fontname"]
    assert "Italic" not in number["chars"][0]["fontname"]


def test_page_numbers_stand_in_the_top_margin_from_page_two(pages: list[Page]) -> None:
    tops = [[line for line in lines(page) if line["bottom"] < 20 * MM] for page in pages]
    numbers = ["".join(line["text"] for line in top) for top in tops]
    appendix = next(n for n, page in enumerate(pages) if places(page, "Phụ lục I"))
    last = next(n for n, page in enumerate(pages) if places(page, "Phụ lục II"))
    expected = ["", *(str(n) for n in range(2, appendix + 1))]
    expected += ["", *(str(n) for n in range(2, last - appendix + 1)), ""]
    assert numbers == expected
    for top in tops:
        for line in top:
            assert middle(line) == pytest.approx((30 + 195) / 2 * MM, abs=2)
            assert 13 <= round(line["chars"][0]["size"]) <= 14


def test_a_table_repeats_its_head_on_every_page(pages: list[Page]) -> None:
    work = [page for page in pages if places(page, "II/2026")]
    assert len(work) > 2
    assert all(places(page, "Nội dung") for page in work)


def of_length(length: int) -> bytes:
    text = "Trên đây là nội dung của Kế hoạch mà mọi cơ quan cùng thực hiện. " * 2
    content = [said(text) for _ in range(length + 4)]
    section = PLAN.sections[0].model_copy(update={"children": [], "content": content})
    return docgen.render(PLAN.model_copy(update={"sections": [section], "appendices": []}))


def test_the_signature_keeps_with_the_last_words(print_all: AllToPdf) -> None:
    for file in print_all([of_length(length) for length in range(1, 14)]):
        with pdfplumber.open(file) as pdf:
            (page,) = [page for page in pdf.pages if places(page, "Nơi nhận:")]
            (label,), (signed,) = places(page, "Nơi nhận:"), places(page, "TM. ỦY BAN NHÂN DÂN")
            assert label["top"] == pytest.approx(signed["top"], abs=6)
            for words in (
                "Trên đây là Kế hoạch", "Nguyễn Hoàng Minh Châu", "- UBND tỉnh", "- Lưu: VT",
            ):  # fmt: skip
                assert places(page, words), words
