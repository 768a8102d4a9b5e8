"""The whole way from lines to a plan: nothing ends it, nothing is lost, every place is right."""

import random
import textwrap
from collections.abc import Iterable, Iterator

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from test_extract.layouts import HEAD, document, layout_of, plan_of, plan_with

from extract.labels import parse
from extract.layout import Layout, Line
from extract.structure import flat, structure_of
from extract.understand import understand
from plan.model import Block, Plan, Record, Section, Source, Span
from plan.paths import walk

SECTIONS = """\
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Đưa nước sạch đến mọi thôn theo Quyết định số 45/QĐ-UBND ngày 03/02/2026 của UBND tỉnh Lam
Giang về cấp nước sạch nông thôn.
2. Yêu cầu
- Phân công rõ người, rõ việc, rõ thời gian hoàn thành, không để chồng chéo giữa các bộ phận.
II. CHỈ TIÊU
- Tỷ lệ hộ gia đình dùng nước sạch đạt tối thiểu 90% (năm 2025: 71,5%);
- 100% trường học, 80% nhà văn hóa thôn có bể chứa nước;
- Người dân hiểu lợi ích của việc dùng nước sạch.
III. NHIỆM VỤ, GIẢI PHÁP
1. Tuyên truyền
- Phát thanh mỗi tuần hai buổi trên hệ thống truyền thanh của xã:
+ Cách tiết kiệm nước;
+ Cách khử khuẩn bể chứa.
- Họp dân ở từng thôn.
2. Công trình
- Thay 4 km đường ống ở thôn Thượng, thôn Hạ trước mùa khô.
IV. KINH PHÍ
- Ngân sách xã bảo đảm 60%, người dân đóng góp công lao động.
V. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế xã
- Chủ trì, phối hợp với Trạm Y tế xã kiểm tra nguồn nước; báo cáo UBND xã trước ngày 05/12
hằng năm.
2. Các thôn
- Vận động người dân góp công.
Trên đây là Kế hoạch cấp nước sạch năm 2026. Yêu cầu các bộ phận nghiêm túc thực hiện./."""

TABLE = """\
PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
| TT | Nội dung | Chủ trì | Thời gian |
| 1 | Thay đường ống | Phòng Kinh tế xã | Quý II/2026 |"""

TEXT = f"{document(SECTIONS)}\n{TABLE}"
LINES = [line for line in TEXT.split("\n") if line]


def damaged(line: str, chance: random.Random) -> str:
    """A line as bad text recognition, or a torn page, may leave it."""
    match chance.randrange(6):
        case 0:
            return line[: chance.randrange(len(line) + 1)]
        case 1:
            at = chance.randrange(len(line) + 1)
            return line[:at] + chance.choice("|()[]:;.,-+*“”%/ 0179IVX\u200b\xa0") + line[at:]
        case 2:
            return line.swapcase()
        case 3:
            return "".join(c for c in line if chance.random() > 0.1)
        case 4:
            return line.replace(" ", "")
        case _:
            return line[::-1]


def torn(seed: int) -> str:
    """The document with lines shuffled, dropped, doubled and damaged."""
    chance = random.Random(seed)  # noqa: S311 - the damage must be the same each time
    lines: list[str] = []
    for line in LINES:
        lines += [line] * chance.choice((0, 1, 1, 1, 1, 2))
    if seed % 2:
        chance.shuffle(lines)
    return "\n".join(
        damaged(line, chance) if chance.random() < (seed % 5) / 10 else line for line in lines
    )


def records(value: object) -> Iterator[Record]:
    """Every part of a plan that is a record of its own."""
    if isinstance(value, Record):
        yield value
        for name in type(value).model_fields:
            yield from records(getattr(value, name))
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from records(inner)


def spans(plan: Plan) -> list[Span]:
    return [record for record in records(plan) if isinstance(record, Span)]


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize("seed", range(120))
def test_whatever_comes_in_a_plan_comes_out(seed: int, wrapped: bool) -> None:
    text = torn(seed)
    plan = plan_of(text, wrapped=wrapped)
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
    for span in spans(plan):
        assert 0 <= span.start < span.end <= len(text)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    pieces=st.lists(
        st.one_of(
            st.sampled_from(LINES),
            st.text(alphabet="aăđêơƯNXI1.0-+*()/%:;,| \u0301\u200b“”", max_size=40),
            st.text(max_size=20),
        ),
        max_size=30,
    ),
    wrapped=st.booleans(),
)
def test_any_text_gives_a_plan(pieces: list[str], wrapped: bool) -> None:
    text = "\n".join(pieces)
    plan = plan_of(text, wrapped=wrapped)
    for span in spans(plan):
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("lines", [(), (Line("", 0),), (Line("KẾ HOẠCH", 0),)])
def test_an_empty_layout_gives_an_empty_plan(lines: tuple[Line, ...]) -> None:
    plan = understand(Layout(lines, "KẾ HOẠCH", "text", wrapped=True))
    assert (plan.sections, plan.targets, plan.tasks, plan.schedule) == ([], [], [], [])
    assert plan.header.doc_type == ("Kế hoạch" if lines and lines[0].text else None)


