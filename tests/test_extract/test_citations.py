"""Documents named in the text: type, code, date, issuer, subject; what is a basis and what not."""

from dataclasses import dataclass

import pytest
from test_extract.layouts import HEAD, document, plan_of

from extract.fields.mentions import mentions
from extract.knowledge import table
from plan.model import Citation, Plan


@dataclass(frozen=True)
class Case:
    """A text, and the one document that it names."""

    text: str
    doc_type: str | None
    code: str | None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None


FULL = [
    Case(
        "Căn cứ Quyết định số 2170/QĐ-UBND ngày 15/8/2025 của UBND tỉnh Lam Giang về phân cấp"
        " quản lý đường bộ;",
        "Quyết định",
        "2170/QĐ-UBND",
        "2025-08-15",
        "UBND tỉnh Lam Giang",
        "phân cấp quản lý đường bộ",
    ),
    Case(
        "Nghị định số 145/2025/NĐ-CP ngày 12 tháng 6 năm 2025 của Chính phủ quy định về quy"
        " hoạch xây dựng",
        "Nghị định",
        "145/2025/NĐ-CP",
        "2025-06-12",
        "Chính phủ",
        "quy định về quy hoạch xây dựng",
    ),
    Case(
        "Thông tư số 09/2024/TT-BTC ngày 02/02/2024 của Bộ trưởng Bộ Tài chính hướng dẫn quyết"
        " toán vốn;",
        "Thông tư",
        "09/2024/TT-BTC",
        "2024-02-02",
        "Bộ trưởng Bộ Tài chính",
        "hướng dẫn quyết toán vốn",
    ),
    Case(
        "Công văn số 318/STC-NS ngày 04/3/2026 của Sở Tài chính về việc lập dự toán;",
        "Công văn",
        "318/STC-NS",
        "2026-03-04",
        "Sở Tài chính",
        "lập dự toán",
    ),
    Case(
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học;",
        "Nghị quyết",
        "57-NQ/TW",
        "2024-12-22",
        "Bộ Chính trị",
        "đột phá phát triển khoa học",
    ),
    Case(
        "Chương trình hành động số 21-CTr/TU ngày 01/9/2025 của Tỉnh ủy Lam Giang",
        "Chương trình hành động",
        "21-CTr/TU",
        "2025-09-01",
        "Tỉnh ủy Lam Giang",
    ),
    Case(
        "Nghị quyết số 66.12/2026/NQ-CP ngày 05/01/2026 của Chính phủ về cắt giảm thủ tục;",
        "Nghị quyết",
        "66.12/2026/NQ-CP",
        "2026-01-05",
        "Chính phủ",
        "cắt giảm thủ tục",
    ),
    Case(
        "Thông tư liên tịch số 12/2014/TTLT-BTC-BTP ngày 17/2/2014",
        "Thông tư liên tịch",
        "12/2014/TTLT-BTC-BTP",
        "2014-02-17",
    ),
    Case("Kế hoạch số 44/KH-UBND của UBND xã Đồng Vân", "Kế hoạch", "44/KH-UBND", None,
         "UBND xã Đồng Vân"),
    Case("Kết luận số 19-KL/TW", "Kết luận", "19-KL/TW"),
    Case("thực hiện Quyết định 06/QĐ-TTg năm 2022", "Quyết định", "06/QĐ-TTg", "2022"),
    Case("theo Chỉ thị số 08/CT-UBND (ngày 06/5/2025)", "Chỉ thị", "08/CT-UBND", "2025-05-06"),
    Case("Thông báo kết luận số 33-TB/TU", "Thông báo kết luận", "33-TB/TU"),
    Case("Chương trình phối hợp số 4/CTr-MTTQ", "Chương trình phối hợp", "4/CTr-MTTQ"),
    Case("nêu tại 44/KH-UBND", None, "44/KH-UBND"),
    Case("nêu tại số 318/PKT-TH", None, "318/PKT-TH"),
    Case("Văn bản số 77/VP-TH", "Văn bản", "77/VP-TH"),
]  # fmt: skip

