"""Zones: every paragraph of a document stands in exactly one of them, and in the right one."""

import random

import pytest
from test_extract.layouts import ENDING, HEAD, document, layout_of

from extract.layout import Line, Table
from extract.paragraphs import Paragraph, paragraphs
from extract.zones import Zones, split

BODY = """\
I. MỤC ĐÍCH, YÊU CẦU
- Mở rộng việc nộp hồ sơ qua mạng.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng xã: theo dõi chung.
Trên đây là Kế hoạch của UBND xã./."""

APPENDIX = """\
PHỤ LỤC I
DANH MỤC VIỆC CẦN LÀM
(Kèm theo Kế hoạch số 18/KH-UBND ngày 12/3/2026)
| TT | Việc |
| 1 | Trồng cây |"""

DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
Số: 77/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lam Giang, ngày 05 tháng 01 năm 2026
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch trồng rừng năm 2026
Căn cứ Luật Lâm nghiệp ngày 15/11/2017;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng năm 2026.
Điều 2. Quyết định có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Hải Sơn
"""


def zones_of(text: str) -> Zones:
    return split(paragraphs(layout_of(text, wrapped=False)))


def words(elements: list[Paragraph] | list[Paragraph | Table] | list[Line]) -> list[str]:
    return [e.text if isinstance(e, Paragraph | Line) else "(table)" for e in elements]


def test_a_whole_document() -> None:
    zones = zones_of(document(BODY) + "\n" + APPENDIX)
    assert words(zones.head) == [line for line in HEAD.splitlines()[:7] if line]
    assert zones.doc_type == "KẾ HOẠCH"
    assert words(zones.subject) == [HEAD.splitlines()[10]]
    assert words(zones.preamble) == [HEAD.splitlines()[12]]
    assert words(zones.body) == BODY.splitlines()
    assert words(zones.ending) == [line for line in ENDING.splitlines() if line]
    assert [words(one) for one in zones.appendices] == [
        [*APPENDIX.splitlines()[:3], "(table)"],
    ]


@pytest.mark.parametrize(
    ("title", "doc_type", "subject"),
    [
        ("KẾ HOẠCH", "KẾ HOẠCH", "Phát triển y tế cơ sở"),
        ("KẾ HOẠCH Phát triển y tế cơ sở", "KẾ HOẠCH", "KẾ HOẠCH Phát triển y tế cơ sở"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "Phát triển y tế cơ sở"),
        ("PHƯƠNG ÁN", "PHƯƠNG ÁN", "Phát triển y tế cơ sở"),
        ("ĐỀ ÁN", "ĐỀ ÁN", "Phát triển y tế cơ sở"),
    ],
)
def test_titles(title: str, doc_type: str, subject: str) -> None:
    zones = zones_of(f"{title}\nPhát triển y tế cơ sở\nI. MỤC TIÊU\n- Khám bệnh.")
    assert zones.doc_type == doc_type
    assert words(zones.subject)[0] == subject
    assert words(zones.body) == ["I. MỤC TIÊU", "- Khám bệnh."]


def test_a_subject_over_several_lines_ends_where_the_preamble_begins() -> None:
    zones = zones_of(
        "KẾ HOẠCH\n"
        "**Triển khai thực hiện Chương trình y tế học đường**\n"
        "**trên địa bàn xã Đồng Vân năm 2026**\n"
        "Thực hiện chỉ đạo của cấp trên, UBND xã ban hành Kế hoạch như sau:\n"
        "I. MỤC TIÊU\n- Khám bệnh."
    )
    assert words(zones.subject) == [
        "Triển khai thực hiện Chương trình y tế học đường",
        "trên địa bàn xã Đồng Vân năm 2026",
    ]
    assert len(zones.preamble) == 1


def test_the_reference_line_of_an_attached_plan_is_no_preamble() -> None:
    zones = zones_of(
        "KẾ HOẠCH\nTrồng rừng\n(Ban hành kèm theo Quyết định số 77/QĐ-UBND)\nI. MỤC TIÊU\n- Trồng."
    )
    assert words(zones.reference) == ["(Ban hành kèm theo Quyết định số 77/QĐ-UBND)"]
    assert zones.preamble == []


def test_a_decision_carries_the_plan_attached_to_it() -> None:
    zones = zones_of(DECISION + "KẾ HOẠCH\nTrồng rừng năm 2026\nI. MỤC TIÊU\n- Trồng 40 ha rừng.")
    assert zones.doc_type == "KẾ HOẠCH"
    assert words(zones.body) == ["I. MỤC TIÊU", "- Trồng 40 ha rừng."]
    assert zones.carrier is not None
    assert zones.carrier.doc_type == "QUYẾT ĐỊNH"
    assert words(zones.carrier.ending)[-1] == "Trần Hải Sơn"


def test_header_and_signature_in_tables_are_read_column_by_column() -> None:
    zones = zones_of(
        "| ỦY BAN NHÂN DÂN<br>XÃ ĐỒNG VÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "| Số: 18/KH-UBND | Đồng Vân, ngày 12 tháng 3 năm 2026 |\n"
        "KẾ HOẠCH\nTrồng cây\nI. MỤC TIÊU\n- Trồng cây.\n"
        "| Nơi nhận:<br>- Như trên;<br>- Lưu: VT. | CHỦ TỊCH<br>Lê Quang Vinh |"
    )
    assert words(zones.head) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ ĐỒNG VÂN",
        "Số: 18/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Đồng Vân, ngày 12 tháng 3 năm 2026",
    ]
    assert words(zones.ending) == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Lê Quang Vinh",
    ]


def test_rows_of_a_header_table_may_lack_cells() -> None:
    zones = zones_of(
        "| UBND XÃ ĐỒNG VÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| Số: 18/KH-UBND |\n"
        "KẾ HOẠCH\nTrồng cây\nI. MỤC TIÊU\n- Trồng cây."
    )
    assert words(zones.head) == [
        "UBND XÃ ĐỒNG VÂN",
        "Số: 18/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]


def test_without_a_title_the_head_ends_where_text_begins() -> None:
    zones = zones_of(
        "UBND XÃ ĐỒNG VÂN\nSố: 18/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Đồng Vân, ngày 12 tháng 3 năm 2026\nCăn cứ Luật Lâm nghiệp;\nI. MỤC TIÊU\n- Trồng cây."
    )
    assert len(zones.head) == 4
    assert words(zones.preamble) == ["Căn cứ Luật Lâm nghiệp;"]
    assert words(zones.body) == ["I. MỤC TIÊU", "- Trồng cây."]


def test_a_table_of_data_stays_in_the_body() -> None:
    zones = zones_of(document("I. NHIỆM VỤ\n| TT | Việc |\n| 1 | Trồng cây |"))
    assert words(zones.body) == ["I. NHIỆM VỤ", "(table)"]


def test_a_body_may_begin_with_items() -> None:
    zones = zones_of(
        "KẾ HOẠCH\nTrồng cây\nUBND xã ban hành Kế hoạch như sau:\n- Ươm cây.\n- Trồng."
    )
    assert words(zones.preamble) == ["UBND xã ban hành Kế hoạch như sau:"]
    assert words(zones.body) == ["- Ươm cây.", "- Trồng."]


def test_signature_above_the_recipients() -> None:
    ending = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Quang Vinh\nNơi nhận:\n- Như trên;\n- Lưu: VT."
    zones = zones_of(document(BODY, ending=ending))
    assert words(zones.body) == BODY.splitlines()
    assert words(zones.ending) == ending.splitlines()


def test_signature_without_recipients() -> None:
    zones = zones_of(document(BODY, ending="CHỦ TỊCH\nLê Quang Vinh"))
    assert words(zones.ending) == ["CHỦ TỊCH", "Lê Quang Vinh"]


@pytest.mark.parametrize(
    ("label", "begins"),
    [
        ("PHỤ LỤC", True),
        ("PHỤ LỤC II", True),
        ("Phụ lục 2", True),
        ("PHỤ LỤC: PHÂN CÔNG NHIỆM VỤ", True),
        ("BIỂU MẪU BÁO CÁO", True),
        ("Phụ lục kèm theo nêu rõ từng việc và đơn vị chịu trách nhiệm.", False),
    ],
)
def test_where_an_appendix_begins(label: str, begins: bool) -> None:
    zones = zones_of(f"{document(BODY)}\n{APPENDIX}\n{label}\nNội dung khác.")
    assert len(zones.appendices) == 1 + begins


def test_each_appendix_is_one() -> None:
    zones = zones_of(f"{document(BODY)}\n{APPENDIX}\nPHỤ LỤC II\nDỰ TOÁN\nPHỤ LỤC III\nMẪU PHIẾU")
    assert [words(one)[0] for one in zones.appendices] == ["PHỤ LỤC I", "PHỤ LỤC II", "PHỤ LỤC III"]


def everything(zones: Zones) -> list[str]:
    title = [zones.title] if zones.title and zones.title not in zones.subject else []
    parts = [
        *words(zones.head),
        *words(title),
        *words(zones.subject),
        *words(zones.reference),
        *words(zones.preamble),
        *words(zones.body),
        *words(zones.ending),
        *(word for one in zones.appendices for word in words(one)),
    ]
    return parts + (everything(zones.carrier) if zones.carrier else [])


@pytest.mark.parametrize("seed", range(150))
def test_nothing_is_lost_or_doubled_in_whatever_order_it_comes(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the shuffle must be the same each time
    lines = f"{DECISION}\n{document(BODY)}\nPHỤ LỤC II\nDỰ TOÁN".splitlines()
    lines = [line for line in lines if line]
    chance.shuffle(lines)
    kept = lines[: chance.randrange(1, len(lines))]
    assert sorted(everything(zones_of("\n".join(kept)))) == sorted(kept)
