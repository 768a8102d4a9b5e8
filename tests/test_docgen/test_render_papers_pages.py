"""Every template printed, short and long, and measured on the page; LibreOffice is called once."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from examples import LONG_NAMES, said, section
from pages import MM, MOTTO, NATION, Page, lines, middle, places, rule_below, rules
from test_docgen.test_render_papers import WORK

import docgen
from docgen import templates
from plan.model import Plan, Responsibility, Signature

AllToPdf = Callable[[Sequence[bytes]], list[Path]]

LONG = LONG_NAMES.model_copy(
    update={
        "targets": WORK.targets * 12,
        "responsibilities": [
            Responsibility(unit=f"Phòng Công tác số {n}", section="II", tasks=one.tasks)
            for n, one in enumerate(WORK.responsibilities * 5)
        ],
    }
)
JOINT = WORK.model_copy(
    update={
        "co_signatures": [
            Signature(authority="TM. BAN THƯỜNG TRỰC", position="CHỦ TỊCH", name="Lê Thị Mai")
        ]
    }
)
PLANS = {"short": WORK, "long": LONG, "joint": JOINT}
PAPERS = [name for name in templates.names() if name != "phu-luc"]
TITLED = [name for name in PAPERS if name != "cong-van"]
STEPS = range(0, 12, 2)

Pdfs = dict[tuple[str, str], list[Page]]


def grown(length: int) -> Plan:
    """A plan whose papers end a few lines further down the page with each step."""
    purpose = section("I", "MỤC ĐÍCH", [said("Giữ sạch nguồn nước của xã.")] * length)
    purpose.kind = "purpose"
    bases = WORK.legal_bases * (2 + length // 2)
    return WORK.model_copy(update={"sections": [purpose], "legal_bases": bases})


@pytest.fixture(scope="module")
def pdfs(print_all: AllToPdf) -> Iterator[Pdfs]:
    """The pages of every template with every plan."""
    plans = PLANS | {f"grown {length}": grown(length) for length in STEPS}
    keys = [(name, plan) for name in templates.names() for plan in plans]
    files = print_all([docgen.render(plans[plan], template=name) for name, plan in keys])
    opened = [pdfplumber.open(file) for file in files]
    yield {key: list(pdf.pages) for key, pdf in zip(keys, opened, strict=True)}
    for pdf in opened:
        pdf.close()


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("name", PAPERS)
def test_the_head_stands_where_the_decree_wants_it(name: str, plan: str, pdfs: Pdfs) -> None:
    page = pdfs[name, plan][0]
    (nation,), (motto,) = places(page, NATION), places(page, MOTTO)
    (number,), date = places(page, "Số:"), places(page, ", ngày")[0]
    assert nation["x0"] > page.width * 0.4
    assert nation["top"] == pytest.approx(20 * MM, abs=6)
    assert middle(nation) == pytest.approx(middle(motto), abs=1)
    assert number["x1"] < page.width * 0.5
    assert number["bottom"] == pytest.approx(date["bottom"], abs=1)
    length, centre = rule_below(page, motto)
    assert length == pytest.approx(motto["x1"] - motto["x0"], rel=0.03)
    assert centre == pytest.approx(middle(motto), abs=1.5)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("name", TITLED)
def test_the_rule_under_the_subject_is_a_third_to_a_half(name: str, plan: str, pdfs: Pdfs) -> None:
    page = pdfs[name, plan][0]
    title = next(
        line for line in lines(page)
        if line["text"] in {"KẾ HOẠCH", "QUYẾT ĐỊNH", "TỜ TRÌNH", "BÁO CÁO"}
    )  # fmt: skip
    drawn = next(top for _, _, top in rules(page) if top > title["bottom"])
    subject = [one for one in lines(page) if title["top"] + 2 < one["top"] < drawn - 4]
    longest = max(line["x1"] - line["x0"] for line in subject)
    length, centre = rule_below(page, subject[-1])
    assert longest / 3 * 0.97 <= length <= longest / 2 * 1.03
    assert centre == pytest.approx(middle(subject[-1]), abs=2)


@pytest.mark.parametrize("plan", [*PLANS, *(f"grown {length}" for length in STEPS)])
@pytest.mark.parametrize("name", PAPERS)
def test_the_signature_is_never_split(name: str, plan: str, pdfs: Pdfs) -> None:
    pages = [page for page in pdfs[name, plan] if places(page, "Nơi nhận:")]
    (page,) = pages
    signer = PLANS.get(plan, WORK).signature
    (label,), authority = places(page, "Nơi nhận:"), places(page, signer.authority)[0]
    assert places(page, signer.name)[0]["top"] > authority["top"] + 40
    assert places(page, "- Lưu: VT")
    if plan != "joint":
        assert label["top"] == pytest.approx(authority["top"], abs=6)
    closing = [line for line in lines(page) if line["bottom"] < authority["top"]]
    assert any("./." in line["text"] for line in closing[-2:])


@pytest.mark.parametrize("name", PAPERS)
def test_two_signers_stand_side_by_side(name: str, pdfs: Pdfs) -> None:
    (page,) = [page for page in pdfs[name, "joint"] if places(page, "Nơi nhận:")]
    (other,), (first,) = places(page, "Lê Thị Mai"), places(page, "Nguyễn Hoàng Minh Châu")
    above = places(page, "TM. BAN THƯỜNG TRỰC")[0], places(page, "TM. ỦY BAN NHÂN DÂN")[0]
    assert other["x1"] < page.width / 2 < first["x0"]
    assert above[0]["top"] == pytest.approx(above[1]["top"], abs=1)
    assert places(page, "Nơi nhận:")[0]["top"] > other["bottom"]


@pytest.mark.parametrize("name", templates.names())
def test_pages_are_numbered_in_the_top_margin_and_each_part_anew(name: str, pdfs: Pdfs) -> None:
    numbers = []
    for page in pdfs[name, "long"]:
        top = [line for line in lines(page) if line["bottom"] < 20 * MM]
        for line in top:
            left, right = 30 * MM, page.width - 15 * MM
            assert middle(line) == pytest.approx((left + right) / 2, abs=2)
        numbers.append(int(top[0]["text"]) if top else 1)
    assert numbers[0] == 1
    assert all(after in {before + 1, 1} for before, after in pairwise(numbers))
    assert numbers.count(1) == PARTS[name]


PARTS = {
    "ke-hoach": 3, "quyet-dinh-ban-hanh-ke-hoach": 4, "phu-luc": 4,
    "cong-van": 1, "to-trinh": 1, "bao-cao": 1,
}  # fmt: skip
"""The parts of the long plan's papers that count their pages from 1: each appendix is one."""


def test_wide_tables_lie_on_turned_pages(pdfs: Pdfs) -> None:
    for plan in ("short", "long"):
        for page in pdfs["phu-luc", plan]:
            wide = len(page.find_tables()[0].rows[0].cells) > 5 if page.find_tables() else False
            assert (page.width > page.height) == wide
            assert max(char["x1"] for char in page.chars if char["text"].strip()) <= (
                page.width - 14.5 * MM
            )


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_stands_outside_the_margins(name: str, pdfs: Pdfs) -> None:
    for plan in PLANS:
        for page in pdfs[name, plan]:
            body = [char for char in page.chars if char["top"] > 19 * MM and char["text"].strip()]
            assert min(char["x0"] for char in body) >= 29.5 * MM
            assert max(char["x1"] for char in body) <= 195.5 * MM
            assert max(char["bottom"] for char in body) <= 277.5 * MM
