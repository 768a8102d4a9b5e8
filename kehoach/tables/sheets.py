"""The sheets of a workbook, in the order in which people look at them."""

from kehoach.tables.doubtful import DOUBTFUL
from kehoach.tables.facts import FACTS
from kehoach.tables.records import (
    RECIPIENTS,
    REFERENCES,
    RESPONSIBILITIES,
    SCHEDULE,
    TARGETS,
    TASKS,
)
from kehoach.tables.sharing import SHARING

FOR_PEOPLE = (
    TARGETS,
    TASKS,
    RESPONSIBILITIES,
    SCHEDULE,
    SHARING,
    REFERENCES,
    RECIPIENTS,
    FACTS,
    DOUBTFUL,
)
