# ruff: noqa: INP001 - a part of the script beside it
"""The bodies of the templates, each put together from blocks.

Words in capitals or bold stand as Decree 30/2020/NĐ-CP, Phụ lục III, samples 1.3 to 1.5 have them.
The names in `{{ }}` are explained in `docgen/context.py`, `digest.py` and `papers.py`.
"""

from blocks import (
    TABLE_BRANCH,
    addressees,
    appendices,
    header_table,
    items,
    lines,
    own_title,
    plan_body,
    signature_table,
    title_block,
    turned_appendices,
)
from markup import each, either, paragraph, run, section_end, text

BLANK = text("BodyText", "…" * 20)
"""What a person writes who uses the template."""


def article(number: int, words: str) -> str:
    """An article (Điều): its number bold."""
    return paragraph("BodyText", run(f"Điều {number}. ", "Strong"), run(words))


def heading(words: str) -> str:
    """A heading of the first level."""
    return text("Heading1", words)


def or_blank(source: str, xml: str) -> str:
    """`xml` where the plan has `source`, else room to fill it in."""
    return either((source, xml), ("true", BLANK))


def plan() -> str:
    """`ke-hoach`: a plan."""
    return header_table() + own_title() + plan_body() + signature_table() + appendices()


def decision() -> str:
    """`quyet-dinh-ban-hanh-ke-hoach`: a decision, and the plan that it enacts as its attachment."""
    articles = (
        article(1, "Ban hành kèm theo Quyết định này {{ plan.name }}."),
        article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
        paragraph(
            "Closing",
            run("Điều 3. ", "Strong"),
            run(
                "{{ plan.executors }}; các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm "
                "thi hành Quyết định này./."
            ),
        ),
    )
    attached = own_title_attached() + plan_body("plan.opening") + appendices("decision_appendices")
    return (
        header_table("decision.number", "decision.place_and_date")
        + title_block("QUYẾT ĐỊNH", "Về việc ban hành {{ plan.name }}")
        + text("Decider", "{{ plan.decider }}")
        + each("line", "plan.bases", text("LegalBasis", "{{ line }}"))
        + text("Decider", "QUYẾT ĐỊNH:")
        + "".join(articles)
        + signature_table("decision.recipients")
        + section_end()
        + attached
    )


def own_title_attached() -> str:
    """Type and subject of an attached plan, and the paper that it comes under."""
    return (
        text("Title", "{{ title }}")
        + either(("subject", text("Subtitle", "{{ subject }}")))
        + text("AppendixReference", "{{ plan.reference }}")
        + paragraph("ShortRule")
    )


def annexes() -> str:
    """`phu-luc`: the appendices alone."""
    return turned_appendices("annexes")


def letter() -> str:
    """`cong-van`: asks the units to carry the plan out."""
    asked = text("BodyText", "3. Thực hiện chế độ thông tin, báo cáo:") + items("plan.asked")
    not_asked = text(
        "BodyText",
        "3. Định kỳ báo cáo kết quả thực hiện về {{ plan.issuer }} để theo dõi, chỉ đạo.",
    )
    return (
        header_table(
            "letter.number",
            "letter.place_and_date",
            text("LetterSubject", "V/v triển khai thực hiện {{ plan.name }}"),
        )
        + addressees("letter.addressees")
        + text(
            "BodyText",
            "Để triển khai thực hiện kịp thời, đồng bộ, có hiệu quả {{ plan.issued }} (gửi kèm "
            "theo), {{ plan.issuer }} đề nghị các cơ quan, đơn vị:",
        )
        + text(
            "BodyText",
            "1. Căn cứ nhiệm vụ được giao tại Kế hoạch, tổ chức triển khai thực hiện; phân công "
            "người chịu trách nhiệm, xác định rõ thời hạn hoàn thành từng nhiệm vụ.",
        )
        + text(
            "BodyText",
            "2. Phối hợp chặt chẽ trong quá trình thực hiện; kịp thời phản ánh khó khăn, vướng mắc "
            "để được xem xét, giải quyết.",
        )
        + either(("plan.asked", asked), ("true", not_asked))
        + text(
            "Closing",
            "{{ plan.issuer }} đề nghị các cơ quan, đơn vị quan tâm, tổ chức thực hiện./.",
        )
        + signature_table("letter.recipients")
    )


def submission() -> str:
    """`to-trinh`: asks the superior to approve the plan."""
    contents = (
        ("plan.parts", "1. Bố cục của dự thảo Kế hoạch"),
        ("plan.targets", "2. Mục tiêu, chỉ tiêu"),
        ("plan.works", "3. Nhiệm vụ, giải pháp"),
        ("plan.funding", "4. Kinh phí thực hiện"),
        ("plan.units", "5. Các cơ quan, đơn vị thực hiện"),
    )
    return (
        header_table("submission.number", "submission.place_and_date")
        + title_block("TỜ TRÌNH", "Về việc phê duyệt {{ plan.name }}")
        + addressees("submission.addressees")
        + each("line", "plan.bases", text("LegalBasis", "{{ line }}"))
        + text(
            "BodyText",
            "{{ plan.issuer }} kính trình {{ plan.superior }} xem xét, phê duyệt {{ plan.name }} "
            "với các nội dung chủ yếu như sau:",
        )
        + heading("I. MỤC ĐÍCH, YÊU CẦU")
        + or_blank("plan.purposes", lines("plan.purposes", TABLE_BRANCH))
        + heading("II. NỘI DUNG CHỦ YẾU CỦA DỰ THẢO KẾ HOẠCH")
        + "".join(
            text("Heading2", title) + or_blank(source, items(source)) for source, title in contents
        )
        + text("BodyText", "(Gửi kèm theo dự thảo {{ plan.name }})")
        + text(
            "Closing",
            "Trên đây là Tờ trình về việc phê duyệt {{ plan.name }}, {{ plan.issuer }} kính trình "
            "{{ plan.superior }} xem xét, quyết định./.",
        )
        + signature_table("submission.recipients")
    )


def report() -> str:
    """`bao-cao`: what became of the plan, with tables to fill in."""
    return (
        header_table("report.number", "report.place_and_date")
        + title_block("BÁO CÁO", "Kết quả thực hiện {{ plan.name }}")
        + addressees("report.addressees")
        + text(
            "BodyText",
            "Thực hiện {{ plan.issued }}, {{ plan.issuer }} báo cáo kết quả thực hiện như sau:",
        )
        + heading("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
        + BLANK
        + heading("II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU")
        + or_blank("plan.target_results", lines("plan.target_results", TABLE_BRANCH))
        + heading("III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO")
        + or_blank("plan.duty_results", lines("plan.duty_results", TABLE_BRANCH))
        + heading("IV. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
        + BLANK
        + heading("V. NHIỆM VỤ, GIẢI PHÁP THỜI GIAN TỚI")
        + BLANK
        + heading("VI. ĐỀ XUẤT, KIẾN NGHỊ")
        + BLANK
        + text("Closing", "Trên đây là Báo cáo kết quả thực hiện {{ plan.name }}./.")
        + signature_table("report.recipients")
    )


DOCUMENTS = {
    "ke-hoach": (plan, "Kế hoạch"),
    "quyet-dinh-ban-hanh-ke-hoach": (decision, "Quyết định ban hành kế hoạch"),
    "phu-luc": (annexes, "Phụ lục"),
    "cong-van": (letter, "Công văn"),
    "to-trinh": (submission, "Tờ trình"),
    "bao-cao": (report, "Báo cáo"),
}
"""Name of the template → its body, and the title among the document's properties."""
