"""Plans of a district and a province to draft from: two written by hand, and any number made up.

The text of a plan is written in lines: `I. TIÊU ĐỀ | kind` a section (Roman, Arabic, a letter),
`- …` and `a) …` items, `  + …` an item below the last, `Trên đây…` the closing, `| … | … |` a row
of the appendix. What is read in it (targets, tasks, duties) is put in by simple rules.
"""

import re
from pathlib import Path

from hypothesis import strategies as st

from plan.model import (
    Appendix,
    Area,
    Assignment,
    Block,
    Citation,
    Deadline,
    Duty,
    Header,
    Period,
    Plan,
    Responsibility,
    Section,
    Target,
    Task,
)

_SECTION = re.compile(r"(?P<label>[IVX]+|\d+|[a-zđ])[.)] (?P<title>.+?) \| (?P<kind>\w+)$")
_ITEM = re.compile(r"(?P<below>  )?(?P<label>[-+]|[a-zđ]\)|\d+\.) (?P<text>.+)")
_SHARE = re.compile(r"(?P<value>\d+) ?(?P<unit>%|trạm|điểm)")
_BY = re.compile(
    r"trước ngày (?P<day>\d+)/(?P<month>\d+)(?P<yearly> hằng năm)?(?:/(?P<year>\d{4}))?"
)
_TO = re.compile(r"[Bb]áo cáo[^.;]*?(?P<to>UBND (?:huyện|tỉnh|thành phố)|Sở [\w ]+?(?= trước))")
_ROLES = {
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "advise": "tham mưu",
    "monitor": "theo dõi",
    "report": "báo cáo",
    "propagate": "tuyên truyền",
    "guide": "hướng dẫn",
}


def plan_from(text: str, header: Header, area: Area, citations: list[Citation]) -> Plan:
    """The plan that `text` writes."""
    plan = Plan(header=header, area=area, legal_bases=citations, period=Period(end=2025))
    open_sections: list[Section] = []
    for line in text.strip().splitlines():
        if section := _SECTION.fullmatch(line.strip()):
            _open(plan, open_sections, section)
        elif line.startswith("|"):
            _row(plan, [cell.strip() for cell in line.strip("|").split("|")])
        elif line.startswith("Trên đây"):
            plan.closing.append(line)
            _close(plan, line)
        elif line.strip():
            _write(open_sections[-1], line)
    _read(plan, plan.sections, "")
    return plan


def _open(plan: Plan, above: list[Section], found: re.Match[str]) -> None:
    level = 1 if found["label"][0] in "IVX" else 2 if found["label"].isdigit() else 3
    section = Section(
        label=found["label"], title=found["title"], level=level, kind=found["kind"], content=[]
    )
    del above[level - 1 :]
    (above[-1].children if above else plan.sections).append(section)
    above.append(section)


def _write(section: Section, line: str) -> None:
    content = section.content if section.content is not None else []
    item = _ITEM.fullmatch(line)
    if item is None:
        content.append(Block(type="paragraph", text=line.strip()))
        return
    block = Block(type="item", label=item["label"], text=item["text"])
    (content[-1].children if item["below"] else content).append(block)


def _row(plan: Plan, cells: list[str]) -> None:
    if not plan.appendices:
        table = Block(type="table")
        plan.appendices.append(Appendix(label="Phụ lục", title="PHÂN CÔNG", content=[table]))
    plan.appendices[0].content[0].rows.append(cells)
    if cells[0].isdigit():
        lead, partners = ([unit.strip() for unit in cell.split(";")] for cell in cells[2:4])
        due = Deadline(text=cells[4])
        row = Assignment(
            text=cells[1],
            lead=lead,
            partners=[one for one in partners if one],
            deadline=due,
            output=cells[5],
        )
        plan.schedule.append(row)


def _close(plan: Plan, line: str) -> None:
    for sentence in re.split(r"(?<=\.) ", line)[1:]:
        unit = re.search(r"(?:Yêu cầu|Đề nghị) (.+?) (?:nghiêm|triển|thực)", sentence)
        plan.responsibilities.append(
            Responsibility(unit=unit[1] if unit else "các đơn vị", tasks=[_duty(sentence)])
        )


def _read(plan: Plan, sections: list[Section], above: str) -> None:
    for section in sections:
        path = ".".join(step for step in (above, section.label or "") if step)
        for block in section.content or []:
            _read_block(plan, section, path, block)
        _read(plan, section.children, path)


