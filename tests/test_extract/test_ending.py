"""Recipients, filing and the signature block."""

import pytest
from test_extract.layouts import document, plan_of

from plan.model import Plan

BODY = "I. MỤC TIÊU\n- Đủ nước cho mọi thôn.\nII. NHIỆM VỤ\n- Thay đường ống."


def plan_ending(*lines: str) -> Plan:
    return plan_of(document(BODY, ending="\n".join(lines)))


def named(plan: Plan) -> list[tuple[str, str | None]]:
    return [(r.name, r.note) for r in plan.recipients]


SIGNED = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Quang Vinh")


def test_recipients_with_notes_and_filing() -> None:
    plan = plan_ending(
        "Nơi nhận:",
        "- UBND tỉnh (để b/c);",
        "- Thường trực Đảng ủy, HĐND xã;",
        "- Sở Khoa học và Công nghệ;",
        "- Như trên (để thực hiện);",
        "- Lưu: VT, VHXH (5b).",
        *SIGNED,
    )
    assert named(plan) == [
        ("UBND tỉnh", "để b/c"),
        ("Thường trực Đảng ủy, HĐND xã", None),
        ("Sở Khoa học và Công nghệ", None),
        ("Như trên", "để thực hiện"),
    ]
    assert plan.filing == ["VT", "VHXH (5b)"]


def test_recipients_wrapped_over_lines() -> None:
    plan = plan_ending(
        "Nơi nhận:",
        "- Thường trực Đảng ủy, Thường trực",
        "HĐND xã (để báo",
        "cáo);",
        "- Các thôn;",
        "- Lưu: VT,",
        "KT.",
        *SIGNED,
    )
    assert named(plan) == [
        ("Thường trực Đảng ủy, Thường trực HĐND xã", "để báo cáo"),
        ("Các thôn", None),
    ]
    assert plan.filing == ["VT", "KT"]


FILINGS = [
    ("- Lưu: VT.", ["VT"]),
    ("- Lưu VT.", ["VT"]),
    ("Lưu: VT.", ["VT"]),
    ("- Lưu: VT, KT.", ["VT", "KT"]),
    ("- Lưu: VT; KT(02).", ["VT", "KT(02)"]),
    ("- Lưu: VT, VX (A, B).", ["VT", "VX (A, B)"]),
    ("- Lưu: VT, P. KSTTHC", ["VT", "P. KSTTHC"]),
]


@pytest.mark.parametrize(("line", "filing"), FILINGS)
def test_filing(line: str, filing: list[str]) -> None:
    plan = plan_ending("Nơi nhận:", "- Các thôn;", line, *SIGNED)
    assert plan.filing == filing
    assert named(plan) == [("Các thôn", None)]


@pytest.mark.parametrize(
    "label", ["Nơi nhận:", "Nơi nhận", "NƠI NHẬN:", "Noi nhận:", "Nơi nhân:", "**Nơi nhận:**"]
)
def test_the_label_as_text_recognition_leaves_it(label: str) -> None:
    plan = plan_ending(label, "- Các thôn;", "- Lưu: VT.", *SIGNED)
    assert named(plan) == [("Các thôn", None)]
    assert plan.signature.name == "Lê Quang Vinh"


def test_recipients_without_dashes() -> None:
    plan = plan_ending("Nơi nhận:", "UBND tỉnh (để b/c);", "Các thôn;", "Lưu: VT.", *SIGNED)
    assert named(plan) == [("UBND tỉnh", "để b/c"), ("Các thôn", None)]
    assert plan.filing == ["VT"]


