"""What deciding a rule gives: faults with their places, or the reason why it was not decided."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.checking.catalogue import Told
from docgen.checking.document import Piece, Value
from plan.messages import N_


class Reason(StrEnum):
    """Why a rule was not evaluated; such a rule has neither passed nor failed."""

    ABSENT = N_("the document has no such part, or it was not recognised")
    BLANK = N_("the draft leaves it blank")
    UNKNOWN = N_("the file does not tell")
    UNDECIDABLE = N_("no program can decide it")
    NOT_IN_FORCE = N_("not in force on the day of the document")
    OTHER_RULES = N_("documents of the Party follow rules of their own")


@dataclass(frozen=True, slots=True)
class Fault:
    """A place that breaks a rule: what stands there, and what should.

    `found` and `should` fill `{is}` and `{should}` of the rule's message. `span` is the part of the
    piece's text that is meant, where it is not the whole; `wrong` the properties that are not as
    they should be.
    """

    piece: Piece
    found: Told
    should: str | None = None
    span: tuple[int, int] | None = None
    wrong: tuple[tuple[str, Value], ...] = ()


def same(words: str) -> Told:
    """Words of the document, which are the same in every language."""
    return Told(vi=words, en=words)
