"""Roles in a duty, in order of appearance."""

import pytest

from extract.fields.roles import roles_of
from extract.knowledge import table

CASES = [
    ("Chủ trì rà soát hồ sơ tồn đọng.", ["lead"]),
    ("Phối hợp với Trạm Y tế xã lấy mẫu nước.", ["coordinate"]),
    ("Chủ trì, phối hợp với Công an xã tuần tra.", ["lead", "coordinate"]),
    ("Phối hợp với Công an xã, chủ trì tuần tra.", ["coordinate", "lead"]),
    ("Tham mưu UBND xã bố trí kinh phí.", ["advise"]),
    ("Theo dõi tiến độ của các thôn.", ["monitor"]),
    ("Đôn đốc, kiểm tra, giám sát các thôn.", ["monitor"]),
    ("Báo cáo kết quả với UBND xã.", ["report"]),
    ("Tuyên truyền đến từng hộ dân.", ["propagate"]),
    ("Hướng dẫn các thôn lập danh sách.", ["guide"]),
    ("Thu gom vỏ thuốc bảo vệ thực vật.", ["implement"]),
    # in order of appearance, each once
    (
        "Hướng dẫn, kiểm tra các thôn, tổng hợp báo cáo; kiểm tra lại vào cuối năm.",
        ["guide", "monitor", "report"],
    ),
    # inside a purpose clause too
    ("Tổng hợp số liệu để tham mưu UBND xã.", ["advise"]),
    # "implement" stands alone only
    ("Thực hiện và báo cáo kết quả.", ["report"]),
    # said of the unit itself
    ("Là bộ phận tham mưu giúp UBND xã về đất đai.", ["advise"]),
    ("Là cơ quan tham mưu giúp UBND xã.", ["advise"]),
    # part of a name says nothing of the unit
    ("Cung cấp số liệu cho các bộ phận tham mưu, các thôn.", ["implement"]),
    ("Lắp đặt camera giám sát ở cổng trường.", ["implement"]),
    ("Bồi dưỡng tuyên truyền viên, báo cáo viên của xã.", ["implement"]),
    ("Thực hiện theo hướng dẫn của cấp trên.", ["implement"]),
    ("Cung cấp hồ sơ cho đơn vị chủ trì.", ["implement"]),
    # case does not matter
    ("CHỦ TRÌ rà soát.", ["lead"]),
    ("", ["implement"]),
]


@pytest.mark.parametrize(("text", "roles"), CASES)
def test_roles(text: str, roles: list[str]) -> None:
    assert roles_of(text) == roles


@pytest.mark.parametrize(
    ("role", "phrase"),
    [(role, p) for role, phrases in table("roles").items() if role != "none" for p in phrases],
)
def test_every_phrase_of_the_table_names_its_role(role: str, phrase: str) -> None:
    assert roles_of(f"{phrase.capitalize()} việc này.") == [role]


@pytest.mark.parametrize("phrase", table("roles")["none"])
def test_every_name_in_the_table_hides_the_role_in_it(phrase: str) -> None:
    assert roles_of(f"Mời {phrase.replace(' ,', ',')} dự họp.") == ["implement"]
