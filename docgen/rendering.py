"""From a plan to a Word document: compose, check the template, fill it in, finish the pages."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from docgen import lint, package, templates
from docgen.columns import set_columns
from docgen.comments import add_comments, take_marks
from docgen.compose import compose
from docgen.context import Context, context
from docgen.ink import MARKS, Ink, clean
from docgen.notes import Note
from docgen.notes import check as check_notes
from docgen.ruling import draw_rules, even_out
from docgen.sheets import Sheets, close_last_section
from plan.errors import ConfigurationError
from plan.messages import N_
from plan.model import Header, Plan

_ALWAYS = datetime(2020, 3, 5, tzinfo=UTC)
"""The date in the document's properties, so that the same plan gives the same bytes."""
_LONGEST_PROPERTY = 255
_NOT_WORD = (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError)


def render(plan: Plan, template: str | Path, notes: Sequence[Note]) -> bytes:
    """The .docx of `plan`; see `docgen.render`."""
    check_notes(notes, plan)
    word = _opened(templates.path(template))
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    lint.check(word, environment, Path(template).name)
    composed = compose(plan)
    ink = Ink()
    _fill_in(word, environment, context(composed.plan, plan, ink), Path(template).name)
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


def _opened(file: Path) -> DocxTemplate:
    """The template in `file`.

    Raises:
        ConfigurationError: it is not a Word document.
    """
    template = DocxTemplate(file)
    try:
        template.get_docx()
    except _NOT_WORD as error:
        message = N_("{file}: the template is not a Word document (.docx)")
        raise ConfigurationError(message, file=file.name) from error
    return template


def _fill_in(
    word: DocxTemplate, environment: SandboxedEnvironment, words: Context, name: str
) -> None:
    """Render the template.

    Raises:
        ConfigurationError: the template does what only running it can show to be wrong.
    """
    try:
        word.render({one.name: getattr(words, one.name) for one in fields(words)}, environment)
    except Exception as error:  # a template's expressions may raise anything
        message = N_("{file}: the template cannot be filled in: {cause}")
        raise ConfigurationError(message, file=name, cause=str(error)) from error


def _set_properties(document: Document, header: Header) -> None:
    """Name the document after the plan, and date it always alike."""
    properties = document.core_properties
    title = clean(f"{header.doc_type or 'Kế hoạch'} {header.subject or ''}".strip())
    properties.title = title[:_LONGEST_PROPERTY]
    properties.created = properties.modified = _ALWAYS