SLIPS = [
    # printed, code, date
    ("Quyết định số 2170 /QĐ - UBND ngày 15/8/2025", "2170/QĐ-UBND", "2025-08-15"),
    ("Quyết định số 2170/QĐ- UBND ngày 15/8/2025", "2170/QĐ-UBND", "2025-08-15"),
    ("Quyết định số 2170/QĐ –UBND ngày 15/8/2025", "2170/QĐ-UBND", "2025-08-15"),
    ("Nghị định số 145/2025/NĐ- CP ngày 12/6/2025", "145/2025/NĐ-CP", "2025-06-12"),
    ("Nghị định số 145/ 2025/ NĐ-CP ngày 12/6/2025", "145/2025/NĐ-CP", "2025-06-12"),
    ("Nghị định số 145/2025/NÐ-CP ngày 12/6/2025", "145/2025/NĐ-CP", "2025-06-12"),
    ("Nghị định số: 145/2025/NĐ-CP ngày 12/6/2025", "145/2025/NĐ-CP", "2025-06-12"),
    ("Quyết định số 2170/QĐ-UBND ngày15/8/2025", "2170/QĐ-UBND", "2025-08-15"),
    ("Quyết định số 2170/QĐ-UBND, ngày 15/8/2025", "2170/QĐ-UBND", "2025-08-15"),
    ("Quyết định số 2170/QĐ-UBND ngày 15 tháng 8 năm 2025", "2170/QĐ-UBND", "2025-08-15"),
    ("Quyết định số 2170/QĐ-UBND ngày 15 tháng 11năm 2025", "2170/QĐ-UBND", "2025-11-15"),
    ("Quyết định số 2170/QĐ-UBND ngày 15-8-2025", "2170/QĐ-UBND", "2025-08-15"),
    ("Quyết định số 2170/QĐ-UBND ngày 15.8.2025", "2170/QĐ-UBND", "2025-08-15"),
    ("Nghị quyết số 57 -NQ/TW ngày 22/12/2024", "57-NQ/TW", "2024-12-22"),
    ("Nghị quyết số 57- NQ/TW ngày 22/12/2024", "57-NQ/TW", "2024-12-22"),
    ("Nghị quyết số 57–NQ/TW ngày 22/12/2024", "57-NQ/TW", "2024-12-22"),
]

NO_CITATIONS = [
    "Trực tổng đài 24/7 tại trụ sở.",
    "Hoàn thành 3/4 khối lượng trong quý.",
    "Tốc độ 300 Mb/s và 1 Gb/s.",
    "Báo cáo kết quả với UBND xã; thực hiện Kế hoạch này.",
    "Theo Nghị quyết của Đảng bộ xã.",
    "Mức 45 triệu đồng/người/năm.",
    "Ban hành kế hoạch riêng của từng thôn.",
    "ngày 15/8/2025 tại nhà văn hóa",
    "Luật sư tư vấn miễn phí cho người nghèo.",
]

LAWS = [
    # text, type, subject, code, date
    ("Luật Đất đai ngày 18/01/2024;", "Luật", "Đất đai", None, "2024-01-18"),
    ("Luật Đất đai năm 2024;", "Luật", "Đất đai", None, "2024"),
    ("Luật Đất đai;", "Luật", "Đất đai", None, None),
    ("Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", "Luật", "Đất đai", "31/2024/QH15",
     "2024-01-18"),
    ("Luật Phòng, chống thiên tai ngày 19/6/2013;", "Luật", "Phòng, chống thiên tai", None,
     "2013-06-19"),
    ("Luật Thực hành tiết kiệm, chống lãng phí;", "Luật", "Thực hành tiết kiệm, chống lãng phí",
     None, None),
    ("Luật Đất đai, các văn bản hướng dẫn", "Luật", "Đất đai", None, None),
    ("Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công ngày 29/11/2024;", "Luật",
     "sửa đổi, bổ sung một số điều của Luật Đầu tư công", None, "2024-11-29"),
    ("Luật sửa đổi, bổ sung một số điều Luật Dược năm 2024;", "Luật",
     "sửa đổi, bổ sung một số điều Luật Dược", None, "2024"),
    ("Luật số 31/2024/QH15 ngày 18/01/2024 về đất đai;", "Luật", "đất đai", "31/2024/QH15",
     "2024-01-18"),
    ("theo Luật Đất đai và các văn bản hướng dẫn", "Luật", "Đất đai", None, None),
    ("Bộ luật Lao động năm 2019", "Bộ luật", "Lao động", None, "2019"),
    ("Pháp lệnh Dân số ngày 09/01/2003", "Pháp lệnh", "Dân số", None, "2003-01-09"),
    ("Luật Tổ chức chính quyền địa phương ngày 16/6/2025;", "Luật",
     "Tổ chức chính quyền địa phương", None, "2025-06-16"),
]  # fmt: skip


