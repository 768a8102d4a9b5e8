"""Responsibilities: which unit does what, with whom, and to whom it reports."""

import pytest
from test_extract.layouts import document, plan_of, plan_with

from plan.model import Duty, Responsibility


def assigned(*lines: str) -> list[Responsibility]:
    """The responsibilities of a section on implementation that holds these lines."""
    return plan_with("\n".join(["V. TỔ CHỨC THỰC HIỆN", *lines])).responsibilities


def duty_of(text: str) -> Duty:
    """The one duty of a unit that is told to do `text`."""
    (one,) = assigned("1. Phòng Kinh tế xã", f"- {text}", "2. Công an xã", "- Trực ban.")[0].tasks
    return one


def told(found: list[Responsibility]) -> list[tuple[str, str | None, list[str]]]:
    return [(r.unit, r.section, [d.text for d in r.tasks]) for r in found]


def test_a_unit_and_its_bullets() -> None:
    found = assigned(
        "1. Văn phòng HĐND và UBND xã:",
        "- Theo dõi chung việc thực hiện Kế hoạch.",
        "- Báo cáo UBND xã trước ngày 05/12 hằng năm.",
        "2. Trạm Y tế xã",
        "a) Lấy mẫu nước;",
        "b) Hướng dẫn hộ dân khử khuẩn.",
    )
    assert told(found) == [
        (
            "Văn phòng HĐND và UBND xã",
            "V.1",
            [
                "Theo dõi chung việc thực hiện Kế hoạch.",
                "Báo cáo UBND xã trước ngày 05/12 hằng năm.",
            ],
        ),
        ("Trạm Y tế xã", "V.2", ["Lấy mẫu nước;", "Hướng dẫn hộ dân khử khuẩn."]),
    ]
    assert [d.roles for r in found for d in r.tasks] == [
        ["monitor"],
        ["report"],
        ["implement"],
        ["guide"],
    ]


def test_units_under_headings_that_group_them() -> None:
    found = assigned(
        "1. Các cơ quan của xã",
        "a) Phòng Kinh tế xã",
        "- Lập dự toán.",
        "b) Công an xã",
        "- Giữ trật tự.",
        "2. Các thôn",
        "- Họp dân.",
    )
    assert told(found) == [
        ("Phòng Kinh tế xã", "V.1.a", ["Lập dự toán."]),
        ("Công an xã", "V.1.b", ["Giữ trật tự."]),
        ("Các thôn", "V.2", ["Họp dân."]),
    ]


def test_paragraphs_and_completed_bullets_are_one_duty_each() -> None:
    found = assigned(
        "1. Phòng Kinh tế xã",
        "Chủ trì thực hiện Kế hoạch.",
        "- Chuẩn bị:",
        "+ Ống nước;",
        "+ Máy bơm.",
        "2. Các thôn",
        "Họp dân.",
    )
    assert told(found) == [
        (
            "Phòng Kinh tế xã",
            "V.1",
            ["Chủ trì thực hiện Kế hoạch.", "Chuẩn bị: Ống nước; Máy bơm."],
        ),
        ("Các thôn", "V.2", ["Họp dân."]),
    ]


def test_units_named_in_the_sentences_themselves() -> None:
    found = assigned(
        "1. Giao Phòng Kinh tế xã chủ trì thực hiện Kế hoạch.",
        "2. Công an xã có trách nhiệm giữ trật tự tại các điểm lấy nước.",
        "3. Đề nghị Ủy ban Mặt trận Tổ quốc xã vận động người dân góp công.",
        "4. Trạm Y tế xã: Lấy mẫu nước hằng quý.",
    )
    assert [(r.unit, r.section, len(r.tasks)) for r in found] == [
        ("Phòng Kinh tế xã", "V", 1),
        ("Công an xã", "V", 1),
        ("Ủy ban Mặt trận Tổ quốc xã", "V", 1),
        ("Trạm Y tế xã", "V", 1),
    ]
    assert found[-1].tasks[0].text == "Lấy mẫu nước hằng quý."


def test_orders_to_one_unit_in_one_section_are_one_responsibility() -> None:
    found = assigned(
        "- Giao Phòng Kinh tế xã lập dự toán.",
        "- Giao Công an xã giữ trật tự.",
        "- Giao Phòng Kinh tế xã quyết toán.",
    )
    assert [(r.unit, len(r.tasks)) for r in found] == [("Phòng Kinh tế xã", 2), ("Công an xã", 1)]


def test_a_section_of_its_own_on_reporting_under_a_unit_heading() -> None:
    found = assigned("1. Các thôn", "- Họp dân.", "2. Kinh phí", "- Do ngân sách xã bảo đảm.")
    assert told(found) == [("Các thôn", "V.1", ["Họp dân."])]


