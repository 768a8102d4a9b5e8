"""The outline: which lines are sections, at which level, and what is an item beneath them."""

import textwrap

import pytest
from test_extract.layouts import layout_of, plan_with

from extract.outline import Outline, outline
from extract.paragraphs import paragraphs
from plan.model import Section
from plan.paths import walk


def outline_of(text: str) -> Outline:
    return outline(paragraphs(layout_of(textwrap.dedent(text).strip(), wrapped=False)))


def sections_of(text: str) -> str:
    """The sections of a body, one a line, indented by level: `label title`."""
    plan = plan_with(textwrap.dedent(text))
    return "\n".join(lines(plan.sections))


def lines(sections: list[Section]) -> list[str]:
    found = []
    for section in sections:
        found.append("  " * (section.level - 1) + f"{section.label or '·'} {section.title}")
        found += lines(section.children)
    return found


TREES = {
    "an ordinary plan": (
        """
        I. MỤC ĐÍCH, YÊU CẦU
        1. Mục đích
        - Giữ nguồn nước sạch cho các thôn.
        2. Yêu cầu
        - Làm thường xuyên.
        II. TỔ CHỨC THỰC HIỆN
        1. Văn phòng HĐND và UBND xã
        a) Theo dõi chung việc thực hiện Kế hoạch;
        b) Báo cáo kết quả với UBND xã.
        2. Trạm Y tế xã
        - Lấy mẫu nước hằng quý.
        """,
        """
        I MỤC ĐÍCH, YÊU CẦU
          1 Mục đích
          2 Yêu cầu
        II TỔ CHỨC THỰC HIỆN
          1 Văn phòng HĐND và UBND xã
          2 Trạm Y tế xã
        """,
    ),
    "parts above Roman numbers": (
        """
        PHẦN I. ĐÁNH GIÁ KẾT QUẢ NĂM 2025
        I. KẾT QUẢ
        - Cấp nước cho 4 thôn.
        II. HẠN CHẾ
        - Đường ống cũ.
        PHẦN II. KẾ HOẠCH NĂM 2026
        I. MỤC TIÊU
        - Thay đường ống.
        """,
        """
        PHẦN I ĐÁNH GIÁ KẾT QUẢ NĂM 2025
          I KẾT QUẢ
          II HẠN CHẾ
        PHẦN II KẾ HOẠCH NĂM 2026
          I MỤC TIÊU
        """,
    ),
    "capitals above Roman numbers": (
        """
        A. TÌNH HÌNH
        I. Thuận lợi
        - Có nguồn nước.
        B. NHIỆM VỤ
        I. Cấp nước
        - Thay đường ống.
        II. Thoát nước
        - Nạo vét mương.
        """,
        """
        A TÌNH HÌNH
          I Thuận lợi
        B NHIỆM VỤ
          I Cấp nước
          II Thoát nước
        """,
    ),
    "a main heading numbered 1 among Roman numbers": (
        """
        1. MỤC ĐÍCH, YÊU CẦU
        1. Mục đích
        - Giữ nguồn nước.
        2. Yêu cầu
        - Làm thường xuyên.
        II. NHIỆM VỤ
        - Thay đường ống.
        III. TỔ CHỨC THỰC HIỆN
        1. Trạm Y tế xã
        - Lấy mẫu nước.
        """,
        """
        1 MỤC ĐÍCH, YÊU CẦU
          1 Mục đích
          2 Yêu cầu
        II NHIỆM VỤ
        III TỔ CHỨC THỰC HIỆN
          1 Trạm Y tế xã
        """,
    ),
    "decimal labels": (
        """
        I. NHIỆM VỤ
        1. Cấp nước
        1.1. Đường ống
        - Thay đường ống.
        1.2. Bể chứa
        - Rửa bể.
        2. Thoát nước
        2.1 Mương
        - Nạo vét mương.
        """,
        """
        I NHIỆM VỤ
          1 Cấp nước
            1.1 Đường ống
            1.2 Bể chứa
          2 Thoát nước
            2.1 Mương
        """,
    ),
    "a label printed twice": (
        """
        I. TỔ CHỨC THỰC HIỆN
        1. Các phòng
        c) Phòng Nội vụ
        - Xét khen thưởng.
        d) Phòng Tài chính
        - Cấp kinh phí.
        d) Phòng Tư pháp
        - Thẩm định văn bản.
        """,
        """
        I TỔ CHỨC THỰC HIỆN
          1 Các phòng
            c Phòng Nội vụ
            d Phòng Tài chính
            d Phòng Tư pháp
        """,
    ),
    "headings in capitals without labels": (
        """
        MỤC ĐÍCH, YÊU CẦU
        - Giữ nguồn nước.
        NHIỆM VỤ TRỌNG TÂM
        1. Cấp nước
        - Thay đường ống.
        TỔ CHỨC THỰC HIỆN
        1. Trạm Y tế xã
        - Lấy mẫu nước.
        """,
        """
        · MỤC ĐÍCH, YÊU CẦU
        · NHIỆM VỤ TRỌNG TÂM
          1 Cấp nước
        · TỔ CHỨC THỰC HIỆN
          1 Trạm Y tế xã
        """,
    ),
    "one heading that lost its label": (
        """
        I. MỤC ĐÍCH
        - Giữ nguồn nước.
        NHIỆM VỤ VÀ GIẢI PHÁP
        - Thay đường ống.
        III. TỔ CHỨC THỰC HIỆN
        1. Trạm Y tế xã
        - Lấy mẫu nước.
        """,
        """
        I MỤC ĐÍCH
        · NHIỆM VỤ VÀ GIẢI PHÁP
        III TỔ CHỨC THỰC HIỆN
          1 Trạm Y tế xã
        """,
    ),
    "a title with its text on the same line, among others": (
        """
        I. TỔ CHỨC THỰC HIỆN
        1. Trạm Y tế xã
        - Lấy mẫu nước hằng quý.
        2. Công an xã: Xử lý hành vi xả thải.
        3. Hội Nông dân xã
        - Vận động hội viên thu gom vỏ thuốc.
        """,
        """
        I TỔ CHỨC THỰC HIỆN
          1 Trạm Y tế xã
          2 Công an xã
          3 Hội Nông dân xã
        """,
    ),
    "statements with labels are items": (
        """
        I. KINH PHÍ
        1. Sử dụng ngân sách xã đã giao đầu năm; ưu tiên chi cho các thôn ở cuối nguồn nước.
        2. Huy động đóng góp của người dân theo quy định; công khai các khoản thu và chi.
        II. TỔ CHỨC THỰC HIỆN
        1. Trạm Y tế xã
        a) Lấy mẫu nước tại các thôn mỗi quý một lần;
        b) Báo cáo UBND xã khi phát hiện nguồn nước bị ô nhiễm.
        """,
        """
        I KINH PHÍ
        II TỔ CHỨC THỰC HIỆN
          1 Trạm Y tế xã
        """,
    ),
    "main headings in capitals that divide a Roman number": (
        """
        I. TÌNH HÌNH
        - Đường ống cũ.
        II. MỤC TIÊU, NHIỆM VỤ NĂM 2026
        1. MỤC TIÊU
        - Đủ nước cho mọi thôn.
        2. NHIỆM VỤ
        - Thay đường ống.
        III. TỔ CHỨC THỰC HIỆN
        - Họp hằng quý.
        """,
        """
        I TÌNH HÌNH
        II MỤC TIÊU, NHIỆM VỤ NĂM 2026
          1 MỤC TIÊU
          2 NHIỆM VỤ
        III TỔ CHỨC THỰC HIỆN
        """,
    ),
    "a numbered series that starts anew under letters": (
        """
        I. NHIỆM VỤ
        a) Cấp nước
        1. Đường ống
        - Thay đường ống.
        2. Bể chứa
        - Rửa bể.
        b) Thoát nước
        1. Mương
        - Nạo vét mương.
        """,
        """
        I NHIỆM VỤ
          a Cấp nước
            1 Đường ống
            2 Bể chứa
          b Thoát nước
            1 Mương
        """,
    ),
    "đ follows d": (
        """
        I. NHIỆM VỤ
        1. Các lĩnh vực
        d) Cấp nước
        - Thay đường ống.
        đ) Thoát nước
        - Nạo vét mương.
        e) Rác thải
        - Thu gom rác.
        """,
        """
        I NHIỆM VỤ
          1 Các lĩnh vực
            d Cấp nước
            đ Thoát nước
            e Rác thải
        """,
    ),
    "bold lines without labels": (
        """
        I. NHIỆM VỤ
        **Cấp nước**
        Thay đường ống cũ ở thôn Thượng bằng ống nhựa chịu áp.
        **Thoát nước**
        Nạo vét mương nội đồng trước mùa mưa bão hằng năm.
        Khơi thông cống ngang đường.
        """,
        """
        I NHIỆM VỤ
          · Cấp nước
          · Thoát nước
        """,
    ),
    "starred titles above dashes": (
        """
        I. NHIỆM VỤ VÀ GIẢI PHÁP
        1. Cấp nước
        * Nhiệm vụ:
        - Thay đường ống.
        * Giải pháp:
        - Giao thầu theo thôn.
        - Công khai giá.
        2. Thoát nước
        - Nạo vét mương:
        * Mương chính;
        * Mương nhánh.
        - Khơi cống.
        """,
        """
        I NHIỆM VỤ VÀ GIẢI PHÁP
          1 Cấp nước
            · Nhiệm vụ
            · Giải pháp
          2 Thoát nước
        """,
    ),
    "dashes that only name the lines beneath them": (
        """
        I. NHIỆM VỤ
        1. Cấp nước
        - Cấp xã
        + Thay đường ống chính.
        + Rửa bể đầu nguồn.
        - Cấp thôn
        + Thay đường ống nhánh.
        + Rửa bể cuối nguồn.
        """,
        """
        I NHIỆM VỤ
          1 Cấp nước
            · Cấp xã
            · Cấp thôn
        """,
    ),
    "bold says nothing where nearly all is bold": (
        """
        I. NHIỆM VỤ
        **Cấp nước và thoát nước**
        **Thay đường ống cũ ở thôn Thượng bằng ống nhựa**
        **Nạo vét mương nội đồng trước mùa mưa bão**
        **Khơi thông cống ngang đường trước mùa mưa**
        """,
        """
        I NHIỆM VỤ
        """,
    ),
}


