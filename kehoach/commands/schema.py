"""`kehoach schema`: the form of a plan for other programs."""

import json

import click

from kehoach.command import Command
from plan.messages import N_
from plan.model import Plan

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@click.command(
    cls=Command,
    help=N_("Print the JSON Schema of a plan, the form that `extract` writes and `render` reads."),
    examples=["kehoach schema"],
)
def command() -> None:
    """Print the schema on standard output."""
    schema = {"$schema": DIALECT, **Plan.model_json_schema()}
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
