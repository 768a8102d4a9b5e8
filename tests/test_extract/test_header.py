"""The block above the title: superior and issuing body, number, symbol, place, date, subject."""

import pytest
from test_extract.layouts import layout_of, plan_of

from extract.understand import understand
from plan.model import Header

NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
BODY = "I. MỤC TIÊU\n- Đủ nước cho mọi thôn.\nII. NHIỆM VỤ\n- Thay đường ống."


def header_of(head: str, title: str = "KẾ HOẠCH\nCấp nước sạch năm 2026") -> Header:
    return plan_of(f"{head}\n{title}\n{BODY}").header


BODIES = [
    # lines above the number, superior body, issuing body
    (["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG VÂN"], None, "ỦY BAN NHÂN DÂN XÃ ĐỒNG VÂN"),
    (["UBND XÃ ĐỒNG VÂN"], None, "UBND XÃ ĐỒNG VÂN"),
    (["ỦY BAN NHÂN DÂN", "TỈNH LAM GIANG"], None, "ỦY BAN NHÂN DÂN TỈNH LAM GIANG"),
    (["UỶ BAN NHÂN DÂN", "PHƯỜNG BẾN CÁT"], None, "UỶ BAN NHÂN DÂN PHƯỜNG BẾN CÁT"),
    # a locality that prints its superior
    (["UBND HUYỆN MỘC KHÊ", "UBND XÃ ĐỒNG VÂN"], "UBND HUYỆN MỘC KHÊ", "UBND XÃ ĐỒNG VÂN"),
    (
        ["ỦY BAN NHÂN DÂN", "HUYỆN MỘC KHÊ", "ỦY BAN NHÂN DÂN", "XÃ ĐỒNG VÂN"],
        "ỦY BAN NHÂN DÂN HUYỆN MỘC KHÊ",
        "ỦY BAN NHÂN DÂN XÃ ĐỒNG VÂN",
    ),
    # a department of a province, an office of a district or commune
    (["UBND TỈNH LAM GIANG", "SỞ NỘI VỤ"], "UBND TỈNH LAM GIANG", "SỞ NỘI VỤ"),
    (
        ["ỦY BAN NHÂN DÂN", "TỈNH LAM GIANG", "SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"],
        "ỦY BAN NHÂN DÂN TỈNH LAM GIANG",
        "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
    ),
    (["UBND XÃ ĐỒNG VÂN", "PHÒNG KINH TẾ"], "UBND XÃ ĐỒNG VÂN", "PHÒNG KINH TẾ"),
    # a school, a station
    (
        ["UBND XÃ ĐỒNG VÂN", "TRƯỜNG TIỂU HỌC ĐỒNG VÂN"],
        "UBND XÃ ĐỒNG VÂN",
        "TRƯỜNG TIỂU HỌC ĐỒNG VÂN",
    ),
    (["SỞ Y TẾ LAM GIANG", "TRẠM Y TẾ XÃ ĐỒNG VÂN"], "SỞ Y TẾ LAM GIANG", "TRẠM Y TẾ XÃ ĐỒNG VÂN"),
    # the Front, a union
    (
        ["ỦY BAN MTTQ VIỆT NAM", "TỈNH LAM GIANG", "BAN THƯỜNG TRỰC"],
        None,
        "ỦY BAN MTTQ VIỆT NAM TỈNH LAM GIANG BAN THƯỜNG TRỰC",
    ),
    (
        ["MTTQ VIỆT NAM TỈNH LAM GIANG", "BAN THƯỜNG TRỰC"],
        None,
        "MTTQ VIỆT NAM TỈNH LAM GIANG BAN THƯỜNG TRỰC",
    ),
    (
        ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "XÃ ĐỒNG VÂN"],
        None,
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ ĐỒNG VÂN",
    ),
    (["HỘI ĐỒNG NHÂN DÂN", "XÃ ĐỒNG VÂN"], None, "HỘI ĐỒNG NHÂN DÂN XÃ ĐỒNG VÂN"),
    # names that themselves hold "và", "&" or a comma
    (
        ["PHÒNG GD&ĐT MỘC KHÊ", "TRƯỜNG MẦM NON ĐỒNG VÂN"],
        "PHÒNG GD&ĐT MỘC KHÊ",
        "TRƯỜNG MẦM NON ĐỒNG VÂN",
    ),
    (["UBND XÃ ĐỒNG VÂN", "VĂN PHÒNG HĐND VÀ UBND"], "UBND XÃ ĐỒNG VÂN", "VĂN PHÒNG HĐND VÀ UBND"),
    (
        ["SỞ NÔNG NGHIỆP VÀ", "MÔI TRƯỜNG LAM GIANG", "CHI CỤC KIỂM LÂM"],
        "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG LAM GIANG",
        "CHI CỤC KIỂM LÂM",
    ),
    (
        ["CÔNG AN TỈNH LAM GIANG", "CÔNG AN XÃ ĐỒNG VÂN"],
        "CÔNG AN TỈNH LAM GIANG",
        "CÔNG AN XÃ ĐỒNG VÂN",
    ),
    (
        ["SỞ Y TẾ LAM GIANG", "TRUNG TÂM KIỂM SOÁT", "BỆNH TẬT"],
        "SỞ Y TẾ LAM GIANG",
        "TRUNG TÂM KIỂM SOÁT BỆNH TẬT",
    ),
    # a steering committee
    (
        ["UBND XÃ ĐỒNG VÂN", "BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ"],
        "UBND XÃ ĐỒNG VÂN",
        "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
    ),
    # central bodies
    (["BỘ XÂY DỰNG"], None, "BỘ XÂY DỰNG"),
    (["THỦ TƯỚNG CHÍNH PHỦ"], None, "THỦ TƯỚNG CHÍNH PHỦ"),
]


