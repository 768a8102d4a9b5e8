"""Drafts from plans written by hand: what the officer of the commune finds in them."""

import pytest
from parents import district_plan, plan_from, province_plan

from docgen.draft import Draft, draft
from docgen.profile import Profile
from plan.model import Area, Citation, Header, Plan
from plan.paths import walk


def profile(kind: str = "xã", date: str = "2024-03", **sections: object) -> Profile:
    commune = {"type": kind, "name": "Minh Tân", "district": "An Sơn", "province": "Lam Giang"}
    return Profile.model_validate({"commune": commune, "plan": {"date": date}} | sections)


def small(text: str, unit: str = "huyện An Sơn", **header: object) -> Plan:
    """A short plan of a district or province."""
    kind, _, name = unit.partition(" ")
    level = "province" if kind == "tỉnh" else "district"
    head = {"number": 9, "symbol": "KH-UBND", "date": "2024-02-01", "subject": "Trồng cây"} | header
    return plan_from(text, Header(**head), Area(level=level, type=kind, name=name), [])


def duties(done: Draft) -> dict[str, list[str]]:
    return {unit.unit: [duty.text for duty in unit.tasks] for unit in done.plan.responsibilities}


def fate(done: Draft, words: str) -> tuple[str, str | None]:
    item = next(item for item in done.report.parent if words in item.text and item.item != "text")
    return item.fate, item.reason


def notes(done: Draft) -> str:
    return "\n".join(note.text for note in done.notes)


DONE = draft(district_plan(), profile())
PROVINCE = draft(province_plan(), profile("phường", "2026-03"))


def test_the_header_is_the_communes_own() -> None:
    header = DONE.plan.header
    assert header.agency == "ỦY BAN NHÂN DÂN XÃ MINH TÂN"
    assert (header.number, header.symbol, header.doc_type) == (None, "KH-UBND", "Kế hoạch")
    assert (header.place, header.date, header.parent_agency) == ("Minh Tân", "2024-03", None)
    assert header.subject == "Phát triển hạ tầng số trên địa bàn xã Minh Tân đến năm 2025"
    assert DONE.plan.area.model_dump(exclude={"span", "evidence"}) == {
        "level": "commune",
        "type": "xã",
        "name": "Minh Tân",
        "district": "An Sơn",
        "province": None,
    }
    assert DONE.plan.period == district_plan().period


def test_a_ward_with_a_number_keeps_its_kind_in_its_name() -> None:
    own = profile("phường", "2025-01").model_dump()
    own["commune"]["name"] = "5"
    header = draft(small("I. VIỆC | tasks\n- Trồng cây."), Profile.model_validate(own)).plan.header
    assert header.place == "Phường 5"
    assert header.agency == "ỦY BAN NHÂN DÂN PHƯỜNG 5"
    assert header.subject == "Trồng cây trên địa bàn Phường 5"


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("Trồng cây năm 2024", "Trồng cây trên địa bàn xã Minh Tân năm 2024"),
        ("Trồng cây trên địa bàn huyện", "Trồng cây trên địa bàn xã Minh Tân"),
        ("Về việc trồng cây của huyện An Sơn", "trồng cây của xã Minh Tân"),
        (
            "Triển khai Quyết định số 5/QĐ-TTg ngày 02/01/2024 của Thủ tướng Chính phủ",
            (
                "Triển khai Quyết định số 5/QĐ-TTg ngày 02/01/2024 của Thủ tướng Chính phủ "
                "trên địa bàn xã Minh Tân"
            ),
        ),
    ],
)
def test_the_subject_names_the_commune(subject: str, own: str) -> None:
    parent = small("I. VIỆC | tasks\n- Trồng cây.", subject=subject)
    assert draft(parent, profile()).plan.header.subject == own


def test_a_subject_in_capitals_gets_small_letters() -> None:
    parent = small(
        "I. VIỆC | tasks\n- Thực hiện Quyết định số 5/QĐ-TTg của Thủ tướng Chính phủ tại xã.",
        subject="THỰC HIỆN QUYẾT ĐỊNH SỐ 5/QĐ-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ Ở HUYỆN AN SƠN",
    )
    assert draft(parent, profile()).plan.header.subject == (
        "Thực hiện Quyết định số 5/QĐ-TTg của Thủ tướng Chính phủ ở xã Minh Tân"
    )


