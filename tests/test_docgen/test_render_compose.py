"""Composing text from data, and what the text does not say of its data."""

import pytest
from examples import PLAN, item, said, section, table

from docgen.agencies import agency_in_text, agency_lines
from docgen.compose import Composed, compose
from docgen.wording import (
    basis,
    citation,
    long_date,
    moment,
    short_date,
)
from plan.model import (
    Area,
    Assignment,
    Baseline,
    Block,
    Citation,
    Deadline,
    Duty,
    Header,
    Plan,
    Responsibility,
    Section,
    Target,
    Task,
)

ORDERED = Citation(
    doc_type="Kế hoạch", code="88/KH-UBND", date="2026-01-05", issuer="UBND tỉnh Hải Lâm",
    subject="cấp nước sạch",
)  # fmt: skip
LAW = Citation(doc_type="Luật", subject="Tài nguyên nước", date="2023-11-27")
RULING = Citation(
    doc_type="Quyết định", code="12/QĐ-TTg", date="2025-03", issuer="Chính phủ",
    subject="phê duyệt Chương trình",
)  # fmt: skip
SECTIONS = [
    section("I", "MỤC TIÊU", None, kind="targets"),
    section("II", "NHIỆM VỤ", None, section("1", "Công trình", None, kind="tasks"), kind="tasks"),
    section("III", "KINH PHÍ", None, kind="funding"),
    section("IV", "TỔ CHỨC", None, section("1", "Công an xã", None), kind="implementation"),
]  # fmt: skip
DATA = Plan(
    header=Header(
        agency="ỦY BAN NHÂN DÂN XÃ ĐỨC AN", symbol="KH-UBND", doc_type="Kế hoạch",
        subject="Cấp nước sạch năm 2026",
    ),
    legal_bases=[ORDERED],
    sections=SECTIONS,
    targets=[
        Target(text="80% hộ, 90% trường có nước sạch;", value=80, section="I"),
        Target(text="80% hộ, 90% trường có nước sạch;", value=90, section="I"),
        Target(text="100% giếng được kiểm tra", value=100, section="II.1"),
    ],
    tasks=[
        Task(text="Sửa chữa đường ống.", section="II.1"),
        Task(text="Kiểm tra nước: 100% giếng được kiểm tra.", section="II.1"),
    ],
    responsibilities=[
        Responsibility(unit="Công an xã", section="IV.1", tasks=[Duty(text="Giữ gìn trật tự.")]),
        Responsibility(unit="các thôn", tasks=[Duty(text="Yêu cầu các thôn thực hiện.")]),
    ],
    funding=["Ngân sách xã."],
)  # fmt: skip


def lines(composed: Composed, *path: int) -> list[tuple[str | None, str]]:
    """Labels and texts of the section at `path`."""
    sections, found = composed.plan.sections, Section()
    for step in path:
        found = sections[step]
        sections = found.children
    return [(block.label, block.text) for block in found.content or []]


def test_each_text_is_written_once_in_its_section() -> None:
    composed = compose(DATA)
    assert lines(composed, 0) == [("-", "80% hộ, 90% trường có nước sạch;")]
    assert lines(composed, 1, 0) == [
        ("-", "Sửa chữa đường ống."),
        ("-", "Kiểm tra nước: 100% giếng được kiểm tra."),
    ]
    assert lines(composed, 2) == [("-", "Ngân sách xã.")]
    assert lines(composed, 3, 0) == [("-", "Giữ gìn trật tự.")]
    assert [finding.code for finding in composed.findings] == []


def test_every_reading_knows_where_it_is_printed() -> None:
    assert compose(DATA).places == {
        "/targets/0": "/sections/0/content/0",
        "/targets/1": "/sections/0/content/0",
        "/targets/2": "/sections/1/children/0/content/1",
        "/tasks/0": "/sections/1/children/0/content/0",
        "/tasks/1": "/sections/1/children/0/content/1",
        "/responsibilities/0/tasks/0": "/sections/3/children/0/content/0",
        "/responsibilities/1/tasks/0": "/closing/0",
        "/funding/0": "/sections/2/content/0",
        "/legal_bases/0": "/preamble/0",
    }


