"""The unit that a plan is for with its superiors, and the years that it is for."""

import pytest
from test_extract.layouts import document, plan_of

from extract.fields.period import period
from plan.model import Area, Period

BODY = "I. MỤC TIÊU\n- Đủ nước cho mọi thôn.\nII. NHIỆM VỤ\n- Thay đường ống."


def area_of(agency: str, subject: str, preamble: str = "", body: str = BODY) -> Area:
    lines = [agency, "Số: 18/KH-X", "KẾ HOẠCH", subject, preamble]
    return plan_of(document(body, head="\n".join(line for line in lines if line))).area


def unit(area: Area) -> tuple[object, ...]:
    return (area.level, area.type, area.name, area.district, area.province)


AREAS = [
    # agency, subject, preamble, and level, type, name, district, province of the area
    (
        "ỦY BAN NHÂN DÂN\nXÃ ĐỨC PHÚ",
        "Cấp nước sạch trên địa bàn xã Đức Phú năm 2024",
        (
            "Căn cứ Kế hoạch số 12/KH-UBND của UBND huyện Mộ Khê; Quyết định số 5/QĐ-UBND của UBND"
            " tỉnh Lam Giang; UBND xã Đức Phú ban hành Kế hoạch như sau:"
        ),
        ("commune", "xã", "Đức Phú", "Mộ Khê", "Lam Giang"),
    ),
    (
        "ỦY BAN NHÂN DÂN\nXÃ ĐỨC PHÚ",
        "Cấp nước sạch trên địa bàn xã Đức Phú năm 2026",
        "Căn cứ Quyết định số 5/QĐ-UBND của UBND tỉnh Lam Giang;",
        ("commune", "xã", "Đức Phú", None, "Lam Giang"),
    ),
    (
        "UBND PHƯỜNG BẾN CÁT",
        "Cấp nước sạch trên địa bàn phường Bến Cát năm 2026",
        "Căn cứ Quyết định số 5/QĐ-UBND của UBND thành phố Cần Thơ;",
        ("commune", "phường", "Bến Cát", None, "Cần Thơ"),
    ),
    (
        "UBND PHƯỜNG BẾN CÁT",
        "Cấp nước sạch năm 2024",
        "Căn cứ Kế hoạch số 3/KH-UBND của UBND thành phố Tân Lộc, tỉnh Lam Giang;",
        ("commune", "phường", "Bến Cát", "Tân Lộc", "Lam Giang"),
    ),
    (
        "UBND THỊ TRẤN MỘC KHÊ",
        "Cấp nước sạch tại thị trấn Mộc Khê năm 2024",
        "Căn cứ Kế hoạch số 3/KH-UBND của UBND huyện Mộc Khê;",
        ("commune", "thị trấn", "Mộc Khê", "Mộc Khê", None),
    ),
    (
        "ỦY BAN NHÂN DÂN\nĐẶC KHU ĐẢO NGỌC",
        "Cấp nước sạch năm 2026",
        "",
        ("commune", "đặc khu", "Đảo Ngọc", None, None),
    ),
    (
        "ỦY BAN NHÂN DÂN\nHUYỆN MỘC KHÊ",
        "Cấp nước sạch trên địa bàn huyện Mộc Khê năm 2024",
        "Thực hiện Kế hoạch số 9/KH-UBND của UBND tỉnh Lam Giang;",
        ("district", "huyện", "Mộc Khê", "Mộc Khê", "Lam Giang"),
    ),
    (
        "UBND QUẬN HỒNG HẠC",
        "Cấp nước sạch năm 2024",
        "Thực hiện Kế hoạch số 9/KH-UBND của UBND thành phố Hải Phòng;",
        ("district", "quận", "Hồng Hạc", "Hồng Hạc", "Hải Phòng"),
    ),
    (
        "UBND THỊ XÃ TÂN LỘC",
        "Cấp nước sạch năm 2024",
        "Thực hiện Kế hoạch số 9/KH-UBND của UBND tỉnh Lam Giang;",
        ("district", "thị xã", "Tân Lộc", "Tân Lộc", "Lam Giang"),
    ),
    (
        "UBND THÀNH PHỐ TÂN LỘC",
        "Cấp nước sạch năm 2024",
        "Thực hiện Kế hoạch số 9/KH-UBND của UBND tỉnh Lam Giang;",
        ("district", "thành phố", "Tân Lộc", "Tân Lộc", "Lam Giang"),
    ),
    (
        "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG",
        "Cấp nước sạch trên địa bàn tỉnh Lam Giang năm 2026",
        "",
        ("province", "tỉnh", "Lam Giang", None, "Lam Giang"),
    ),
    (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG",
        "Cấp nước sạch năm 2026",
        "",
        ("province", "thành phố", "Hải Phòng", None, "Hải Phòng"),
    ),
    # a department's plan is for its province, a school's for its commune
    (
        "UBND TỈNH LAM GIANG\nSỞ Y TẾ",
        "Cấp nước sạch năm 2026",
        "",
        ("province", "tỉnh", "Lam Giang", None, "Lam Giang"),
    ),
    (
        "UBND XÃ ĐỨC PHÚ\nTRƯỜNG TIỂU HỌC SỐ 1",
        "Cấp nước sạch năm 2026",
        "Thực hiện Kế hoạch của UBND xã Đức Phú, tỉnh Lam Giang;",
        ("commune", "xã", "Đức Phú", None, "Lam Giang"),
    ),
    ("BỘ XÂY DỰNG", "Cấp nước sạch năm 2026", "", ("central", None, None, None, None)),
    ("THỦ TƯỚNG CHÍNH PHỦ", "Cấp nước sạch năm 2026", "", ("central", None, None, None, None)),
]


