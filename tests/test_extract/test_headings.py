"""Kinds of sections, from the words of their titles."""

from typing import get_args

import pytest
from test_extract.layouts import plan_with

from extract.headings import kind_of, rules
from plan.model import SectionKind
from plan.paths import walk
from plan.text import fold

MAIN = [
    ("MỤC ĐÍCH, YÊU CẦU", "purpose_and_requirements"),
    ("MỤC ĐÍCH VÀ YÊU CẦU", "purpose_and_requirements"),
    ("MỤC TIÊU, YÊU CẦU", "purpose_and_requirements"),
    ("MỤC ĐÍCH", "purpose"),
    ("MỤC ĐÍCH, Ý NGHĨA", "purpose"),
    ("YÊU CẦU", "requirements"),
    ("MỤC TIÊU CHUNG", "objectives"),
    ("MỤC TIÊU TỔNG QUÁT", "objectives"),
    ("MỤC TIÊU", "targets"),
    ("MỤC TIÊU, CHỈ TIÊU NĂM 2026", "targets"),
    ("CÁC CHỈ TIÊU CHỦ YẾU", "targets"),
    ("NHIỆM VỤ", "tasks"),
    ("NHIỆM VỤ TRỌNG TÂM", "tasks"),
    ("NỘI DUNG THỰC HIỆN", "tasks"),
    ("CÁC NỘI DUNG CHỦ YẾU", "tasks"),
    ("GIẢI PHÁP", "solutions"),
    ("CÁC BIỆN PHÁP THỰC HIỆN", "solutions"),
    ("NHIỆM VỤ, GIẢI PHÁP", "tasks_and_solutions"),
    ("NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU", "tasks_and_solutions"),
    ("NỘI DUNG VÀ GIẢI PHÁP", "tasks_and_solutions"),
    ("KINH PHÍ THỰC HIỆN", "funding"),
    ("NGUỒN KINH PHÍ", "funding"),
    ("DỰ TOÁN VÀ NGUỒN VỐN", "funding"),
    ("TỔ CHỨC THỰC HIỆN", "implementation"),
    ("TỔ CHỨC TRIỂN KHAI THỰC HIỆN", "implementation"),
    ("PHÂN CÔNG NHIỆM VỤ", "implementation"),
    ("TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ", "implementation"),
    ("CHẾ ĐỘ BÁO CÁO", "implementation"),
    ("PHÁT TRIỂN DỊCH VỤ SỐ", "tasks"),
    ("PHẠM VI, ĐỐI TƯỢNG", "other"),
    ("TÌNH HÌNH NĂM 2025", "other"),
]

DEEPER = [
    # a section that only divides its parent has the parent's kind
    ("Hạ tầng cấp nước", "targets", "targets"),
    ("Hạ tầng cấp nước", "tasks_and_solutions", "tasks_and_solutions"),
    ("Trạm Y tế xã", "implementation", "implementation"),
    ("Ngân sách địa phương", "funding", "funding"),
    ("Thời gian", "other", "other"),
    # one that is plainly named otherwise has its own
    ("Mục đích", "purpose_and_requirements", "purpose"),
    ("Yêu cầu", "purpose_and_requirements", "requirements"),
    ("Mục tiêu chung", "targets", "objectives"),
    ("Mục tiêu tổng quát", "targets", "objectives"),
    ("Mục tiêu cụ thể đến năm 2027", "targets", "targets"),
    ("Chỉ tiêu", "objectives", "targets"),
    ("Kinh phí thực hiện", "implementation", "funding"),
    ("Kinh phí", "tasks_and_solutions", "funding"),
    ("Nhiệm vụ", "tasks_and_solutions", "tasks"),
    ("Giải pháp", "tasks_and_solutions", "solutions"),
    ("Tổ chức thực hiện", "other", "implementation"),
    # words of another kind inside a longer title are no name of it
    ("Giải pháp về kinh phí và nhân lực", "tasks_and_solutions", "tasks_and_solutions"),
    ("Nhiệm vụ và quyền hạn của tổ công tác", "implementation", "implementation"),
    ("Yêu cầu đối với cán bộ", "requirements", "requirements"),
    ("Kiểm tra mục tiêu đã đề ra", "tasks", "tasks"),
]


@pytest.mark.parametrize(("title", "kind"), MAIN)
def test_main_section(title: str, kind: SectionKind) -> None:
    assert kind_of(title, None) == kind


@pytest.mark.parametrize(("title", "kind"), MAIN)
def test_case_and_marks_damaged_by_text_recognition_do_not_matter(
    title: str, kind: SectionKind
) -> None:
    assert kind_of(title.capitalize(), None) == kind
    assert kind_of(title.replace("Ế", "É").replace("Ụ", "U").replace("Ổ", "Ô"), None) == kind


@pytest.mark.parametrize(("title", "parent", "kind"), DEEPER)
def test_deeper_section(title: str, parent: SectionKind, kind: SectionKind) -> None:
    assert kind_of(title, parent) == kind


def test_general_objectives_and_measured_targets_together_are_targets() -> None:
    plan = plan_with(
        "II. MỤC TIÊU TỔNG QUÁT\n1. Mục tiêu chung\n- Mọi hộ có nước.\n2. Chỉ tiêu\n- 70% hộ."
    )
    assert [section.kind for _, section in walk(plan.sections)] == [
        "targets",
        "objectives",
        "targets",
    ]


def test_a_section_is_read_with_the_kind_of_the_one_it_divides() -> None:
    plan = plan_with(
        "III. NHIỆM VỤ, GIẢI PHÁP\n1. Hạ tầng\na) Đường ống\n- Thay ống.\nb) Bể chứa\n- Rửa bể."
    )
    kinds = [section.kind for _, section in walk(plan.sections)]
    assert kinds == ["tasks_and_solutions"] * 4


def test_every_kind_has_a_title_in_these_tests() -> None:
    assert {kind for _, kind in MAIN} == set(get_args(SectionKind))


def test_every_rule_names_one_of_these_titles() -> None:
    titles = [fold(title) for title, *_ in (*MAIN, *DEEPER)]
    unused = [
        pattern.pattern
        for name in rules()
        for _, pattern in rules()[name]
        if not any(pattern.search(title) for title in titles)
    ]
    assert unused == []
