"""Components are recognised in documents that offices lay out by hand, in whatever way."""

import handmade as made
import pytest
from handmade import TEXT_WIDTH, article, body, box, p, package, r, table

import docgen
from docgen.checking.components import components
from docgen.checking.document import Components
from docgen.checking.package import opened
from docgen.checking.reading import read

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 12/KH-UBND", "An Bình, ngày 05 tháng 3 năm 2026"
REST = made.TITLE + made.TEXT + made.END
WHOLE_HEAD = {
    "national-title": NATION,
    "motto": MOTTO,
    "issuer": "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH",
    "number": NUMBER,
    "place-date": DATE,
    "type-name": "KẾ HOẠCH",
    "summary": "Thu gom rác thải sinh hoạt năm 2026",
}
TABS = (
    p(r(f"ỦY BAN NHÂN DÂN\t{NATION}", "b 12"))
    + p(r("      XÃ AN BÌNH\t\t\t", "b 12"), r(MOTTO, "b 13"))
    + p(r("_______\t\t\t_______________________", "12"))
    + p(r(f"{NUMBER}\t", "13"), r(DATE, "i 13"))
)
BLANKS = (
    p(r(f"UBND TỈNH KIM LĨNH            {NATION}", "12"))
    + p(r("SỞ TÀI CHÍNH                      ", "b 12"), r(MOTTO, "b 13"))
    + p(
        r("Số:        /KH-STC           ", "13"),
        r("Kim Lĩnh, ngày       tháng       năm 2026", "i 13"),
    )
)
BREAKS = table(
    (
        (3855, p(r(f"ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\n_______\n{NUMBER}", "b 12"), align="center")),
        (5500, p(r(f"{NATION}\n{MOTTO}\n____________\n{DATE}", "b 13"), align="center")),
    )
)
BOXES = p(box(0, 65, made.AGENCY + made.NUMBER_LINE), box(70, 95, made.NATION + made.DATE_LINE))
THREE_COLUMNS = table(
    ((3700, made.AGENCY), (300, ""), (5355, made.NATION)),
    ((3700, made.NUMBER_LINE), (300, ""), (5355, made.DATE_LINE)),
)
ONE_COLUMN = made.NATION + made.AGENCY + made.NUMBER_LINE + made.DATE_LINE
ALL_IN_ONE = table(
    ((3855, made.AGENCY), (5500, made.NATION)),
    ((3855, made.NUMBER_LINE), (5500, made.DATE_LINE)),
    ((TEXT_WIDTH, made.TITLE),),
    ((TEXT_WIDTH, made.TEXT),),
    ((4455, made.RECIPIENTS), (4900, made.SIGNATURE)),
)
HEADS = {
    "table": (made.PLAN, WHOLE_HEAD),
    "tabs": (TABS + REST, WHOLE_HEAD),
    "line breaks in one cell": (BREAKS + REST, WHOLE_HEAD),
    "text boxes": (BOXES + REST, WHOLE_HEAD),
    "three columns": (THREE_COLUMNS + REST, WHOLE_HEAD),
    "one column": (ONE_COLUMN + REST, WHOLE_HEAD),
    "one table for all": (ALL_IN_ONE, WHOLE_HEAD),
    "blanks, and a draft": (
        BLANKS + REST,
        {
            "parent": "UBND TỈNH KIM LĨNH",
            "issuer": "SỞ TÀI CHÍNH",
            "number": "Số:        /KH-STC",
            "place-date": "Kim Lĩnh, ngày       tháng       năm 2026",
        },
    ),
    "a letter": (
        made.LETTER,
        {
            "number": "Số: 12/UBND-VX",
            "letter-subject": "V/v thu gom rác thải\nnăm 2026",
            "addressee": "Kính gửi: Các thôn trên địa bàn xã",
        },
    ),
    "a decision": (made.DECISION, {"type-name": "QUYẾT ĐỊNH", "issuer": WHOLE_HEAD["issuer"]}),
}


def found_in(content: str) -> Components:
    return components(read(opened(package(content))))


def texts(found: Components, name: str) -> list[str]:
    return [piece.text for piece in found.get(name, ())]


@pytest.mark.parametrize(("content", "expected"), HEADS.values(), ids=HEADS)
def test_the_head(content: str, expected: dict[str, str]) -> None:
    found = found_in(content)
    assert {name: "|".join(texts(found, name)) for name in expected} == expected


