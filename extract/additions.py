"""Whether the words that an office adds have the form that the program's own have."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import regex
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from extract.forms import FORMS, File
from extract.knowledge import Words, read
from plan.messages import N_, Message

MESSAGES = {
    "string_type": N_("{place}: should be a text in quotes"),
    "list_type": N_("{place}: should be a list in square brackets"),
    "model_type": N_("{place}: should be a table with names"),
    "extra_forbidden": N_("{place}: unknown name"),
    "missing": N_("{place}: is missing"),
    "literal_error": N_("{place}: “{text}” should be one of {known}"),
}
"""What is told of each kind of fault that pydantic finds; others have their own text."""


def faults(folder: Path) -> Iterator[Message]:
    """What is wrong with an office's files."""
    names = sorted(folder.glob("*.toml"))
    if not names:
        yield Message(
            N_("{folder}: there is no .toml file in this folder"), {"folder": folder.name}
        )
    for file in names:
        if file.stem not in FORMS:
            args = {"file": file.name, "known": ", ".join(FORMS)}
            yield Message(N_("{file}: no such list; there are: {known}"), args)
            continue
        try:
            words = read(file)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            args = {"file": file.name, "cause": str(error)}
            yield Message(N_("{file}: this is not TOML in UTF-8 ({cause})"), args)
            continue
        yield from misshapen(file.name, words, FORMS[file.stem])


def misshapen(name: str, words: Words, form: type[File]) -> Iterator[Message]:
    """Where the `words` of the file `name` are not of the `form`."""
    try:
        form.model_validate(words)
    except ValidationError as error:
        yield from (told(name, fault) for fault in error.errors())


def told(name: str, fault: ErrorDetails) -> Message:
    """A fault with its place: `headings.toml: titles 2: kind`; lists count from one."""
    steps = (f" {step + 1}" if isinstance(step, int) else f": {step}" for step in fault["loc"])
    return Message(
        MESSAGES.get(fault["type"], fault["msg"]),
        {
            "place": name + "".join(steps),
            "text": str(fault["input"]),
            "known": ", ".join(regex.findall("'(.+?)'", fault.get("ctx", {}).get("expected", ""))),
        },
    )