@pytest.mark.parametrize("name", TREES)
def test_tree_of_sections(name: str) -> None:
    body, wanted = TREES[name]
    assert sections_of(body) == textwrap.dedent(wanted).strip()


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("1. Mục đích:", "Mục đích"),
        ("1. Mục đích.", "Mục đích"),
        ("1. Mục đích", "Mục đích"),
        ("1. Mục đích¹", "Mục đích"),
        ("1. Mục đích [2]", "Mục đích"),
        ("1. Mục đích (năm 2026)", "Mục đích (năm 2026)"),
    ],
)
def test_titles_are_bare(printed: str, title: str) -> None:
    plan = plan_with(f"I. MỤC ĐÍCH, YÊU CẦU\n{printed}\n- Giữ nguồn nước.\n2. Yêu cầu\n- Bền bỉ.")
    assert plan.sections[0].children[0].title == title


def codes(outline: Outline) -> list[tuple[str, object]]:
    return [(finding.code, finding.args["label"]) for finding in outline.findings]


def test_a_slipped_label_is_reported() -> None:
    body = """
        1. MỤC ĐÍCH, YÊU CẦU
        - Giữ nguồn nước.
        II. NHIỆM VỤ
        - Thay đường ống.
        III. TỔ CHỨC THỰC HIỆN
        - Họp hằng quý.
        """
    assert codes(outline_of(body)) == [("slipped-label", "1.")]


