"""Sentences of preambles as plans of all fields and years print them, and what they rest on."""

from pathlib import Path

import pytest
from test_extract.layouts import cases, paragraph

from extract.fields.citations import preamble_of
from plan.model import Citation

SENTENCES = cases(Path(__file__).parent / "cases" / "preambles.txt")


def written(citation: Citation) -> str:
    parts = (
        citation.doc_type,
        citation.code,
        citation.date,
        citation.issuer,
        citation.subject,
    )
    return " | ".join(part or "-" for part in parts)


@pytest.mark.parametrize(("sentence", "wanted"), SENTENCES)
def test_what_a_preamble_rests_on(sentence: str, wanted: list[str]) -> None:
    bases, inner = preamble_of([paragraph(sentence)], None)
    assert [*map(written, bases), *(f"> {written(c)}" for c in inner)] == wanted
