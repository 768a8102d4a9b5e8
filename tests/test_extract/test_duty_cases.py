"""Duties as plans of all fields and years print them, and what their words say."""

from pathlib import Path

import pytest
from test_extract.layouts import cases, plan_with

from extract.fields.deadlines import deadline_of
from extract.fields.parties import partners_of, reports_to
from extract.fields.roles import roles_of
from plan.model import Deadline

DUTIES = cases(Path(__file__).parent / "cases" / "duties.txt")


def due(deadline: Deadline) -> str:
    day = "/".join(str(n or "-") for n in (deadline.day, deadline.month)).removesuffix("/-")
    return f"due {deadline.date or deadline.every or '-'} {day}".removesuffix(" -")


def said(text: str) -> list[str]:
    deadline, to = deadline_of(text), reports_to(text)
    return [
        f"roles {' '.join(roles_of(text))}",
        *(f"with {partner}" for partner in partners_of(text)),
        *([due(deadline)] if deadline else []),
        *([f"to {to}"] if to else []),
    ]


@pytest.mark.parametrize(("text", "wanted"), DUTIES)
def test_what_a_duty_says(text: str, wanted: list[str]) -> None:
    assert said(text) == wanted


def test_there_are_many_of_them() -> None:
    assert len({text for text, _ in DUTIES}) >= 100


UNITS = cases(Path(__file__).parent / "cases" / "units.txt")


@pytest.mark.parametrize(("section", "wanted"), UNITS)
def test_which_units_are_told_something(section: str, wanted: list[str]) -> None:
    found = plan_with(f"V. TỔ CHỨC THỰC HIỆN\n{section}").responsibilities
    assert [f"{r.unit} | {r.section} | {len(r.tasks)}" for r in found] == wanted
