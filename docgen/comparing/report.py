"""The comparison of two plans as data: each item of both plans in exactly one row."""

from collections import Counter
from typing import Literal, get_args

from pydantic import Field, computed_field

from plan.model import Comparator, Deadline, Number, Record, Span, Text

Kind = Literal["target", "task", "duty", "assignment"]
Fate = Literal["taken_over", "changed", "missing", "other_level", "added", "repeated"]
"""What became of an item.

`taken_over`: the child has it. `changed`: the child has it with other figures, dates or units.
`missing`: the child lacks it. `other_level`: the child lacks it, and it is the superior's own.
`added`: only the child has it. `repeated`: one plan says again what stands in another row.
"""
What = Literal["value", "year", "deadline", "body", "figures"]
"""`body` is who does it, `figures` the numbers in the words of a piece of work."""
How = Literal["weaker", "stronger", "other", "gone", "new"]
"""How a change compares with what the parent asks; `gone`: the child does not say it."""

SURE = 0.5
"""Below this score a pair is a guess."""


class Side(Record):
    """An item in one of the two plans.

    `pointer` is its JSON Pointer there; `bodies` who leads it or carries it out (tasks and
    targets name nobody). What is measured is filled in for targets.
    """

    pointer: Text
    text: Text
    section: Text | None = None
    bodies: list[Text] = Field(default_factory=list)
    deadline: Deadline | None = None
    indicator: Text | None = None
    comparator: Comparator | None = None
    value: Number | None = None
    value_max: Number | None = None
    unit: Text | None = None
    year: int | None = None
    span: Span | None = None


class Change(Record):
    """What one pair differs in: the words or figures of the parent and of the child."""

    what: What
    how: How
    parent: Text | None = None
    child: Text | None = None


class Row(Record):
    """One item, on the side where it stands, or on both.

    `same_as` is the pointer, in the other plan, of what a `repeated` item says again; `reason`
    says in Vietnamese why the item is not for the child; `ordered`: the parent gives it to the
    communes by name; `score` says how surely both sides are the same item (0 to 1).
    """

    item: Kind
    fate: Fate
    parent: Side | None = None
    child: Side | None = None
    changes: list[Change] = Field(default_factory=list)
    same_as: Text | None = None
    reason: Text | None = None
    ordered: bool = False
    score: float | None = None

    @property
    def unsure(self) -> bool:
        """Whether a person should look if both sides are the same item at all."""
        return self.score is not None and self.score < SURE

    @property
    def unassigned(self) -> bool:
        """Whether the parent gives this to somebody and the child to nobody."""
        return any(change.what == "body" and change.how == "gone" for change in self.changes)

    @property
    def falls_short(self) -> bool:
        """Whether the child asks less than the parent: a lower value, a later date, nobody."""
        return any(change.how in {"weaker", "gone"} for change in self.changes)


class Document(Record):
    """Which plan was compared."""

    name: Text | None = None
    agency: Text | None = None
    number: Text | None = None
    date: Text | None = None
    subject: Text | None = None


class Comparison(Record):
    """Two plans side by side: rows in the order of the parent, then what the child adds."""

    parent: Document
    child: Document
    rows: list[Row]

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def summary(self) -> dict[Kind, dict[Fate, int]]:
        """How many items of each kind have which fate."""
        counted = Counter((row.item, row.fate) for row in self.rows)
        return {
            kind: {fate: counted[kind, fate] for fate in get_args(Fate)} for kind in get_args(Kind)
        }

    def of(self, fate: Fate) -> list[Row]:
        """The rows with this fate."""
        return [row for row in self.rows if row.fate == fate]

    @property
    def gaps(self) -> list[Row]:
        """What the child lacks: items, and somebody to do them."""
        return [row for row in self.rows if row.fate == "missing" or row.unassigned]
