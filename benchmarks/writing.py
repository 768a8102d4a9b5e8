"""How long writing and checking a plan of ten pages take."""

import io
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import click
from docxtpl import DocxTemplate

import docgen
import extract
from benchmarks.timing import usual
from docgen import templates
from docgen.compose import compose
from docgen.context import context
from plan.model import Plan

ROOT = Path(__file__).parent.parent


def plain(_pointer: str, text: str | None) -> str:
    """A text as it is, for a template that is filled in without docgen."""
    return text or ""


def bare(plan: Plan) -> Callable[[], None]:
    """The yardstick of writing: docxtpl fills in the same template, unchecked, from ready words."""
    words = context(plan, plan, plain)
    ready = {field.name: getattr(words, field.name) for field in fields(words)}

    def render() -> None:
        template = DocxTemplate(templates.path("ke-hoach"))
        template.render(ready, autoescape=True)
        template.save(io.BytesIO())

    return render


def writing() -> None:
    """Measure and print how long a plan of ten pages takes."""
    plan = extract.read(ROOT / "samples" / "ke-hoach-tinh-2026-hanh-chinh-cong.docx")
    docgen.render(plan)
    own, yard = usual(lambda: docgen.render(plan), bare(compose(plan).plan))
    click.echo(f"a plan of ten pages    {own * 1000:6.0f} ms")
    click.echo(f"  against docxtpl alone          {own / yard:6.1f} times as long")


def checking() -> None:
    """Measure and print how long checking the longest sample takes, about ten pages."""
    gold = ROOT / "samples" / "ke-hoach-tinh-2026-hanh-chinh-cong.gold.json"
    plan = Plan.model_validate_json(gold.read_text("utf-8"))
    document = docgen.render(plan)
    docgen.check(document)
    checked, rendered = usual(lambda: docgen.check(document), lambda: docgen.render(plan))
    click.echo(f"checking a plan      {checked * 1000:6.0f} ms")
    click.echo(f"  against rendering it           {checked / rendered:6.1f} times as long")