def _read_block(plan: Plan, section: Section, path: str, block: Block) -> None:
    whole = " ".join((block.text, *(child.text for child in block.children)))
    if section.kind in ("targets", "tasks", "solutions"):
        plan.targets += _targets(block.text, section, path)
    if section.kind in ("tasks", "solutions"):
        plan.tasks.append(Task(text=whole, section=path, kind=section.kind))
    if section.kind == "funding":
        plan.funding.append(whole)
    if section.kind == "implementation":
        if not plan.responsibilities or plan.responsibilities[-1].section != path:
            plan.responsibilities.append(Responsibility(unit=section.title, section=path))
        plan.responsibilities[-1].tasks.append(_duty(whole))


def _targets(text: str, section: Section, path: str) -> list[Target]:
    shares = list(_SHARE.finditer(text))
    if not shares and section.kind == "targets":
        return [Target(text=text, section=path, kind="targets", year=2025)]
    return [
        Target(
            text=text,
            indicator=" ".join(_SHARE.sub("", text, count=1).strip(" ;.").split()),
            comparator="=",
            value=int(share["value"]),
            unit=share["unit"],
            year=2025,
            section=path,
            kind=section.kind,
        )
        for share in shares
    ]


def _duty(text: str) -> Duty:
    low = text.lower()
    roles = sorted((low.find(word), role) for role, word in _ROLES.items() if word in low)
    by, to = _BY.search(text), _TO.search(text)
    deadline = by and Deadline(
        text=by[0],
        date=f"{by['year']}-{int(by['month']):02d}-{int(by['day']):02d}" if by["year"] else None,
        every="year" if by["yearly"] else None,
        month=int(by["month"]) if by["yearly"] else None,
        day=int(by["day"]) if by["yearly"] else None,
    )
    return Duty(
        text=text,
        roles=[role for _, role in roles] or ["implement"],
        partners=re.findall(r"phối hợp với (.+?) (?=rà|tổ chức|tuyên)", low and text),
        deadline=deadline,
        reports_to=to["to"] if to else None,
    )


def district_plan() -> Plan:
    """A district's plan of 2024 on digital infrastructure."""
    return plan_from(
        _text("parent-district.txt"),
        Header(
            agency="ỦY BAN NHÂN DÂN HUYỆN AN SƠN",
            number=7,
            symbol="KH-UBND",
            place="An Sơn",
            date="2024-03-04",
            doc_type="Kế hoạch",
            subject="Phát triển hạ tầng số trên địa bàn huyện An Sơn đến năm 2025",
        ),
        Area(level="district", type="huyện", name="An Sơn", province="Lam Giang"),
        [Citation(doc_type="Nghị quyết", code="15-NQ/TU", date="2022-10-03", issuer="Tỉnh ủy")],
    )


def province_plan() -> Plan:
    """A province's plan of 2026 on sorting household waste."""
    return plan_from(
        _text("parent-province.txt"),
        Header(
            agency="ỦY BAN NHÂN DÂN TỈNH KIM SƠN",
            number=112,
            symbol="KH-UBND",
            place="Kim Sơn",
            date="2026-01-20",
            doc_type="Kế hoạch",
            subject="Phân loại rác tại nguồn trên địa bàn tỉnh Kim Sơn năm 2026",
        ),
        Area(level="province", type="tỉnh", name="Kim Sơn", province="Kim Sơn"),
        [],
    )


def _text(name: str) -> str:
    return (Path(__file__).parent / "test_docgen" / name).read_text(encoding="utf-8")


def without_text(plan: Plan) -> Plan:
    """The same plan as data alone."""
    sections = [_bare(section) for section in plan.sections]
    bare = {"sections": sections, "preamble": [], "closing": [], "appendices": []}
    return plan.model_copy(update=bare)


def _bare(section: Section) -> Section:
    children = [_bare(child) for child in section.children]
    return section.model_copy(update={"content": None, "children": children})