def fields(citation: Citation) -> tuple[str | None, ...]:
    return (
        citation.doc_type,
        citation.code,
        citation.date,
        citation.issuer,
        citation.subject,
    )


@pytest.mark.parametrize("case", FULL, ids=lambda case: case.code)
def test_one_document(case: Case) -> None:
    (mention,) = mentions(case.text)
    assert fields(mention.citation) == (
        case.doc_type,
        case.code,
        case.date,
        case.issuer,
        case.subject,
    )


@pytest.mark.parametrize(("printed", "code", "date"), SLIPS)
def test_slips_in_code_and_date(printed: str, code: str, date: str) -> None:
    (mention,) = mentions(f"Căn cứ {printed} của UBND tỉnh về đường bộ;")
    assert (mention.citation.code, mention.citation.date) == (code, date)
    assert (mention.citation.issuer, mention.citation.subject) == ("UBND tỉnh", "đường bộ")


@pytest.mark.parametrize("text", NO_CITATIONS)
def test_what_names_no_document(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(("text", "doc_type", "subject", "code", "date"), LAWS)
def test_laws(text: str, doc_type: str, subject: str, code: str | None, date: str | None) -> None:
    (mention,) = mentions(f"Căn cứ {text}")
    assert fields(mention.citation) == (doc_type, code, date, None, subject)


@pytest.mark.parametrize("name", table("citations")["types"])
def test_every_type_of_document_is_known(name: str) -> None:
    (mention,) = mentions(f"theo {name} số 12/QĐ-UBND của UBND tỉnh")
    assert (mention.citation.doc_type, mention.citation.code) == (name, "12/QĐ-UBND")


@pytest.mark.parametrize("name", table("citations")["codes"])
def test_every_code_is_known_without_its_type(name: str) -> None:
    (mention,) = mentions(f"nêu tại 12/{name}-SNV, các thôn thực hiện")
    assert mention.citation.code == f"12/{name}-SNV"


@pytest.mark.parametrize("verb", table("citations")["verbs"])
def test_a_verb_leads_to_the_subject_without_a_link(verb: str) -> None:
    (mention,) = mentions(f"Quyết định số 12/QĐ-UBND của UBND tỉnh {verb} nước sạch;")
    assert mention.citation.issuer == "UBND tỉnh"
    assert mention.citation.subject == f"{verb} nước sạch"


LISTS = [
    (
        "Các Nghị định: số 45/2025/NĐ-CP; số 46/2025/NĐ-CP; số 47/2025/NĐ-CP;",
        [("Nghị định", f"{n}/2025/NĐ-CP") for n in (45, 46, 47)],
    ),
    (
        "các Quyết định số 12/QĐ-UBND ngày 05/01/2025, số 13/QĐ-UBND ngày 06/01/2025",
        [("Quyết định", "12/QĐ-UBND"), ("Quyết định", "13/QĐ-UBND")],
    ),
    (
        "hai Nghị quyết số 21-NQ/TU và số 22-NQ/TU",
        [("Nghị quyết", "21-NQ/TU"), ("Nghị quyết", "22-NQ/TU")],
    ),
    (
        "Nghị định số 45/2025/NĐ-CP, Thông tư số 02/2025/TT-BNV và Công văn số 9/SNV-TH",
        [
            ("Nghị định", "45/2025/NĐ-CP"),
            ("Thông tư", "02/2025/TT-BNV"),
            ("Công văn", "9/SNV-TH"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "named"), LISTS)
def test_lists_of_documents(text: str, named: list[tuple[str, str]]) -> None:
    found = [mention.citation for mention in mentions(text)]
    assert [(c.doc_type, c.code) for c in found] == named


CHAIN = (
    "Thực hiện Kế hoạch số 88/KH-UBND ngày 03/02/2026 của UBND tỉnh Lam Giang về thực hiện Nghị"
    " quyết số 14-NQ/TU ngày 20/11/2025 của Tỉnh ủy về nước sạch;"
)


def test_a_document_inside_the_title_of_another() -> None:
    (outer,) = mentions(CHAIN)
    assert fields(outer.citation) == (
        "Kế hoạch",
        "88/KH-UBND",
        "2026-02-03",
        "UBND tỉnh Lam Giang",
        "thực hiện Nghị quyết số 14-NQ/TU ngày 20/11/2025 của Tỉnh ủy về nước sạch",
    )
    (inner,) = outer.inner
    assert fields(inner.citation) == (
        "Nghị quyết",
        "14-NQ/TU",
        "2025-11-20",
        "Tỉnh ủy",
        "nước sạch",
    )


def test_places_of_mentions() -> None:
    (outer,) = mentions(CHAIN)
    assert CHAIN[outer.start : outer.end] == CHAIN.removeprefix("Thực hiện ").rstrip(";")
    (inner,) = outer.inner
    assert CHAIN[inner.start : inner.end].startswith("Nghị quyết số 14-NQ/TU")


def plan_from(preamble: str, *sections: str, number: str = "18") -> Plan:
    head = HEAD.replace("Số: 18/", f"Số: {number}/").rsplit("\n\n", 1)[0]
    return plan_of(document(*sections, head=f"{head}\n\n{preamble}"))


def codes(citations: list[Citation]) -> list[str | None]:
    return [c.code or c.subject for c in citations]


def test_what_stands_in_the_preamble_is_a_basis_what_its_title_names_a_citation() -> None:
    plan = plan_from(CHAIN, "I. MỤC TIÊU\n- Đủ nước theo Quyết định số 7/QĐ-TTg.")
    assert codes(plan.legal_bases) == ["88/KH-UBND"]
    assert codes(plan.citations) == ["14-NQ/TU", "7/QĐ-TTg"]


def test_each_document_is_named_once() -> None:
    plan = plan_from(
        "Căn cứ Luật Tài nguyên nước năm 2023;\nCăn cứ Nghị quyết số 14-NQ/TU;",
        "I. MỤC TIÊU\n- Theo Nghị quyết số 14-NQ/TU ngày 20/11/2025 của Tỉnh ủy về nước sạch;\n"
        "- Theo Luật Tài nguyên nước; theo Kế hoạch số 3/KH-UBND;\n- Kế hoạch số 3/KH-UBND.",
    )
    assert codes(plan.legal_bases) == ["Tài nguyên nước", "14-NQ/TU"]
    assert codes(plan.citations) == ["3/KH-UBND"]


def test_a_fuller_mention_completes_an_earlier_one() -> None:
    plan = plan_from(
        "Căn cứ Nghị quyết số 14-NQ/TU;",
        "I. MỤC TIÊU\n- Theo Nghị quyết số 14-NQ/TU ngày 20/11/2025 của Tỉnh ủy về nước sạch.",
    )
    (basis,) = plan.legal_bases
    assert fields(basis) == ("Nghị quyết", "14-NQ/TU", "2025-11-20", "Tỉnh ủy", "nước sạch")


def test_a_document_in_the_title_of_the_plan_is_a_citation() -> None:
    head = (
        "UBND XÃ ĐỒNG VÂN\nSố: 18/KH-UBND\nKẾ HOẠCH\n"
        "**Thực hiện Nghị quyết số 14-NQ/TU ngày 20/11/2025 của Tỉnh ủy**\n**về nước sạch**\n"
        "Căn cứ Nghị quyết số 2/NQ-HĐND;"
    )
    plan = plan_of(document("I. MỤC TIÊU\n- Đủ nước.", head=head))
    assert codes(plan.legal_bases) == ["2/NQ-HĐND"]
    assert [fields(c) for c in plan.citations] == [
        ("Nghị quyết", "14-NQ/TU", "2025-11-20", "Tỉnh ủy", "nước sạch")
    ]


def test_the_plan_itself_is_no_citation() -> None:
    plan = plan_from(
        "Căn cứ Nghị quyết số 14-NQ/TU;",
        "I. MỤC TIÊU\n- Kế hoạch số 18/KH-UBND được gửi đến các thôn.",
    )
    assert plan.citations == []


def test_documents_in_tables_notes_and_appendices_are_citations() -> None:
    body = (
        "I. NHIỆM VỤ\n| TT | Căn cứ |\n| 1 | Quyết định số 71/QĐ-UBND |\n"
        "¹ Theo Thông báo số 72/TB-VP."
    )
    plan = plan_of(f"{document(body)}\nPHỤ LỤC\nDANH MỤC\nTheo Công văn số 73/STC-NS.")
    assert sorted(filter(None, codes(plan.citations))) == ["71/QĐ-UBND", "72/TB-VP", "73/STC-NS"]


@pytest.mark.parametrize(
    "preamble",
    [
        (
            "Căn cứ Luật Giá ngày 19/6/2023; Căn cứ Nghị định số 85/2024/NĐ-CP ngày 10/7/2024 của"
            " Chính phủ về giá; UBND xã ban hành Kế hoạch như sau:"
        ),
        (
            "Căn cứ Luật Giá ngày 19/6/2023;\nCăn cứ Nghị định số 85/2024/NĐ-CP ngày 10/7/2024 của"
            " Chính phủ về giá;\nUBND xã ban hành Kế hoạch như sau:"
        ),
        (
            "Thực hiện Luật Giá ngày 19/6/2023 và Nghị định số 85/2024/NĐ-CP ngày 10/7/2024 của"
            " Chính phủ về giá, UBND xã ban hành Kế hoạch như sau:"
        ),
    ],
)
def test_bases_in_one_sentence_or_line_by_line(preamble: str) -> None:
    plan = plan_from(preamble, "I. MỤC TIÊU\n- Giữ giá ổn định.")
    assert [fields(c) for c in plan.legal_bases] == [
        ("Luật", None, "2023-06-19", None, "Giá"),
        ("Nghị định", "85/2024/NĐ-CP", "2024-07-10", "Chính phủ", "giá"),
    ]


def test_several_laws_in_one_sentence() -> None:
    found = mentions("Căn cứ Luật Thanh niên, Luật Trẻ em năm 2016 và Luật Bình đẳng giới;")
    assert [(m.citation.subject, m.citation.date) for m in found] == [
        ("Thanh niên", None),
        ("Trẻ em", "2016"),
        ("Bình đẳng giới", None),
    ]


def test_who_proposes_issues_the_submission() -> None:
    plan = plan_from(
        "Theo đề nghị của Phòng Kinh tế xã tại Tờ trình số 22/TTr-KT ngày 03/02/2026,",
        "I. MỤC TIÊU\n- Đủ nước.",
    )
    (basis,) = plan.legal_bases
    assert fields(basis) == ("Tờ trình", "22/TTr-KT", "2026-02-03", "Phòng Kinh tế xã", None)


def test_places_of_citations_in_the_source() -> None:
    text = document(
        "I. MỤC TIÊU\n- Theo Quyết định số 2170 /QĐ - UBND ngày15/8/2025 của UBND tỉnh."
    )
    (citation,) = plan_of(text).citations
    assert citation.span is not None
    assert text[citation.span.start : citation.span.end] == (
        "Quyết định số 2170 /QĐ - UBND ngày15/8/2025 của UBND tỉnh"
    )