NAMES = [
    (("ỦY BAN NHÂN DÂN", "b"), ("XÃ AN BÌNH", "b"), "", "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH"),
    (("UỶ BAN NHÂN DÂN", "b"), ("PHƯỜNG HOÀ BÌNH", "b"), "", "UỶ BAN NHÂN DÂN\nPHƯỜNG HOÀ BÌNH"),
    (("UBND TỈNH KIM LĨNH", ""), ("SỞ TÀI CHÍNH", "b"), "UBND TỈNH KIM LĨNH", "SỞ TÀI CHÍNH"),
    (("UBND XÃ AN BÌNH", "b"), ("PHÒNG KINH TẾ", "b"), "UBND XÃ AN BÌNH", "PHÒNG KINH TẾ"),
    (
        ("SỞ VĂN HÓA, THỂ THAO", "b"),
        ("VÀ DU LỊCH", "b"),
        "",
        "SỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH",
    ),
    (
        ("BAN CHỈ ĐẠO", "b"),
        ("PHÒNG CHỐNG THIÊN TAI", "b"),
        "",
        "BAN CHỈ ĐẠO\nPHÒNG CHỐNG THIÊN TAI",
    ),
    (("CÔNG TY THỦY LỢI", ""), ("XÍ NGHIỆP SỐ 2", "b"), "CÔNG TY THỦY LỢI", "XÍ NGHIỆP SỐ 2"),
]


@pytest.mark.parametrize(("first", "second", "parent", "issuer"), NAMES)
def test_who_is_the_parent(
    first: tuple[str, str], second: tuple[str, str], parent: str, issuer: str
) -> None:
    names = "".join(p(r(text, f"{look} 12"), align="center") for text, look in (first, second))
    found = found_in(table(((3855, names + made.NUMBER_LINE), (5500, made.NATION))) + REST)
    assert "|".join(texts(found, "parent")) == parent
    assert "|".join(texts(found, "issuer")) == issuer


def signed(*lines: str) -> str:
    return "".join(p(r(line, "b"), align="center") for line in lines)


RIGHT = '<w:ind w:left="4500"/>'
ENDINGS = {
    "table": made.END,
    "tabs": (
        p(r("Nơi nhận:", "b i 12"), r("\t\t\t\tTM. ỦY BAN NHÂN DÂN", "b"))
        + p(r("- UBND tỉnh (để b/c);", "11"), r("\t\t\t\tCHỦ TỊCH", "b"))
        + p(r("- Các thôn;", "11"))
        + p(r("- Lưu: VT, KT.", "11"))
        + p(r("\t\t\t\t\t\t\tLê Văn Bách", "b"))
    ),
    "signature first, in one paragraph": (
        p(r("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nLê Văn Bách", "b"), align="center", props=RIGHT)
        + made.RECIPIENTS
    ),
    "the name in a row of its own": table(
        ((4455, made.RECIPIENTS), (4900, signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))),
        ((4455, ""), (4900, signed("", "(Đã ký)", "Lê Văn Bách"))),
    ),
    "the name in capitals": table(
        (
            (4455, made.RECIPIENTS),
            (4900, signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "LÊ VĂN BÁCH")),
        )
    ),
}


