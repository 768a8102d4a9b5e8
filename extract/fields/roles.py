"""Roles (vai trò) in a duty: chủ trì, phối hợp, tham mưu, …, in order of appearance."""

from functools import cache
from typing import TYPE_CHECKING, get_args

import regex

from extract.knowledge import table
from extract.names import begins_name, name_end
from plan.model import Role

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher


BY = regex.compile(r"(?<!\p{L})do\s+")


@cache
def _matcher() -> "tuple[Language, Matcher]":
    """A blank pipeline and the patterns of `data/roles.toml`.

    spaCy is imported here because it takes most of a second, which only reading needs.
    """
    import spacy
    from spacy.matcher import Matcher

    nlp = spacy.blank("xx")
    matcher = Matcher(nlp.vocab)
    for name, phrases in table("roles").items():
        matcher.add(name, [pattern_of(phrase) for phrase in phrases])
    return nlp, matcher


def pattern_of(phrase: str) -> list[dict[str, object]]:
    """A phrase of the data file as a token pattern; `,` stands for any mark or a joining word."""
    ends: dict[str, object] = {"LOWER": {"IN": [",", ";", ".", ")", ":", "và"]}}
    return [ends if word == "," else {"LOWER": word} for word in phrase.split()]


def roles_of(text: str) -> list[Role]:
    """The roles named in `text`; `implement` alone where none is."""
    from spacy.util import filter_spans

    nlp, matcher = _matcher()
    found = filter_spans(matcher(nlp.make_doc(text), as_spans=True))
    others = parts_of_others(text)
    names = dict.fromkeys(span.label_ for span in found if span.start_char not in others)
    known: dict[str, Role] = {role: role for role in get_args(Role)}
    return [known[name] for name in names if name in known] or ["implement"]


def parts_of_others(text: str) -> set[int]:
    """Where a role begins that another unit has: "việc do Sở Y tế chủ trì"."""
    begins = (match.end() for match in BY.finditer(text))
    return {name_end(text, begin) + 1 for begin in begins if begins_name(text, begin)}
