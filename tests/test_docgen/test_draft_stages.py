"""The stages of a draft one by one, each by a table of cases."""

from dataclasses import replace

import pytest

from docgen.drafting.authority import Item, verdict
from docgen.drafting.carry import says
from docgen.drafting.clauses import change, clauses
from docgen.drafting.numbering import label_like
from docgen.drafting.orders import order_of
from docgen.drafting.reporting import deadline_in, shifted
from docgen.drafting.scope import Scope, scope_of
from docgen.drafting.shelter import Shelter
from docgen.drafting.turn import turned
from docgen.drafting.work import Work
from docgen.profile import Profile
from plan.model import Area, Citation, Deadline, Plan

DISTRICT = Plan(area=Area(level="district", type="huyện", name="An Sơn"))
OWN = Profile.model_validate(
    {
        "commune": {"type": "xã", "name": "Minh Tân", "province": "Lam Giang"},
        "plan": {"date": "2024-03"},
    }
)
SCOPE: Scope = replace(
    scope_of(DISTRICT, OWN), channel="UBND huyện (qua Phòng Nội vụ huyện)", due=(15, 11)
)
LEAD = "Công chức Văn hóa - Xã hội"


@pytest.mark.parametrize(
    ("order", "turned_to"),
    [
        (
            "Hướng dẫn UBND các xã, thị trấn triển khai mô hình;",
            "Triển khai mô hình theo hướng dẫn của Phòng Y tế;",
        ),
        (
            "hướng dẫn UBND các xã, thị trấn trong việc lập hồ sơ./.",
            "lập hồ sơ theo hướng dẫn của Phòng Y tế./.",
        ),
        (
            "Hỗ trợ các xã, thị trấn xây dựng điểm mẫu.",
            "Xây dựng điểm mẫu với sự hỗ trợ của Phòng Y tế.",
        ),
        (
            "Chỉ đạo UBND các xã trên địa bàn huyện tổ chức ra quân",
            "Tổ chức ra quân theo chỉ đạo của Phòng Y tế",
        ),
        (
            "Kiểm tra, đôn đốc UBND các xã, thị trấn việc thu gom rác.",
            "Thực hiện việc thu gom rác chịu sự kiểm tra, đôn đốc của Phòng Y tế.",
        ),
        (
            "Hướng dẫn công chức cấp xã về quy trình.",
            "Thực hiện quy trình theo hướng dẫn của Phòng Y tế.",
        ),
        ("Hướng dẫn UBND các xã và các đơn vị lập hồ sơ.", None),
        ("Hướng dẫn các trường học lập hồ sơ.", None),
        ("Phối hợp với UBND các xã lập hồ sơ.", None),
    ],
)
def test_orders_are_turned_to_the_communes_side(order: str, turned_to: str | None) -> None:
    assert turned(order, SCOPE, "Phòng Y tế") == (turned_to or order)


def test_an_order_of_the_committee_itself() -> None:
    said = turned("Hướng dẫn UBND các xã trồng cây.", SCOPE, None)
    assert said == "Trồng cây theo hướng dẫn của UBND huyện."


@pytest.mark.parametrize(
    ("text", "unit", "duty"),
    [
        ("Xây dựng kế hoạch triển khai thực hiện.", LEAD, None),
        (
            "Ban hành kế hoạch của địa phương; phân công lãnh đạo phụ trách.",
            LEAD,
            "Tham mưu UBND xã phân công lãnh đạo phụ trách.",
        ),
        (
            "Chỉ đạo các thôn, tổ dân phố vệ sinh đường làng.",
            "Các thôn",
            "Vệ sinh đường làng.",
        ),
        (
            "Bố trí kinh phí từ ngân sách cấp xã.",
            "Công chức Tài chính - Kế toán",
            "Tham mưu UBND xã bố trí kinh phí từ ngân sách xã.",
        ),
        (
            "UBND các xã, thị trấn có trách nhiệm rà soát đất đai.",
            "Công chức Địa chính - nông nghiệp - xây dựng và môi trường",
            "Rà soát đất đai.",
        ),
        (
            "Chịu trách nhiệm trước UBND huyện về kết quả.",
            LEAD,
            "Tham mưu UBND xã tổ chức thực hiện và chịu trách nhiệm trước UBND huyện về kết quả.",
        ),
        (
            "Hằng quý, báo cáo kinh phí về UBND huyện (qua Phòng Nội vụ).",
            LEAD,
            "Hằng quý, tham mưu UBND xã báo cáo kinh phí về UBND huyện (qua Phòng Nội vụ huyện).",
        ),
        ("Làm tốt việc được giao.", LEAD, "Làm tốt việc được giao."),
    ],
)
def test_orders_to_the_communes_become_duties(text: str, unit: str, duty: str | None) -> None:
    order = order_of(text, Work(SCOPE, LEAD))
    assert (order.unit, order.text) == (unit, duty)