@pytest.mark.parametrize(("agency", "subject", "preamble", "wanted"), AREAS)
def test_area(agency: str, subject: str, preamble: str, wanted: tuple[object, ...]) -> None:
    assert unit(area_of(agency, subject, preamble)) == wanted


def test_without_a_header_the_subject_names_the_unit() -> None:
    head = "KẾ HOẠCH\nCấp nước sạch trên địa bàn xã Đức Phú, huyện Mộ Khê, tỉnh Lam Giang"
    area = plan_of(document(BODY, head=head)).area
    assert unit(area) == ("commune", "xã", "Đức Phú", "Mộ Khê", "Lam Giang")


def test_without_any_unit_the_area_is_open() -> None:
    area = plan_of(document(BODY, head="KẾ HOẠCH\nCấp nước sạch")).area
    assert unit(area) == (None, None, None, None, None)


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("XÃ HÒA AN", "Hòa An"),
        ("XÃ HOÀ AN", "Hòa An"),
        ("XÃ ĐỨC PHÚ", "Đức Phú"),
        ("XÃ A LƯỚI 2", "A Lưới 2"),
        ("XÃ KRÔNG PẮC", "Krông Pắc"),
    ],
)
def test_a_name_in_capitals_is_spelled_as_the_text_spells_it(printed: str, spelled: str) -> None:
    area = area_of(f"UBND {printed}", f"Cấp nước sạch trên địa bàn xã {spelled} năm 2026")
    assert area.name == spelled


def test_superiors_named_in_the_body_count_too() -> None:
    body = BODY + "\n- Theo chỉ đạo của UBND tỉnh Lam Giang."
    area = area_of("UBND XÃ ĐỨC PHÚ", "Cấp nước sạch năm 2026", body=body)
    assert area.province == "Lam Giang"


PERIODS = [
    # subject, start, end, vision
    ("Cấp nước sạch giai đoạn 2023 - 2025", 2023, 2025, None),
    ("Cấp nước sạch giai đoạn 2023-2025", 2023, 2025, None),
    ("Cấp nước sạch giai đoạn 2026 – 2030", 2026, 2030, None),
    ("Cấp nước sạch giai đoạn 2026 đến 2030", 2026, 2030, None),
    ("CẤP NƯỚC SẠCH GIAI ĐOẠN 2026 - 2030", 2026, 2030, None),
    ("Cấp nước sạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050", 2021, 2030, 2050),
    ("Cấp nước sạch giai đoạn 2026 - 2030, định hướng đến năm 2035", 2026, 2030, 2035),
    ("Cấp nước sạch đến năm 2025 và định hướng đến năm 2030", None, 2025, 2030),
    ("Cấp nước sạch đến năm 2025, tầm nhìn 2030", None, 2025, 2030),
    ("Cấp nước sạch đến hết năm 2027", None, 2027, None),
    ("Cấp nước sạch năm 2026", 2026, 2026, None),
    ("CẤP NƯỚC SẠCH NĂM 2026", 2026, 2026, None),
    ("Cấp nước sạch năm học 2026 - 2027", 2026, 2027, None),
    ("Cấp nước sạch 5 năm 2026 - 2030", 2026, 2030, None),
    ("Cấp nước sạch 03 năm 2026 - 2028", 2026, 2028, None),
    ("Cấp nước sạch nhiệm kỳ 2026 - 2031", 2026, 2031, None),
    ("Cấp nước sạch nông thôn", None, None, None),
    # a cited document's date is no period
    (
        "Thực hiện Nghị quyết số 14-NQ/TU ngày 20 tháng 11 năm 2025 của Tỉnh ủy",
        None,
        None,
        None,
    ),
    ("Thực hiện Nghị quyết số 14-NQ/TU ngày 20/11/2025 đến năm 2030", None, 2030, None),
]


@pytest.mark.parametrize(("subject", "start", "end", "vision"), PERIODS)
def test_period(subject: str, start: int | None, end: int | None, vision: int | None) -> None:
    assert period(subject, []) == Period(start=start, end=end, vision=vision)


def test_where_the_subject_names_no_years_the_first_heading_that_does_counts() -> None:
    assert period("Cấp nước sạch", ["MỤC ĐÍCH", "CHỈ TIÊU NĂM 2027", "NĂM 2028"]) == Period(
        start=2027, end=2027
    )
    assert period("Cấp nước sạch năm 2026", ["CHỈ TIÊU NĂM 2027"]) == Period(start=2026, end=2026)
    assert period(None, []) == Period()
