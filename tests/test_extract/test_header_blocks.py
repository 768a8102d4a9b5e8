"""Whole blocks above the title, as plans of all bodies and years print them."""

from pathlib import Path

import pytest
from test_extract.layouts import cases, layout_of

from extract.fields.header import header
from extract.paragraphs import paragraphs
from extract.zones import split
from plan.model import Header

BLOCKS = cases(Path(__file__).parent / "cases" / "headers.txt")
BODY = "\n\nI. MỤC TIÊU\n- Đủ nước cho mọi thôn.\nII. NHIỆM VỤ\n- Thay đường ống."


def written(found: Header) -> str:
    fields = ("parent_agency", "agency", "number", "symbol", "place", "date", "doc_type", "subject")
    return " | ".join(str(getattr(found, field) or "-") for field in fields)


@pytest.mark.parametrize(("block", "wanted"), BLOCKS)
def test_block_above_the_title(block: str, wanted: list[str]) -> None:
    layout = layout_of(block + BODY, wrapped=True)
    assert [written(header(split(paragraphs(layout))))] == wanted