def test_the_profile_may_set_number_and_subject() -> None:
    own = profile(plan={"date": "2024-03-09", "number": 12, "subject": "Việc riêng"})
    header = draft(district_plan(), own).plan.header
    assert (header.number, header.date, header.subject) == (12, "2024-03-09", "Việc riêng")


def test_the_parent_is_cited_fully() -> None:
    assert DONE.plan.legal_bases == [
        Citation(
            doc_type="Kế hoạch",
            code="07/KH-UBND",
            date="2024-03-04",
            issuer="UBND huyện An Sơn",
            subject="phát triển hạ tầng số trên địa bàn huyện An Sơn đến năm 2025",
        )
    ]
    (preamble,) = DONE.plan.preamble
    assert preamble == (
        "Thực hiện Kế hoạch số 07/KH-UBND ngày 04/3/2024 của UBND huyện An Sơn về phát triển "
        "hạ tầng số trên địa bàn huyện An Sơn đến năm 2025, UBND xã Minh Tân ban hành Kế hoạch "
        "phát triển hạ tầng số trên địa bàn xã Minh Tân đến năm 2025, cụ thể như sau:"
    )
    assert [one.code for one in DONE.plan.citations] == ["15-NQ/TU"]


def test_a_department_is_cited_by_its_own_name() -> None:
    parent = small("I. VIỆC | tasks\n- Trồng cây.", "tỉnh Kim Sơn", agency="SỞ Y TẾ")
    (basis,) = draft(parent, profile(date="2026-03")).plan.legal_bases
    assert basis.issuer == "Sở Y tế tỉnh Kim Sơn"


def test_a_parent_without_number_is_pointed_out() -> None:
    parent = small("I. VIỆC | tasks\n- Trồng cây.", number=None, date="2024-02")
    done = draft(parent, profile())
    assert "chưa rõ số hoặc ngày" in notes(done)
    assert done.plan.legal_bases[0].code is None


def test_targets_keep_their_values() -> None:
    values = {(one.value, one.unit) for one in DONE.plan.targets}
    assert values == {(95, "%"), (36, "trạm"), (None, None)}
    first = DONE.plan.targets[0]
    assert first.indicator == "thôn trên địa bàn xã có mạng cáp quang"
    assert (first.section, first.kind, first.year) == ("II.1", "targets", 2025)


def test_what_is_counted_in_communes() -> None:
    every_commune = next(one for one in DONE.plan.targets if one.value is None)
    assert every_commune.text == "Xã có điểm truy cập Internet công cộng;"
    assert fate(DONE, "70% xã, thị trấn")[0] == "left_out"
    assert "một đơn vị không tính được tỷ lệ này" in notes(DONE)
    in_tasks = next(item for item in DONE.report.parent if "tổ công nghệ số" in item.text)
    assert (in_tasks.item, in_tasks.fate, in_tasks.child) == ("target", "adapted", ["/tasks/3"])


def test_the_superiors_systems_are_not_the_communes_work() -> None:
    assert fate(DONE, "Xây dựng Trung tâm dữ liệu")[0] == "left_out"
    assert fate(DONE, "Vận hành Trung tâm dữ liệu")[0] == "left_out"
    assert fate(DONE, "Văn phòng HĐND và UBND huyện")[0] == "left_out"
    joins = "Phối hợp nâng cấp Trung tâm dữ liệu của huyện, kết nối với kho dữ liệu của tỉnh."
    assert joins in [task.text for task in DONE.plan.tasks]


def test_an_item_and_what_is_below_it() -> None:
    (task,) = [task for task in DONE.plan.tasks if task.text.startswith("Tuyên truyền")]
    assert task.text == (
        "Tuyên truyền bằng nhiều hình thức: Trên đài truyền thanh xã; Tại các buổi họp thôn."
    )


def test_duties_before_the_reform() -> None:
    units = duties(DONE)
    land = "Công chức Địa chính - nông nghiệp - xây dựng và môi trường"
    assert list(units)[:-1] == [
        "Công chức Văn hóa - Xã hội",
        land,
        "Công chức Tài chính - Kế toán",
        "Công an xã",
        "Các doanh nghiệp viễn thông trên địa bàn xã",
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "Các thôn",
    ]
    assert units[land] == [
        "Phối hợp với các thôn rà soát vị trí đặt trạm.",
        "Hướng dẫn thủ tục thuê đất đặt trạm.",
        "Báo cáo UBND xã kết quả trước ngày 10/10 hằng năm.",
        "Thỏa thuận vị trí trạm trong rừng phòng hộ.",
        "Xác nhận nguồn gốc đất, hỗ trợ giải phóng mặt bằng đặt trạm.",
    ]
    assert units["Các thôn"] == ["Vận động hộ gia đình lắp đặt cáp quang."]


