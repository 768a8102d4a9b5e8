"""Generated plans: `wild_plans` of any content, `plans` of the kind that offices write.

`wild_plans` may hold whatever the model allows: printing them must not fail. `plans` are made of
sentences whose meaning is known, with their full text, so that they can be read back equal.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from docgen.compose import compose
from plan.model import (
    Appendix,
    Area,
    Assignment,
    Baseline,
    Block,
    Citation,
    Comparator,
    Deadline,
    Duty,
    Every,
    Header,
    Period,
    Plan,
    Recipient,
    Responsibility,
    Role,
    Section,
    SectionKind,
    Signature,
    Target,
    Task,
)

Made = TypeVar("Made")

SYLLABLES = (
    "an", "bảo", "cấp", "chuyển", "dân", "đổi", "đường", "hạ", "hộ", "huyện", "Internet", "kế",
    "mạng", "người", "nước", "phát", "quốc", "rừng", "số", "tầng", "thôn", "thực", "tỷ", "ưu",
    "vệ", "xã", "y", "ủy", "Đức", "ơ", "ượ",
)  # fmt: skip
ODD = (
    "{{ 7*7 }}", "{% if x %}", "{%p endif %}", "{_{ y }_}", "{_% z %_}", "&amp;", "<w:p/>", "]]>",
    '"', "'", "“ngoặc”", "\n", "\t", "\r\n", "\x07", "\x0b", "\x0c", "\u2028", "\ufdd0",
    "\ufffe", "\U0001f600", "e\u0302\u0301", "\u00ad", "\u200b", "./.", "-", "#", "a)",
)  # fmt: skip
LABELS = ("I", "IV", "1", "12", "2.1", "a", "đ", "Phần I", "Chương II", "A", "*", "i.", "")
MARKS = ("-", "+", "*", "a)", "b", "1.", "2", "•", "(1)", None)

words = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=25).map(" ".join)
wild_texts = st.one_of(
    words,
    st.lists(st.sampled_from((*SYLLABLES, *ODD)), max_size=12).map(" ".join),
    st.text(max_size=30),
)
maybe = st.none() | wild_texts
numbers = st.integers(-3, 10**6) | st.floats(0, 10**6, allow_nan=False)
years = st.none() | st.integers(1990, 2100)
dates = st.none() | st.sampled_from(("2025-01-07", "2026-03", "2026", "2024-12-31")) | wild_texts


def some(strategy: st.SearchStrategy[Made], most: int = 3) -> st.SearchStrategy[list[Made]]:
    return st.lists(strategy, max_size=most)


tables = st.builds(Block, type=st.just("table"), text=wild_texts, rows=some(some(wild_texts, 9), 5))
leaves = tables | st.builds(
    Block,
    type=st.sampled_from(("paragraph", "item")),
    label=st.sampled_from(MARKS),
    text=wild_texts,
)
blocks = st.recursive(
    leaves,
    lambda below: st.builds(
        Block, type=st.just("item"), label=st.sampled_from(MARKS), text=wild_texts,
        children=some(below),
    ),
    max_leaves=6,
)  # fmt: skip
kinds = st.sampled_from(get_args(SectionKind))


def sections_over(below: st.SearchStrategy[list[Section]]) -> st.SearchStrategy[list[Section]]:
    return some(
        st.builds(
            Section,
            label=st.none() | st.sampled_from(LABELS),
            title=wild_texts,
            level=st.integers(1, 9),
            kind=kinds,
            children=below,
            content=st.none() | some(blocks),
        )
    )


outlines = sections_over(st.just([]))
for _ in range(3):
    outlines = sections_over(outlines | st.just([]))

paths = st.none() | st.sampled_from(("I", "I.1", "IV.2.1.a", "1", "Phần I.I", "", "nowhere"))
deadlines = st.none() | st.builds(
    Deadline, text=wild_texts, date=dates, every=st.none() | st.sampled_from(get_args(Every))
)
citations = st.builds(
    Citation,
    doc_type=st.none() | st.sampled_from(("Luật", "Nghị quyết", "Kế hoạch")) | wild_texts,
    code=maybe,
    date=dates,
    issuer=maybe,
    subject=maybe,
)
wild_targets = st.builds(
    Target,
    text=wild_texts,
    indicator=maybe,
    comparator=st.none() | st.sampled_from(get_args(Comparator)),
    value=st.none() | numbers,
    value_max=st.none() | numbers,
    unit=maybe,
    year=years,
    baseline=st.none() | st.builds(Baseline, value=numbers, unit=maybe, as_of=dates),
    section=paths,
    kind=st.none() | kinds,
) | wild_texts.flatmap(
    lambda name: st.builds(
        Target, text=st.just(name), indicator=st.just(name), value=numbers, year=years
    )
)
duties = st.builds(
    Duty,
    text=wild_texts,
    roles=some(st.sampled_from(get_args(Role))),
    partners=some(wild_texts),
    deadline=deadlines,
)
wild_plans: st.SearchStrategy[Plan] = st.builds(
    Plan,
    header=st.builds(
        Header,
        parent_agency=maybe,
        agency=maybe | st.just("ỦY BAN NHÂN DÂN XÃ ĐỨC AN"),
        number=st.none() | st.integers(0, 99999),
        symbol=maybe,
        place=maybe,
        date=dates,
        doc_type=maybe,
        subject=maybe,
    ),
    area=st.builds(Area, type=st.sampled_from((None, "xã", "phường")), name=maybe),
    period=st.builds(Period, start=years, end=years, vision=years),
    legal_bases=some(citations, 4),
    citations=some(citations),
    preamble=some(wild_texts),
    sections=outlines,
    targets=some(wild_targets, 5),
    tasks=some(st.builds(Task, text=wild_texts, section=paths, kind=st.none() | kinds), 5),
    responsibilities=some(
        st.builds(Responsibility, unit=wild_texts, section=paths, tasks=some(duties))
    ),
    funding=some(wild_texts),
    schedule=some(
        st.builds(
            Assignment, text=wild_texts, lead=some(wild_texts), partners=some(wild_texts),
            deadline=deadlines, output=maybe, group=maybe,
        )
    ),
    closing=some(wild_texts, 2),
    recipients=some(st.builds(Recipient, name=wild_texts, note=maybe), 8),
    filing=some(wild_texts),
    signature=st.builds(Signature, authority=maybe, on_behalf=maybe, position=maybe, name=maybe),
    appendices=some(
        st.builds(
            Appendix, label=st.sampled_from((None, "I", "Phụ lục", "Phụ lục 2", "{{ x }}")),
            title=maybe, reference=maybe, content=some(blocks),
        ),
        2,
    ),
)  # fmt: skip

NAMES = ("Đức An", "Thạch Lâm", "Hòa Phú", "Ya Mơ", "Phú Ưng", "Cẩm Ngân")
PEOPLE = ("Nguyễn Văn An", "Trần Thị Ngọc Ánh", "Lê Ưng", "Đỗ Hoàng Minh Quý")
THEMES = (
    "Phát triển hạ tầng số", "Cấp nước sạch nông thôn", "Phòng cháy, chữa cháy rừng",
    "Thực hiện công tác bình đẳng giới", "Thu gom, xử lý rác thải",
)  # fmt: skip
MEASURED = (
    "Tỷ lệ hộ gia đình được sử dụng nước sạch",
    "Tỷ lệ người dân trưởng thành có tài khoản định danh điện tử",
    "Tỷ lệ hồ sơ được giải quyết đúng hạn",
    "Tỷ lệ rác thải sinh hoạt được thu gom",
)
REACHED: tuple[tuple[str, Comparator], ...] = (
    ("đạt", "="), ("đạt trên", ">"), ("đạt tối thiểu", ">="), ("đạt ít nhất", ">="),
)  # fmt: skip
WORKS = (
    "Tuyên truyền, vận động người dân tham gia bảo vệ nguồn nước",
    "Rà soát, sửa chữa các công trình đã xuống cấp",
    "Tập huấn nghiệp vụ cho cán bộ thôn",
    "Kiểm tra việc chấp hành pháp luật về phòng cháy & chữa cháy",
    "Nâng cấp đường truyền Internet < 50 Mbps tại nhà văn hóa thôn",
)
UNITS = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Trạm Y tế xã", "Các thôn")
ORDERS: tuple[tuple[str, list[Role], list[str]], ...] = (
    ("Chủ trì, phối hợp với Trạm Y tế xã kiểm tra nước giếng", ["lead", "coordinate", "monitor"],
     ["Trạm Y tế xã"]),
    ("Tham mưu Ủy ban nhân dân xã ban hành văn bản chỉ đạo", ["advise"], []),
    ("Tuyên truyền đến từng hộ dân", ["propagate"], []),
    ("Bố trí nhân lực, vật tư", ["implement"], []),
)  # fmt: skip
OPENINGS = ("Bảo đảm mọi người dân được thụ hưởng", "Huy động sự tham gia của cả cộng đồng")
MONEY = (
    "Ngân sách nhà nước theo phân cấp hiện hành",
    "Nguồn đóng góp tự nguyện của tổ chức, cá nhân",
)
RECEIVERS = ("Thường trực Đảng ủy", "Thường trực HĐND xã", "Các thôn", "Trạm Y tế xã")

BASES = (
    Citation(
        doc_type="Luật", date="2025-06-16", subject="Tổ chức chính quyền địa phương"
    ),
    Citation(
        doc_type="Nghị định", code="150/2025/NĐ-CP", date="2025-06-12", issuer="Chính phủ",
        subject="quy định tổ chức các cơ quan chuyên môn thuộc Ủy ban nhân dân",
    ),
    Citation(
        doc_type="Quyết định", code="411/QĐ-TTg", date="2022-03-31",
        issuer="Thủ tướng Chính phủ", subject="phê duyệt Chiến lược phát triển kinh tế số",
    ),
    Citation(
        doc_type="Kế hoạch", code="88/KH-UBND", date="2026-01-05", issuer="UBND tỉnh Hải Lâm",
        subject="phát triển nông thôn",
    ),
)  # fmt: skip
DUE = (
    Deadline(text="Quý II/2026", date="2026-Q2"),
    Deadline(text="Thường xuyên", every="ongoing"),
    None,
)
SIGNED = (
    Signature(position="CHỦ TỊCH"),
    Signature(authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH"),
    Signature(authority="TM. ỦY BAN NHÂN DÂN", on_behalf="KT. CHỦ TỊCH", position="PHÓ CHỦ TỊCH"),
)


def unique(values: Sequence[Made], least: int = 0) -> st.SearchStrategy[list[Made]]:
    return st.lists(st.sampled_from(values), unique_by=str, min_size=least, max_size=4)


def ended(draw: Callable[..., Any], text: str) -> str:
    return text + draw(st.sampled_from((";", ".")))


def target(draw: Callable[..., Any], name: str, year: int, section: str) -> Target:
    verb, comparator = draw(st.sampled_from(REACHED))
    value = draw(st.integers(1, 99) | st.sampled_from((62.5, 98.25)))
    text = ended(draw, f"{name} {verb} {str(value).replace('.', ',')}%")
    return Target(
        text=text, indicator=name, comparator=comparator, value=value, unit="%", year=year,
        section=section, kind="targets",
    )  # fmt: skip


def duty(draw: Callable[..., Any], order: tuple[str, list[Role], list[str]]) -> Duty:
    text, roles, partners = order
    return Duty(text=ended(draw, text), roles=roles, partners=partners)


def period(draw: Callable[..., Any], year: int) -> tuple[str, Period]:
    return draw(
        st.sampled_from(
            (
                (f"năm {year}", Period(start=year, end=year)),
                (f"giai đoạn {year} - {year + 4}", Period(start=year, end=year + 4)),
                (
                    f"đến năm {year}, định hướng đến năm {year + 5}",
                    Period(end=year, vision=year + 5),
                ),
            )
        )
    )


def head(draw: Callable[..., Any], kind: str, name: str, years: str) -> Header:
    theme = draw(st.sampled_from(THEMES))
    return Header(
        agency=f"ỦY BAN NHÂN DÂN {kind.upper()} {name.upper()}",
        number=draw(st.none() | st.integers(1, 2000)),
        symbol="KH-UBND",
        place=name,
        date=draw(st.sampled_from(("2026-01-05", "2026-03-15", "2026-03", "2025-12-31"))),
        doc_type="Kế hoạch",
        subject=f"{theme} trên địa bàn {kind} {name} {years}",
    )


def section(label: str, title: str, kind: SectionKind, *children: Section) -> Section:
    level = 1 if label.isupper() else 2
    return Section(label=label, title=title, level=level, kind=kind, children=list(children))


def numbered(kind: SectionKind, titles: Sequence[str]) -> list[Section]:
    return [section(str(number), title, kind) for number, title in enumerate(titles, start=1)]


@st.composite
def plans(draw: Callable[..., Any]) -> Plan:
    """A plan of a commune whose text says just what its data say."""
    kind, name = draw(st.sampled_from(("xã", "phường"))), draw(st.sampled_from(NAMES))
    years, when = period(draw, draw(st.integers(2024, 2030)))
    bases = draw(unique(BASES))
    province = "Hải Lâm" if BASES[-1] in bases else None
    units = draw(unique(UNITS, 1))
    goals = [when.end or 0, when.vision or 0][: 2 if when.vision else 1]
    works = numbered(
        "tasks_and_solutions", draw(unique(("Nâng cao nhận thức", "Phát triển hạ tầng")))
    )
    sections = [
        section(
            "I", "MỤC ĐÍCH, YÊU CẦU", "purpose_and_requirements",
            section("1", "Mục đích", "purpose"), section("2", "Yêu cầu", "requirements"),
        ),
        section(
            "II", "MỤC TIÊU", "targets",
            *numbered("targets", [f"Mục tiêu đến năm {year}" for year in goals]),
        ),
        section("III", "NHIỆM VỤ, GIẢI PHÁP", "tasks_and_solutions", *works),
        section("IV", "KINH PHÍ THỰC HIỆN", "funding"),
        section("V", "TỔ CHỨC THỰC HIỆN", "implementation", *numbered("implementation", units)),
    ]  # fmt: skip
    data = Plan(
        header=head(draw, kind, name, years),
        area=Area(level="commune", type=kind, name=name, province=province),
        period=when,
        legal_bases=bases,
        sections=sections,
        targets=[
            target(draw, measured, year, f"II.{number}")
            for number, year in enumerate(goals, start=1)
            for measured in draw(unique(MEASURED, 1))
        ],
        tasks=[
            Task(text=ended(draw, text), section=f"III.{number}" if number else "III",
                 kind="tasks_and_solutions")
            for number in (range(1, len(works) + 1) if works else (0,))
            for text in draw(unique(WORKS, 1))
        ],
        responsibilities=[
            Responsibility(
                unit=unit, section=f"V.{number}",
                tasks=[duty(draw, order) for order in draw(unique(ORDERS, 1))],
            )
            for number, unit in enumerate(units, start=1)
        ],
        funding=[ended(draw, text) for text in draw(unique(MONEY, 1))],
        schedule=[
            Assignment(text=text, lead=draw(unique(UNITS, 1)), partners=draw(unique(UNITS)),
                       deadline=draw(st.sampled_from(DUE)), output="Báo cáo")
            for text in draw(unique(WORKS))
        ],
        recipients=[
            Recipient(name=one, note=draw(st.sampled_from((None, "để b/c", "t/h"))))
            for one in draw(unique(RECEIVERS, 1))
        ],
        filing=draw(st.sampled_from((["VT"], ["VT", "VHXH"], ["VT", "KT.02b"]))),
        signature=draw(st.sampled_from(SIGNED)).model_copy(
            update={"name": draw(st.sampled_from(PEOPLE))}
        ),
    )  # fmt: skip
    whole = compose(data).plan
    for purpose in whole.sections[0].children:
        purpose.content = [
            Block(type="item", label="-", text=ended(draw, text))
            for text in draw(unique(OPENINGS, 1))
        ]
    return whole