def placed(plan: Plan) -> list[tuple[str, Span]]:
    """The texts of one paragraph that know their place."""
    found = [(t.text, t.span) for t in (*plan.targets, *plan.tasks)]
    found += [(d.text, d.span) for r in plan.responsibilities for d in r.tasks]
    found += [(s.title, s.span) for _, s in walk(plan.sections)]
    found += [(b.text, b.span) for _, s in walk(plan.sections) for b in s.content or []]
    found += [(r.name, r.span) for r in plan.recipients]
    return [(text, span) for text, span in found if span and text]


def in_order(words: list[str], text: str) -> bool:
    """Whether `words` stand in `text` one behind the other."""
    at = 0
    for word in words:
        at = text.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


@pytest.mark.parametrize("wrapped", [True, False])
def test_the_words_of_every_item_stand_at_its_place(wrapped: bool) -> None:
    found = placed(plan_of(TEXT, wrapped=wrapped))
    assert len(found) > 30
    for text, span in found:
        assert in_order(text.split(), TEXT[span.start : span.end]), text


@pytest.mark.parametrize("seed", range(0, 120, 5))
def test_the_words_of_every_item_stand_at_its_place_in_a_torn_document(seed: int) -> None:
    text = torn(seed)
    for item, span in placed(plan_of(text, wrapped=True)):
        assert in_order(item.split(), text[span.start : span.end]), item


def test_marks_taken_out_of_a_line_do_not_move_places() -> None:
    source = "I. NHIỆM VỤ\n- Thay **đường ống** cũ."
    bare = "- Thay đường ống cũ."
    start = source.index("- Thay")
    places = tuple(start + i for i, c in enumerate(source[start:]) if c != "*")
    lines = (Line("I. NHIỆM VỤ", 0), Line(bare, start, offsets=places))
    (task,) = understand(Layout(lines, source, "text", wrapped=True)).tasks
    assert task.span is not None
    assert source[task.span.start : task.span.end] == "Thay **đường ống** cũ."


def texts(sections: list[Section]) -> Iterator[str]:
    for section in sections:
        yield section.title
        yield from blocks(section.content or [])
        yield from texts(section.children)


def blocks(content: list[Block]) -> Iterator[str]:
    for block in content:
        yield block.text
        yield from (cell for row in block.rows for cell in row)
        yield from blocks(block.children)


def words(found: Iterable[str]) -> list[str]:
    """The words of letters in these texts."""
    return regex.findall(r"\p{L}+", " ".join(found))


def unlabelled(text: str) -> str:
    """A line without its label."""
    label = parse(text)
    return text[label.end :] if label else text


def test_the_sections_and_the_closing_hold_every_word_of_the_body_in_order() -> None:
    plan = plan_of(TEXT, wrapped=False)
    assert words([*texts(plan.sections), *plan.closing]) == words(
        unlabelled(line) for line in SECTIONS.split("\n")
    )


@pytest.mark.parametrize("seed", range(120))
def test_no_word_of_a_torn_body_is_lost(seed: int) -> None:
    layout = layout_of(torn(seed), wrapped=False)
    structure = structure_of(layout)
    zones = structure.zones
    front = [*zones.preamble, *(zones.carrier.preamble if zones.carrier else [])]
    printed = [unlabelled(p.text) for p in (*flat(zones.body), *front)]
    plan = understand(layout)
    held = [*texts(plan.sections), *(unlabelled(text) for text in plan.preamble), *plan.closing]
    held += [p.text for p in flat(structure.loose)]
    assert sorted(words(held)) == sorted(words(printed))


def test_paths_are_unique_where_labels_are() -> None:
    paths = [path for path, _ in walk(plan_of(TEXT, wrapped=False).sections)]
    assert paths == ["I", "I.1", "I.2", "II", "III", "III.1", "III.2", "IV", "V", "V.1", "V.2"]
    assert len(set(paths)) == len(paths)


