"""Scans made of a sample: characters, targets and tables come out as from the Word file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import scans
from commandline import SAMPLES
from PIL import Image
from rapidfuzz.distance import Levenshtein

from evaluation.measure import compare
from extract import read, reading
from extract.evidence import lines_of
from extract.layout import Layout, Table
from plan.model import Plan

pytestmark = pytest.mark.usefixtures("recognition")

ToPdf = Callable[[bytes], Path]
DISTRICT = SAMPLES / "ke-hoach-huyen-ha-tang-so.docx"
SIGNED = 8
"""The page with the signature, over which the stamp goes."""


@dataclass(frozen=True)
class Made:
    """A scan of a printed document as read, and the print."""

    plan: Plan
    layout: Layout
    printed: Layout

    def error_rate(self) -> float:
        """Characters that are wrong, missing or too many, by those that are printed."""
        found, printed = by_page(self.layout), by_page(self.printed)
        wrong = sum(Levenshtein.distance(printed[page], text) for page, text in found.items())
        return wrong / sum(len(printed[page]) for page in found)


def by_page(layout: Layout) -> dict[int, str]:
    pages: dict[int, list[str]] = {}
    for line in lines_of(layout):
        pages.setdefault(line.page or 0, []).append(line.text)
    return {page: " ".join(" ".join(lines).split()) for page, lines in pages.items()}


def copied(file: Path, dpi: int, copy: scans.Copy, last: int) -> Iterator[Image.Image]:
    """The first pages of a PDF, stamped and scanned."""
    document = pdfium.PdfDocument(file)
    for number in range(min(last, len(document))):
        page = document[number].render(scale=dpi / 72).to_pil()
        if number + 1 == SIGNED:
            page = scans.stamped(page, 385, 385, dpi)
        yield scans.scanned(page, copy, scans.SEED + number)
    document.close()


@pytest.fixture(scope="module")
def printed(soffice: ToPdf) -> Path:
    return soffice(DISTRICT.read_bytes())


@pytest.fixture(scope="module")
def poor(printed: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The whole plan, a poor copy in 200 dots per inch as PDF."""
    file = tmp_path_factory.mktemp("poor") / "bản chụp.pdf"
    file.write_bytes(scans.scan_pdf(list(copied(printed, 200, scans.POOR, 99)), 200))
    found = reading(file)
    return Made(found.plan, found.layout, reading(printed).layout)


@pytest.fixture(scope="module")
def clean(printed: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Its first three pages, a good copy in 300 dots per inch as TIFF."""
    file = tmp_path_factory.mktemp("clean") / "bản chụp.tif"
    first, *more = copied(printed, 300, scans.CLEAN, 3)
    made = BytesIO()
    first.save(made, "TIFF", save_all=True, append_images=more, dpi=(300, 300), compression="jpeg")
    file.write_bytes(made.getvalue())
    found = reading(file)
    return Made(found.plan, found.layout, reading(printed).layout)


@pytest.fixture(scope="module")
def word() -> Plan:
    return read(DISTRICT)


def test_few_characters_of_a_good_copy_are_wrong(clean: Made) -> None:
    assert (clean.layout.format, clean.layout.pages) == ("picture", 3)
    assert clean.error_rate() < 0.015


def test_few_characters_of_a_poor_copy_are_wrong(poor: Made) -> None:
    assert (poor.layout.format, poor.layout.pages) == ("pdf", 10)
    assert poor.error_rate() < 0.04


def test_targets_are_those_of_the_word_file(poor: Made, word: Plan) -> None:
    tally = compare(poor.plan.model_dump(mode="json"), word.model_dump(mode="json"))["targets"]
    assert (tally.f1(tally.strict) or 0) >= 0.95


def test_head_and_signature_come_out_in_spite_of_skew_and_stamp(poor: Made, word: Plan) -> None:
    for name in ("parent_agency", "agency", "symbol", "place", "doc_type", "subject"):
        assert getattr(poor.plan.header, name) == getattr(word.header, name)
    assert poor.plan.signature.position == word.signature.position
    assert likeness(poor.plan.signature.name or "", word.signature.name or "") > 0.9


def likeness(text: str, other: str) -> float:
    return Levenshtein.normalized_similarity(text, other)


def test_a_ruled_table_keeps_its_cells(poor: Made) -> None:
    (read,) = (block for block in poor.layout.blocks if isinstance(block, Table) and block.ruled)
    (drawn,) = (b for b in poor.printed.blocks if isinstance(b, Table) and b.ruled)
    assert [len(row) for row in read.rows] == [len(row) for row in drawn.rows]
    numbers = [[line.text for line in row[0].lines] for row in read.rows]
    right = [[line.text for line in row[0].lines] for row in drawn.rows]
    assert sum(a == b for a, b in zip(numbers, right, strict=True)) >= len(right) - 2


def test_words_are_marked_where_they_are_printed(poor: Made) -> None:
    title = next(print_ for print_ in poor.layout.prints if "KẾ HOẠCH" in said(poor.layout, print_))
    typed = next(p for p in poor.printed.prints if "KẾ HOẠCH" in said(poor.printed, p))
    assert title.page == typed.page
    assert title.edges[0] == pytest.approx(typed.edges[0], abs=6)
    assert title.edges[-1] == pytest.approx(typed.edges[-1], abs=6)


def said(layout: Layout, print_: object) -> str:
    return layout.text[getattr(print_, "start", 0) : getattr(print_, "end", 0)]


def test_wrong_words_are_mostly_unsure(poor: Made) -> None:
    printed = set(poor.printed.text.split())
    words = [(one.share, poor.layout.text[one.start : one.end]) for one in poor.layout.certainties]
    wrong = [share for share, text in words if text not in printed]
    right = [share for share, text in words if text in printed]
    assert sum(right) / len(right) > 0.9
    assert sum(wrong) / len(wrong) < sum(right) / len(right) - 0.1
