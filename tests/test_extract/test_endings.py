"""Whole endings, as plans of all bodies and years print them."""

from pathlib import Path

import pytest
from test_extract.layouts import HEAD, cases, plan_of

from plan.model import Plan

ENDINGS = cases(Path(__file__).parent / "cases" / "endings.txt")
BODY = "I. MỤC TIÊU\n- Đủ nước cho mọi thôn.\nII. NHIỆM VỤ\n- Thay đường ống./."


def written(plan: Plan) -> list[str]:
    signed = plan.signature
    fields = (signed.authority, signed.on_behalf, signed.position, signed.name)
    return [
        *(f"{r.name} = {r.note}" if r.note else r.name for r in plan.recipients),
        *(["Lưu " + ", ".join(plan.filing)] if plan.filing else []),
        "Ký " + " | ".join(field or "-" for field in fields),
    ]


@pytest.mark.parametrize(("ending", "wanted"), ENDINGS)
def test_ending(ending: str, wanted: list[str]) -> None:
    assert written(plan_of(f"{HEAD}\n{BODY}\n\n{ending}", wrapped=True)) == wanted
