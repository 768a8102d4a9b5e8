"""What the pages of an archive say, in the language of messages."""

from gettext import gettext

from plan.messages import N_

WORDS = {
    "title": N_("Archive of plans"),
    "home": N_("Start"),
    "find": N_("Find passages"),
    "find_hint": N_("with or without marks: ha tang so; “ha tang so” in quotes stands together"),
    "go": N_("Find"),
    "nothing": N_("Nothing found."),
    "plots": N_("Plots"),
    "views": N_("Views"),
    "tables": N_("Tables"),
    "review": N_("open"),
    "gone": N_("This document cannot be shown"),
    "page": N_("page"),
    "by_year": N_("Plans by year"),
    "by_month": N_("Deadlines by month, from now on"),
    "by_unit": N_("One indicator in the plans of all units, and the superior's value as a line"),
    "no_data": N_("There is nothing to draw yet."),
    "local": N_("These pages are on this machine only, and change nothing."),
}


def words() -> dict[str, str]:
    """The words by name."""
    return {name: gettext(text) for name, text in WORDS.items()}
