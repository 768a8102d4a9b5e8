"""The file that a person saves in the review page: its form, and how it is read."""

from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from extract.recognise import recognise
from kehoach.planfile import JSON, parsed, wrong_places
from plan.errors import UnreadableError
from plan.messages import N_
from plan.model import Plan, Record, Text

FORMAT = "kehoach-review"
VERSION = 1


class Document(Record):
    """The document that was reviewed: its name, and the SHA-256 of its bytes."""

    name: Text
    sha256: str


class Decision(Record):
    """What a person decided on a value or on a whole record.

    `place` leads to it in the plan as it was read; what was `added` stands behind the last entry
    of its list there. `before` and `after` are the values, as JSON.
    """

    place: Annotated[list[str | int], Field(min_length=1)]
    verdict: Literal["confirmed", "corrected", "rejected", "added"]
    before: Any = None
    after: Any = None


class Review(Record):
    """A saved review: the corrected plan, and the decisions that made it."""

    format: Literal["kehoach-review"]
    version: Literal[1]
    document: Document
    plan: Plan
    decisions: list[Decision]


def load(path: Path) -> Review:
    """The review that the JSON file `path` holds.

    Raises:
        UnreadableError: no such file, no review, or one of a newer version of the program.
        LimitError: the file is larger than any review.
    """
    data = parsed(path) if recognise(path) == JSON else {}
    if data.get("format") != FORMAT:
        raise UnreadableError(
            N_("{file}: not a review; save one in the page that `kehoach extract -f html` makes"),
            file=path.name,
        )
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise UnreadableError(
            N_("{file}: this review was made by a newer kehoach; install that one"), file=path.name
        )
    try:
        return Review.model_validate(data)
    except ValidationError as error:
        raise UnreadableError(
            N_("{file}: damaged review: {places}; save it again in the review page"),
            file=path.name,
            places="; ".join(wrong_places(error.errors(), data)),
        ) from error


def fingerprint(path: Path) -> str:
    """What tells one document from another: the SHA-256 of its bytes."""
    return sha256(path.read_bytes()).hexdigest()
