"""What is wrong with a template: a fault and its place."""

from dataclasses import dataclass

from plan.messages import Argument, Message


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. A template with one that is `harmful` is not filled in.

    Places are written `p12` (paragraph of the text), `t2/r3/c1/p1` (table, row, cell, paragraph of
    the cell), `header1/p1`; the paragraph's own words follow.
    """

    message: Message
    harmful: bool = True

    @classmethod
    def of(cls, template: str, place: str, *, harmful: bool = True, **args: Argument) -> "Fault":
        """A fault told by `template`, which has a `{place}`."""
        return cls(Message(template, {"place": place, **args}), harmful)