@pytest.mark.parametrize(
    ("clause", "earlier"),
    [
        ("báo cáo UBND huyện trước ngày 15/11 hằng năm", "trước ngày 05/11 hằng năm"),
        ("báo cáo trước ngày 05/01 hằng năm", "trước ngày 26/12 hằng năm"),
        ("báo cáo trước ngày 05/01/2025", "trước ngày 26/12/2024"),
        ("báo cáo trước ngày 05 tháng 3 năm 2024", "trước ngày 24 tháng 02 năm 2024"),
        ("báo cáo chậm nhất là ngày 30/09", "chậm nhất là ngày 20/09"),
        ("báo cáo trước ngày 25 hằng tháng", "trước ngày 15 hằng tháng"),
        ("báo cáo trước ngày 10 của tháng cuối quý", "trước ngày 05 của tháng cuối quý"),
        ("báo cáo UBND tỉnh trước ngày 30/11 hằng năm", "trước ngày 15/11 hằng năm"),
        ("báo cáo UBND tỉnh trước ngày 01/6 hằng năm", "trước ngày 01/6 hằng năm"),
        ("báo cáo trước ngày 31/02 hằng năm", "trước ngày 31/02 hằng năm"),
        ("hoàn thành trước ngày 15/11 hằng năm", "trước ngày 15/11 hằng năm"),
        ("báo cáo theo Quyết định ngày 15/11/2023", "ngày 15/11/2023"),
    ],
)
def test_reports_are_due_earlier(clause: str, earlier: str) -> None:
    said = shifted(clause, SCOPE)
    assert said.endswith(earlier)
    assert said.removesuffix(earlier) == clause[: len(said) - len(earlier)]


@pytest.mark.parametrize(
    ("old", "text", "new"),
    [
        (
            {"text": "trước ngày 15/11 hằng năm", "every": "year", "month": 11, "day": 15},
            "báo cáo trước ngày 05/11 hằng năm",
            {"text": "trước ngày 05/11 hằng năm", "every": "year", "month": 11, "day": 5},
        ),
        (
            {"text": "trước ngày 05/01/2025", "date": "2025-01-05"},
            "báo cáo trước ngày 26/12/2024",
            {"text": "trước ngày 26/12/2024", "date": "2024-12-26"},
        ),
        (
            {"text": "trước ngày 25 hằng tháng", "every": "month", "day": 25},
            "báo cáo trước ngày 15 hằng tháng",
            {"text": "trước ngày 15 hằng tháng", "every": "month", "day": 15},
        ),
        ({"text": "Quý IV/2024", "date": "2024-Q4"}, "xong Quý IV/2024", None),
    ],
)
def test_a_deadline_follows_its_text(
    old: dict[str, object], text: str, new: dict[str, object] | None
) -> None:
    deadline = Deadline.model_validate(old)
    expected = Deadline.model_validate(new) if new else deadline
    assert deadline_in(text, deadline, SCOPE) == expected
    assert deadline_in("một câu khác", deadline, SCOPE) is None
    assert deadline_in(text, None, SCOPE) is None


