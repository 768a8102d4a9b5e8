"""The words of a comparison: English here, Vietnamese in the catalogue."""

from collections.abc import Callable

from docgen.comparing.report import Change, Comparison, Document, Fate, How, Kind, Row, What
from plan.messages import N_, fill

FATES: dict[Fate, str] = {
    "missing": N_("missing"),
    "changed": N_("changed"),
    "other_level": N_("of another level"),
    "added": N_("new in the child"),
    "repeated": N_("said again"),
    "taken_over": N_("taken over"),
}
"""In the order in which a person looks at them."""

ABOUT: dict[Fate, str] = {
    "missing": N_("The parent's plan asks for this; nothing in the child's plan says it."),
    "changed": N_("Both plans have this, with other figures, times or units."),
    "other_level": N_("Only in the parent's plan, and the superior's own."),
    "added": N_("Only in the child's plan."),
    "repeated": N_("Said once more of what stands in another row."),
    "taken_over": N_("Both plans have this, in the same or in other words."),
}

KINDS: dict[Kind, str] = {
    "target": N_("target"),
    "task": N_("task"),
    "duty": N_("duty of a unit"),
    "assignment": N_("row of the table of work"),
}

CHANGES: dict[tuple[What, How], str] = {
    ("value", "weaker"): N_("asks less: {parent} → {child}"),
    ("value", "stronger"): N_("asks more: {parent} → {child}"),
    ("value", "other"): N_("measured otherwise: {parent} → {child}"),
    ("value", "gone"): N_("without the figure: {parent}"),
    ("value", "new"): N_("with a figure of its own: {child}"),
    ("year", "weaker"): N_("a later year: {parent} → {child}"),
    ("year", "stronger"): N_("an earlier year: {parent} → {child}"),
    ("year", "gone"): N_("without the year: {parent}"),
    ("deadline", "weaker"): N_("later or less often: {parent} → {child}"),
    ("deadline", "stronger"): N_("earlier or more often: {parent} → {child}"),
    ("deadline", "other"): N_("another deadline: {parent} → {child}"),
    ("deadline", "gone"): N_("without the deadline: {parent}"),
    ("body", "other"): N_("another unit: {parent} → {child}"),
    ("body", "gone"): N_("given to nobody; in the parent's plan: {parent}"),
    ("figures", "other"): N_("other figures in the text: {parent} → {child}"),
    ("figures", "gone"): N_("figures left out: {parent}"),
}

ORDERED = N_("told to the communes by name")
UNSURE = N_("check that both are the same")
SAME_AS = N_("said again: {text}")

Say = Callable[[str], str]
"""Puts an English text into the language of the reader."""


def change(found: Change, say: Say) -> str:
    """A change in words."""
    template = say(CHANGES[found.what, found.how])
    return fill(template, {"parent": found.parent or "", "child": found.child or ""})


class Texts:
    """The words of all items of a comparison, to tell what a repeated one says again."""

    def __init__(self, comparison: Comparison) -> None:
        rows = comparison.rows
        self.parent = {row.parent.pointer: row.parent.text for row in rows if row.parent}
        self.child = {row.child.pointer: row.child.text for row in rows if row.child}

    def said_again(self, row: Row) -> str:
        """The item of the other plan that a row repeats; empty where it repeats none."""
        return (self.child if row.parent else self.parent).get(row.same_as or "", "")


def remarks(row: Row, texts: Texts, say: Say) -> list[str]:
    """What else is to be said of a row: why, of what, how surely."""
    again = texts.said_again(row)
    return [
        *([row.reason] if row.reason else []),
        *([fill(say(SAME_AS), {"text": again})] if again else []),
        *([say(ORDERED)] if row.ordered and row.fate == "missing" else []),
        *([say(UNSURE)] if row.unsure else []),
    ]


def urgency(row: Row) -> tuple[bool, bool]:
    """The order in which rows of one fate are shown: what falls short first, then what is told."""
    return not row.falls_short, not row.ordered


def title(document: Document) -> str:
    """What a plan is called: its number and subject, else the name of its file."""
    parts = (document.number, document.subject)
    return " ".join(part for part in parts if part) or document.name or ""
