"""The sections of whole bodies, as plans of all kinds number them or do not."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from test_extract.layouts import ENDING, HEAD, cases, plan_of

from plan.model import Section

OUTLINES = cases(Path(__file__).parent / "cases" / "outlines.txt")


def written(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        indent = "  " * (section.level - 1)
        yield f"{indent}{section.label or '-'} {section.title} = {section.kind}"
        yield from written(section.children)


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize(("body", "wanted"), OUTLINES)
def test_outline(body: str, wanted: list[str], *, wrapped: bool) -> None:
    plan = plan_of(f"{HEAD}\n{body}\n\n{ENDING}", wrapped=wrapped)
    assert list(written(plan.sections)) == wanted
