"""Text for users: an English template, its arguments, and a mark for the translation catalogue."""

from collections.abc import Mapping
from typing import NamedTuple

Argument = str | int | float
"""What a template may be filled with."""


def N_(template: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark `template` for translation and return it unchanged."""
    return template


def fill(template: str, args: Mapping[str, Argument]) -> str:
    """Put `args` into the `{named}` places of `template`."""
    return template.format(**args)


class Message(NamedTuple):
    """A sentence for the user that is still to be translated."""

    template: str
    args: Mapping[str, Argument]
