"""`kehoach schema`: the form of a plan for other programs."""

import json

import click

from kehoach.command import Command
from plan.messages import N_
from plan.model import SCHEMA_VERSION, Plan

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTITY = f"urn:kehoach:plan:{SCHEMA_VERSION}"
"""A name that says which version this is; nothing is to be fetched from it."""


@click.command(
    cls=Command,
    help=N_("Print the JSON Schema of a plan, the form that `extract` writes and `render` reads."),
    examples=["kehoach schema"],
)
def command() -> None:
    """Print the schema on standard output."""
    about = {"$schema": DIALECT, "$id": IDENTITY, "version": SCHEMA_VERSION}
    schema = {**about, **Plan.model_json_schema()}
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
