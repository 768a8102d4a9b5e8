"""The Vietnamese catalogue is complete, true to the source, and compiled."""

import ast
import re
import unicodedata
from pathlib import Path
from string import Formatter

import phrasebook
import pytest
from babel.messages.catalog import Message

import kehoach.files  # noqa: F401 - its error is one of the family
from plan.errors import KehoachError

CATALOGUE = phrasebook.read()
MESSAGES = [message for message in CATALOGUE if message.id]
TELLING = {
    "Finding",
    "Message",
    "UsageError",
    *(kind.__name__ for kind in (KehoachError, *KehoachError.__subclasses__())),
}
"""Calls whose template is told to users."""

MARKED = {text for room in phrasebook.ROOMS for _, text in phrasebook.marked(room)}
BORROWED = {text for _, text in phrasebook.marked(phrasebook.LIBRARY)}


def key(message: Message) -> str | tuple[str, ...]:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def places(text: str) -> set[str]:
    """The names of the places to fill in `text`."""
    braces = {name for _, name, _, _ in Formatter().parse(text) if name}
    return braces | set(re.findall(r"%\((\w+)\)", text))


def test_every_marked_string_is_in_the_catalogue_and_nothing_else() -> None:
    assert {key(message) for message in MESSAGES} == MARKED | phrasebook.SEEN
    assert not CATALOGUE.obsolete


def test_what_is_borrowed_is_still_said_by_the_library() -> None:
    assert phrasebook.SEEN <= BORROWED


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: str(message.id)[:60])
def test_a_message_is_translated_with_the_same_places(message: Message) -> None:
    assert not message.fuzzy
    told = forms(message.string)
    assert all(text.strip() for text in told)
    assert told != forms(message.id)
    assert {place for text in told for place in places(text)} <= places(forms(message.id)[-1])
    if isinstance(message.id, str):
        assert places(message.string) == places(message.id)


def test_translations_are_in_normal_form_and_keep_commands_as_they_are() -> None:
    for message in MESSAGES:
        vietnamese, english = forms(message.string)[0], forms(message.id)[-1]
        assert unicodedata.is_normalized("NFC", vietnamese)
        assert re.findall(r"`[^`]*`", vietnamese) == re.findall(r"`[^`]*`", english)


def unmarked(call: ast.Call) -> bool:
    """Whether a call that tells users something is given a bare text to tell."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name not in TELLING:
        return False
    told = [keyword.value for keyword in call.keywords if keyword.arg == "template"]
    return any(isinstance(text, ast.JoinedStr | ast.Constant) for text in (*told, *call.args[:1]))


@pytest.mark.parametrize("room", phrasebook.ROOMS, ids=lambda room: room.name)
def test_what_users_are_told_is_marked(room: Path) -> None:
    calls = [
        (file.name, node)
        for file in sorted(room.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    assert [f"{file}:{call.lineno}" for file, call in calls if unmarked(call)] == []


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    assert phrasebook.MO.read_bytes() == phrasebook.compiled()
