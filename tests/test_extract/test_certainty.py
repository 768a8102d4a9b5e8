"""What rests on words that were recognised is as sure as they are; number and day never are."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import regex

from extract.certainty import BY_HAND_AT_MOST, DIGITS, WORDS
from extract.layout import Certainty
from extract.readers import read_layout
from extract.understand import understand
from plan.model import Plan

TEXT = """\
ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ BÌNH SƠN                  Độc lập - Tự do - Hạnh phúc
Số: 46/KH-UBND               Bình Sơn, ngày 22 tháng 02 năm 2026

KẾ HOẠCH
Phát triển hạ tầng số năm 2026

I. MỤC TIÊU
- Tỷ lệ hộ có Internet cáp quang đạt 80% vào năm 2026.
- Tỷ lệ thôn có nhà văn hóa đạt 95% vào năm 2026.
II. TỔ CHỨC THỰC HIỆN
1. Công an xã: Bảo đảm an ninh mạng.
"""


Read = Callable[..., Plan]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The plan in a text of which every word was recognised, some unsurely."""

    def plan(text: str = TEXT, start: int = 0, **unsure: float) -> Plan:
        file = tmp_path / "kế hoạch.txt"
        file.write_text(text, "utf-8")
        layout = read_layout(file)
        sure = (
            Certainty(*word.span(), unsure.get(regex.sub(r"\W", "", word[0]), 0.96))
            for word in regex.finditer(r"\S+", layout.text)
        )
        kept = tuple(one for one in sure if one.start >= start)
        return understand(replace(layout, certainties=kept))

    return plan


def test_an_unsure_figure_makes_its_value_unsure_and_no_other(read: Read) -> None:
    first, second = read(**{"80": 0.3}).targets
    assert first.evidence["value"].confidence == pytest.approx(0.3)
    assert DIGITS in first.evidence["value"].doubts
    assert DIGITS not in second.evidence["value"].doubts
    assert (second.evidence["value"].confidence or 0) > 0.3


def test_an_unsure_word_makes_its_value_unsure(read: Read) -> None:
    unit = read(xã=0.2).responsibilities[0].evidence["unit"]
    assert WORDS in unit.doubts
    assert unit.confidence == pytest.approx(0.2)


def test_what_the_whole_item_says_is_as_sure_as_its_words_on_average(read: Read) -> None:
    sure, unsure = (
        read(**words).sections[0].evidence["kind"] for words in ({}, {"MỤC": 0.1, "TIÊU": 0.5})
    )
    assert 0.1 < (unsure.confidence or 0) < (sure.confidence or 0)


def test_number_and_date_of_a_scan_are_never_trusted(read: Read) -> None:
    plan = read()
    assert (plan.header.number, plan.header.date) == (46, "2026-02-22")
    for name in ("number", "date"):
        evidence = plan.header.evidence[name]
        assert (evidence.confidence or 0) <= BY_HAND_AT_MOST
        assert DIGITS in evidence.doubts
    told = {finding.code: finding for finding in plan.findings}
    assert told["scanned-number"].args == {"value": "46"}
    assert told["scanned-date"].args == {"value": "2026-02-22"}
    assert told["scanned-number"].span is not None


def test_a_number_that_was_not_read_is_told(read: Read) -> None:
    plan = read(TEXT.replace("46/KH", "⁄†/KH"))
    assert plan.header.number is None
    told = {finding.code: finding.message for finding in plan.findings}
    assert "no number" in told["scanned-number"]


def test_a_scan_behind_typed_text_says_nothing_of_it(read: Read) -> None:
    plan = read(start=TEXT.index("II."), xã=0.2)
    assert not [f for f in plan.findings if f.code.startswith("scanned")]
    assert DIGITS not in plan.header.evidence["number"].doubts
    assert DIGITS not in plan.targets[0].evidence["value"].doubts
    assert WORDS in plan.responsibilities[0].evidence["unit"].doubts
