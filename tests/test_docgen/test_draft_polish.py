"""The last hand at a draft: citations, tone marks, capitals, the ends of items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parents import plan_from

from docgen.draft import draft
from docgen.drafting.citing import citing
from docgen.drafting.edits import edit
from docgen.drafting.outline import Passage
from docgen.profile import Profile
from plan.model import Area, Block, Citation, Header
from plan.patterns import toned

OWN = Profile.model_validate(
    {
        "commune": {"type": "xã", "name": "Hoà Tân", "district": "An Sơn", "province": "Lam Giang"},
        "plan": {"date": "2024-03"},
    }
)
KNOWN = Citation(
    doc_type="Kế hoạch",
    code="257/KH-UBND",
    date="2023-11-20",
    issuer="UBND tỉnh",
    subject="phát triển hạ tầng số",
)
SHORT = "Kế hoạch số 257/KH-UBND"
DATED = f"{SHORT} ngày 20/11/2023 của UBND tỉnh"
FULL = f"{DATED} về phát triển hạ tầng số"


def cited(text: str, seen: set[str]) -> str:
    passage = Passage(Block(type="paragraph", text=text))
    for one in reversed(list(citing(text, {"257/KH-UBND": KNOWN}, seen))):
        edit(passage, one)
    return passage.block.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"Bám sát {SHORT}.", f"Bám sát {FULL}."),
        (f"Đưa {SHORT} vào cuộc sống.", f"Đưa {DATED} vào cuộc sống."),
        (f"Bám sát {FULL}.", f"Bám sát {FULL}."),
        (f"Theo {SHORT} và {FULL}; {DATED}.", f"Theo {DATED} và {SHORT}; {SHORT}."),
        ("Theo Kế hoạch số 9/KH-UBND.", "Theo Kế hoạch số 9/KH-UBND."),
        (f"Theo {DATED} về việc khác hẳn.", f"Theo {DATED} về việc khác hẳn."),
    ],
)
def test_the_first_mention_is_full_and_the_later_ones_short(text: str, said: str) -> None:
    assert cited(text, set()) == said


def test_what_the_opening_named_is_short_from_the_start() -> None:
    assert cited(f"Bám sát {FULL}.", {"257/KH-UBND"}) == f"Bám sát {SHORT}."
    other = f"Bám sát {DATED} về việc khác."
    assert cited(other, {"257/KH-UBND"}) == other


@given(st.lists(st.sampled_from([SHORT, DATED, FULL, "Luật số 5"]), max_size=8))
def test_citing_again_changes_nothing(pieces: list[str]) -> None:
    once = cited("; ".join(pieces), set())
    assert cited(once, set()) == once
    assert once.count("ngày 20/11/2023") <= 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Uỷ ban hoà giải, xoá mù; Toà án", "Ủy ban hòa giải, xóa mù; Tòa án"),
        ("UỶ BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        ("khoán, hoàn, quý, quỹ, thuở, khoảng", "khoán, hoàn, quý, quỹ, thuở, khoảng"),
        ("xã Hoà Tân hoà mình", "xã Hoà Tân hòa mình"),
        ("thuỷ lợi, khoẻ, thuý, hoạ", "thủy lợi, khỏe, thúy, họa"),
    ],
)
def test_tone_marks(text: str, said: str) -> None:
    assert toned(text, ["Hoà Tân"]) == said


def plan_of(text: str) -> list[str]:
    parent = plan_from(
        text,
        Header(number=1, symbol="KH-UBND", date="2024-02-01", subject="Cây"),
        Area(level="district", type="huyện", name="An Sơn"),
        [],
    )
    content = draft(parent, OWN).plan.sections[0].content
    assert content is not None
    return [block.text for block in content]


@pytest.mark.parametrize(
    ("items", "ends"),
    [
        (["Làm A;", "Làm B", "Làm C"], ["Làm A;", "Làm B;", "Làm C."]),
        (["Làm A.", "Làm B", "Làm C;"], ["Làm A.", "Làm B.", "Làm C."]),
        (["Làm A", "Làm B", "Làm C"], ["Làm A", "Làm B", "Làm C"]),
        (["Làm A;", "Làm B;", "Làm C./."], ["Làm A;", "Làm B;", "Làm C./."]),
    ],
)
def test_items_end_alike(items: list[str], ends: list[str]) -> None:
    assert plan_of("I. VIỆC | tasks\n" + "\n".join(f"- {one}" for one in items)) == ends


def test_a_draft_is_spelled_one_way_and_its_readings_with_it() -> None:
    parent = plan_from(
        "I. VIỆC | tasks\n- Hoà giải trên địa bàn Huyện.",
        Header(),
        Area(level="district", type="huyện", name="An Sơn"),
        [],
    )
    plan = draft(parent, OWN).plan
    assert plan.tasks[0].text == "Hòa giải trên địa bàn xã."
    assert plan.header.place == "Hoà Tân"
