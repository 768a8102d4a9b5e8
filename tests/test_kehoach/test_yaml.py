"""YAML holds the data of the JSON, for any reader, and can be read by a person."""

import json
import re

import pytest
import yaml
from commandline import DISTRICT
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import wild_plans, wild_texts

import extract
from kehoach.yamlfile import as_yaml
from plan.model import Plan, Target, Task

SAMPLE = extract.read(DISTRICT)
AMBIGUOUS = [
    "no", "Yes", "on", "off", "y", "N", "true", "null", "~", "", "012", "0o17", "0x1F", "0b1",
    "1e3", "1E3", "1.5", "1.", ".5", "-.5", "+1", "1_000", "1:30", "12:30:45", ".inf", ".NaN",
    "2025-01-07", "=", "<<", "- a", "a: b", "#", "'", "&a", "*a", "!a", "%", "@", "{a}", "[a]",
]  # fmt: skip
CORE_12 = re.compile(
    r"~?|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+"
    r"|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
"""What the core schema of YAML 1.2 takes for something else than text (10.3.2)."""


def data(plan: Plan) -> object:
    return json.loads(plan.model_dump_json())


@settings(max_examples=50, deadline=None)
@given(wild_plans)
def test_a_safe_loader_gives_back_the_data_of_the_json(plan: Plan) -> None:
    loaded = yaml.safe_load(as_yaml(plan))
    assert loaded == data(plan)
    assert json.dumps(loaded, sort_keys=True) == json.dumps(data(plan), sort_keys=True)


@given(st.text() | wild_texts)
def test_any_text_comes_back(text: str) -> None:
    plan = Plan(tasks=[Task(text=text)])
    assert yaml.safe_load(as_yaml(plan))["tasks"][0]["text"] == plan.tasks[0].text


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_a_text_is_text_to_readers_of_every_version(text: str) -> None:
    written = as_yaml(Plan(tasks=[Task(text=text)])).decode()
    assert yaml.safe_load(written)["tasks"][0]["text"] == text
    (plain,) = re.findall(r"^  - text: (.*)$", written, re.MULTILINE)
    assert CORE_12.fullmatch(plain) is None
    assert plain not in {"y", "Y", "n", "N"}


@pytest.mark.parametrize("number", [80, 80.5, 1e20, 1e-7, 10**30])
def test_a_number_is_a_number(number: float) -> None:
    loaded = yaml.safe_load(as_yaml(Plan(targets=[Target(text="a", value=number)])))
    value = loaded["targets"][0]["value"]
    assert (type(value), value) == (type(number), number)


def test_a_person_can_read_it() -> None:
    written = as_yaml(SAMPLE).decode()
    assert written.startswith("---\nschema_version: ")
    assert "agency: ỦY BAN NHÂN DÂN HUYỆN MỘC KHÊ\n" in written
    assert "\\u" not in written
    assert not [event for event in yaml.parse(written) if isinstance(event, yaml.AliasEvent)]
    assert list(yaml.safe_load(written)["targets"][0])[-2:] == ["span", "evidence"]
