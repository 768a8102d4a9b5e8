"""The ready views: questions that people put to an archive, each a query with its title.

The queries are the files of `queries`. Columns are named in Vietnamese, as in every table for
people; `document` and `place` lead to the review page; a parameter left empty takes everything.
"""

from importlib.resources import files
from typing import NamedTuple

from plan.messages import N_


class View(NamedTuple):
    """A question: its title, and what its answer shows."""

    title: str
    description: str


def query(name: str) -> str:
    """The query of the view `name`."""
    return (files(__package__) / "queries" / f"{name}.sql").read_text("utf-8")


VIEWS = {
    "targets_and_parents": View(
        N_("Targets against the superior's"),
        N_("Each target of a unit beside that of the plan it comes from; filter by words."),
    ),
    "coverage": View(
        N_("How much of the superior's plan was taken over"),
        N_("For each unit's plan the share of the superior's targets that it has."),
    ),
    "missing_targets": View(
        N_("Targets not taken over"),
        N_("The superior's targets that a unit's plan does not have; each leads to its place."),
    ),
    "deadlines": View(
        N_("Deadlines ahead"),
        N_("What is due from today on, or from a day such as 2026-01-01; filter by unit."),
    ),
    "to_look_at": View(
        N_("Documents to look at"),
        N_("Documents with findings or doubtful values that nobody has reviewed."),
    ),
    "not_read": View(
        N_("Files that could not be read"),
        N_("Each with its cause and what to do."),
    ),
    "holdings": View(
        N_("Holdings by year and body"),
        N_("How many plans of whom, and what they hold."),
    ),
    "not_held": View(
        N_("Documents cited and not held"),
        N_("What plans rest on and the archive does not have, the most cited first."),
    ),
}
"""Name of a view in its address → the view."""
