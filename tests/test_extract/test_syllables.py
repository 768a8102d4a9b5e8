"""Vietnamese syllables: what is one by its letters, and what only looks like one."""

from pathlib import Path

import pytest

from extract.readers.syllables import (
    is_bare_syllable,
    is_syllable,
    share_of_syllables,
    words_of,
)

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

RIGHT = [
    "kế", "hoạch", "chuyển", "đổi", "số", "giai", "đoạn", "nghiêng", "ương", "gì", "gìn",
    "giêng", "giết", "quốc", "quý", "quyết", "quỳnh", "quơ", "khuya", "hoà", "hòa", "kĩ", "kỹ",
    "ý", "yêu", "uỷ", "ủy", "ban", "của", "nước", "người", "được", "thuở", "huơ", "xoong",
    "loẹt", "khuỷu", "rượu", "ghế", "nghề", "ngành", "tỉnh", "Ủy", "thị", "tuyến", "uốn",
    "lượn", "quặng", "quằn", "quăn", "hoẵng", "oái", "oằn", "sỹ", "tỷ", "vỹ", "mỹ",
]  # fmt: skip
WRONG = [
    "CQNG", "hql", "cê", "gà̀", "ngi", "nghà", "ghà", "kà", "thac", "that", "hap", "hoach",
    "chươngg", "xxii", "dfg", "tw0", "the1", "wan", "fax", "jip", "Céng", "hoµ", "x·", "héi",
    "chñ", "nghÜa", "ƣu", "nƣớc", "phdt", "triin", "thgm", "by", "quuốc", "hiêt", "miêc",
    "ắng̀", "củả", "mêng̃́",
]  # fmt: skip


@pytest.mark.parametrize("word", RIGHT)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", WRONG)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["thong", "nuoc", "duoc", "quoc", "Dong", "hoach", "nghiep"])
def test_syllables_without_marks(word: str) -> None:
    assert is_bare_syllable(word)


@pytest.mark.parametrize("word", ["with", "implement", "phtic", "triin", "thtrc"])
def test_no_syllables_without_marks(word: str) -> None:
    assert not is_bare_syllable(word)


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("corpus/*/*.txt")), ids=lambda f: f.stem)
def test_real_words_are_syllables(file: Path) -> None:
    assert share_of_syllables(words_of(file.read_text("utf-8"))) > 0.96


def test_abbreviations_are_not_judged() -> None:
    assert words_of("UBND xã, 5G; TTg và ô") == ["xã", "TTg", "và"]
    assert share_of_syllables([]) == 1
