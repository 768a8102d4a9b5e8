"""Names of units in running text: where they end, and how a list of them divides."""

import pytest

from extract.knowledge import table
from extract.names import begins_name, name_end, split_names

ENDS = [
    # text, the name (or list of names) that begins it
    ("Sở Xây dựng chủ trì rà soát quy hoạch.", "Sở Xây dựng"),
    ("Phòng Kinh tế tham mưu UBND xã.", "Phòng Kinh tế"),
    ("Sở Văn hóa, Thể thao và Du lịch hướng dẫn.", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Văn phòng HĐND và UBND xã theo dõi, đôn đốc.", "Văn phòng HĐND và UBND xã"),
    ("Trung tâm Phục vụ hành chính công xã công khai.", "Trung tâm Phục vụ hành chính công xã"),
    ("các thôn, tổ dân phố triển khai.", "các thôn, tổ dân phố"),
    ("UBND các xã, phường, thị trấn bố trí vốn.", "UBND các xã, phường, thị trấn"),
    ("các doanh nghiệp viễn thông trong việc kéo cáp.", "các doanh nghiệp viễn thông"),
    ("Công an xã, Ban Chỉ huy Quân sự xã để tuần tra.", "Công an xã, Ban Chỉ huy Quân sự xã"),
    ("các cơ quan, đơn vị có liên quan; Trạm Y tế", "các cơ quan, đơn vị có liên quan"),
    ("Hội Nông dân xã (qua Văn phòng).", "Hội Nông dân xã"),
    ("Trạm Y tế xã và báo cáo kết quả.", "Trạm Y tế xã"),
    ("Trạm Y tế xã: Lấy mẫu nước.", "Trạm Y tế xã"),
    ("Đài Truyền thanh xã", "Đài Truyền thanh xã"),
    ("các tổ chức cung cấp dịch vụ vận tải bố trí xe.", "các tổ chức cung cấp dịch vụ vận tải"),
]

LISTS = [
    ("Sở Y tế", ["Sở Y tế"]),
    ("Sở Y tế, Sở Tài chính và Sở Nội vụ", ["Sở Y tế", "Sở Tài chính", "Sở Nội vụ"]),
    ("Phòng Kinh tế; Trạm Y tế xã; Công an xã", ["Phòng Kinh tế", "Trạm Y tế xã", "Công an xã"]),
    # each noun with its own "các" is one entry
    ("các cấp, các ngành", ["các cấp", "các ngành"]),
    ("các thôn và các trường học", ["các thôn", "các trường học"]),
    ("Trạm Y tế xã cùng các thôn", ["Trạm Y tế xã", "các thôn"]),
    # an enumeration under one "các" stays whole
    ("các cơ quan, đơn vị có liên quan", ["các cơ quan, đơn vị có liên quan"]),
    ("các ban, ngành, đoàn thể", ["các ban, ngành, đoàn thể"]),
    ("các sở, ban, ngành, UBND các xã", ["các sở, ban, ngành", "UBND các xã"]),
    # a name that itself holds a comma or "và" stays whole
    ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
    (
        "Sở Văn hóa, Thể thao và Du lịch, Sở Giáo dục và Đào tạo",
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo"],
    ),
    ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
    ("Sở Lao động, Thương binh và Xã hội", ["Sở Lao động, Thương binh và Xã hội"]),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    # a proper name and a common noun
    ("Sở Nội vụ và đơn vị liên quan", ["Sở Nội vụ", "đơn vị liên quan"]),
    ("Ủy ban Mặt trận Tổ quốc và các đoàn thể xã", ["Ủy ban Mặt trận Tổ quốc", "các đoàn thể xã"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "name"), ENDS)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert text[: name_end(text, 0)] == name


@pytest.mark.parametrize("lead", ["phối hợp với ", "giao ", "- "])
def test_a_name_inside_a_sentence_ends_at_the_same_place(lead: str) -> None:
    text = f"{lead}Sở Văn hóa, Thể thao và Du lịch hướng dẫn."
    assert text[len(lead) : name_end(text, len(lead))] == "Sở Văn hóa, Thể thao và Du lịch"


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_lists_of_names(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Sở Y tế", True),
        ("các thôn", True),
        ("Ban quản lý chợ", True),
        ("Bộn bề công việc", False),
        ("thônThượng", False),
        ("thực hiện tốt", False),
    ],
)
def test_how_names_begin(text: str, begins: bool) -> None:
    assert begins_name(text) is begins


@pytest.mark.parametrize("name", table("phrases")["unit"]["protected"])
def test_protected_names_are_never_divided(name: str) -> None:
    assert split_names(f"Sở Y tế, {name}")[-1].endswith(name.strip(","))


def test_no_word_both_begins_and_ends_a_name() -> None:
    unit = table("phrases")["unit"]
    assert set(unit["heads"]) & set(unit["stops"]) == set()
