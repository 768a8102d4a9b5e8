"""Indicators that mean the same: pairs written by hand, half of them only measured."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plan
from plan import matching
from plan.matching import ALIKE, SAME, Pair, likeness, match, pairs, same_indicator
from plan.patterns import spelled

HERE = Path(__file__).parent / "indicators"
PHRASES = sorted(
    {
        indicator
        for half in ("tuned", "measured")
        for field in tomllib.loads((HERE / f"{half}.toml").read_text("utf-8")).values()
        for pairs in field.values()
        for pair in pairs
        for indicator in pair
    }
)


class Share(NamedTuple):
    """Of the pairs taken for the same, how many are; of those that are, how many are found."""

    precision: float
    recall: float


def measured(half: str) -> Share:
    fields = tomllib.loads((HERE / f"{half}.toml").read_text("utf-8")).values()
    found = [is_same(pair) for field in fields for pair in field["same"]]
    mistaken = [is_same(pair) for field in fields for pair in field["apart"]]
    return Share(sum(found) / (sum(found) + sum(mistaken)), sum(found) / len(found))


def is_same(pair: list[str]) -> bool:
    return same_indicator(*pair) >= SAME


@pytest.mark.parametrize(
    ("half", "floor"), [("tuned", Share(1.0, 0.97)), ("measured", Share(0.96, 0.85))]
)
def test_pairs_written_by_hand_are_told_apart(half: str, floor: Share) -> None:
    reached = measured(half)
    assert reached.precision >= floor.precision
    assert reached.recall >= floor.recall


@pytest.mark.parametrize("half", ["tuned", "measured"])
def test_each_half_has_enough_pairs_of_many_fields(half: str) -> None:
    fields = tomllib.loads((HERE / f"{half}.toml").read_text("utf-8"))
    assert len(fields) >= 7
    assert sum(len(pairs) for field in fields.values() for pairs in field.values()) >= 60


def test_what_the_tables_compare_is_what_indicators_are_made_of() -> None:
    source = (Path(plan.__file__).parent / "data" / "indicators.toml").read_text("utf-8")
    table = tomllib.loads(source)
    silent, marks = ({*spelled(table[name]).split()} for name in ("silent", "marks"))
    compared = marks.union(*(spelled(family).split() for family in table["apart"]))
    assert compared & silent == set()
    written = {word: word.replace("_", " ") for word in compared}
    assert {word for word, text in written.items() if seen(text) != {word}} == set()
    wordings = Counter(
        spelled(one) for term, others in table["same"].items() for one in (term, *others)
    )
    assert [wording for wording, number in wordings.items() if number > 1] == []


def seen(text: str) -> set[str]:
    """The words by which a text is told from another."""
    return set(matching._telling(text))  # noqa: SLF001 - no score shows which words were compared


@given(st.text(), st.text())
@settings(deadline=None)
def test_a_score_is_a_share_and_knows_no_sides(one: str, other: str) -> None:
    assert 0 <= same_indicator(one, other) == same_indicator(other, one) <= 1
    assert same_indicator(one, one) == 1


@pytest.mark.parametrize(("field", "lost"), [("digital", 1), ("health", 0), ("land", 0)])
def test_statements_in_other_words_find_each_other(field: str, lost: int) -> None:
    table = tomllib.loads((HERE.parent / "statements.toml").read_text("utf-8"))[field]
    parent, child = table["parent"], table["child"]
    alike = likeness([*parent, *child])

    def score(one: str, other: str) -> float:
        found = alike(one, other)
        return found if found >= ALIKE else 0.0

    found = {(i, j) for i, j, _ in pairs(parent, child, score)}
    written = {(i, j) for i, j in table["same"]}
    assert found <= written
    assert len(written - found) <= lost


ITEMS = st.lists(st.sampled_from(PHRASES), max_size=12)


@given(ITEMS)
@settings(deadline=None)
def test_a_list_matches_itself_item_by_item(items: list[str]) -> None:
    assert match(items, items) == [Pair(i, i, 1.0) for i in range(len(items))]


@given(ITEMS, ITEMS)
@settings(deadline=None)
def test_sides_may_be_changed_and_every_item_has_one_match_at_most(
    ours: list[str], theirs: list[str]
) -> None:
    found = match(ours, theirs)
    assert sorted((j, i) for i, j, _ in match(theirs, ours)) == sorted((i, j) for i, j, _ in found)
    assert len({i for i, _, _ in found}) == len({j for _, j, _ in found}) == len(found)


def test_the_nearest_wins() -> None:
    ours = ["Tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo"]
    theirs = ["hộ cận nghèo trên địa bàn xã", "hộ nghèo đa chiều của xã"]
    assert [(i, j) for i, j, _ in match(ours, theirs)] == [(0, 1), (1, 0)]


def test_names_of_places_and_years_make_no_difference() -> None:
    one = "Tỷ lệ hộ nghèo của huyện Mỹ Sơn đến năm 2025"
    assert same_indicator(one, "Tỷ lệ hộ nghèo xã Minh Tân năm 2026") == 1
