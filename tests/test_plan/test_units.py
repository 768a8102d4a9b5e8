"""The tables of units: every name is found, every field has a post in its time."""

import pytest

from plan.levels import communes, exists, kinds
from plan.units import COORDINATOR, field_about, field_of_body, fields, mentions, ministries, post

NAMES = [(key, name) for key, field in fields().items() for name in field.above]
OUTSIDE = [(key, name) for key, field in fields().items() for name in field.outside]


@pytest.mark.parametrize(("key", "name"), NAMES)
def test_every_department_is_found_by_its_name(key: str, name: str) -> None:
    text = f"Chủ trì, phối hợp với {name} thực hiện."
    (found,) = mentions(text)
    assert (found.field, text[found.start : found.end]) == (key, name)
    assert field_of_body(name) == key


@pytest.mark.parametrize(("key", "name"), OUTSIDE)
def test_every_outside_body_is_known_but_is_no_department(key: str, name: str) -> None:
    assert field_of_body(f"{name} huyện") == key
    assert not list(mentions(name))


def test_names_are_listed_once() -> None:
    names = [name for _, name in (*NAMES, *OUTSIDE)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Phòng Văn hoá và Thông tin huyện Mộc", "information"),
        ("phòng Tài chính – Kế hoạch", "finance"),
        ("Văn phòng HĐND&UBND huyện", "office"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", "construction"),
        ("Phòng Kinh tế", "agriculture"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "culture"),
        ("Sở Lao động, Thương binh và Xã hội", "labour"),
    ],
)
def test_spellings_of_a_name(text: str, key: str) -> None:
    assert [mention.field for mention in mentions(text)] == [key]


@pytest.mark.parametrize(
    "text", ["văn phòng phẩm", "Phòng chống thiên tai", "cơ sở y tế", "Sởi", "Phòng Y tếx"]
)
def test_what_is_no_department(text: str) -> None:
    assert not list(mentions(text))


@pytest.mark.parametrize("key", fields())
@pytest.mark.parametrize("kind", communes())
def test_every_field_has_a_post_of_its_time(key: str, kind: str) -> None:
    before, after = post(key, "2025-06", kind), post(key, "2025-07", kind)
    assert not before.startswith("Phòng")
    assert not after.startswith(("Công chức", "Đài"))
    assert "{" not in before + after


@pytest.mark.parametrize(
    ("key", "date", "kind", "name"),
    [
        ("construction", "2026-03-01", "phường", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("construction", "2026-03", "đặc khu", "Phòng Kinh tế"),
        (
            "environment",
            "2024",
            "thị trấn",
            "Công chức Địa chính - xây dựng - đô thị và môi trường",
        ),
        ("information", "2025-06-30", "xã", "Công chức Văn hóa - Xã hội"),
        ("information", "2025-07-01", "xã", "Phòng Văn hóa - Xã hội"),
        ("justice", "2026", "xã", "Văn phòng HĐND và UBND"),
        ("police", "2026", "phường", "Công an phường"),
    ],
)
def test_posts(key: str, date: str, kind: str, name: str) -> None:
    assert post(key, date, kind) == name


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bố trí ngân sách duy trì phòng họp trực tuyến.", "finance"),
        ("Giải quyết thủ tục hành chính đúng hạn.", "one_stop"),
        ("Làm sạch dữ liệu hộ tịch.", "justice"),
        ("Vận động hộ dân phân loại rác thải.", "environment"),
        ("Thực hiện tốt công việc.", None),
    ],
)
def test_the_field_of_a_duty(text: str, key: str | None) -> None:
    assert field_about(text) == key


def test_the_coordinator_is_a_field() -> None:
    assert COORDINATOR in fields()
    assert "Bộ Nội vụ" in ministries()


def test_kinds_of_commune_in_their_time() -> None:
    assert communes() == ["xã", "phường", "thị trấn", "đặc khu"]
    assert exists("thị trấn", "2025-06")
    assert not exists("thị trấn", "2025-07")
    assert not exists("đặc khu", "2025-06-30")
    assert exists("đặc khu", "2025-07-01")
    assert exists("xã", "2010")
    assert {kind.level for kind in kinds().values()} == {"commune", "district", "province"}
