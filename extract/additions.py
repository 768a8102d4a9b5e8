"""Whether the words that an office adds have the form of those that come with the program."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import regex

from extract.knowledge import ABOUT, files, own
from plan.messages import N_, Message

FORMS: dict[type, str] = {
    str: N_("a text in quotes"),
    list: N_("a list in square brackets"),
    dict: N_("a table with names"),
}


def faults(folder: Path) -> Iterator[Message]:
    """What is wrong with an office's files."""
    names = sorted(folder.glob("*.toml"))
    if not names:
        yield Message(
            N_("{folder}: there is no .toml file in this folder"), {"folder": folder.name}
        )
    for file in names:
        if file.stem not in files():
            known = ", ".join(sorted(files()))
            args = {"file": file.name, "known": known}
            yield Message(N_("{file}: no such list; there are: {known}"), args)
            continue
        try:
            words = tomllib.loads(file.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            args = {"file": file.name, "cause": str(error)}
            yield Message(N_("{file}: this is not TOML in UTF-8 ({cause})"), args)
            continue
        yield from misshapen(words, own(file.stem), file.name)


def misshapen(new: object, old: object, place: str) -> Iterator[Message]:
    """Where `new` differs in form from `old`, or holds a wrong pattern."""
    if isinstance(new, dict) and isinstance(old, dict):
        for key, value in new.items():
            if key not in ABOUT and key not in old:
                yield Message(N_("{place}: unknown name"), {"place": f"{place}: {key}"})
            elif key not in ABOUT:
                yield from misshapen(value, old[key], f"{place}: {key}")
    elif isinstance(new, list) and isinstance(old, list):
        for index, value in enumerate(new, 1):
            yield from misshapen(value, old[0], f"{place} {index}")
    elif type(new) is not type(old):
        args = {"place": place, "expected": FORMS[type(old)]}
        yield Message(N_("{place}: should be {expected}"), args)
    elif isinstance(new, str) and not is_pattern(new):
        yield Message(N_("{place}: “{text}” is no pattern"), {"place": place, "text": new})


def is_pattern(text: str) -> bool:
    """Whether `text` is a regular expression."""
    try:
        regex.compile(text)
    except regex.error:
        return False
    return True