SIGNATURES = [
    # lines, authority, on behalf, position, name
    (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Quang Vinh"],
     "TM. ỦY BAN NHÂN DÂN", None, "CHỦ TỊCH", "Lê Quang Vinh"),
    (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vừ Thị Mai"],
     "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vừ Thị Mai"),
    (["CHỦ TỊCH", "Lê Quang Vinh"], None, None, "CHỦ TỊCH", "Lê Quang Vinh"),
    (["GIÁM ĐỐC", "Lê Quang Vinh"], None, None, "GIÁM ĐỐC", "Lê Quang Vinh"),
    (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Đinh Hữu Lâm"],
     None, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Đinh Hữu Lâm"),
    (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Đinh Hữu Lâm"],
     None, "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Đinh Hữu Lâm"),
    (["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ", "Đinh Hữu Lâm"],
     None, "TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ", "Đinh Hữu Lâm"),
    (["Q. CHỦ TỊCH", "Đinh Hữu Lâm"], None, "Q. CHỦ TỊCH", None, "Đinh Hữu Lâm"),
    (["TM. UBND XÃ", "CHỦ TỊCH", "Lê Quang Vinh"],
     "TM. UBND XÃ", None, "CHỦ TỊCH", "Lê Quang Vinh"),
    (["T/M ĐẢNG ỦY", "BÍ THƯ", "Y Blok Niê"], "T/M ĐẢNG ỦY", None, "BÍ THƯ", "Y Blok Niê"),
    (["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Quang Vinh"],
     "T/M BAN THƯỜNG VỤ", None, "PHÓ BÍ THƯ", "Lê Quang Vinh"),
    (["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Lê Quang Vinh"],
     "TM. BAN THƯỜNG TRỰC", None, "CHỦ TỊCH", "Lê Quang Vinh"),
    (["HIỆU TRƯỞNG", "Hồ Thị Lan"], None, None, "HIỆU TRƯỞNG", "Hồ Thị Lan"),
    (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Quang Vinh"],
     None, "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Quang Vinh"),
    # an authority over two lines
    (["TM. ỦY BAN NHÂN DÂN", "XÃ ĐỒNG VÂN", "CHỦ TỊCH", "Lê Quang Vinh"],
     "TM. ỦY BAN NHÂN DÂN XÃ ĐỒNG VÂN", None, "CHỦ TỊCH", "Lê Quang Vinh"),
    # degrees and ranks before a name
    (["GIÁM ĐỐC", "TS. Lê Quang Vinh"], None, None, "GIÁM ĐỐC", "Lê Quang Vinh"),
    (["GIÁM ĐỐC", "BSCKII. Mai Thị Lê Hà"], None, None, "GIÁM ĐỐC", "Mai Thị Lê Hà"),
    # names that are short, joined or marked
    (["BÍ THƯ", "H’Hương Ê Ban"], None, None, "BÍ THƯ", "H’Hương Ê Ban"),
    (["BÍ THƯ", "Nguyễn Tôn-Nữ Hà"], None, None, "BÍ THƯ", "Nguyễn Tôn-Nữ Hà"),
    # signed on paper, no name printed
    (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "TM. ỦY BAN NHÂN DÂN", None, "CHỦ TỊCH", None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "authority", "on_behalf", "position", "name"), SIGNATURES)
def test_signature(
    lines: list[str],
    authority: str | None,
    on_behalf: str | None,
    position: str | None,
    name: str | None,
) -> None:
    wanted = (authority, on_behalf, position, name)
    for ending in (["Nơi nhận:", "- Lưu: VT.", *lines], [*lines, "Nơi nhận:", "- Lưu: VT."]):
        plan = plan_ending(*ending)
        found = plan.signature
        assert (found.authority, found.on_behalf, found.position, found.name) == wanted
        assert plan.filing == ["VT"]
        assert plan.recipients == []


def test_recipients_and_signature_side_by_side() -> None:
    plan = plan_ending(
        "| Nơi nhận:<br>- Các thôn;<br>- Lưu: VT. "
        "| TM. ỦY BAN NHÂN DÂN<br>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br>Vừ Thị Mai |"
    )
    assert named(plan) == [("Các thôn", None)]
    assert (plan.signature.position, plan.signature.name) == ("PHÓ CHỦ TỊCH", "Vừ Thị Mai")


def test_a_missing_block_is_an_object_of_nulls() -> None:
    plan = plan_ending()
    assert plan.signature.model_dump(exclude={"span", "evidence"}) == {
        "authority": None,
        "on_behalf": None,
        "position": None,
        "other_title": None,
        "name": None,
    }
    assert (plan.recipients, plan.filing) == ([], [])


def test_the_ending_is_no_part_of_the_body() -> None:
    plan = plan_ending("Nơi nhận:", "- Các thôn;", "- Lưu: VT.", *SIGNED)
    assert [t.text for t in plan.tasks] == ["Thay đường ống."]
    assert plan.sections[-1].content is not None
    assert len(plan.sections[-1].content) == 1


def test_places_of_the_ending() -> None:
    ending = "\n".join(("Nơi nhận:", "- UBND tỉnh,", "HĐND tỉnh;", "- Lưu: VT.", *SIGNED))
    text = document(BODY, ending=ending)
    plan = plan_of(text)
    (recipient,) = plan.recipients
    assert recipient.span is not None
    assert text[recipient.span.start : recipient.span.end] == "- UBND tỉnh,\nHĐND tỉnh;"
    evidence = plan.signature.evidence
    assert {name: text[e.span.start : e.span.end] for name, e in evidence.items() if e.span} == {
        "authority": "TM. ỦY BAN NHÂN DÂN",
        "position": "CHỦ TỊCH",
        "name": "Lê Quang Vinh",
    }


def test_the_head_of_a_board_has_a_title_in_the_agency_too() -> None:
    plan = plan_ending(
        "| Nơi nhận:<br>- Các thôn;<br>- Lưu: VT. "
        "| TM. BAN CHỈ ĐẠO<br>TRƯỞNG BAN<br>CHỦ TỊCH UBND XÃ<br>Vừ Thị Mai |"
    )
    signed = plan.signature
    assert (signed.authority, signed.position) == ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")
    assert (signed.other_title, signed.name) == ("CHỦ TỊCH UBND XÃ", "Vừ Thị Mai")
