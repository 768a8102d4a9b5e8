"""Clauses (vế câu) of a text: what stands between semicolons and full stops."""

from collections.abc import Callable

import regex

_BREAK = regex.compile(r"(?<=;)\s+|(?<=[^\s.]\.)\s+(?=\p{Lu})")
_END = regex.compile(r"\s*(?:\./\.|[;.])?\s*$")


def clauses(text: str) -> list[str]:
    """The clauses of `text` in order, each with its closing mark."""
    return _BREAK.split(text)


def ending(clause: str) -> str:
    """The closing mark of a clause: `;`, `.`, `./.` or nothing."""
    found = _END.search(clause)
    return found[0].strip() if found else ""


def body(clause: str) -> str:
    """A clause without its closing mark."""
    return _END.sub("", clause)


def change(text: str, change_one: Callable[[str], str | None]) -> str | None:
    """`text` with each clause changed; those that become `None` are left out, with their mark.

    The text keeps its own first letter's case and its own closing mark. `None` if nothing is left.
    """
    pieces = clauses(text)
    changed = [(piece, change_one(piece)) for piece in pieces]
    kept = [new for _, new in changed if new is not None]
    if not kept:
        return None
    if changed[-1][1] is None:
        kept[-1] = body(kept[-1]) + ending(pieces[-1])
    if changed[0][1] is None:
        kept[0] = as_first(kept[0], pieces[0])
    return " ".join(kept)


def as_first(clause: str, first: str) -> str:
    """`clause` with a capital where the text's `first` clause had one."""
    return clause[:1].upper() + clause[1:] if first[:1].isupper() else clause


def small(clause: str) -> str:
    """`clause` with a small first letter, so that words can go before it."""
    return clause[:1].lower() + clause[1:] if clause[1:2].islower() else clause