@pytest.mark.parametrize(("lines", "parent", "agency"), BODIES)
def test_superior_and_issuing_body(lines: list[str], parent: str | None, agency: str) -> None:
    head = "\n".join([*lines, "Số: 18/KH-X", NATIONAL, "Đồng Vân, ngày 12 tháng 3 năm 2026"])
    found = header_of(head)
    assert (found.parent_agency, found.agency) == (parent, agency)


@pytest.mark.parametrize(
    ("lines", "parent", "agency"),
    [
        (
            ["ĐẢNG BỘ TỈNH LAM GIANG", "ĐẢNG ỦY XÃ ĐỒNG VÂN"],
            "ĐẢNG BỘ TỈNH LAM GIANG",
            "ĐẢNG ỦY XÃ ĐỒNG VÂN",
        ),
        (["TỈNH ỦY LAM GIANG"], None, "TỈNH ỦY LAM GIANG"),
    ],
)
def test_party_bodies(lines: list[str], parent: str | None, agency: str) -> None:
    head = "\n".join(
        [*lines, "*", "Số 27-KH/ĐU", PARTY_TITLE, "Đồng Vân, ngày 12 tháng 3 năm 2026"]
    )
    found = header_of(head)
    assert (found.parent_agency, found.agency) == (parent, agency)
    assert (found.number, found.symbol) == (27, "KH/ĐU")
    assert (found.place, found.date) == ("Đồng Vân", "2026-03-12")


NUMBERS = [
    # printed, number, symbol
    ("Số: 18/KH-UBND", 18, "KH-UBND"),
    ("Số:18/KH-UBND", 18, "KH-UBND"),
    ("Số 18/KH-UBND", 18, "KH-UBND"),
    ("Số: 0130/KH-UBND", 130, "KH-UBND"),
    ("Số: 18 /KH-UBND", 18, "KH-UBND"),
    ("Số: 18/KH - UBND", 18, "KH-UBND"),
    ("Số: 18/KH–UBND", 18, "KH-UBND"),
    ("Số: 1 8/KH-UBND", 18, "KH-UBND"),
    ("Số:       /KH-UBND", None, "KH-UBND"),
    ("Số: ....../KH-UBND", None, "KH-UBND"),
    ("Số: …/KH-UBND", None, "KH-UBND"),
    ("Số: 318/KH-SKHCN", 318, "KH-SKHCN"),
    ("Số: 44/KH-SGDĐT", 44, "KH-SGDĐT"),
    ("Số: 44/KH-SGDÐT", 44, "KH-SGDĐT"),
    ("Số: 27-KH/ĐU", 27, "KH/ĐU"),
    ("Số 15 - CTr/TU", 15, "CTr/TU"),
    ("Số: 9/KH-MTTQ-BTT", 9, "KH-MTTQ-BTT"),
    ("Số: 18", 18, None),
]


@pytest.mark.parametrize(("printed", "number", "symbol"), NUMBERS)
def test_number_and_symbol(printed: str, number: int | None, symbol: str | None) -> None:
    head = f"UBND XÃ ĐỒNG VÂN\n{printed}\n{NATIONAL}\nĐồng Vân, ngày 12 tháng 3 năm 2026"
    found = header_of(head)
    assert (found.number, found.symbol) == (number, symbol)
    assert found.agency == "UBND XÃ ĐỒNG VÂN"


