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
    # bodies of the Party, the Youth Union and the Front
    (
        "ĐẢNG BỘ TỈNH LAM GIANG\nHUYỆN ỦY MỘC KHÊ",
        "phát triển thanh niên",
        "Thực hiện Kế hoạch số 2-KH/TU của Tỉnh ủy Lam Giang;",
        ("district", "huyện", "Mộc Khê", "Mộc Khê", "Lam Giang"),
    ),
    (
        "TỈNH UỶ LAM GIANG\nBAN TỔ CHỨC",
        "đào tạo cán bộ",
        "",
        ("province", "tỉnh", "Lam Giang", None, "Lam Giang"),
    ),
    (
        "TỈNH ĐOÀN LAM GIANG\nBAN THƯỜNG VỤ",
        "Tháng Thanh niên",
        "",
        ("province", "tỉnh", "Lam Giang", None, "Lam Giang"),
    ),
    (
        "ỦY BAN MTTQ VIỆT NAM\nXÃ TÂN TRƯỜNG\nBAN THƯỜNG TRỰC",
        "Giám sát nước sạch",
        "Thực hiện Kế hoạch số 2/KH-MTTQ của Ủy ban MTTQ Việt Nam tỉnh Lam Giang;",
        ("commune", "xã", "Tân Trường", None, "Lam Giang"),
    ),
    # a head that lost the name of the locality, a school that names none
    (
        "ỦY BAN NHÂN DÂN",
        "Cấp nước sạch năm 2026",
        "Ủy ban nhân dân tỉnh Lam Giang ban hành Kế hoạch như sau:",
        ("province", "tỉnh", "Lam Giang", None, "Lam Giang"),
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


@pytest.mark.parametrize(
    ("year", "district", "province"), [(2026, None, "Tân Lộc"), (2024, "Tân Lộc", "Lam Giang")]
)
def test_a_city_is_a_province_only_since_there_are_two_levels(
    year: int, district: str | None, province: str
) -> None:
    above = "thành phố Tân Lộc" + ("" if year == 2026 else ", tỉnh Lam Giang")
    head = (
        f"UBND PHƯỜNG BẾN CÁT\nBến Cát, ngày 5 tháng 1 năm {year}\nKẾ HOẠCH\nCấp nước\n"
        f"Căn cứ Quyết định số 5/QĐ-UBND của UBND {above};"
    )
    area = plan_of(document(BODY, head=head)).area
    assert (area.district, area.province) == (district, province)


def test_the_place_of_signing_tells_the_unit_where_no_body_names_it() -> None:
    head = (
        "PHÒNG GD&ĐT MỘC KHÊ\nTRƯỜNG THCS NGUYỄN DU\nĐức Phú, ngày 5 tháng 1 năm 2024\n"
        "KẾ HOẠCH\nCấp nước\nCăn cứ Kế hoạch số 5/KH-UBND của UBND xã Đức Phú;"
    )
    area = plan_of(document(BODY, head=head)).area
    assert (area.level, area.name) == ("commune", "Đức Phú")


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
    ("CẤP NƯỚC SẠCH GIAI ĐOẠN 2026 ĐÉN NĂM 2030", 2026, 2030, None),
    ("Cấp nước sạch đên năm 2030", None, 2030, None),
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
    # what a term begins with is prepared for its first year
    ("Phục vụ bầu cử đại biểu Hội đồng nhân dân xã nhiệm kỳ 2026 - 2031", 2026, 2026, None),
    ("Thực hiện Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030", 2025, 2030, None),
    ("Cấp nước sạch nông thôn", None, None, None),
    ("Cấp nước sạch giai đoạn (2021 - 2025)", 2021, 2025, None),
    ("Cấp nước sạch giai đoạn từ năm 2021 đến năm 2025", 2021, 2025, None),
    ("Cấp nước sạch từ năm 2021 đến năm 2025", 2021, 2025, None),
    ("Cấp nước sạch giai đoạn 2021 đến năm 2025", 2021, 2025, None),
    ("Cấp nước sạch giai đoạn năm 2019 - 2020", 2019, 2020, None),
    ("Cấp nước sạch 2021-2025", 2021, 2025, None),
    ("Cấp nước sạch năm 2024 và năm 2025", 2024, 2025, None),
    ("Cấp nước sạch năm học 2025-2026", 2025, 2026, None),
    ("Cấp nước sạch đến 2030", None, 2030, None),
    ("Cấp nước sạch 6 tháng cuối năm 2025", 2025, 2025, None),
    ("Cấp nước sạch năm 2026, hướng tới năm 2030", 2026, 2026, 2030),
    ("Thực hiện Nghị quyết số 24/2021/QH15", None, None, None),
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


def test_of_several_headings_that_set_a_year_the_last_is_the_end() -> None:
    titles = ["Đến năm 2026", "Đến năm 2030", "Tầm nhìn đến năm 2035"]
    assert period("Cấp nước sạch", titles) == Period(end=2030, vision=2035)


@pytest.mark.parametrize(
    ("preamble", "closing"),
    [
        ("UBND xã ban hành Kế hoạch cấp nước năm 2027 như sau:", ""),
        ("UBND xã nêu việc phải làm như sau:", "Trên đây là Kế hoạch cấp nước năm 2027 của xã./."),
    ],
)
def test_what_preamble_or_closing_call_the_plan_counts(preamble: str, closing: str) -> None:
    head = (
        f"UBND XÃ ĐỨC PHÚ\nKẾ HOẠCH\nCấp nước\nCăn cứ Kế hoạch số 5/KH-UBND năm 2020;\n{preamble}"
    )
    sections = "I. TÌNH HÌNH NĂM 2025\n- Thiếu nước.\nII. NHIỆM VỤ\n- Thay đường ống.\n" + closing
    found = plan_of(document(sections, head=head)).period
    assert (found.start, found.end) == (2027, 2027)


def test_a_central_body_does_not_plan_for_the_city_where_it_sits() -> None:
    head = (
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 30/QĐ-TTg\nHà Nội, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nNước sạch"
    )
    body = "I. MỤC TIÊU\n- Đủ nước cho thành phố Hà Nội.\nII. NHIỆM VỤ\n- Thay đường ống."
    assert unit(plan_of(document(body, head=head)).area) == ("central", None, None, None, None)
