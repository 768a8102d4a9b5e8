"""Plans written by hand, for tests that look at one page or one thing."""

from collections.abc import Iterable

from plan.model import (
    Appendix,
    Block,
    Header,
    Plan,
    Recipient,
    Section,
    SectionKind,
    Signature,
)

LONG = (
    "Rà soát, đánh giá hiện trạng và xây dựng phương án cấp nước sạch tập trung cho các khu dân cư "
    "ở xa trung tâm, bảo đảm chất lượng theo quy chuẩn kỹ thuật;"
)


def said(text: str) -> Block:
    return Block(type="paragraph", text=text)


def item(label: str, text: str, *children: Block) -> Block:
    return Block(type="item", label=label, text=text, children=list(children))


def table(*rows: list[str]) -> Block:
    return Block(type="table", rows=list(rows))


def section(
    label: str | None,
    title: str,
    content: Iterable[Block] | None = (),
    *children: Section,
    kind: SectionKind = "other",
) -> Section:
    return Section(
        label=label,
        title=title,
        kind=kind,
        content=None if content is None else list(content),
        children=list(children),
    )


WORK = table(
    ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
    ["I", "Công trình", "", "", "", ""],
    *([str(n), LONG, "Phòng Kinh tế", "Các thôn", "Quý II/2026", "Báo cáo"] for n in range(1, 16)),
)

PLAN = Plan(
    header=Header(
        agency="ỦY BAN NHÂN DÂN XÃ ĐỨC AN",
        number=5,
        symbol="KH-UBND",
        place="Đức An",
        date="2026-03-07",
        doc_type="Kế hoạch",
        subject="Cấp nước sạch nông thôn trên địa bàn xã Đức An năm 2026",
    ),
    preamble=[
        "Căn cứ Luật Tài nguyên nước ngày 27 tháng 11 năm 2023;",
        "Căn cứ Kế hoạch số 88/KH-UBND ngày 05/01/2026 của UBND tỉnh Hải Lâm về cấp nước sạch.",
        "Ủy ban nhân dân xã Đức An ban hành Kế hoạch, cụ thể như sau:",
    ],
    sections=[
        section(
            "I",
            "MỤC ĐÍCH, YÊU CẦU",
            [],
            section("1", "Mục đích", [item("-", LONG, item("+", LONG))]),
            section("2", "Yêu cầu", [], section("a", "Về tiến độ", [said(LONG)])),
        ),
        section("II", "NHIỆM VỤ", [item("1.", LONG), WORK, item("a", LONG)]),
    ],
    closing=["Trên đây là Kế hoạch cấp nước sạch nông thôn của Ủy ban nhân dân xã Đức An./."],
    recipients=[
        Recipient(name="UBND tỉnh", note="để b/c"),
        *(Recipient(name=f"Trưởng thôn số {n}") for n in range(1, 20)),
    ],
    filing=["VT", "KT"],
    signature=Signature(
        authority="TM. ỦY BAN NHÂN DÂN",
        on_behalf="KT. CHỦ TỊCH",
        position="PHÓ CHỦ TỊCH",
        name="Nguyễn Hoàng Minh Châu",
    ),
    appendices=[
        Appendix(
            label="I",
            title="DANH MỤC CÔNG TRÌNH",
            reference="(Kèm theo Kế hoạch số 05/KH-UBND ngày 07/3/2026)",
            content=[WORK, said(LONG)],
        ),
        Appendix(label="II", title="MẪU BÁO CÁO", content=[said(LONG)]),
    ],
)

LONG_NAMES = PLAN.model_copy(
    update={
        "header": Header(
            parent_agency="ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI LÂM TRUNG",
            agency="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG VÀ CHUYỂN ĐỔI SỐ PHƯỜNG ĐIỆN BIÊN PHỦ",
            symbol="KH-TTPVHCC&CĐS",
            place="Phường Điện Biên Phủ",
            date="2026-03",
            doc_type="Kế hoạch",
            subject=(
                "Triển khai Chương trình cấp nước sạch nông thôn, vệ sinh môi trường và nâng cao "
                "chất lượng sống của người dân trên địa bàn phường Điện Biên Phủ giai đoạn "
                "2026 - 2030, tầm nhìn đến năm 2045"
            ),
        )
    }
)