DATES = [
    # printed, place, date
    ("Đồng Vân, ngày 12 tháng 3 năm 2026", "Đồng Vân", "2026-03-12"),
    ("Đồng Vân, ngày 02 tháng 11 năm 2026", "Đồng Vân", "2026-11-02"),
    ("Đồng Vân,ngày12 tháng 3 năm 2026", "Đồng Vân", "2026-03-12"),
    ("TP. Bến Cát, ngày 12 tháng 3 năm 2026", "TP. Bến Cát", "2026-03-12"),
    ("Bà Rịa - Long Điền, ngày 12 tháng 3 năm 2026", "Bà Rịa - Long Điền", "2026-03-12"),
    ("Đồng Vân, ngày 1 2 tháng 3 năm 2026", "Đồng Vân", "2026-03-12"),
    # blanks of a draft
    ("Đồng Vân, ngày     tháng 3 năm 2026", "Đồng Vân", "2026-03"),
    ("Đồng Vân, ngày ... tháng 3 năm 2026", "Đồng Vân", "2026-03"),
    ("Đồng Vân, ngày     tháng     năm 2026", "Đồng Vân", "2026"),
    ("Đồng Vân, ngày …… tháng …… năm 2026", "Đồng Vân", "2026"),
    ("Đồng Vân, ngày     tháng     năm", "Đồng Vân", None),
    ("ngày 12 tháng 3 năm 2026", None, "2026-03-12"),
]


@pytest.mark.parametrize(("printed", "place", "date"), DATES)
def test_place_and_date(printed: str, place: str | None, date: str | None) -> None:
    found = header_of(f"UBND XÃ ĐỒNG VÂN\nSố: 18/KH-UBND\n{NATIONAL}\n{printed}")
    assert (found.place, found.date) == (place, date)


TITLES = [
    # lines of the title, type, subject
    ("KẾ HOẠCH\nCấp nước sạch năm 2026", "Kế hoạch", "Cấp nước sạch năm 2026"),
    ("KẾ HOẠCH CẤP NƯỚC SẠCH NĂM 2026", "Kế hoạch", "CẤP NƯỚC SẠCH NĂM 2026"),
    ("KẾ HOẠCH\n**Cấp nước**\n**sạch năm 2026**", "Kế hoạch", "Cấp nước sạch năm 2026"),
    ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nCấp nước sạch", "Chương trình hành động", "Cấp nước sạch"),
    ("ĐỀ ÁN\nCấp nước sạch", "Đề án", "Cấp nước sạch"),
]


@pytest.mark.parametrize(("title", "doc_type", "subject"), TITLES)
def test_type_and_subject(title: str, doc_type: str, subject: str) -> None:
    found = header_of("UBND XÃ ĐỒNG VÂN\nSố: 18/KH-UBND", title)
    assert (found.doc_type, found.subject) == (doc_type, subject)


def test_without_a_header_its_fields_are_open() -> None:
    found = header_of("")
    assert found.model_dump(exclude={"span", "evidence"}) == {
        "parent_agency": None,
        "agency": None,
        "number": None,
        "symbol": None,
        "place": None,
        "date": None,
        "doc_type": "Kế hoạch",
        "subject": "Cấp nước sạch năm 2026",
    }


def test_of_a_plan_attached_to_a_decision_the_header_is_the_decisions() -> None:
    decision = (
        f"ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\nSố: 77/QĐ-UBND\n{NATIONAL}\n"
        "Lam Giang, ngày 05 tháng 01 năm 2026\nQUYẾT ĐỊNH\nBan hành Kế hoạch cấp nước\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cấp nước.\n"
        "Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Hải Sơn"
    )
    found = header_of(decision)
    assert (found.number, found.symbol, found.date) == (77, "QĐ-UBND", "2026-01-05")
    assert (found.doc_type, found.subject) == ("Kế hoạch", "Cấp nước sạch năm 2026")


@pytest.mark.parametrize(
    "stamp", ["DỰ THẢO", "DỰ THẢO LẦN 2", "HỎA TỐC", "KHẨN", "MẬT", "V/v cấp nước sạch"]
)
def test_stamps_are_no_bodies(stamp: str) -> None:
    head = f"{stamp}\nUBND XÃ ĐỒNG VÂN\nSố: 18/KH-UBND\n{NATIONAL}"
    found = header_of(head)
    assert (found.parent_agency, found.agency) == (None, "UBND XÃ ĐỒNG VÂN")


def test_columns_that_a_text_layer_put_on_one_line() -> None:
    found = header_of(
        "UBND XÃ ĐỒNG VÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 18/KH-UBND Độc lập - Tự do - Hạnh phúc\n"
        "Đồng Vân, ngày 12 tháng 3 năm 2026"
    )
    assert (found.agency, found.number, found.symbol) == ("UBND XÃ ĐỒNG VÂN", 18, "KH-UBND")
    assert (found.place, found.date) == ("Đồng Vân", "2026-03-12")