def test_readings_name_sections_that_are_there() -> None:
    plan = plan_of(TEXT, wrapped=False)
    paths = {path for path, _ in walk(plan.sections)}
    named = {t.section for t in plan.targets} | {t.section for t in plan.tasks}
    named |= {r.section for r in plan.responsibilities if r.section}
    assert named <= paths
    assert named == {"II", "III.1", "III.2", "V.1", "V.2"}


def bare(value: object) -> object:
    """What was read, without the places."""
    if isinstance(value, dict):
        without = {"span", "spans", "findings", "source"}
        return {key: bare(inner) for key, inner in value.items() if key not in without}
    return [bare(inner) for inner in value] if isinstance(value, list) else value


BASED = document(
    SECTIONS.replace("Lam\nGiang", "Lam Giang").replace("05/12\nhằng", "05/12 hằng"),
    head=HEAD.replace("\nUBND", "\nCăn cứ Luật Tài nguyên nước ngày 27/11/2023;\n\nUBND"),
)
PARAGRAPHS = [line for line in f"{BASED}\n{TABLE}".split("\n") if line]


@pytest.mark.parametrize("width", range(60, 131, 7))
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["dense", "spaced"])
def test_however_the_page_breaks_lines_the_plan_is_the_same(width: int, between: str) -> None:
    printed = (p if p.startswith("|") else textwrap.fill(p, width) for p in PARAGRAPHS)
    text = between.join(printed).replace("|\n\n|", "|\n|")
    wanted = plan_of("\n".join(PARAGRAPHS)).model_dump()
    assert bare(plan_of(text, wrapped=True).model_dump()) == bare(wanted)


MISSING = [
    ("no-title", TEXT.replace("KẾ HOẠCH\n", "", 1)),
    ("no-header", TEXT.split("KẾ HOẠCH", 1)[1].join(["KẾ HOẠCH", ""])),
    ("no-sections", document("Nội dung tự do.")),
    ("no-implementation", document("I. NHIỆM VỤ\n- Thay ống.")),
    ("no-recipients", document(SECTIONS, ending="CHỦ TỊCH\nLê Quang Vinh")),
    ("no-signature", document(SECTIONS, ending="Nơi nhận:\n- Lưu: VT.")),
]


@pytest.mark.parametrize(("code", "text"), MISSING)
def test_what_a_plan_lacks_is_a_finding(code: str, text: str) -> None:
    assert code not in [finding.code for finding in plan_of(TEXT).findings]
    (finding,) = [f for f in plan_of(text).findings if f.code == code]
    assert finding.severity == "info"
    assert finding.message


def test_the_source_is_named() -> None:
    source = understand(layout_of(TEXT), "ke-hoach.txt").source
    assert source == Source(name="ke-hoach.txt", format="text", characters=len(TEXT))


ITEMS = [
    # lines under the heading, the tasks they give
    (["- Rà soát hồ sơ;", "- Họp dân."], ["Rà soát hồ sơ;", "Họp dân."]),
    (["a) Rà soát hồ sơ;", "b) Họp dân."], ["Rà soát hồ sơ;", "Họp dân."]),
    (["Rà soát hồ sơ.", "Họp dân."], ["Rà soát hồ sơ.", "Họp dân."]),
    (
        ["- Chuẩn bị:", "+ Ống nước;", "+ Máy bơm.", "- Họp dân."],
        ["Chuẩn bị: Ống nước; Máy bơm.", "Họp dân."],
    ),
    (["Gồm các việc sau:", "- Rà soát hồ sơ;", "- Họp dân."], ["Rà soát hồ sơ;", "Họp dân."]),
    (["Gồm việc sau:", "- Họp dân."], ["Họp dân."]),
    (["- Rà soát hồ sơ;", "Họp dân ở các thôn:"], ["Rà soát hồ sơ;", "Họp dân ở các thôn:"]),
    (["- Rà soát hồ sơ./."], ["Rà soát hồ sơ./."]),
    (["- Rà soát hô sơ ( đã nộp )"], ["Rà soát hô sơ ( đã nộp )"]),
]


