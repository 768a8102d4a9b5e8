"""One identity for all spellings of a body, and another for another body."""

import tomllib

import pytest
from commandline import ROOT

from plan.bodies import identity, name_of
from plan.model import Area

DISTRICT = Area(level="district", type="huyện", name="Mộc Khê")
NOWHERE = Area()

SAME = [
    ("UBND các xã, thị trấn", "Uỷ ban nhân dân các xã, thị trấn"),
    ("UBND huyện", "ỦY BAN NHÂN DÂN HUYỆN MỘC KHÊ"),
    ("Phòng VH-TT huyện", "Phòng Văn hoá & Thông tin"),
    ("Sở LĐ-TB&XH", "Sở Lao động – Thương binh và Xã hội"),
    ("Văn phòng HĐND và UBND huyện", "VP HĐND&UBND"),
    ("Đề nghị Ủy ban MTTQ Việt Nam huyện", "UBMTTQVN huyện Mộc Khê"),
    ("Ban CHQS huyện", "Ban Chỉ huy quân sự"),
    ("các trường học trên địa bàn huyện", "Các trường học"),
    ("Công an  huyện;", "công an huyện"),
]
DIFFERENT = [
    ("Công an huyện", "Công an xã"),
    ("Phòng Nội vụ", "Sở Nội vụ"),
    ("UBND huyện", "UBND các huyện"),
    ("UBND huyện Mộc Khê", "UBND huyện Mộc Lâm"),
    ("Sở TTTT", "Trung tâm Thông tin"),
    ("Hội Nông dân xã Tân An", "Hội Nông dân xã Tân Ân"),
    ("Chủ tịch UBND huyện", "UBND huyện"),
]
SHORT_FORMS = [
    (short, full)
    for full, shorts in tomllib.loads(
        (ROOT / "plan" / "data" / "abbreviations.toml").read_text(encoding="utf-8")
    ).items()
    for short in shorts
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_body_written_differently(one: str, other: str) -> None:
    assert identity(one, DISTRICT) == identity(other, DISTRICT)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_bodies(one: str, other: str) -> None:
    assert identity(one, DISTRICT) != identity(other, DISTRICT)


@pytest.mark.parametrize(("short", "full"), SHORT_FORMS)
def test_every_short_form_is_its_full_words(short: str, full: str) -> None:
    assert identity(short, NOWHERE) == identity(full, NOWHERE)
    assert identity(f"{short} tỉnh", NOWHERE) == identity(f"{full} tỉnh", NOWHERE)


def test_no_short_form_stands_for_two_bodies() -> None:
    shorts = [identity(short, NOWHERE) for short, _ in SHORT_FORMS]
    fulls = {identity(full, NOWHERE) for _, full in SHORT_FORMS}
    assert set(shorts) == fulls
    assert len({short for short, _ in SHORT_FORMS}) == len(SHORT_FORMS)


@pytest.mark.parametrize("name", ["", "huyện", "xã", ",", "Đề nghị"])
def test_a_name_without_a_body_still_has_an_identity(name: str) -> None:
    assert identity(name, DISTRICT) == identity(name.upper(), DISTRICT)


def test_what_a_heading_asks_is_no_part_of_the_name() -> None:
    assert name_of("Đề nghị Thuế cơ sở 4") == "Thuế cơ sở 4"
    assert name_of("Giao Sở Nội vụ") == "Sở Nội vụ"
    assert name_of("Sở Giao thông vận tải") == "Sở Giao thông vận tải"
