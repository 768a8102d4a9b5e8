"""Notes become Word comments at their places."""

import io

import pytest
from docx import Document
from examples import PLAN, item, section
from word import W, part, text

import docgen
from docgen.notes import Note, nearest
from plan.model import Assignment, Citation, Duty, Plan, Responsibility, Signature, Target, Task


def anchors(document: bytes) -> dict[str, str]:
    """Each comment's text with the text of the paragraph that it is anchored in."""
    comments = Document(io.BytesIO(document)).comments
    ranges = {
        start.get(W + "id"): text(next(start.iterancestors(W + "p")))
        for start in part(document).iter(W + "commentRangeStart")
    }
    return {one.text: ranges[str(one.comment_id)] for one in comments}


def anchored(plan: Plan, pointer: str) -> str:
    return anchors(docgen.render(plan, notes=[Note(pointer, "xem lại")]))["xem lại"]


@pytest.mark.parametrize(
    ("pointer", "begins"),
    [
        ("/header/number", "Số: 05"), ("/header/symbol", "Số: 05"), ("/header/agency", "ỦY BAN"),
        ("/header/date", "Đức An, ngày"), ("/header/subject", "Cấp nước sạch"),
        ("/header/doc_type", "KẾ HOẠCH"), ("/preamble/1", "Căn cứ Kế"),
        ("/sections/0/children/1", "2. Yêu cầu"), ("/sections/0/children/1/title", "2. Yêu cầu"),
        ("/sections/0/children/0/content/0/children/0", "+ Rà soát"),
        ("/sections/1/content/0", "1. Rà soát"), ("/sections/1/content/1", "TT"),
        ("/sections/1/content/1/rows/2", "I"), ("/sections/1/content/1/rows/3/2", "Phòng Kinh"),
        ("/closing/0", "Trên đây"), ("/recipients/3", "- Trưởng thôn số 3"),
        ("/filing/1", "- Lưu"), ("/signature/name", "Nguyễn"), ("/signature/on_behalf", "KT."),
        ("/appendices/0", "Phụ lục I"), ("/appendices/1/title", "MẪU"),
        ("/appendices/0/content/1", "Rà soát"), ("/appendices/0/content/0/rows/3/1", "Rà soát"),
    ],
)  # fmt: skip
def test_a_note_stands_at_its_place(pointer: str, begins: str) -> None:
    assert anchored(PLAN, pointer).startswith(begins)


DATA = Plan(
    legal_bases=[Citation(doc_type="Kế hoạch", code="1/KH-UBND", subject="nước sạch")],
    sections=[section("I", "MỤC TIÊU", None), section("II", "NHIỆM VỤ", None)],
    targets=[Target(text="80% hộ có nước sạch;", value=80, section="I")],
    tasks=[Task(text="Sửa đường ống.", section="II"), Task(text="Đào giếng.", section="II")],
    responsibilities=[
        Responsibility(
            unit="x", section="II", tasks=[Duty(text="Bơm nước."), Duty(text="Xả nước.")]
        )
    ],
    schedule=[Assignment(text="Tập huấn")],
    signature=Signature(position="CHỦ TỊCH"),
)


@pytest.mark.parametrize(
    ("pointer", "begins"),
    [
        ("/targets/0", "- 80%"), ("/targets/0/value", "- 80%"), ("/tasks/1", "- Đào giếng."),
        ("/responsibilities/0", "- Bơm nước."), ("/responsibilities/0/tasks/1", "- Xả nước."),
        ("/schedule/0", "1"), ("/legal_bases/0", "Thực hiện Kế hoạch số 1/KH-UBND"),
        ("/legal_bases/0/date", "Thực hiện Kế hoạch"), ("/signature/name", "CHỦ TỊCH"),
        ("/header/number", "KẾ HOẠCH"), ("/area/name", "KẾ HOẠCH"),
    ],
)  # fmt: skip
def test_a_note_on_data_stands_where_the_text_was_composed(pointer: str, begins: str) -> None:
    assert anchored(DATA, pointer).startswith(begins)


def test_a_note_on_data_stands_where_the_given_text_says_it() -> None:
    content = [item("-", "Đào giếng."), item("-", "Sửa đường ống.")]
    plan = DATA.model_copy(
        update={"sections": [DATA.sections[0], section("II", "NHIỆM VỤ", content)]}
    )
    assert anchored(plan, "/tasks/0") == "- Sửa đường ống."


@pytest.mark.parametrize(
    "pointer", ["/targets/9", "/sections/x", "targets/0", "/sections/0/childern/0", "/nothing"]
)
def test_a_pointer_that_leads_nowhere_is_a_fault(pointer: str) -> None:
    with pytest.raises(ValueError, match=pointer):
        docgen.render(DATA, notes=[Note("/targets/0", "a"), Note(pointer, "b")])


def test_notes_are_all_kept_also_at_one_place_and_carry_no_date() -> None:
    notes = [Note("/closing/0", "một"), Note("/closing/0", "hai\nba {{ 1 }} \x07")]
    document = docgen.render(PLAN, notes=notes)
    assert docgen.render(PLAN, notes=notes) == document
    assert list(anchors(document)) == ["một", "hai\nba {{ 1 }} \ufffd"]
    for comment in part(document, "word/comments.xml").iter(W + "comment"):
        assert comment.get(W + "author") == "kehoach"
        assert W + "date" not in comment.attrib


def test_notes_leave_the_text_as_it_is() -> None:
    noted = docgen.render(PLAN, notes=[Note("/header/subject", "a")])
    assert text(part(noted)) == text(part(docgen.render(PLAN)))


def test_nearest() -> None:
    places = {"/a/0": 1, "/b/1/c": 2}
    found = [nearest(pointer, places) for pointer in ("/a/0", "/a/0/x", "/b/1", "/b", "/z")]
    assert found == [1, 1, 2, 2, 1]
