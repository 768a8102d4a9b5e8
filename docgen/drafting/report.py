"""The report on a draft: the fate of each item of the parent, the origin of each of the child."""

from typing import Literal

from pydantic import Field

from plan.model import Record, Text

Kind = Literal[
    "section",
    "target",
    "task",
    "duty",
    "funding",
    "assignment",
    "text",
    "appendix",
    "legal_basis",
    "recipient",
]
Fate = Literal["kept", "adapted", "moved", "left_out"]
Applies = Literal["as_is", "other_level", "not_applicable"]
"""How a target comes down: as it is, at another level (the commune itself, its villages), not."""


class ParentItem(Record):
    """What became of one item of the parent.

    `pointer` is its JSON Pointer in the parent, `child` where it went in the draft (empty where
    it is left out); `reason` is in Vietnamese, for the officer; `applies` is said of targets alone.
    """

    item: Kind
    pointer: Text
    text: Text
    fate: Fate
    applies: Applies | None = None
    reason: Text | None = None
    child: list[Text] = Field(default_factory=list)


class ChildItem(Record):
    """Where one item of the draft comes from: items of the parent, or the draft itself."""

    item: Kind
    pointer: Text
    text: Text
    origin: Literal["parent", "draft"]
    parent: list[Text] = Field(default_factory=list)


class Report(Record):
    """Both ledgers, each in the order of its document."""

    parent: list[ParentItem]
    child: list[ChildItem]