_TARGETS = (
    "90% hộ dân trên địa bàn {unit} dùng nước sạch;",
    "Tỷ lệ xã đạt chuẩn về y tế đạt 85%.",
    "100% UBND các xã, phường dùng chữ ký số;",
    "Lắp đặt 14 trạm quan trắc;",
    "Nâng cao ý thức của người dân.",
    "Hình thành kho dữ liệu dùng chung của {kind};",
)
_TASKS = (
    "Rà soát, cập nhật dữ liệu tại các xã, phường.",
    "Ban hành bộ chỉ số đánh giá; tổ chức thực hiện trên địa bàn {kind}.",
    "Xây dựng trung tâm giám sát (IOC) của {kind}.",
    "Thực hiện Quyết định số 45/QĐ-UBND ngày 06/3/2024 của UBND {unit} về chăm sóc cây xanh.",
    "Phấn đấu 60% hộ dân tham gia.",
    "Tuyên truyền theo hướng dẫn của {kind}:\n  + Trên loa truyền thanh;\n  + Tại các buổi họp.",
)
_DUTIES = (
    "Chủ trì, phối hợp với {office} tổ chức thực hiện.",
    "Hướng dẫn UBND các xã, phường thực hiện nhiệm vụ.",
    "Tham mưu UBND {kind} bố trí kinh phí; kiểm tra việc sử dụng.",
    "Báo cáo UBND {kind} kết quả trước ngày 25/11 hằng năm.",
    "Vận hành trung tâm giám sát (IOC) của {kind}.",
    "Tổng hợp, báo cáo cấp trên trước ngày 10 hằng tháng.",
)
_ORDERS = (
    "Xây dựng kế hoạch thực hiện của địa phương.",
    "Bố trí ngân sách; vận động Nhân dân đóng góp.",
    "Chỉ đạo các thôn, tổ dân phố họp dân.",
    "Báo cáo UBND {kind} (qua {office}) trước ngày 05/12 hằng năm.",
    "Giải quyết thủ tục hành chính đúng hạn.",
)
_OFFICES = {
    "huyện": ("Phòng Nội vụ", "Phòng Tư pháp", "Phòng Y tế", "Phòng Kinh tế và Hạ tầng"),
    "thị xã": ("Phòng Kinh tế", "Phòng Quản lý đô thị", "Phòng Văn hóa và Thông tin"),
    "tỉnh": ("Sở Nội vụ", "Sở Y tế", "Sở Xây dựng", "Văn phòng UBND tỉnh"),
}
_BODIES = (
    "Công an {kind}",
    "Hội Nông dân {kind}",
    "Kho bạc Nhà nước {kind}",
    "Hợp tác xã Tân Tiến",
)
_ROWS = (
    "Khảo sát nhu cầu | {office} | UBND các xã, phường | Quý I | Danh sách",
    "Nâng cấp LGSP của {kind} | {office} | | Quý II | Hệ thống",
    "Tập huấn | UBND các xã, phường | {office}; Công an {kind} | Thường xuyên | Lớp học",
)


@st.composite
def parents(draw: st.DrawFn) -> Plan:
    """Any plan of a district, a town or a province, with its text or as data alone."""
    kind = draw(st.sampled_from(sorted(_OFFICES)))
    words = {"kind": kind, "unit": f"{kind} Tam Giang"}

    def some(pool: tuple[str, ...], least: int = 0) -> list[str]:
        office = draw(st.sampled_from(_OFFICES[kind]))
        chosen = draw(st.lists(st.sampled_from(pool), min_size=least, max_size=4, unique=True))
        return [one.format(**words, office=office) for one in chosen]

    units = [*some(_OFFICES[kind], 1), *some(_BODIES)]
    lines = ["I. MỤC TIÊU | targets", *(f"- {text}" for text in some(_TARGETS))]
    lines += [
        "II. NHIỆM VỤ | tasks",
        "1. Việc chung | tasks",
        *(f"- {one}" for one in some(_TASKS)),
    ]
    lines += ["III. KINH PHÍ | funding", "Ngân sách {kind} bảo đảm 300 triệu đồng.".format(**words)]
    lines += ["IV. TỔ CHỨC THỰC HIỆN | implementation"]
    for number, unit in enumerate(units, 1):
        lines += [f"{number}. {unit} | implementation", *(f"- {one}" for one in some(_DUTIES, 1))]
    orders = some(_ORDERS)
    if orders:
        lines += [f"{len(units) + 1}. UBND các xã, phường | implementation"]
        lines += [f"- {one}" for one in orders]
    lines += ["Trên đây là Kế hoạch. Đề nghị các đơn vị thực hiện./."]
    rows = [f"| {number} | {row} |" for number, row in enumerate(some(_ROWS), 1)]
    head = ["| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian | Sản phẩm |"]
    text = "\n".join([*lines, *(head + rows if rows else [])])
    level = "province" if kind == "tỉnh" else "district"
    area = Area(level=level, type=kind, name="Tam Giang", province="Tam Giang")
    header = Header(number=3, symbol="KH-UBND", date="2024-02-01", subject="Chăm sóc cây xanh")
    plan = plan_from(text, header, area, [])
    return without_text(plan) if draw(st.booleans()) else plan
