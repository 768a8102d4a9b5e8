"""A draft as a Word document: comments at their places, blanks and doubtful figures highlighted."""

import io

import docx
from docx.document import Document
from parents import district_plan

import docgen
from docgen.draft import draft
from docgen.profile import Profile

OWN = Profile.model_validate(
    {
        "commune": {
            "type": "xã",
            "name": "Minh Tân",
            "district": "An Sơn",
            "province": "Lam Giang",
        },
        "plan": {"date": "2024-03"},
    }
)
DONE = draft(district_plan(), OWN)


def word(*, clean: bool = False) -> Document:
    return docx.Document(io.BytesIO(docgen.render(DONE.plan, notes=() if clean else DONE.notes)))


def highlighted(document: Document) -> list[str]:
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    return [run.text for run in runs if run.font.highlight_color is not None]


def test_figures_that_wait_for_a_person_are_highlighted() -> None:
    assert "36 trạm" in highlighted(word())
    assert "2.500 triệu đồng" in highlighted(word())


def test_highlighting_changes_no_words() -> None:
    texts = [[one.text for one in word(clean=clean).paragraphs] for clean in (False, True)]
    assert texts[0] == texts[1]


def test_a_clean_draft_has_neither_comments_nor_colour() -> None:
    assert not highlighted(word(clean=True))
    assert not list(word(clean=True).comments)
    assert len(list(word().comments)) == len(DONE.notes)


def test_orders_say_where_they_come_from() -> None:
    said = [note.text for note in DONE.notes]
    assert any("mục V" in one and "phân cho đơn vị trực thuộc" in one for one in said)
