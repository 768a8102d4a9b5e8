"""Rules on print: each example of the tables through the check, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from docgen.checking.catalogue import Example, Rule, catalogue, rule
from docgen.checking.document import Document, Value
from docgen.checking.drawn import SPECIAL
from docgen.checking.looks import look_faults

NOTHING = Document((), ())
LOOKS = [row for row in catalogue().rules() if row.look]


@dataclass
class Seen:
    """A piece of a document that has just these properties."""

    properties: dict[str, Value]
    text: str = "chữ"
    lines: Sequence[object] = field(default_factory=tuple)

    def seen(self, name: str) -> Sequence[Value]:
        """See `Piece`."""
        return [self.properties[name]] if name in self.properties else []


def cases(kind: str) -> list[tuple[Rule, dict[str, Value]]]:
    examples = [(row, example) for row in LOOKS for example in getattr(row, kind)]
    return [(row, example) for row, example in examples if isinstance(example, dict)]


def name_of(case: tuple[Rule, Example]) -> str:
    return f"{case[0].id}: {case[1]}"


@pytest.mark.parametrize("case", cases("wrong"), ids=name_of)
def test_a_wrong_look_is_told_in_both_languages(case: tuple[Rule, dict[str, Value]]) -> None:
    row, example = case
    (fault,) = look_faults([Seen(example)], row)
    assert row.message
    told = [
        row.message.vi.format(**{"is": fault.found.vi, "text": "chữ"}),
        row.message.en.format(**{"is": fault.found.en, "text": "chữ"}),
    ]
    assert not any("{" in words for words in told)


@pytest.mark.parametrize("case", cases("right"), ids=name_of)
def test_a_right_look_is_kept(case: tuple[Rule, dict[str, Value]]) -> None:
    row, example = case
    assert list(look_faults([Seen(example)], row)) == []


@pytest.mark.parametrize("kind", ["wrong", "right"])
def test_the_motto_is_a_point_larger_in_the_examples(kind: str) -> None:
    row = rule("motto.size-pair")
    for example in getattr(row, kind):
        sizes = {"national-title": example["title"], "motto": example["motto"]}
        parts = {name: [Seen({"size": float(size)})] for name, size in sizes.items()}
        assert bool(SPECIAL["size_pair"](NOTHING, parts, row)) == (kind == "wrong")


@pytest.mark.parametrize("kind", ["wrong", "right"])
def test_legacy_fonts_are_told_by_their_names(kind: str) -> None:
    row = rule("font.charset")
    for example in getattr(row, kind):
        found = SPECIAL["legacy_font"](NOTHING, {"text": [Seen(example)]}, row)
        assert bool(found) == (kind == "wrong")


@pytest.mark.parametrize(
    ("code", "look", "vietnamese"),
    [
        ("margin.left", {"margin_left": 25}, "Lề trái 25 mm; phải từ 30 đến 35 mm"),
        ("body.font-size", {"size": 12}, "Lời văn cỡ chữ 12; phải từ 13 đến 14"),
        (
            "place.font",
            {"size": 12.5, "italic": False, "bold": False},
            "Địa danh và thời gian cỡ chữ 12,5, đứng; phải cỡ chữ 13 đến 14, nghiêng, không đậm",
        ),
    ],
)
def test_a_message_says_what_is_and_what_should_be(
    code: str, look: dict[str, Value], vietnamese: str
) -> None:
    row = rule(code)
    (fault,) = look_faults([Seen(look)], row)
    assert row.message
    assert row.message.vi.format(**{"is": fault.found.vi}) == vietnamese