def test_duties_since_the_reform() -> None:
    units = duties(PROVINCE)
    assert list(units)[:-1] == [
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Phòng Văn hóa - Xã hội",
        "Công an phường",
        "Các phòng, ban, ngành, các tổ dân phố",
    ]
    assert units["Phòng Văn hóa - Xã hội"] == [
        "Ứng dụng công nghệ xử lý rác theo hướng dẫn của Sở Khoa học và Công nghệ.",
        "Tuyên truyền về phân loại rác.",
    ]


def test_units_of_the_profile_win() -> None:
    own = profile(
        "xã", "2026-03", units={"finance": "Phòng Tài chính", "media": "Trung tâm Dịch vụ"}
    )
    units = duties(draft(province_plan(), own))
    assert units["Phòng Tài chính"] == ["Bố trí kinh phí thực hiện Kế hoạch."]
    assert units["Trung tâm Dịch vụ"] == ["Tuyên truyền về phân loại rác."]


def test_orders_to_the_communes() -> None:
    units = duties(DONE)
    assert units["Công chức Tài chính - Kế toán"][-1] == (
        "Tham mưu UBND xã bố trí ngân sách xã cho điểm truy cập công cộng."
    )
    assert fate(DONE, "Xây dựng kế hoạch thực hiện của địa phương")[0] == "moved"
    assert "Hạn ban hành kế hoạch của xã: trước ngày 15/4/2024." in notes(DONE)
    assert fate(DONE, "UBND các xã, thị trấn") == (
        "moved",
        "Nhiệm vụ dưới mục này được phân cho nhiều đơn vị theo lĩnh vực.",
    )


def test_orders_among_the_tasks_are_given_to_a_unit_too() -> None:
    parent = small(
        "I. VIỆC | tasks\n- UBND các xã, thị trấn rà soát đất đai ven sông.\n- Trồng cây.\n"
        "II. TỔ CHỨC THỰC HIỆN | implementation\n1. Phòng Nội vụ | implementation\n- Khen thưởng."
    )
    done = draft(parent, profile())
    assert done.plan.tasks[0].text == "UBND xã rà soát đất đai ven sông."
    land = "Công chức Địa chính - nông nghiệp - xây dựng và môi trường"
    assert duties(done)[land] == ["Rà soát đất đai ven sông."]
    order = next(item for item in done.report.parent if item.item == "task")
    assert len(order.child) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "UBND các xã, thị trấn",
        "Ủy ban nhân dân xã, thị trấn",
        "UBND cấp xã",
        "Các địa phương",
        "Chủ tịch UBND các xã, thị trấn",
        "UBND các xã, thị trấn trên địa bàn huyện",
        "Chính quyền địa phương cấp xã",
        "Các xã, thị trấn",
    ],
)
def test_the_communes_by_whatever_name(heading: str) -> None:
    parent = small(
        f"I. TỔ CHỨC THỰC HIỆN | implementation\n1. {heading} | implementation\n"
        "- Xác nhận hộ tịch cho người dân.\n- Chỉ đạo các thôn trồng cây."
    )
    assert duties(draft(parent, profile())) == {
        "Công chức Tư pháp - Hộ tịch": ["Xác nhận hộ tịch cho người dân."],
        "Các thôn": ["Trồng cây."],
    }


def test_a_row_of_work_for_the_localities() -> None:
    parent = small(
        "I. VIỆC | tasks\n- Trồng cây.\n| TT | Việc | Chủ trì | Phối hợp | Hạn | Ra |\n"
        "| 1 | Lập dự toán kinh phí | Các địa phương | Phòng Nội vụ | Quý I | Dự toán |"
    )
    (row,) = draft(parent, profile()).plan.schedule
    assert row.lead == ["Công chức Tài chính - Kế toán"]
    assert row.partners == ["Phòng Nội vụ huyện"]