SUBJECTS = [
    ("Giao Phòng Kinh tế xã chủ trì.", "Phòng Kinh tế xã"),
    ("UBND xã giao Phòng Kinh tế xã chủ trì.", "Phòng Kinh tế xã"),
    ("Yêu cầu các thôn báo cáo đúng hạn.", "các thôn"),
    ("Các thôn có trách nhiệm báo cáo đúng hạn.", "Các thôn"),
    (
        "Các cơ quan, đơn vị được giao nhiệm vụ có trách nhiệm chủ động thực hiện.",
        "Các cơ quan, đơn vị được giao nhiệm vụ",
    ),
    ("Trong quá trình thực hiện, nếu có vướng mắc, các thôn phản ánh kịp thời.", "các thôn"),
]


@pytest.mark.parametrize(("sentence", "unit"), SUBJECTS)
def test_the_unit_that_a_sentence_tells_to_do_something(sentence: str, unit: str) -> None:
    (found,) = assigned(f"- {sentence}")
    assert found.unit == unit
    assert [d.text for d in found.tasks] == [sentence]


@pytest.mark.parametrize(
    "title",
    [
        "Phó Hiệu trưởng",
        "Đồng chí Phó Chủ tịch phụ trách kinh tế",
        "Giáo viên chủ nhiệm",
        "Đề nghị Ủy ban Mặt trận Tổ quốc xã",
        "Đối với các thôn",
        "Hợp tác xã nông nghiệp",
    ],
)
def test_titles_that_name_units_and_persons(title: str) -> None:
    found = assigned("1. Công an xã", "- Trực ban.", f"2. {title}", "- Vận động hộ dân.")
    assert told(found)[1:] == [(title, "V.2", ["Vận động hộ dân."])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ chức họp dân mỗi quý một lần.",
        "Báo cáo UBND xã kết quả thực hiện.",
        "Hội nghị sơ kết được tổ chức vào tháng sáu.",
        "Thực hiện nghiêm túc Kế hoạch này.",
    ],
)
def test_a_sentence_without_a_unit_names_none(sentence: str) -> None:
    assert assigned(f"- {sentence}") == []


PARTNERS = [
    ("Phối hợp với Trạm Y tế xã lấy mẫu nước.", ["Trạm Y tế xã"]),
    ("Chủ trì, phối hợp với Trạm Y tế xã và Công an xã kiểm tra.", ["Trạm Y tế xã", "Công an xã"]),
    ("Phối hợp chặt chẽ với các thôn trong việc vận động.", ["các thôn"]),
    ("Phối hợp cùng các doanh nghiệp viễn thông kéo cáp.", ["các doanh nghiệp viễn thông"]),
    (
        "Phối hợp với các cơ quan, đơn vị có liên quan tuyên truyền.",
        ["các cơ quan, đơn vị có liên quan"],
    ),
    ("Phối hợp với các cấp, các ngành thực hiện.", ["các cấp", "các ngành"]),
    (
        "Phối hợp với Sở Văn hóa, Thể thao và Du lịch, Sở Y tế tổ chức hội thi.",
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
    ),
    (
        "Phối hợp với Trạm Y tế xã lấy mẫu; phối hợp với Công an xã tuần tra.",
        ["Trạm Y tế xã", "Công an xã"],
    ),
    (
        "Phối hợp Văn phòng HĐND và UBND xã tham mưu UBND xã.",
        ["Văn phòng HĐND và UBND xã"],
    ),
    ("Chủ trì lấy mẫu nước.", []),
    ("Tăng cường sự phối hợp trong lực lượng.", []),
]


@pytest.mark.parametrize(("text", "partners"), PARTNERS)
def test_partners(text: str, partners: list[str]) -> None:
    assert duty_of(text).partners == partners


REPORTS = [
    ("Báo cáo UBND xã kết quả.", "UBND xã"),
    ("Báo cáo kết quả về UBND xã trước ngày 05/12.", "UBND xã"),
    ("Định kỳ hằng quý báo cáo Ủy ban nhân dân xã.", "Ủy ban nhân dân xã"),
    ("Tổng hợp, báo cáo Đảng ủy, UBND xã theo quy định.", "Đảng ủy, UBND xã"),
    ("Hằng quý báo cáo kết quả thực hiện với Chủ tịch UBND xã.", "Chủ tịch UBND xã"),
    ("Báo cáo vướng mắc, phối hợp với Công an xã giải quyết.", None),
    ("Báo cáo Hiệu trưởng trước ngày 25 hằng tháng.", "Hiệu trưởng"),
    # without the channel
    ("Báo cáo UBND xã (qua Phòng Kinh tế xã) trước ngày 05/12.", "UBND xã"),
    ("Báo cáo UBND xã qua Phòng Kinh tế xã trước ngày 05/12.", "UBND xã"),
    # sent to one body that sums up for another
    ("Gửi Phòng Kinh tế xã để tổng hợp, báo cáo UBND xã.", "Phòng Kinh tế xã"),
    ("Báo cáo cấp có thẩm quyền xem xét.", "cấp có thẩm quyền"),
    ("Lập báo cáo hằng quý.", None),
    ("Lấy mẫu nước.", None),
]