def test_places_of_the_header() -> None:
    text = (
        f"UBND XÃ ĐỒNG VÂN\n  Số: 18/KH-UBND\n{NATIONAL}\n Đồng Vân, ngày 12 tháng 3 năm 2026\n"
        f"KẾ HOẠCH\nCấp nước sạch năm 2026\n{BODY}"
    )
    evidence = plan_of(text).header.evidence
    spans = {name: evidence[name].span for name in ("number", "date", "subject")}
    assert {name: text[span.start : span.end] for name, span in spans.items() if span} == {
        "number": "Số: 18/KH-UBND",
        "date": "Đồng Vân, ngày 12 tháng 3 năm 2026",
        "subject": "Cấp nước sạch năm 2026",
    }


FILE_NAMES = [
    # name, number in it
    ("132-KH-UBND.docx", 132),
    ("132_KH-UBND.docx", 132),
    ("132.KH-UBND.signed.pdf", 132),
    ("KH 132-2025 cap nuoc.docx", 132),
    ("KH-132.pdf", 132),
    ("KH so 132.pdf", 132),
    ("2025.11.24_0132-KH-UBND.pdf", 132),
    ("QĐ 132.docx", 132),
    ("Ke hoach cap nuoc 2026.docx", None),
    ("KHAC 132.docx", None),
    ("KH 24-11-2025.docx", None),
    ("khong ten (3).docx", None),
]


@pytest.mark.parametrize(("name", "number"), FILE_NAMES)
def test_a_number_in_the_files_name_is_a_candidate(name: str, number: int | None) -> None:
    text = f"UBND XÃ ĐỒNG VÂN\nSố: 18/KH-UBND\n{NATIONAL}\nKẾ HOẠCH\nCấp nước\n{BODY}"
    plan = understand(layout_of(text), name)
    assert plan.header.number == 18
    found = [(c.value, c.origin) for c in plan.header.evidence["number"].candidates]
    assert found == ([(18, "print"), (number, "file_name")] if number else [])
    told = [f for f in plan.findings if f.code == "candidates-disagree"]
    assert [f.args["values"] for f in told] == ([f"18, {number}"] if number else [])


def test_a_number_in_the_files_name_that_agrees_says_nothing() -> None:
    text = f"UBND XÃ ĐỒNG VÂN\nSố: 0132/KH-UBND\n{NATIONAL}\nKẾ HOẠCH\nCấp nước\n{BODY}"
    plan = understand(layout_of(text), "132-KH-UBND.docx")
    assert plan.header.evidence["number"].candidates == []


def test_where_no_number_is_printed_that_of_the_file_is_only_a_candidate() -> None:
    text = f"UBND XÃ ĐỒNG VÂN\nSố:     /KH-UBND\n{NATIONAL}\nKẾ HOẠCH\nCấp nước\n{BODY}"
    plan = understand(layout_of(text), "132-KH-UBND.docx")
    assert plan.header.number is None
    (candidate,) = plan.header.evidence["number"].candidates
    assert (candidate.value, candidate.origin) == (132, "file_name")
    assert "candidates-disagree" not in [f.code for f in plan.findings]


def test_two_numbers_and_dates_in_one_head_are_both_kept() -> None:
    block = (
        "UBND XÃ ĐỒNG VÂN\nSố: {}/KH-UBND\n" + NATIONAL + "\nĐồng Vân, ngày {} tháng 3 năm 2026\n"
    )
    plan = plan_of(f"{block.format(18, 12)}{block.format(19, 13)}KẾ HOẠCH\nCấp nước\n{BODY}")
    evidence = plan.header.evidence
    assert (plan.header.number, plan.header.date) == (18, "2026-03-12")
    assert [c.value for c in evidence["number"].candidates] == [18, 19]
    assert [c.value for c in evidence["date"].candidates] == ["2026-03-12", "2026-03-13"]
    told = [f.args["field"] for f in plan.findings if f.code == "candidates-disagree"]
    assert told == ["number", "date"]


def test_an_attached_plan_with_a_head_of_its_own() -> None:
    body = "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\n"
    decision = (
        f"{body}Số: 77/QĐ-UBND\n{NATIONAL}\nLam Giang, ngày 05 tháng 01 năm 2026\n"
        "QUYẾT ĐỊNH\nBan hành Kế hoạch cấp nước\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cấp nước.\n"
        "Nơi nhận:\n- Các sở;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Hải Sơn\n"
    )
    plan = plan_of(f"{decision}{body}{NATIONAL}\nKẾ HOẠCH\nCấp nước\n{BODY}")
    assert (plan.header.number, plan.header.agency) == (77, "ỦY BAN NHÂN DÂN TỈNH LAM GIANG")
    assert [r.name for r in plan.recipients] == ["Các sở"]
    assert (plan.signature.position, plan.signature.name) == ("CHỦ TỊCH", "Trần Hải Sơn")