def test_reports_go_up_by_the_parents_date_and_in_by_an_earlier_one() -> None:
    culture = DONE.plan.responsibilities[0].tasks[0]
    assert culture.text.endswith(
        "báo cáo UBND huyện (qua Phòng Văn hóa và Thông tin huyện) trước ngày 15/11 hằng năm."
    )
    assert culture.deadline is not None
    assert (culture.deadline.day, culture.deadline.month) == (15, 11)
    assert culture.reports_to == "UBND huyện"
    asked = DONE.plan.responsibilities[-1]
    assert asked.section is None
    assert asked.tasks[0].deadline is not None
    assert asked.tasks[0].deadline.text == "trước ngày 05/11 hằng năm"
    assert asked.tasks[0].reports_to == "UBND xã"
    assert sum("15/11" in text for texts in duties(DONE).values() for text in texts) == 1


def test_a_report_asked_of_everybody_becomes_a_duty_of_the_lead() -> None:
    lead = duties(PROVINCE)["Phòng Kinh tế, Hạ tầng và Đô thị"]
    assert lead[-1] == (
        "Tổng hợp, tham mưu UBND phường báo cáo UBND tỉnh (qua Sở Nông nghiệp và Môi trường) "
        "kết quả thực hiện Kế hoạch trước ngày 01/12 hằng năm."
    )


def test_the_closing_asks_for_reports_where_the_parents_did_not() -> None:
    parent = small(
        "I. TỔ CHỨC THỰC HIỆN | implementation\n"
        "1. UBND các xã, thị trấn | implementation\n"
        "- Báo cáo kết quả về UBND huyện (qua Phòng Nội vụ) trước ngày 08/01 hằng năm.\n"
        "Trên đây là Kế hoạch trồng cây./."
    )
    (closing,) = draft(parent, profile()).plan.closing
    assert closing == (
        "Trên đây là Kế hoạch trồng cây. Định kỳ trước ngày 29/12 hằng năm, các bộ phận, đơn vị và "
        "các thôn báo cáo kết quả thực hiện về UBND xã (qua công chức Văn phòng - Thống kê) "
        "để tổng hợp./."
    )


def test_the_lead_days_of_the_profile_count() -> None:
    own = profile(plan={"date": "2024-03", "report_lead_days": 20})
    assert "trước ngày 26/10 hằng năm" in draft(district_plan(), own).plan.closing[0]


def test_the_table_of_assignments() -> None:
    (appendix,) = DONE.plan.appendices
    assert appendix.reference == (
        "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng 3 năm 2024 của Ủy ban nhân dân xã Minh Tân)"
    )
    assert appendix.content[0].rows[1:] == [
        ["I", "HẠ TẦNG VIỄN THÔNG", "", "", "", ""],
        [
            "1",
            "Lập danh sách điểm lõm sóng",
            "Công chức Văn hóa - Xã hội",
            "Các thôn",
            "Tháng 6/2024",
            "Danh sách",
        ],
        [
            "2",
            "Duy trì điểm truy cập công cộng trên địa bàn xã",
            "Công chức Văn hóa - Xã hội",
            "Phòng Tài chính - Kế hoạch huyện; Đoàn Thanh niên xã",
            "Thường xuyên",
            "Báo cáo",
        ],
    ]
    assert [row.lead for row in DONE.plan.schedule] == [["Công chức Văn hóa - Xã hội"]] * 2


def test_recipients_and_signature() -> None:
    own = profile(
        signer={"form": "KT", "name": "Lê Thị Hạnh"},
        recipients={"extra": ["Trang thông tin điện tử xã"], "filing": ["VT", "VHXH"]},
    )
    plan = draft(district_plan(), own).plan
    assert [(one.name, one.note) for one in plan.recipients] == [
        ("UBND huyện An Sơn", "để b/c"),
        ("Phòng Văn hóa và Thông tin huyện", "để b/c"),
        ("Thường trực Đảng ủy xã", "để b/c"),
        ("Thường trực HĐND xã", "để b/c"),
        ("Ủy ban MTTQ Việt Nam xã", None),
        ("Chủ tịch, các PCT UBND xã", None),
        (
            (
                "Công chức: Văn hóa - Xã hội, Địa chính - nông nghiệp - xây dựng và môi trường, "
                "Tài chính - Kế toán"
            ),
            "để t/h",
        ),
        ("Công an xã", "để t/h"),
        ("Các doanh nghiệp viễn thông trên địa bàn xã", "để p/h"),
        ("Các thôn", "để t/h"),
        ("Trang thông tin điện tử xã", None),
    ]
    assert plan.filing == ["VT", "VHXH"]
    signature = plan.signature
    assert (signature.authority, signature.on_behalf) == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert (signature.position, signature.name) == ("PHÓ CHỦ TỊCH", "Lê Thị Hạnh")
    assert DONE.plan.signature.position == "CHỦ TỊCH"
    assert DONE.plan.signature.name is None