def test_one_basis_makes_one_sentence_with_the_opening() -> None:
    assert compose(DATA).plan.preamble == [
        (
            "Thực hiện Kế hoạch số 88/KH-UBND ngày 05/01/2026 của UBND tỉnh Hải Lâm về cấp nước "
            "sạch; Ủy ban nhân dân xã Đức An ban hành Kế hoạch cấp nước sạch năm 2026, "
            "cụ thể như sau:"
        )
    ]


def test_more_bases_stand_each_on_a_line() -> None:
    plan = DATA.model_copy(update={"legal_bases": [LAW, RULING, ORDERED]})
    assert compose(plan).plan.preamble == [
        "Căn cứ Luật Tài nguyên nước ngày 27/11/2023;",
        "Thực hiện Quyết định số 12/QĐ-TTg tháng 3/2025 của Chính phủ phê duyệt Chương trình;",
        "Thực hiện Kế hoạch số 88/KH-UBND ngày 05/01/2026 của UBND tỉnh Hải Lâm về cấp nước sạch.",
        "Ủy ban nhân dân xã Đức An ban hành Kế hoạch cấp nước sạch năm 2026, cụ thể như sau:",
    ]  # fmt: skip


def test_the_closing_asks_what_is_asked_of_everybody_and_ends_the_document() -> None:
    assert compose(DATA).plan.closing == [
        (
            "Trên đây là Kế hoạch cấp nước sạch năm 2026 của Ủy ban nhân dân xã Đức An. "
            "Yêu cầu các thôn thực hiện./."
        )
    ]
    ended = Responsibility(unit="các thôn", tasks=[Duty(text="Các thôn báo cáo./.")])
    (text,) = compose(DATA.model_copy(update={"responsibilities": [ended]})).plan.closing
    assert text.endswith("Các thôn báo cáo./.")


def test_text_that_is_there_is_kept_word_for_word() -> None:
    assert compose(PLAN).plan == PLAN
    assert compose(PLAN).findings == ()


def test_a_plan_with_text_but_no_closing_gets_none() -> None:
    plan = PLAN.model_copy(update={"closing": [], "preamble": []})
    composed = compose(plan).plan
    assert (composed.preamble, composed.closing) == ([], [])


def test_a_reading_that_the_text_does_not_say_is_reported() -> None:
    plan = PLAN.model_copy(
        update={
            "targets": [Target(text="90% hộ có nước sạch", section="II")],
            "tasks": [
                Task(text="RÀ SOÁT, đánh giá hiện trạng", section="II"),
                Task(text="Rà soát, đánh giá hiện trạng", section="VII"),
            ],
            "legal_bases": [ORDERED],
        }
    )
    composed = compose(plan)
    assert [(one.code, one.args["pointer"]) for one in composed.findings] == [
        ("data-not-in-text", "/targets/0"),
        ("data-not-in-text", "/tasks/1"),
    ]
    assert composed.places == {
        "/legal_bases/0": "/preamble/1",
        "/tasks/0": "/sections/1/content/0",
    }


def test_a_task_whose_children_complete_it_stands_in_the_text() -> None:
    content = [item("-", "Sửa chữa:", item("+", "đường ống;"), item("+", "bể chứa."))]
    plan = Plan(
        sections=[section("I", "NHIỆM VỤ", content)],
        tasks=[Task(text="Sửa chữa: đường ống; bể chứa.", section="I")],
    )
    composed = compose(plan)
    assert composed.findings == ()
    assert composed.places == {"/tasks/0": "/sections/0/content/0"}


def test_a_section_without_any_text_is_reported() -> None:
    (finding,) = compose(Plan(sections=[section("I", "MỤC ĐÍCH", None)])).findings
    assert (finding.code, finding.args) == ("section-empty", {"section": "I MỤC ĐÍCH"})


def test_data_without_an_outline_get_one() -> None:
    bare = DATA.model_copy(
        update={
            "sections": [],
            "targets": [Target(text="Trồng rừng.")],
            "responsibilities": [
                Responsibility(unit="Công an xã", section="V.1", tasks=[Duty(text="Tuần tra.")]),
                Responsibility(unit="Các thôn", section="V.2", tasks=[Duty(text="Báo cáo.")]),
            ],
        }
    )
    composed = compose(bare)
    outline = [(one.label, one.title) for one in composed.plan.sections]
    assert outline == [
        ("I", "MỤC TIÊU, CHỈ TIÊU"),
        ("II", "NHIỆM VỤ VÀ GIẢI PHÁP"),
        ("III", "KINH PHÍ THỰC HIỆN"),
        ("IV", "TỔ CHỨC THỰC HIỆN"),
    ]
    units = [(one.label, one.title) for one in composed.plan.sections[3].children]
    assert units == [("1", "Công an xã"), ("2", "Các thôn")]
    assert lines(composed, 3, 1) == [("-", "Báo cáo.")]
    assert bare.sections == []


