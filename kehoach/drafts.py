"""Writing a draft with its data and its report, and summing it up."""

from collections import Counter
from gettext import gettext as _
from pathlib import Path

import click

import docgen
from docgen.draft import Draft
from docgen.merging.merge import Merged, merge
from docgen.merging.record import with_record
from kehoach.files import write
from plan.errors import UnreadableError
from plan.messages import N_


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
        output: word(draft, clean=clean),
        data: draft.plan.model_dump_json(indent=2).encode(),
        report: draft.report.model_dump_json(indent=2).encode(),
    }
    for path, content in contents.items():
        if path:
            write(path, content)


def word(draft: Draft, *, clean: bool) -> bytes:
    """The draft as a Word document; one with comments keeps a record of what it says."""
    if clean:
        return docgen.render(draft.plan)
    return with_record(docgen.render(draft.plan, notes=draft.notes))


def update_draft(draft: Draft, edited: Path, output: Path) -> Merged:
    """Write what a person made of an earlier draft, with what is new in `draft` brought in.

    Raises:
        UnreadableError: see `docgen.merging.merge`.
        OutputError: see `kehoach.files.write`.
    """
    merged = merge(_bytes(edited), word(draft, clean=False), edited.name)
    write(output, merged.document)
    return merged


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            N_("{file}: cannot be opened ({reason})"),
            file=str(path),
            reason=error.strerror or str(error),
        ) from error


def tell_conflicts(merged: Merged) -> None:
    """List the places that a person and the new draft both changed."""
    for one in merged.conflicts:
        click.echo(_("both changed: “{base}”").format(base=one.base or "…"), err=True)
        click.echo(_("  edited: “{mine}”").format(mine=one.mine or "…"), err=True)
        click.echo(_("  new: “{new}”").format(new=one.new or "…"), err=True)


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