def test_notes_tell_where_they_come_from() -> None:
    said = notes(DONE)
    assert "Kế hoạch huyện, mục II.1: “Lắp đặt mới 36 trạm phát sóng trên địa bàn huyện”." in said
    assert "Con số 36 trạm là của toàn huyện; xác định phần của xã." in said
    assert "Số tiền 2.500 triệu đồng là của toàn huyện" in said
    assert "mục V.7: “Hạt Kiểm lâm huyện”. Cấp xã không có đơn vị tương ứng" in said


@pytest.mark.parametrize(
    ("text", "date", "advice"),
    [
        ("I. MỤC TIÊU | targets\n- Giảm 5% rác.", "2026-02", "Mốc năm 2025 đã qua"),
        ("I. VIỆC | tasks\n- Sửa đường tại xã Đồng Mít.", "2024-02", "cụ thể (xã Đồng Mít)"),
        (
            "I. VIỆC | tasks\n- Rà soát xong trước ngày 31/12/2023.",
            "2024-02",
            "Thời hạn “trước ngày 31/12/2023” đã qua",
        ),
        ("I. VIỆC | tasks\n- Trồng cây.", "2024-02", "Hồ sơ chưa ghi người ký"),
        ("I. VIỆC | tasks\n- Họp giao ban cấp tỉnh.", "2024-02", "Còn nhắc cấp tỉnh"),
        (
            (
                "I. TỔ CHỨC | implementation\n1. Sở Y tế | implementation\n"
                "- Tập huấn trước ngày 15/9/2025."
            ),
            "2026-02",
            "Thời hạn “trước ngày 15/9/2025” đã qua",
        ),
    ],
)
def test_what_a_person_must_decide(text: str, date: str, advice: str) -> None:
    assert advice in notes(draft(small(text, "tỉnh Kim Sơn"), profile(date=date)))


def test_units_that_stand_in_the_text() -> None:
    parent = small(
        "I. TỔ CHỨC THỰC HIỆN | implementation\n"
        "1. Giao Phòng Nội vụ: tham mưu khen thưởng.\n"
        "2. Phòng Tư pháp tuyên truyền pháp luật.\n"
        "3. UBND các xã, thị trấn trồng cây dọc đường liên thôn."
    )
    units = ["Phòng Nội vụ", "Phòng Tư pháp", "UBND các xã, thị trấn"]
    said = parent.responsibilities[0]
    parent.responsibilities = [
        said.model_copy(update={"unit": unit, "tasks": [duty]})
        for unit, duty in zip(units, said.tasks, strict=True)
    ]
    assert duties(draft(parent, profile())) == {
        "Công chức Văn phòng - Thống kê": [
            "Tham mưu khen thưởng.",
            "Trồng cây dọc đường liên thôn.",
        ],
        "Công chức Tư pháp - Hộ tịch": ["Tuyên truyền pháp luật."],
    }


def test_a_department_that_no_table_knows_goes_to_the_office() -> None:
    parent = small(
        "I. TỔ CHỨC THỰC HIỆN | implementation\n"
        "1. Trung tâm Xúc tiến đầu tư huyện | implementation\n- Mời gọi nhà đầu tư."
    )
    done = draft(parent, profile())
    assert duties(done) == {"Công chức Văn phòng - Thống kê": ["Mời gọi nhà đầu tư."]}
    assert "Cấp xã không có đơn vị tương ứng" in notes(done)


def test_sections_are_numbered_anew_where_one_is_left_out() -> None:
    parent = small(
        "I. MỤC TIÊU | targets\n1. Số | targets\n- Xây dựng kho dữ liệu của huyện.\n"
        "2. Chất | targets\n- Đường sạch.\nII. VIỆC | tasks\n- Trồng cây."
    )
    done = draft(parent, profile())
    assert [(path, one.title) for path, one in walk(done.plan.sections)] == [
        ("I", "MỤC TIÊU"),
        ("I.1", "Chất"),
        ("II", "VIỆC"),
    ]
    assert fate(done, "Số")[0] == "left_out"