@pytest.mark.parametrize(("text", "to"), REPORTS)
def test_to_whom_it_reports(text: str, to: str | None) -> None:
    assert duty_of(text).reports_to == to


def test_a_duty_says_all_that_its_words_say() -> None:
    text = (
        "Chủ trì, phối hợp với Trạm Y tế xã kiểm tra nguồn nước; định kỳ báo cáo UBND xã"
        " trước ngày 05/12 hàng năm."
    )
    one = duty_of(text)
    assert one.roles == ["lead", "coordinate", "monitor", "report"]
    assert one.partners == ["Trạm Y tế xã"]
    assert one.reports_to == "UBND xã"
    assert one.deadline is not None
    assert one.deadline.model_dump() == {
        "text": "trước ngày 05/12 hàng năm",
        "date": None,
        "every": "year",
        "month": 12,
        "day": 5,
    }


CLOSINGS = [
    (
        (
            "Trên đây là Kế hoạch năm 2026. Đề nghị các thôn, các cơ quan nghiêm túc triển khai"
            " thực hiện./."
        ),
        [("các thôn, các cơ quan", 1)],
    ),
    (
        (
            "Trên đây là Kế hoạch năm 2026, yêu cầu các bộ phận nghiêm túc thực hiện; định kỳ hằng"
            " năm trước ngày 10/12 báo cáo UBND xã./."
        ),
        [("các bộ phận", 1)],
    ),
    (
        (
            "Yêu cầu các bộ phận nghiêm túc thực hiện. Trong quá trình thực hiện, nếu có khó khăn,"
            " vướng mắc, các thôn kịp thời phản ánh về UBND xã để giải quyết./."
        ),
        [("các bộ phận", 1), ("các thôn", 1)],
    ),
    ("Trên đây là Kế hoạch năm 2026 của UBND xã./.", []),
]


@pytest.mark.parametrize(("closing", "asked"), CLOSINGS)
def test_what_the_closing_asks(closing: str, asked: list[tuple[str, int]]) -> None:
    text = document(f"V. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Trực ban.\n{closing}")
    found = plan_of(text).responsibilities[1:]
    assert [(r.unit, len(r.tasks)) for r in found] == asked
    assert {r.section for r in found} <= {None}


def test_what_stands_right_under_a_unit_is_its_duty_and_no_closing() -> None:
    plan = plan_with(
        "V. TỔ CHỨC THỰC HIỆN\n1. Công an xã\nTrực ban.\n2. Các thôn\n"
        "Căn cứ Kế hoạch này xây dựng kế hoạch của thôn.\nTrên đây là Kế hoạch của UBND xã./."
    )
    assert told(plan.responsibilities) == [
        ("Công an xã", "V.1", ["Trực ban."]),
        ("Các thôn", "V.2", ["Căn cứ Kế hoạch này xây dựng kế hoạch của thôn."]),
    ]
    assert plan.closing == ["Trên đây là Kế hoạch của UBND xã./."]


def test_the_closing_is_no_duty_of_the_last_unit() -> None:
    closing = "Trên đây là Kế hoạch năm 2026 của UBND xã./."
    plan = plan_with(f"V. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Trực ban.\n{closing}")
    assert told(plan.responsibilities) == [("Công an xã", "V.1", ["Trực ban."])]
    assert plan.closing == [closing]


def test_a_closing_with_a_date_each_year() -> None:
    closing = (
        "Yêu cầu các bộ phận nghiêm túc triển khai thực hiện. Định kỳ hằng năm trước ngày 10/12,"
        " các bộ phận báo cáo UBND xã kết quả thực hiện./."
    )
    found = plan_with(f"V. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Trực ban.\n{closing}")
    (asked,) = found.responsibilities[1:]
    assert (asked.unit, asked.section) == ("các bộ phận", None)
    first, second = asked.tasks
    assert (first.roles, first.deadline) == (["implement"], None)
    assert (second.roles, second.reports_to) == (["report"], "UBND xã")
    assert second.deadline is not None
    assert (second.deadline.every, second.deadline.month, second.deadline.day) == ("year", 12, 10)


def test_places_of_duties() -> None:
    text = document("V. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Trực ban;\n- Tuần tra đêm.")
    (one,) = plan_of(text).responsibilities
    assert one.span is not None
    assert text[one.span.start : one.span.end] == "Công an xã"
    assert [text[d.span.start : d.span.end] for d in one.tasks if d.span] == [
        "Trực ban;",
        "Tuần tra đêm.",
    ]