@pytest.mark.parametrize(("lines", "tasks"), ITEMS)
@pytest.mark.parametrize("heading", ["III. NHIỆM VỤ", "III. GIẢI PHÁP"])
def test_one_task_for_each_item(heading: str, lines: list[str], tasks: list[str]) -> None:
    plan = plan_with("\n".join([heading, *lines]))
    assert [(t.text, t.section) for t in plan.tasks] == [(text, "III") for text in tasks]
    assert {t.kind for t in plan.tasks} == {plan.sections[0].kind}


@pytest.mark.parametrize(
    "lines",
    [
        ["- Ngân sách xã: 200 triệu đồng;", "- Người dân góp công."],
        ["1. Ngân sách xã bảo đảm 200 triệu đồng cho việc thay đường ống.", "2. Dân góp công."],
        ["Kinh phí từ ngân sách xã."],
    ],
)
def test_funding_is_the_items_of_its_section(lines: list[str]) -> None:
    plan = plan_with("\n".join(["IV. KINH PHÍ", *lines, "V. TỔ CHỨC THỰC HIỆN", "- Họp."]))
    assert plan.funding == [line.removeprefix("- ").lstrip("12. ") for line in lines]
    assert plan.tasks == []


def test_funding_under_implementation_counts_too() -> None:
    plan = plan_with("V. TỔ CHỨC THỰC HIỆN\n1. Kinh phí\n- Ngân sách xã.\n2. Các thôn\n- Họp dân.")
    assert plan.funding == ["Ngân sách xã."]
    assert [r.unit for r in plan.responsibilities] == ["Các thôn"]


def test_a_plan_that_is_only_a_table_is_read_too() -> None:
    head = f"{document(ending='').strip()}\n"
    work = plan_of(head + "\n".join(TABLE.split("\n")[2:]))
    assert [(a.text, a.lead) for a in work.schedule] == [("Thay đường ống", ["Phòng Kinh tế xã"])]
    aims = plan_of(head + "| TT | Chỉ tiêu | Năm 2026 | Năm 2027 |\n| 1 | Cây xanh | 40 | 50 |")
    assert [(t.text, t.value, t.year) for t in aims.targets] == [
        ("Cây xanh", 40, 2026),
        ("Cây xanh", 50, 2027),
    ]
    assert {t.section for t in aims.targets} == {None}


def test_items_before_the_first_section_belong_to_the_preamble() -> None:
    head = document(ending="").strip()
    plan = plan_of(f"{head}\n- Chuẩn bị:\n+ Ống nước;\n+ Máy bơm.\nI. NHIỆM VỤ\n- Họp dân.")
    assert plan.preamble[-3:] == ["- Chuẩn bị:", "+ Ống nước;", "+ Máy bơm."]
    assert [s.title for s in plan.sections] == ["NHIỆM VỤ"]


def test_appendices() -> None:
    one = "PHỤ LỤC I\nPHÂN CÔNG\nNHIỆM VỤ\n(Kèm theo Kế hoạch này)\n- Ống."
    text = f"{document(SECTIONS)}\n{one}\n{TABLE}"
    first, second = plan_of(text).appendices
    assert (first.label, first.title) == ("PHỤ LỤC I", "PHÂN CÔNG NHIỆM VỤ")
    assert first.reference == "(Kèm theo Kế hoạch này)"
    assert [(b.type, b.label, b.text) for b in first.content] == [("item", "-", "Ống.")]
    assert (second.label, second.title, second.reference) == ("PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ", None)
    assert [b.type for b in second.content] == ["table"]


def test_a_table_before_the_first_section_stands_in_it() -> None:
    table = "| TT | Tên thôn |\n| 1 | Thôn Thượng |"
    plan = plan_of(document(f"{table}\nI. NHIỆM VỤ\n- Thay đường ống."))
    content = plan.sections[0].content or []
    assert [(block.type, block.text) for block in content] == [
        ("table", ""),
        ("item", "Thay đường ống."),
    ]
    assert content[0].rows == [["TT", "Tên thôn"], ["1", "Thôn Thượng"]]


def test_a_document_named_over_two_lines_of_a_footnote_is_one() -> None:
    body = (
        "I. MỤC TIÊU\n- 95% hộ có nước[1].\nII. NHIỆM VỤ\n- Thay ống.\n"
        "[1] Số liệu của Chi cục Thủy lợi tại thời điểm cuối năm theo Nghị quyết\n"
        "số 60/2024/NQ-HĐND ngày 24/12/2024 của Hội đồng nhân dân tỉnh."
    )
    (citation,) = plan_of(document(body), wrapped=True).citations
    assert (citation.doc_type, citation.code) == ("Nghị quyết", "60/2024/NQ-HĐND")
