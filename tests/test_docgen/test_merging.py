"""A draft that a person edited, with what changed above brought in: nothing of either is lost."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from parents import district_plan

import docgen
from docgen.draft import draft
from docgen.merging.merge import Merged, merge
from docgen.merging.record import recorded, with_record
from docgen.merging.three import chunks
from docgen.merging.units import units
from docgen.profile import Profile
from plan.errors import UnreadableError
from plan.model import Plan


def profile(**sections: object) -> Profile:
    commune = {"type": "xã", "name": "Minh Tân", "district": "An Sơn", "province": "Lam Giang"}
    return Profile.model_validate({"commune": commune, "plan": {"date": "2024-03"}} | sections)


def made(parent: Plan, own: Profile) -> bytes:
    done = draft(parent, own)
    return with_record(docgen.render(done.plan, notes=done.notes))


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def edited(data: bytes, edit: Callable[[Document], object]) -> bytes:
    document = opened(data)
    edit(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def texts(data: bytes) -> list[str]:
    return [unit.text for unit in units(opened(data))]


def replace(old: str, new: str) -> Callable[[Document], None]:
    def edit(document: Document) -> None:
        paragraph = next(one for one in document.paragraphs if old in one.text)
        paragraph.text = paragraph.text.replace(old, new)

    return edit


def drop(words: str) -> Callable[[Document], None]:
    def edit(document: Document) -> None:
        found = next(one for one in document.paragraphs if words in one.text)
        element = found._element  # noqa: SLF001 - python-docx takes no paragraph out itself
        element.getparent().remove(element)

    return edit


OLD = made(district_plan(), profile())
CHANGED = district_plan()
CHANGED.sections[1].children[0].content[0].text = (  # type: ignore[index]
    "97% thôn, xóm, tổ dân phố trên địa bàn huyện An Sơn có mạng cáp quang;"
)
CHANGED.targets[0] = CHANGED.targets[0].model_copy(
    update={"text": CHANGED.sections[1].children[0].content[0].text, "value": 97}  # type: ignore[index]
)
NEW = made(CHANGED, profile())
WAS, IS = (next(text for text in texts(data) if "có mạng cáp quang" in text) for data in (OLD, NEW))


def bring(edit: Callable[[Document], object], new: bytes = NEW) -> Merged:
    return merge(edited(OLD, edit), new, "xã.docx")


def test_the_parents_really_differ() -> None:
    assert WAS != IS
    assert [one for one in texts(OLD) if one not in texts(NEW)] == [WAS]


def test_a_draft_keeps_a_record_of_itself() -> None:
    assert recorded(opened(OLD)) == texts(OLD)
    assert with_record(OLD) == OLD
    assert recorded(opened(edited(OLD, replace("MỤC TIÊU", "MỤC TIÊU CHÍNH")))) == texts(OLD)


def test_what_is_new_comes_in_and_what_was_edited_stays() -> None:
    done = bring(lambda _: None)
    assert texts(done.document) == texts(NEW)
    assert (done.updated, done.conflicts) == (1, [])
    done = bring(replace("YÊU CẦU", "YÊU CẦU CỦA XÃ"))
    said = texts(done.document)
    assert IS in said
    assert WAS not in said
    assert any("YÊU CẦU CỦA XÃ" in one for one in said)
    assert len(said) == len(texts(NEW))


def test_both_changed_the_same_place() -> None:
    done = bring(replace(WAS, WAS.replace("95%", "99%")))
    (conflict,) = done.conflicts
    assert (conflict.base, conflict.new) == (WAS, IS)
    assert "99%" in conflict.mine
    assert conflict.mine in texts(done.document)
    assert IS not in texts(done.document)
    comments = [comment.text for comment in opened(done.document).comments]
    assert any("đã được sửa tay" in one and IS in one for one in comments)


def test_what_a_person_took_out_stays_out() -> None:
    gone = bring(drop("có mạng cáp quang"))
    assert gone.conflicts[0].mine == ""
    assert IS not in texts(gone.document)
    other = bring(drop("MỤC TIÊU"))
    assert IS in texts(other.document)
    assert not any(one.endswith("MỤC TIÊU") for one in texts(other.document))


def test_a_change_of_the_profile_comes_in_too() -> None:
    new = made(district_plan(), profile(signer={"form": "KT", "name": "Lê Thị Hạnh"}))
    done = bring(replace("YÊU CẦU", "YÊU CẦU CỦA XÃ"), new)
    assert not done.conflicts
    assert "Lê Thị Hạnh" in texts(done.document)
    assert "PHÓ CHỦ TỊCH" in texts(done.document)


def test_rows_of_a_table_are_merged_one_by_one() -> None:
    parent = district_plan()
    parent.appendices[0].content[0].rows[4][1] = "Lập danh sách, bản đồ điểm lõm sóng"
    parent.schedule[1] = parent.schedule[1].model_copy(
        update={"text": "Lập danh sách, bản đồ điểm lõm sóng"}
    )

    def edit(document: Document) -> None:
        table = next(one for one in document.tables if len(one.rows) > 2)
        table.rows[-1].cells[-1].paragraphs[0].text = "Báo cáo quý"

    done = bring(edit, made(parent, profile()))
    said = texts(done.document)
    assert not done.conflicts
    assert any("bản đồ điểm lõm sóng" in one for one in said)
    assert any("Báo cáo quý" in one for one in said)


def test_merging_again_brings_nothing_new() -> None:
    once = bring(replace("YÊU CẦU", "YÊU CẦU CỦA XÃ")).document
    again = merge(once, NEW, "xã.docx")
    assert (again.updated, again.conflicts) == (0, [])
    assert texts(again.document) == texts(once)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docgen.render(draft(district_plan(), profile()).plan), "not a draft"),
        (b"no zip", "not a Word file"),
    ],
)
def test_what_cannot_be_merged(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        merge(data, NEW, "xã.docx")


VERSION = st.lists(st.sampled_from("abcdef"), max_size=8)


@given(VERSION, VERSION, VERSION)
def test_chunks_cover_all_three_versions(base: list[str], mine: list[str], new: list[str]) -> None:
    found = list(chunks(base, mine, new))
    for number, version in enumerate((base, mine, new)):
        assert [place for one in found for place in one[number]] == list(range(len(version)))


@given(VERSION, VERSION)
def test_where_one_side_is_as_before_the_other_is_taken(base: list[str], new: list[str]) -> None:
    for chunk in chunks(base, base, new):
        assert [base[n] for n in chunk.mine] == [base[n] for n in chunk.base]


BODY = [one.text for one in opened(OLD).paragraphs]


@settings(max_examples=25, deadline=None)
@given(places=st.sets(st.integers(0, len(BODY) - 1), max_size=6))
def test_whatever_a_person_wrote_is_there_after_merging(places: set[int]) -> None:
    def edit(document: Document) -> None:
        for place in places:
            document.paragraphs[place].add_run(f" [sửa {place}]")

    done = bring(edit)
    said = " ".join(texts(done.document))
    assert all(f"[sửa {place}]" in said for place in places)
    changed = BODY.index(WAS) if WAS in BODY else -1
    assert bool(done.conflicts) == (changed in places)
    assert (IS in said) == (changed not in places)