def test_an_introduction_without_its_items_is_left_out() -> None:
    parent = small(
        "I. VIỆC | tasks\n- Ban hành các quy định:\n"
        "  + Xếp hạng các xã;\n  + Chấm điểm từng xã.\n- Trồng cây."
    )
    assert [task.text for task in draft(parent, profile()).plan.tasks] == ["Trồng cây."]


def test_a_district_after_the_reform_is_pointed_out() -> None:
    done = draft(district_plan(), profile(date="2025-08"))
    assert "Từ 01/7/2025 không còn cấp huyện" in notes(done)
    assert not [unit for unit in duties(done) if unit.startswith("Công chức")]


def test_a_parent_of_an_unknown_unit_still_gives_a_draft() -> None:
    parent = small("I. VIỆC | tasks\n- Trồng cây trên địa bàn huyện.")
    parent = parent.model_copy(update={"area": Area()})
    done = draft(parent, profile())
    assert "Không xác định được đơn vị ban hành" in notes(done)
    assert done.plan.tasks[0].text == "Trồng cây trên địa bàn huyện."
    assert done.plan.recipients[0].name == "Thường trực Đảng ủy xã"


def test_the_unit_is_taken_from_the_agency_where_no_area_is_known() -> None:
    parent = small("I. VIỆC | tasks\n- Trồng cây.", agency="UỶ BAN NHÂN DÂN THỊ XÃ BÌNH KHÊ")
    parent = parent.model_copy(update={"area": Area()})
    assert draft(parent, profile()).plan.legal_bases[0].issuer == "UBND thị xã Bình Khê"


def test_an_empty_plan_gives_a_draft() -> None:
    done = draft(Plan(), profile())
    assert done.plan.header.agency == "ỦY BAN NHÂN DÂN XÃ MINH TÂN"
    assert done.plan.closing[0].endswith("./.")


def test_numbers_that_slipped_above_are_in_sequence_below() -> None:
    parent = small(
        "II. VIỆC | tasks\n1. Một | tasks\n- Trồng cây.\nIII. KHÁC | tasks\n- Tưới cây.",
    )
    parent.sections[1].children = []
    labels = [(path, one.title) for path, one in walk(draft(parent, profile()).plan.sections)]
    assert labels == [("I", "VIỆC"), ("I.1", "Một"), ("II", "KHÁC")]


def test_labels_that_repeat_the_one_above_follow_it() -> None:
    parent = small(
        "I. MỤC TIÊU | targets\n1. Số | targets\n- Xây dựng kho dữ liệu của huyện.\n"
        "2. Chất | targets\n- Đường sạch."
    )
    below = parent.sections[0].children[1]
    below.children = [below.model_copy(update={"label": "2.1", "title": "Nhỏ", "level": 3})]
    below.content = []
    parent.targets[1].section = "I.2.2.1"
    plan = draft(parent, profile()).plan
    assert [path for path, _ in walk(plan.sections)] == ["I", "I.1", "I.1.1.1"]
    assert plan.targets[0].section == "I.1.1.1"


def test_a_section_about_the_superiors_level_is_pointed_out() -> None:
    parent = small("I. KHEN THƯỞNG | tasks\n1. Cấp huyện | tasks\n- Tặng giấy khen.")
    assert "Mục này nói về cấp trên" in notes(draft(parent, profile()))


def test_a_row_whose_deadline_is_over_is_pointed_out() -> None:
    parent = district_plan()
    row = parent.schedule[1]
    row.deadline = row.deadline and row.deadline.model_copy(update={"date": "2024-01"})
    assert "đã qua khi ban hành kế hoạch" in notes(draft(parent, profile()))


def test_a_product_that_is_counted_above_is_pointed_out() -> None:
    parent = district_plan()
    parent.schedule[1].output = "24 danh sách"
    parent.appendices[0].content[0].rows[4][5] = "24 danh sách"
    assert "Sản phẩm “24 danh” tính cho toàn huyện" in notes(draft(parent, profile()))


def test_reports_go_through_a_unit_of_the_commune() -> None:
    parent = small(
        "I. VIỆC | tasks\n- Trồng cây.\n"
        "Trên đây là Kế hoạch. Yêu cầu các đơn vị báo cáo về UBND huyện (qua Chi cục Kiểm lâm)./."
    )
    (closing,) = draft(parent, profile()).plan.closing
    assert closing.endswith("báo cáo về UBND xã (qua công chức Văn phòng - Thống kê)./.")
