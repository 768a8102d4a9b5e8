"""The papers on a plan: decision, letter, submission, report, appendices, all from one plan."""

import pytest
from examples import PLAN
from word import W, part, texts

import docgen
from docgen.notes import Note
from plan.model import (
    Citation,
    Deadline,
    Duty,
    Plan,
    Recipient,
    Responsibility,
    Signature,
    Target,
    Task,
)

DECISION = "quyet-dinh-ban-hanh-ke-hoach"
WORK = PLAN.model_copy(
    update={
        "legal_bases": [
            Citation(doc_type="Luật", date="2023-11-27", subject="Tài nguyên nước"),
            Citation(doc_type="Kế hoạch", code="88/KH-UBND", issuer="UBND tỉnh Hải Lâm"),
        ],
        "preamble": [],
        "appendices": [],
        "targets": [
            Target(text="90% hộ có nước sạch;", indicator="hộ có nước sạch", value=90,
                   comparator=">=", unit="%", year=2026, section="II", kind="tasks"),
            Target(text="Giữ sạch nguồn nước.", section="II", kind="tasks"),
        ],
        "responsibilities": [
            Responsibility(unit="Phòng Kinh tế", section="II", tasks=[
                Duty(text="Chủ trì thay ống nước cũ;", roles=["lead"],
                     deadline=Deadline(text="trước 30/6/2026", date="2026-06-30"))]),
            Responsibility(unit="Đề nghị Ủy ban MTTQ Việt Nam xã", section="II", tasks=[
                Duty(text="Vận động Nhân dân giữ sạch nguồn nước.", roles=["implement"])]),
            Responsibility(unit="các đơn vị", tasks=[
                Duty(text="Yêu cầu các đơn vị báo cáo trước ngày 15/12./.", roles=["report"])]),
        ],
        "recipients": [
            Recipient(name="UBND tỉnh Hải Lâm", note="để b/c"),
            Recipient(name="Phòng Kinh tế", note="để t/h"),
            Recipient(name="Các thôn"),
        ],
    }
)  # fmt: skip


def lines(name: str, style: str, plan: Plan = WORK) -> list[str]:
    return texts(docgen.render(plan, template=name), style)


def whole(name: str, plan: Plan = WORK) -> str:
    return "\n".join(texts(docgen.render(plan, template=name), "BodyText"))


def test_a_decision_has_its_own_number_bases_and_articles() -> None:
    assert lines(DECISION, "Number") == ["Số:      /QĐ-UBND"]
    assert lines(DECISION, "PlaceAndDate") == ["Đức An, ngày 07 tháng 3 năm 2026"]
    assert lines(DECISION, "Decider") == ["ỦY BAN NHÂN DÂN XÃ ĐỨC AN", "QUYẾT ĐỊNH:"]
    first, last = lines(DECISION, "LegalBasis")
    assert (first[-1], last[-1]) == (";", ".")
    assert lines(DECISION, "Closing")[0].startswith("Điều 3. Phòng Kinh tế; các cơ quan")
    assert lines(DECISION, "Recipients") == [
        "- Như Điều 3;", "- UBND tỉnh Hải Lâm (để b/c);", "- Các thôn;", "- Lưu: VT, KT.",
    ]  # fmt: skip


def test_the_attached_plan_refers_to_the_decision_and_counts_its_pages_anew() -> None:
    document = docgen.render(WORK, template=DECISION)
    assert texts(document, "AppendixReference") == [
        "(Kèm theo Quyết định số …/QĐ-UBND ngày 07 tháng 3 năm 2026 của Ủy ban nhân dân xã Đức An)"
    ]
    starts = [one.get(W + "start") for one in part(document).iter(W + "pgNumType")]
    assert starts == ["1", "1"]
    assert texts(document, "SignerName") == ["Nguyễn Hoàng Minh Châu"]


def test_a_plan_that_came_under_a_decision_keeps_its_number() -> None:
    header = WORK.header.model_copy(update={"symbol": "QĐ-UBND", "number": 12})
    assert lines(DECISION, "Number", WORK.model_copy(update={"header": header})) == [
        "Số: 12/QĐ-UBND"
    ]


