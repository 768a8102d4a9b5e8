"""Drafts from several documents: more superiors, letters, the commune's own last plan."""

from parents import plan_from, province_plan

from docgen.draft import Draft, draft
from docgen.profile import Profile
from plan.model import Area, Block, Citation, Header, Plan, Section

OWN = Profile.model_validate(
    {
        "commune": {"type": "phường", "name": "Minh Tân", "province": "Kim Sơn"},
        "plan": {"date": "2026-03"},
    }
)
PROVINCE = Area(level="province", type="tỉnh", name="Kim Sơn")
SECOND = plan_from(
    "I. MỤC TIÊU | targets\n- 80% hộ dân trên địa bàn tỉnh có thùng rác hai ngăn;\n"
    "II. KIỂM TRA | tasks\n- Kiểm tra việc đổ rác.\n"
    "III. TỔ CHỨC THỰC HIỆN | implementation\n1. Sở Tài chính | implementation\n"
    "- Bố trí kinh phí thực hiện Kế hoạch.\n- Kiểm tra việc chi tiêu.",
    Header(number=30, symbol="KH-UBND", date="2026-02-01", subject="Thùng rác hai ngăn"),
    PROVINCE,
    [],
)
LAST = plan_from(
    "I. MỤC TIÊU | targets\n- 55% hộ dân phân loại rác;",
    Header(number=5, symbol="KH-UBND", date="2025-03-01", subject="Phân loại rác"),
    Area(level="commune", type="phường", name="Minh Tân"),
    [],
)
LETTER = Plan(
    header=Header(agency="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", number=214, symbol="SNNMT-MT"),
    area=PROVINCE,
    sections=[
        Section(
            label="V",
            title="v xây dựng kế hoạch phân loại rác năm 2026",
            content=[
                Block(type="paragraph", text="Kim Sơn, ngày 02 tháng 3 năm 2026"),
                Block(type="paragraph", text="Kính gửi: UBND các xã, phường, đặc khu."),
                Block(type="paragraph", text="Thực hiện chỉ đạo của UBND tỉnh, Sở đề nghị:"),
                Block(type="item", label="1.", text="Ban hành kế hoạch thực hiện của địa phương;"),
                Block(type="item", label="-", text="Tối thiểu 90% hộ gia đình phân loại rác."),
                Block(type="item", label="2.", text="Gửi danh sách điểm tập kết rác về Sở."),
            ],
        )
    ],
    closing=["Sở Nông nghiệp và Môi trường đề nghị quan tâm thực hiện./."],
)


def unit_tasks(done: Draft) -> dict[str, list[str]]:
    return {unit.unit: [duty.text for duty in unit.tasks] for unit in done.plan.responsibilities}


def every_item_has_a_fate(done: Draft, parents: list[Plan]) -> None:
    pointers = [item.pointer for item in done.report.parent]
    assert len(pointers) == len(set(pointers))
    for number, parent in enumerate(parents):
        prefix = f"/others/{number - 1}" if number else ""
        for name in ("targets", "tasks", "schedule", "preamble"):
            for place in range(len(getattr(parent, name))):
                assert f"{prefix}/{name}/{place}" in pointers
    for item in done.report.parent:
        assert bool(item.child) == (item.fate != "left_out"), item
        assert item.reason or item.fate in ("kept", "adapted"), item


def test_two_superiors_are_joined() -> None:
    parent = province_plan()
    done = draft(parent, OWN, SECOND)
    alone = draft(parent, OWN)
    assert [basis.code for basis in done.plan.legal_bases] == ["112/KH-UBND", "30/KH-UBND"]
    assert "; Kế hoạch số 30/KH-UBND" in done.plan.preamble[0]
    assert len(done.plan.targets) == len(alone.plan.targets) + 1
    tasks = unit_tasks(done)["Phòng Kinh tế, Hạ tầng và Đô thị"]
    assert "Kiểm tra việc chi tiêu." in tasks
    assert tasks.count("Bố trí kinh phí thực hiện Kế hoạch.") == 1
    assert [one.label for one in done.plan.sections] == [
        one.label for one in alone.plan.sections
    ], "targets, tasks and duties go where the first has such sections"
    every_item_has_a_fate(done, [parent, SECOND])
    known = {item.pointer for item in done.report.parent}
    assert all(set(item.parent) <= known for item in done.report.child)


def test_what_both_say_has_both_sources() -> None:
    done = draft(province_plan(), OWN, SECOND)
    both = next(item for item in done.report.child if item.text.startswith("Bố trí kinh phí"))
    assert {source.startswith("/others/0") for source in both.parent} == {True, False}


def test_last_years_targets_are_todays_figures() -> None:
    parent = plan_from(
        "I. MỤC TIÊU | targets\n- 70% hộ gia đình phân loại rác;", Header(), PROVINCE, []
    )
    for order in ((parent, LAST), (LAST, parent)):
        done = draft(order[0], OWN, order[1])
        (target,) = done.plan.targets
        assert target.text == "70% hộ gia đình phân loại rác (năm 2025: 55%);"
        assert target.baseline is not None
        assert (target.baseline.value, target.baseline.as_of) == (55, "2025")
        assert [basis.doc_type for basis in done.plan.legal_bases] == ["Kế hoạch"]


def test_the_communes_own_plan_alone_may_be_drafted_from() -> None:
    assert draft(LAST, OWN).plan.targets[0].text == "55% hộ dân phân loại rác;"


def test_a_letter_that_asks_for_a_plan() -> None:
    done = draft(LETTER, OWN)
    assert done.plan.legal_bases == [
        Citation(
            doc_type="Công văn",
            code="214/SNNMT-MT",
            date="2026-03-02",
            issuer="Sở Nông nghiệp và Môi trường tỉnh Kim Sơn",
            subject="phân loại rác năm 2026",
        )
    ]
    assert done.plan.header.subject == "Phân loại rác trên địa bàn phường Minh Tân năm 2026"
    assert [(one.text, one.value) for one in done.plan.targets] == [
        ("Tối thiểu 90% hộ gia đình phân loại rác.", 90)
    ]
    assert unit_tasks(done) == {
        "Phòng Kinh tế, Hạ tầng và Đô thị": [
            "Gửi danh sách điểm tập kết rác về Sở Nông nghiệp và Môi trường."
        ]
    }
    assert done.plan.closing[0].startswith("Trên đây là Kế hoạch")
    assert done.plan.recipients[1].name == "Sở Nông nghiệp và Môi trường"


def test_a_plan_attached_to_a_decision_is_cited_by_the_decision() -> None:
    parent = province_plan()
    parent.header.symbol = "QĐ-UBND"
    (basis,) = draft(parent, OWN).plan.legal_bases
    assert (basis.doc_type, basis.code) == ("Quyết định", "112/QĐ-UBND")
    assert basis.subject is not None
    assert basis.subject.startswith("ban hành Kế hoạch phân loại rác")
