"""Writing a draft with its data and its report, and summing it up."""

from collections import Counter
from gettext import gettext as _
from pathlib import Path

import docgen
from docgen.draft import Draft
from kehoach.files import write


def write_draft(
    draft: Draft,
    output: Path,
    *,
    data: Path | None = None,
    report: Path | None = None,
    clean: bool = False,
) -> None:
    """Write the draft as a Word document, `clean` of comments or with them, and what else is named.

    Raises:
        OutputError: see `kehoach.files.write`.
    """
    contents = {
        output: docgen.render(draft.plan, notes=() if clean else draft.notes),
        data: draft.plan.model_dump_json(indent=2).encode(),
        report: draft.report.model_dump_json(indent=2).encode(),
    }
    for path, content in contents.items():
        if path:
            write(path, content)


def summary(draft: Draft) -> str:
    """What became of the parent's items, and how many places wait for a person."""
    fates = Counter(item.fate for item in draft.report.parent)
    return _(
        "items of the parent's plan kept: {kept}, adapted: {adapted}, moved: {moved}, "
        "left out: {left_out}; comments to work through: {notes}"
    ).format(
        kept=fates["kept"],
        adapted=fates["adapted"],
        moved=fates["moved"],
        left_out=fates["left_out"],
        notes=len(draft.notes),
    )
