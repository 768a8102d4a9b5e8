"""Plans as JSON: strict, every wrong place named, never a crash."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from commandline import DISTRICT

import extract
from kehoach import planfile
from plan.errors import UnreadableError
from plan.model import Plan

WRONG = [
    (
        {"targets": [{"text": "a", "value": "80"}]},
        "targets[0].value: a number is needed, found text",
    ),
    ({"header": {"number": "45"}}, "header.number: a whole number is needed, found text"),
    ({"header": {"number": 4.5}}, "header.number: a whole number is needed, found a number"),
    ({"header": {"agency": 7}}, "header.agency: text is needed, found a number"),
    ({"period": {"end": True}}, "period.end: a whole number is needed, found true or false"),
    ({"header": []}, "header: an object is needed, found a list"),
    ({"targets": {}}, "targets: a list is needed, found an object"),
    ({"targets": None}, "targets: a list is needed, found nothing"),
    ({"tasks": [{}]}, "tasks[0].text: this field is missing"),
    ({"targets": [{"text": "a", "comparator": "=="}]}, "targets[0].comparator: one of '=', '>='"),
    (
        {"sections": [{"children": [{"content": [{"type": "item", "text": 1}]}]}]},
        "sections[0].children[0].content[0].text: text is needed, found a number",
    ),
    ({"tasks": [{}] * 7}, "and 2 more places"),
]  # fmt: skip


def written(folder: Path, text: str) -> Path:
    file = folder / "Kế hoạch.json"
    file.write_text(text, encoding="utf-8")
    return file


def refusal(file: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        planfile.load(file)
    message = str(caught.value)
    assert message.startswith("Kế hoạch.json: ")
    assert "\n" not in message
    return message


@pytest.mark.parametrize(("data", "told"), WRONG, ids=[told for _, told in WRONG])
def test_a_wrong_place_is_named(data: dict[str, Any], told: str, tmp_path: Path) -> None:
    assert told in refusal(written(tmp_path, json.dumps(data)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "empty"),
        ("no JSON at all", "not the JSON of a plan"),
        ("[1, 2]", "not the JSON of a plan"),
        ('{"header": {"number": 4', "damaged JSON"),
        ('{"targets": [{"text": "a", "value": NaN}]}', "damaged JSON (NaN)"),
        ("{}", "JSON, but not a plan"),
        ('{"name": "x"}', "JSON, but not a plan"),
        ('{"sections": ' + "[" * 100_000, "damaged JSON"),
    ],
)
def test_what_is_no_plan_is_refused(text: str, told: str, tmp_path: Path) -> None:
    assert told in refusal(written(tmp_path, text))


def test_a_plan_comes_back_equal(tmp_path: Path) -> None:
    plan = extract.read(DISTRICT)
    with_mark = "\ufeff" + plan.model_dump_json()
    assert planfile.load(written(tmp_path, with_mark)) == plan


def test_fields_of_other_versions_are_left_aside(tmp_path: Path) -> None:
    file = written(tmp_path, '{"header": {"agency": "UBND", "colour": 1}, "weight": 2}')
    assert planfile.load(file).header.agency == "UBND"


def test_a_parent_is_a_document_or_data(tmp_path: Path) -> None:
    plan = planfile.parent(DISTRICT)
    assert plan.targets
    assert planfile.parent(written(tmp_path, plan.model_dump_json())) == plan


@pytest.mark.parametrize("seed", range(60))
def test_spoilt_data_are_read_or_refused(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 - the same plan every time
    data = json.loads(extract.read(DISTRICT).model_dump_json())
    for _ in range(dice.randint(1, 5)):
        spoil(data, dice)
    file = written(tmp_path, json.dumps(data))
    try:
        assert isinstance(planfile.load(file), Plan)
    except UnreadableError as error:
        assert ": " in str(error)  # noqa: PT017 - either outcome is right


def spoil(data: Any, dice: random.Random) -> None:  # noqa: ANN401 - any JSON value
    """Put something of another type somewhere into `data`."""
    inner = data
    while isinstance(inner, dict | list) and inner:
        data, key = (
            inner,
            dice.choice(list(inner) if isinstance(inner, dict) else range(len(inner))),
        )
        inner = data[key]
        if dice.random() < 0.2:
            break
    if data:
        data[key] = dice.choice([None, "", "ký tự", 0, -1.5, True, [], [[]], {}, {"text": []}])
