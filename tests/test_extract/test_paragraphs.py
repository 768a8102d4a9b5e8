"""Paragraphs: what the width of the page broke is joined, nothing else, and places are kept."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_extract.layouts import layout_of

from extract.layout import Layout, Line, Table
from extract.paragraphs import Paragraph, is_upper, paragraphs

SENTENCES = [
    (
        "Rà soát toàn bộ hồ sơ còn tồn tại bộ phận một cửa, phân loại theo lĩnh vực và thời hạn,"
        " giao công chức phụ trách xử lý dứt điểm trong quý đầu của năm;"
    ),
    (
        "Công khai mức thu phí, lệ phí và thời gian trả kết quả tại trụ sở, nhà văn hóa các thôn"
        " và trang thông tin điện tử của xã để người dân theo dõi, giám sát."
    ),
    (
        "Mỗi thôn chọn một hộ làm trước về phân loại rác, ủ phân hữu cơ và trồng rau sạch; tổ tự"
        " quản của thôn hướng dẫn các hộ khác làm theo, cuối năm chấm điểm công khai."
    ),
    (
        "Phối hợp với điện lực kiểm tra đường dây sau công tơ của hộ nghèo, thay thế những đoạn đã"
        " cũ nát trước mùa mưa bão và ghi rõ kinh phí vào biên bản bàn giao."
    ),
]


def texts(text: str, *, wrapped: bool = True) -> list[str]:
    elements = paragraphs(layout_of(text, wrapped=wrapped))
    return [e.text if isinstance(e, Paragraph) else "(table)" for e in elements]


@settings(derandomize=True, deadline=None)
@given(
    chosen=st.lists(
        st.tuples(st.sampled_from(["- ", "+ ", "a) ", "1. ", ""]), st.sampled_from(SENTENCES)),
        min_size=2,
        max_size=9,
    ),
    width=st.integers(50, 110),
)
def test_wrapping_at_any_width_is_undone(chosen: list[tuple[str, str]], width: int) -> None:
    whole = [mark + sentence for mark, sentence in chosen]
    wrapped = "\n\n".join(textwrap.fill(item, width) for item in whole)
    assert texts(wrapped) == whole


@settings(derandomize=True, deadline=None)
@given(
    chosen=st.lists(
        st.tuples(st.sampled_from(["- ", "a) ", "1. "]), st.sampled_from(SENTENCES)),
        min_size=3,
        max_size=9,
    ),
    width=st.integers(60, 110),
)
def test_items_without_blank_lines_between_are_told_apart(
    chosen: list[tuple[str, str]], width: int
) -> None:
    whole = [mark + sentence for mark, sentence in chosen]
    wrapped = "\n".join(textwrap.fill(item, width) for item in whole)
    assert texts(wrapped) == whole


@pytest.mark.parametrize("furniture", ["2", "- 3 -", "Trang 4/12", "4/12", "-----", "_____", "..."])
def test_page_numbers_and_rules_are_no_text(furniture: str) -> None:
    broken = (
        "Công khai mức thu phí, lệ phí và thời gian trả kết quả tại trụ sở, nhà văn hóa\n"
        f"{furniture}\n"
        "các thôn và trang thông tin điện tử của xã để người dân theo dõi, giám sát."
    )
    assert texts(broken) == [broken.replace(f"\n{furniture}\n", " ")]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        # a document number broken at its hyphen
        (
            ["Căn cứ Kế hoạch số 57/KH-", "UBND ngày 04/02/2026;"],
            ["Căn cứ Kế hoạch số 57/KH-UBND ngày 04/02/2026;"],
        ),
        # a sentence that goes on with a small letter behind a blank line
        (
            ["Củng cố tổ tự quản ở mỗi thôn, mỗi xóm,", "", "tổ dân cư trên địa bàn."],
            ["Củng cố tổ tự quản ở mỗi thôn, mỗi xóm, tổ dân cư trên địa bàn."],
        ),
        # a title in capitals and the subject below it
        (["KẾ HOẠCH", "Phát triển y tế cơ sở"], ["KẾ HOẠCH", "Phát triển y tế cơ sở"]),
        # ranks and names of a signature block
        (
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Biên"],
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Biên"],
        ),
        # the recipients' label and the items under it
        (["Nơi nhận:", "- Như trên;", "- Lưu: VT."], ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]),
        # the reference line of an appendix
        (
            ["PHỤ LỤC I", "DANH MỤC VIỆC", "(Kèm theo Kế hoạch số 9/KH-UBND)"],
            ["PHỤ LỤC I", "DANH MỤC VIỆC", "(Kèm theo Kế hoạch số 9/KH-UBND)"],
        ),
        # a bold heading above its text
        (
            ["**Về công tác tuyên truyền**", "Phát thanh mỗi tuần hai buổi."],
            ["Về công tác tuyên truyền", "Phát thanh mỗi tuần hai buổi."],
        ),
        # a new legal basis
        (
            ["Căn cứ Luật Thanh niên;", "Căn cứ Luật Trẻ em;"],
            ["Căn cứ Luật Thanh niên;", "Căn cứ Luật Trẻ em;"],
        ),
        # a legal basis behind a title that fills its line
        (
            ["Triển khai chương trình y tế học đường", "Căn cứ Luật Trẻ em năm 2016;"],
            ["Triển khai chương trình y tế học đường", "Căn cứ Luật Trẻ em năm 2016;"],
        ),
        # the same words behind a full stop go on with the sentence before
        (
            ["Mọi việc xong trước tháng sáu năm nay.", "Căn cứ vào đó các thôn tự chấm điểm thi"],
            ["Mọi việc xong trước tháng sáu năm nay. Căn cứ vào đó các thôn tự chấm điểm thi"],
        ),
    ],
)
def test_where_paragraphs_end(lines: list[str], wanted: list[str]) -> None:
    assert texts("\n".join(lines)) == wanted


def test_a_dash_that_the_width_moved_to_a_new_line_is_no_bullet() -> None:
    text = (
        "Thực hiện các chỉ tiêu phát triển kinh tế\n"
        "- xã hội mà Hội đồng nhân dân xã đã giao;\n"
        "báo cáo kết quả tại kỳ họp giữa năm, cuối\n"
        "năm của Hội đồng nhân dân xã Đồng Vân cũ."
    )
    assert texts(text) == [text.replace("\n", " ")]


def test_a_heading_in_capitals_behind_a_full_line_is_no_part_of_it() -> None:
    lines = [
        "Mọi thôn đều có nước sạch, mọi hộ nghèo được miễn",
        "NHIỆM VỤ TRỌNG TÂM CỦA NĂM",
        "Thay đường ống cũ ở thôn Thượng và thôn Hạ trước",
        "mùa khô; khoan thêm giếng ở nơi thiếu nước.",
    ]
    assert texts("\n".join(lines)) == [lines[0], lines[1], f"{lines[2]} {lines[3]}"]


def printed(*lines: tuple[str, float, float]) -> list[str]:
    """Paragraphs of lines with a left and a right edge in pt, as a PDF has them."""
    blocks = tuple(Line(text, 0, page=1, left=left, right=right) for text, left, right in lines)
    found = paragraphs(Layout(blocks, "", "pdf", wrapped=True, pages=1))
    return [e.text for e in found if isinstance(e, Paragraph)]


def test_on_a_page_a_line_that_reaches_the_margin_goes_on() -> None:
    assert printed(
        ("Thay đường ống cũ ở thôn Thượng và thôn Hạ", 113, 540),
        ("Trung trước mùa khô.", 85, 230),
        ("Khoan thêm giếng.", 113, 250),
        ("Người dân thôn Thượng và thôn Hạ góp công đào", 113, 540),
        ("Mương dẫn nước về đồng.", 85, 240),
    ) == [
        "Thay đường ống cũ ở thôn Thượng và thôn Hạ Trung trước mùa khô.",
        "Khoan thêm giếng.",
        "Người dân thôn Thượng và thôn Hạ góp công đào Mương dẫn nước về đồng.",
    ]


def test_on_a_page_an_indent_begins_a_paragraph() -> None:
    assert printed(
        ("Thay đường ống cũ ở thôn Thượng, thôn Hạ, thôn Trung", 113, 540),
        ("Lao và các điểm trường trước mùa khô năm hai sáu", 85, 538),
        ("Khoan thêm giếng ở các thôn còn thiếu nước sinh hoạt", 113, 540),
        ("Đào mương.", 85, 160),
    ) == [
        (
            "Thay đường ống cũ ở thôn Thượng, thôn Hạ, thôn Trung"
            " Lao và các điểm trường trước mùa khô năm hai sáu"
        ),
        "Khoan thêm giếng ở các thôn còn thiếu nước sinh hoạt Đào mương.",
    ]


def test_on_a_page_a_number_at_the_margin_is_no_label_where_labels_are_indented() -> None:
    assert printed(
        ("1. Thay đường ống cũ ở thôn Thượng theo Điều", 113, 540),
        ("2. Quy chế quản lý nước của xã Đồng Vân cũ.", 85, 420),
        ("2. Khoan thêm giếng ở thôn Hạ.", 113, 300),
        ("3. Đào mương.", 113, 200),
        ("Mọi việc xong trước mùa mưa, có sự giám sát của", 113, 540),
        ("Nhân dân và các đoàn thể ở từng thôn trong xã.", 85, 400),
    ) == [
        "1. Thay đường ống cũ ở thôn Thượng theo Điều 2. Quy chế quản lý nước của xã Đồng Vân cũ.",
        "2. Khoan thêm giếng ở thôn Hạ.",
        "3. Đào mương.",
        (
            "Mọi việc xong trước mùa mưa, có sự giám sát của"
            " Nhân dân và các đoàn thể ở từng thôn trong xã."
        ),
    ]


def test_blank_lines_between_all_lines_of_print_mean_nothing() -> None:
    whole = [f"- {sentence}" for sentence in SENTENCES]
    spaced = "\n\n".join(line for item in whole for line in textwrap.wrap(item, 80))
    assert texts(spaced) == whole


def test_each_line_of_a_word_file_is_a_paragraph() -> None:
    assert texts("Rà soát hồ sơ\ncòn tồn đọng\n\n\ntại xã", wrapped=False) == [
        "Rà soát hồ sơ",
        "còn tồn đọng",
        "tại xã",
    ]


def test_tables_keep_their_place_among_paragraphs() -> None:
    text = "Bảng dưới đây:\n| TT | Việc |\n| 1 | Trồng cây |\nHết bảng."
    assert texts(text) == ["Bảng dưới đây:", "(table)", "Hết bảng."]
    table = paragraphs(layout_of(text))[1]
    assert isinstance(table, Table)
    assert len(table.rows) == 2


@settings(derandomize=True, deadline=None)
@given(
    sentence=st.sampled_from(SENTENCES),
    width=st.integers(30, 100),
    indent=st.integers(0, 6),
    words=st.data(),
)
def test_every_word_is_found_again_in_the_source(
    sentence: str, width: int, indent: int, words: st.DataObject
) -> None:
    source = "MỞ ĐẦU\n\n" + "\n".join(" " * indent + n for n in textwrap.wrap(sentence, width))
    found = paragraphs(layout_of(source))[1]
    assert isinstance(found, Paragraph)
    word = words.draw(st.sampled_from(sentence.split()))
    start = found.text.index(word)
    span = found.span(start, start + len(word))
    assert source[span.start : span.end] == word


@pytest.mark.parametrize(
    ("text", "upper"),
    [
        ("TỔ CHỨC THỰC HIỆN", True),
        ("TỔ CHỨC THỰC HIỆN (đ)", True),
        ("Tổ chức thực hiện", False),
        ("UBND", True),
        ("VT", False),
        ("2026", False),
        ("UBND xã", False),
    ],
)
def test_capitals(text: str, upper: bool) -> None:
    assert is_upper(text) is upper