SIGNED = {
    "ỦY BAN NHÂN DÂN XÃ ĐỨC AN": Signature(authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH"),
    "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỨC AN": Signature(
        on_behalf="KT. CHỦ TỊCH", position="PHÓ CHỦ TỊCH"
    ),
    "GIÁM ĐỐC SỞ Y TẾ": Signature(position="GIÁM ĐỐC"),
    "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC LÊ LỢI": Signature(position="HIỆU TRƯỞNG"),
    "TRƯỞNG PHÒNG KINH TẾ": Signature(position="TRƯỞNG PHÒNG"),
}
ISSUERS = {"GIÁM": "Sở Y tế", "HIỆU": "Trường Tiểu học Lê Lợi", "TRƯỞNG": "Phòng Kinh tế"}


@pytest.mark.parametrize("decider", SIGNED)
def test_who_decides_follows_from_who_signs(decider: str) -> None:
    agency = ISSUERS.get(decider.split(maxsplit=1)[0], "ỦY BAN NHÂN DÂN XÃ ĐỨC AN")
    header = WORK.header.model_copy(update={"agency": agency})
    plan = WORK.model_copy(update={"header": header, "signature": SIGNED[decider]})
    assert lines(DECISION, "Decider", plan)[0] == decider


def test_a_letter_goes_to_the_units() -> None:
    assert lines("cong-van", "Number") == ["Số:      /UBND-KT"]
    assert lines("cong-van", "PlaceAndDate") == ["Đức An, ngày      tháng      năm 2026"]
    (subject,) = lines("cong-van", "LetterSubject")
    assert subject.startswith("V/v triển khai thực hiện Kế hoạch cấp nước sạch")
    assert lines("cong-van", "AddresseesLabel") == ["Kính gửi:"]
    assert lines("cong-van", "Addressees") == [
        "- Phòng Kinh tế;", "- Ủy ban MTTQ Việt Nam xã.",
    ]  # fmt: skip
    assert lines("cong-van", "Recipients")[0] == "- Như trên;"
    assert "- Phòng Kinh tế (để t/h);" not in lines("cong-van", "Recipients")
    assert "báo cáo trước ngày 15/12." in whole("cong-van")
    assert whole("cong-van").count("./.") == 0
    assert lines("cong-van", "Closing")[0].endswith("./.")


@pytest.mark.parametrize("name", ["to-trinh", "bao-cao"])
def test_a_paper_to_the_superior_names_one_on_the_line_of_the_label(name: str) -> None:
    assert lines(name, "Addressee") == ["Kính gửi: UBND tỉnh Hải Lâm"]
    named = WORK.model_copy(update={"addressees": ["Hội đồng nhân dân xã Đức An"]})
    assert lines(name, "Addressee", named) == ["Kính gửi: Hội đồng nhân dân xã Đức An"]
    unknown = WORK.model_copy(update={"recipients": [], "legal_bases": []})
    assert "…" in lines(name, "Addressee", unknown)[0]


def test_a_submission_tells_what_the_plan_holds() -> None:
    assert lines("to-trinh", "Number") == ["Số:      /TTr-UBND"]
    told = whole("to-trinh")
    for words in ("- I. Mục đích, yêu cầu;", "- 90% hộ có nước sạch;", "- Phòng Kinh tế;"):
        assert words in told
    assert lines("to-trinh", "Closing")[0].endswith("xem xét, quyết định./.")


def test_a_report_leaves_room_for_results() -> None:
    rows = [cells for cells in table_rows("bao-cao") if cells[0] == "1"]
    assert rows == [
        ["1", "Hộ có nước sạch", "%", "≥ 90", "", ""],
        ["1", "Chủ trì thay ống nước cũ", "trước 30/6/2026", "", ""],
        ["1", "Vận động Nhân dân giữ sạch nguồn nước", "", "", ""],
        ["1", "Yêu cầu các đơn vị báo cáo trước ngày 15/12", "", "", ""],
    ]
    groups = [cells[1] for cells in table_rows("bao-cao") if cells[0] in {"I", "II", "III"}]
    assert groups == ["Phòng Kinh tế", "Ủy ban MTTQ Việt Nam xã", "Các đơn vị"]


def table_rows(name: str, plan: Plan = WORK) -> list[list[str]]:
    root = part(docgen.render(plan, template=name))
    return [
        ["".join(t.text or "" for t in cell.iter(W + "t")) for cell in row.iter(W + "tc")]
        for row in root.iter(W + "tr")
    ]


def test_appendices_alone_have_tables_of_targets_and_of_work_on_pages_that_fit() -> None:
    document = docgen.render(WORK, template="phu-luc")
    assert texts(document, "AppendixLabel") == ["Phụ lục I", "Phụ lục II"]
    assert texts(document, "AppendixTitle") == ["BẢNG CHỈ TIÊU", "BẢNG PHÂN CÔNG NHIỆM VỤ"]
    sizes = [one.get(W + "orient", "portrait") for one in part(document).iter(W + "pgSz")]
    assert sizes == ["portrait", "landscape"]
    widths = [int(one.get(W + "w", "0")) for one in part(document).iter(W + "tblW")]
    assert widths == [9355, 14287]


def test_appendices_of_nothing_are_an_empty_page() -> None:
    plan = Plan(tasks=[Task(text="Thay ống nước.")])
    document = docgen.render(plan, template="phu-luc", notes=[Note("/tasks/0", "Xem lại")])
    assert texts(document, "AppendixLabel") == []


@pytest.mark.parametrize("name", ["ke-hoach", DECISION, "cong-van"])
def test_two_signers_and_a_boards_chairman(name: str) -> None:
    plan = WORK.model_copy(
        update={
            "signature": Signature(
                authority="TM. BAN CHỈ ĐẠO", position="TRƯỞNG BAN",
                other_title="CHỦ TỊCH UBND XÃ", name="Đỗ Văn Hùng",
            ),
            "co_signatures": [
                Signature(authority="TM. BAN THƯỜNG TRỰC", position="CHỦ TỊCH", name="Lê Thị Mai")
            ],
        }
    )  # fmt: skip
    document = docgen.render(plan, template=name)
    assert texts(document, "SignerTitle") == [
        "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "CHỦ TỊCH UBND XÃ",
    ]  # fmt: skip
    assert texts(document, "SignerName") == ["Lê Thị Mai", "Đỗ Văn Hùng"]