@pytest.mark.parametrize(
    ("clause", "item", "date", "said"),
    [
        (
            "Nâng cấp Trung tâm dữ liệu tỉnh.",
            "task",
            "2026",
            "Phối hợp nâng cấp Trung tâm dữ liệu tỉnh.",
        ),
        ("Nâng cấp Trung tâm dữ liệu tỉnh.", "duty", "2026", None),
        ("Nâng cấp Trung tâm dữ liệu tỉnh.", "row", "2026", None),
        (
            "Chủ trì, phối hợp với Sở A xây dựng IOC.",
            "task",
            "2026",
            "Phối hợp với Sở A xây dựng IOC.",
        ),
        ("Chủ trì xây dựng IOC;", "task", "2026", "Phối hợp xây dựng IOC;"),
        ("Ban hành bộ tiêu chí đô thị xanh.", "task", "2026", "Thực hiện bộ tiêu chí đô thị xanh."),
        ("tham mưu UBND tỉnh ban hành bộ chỉ số.", "task", "2026", "thực hiện bộ chỉ số."),
        ("Xếp hạng các xã hằng năm.", "duty", "2026", None),
        ("Kinh tế số chiếm 20% GRDP.", "target", "2026", None),
        (
            "Thẩm định, cấp phép xây dựng.",
            "duty",
            "2025-06",
            "Phối hợp thẩm định, cấp phép xây dựng.",
        ),
    ],
)
def test_what_is_the_superiors(clause: str, item: Item, date: str, said: str | None) -> None:
    found = verdict(clause, item, date)
    assert found is not None
    assert found.text == said
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    ("clause", "item", "date"),
    [
        ("Thẩm định, cấp phép xây dựng.", "duty", "2025-07"),
        ("Khai thác nền tảng tích hợp, vận hành tại cơ sở.", "task", "2026"),
        ("Phối hợp xây dựng kho dữ liệu.", "duty", "2026"),
        ("Xây dựng nhà văn hóa thôn.", "task", "2026"),
        ("Phát huy vai trò doanh nghiệp trong phát triển nền tảng tích hợp.", "task", "2026"),
        ("Góp phần tăng GRDP.", "task", "2026"),
    ],
)
def test_what_is_the_communes_too(clause: str, item: Item, date: str) -> None:
    assert verdict(clause, item, date) is None


def test_clauses_of_a_text() -> None:
    text = "Làm A; làm B (tại TP. C). Làm C, gồm 1.5 km./."
    assert clauses(text) == ["Làm A;", "làm B (tại TP.", "C).", "Làm C, gồm 1.5 km./."]
    assert change(text, lambda clause: clause) == text
    assert change("Làm A; làm B.", lambda one: one if "B" in one else None) == "Làm B."
    assert change("Làm A; làm B./.", lambda one: one if "A" in one else None) == "Làm A./."
    assert change("Làm A.", lambda _: None) is None


@pytest.mark.parametrize(
    ("label", "number", "said"),
    [
        ("I", 4, "IV"),
        ("1", 12, "12"),
        ("1.", 3, "3."),
        ("a)", 5, "đ)"),
        ("2.1", 3, "2.3"),
        ("-", 2, "-"),
        (None, 1, None),
    ],
)
def test_labels_in_sequence(label: str | None, number: int, said: str | None) -> None:
    assert label_like(label, number) == said


@pytest.mark.parametrize(
    ("text", "value", "stands"),
    [
        ("đạt 98,5%", 98.5, True),
        ("đạt 98.50%", 98.5, True),
        ("ít nhất 04 giờ", 4, True),
        ("khoảng 6.450 triệu", 6450, True),
        ("100% xã", 100, True),
        ("năm 2025", 25, False),
        ("đạt 98,5%", 98, False),
        ("1.000 hộ", 100, False),
        ("1.000 hộ", 1, False),
    ],
)
def test_whether_a_number_is_said(text: str, value: float, stands: bool) -> None:
    assert says(text, value) is stands


def test_a_known_citation_ends_with_its_subject() -> None:
    known = Citation(code="5/KH-UBND", subject="cải cách, đổi mới")
    text = "Theo Kế hoạch số 5/KH-UBND của UBND tỉnh về cải cách, đổi mới, huyện sẽ làm."
    shelter = Shelter()
    hidden = shelter.hide_citations(text, [known])
    assert hidden.endswith(", huyện sẽ làm.")
    assert shelter.restore(hidden) == text
