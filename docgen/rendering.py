"""From a plan to a Word document: compose, check the template, fill it in, finish the pages."""

import io
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from docx.document import Document
from docxtpl import DocxTemplate

from docgen import lint, package, templates
from docgen.columns import set_columns
from docgen.comments import add_comments, take_marks
from docgen.compose import compose
from docgen.context import Context, context
from docgen.ink import MARKS, Ink, clean
from docgen.intake import opened
from docgen.notes import Note
from docgen.notes import check as check_notes
from docgen.ruling import draw_rules, even_out
from docgen.sandbox import TemplateEnvironment, TooMuchError
from docgen.sheets import Sheets, close_last_section
from plan.errors import ConfigurationError, LimitError
from plan.messages import N_
from plan.model import Header, Plan

_ALWAYS = datetime(2020, 3, 5, tzinfo=UTC)
"""The date in the document's properties, so that the same plan gives the same bytes."""
_LONGEST_PROPERTY = 255


def render(plan: Plan, template: str | Path, notes: Sequence[Note]) -> bytes:
    """The .docx of `plan`; see `docgen.render`."""
    check_notes(notes, plan)
    file = templates.path(template)
    lint.check(file)
    word = opened(file)
    composed = compose(plan)
    ink = Ink()
    _fill_in(word, context(composed.plan, plan, ink), file.name)
    document: Document = word.docx
    paragraphs = take_marks(document, ink)
    close_last_section(document)
    sheets = Sheets(document)
    even_out(document, sheets)
    draw_rules(document, sheets)
    set_columns(document, sheets)
    add_comments(document, notes, paragraphs, composed.places)
    _set_properties(document, composed.plan.header)
    out = io.BytesIO()
    document.save(out)
    return package.normalised(out.getvalue(), MARKS)


def _fill_in(word: DocxTemplate, words: Context, name: str) -> None:
    """Render the template.

    Raises:
        ConfigurationError: the template does what only running it can show to be wrong.
        LimitError: it does not come to an end.
    """
    named = {one.name: getattr(words, one.name) for one in fields(words)}
    try:
        word.render(named, TemplateEnvironment())
    except TooMuchError as error:
        message = N_("{file}: the template repeats without end; take loops out of loops")
        raise LimitError(message, file=name) from error
    except Exception as error:  # a template's expressions may raise anything
        message = N_("{file}: the template cannot be filled in: {cause}")
        raise ConfigurationError(message, file=name, cause=str(error)) from error


def _set_properties(document: Document, header: Header) -> None:
    """Name the document after the plan, and date it always alike."""
    properties = document.core_properties
    title = clean(f"{header.doc_type or 'Kế hoạch'} {header.subject or ''}".strip())
    properties.title = title[:_LONGEST_PROPERTY]
    properties.created = properties.modified = _ALWAYS
