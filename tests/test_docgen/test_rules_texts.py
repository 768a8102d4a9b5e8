"""Rules on text: each example of the tables, and what a head clerk would and would not say."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.checking.capitals import misspelt
from docgen.checking.catalogue import Example, Rule, catalogue, rule
from docgen.checking.drawn import SPECIAL
from docgen.checking.sequences import roman
from docgen.checking.slips import Parts
from docgen.checking.symbols import kind_of
from docgen.checking.texts import FUNCTIONS, repaired, slips
from plan.text import POINT_LETTERS

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
RULES = catalogue().rules()


def parts_of(of: str, example: Example) -> Parts | None:
    """An example as the texts of components; `None` where it is of print.

    The lines of a signature are one text, because they are judged together.
    """
    if isinstance(example, str):
        return {of: [example] if of == "signer-block" else example.split("\n")}
    if set(example) <= {row.of for row in RULES} | {"letter-subject"}:
        return {name: str(text).split("\n") for name, text in example.items()}
    return None


def cases(kind: str) -> list[tuple[Rule, Example]]:
    examples = [(row, example) for row in RULES for example in getattr(row, kind)]
    return [(row, example) for row, example in examples if parts_of(row.of, example)]


def found(name: str, *lines: str, **others: str) -> list[str]:
    """What the rule `name` quotes from a document of these lines."""
    row = rule(name)
    parts = {row.of: list(lines), **{key: [text] for key, text in others.items()}}
    return [slip.found for slip in slips(row, parts)]


def name_of(case: tuple[Rule, Example]) -> str:
    return f"{case[0].id}: {case[1]}"


@pytest.mark.parametrize("case", cases("wrong"), ids=name_of)
def test_a_wrong_example_is_found_and_the_message_can_be_filled(case: tuple[Rule, Example]) -> None:
    row, example = case
    parts = parts_of(row.of, example)
    assert parts
    told = list(slips(row, parts))
    assert told
    for slip in told:
        text = parts[row.of][slip.paragraph]
        assert 0 <= slip.start <= slip.end <= len(text)
        assert slip.found
        assert row.message
        assert slip.should is not None or "{should}" not in row.message.vi


@pytest.mark.parametrize("case", cases("right"), ids=name_of)
def test_a_right_example_is_not_found(case: tuple[Rule, Example]) -> None:
    row, example = case
    parts = parts_of(row.of, example)
    assert parts
    assert list(slips(row, parts)) == []


@pytest.mark.parametrize(
    "case", [case for case in cases("wrong") if case[0].fix == "text"], ids=name_of
)
def test_what_can_be_mended_is_right_afterwards(case: tuple[Rule, Example]) -> None:
    row, example = case
    parts = parts_of(row.of, example)
    assert parts
    told = list(slips(row, parts))
    mended = [
        repaired(text, [slip for slip in told if slip.paragraph == number])
        for number, text in enumerate(parts[row.of])
    ]
    assert list(slips(row, {**parts, row.of: mended})) == []


def test_every_function_is_named_by_a_row_and_the_reverse() -> None:
    assert {*FUNCTIONS, *SPECIAL} == {row.check for row in RULES if row.check}


@pytest.mark.parametrize("row", [row for row in RULES if row.words], ids=lambda row: row.id)
def test_every_word_of_a_dictionary_is_found_in_wrong_capitals(row: Rule) -> None:
    for word in row.words:
        wrong = word.title() if word.title() != word else word[:1] + word[1:].lower()
        assert [slip.should for slip in misspelt(row.words, [f"của {wrong} đã"])] == [word]
        for fine in (word, word.upper(), word.lower()):
            assert list(misspelt(row.words, [f"của {fine} đã"])) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã Tịnh Trà ban hành Kế hoạch",
        "Uỷ ban nhân dân các xã, phường",
        "UBND xã, HĐND xã, Công an xã",
        "các phòng Văn hóa và Thông tin, phòng chuyên môn",
        "Trưởng phòng Tài chính - Kế hoạch",
        "cán bộ Công an xã, cán bộ tư pháp",
        "Ủy ban Thường vụ Quốc hội",
        "cơ sở Y tế tư nhân, trụ sở Công an huyện",
        "công tác quốc phòng, an ninh nhân dân",
        "Tổ Nhân dân tự quản",
        "Quản lý nhà nước về y tế; ngân sách nhà nước; bí mật nhà nước",
        "Giai đoạn thứ hai, lần thứ ba",
        "Thực hiện 05 điều Bác Hồ dạy",
        "Có 3 mục tiêu và 12 chương trình",
        "Xã hội hóa giáo dục, Văn hóa - Xã hội",
        "Khoản 2 Điều 4 Nghị định số 30/2020/NĐ-CP",
        "Đạt 1.250 hộ. Trong đó có 15% hộ nghèo...",
        "Gồm máy tính, máy in v.v. của các thôn",
        "Truy cập http://example.vn. Tải về",
        "- 100% thôn có Internet; iPhone; eTax Mobile",
        "a) Đến năm 2030",
        "Nguyễn Thị Thuý, Trần Văn Hoà",
        "Công ty cổ phần X và học phần II",
        "Lực lượng vũ trang nhân dân, thế trận an ninh nhân dân",
        "Hội đồng nhân dân, Ủy ban nhân dân các cấp",
        "Gồm: Xã Tịnh Trà; Phường 1; Thị trấn Sông Vệ",
        "- đ/c Nguyễn Văn An theo dõi",
        "Tỉnh ủy, Huyện ủy, Thị Đoàn, Tỉnh Đoàn",
        "Từ ngày 01 tháng 5 đến ngày 15 tháng 12 năm 2026",
        "Tổ công nghệ số cộng đồng thôn 3, tổ dân phố 5",
        "THỰC HIỆN CHUYỂN ĐỔI SỐ CỦA ỦY BAN NHÂN DÂN XÃ",
        "Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023",
    ],
)
def test_running_text_as_offices_write_it_is_left_alone(text: str) -> None:
    rows = [row for row in RULES if row.of == "text"]
    assert [(row.id, slip) for row in rows for slip in slips(row, {"text": [text]})] == []


@pytest.mark.parametrize("number", range(1, 40))
def test_roman_numerals_count(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    letters = [values[letter] for letter in roman(number)]
    pairs = zip(letters, [*letters[1:], 0], strict=True)
    assert sum(-one if one < following else one for one, following in pairs) == number


@given(st.integers(1, len(POINT_LETTERS)), st.integers(1, 12))
def test_points_in_their_order_are_kept_and_a_missing_one_is_told(many: int, gone: int) -> None:
    lines = [f"{letter}) Việc" for letter in POINT_LETTERS[:many]]
    assert found("point.label", *lines) == []
    if 1 < gone < many:
        after = f"{POINT_LETTERS[gone]})"
        assert found("point.label", *lines[: gone - 1], *lines[gone:])[:1] == [lines[gone][:2]]
        assert lines[gone].startswith(after)


@given(st.lists(st.sampled_from(["I. A", "II. B", "III. C", "- Việc", ""]), max_size=8))
def test_headings_never_stop_the_check(lines: list[str]) -> None:
    found("plan.heading.roman-sequence", *lines)


@given(st.text(max_size=80), st.sampled_from([row.id for row in RULES if row.decides]))
def test_rules_take_any_text(text: str, name: str) -> None:
    row = rule(name)
    for slip in slips(row, {row.of: [text], "type-name": ["KẾ HOẠCH"]}):
        assert 0 <= slip.start <= slip.end <= len(text)


def test_the_rarer_way_to_place_a_tone_is_told_once_for_each_word() -> None:
    lines = ["Số hóa, văn hóa và xã hội hoá", "Xã hội hoá thuỷ lợi và khóa học, hóa đơn"]
    assert found("spell.tone-position", *lines) == ["hoá", "thuỷ"]
    assert found("spell.tone-position", "Quý II, khuỷu, thuyền, hoàn thành, hoà giải") == []


def test_loose_marks_come_out_whole() -> None:
    loose = unicodedata.normalize("NFD", "Kế hoạch số 5")
    (slip,) = slips(rule("font.unicode-form"), {"text": [loose]})
    assert slip.should == "Kế hoạch số 5"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("KẾ HOẠCH", "KH"),
        ("KẾ HOẠCH PHỐI HỢP", "KH"),
        ("BẢN THOẢ THUẬN", "BTT"),
        ("QUY ĐỊNH", "QyĐ"),
        ("QUYẾT ĐỊNH", "QĐ"),
        ("THÔNG TƯ", None),
        ("KẾ HOẠCHH", None),
    ],
)
def test_types_are_known_by_name(line: str, code: str | None) -> None:
    kind = kind_of(line)
    assert (kind.code if kind else None) == code


PLANS = [*sorted((ROOT / "samples").glob("*.md")), *sorted((SHARED / "seeds").glob("*.txt"))]


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_whole_plans_draw_few_remarks_on_spelling(file: Path) -> None:
    """Each was read by eye, and what is told of it is true; a new pattern must not cry wolf."""
    lines = [line.strip("* ") for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in RULES if row.of == "text"]
    told = [(row.id, slip.found) for row in rows for slip in slips(row, {"text": lines})]
    assert len(told) <= 8, told