@pytest.mark.parametrize(
    ("labels", "reported"),
    [
        (["I.", "II.", "III."], []),
        (["I.", "II.", "IV."], ["IV."]),
        (["I.", "II.", "II."], ["II."]),
    ],
)
def test_a_series_that_skips_or_repeats_is_reported(labels: list[str], reported: list[str]) -> None:
    body = "\n".join(f"{label} VIỆC CẦN LÀM\n- Họp dân." for label in labels)
    assert codes(outline_of(body)) == [("label-out-of-order", label) for label in reported]


def test_a_finding_says_where() -> None:
    text = "I. MỤC ĐÍCH\n- Giữ nguồn nước.\nIII. NHIỆM VỤ\n- Thay đường ống."
    (finding,) = outline(paragraphs(layout_of(text))).findings
    assert finding.message == "heading “NHIỆM VỤ” is numbered III. after I."
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "III. NHIỆM VỤ"


def test_paths_are_labels_from_the_top_and_repeat_as_printed() -> None:
    plan = plan_with(
        "II. NHIỆM VỤ\n1. Cấp nước\na) Đường ống\n- Thay ống.\nb) Bể\n- Rửa bể.\n"
        "2. Thoát nước\na) Mương\n- Nạo vét.\n2. Rác thải\na) Bãi rác\n- Đào hố."
    )
    paths = [path for path, _ in walk(plan.sections)]
    assert paths == ["II", "II.1", "II.1.a", "II.1.b", "II.2", "II.2.a", "II.2", "II.2.a"]


def test_the_sections_hold_the_whole_body_in_order() -> None:
    body = (
        "I. NHIỆM VỤ\nMở đầu gồm các việc sau:\n1. Cấp nước\n- Thay ống:\n+ Thôn Thượng;\n"
        "+ Thôn Hạ.\n- Rửa bể.\n| TT | Bể |\n| 1 | Bể đầu nguồn |\nHết phần cấp nước.\n"
        "2. Thoát nước: Nạo vét mương.\n3. Rác thải\n- Đào hố."
    )
    (main,) = plan_with(body).sections
    assert main.content is not None
    assert [(b.type, b.label, b.text) for b in main.content] == [
        ("paragraph", None, "Mở đầu gồm các việc sau:")
    ]
    supply, drains, _ = main.children
    assert supply.content is not None
    assert [(b.type, b.label, b.text) for b in supply.content] == [
        ("item", "-", "Thay ống:"),
        ("item", "-", "Rửa bể."),
        ("table", None, ""),
        ("paragraph", None, "Hết phần cấp nước."),
    ]
    assert [(b.label, b.text) for b in supply.content[0].children] == [
        ("+", "Thôn Thượng;"),
        ("+", "Thôn Hạ."),
    ]
    assert supply.content[2].rows == [["TT", "Bể"], ["1", "Bể đầu nguồn"]]
    assert drains.content is not None
    assert [b.text for b in drains.content] == ["Nạo vét mương."]