def yearly(name: str, year: int, value: float, section: str | None = "I") -> Target:
    return Target(
        text=name, indicator=name, comparator=">=", value=value, unit="%", year=year,
        section=section, kind="targets",
    )  # fmt: skip


@pytest.mark.parametrize("place", ["I", None])
def test_targets_read_from_a_table_go_into_a_table(place: str | None) -> None:
    targets = [
        yearly("Hộ có nước sạch", 2026, 80, place),
        yearly("Giếng đạt chuẩn", 2027, 62.5, place),
        yearly("Hộ có nước sạch", 2027, 85, place),
    ]
    composed = compose(DATA.model_copy(update={"targets": targets}))
    plan = composed.plan
    (block,) = (plan.sections[0].content or []) if place else plan.appendices[0].content
    assert block.rows == [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Năm 2027"],
        ["1", "Hộ có nước sạch", "%", "≥ 80", "≥ 85"],
        ["2", "Giếng đạt chuẩn", "%", "", "≥ 62,5"],
    ]
    holder = "/sections/0" if place else "/appendices/0"
    assert composed.places["/targets/2"] == f"{holder}/content/0/rows/1"


def test_a_baseline_is_told_in_a_note_below() -> None:
    today = Baseline(value=62.5, unit="%", as_of="2025-Q4")
    target = Target(text="Hộ có nước sạch đạt 80%.", indicator="Hộ có nước sạch", value=80,
                    section="I", baseline=today)  # fmt: skip
    composed = compose(DATA.model_copy(update={"targets": [target]}))
    assert lines(composed, 0)[1] == ("¹", "Hộ có nước sạch hiện là 62,5% (quý IV/2025).")
    assert composed.places["/targets/0/baseline"] == "/sections/0/content/1"


ROWS = [
    Assignment(text="Đào giếng", lead=["Phòng Kinh tế"], partners=["Các thôn", "Trạm Y tế"],
               deadline=Deadline(text="Quý II/2026"), output="Giếng", group="Công trình"),
    Assignment(text="Tập huấn", lead=["Trạm Y tế"]),
]  # fmt: skip


def test_a_schedule_that_stands_nowhere_becomes_an_appendix() -> None:
    composed = compose(DATA.model_copy(update={"schedule": ROWS}))
    (appendix,) = composed.plan.appendices
    assert (appendix.label, appendix.title) == ("Phụ lục", "BẢNG PHÂN CÔNG NHIỆM VỤ")
    assert appendix.reference == (
        "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của Ủy ban nhân dân xã Đức An)"
    )
    assert appendix.content[0].rows[1:] == [
        ["Công trình"],
        ["1", "Đào giếng", "Phòng Kinh tế", "Các thôn; Trạm Y tế", "Quý II/2026", "Giếng"],
        ["2", "Tập huấn", "Trạm Y tế", "", "", ""],
    ]
    assert composed.places["/schedule/1"] == "/appendices/0/content/0/rows/3"


@pytest.mark.parametrize(
    "content", [table(["Đào giếng", "Tập huấn"]), said("Đào giếng. Tập huấn.")]
)
def test_a_schedule_that_the_text_holds_is_not_written_again(content: Block) -> None:
    plan = Plan(sections=[section("I", "NHIỆM VỤ", [content])], schedule=ROWS)
    assert compose(plan).plan.appendices == []


def test_a_composed_appendix_counts_on_from_those_there() -> None:
    plan = PLAN.model_copy(update={"schedule": ROWS, "sections": [], "appendices": []})
    whole = compose(plan.model_copy(update={"targets": [yearly("Hộ", 2026, 1, None)]})).plan
    assert [appendix.label for appendix in whole.appendices] == ["Phụ lục I", "Phụ lục II"]