@pytest.mark.parametrize("end", ENDINGS.values(), ids=ENDINGS)
def test_the_ending(end: str) -> None:
    found = found_in(made.HEAD + made.TITLE + made.TEXT + end)
    assert texts(found, "recipients-label") == ["Nơi nhận:"]
    assert texts(found, "recipients-item") == ["- UBND tỉnh (để b/c);", "- Các thôn;"]
    assert texts(found, "archive-line") == ["- Lưu: VT, KT."]
    assert texts(found, "signer-block") == ["TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]
    assert [name.title() for name in texts(found, "signer-name")] == ["Lê Văn Bách"]
    assert texts(found, "body-end")[0].endswith("thực hiện./.")


def test_two_signers_each_have_their_block() -> None:
    first = signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Bách")
    second = signed("TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Cúc")
    found = found_in(
        made.HEAD
        + made.TITLE
        + made.TEXT
        + table(((4455, first), (4900, second)))
        + made.RECIPIENTS
    )
    assert texts(found, "signer-block") == [
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        "TM. BAN THƯỜNG TRỰC\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    ]
    assert texts(found, "signer-name") == ["Lê Văn Bách", "Trần Thị Cúc"]


OPENINGS = [
    ("Thực hiện Kế hoạch số 30/KH-UBND; UBND xã ban hành Kế hoạch với các nội dung như sau:", 0),
    ("Căn cứ Kế hoạch số 30/KH-UBND, UBND xã ban hành kế hoạch thu gom rác, cụ thể như sau:", 0),
    ("Căn cứ Luật Bảo vệ môi trường;", 1),
]


@pytest.mark.parametrize(("opening", "bases"), OPENINGS)
def test_what_a_legal_basis_is(opening: str, bases: int) -> None:
    found = found_in(made.HEAD + made.TITLE + body(opening) + made.TEXT + made.END)
    assert len(texts(found, "legal-basis")) == bases


def test_a_list_of_bases_under_a_heading_is_text() -> None:
    section = body("I. CĂN CỨ", "b") + body("Căn cứ Luật Bảo vệ môi trường;")
    found = found_in(made.HEAD + made.TITLE + section + made.TEXT + made.END)
    assert texts(found, "legal-basis") == []


LEVELS = {
    "Phần I": ("part-label", p(r("Phần I", "b"), align="center")),
    "TÌNH HÌNH": ("part-title", p(r("PHẦN II\nTÌNH HÌNH", "b"), align="center")),
    "Mục 2": ("section-label", p(r("Mục 2", "b"), align="center")),
    "I. MỤC TIÊU": ("heading", body("I. MỤC TIÊU", "b")),
    "2. Chỉ tiêu": ("heading", body("2. Chỉ tiêu", "b")),
    "2. Các thôn báo cáo.": ("clause", body("2. Các thôn báo cáo.")),
    "b) Các thôn báo cáo.": ("point", body("b) Các thôn báo cáo.")),
    "Điều 3. Tổ chức": ("article", article("Điều 3.", " Tổ chức")),
    "- Các thôn báo cáo.": ("body", body("- Các thôn báo cáo.")),
}


@pytest.mark.parametrize(("text", "level"), LEVELS.items(), ids=LEVELS)
def test_the_levels_of_the_text(text: str, level: tuple[str, str]) -> None:
    role, content = level
    found = found_in(made.HEAD + made.TITLE + content + made.TEXT + made.END)
    assert text in texts(found, role)


def test_what_a_decision_issues_is_looked_at_too() -> None:
    found = found_in(made.DECISION)
    assert "I. MỤC ĐÍCH, YÊU CẦU" in texts(found, "heading")
    assert texts(found, "appendix-reference")[0].startswith("(Kèm theo Quyết định")
    assert texts(found, "appendix-label") == []


LAWFUL = {
    "HOÀ": made.PLAN.replace("CỘNG HÒA", "CỘNG HOÀ"),
    "a draft": made.PLAN.replace("Số: 12/KH", "Số:      /KH").replace(
        "ngày 05 tháng 3 năm", "ngày      tháng      năm"
    ),
    "headings in the centre": made.PLAN.replace("<w:b/>", "<w:b/><w:bCs/>"),
}


@pytest.mark.parametrize("content", LAWFUL.values(), ids=LAWFUL)
def test_lawful_variants_are_no_violation(content: str) -> None:
    assert docgen.check(package(content)).violations == ()


SIGNATURES = [
    ("CHỦ TỊCH",),
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
    ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ"),
    ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
    ("TM. ỦY BAN NHÂN DÂN XÃ", "CHỦ TỊCH"),
    ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
    ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
]


@pytest.mark.parametrize("titles", SIGNATURES)
def test_forms_of_authority_are_no_violation(titles: tuple[str, ...]) -> None:
    lines = signed(*titles, "", "Lê Văn Bách")
    content = made.HEAD + made.TITLE + made.TEXT + table(((4455, made.RECIPIENTS), (4900, lines)))
    report = docgen.check(package(content))
    assert report.violations == ()
    assert report.outcome("signer.authority.case").verdict == "pass"


def test_an_appendix_in_a_file_of_its_own() -> None:
    turned = made.LAST_PAGE.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')
    report = docgen.check(package(made.APPENDIX, page=turned))
    assert report.violations == ()
    assert report.outcome("appendix.label").verdict == "pass"
    assert report.outcome("issuer.case").verdict == "not evaluated"


def test_a_document_of_the_party_is_not_judged() -> None:
    content = p(r("ĐẢNG CỘNG SẢN VIỆT NAM", "b"), align="right") + made.TEXT
    assert {one.verdict for one in docgen.check(package(content)).outcomes} == {"not evaluated"}


def test_a_document_older_than_the_decree_is_not_judged() -> None:
    content = made.PLAN.replace("năm 2026", "năm 2016")
    assert docgen.check(package(content)).counts() == {"not evaluated": 185}
