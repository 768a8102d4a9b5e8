"""The tables of format rules: whole, in form, in order, and with examples of everything."""

import re
import tomllib
import unicodedata
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from docgen.checking.catalogue import GROUPS, Catalogue, Rule, catalogue, places
from docgen.checking.looks import is_wanted

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docgen" / "data" / "rules"
FACTS = ROOT.parent / "shared" / "decree-30.md"
RULES = catalogue().rules()
DECIDED = [rule for rule in RULES if rule.decides]
LOOKS = [rule for rule in RULES if rule.look]

GOOD: dict[str, Any] = {
    "id": "margin.left",
    "of": "page",
    "clause": "Phụ lục I, Phần I, Mục I, khoản 3",
    "strength": "law",
    "level": "M",
    "severity": "error",
    "requirement": {"vi": "Lề trái từ 30 đến 35 mm", "en": "30 to 35 mm"},
    "message": {"vi": "Lề trái {is}", "en": "The left margin is {is}"},
    "look": {"margin_left": [30, 35]},
    "wrong": [{"margin_left": 25}],
    "right": [{"margin_left": 30}],
}
BAD = {
    "says why it is not decided, and is": {"unchecked": {"vi": "v", "en": "e"}},
    "decides what cannot be tested": {"level": "N"},
    "has no wrong example": {"wrong": []},
    "has no message": {"message": None},
    "reports a habit as a violation": {"strength": "practice"},
    "takes a sample for the law": {"strength": "sample"},
    "has more patterns than repairs": {"never": ["a", "b"], "instead": ["c"]},
    "says more in one language": {"message": {"vi": "Lề {is}, {should}", "en": "It is {is}"}},
    "fills in what nobody gives": {"message": {"vi": "Lề {was}", "en": "It is {was}"}},
    "has a pattern that is none": {"never": ["("]},
    "has a field that is unknown": {"colour": "red"},
    "has an unknown severity": {"severity": "fatal"},
    "has an unknown strength": {"strength": "rumour"},
}


def texts(example: object) -> list[str]:
    """The texts in an example, paragraph by paragraph; none where it is of print."""
    if isinstance(example, str):
        return [example, *example.split("\n")]
    assert isinstance(example, dict)
    return [text for text in example.values() if isinstance(text, str)]


def test_every_fact_has_a_row() -> None:
    ids = {rule.id for rule in RULES}
    assert len(RULES) == len(ids) == 185
    for facts in filter(Path.exists, [FACTS]):
        text = facts.read_text(encoding="utf-8")
        assert ids == set(re.findall(r"^\| `([a-z][\w.-]+)` \|", text, re.MULTILINE))


def test_every_file_is_a_group() -> None:
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(GROUPS) == set(catalogue().groups)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_the_tables_are_in_normal_form(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    loose = text.replace("Kê\\u0301", "")
    assert unicodedata.is_normalized("NFC", loose)


def test_the_good_row_is_good() -> None:
    assert Rule.model_validate(GOOD).decides


@pytest.mark.parametrize("change", BAD.values(), ids=BAD.keys())
def test_a_row_that_is_not_of_the_form_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Rule.model_validate({**GOOD, **change})


def test_all_faults_of_all_tables_are_named_at_once() -> None:
    tables = {name: tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")) for name in GROUPS}
    tables["page"]["rule"][0]["severity"] = "fatal"
    tables["body"]["rule"][0]["wrong"] = []
    with pytest.raises(ValidationError) as caught:
        Catalogue.model_validate({"groups": tables})
    assert "page.rule.0.severity" in str(caught.value)
    assert "body.rule.0" in str(caught.value)


def test_rows_that_stand_twice_or_apart_are_refused() -> None:
    other = {**deepcopy(GOOD), "id": "motto.text", "of": "motto"}
    group = {"group": {"vi": "Trang", "en": "Page"}, "rule": [GOOD, other, GOOD]}
    with pytest.raises(ValidationError, match=r"margin\.left: there are two") as caught:
        Catalogue.model_validate({"groups": {"page": group}})
    assert "page: its rules do not stand together" in str(caught.value)


@pytest.mark.parametrize("rule", DECIDED, ids=lambda rule: rule.id)
def test_a_message_says_what_is(rule: Rule) -> None:
    assert rule.message is not None
    alone = len(rule.look) == 1 and isinstance(next(iter(rule.look.values())), bool)
    assert alone or places(rule.message.vi)


@pytest.mark.parametrize("rule", DECIDED, ids=lambda rule: rule.id)
def test_every_pattern_has_an_example_that_it_finds(rule: Rule) -> None:
    wrong = [text for example in rule.wrong for text in texts(example)]
    assert [p.pattern for p in rule.never if not any(map(p.search, wrong))] == []


@pytest.mark.parametrize("rule", LOOKS, ids=lambda rule: rule.id)
def test_every_property_of_print_has_a_wrong_and_a_right_example(rule: Rule) -> None:
    for name, wanted in rule.look.items():
        wrong, right = (
            [example[name] for example in examples if isinstance(example, dict) and name in example]
            for examples in (rule.wrong, rule.right)
        )
        assert any(not is_wanted(value, wanted, rule.tolerance) for value in wrong)
        assert right
        assert all(is_wanted(value, wanted, rule.tolerance) for value in right)


@pytest.mark.parametrize("rule", LOOKS, ids=lambda rule: rule.id)
def test_what_the_generator_writes_is_wanted(rule: Rule) -> None:
    wanted = [rule.look["size"]] if "size" in rule.look else list(rule.look.values())
    values = rule.write if isinstance(rule.write, list) else [rule.write]
    for value, one in zip(values, wanted, strict=False):
        assert value is None or is_wanted(value, one, rule.tolerance)