def test_citations_that_no_text_names_are_named_with_the_purpose() -> None:
    purpose = section("I", "MỤC ĐÍCH", None, kind="purpose")
    plan = Plan(sections=[purpose], legal_bases=[ORDERED], citations=[LAW, RULING])
    composed = compose(plan)
    assert lines(composed, 0) == [
        (
            "-",
            (
                "Văn bản được viện dẫn: Luật Tài nguyên nước ngày 27/11/2023; Quyết định số "
                "12/QĐ-TTg tháng 3/2025 của Chính phủ phê duyệt Chương trình."
            ),
        )
    ]
    assert composed.places["/citations/1"] == "/sections/0/content/0"
    homeless = compose(plan.model_copy(update={"sections": []}))
    assert [one.args["pointer"] for one in homeless.findings] == ["/citations/0", "/citations/1"]


@pytest.mark.parametrize(
    ("agency", "lines", "named"),
    [
        ("ỦY BAN NHÂN DÂN XÃ ĐỨC AN", ["ỦY BAN NHÂN DÂN", "XÃ ĐỨC AN"],
         "Ủy ban nhân dân xã Đức An"),
        ("UỶ BAN NHÂN DÂN THỊ TRẤN HÒA PHÚ", ["UỶ BAN NHÂN DÂN", "THỊ TRẤN HÒA PHÚ"],
         "Uỷ ban nhân dân thị trấn Hòa Phú"),
        ("Hội đồng nhân dân tỉnh Đắk R'lấp", ["Hội đồng nhân dân", "tỉnh Đắk R'lấp"],
         "Hội đồng nhân dân tỉnh Đắk R'lấp"),
        ("UBND XÃ ĐỨC AN", ["UBND XÃ ĐỨC AN"], "UBND xã Đức An"),
        ("PHÒNG VĂN HÓA - XÃ HỘI", ["PHÒNG VĂN HÓA - XÃ HỘI"], "Phòng Văn hóa - Xã hội"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", ["SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"],
         "Sở Văn hóa, Thể thao và Du lịch"),
        ("TRƯỜNG TIỂU HỌC LÊ LỢI", ["TRƯỜNG TIỂU HỌC LÊ LỢI"], "Trường Tiểu học Lê Lợi"),
        ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ YA MƠ", ["BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ XÃ YA MƠ"],
         "Ban Chỉ đạo chuyển đổi số xã Ya Mơ"),
        ("VĂN PHÒNG HĐND VÀ UBND", ["VĂN PHÒNG HĐND VÀ UBND"], "Văn phòng HĐND và UBND"),
        ("CÔNG TY HỒNG LAM", ["CÔNG TY HỒNG LAM"], "CÔNG TY HỒNG LAM"),
        ("Sở Y tế", ["Sở Y tế"], "Sở Y tế"),
        (None, [], "Ủy ban nhân dân xã Ya Mơ"),
    ],
)  # fmt: skip
def test_the_agency_in_the_header_and_in_a_sentence(
    agency: str | None, lines: list[str], named: str
) -> None:
    assert agency_lines(agency) == lines
    assert agency_in_text(Header(agency=agency), Area(type="xã", name="Ya Mơ")) == named


@pytest.mark.parametrize(
    ("iso", "long", "short"),
    [
        ("2026-01-05", "ngày 05 tháng 01 năm 2026", "ngày 05/01/2026"),
        ("2026-02-28", "ngày 28 tháng 02 năm 2026", "ngày 28/02/2026"),
        ("2026-03-09", "ngày 09 tháng 3 năm 2026", "ngày 09/3/2026"),
        ("2026-12-31", "ngày 31 tháng 12 năm 2026", "ngày 31/12/2026"),
        ("2026-03", "ngày      tháng 3 năm 2026", "tháng 3/2026"),
        ("2026", "ngày      tháng      năm 2026", "năm 2026"),
        ("hôm nay", "hôm nay", "hôm nay"),
    ],
)
def test_dates(iso: str, long: str, short: str) -> None:
    assert (long_date(iso), short_date(iso)) == (long, short)


def test_more_words() -> None:
    assert long_date(None) == "ngày      tháng      năm     "
    assert moment("2025-Q4") == "quý IV/2025"
    assert citation(Citation(doc_type="Công văn", subject="họp")) == "Công văn về họp"
    assert citation(Citation()) == ""
    proposal = Citation(doc_type="Tờ trình", code="4/TTr-SNV", issuer="Sở Nội vụ")
    assert basis(proposal) == "Theo đề nghị của Sở Nội vụ tại Tờ trình số 4/TTr-SNV"
