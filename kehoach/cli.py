"""The command `kehoach`: a table of commands, each loaded when it is asked for."""

import importlib
import sys
from gettext import gettext as _
from typing import Any

import click

from kehoach import __version__
from kehoach.command import Group
from kehoach.endings import report_error
from kehoach.language import speak
from plan.messages import N_

COMMANDS = {
    "extract": N_("Read plans: documents become data (JSON)."),
    "draft": N_("Draft the commune's plan from a parent plan."),
    "compare": N_("Compare a plan with its parent: taken over, changed, missing, added."),
    "render": N_("Write a plan's data as a Word document."),
    "check": N_("Check the layout of Word documents against Decree 30/2020."),
    "rules": N_("The rules of format that documents are checked against."),
    "profile": N_("The profile of a commune: names, officers, recipients."),
    "archive": N_("Thousands of documents as one database."),
    "schema": N_("Print the JSON Schema of a plan."),
    "templates": N_("List, describe, copy and check the Word templates."),
    "doctor": N_("Show what is installed and what works without the rest."),
    "demo": N_("Try the main job on the samples that come along."),
}
"""Each command is the object `command` of the module of its name in `kehoach.commands`."""


class Root(Group):
    """`kehoach` itself; its help needs none of the commands' modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command `cmd_name`, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"kehoach.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the table of commands."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(summary)) for name, summary in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; an error that is not click's ends it with a line and a code."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            raise click.exceptions.Exit(report_error(error)) from error


@click.group(
    cls=Root,
    help=N_("Vietnamese administrative plans (kế hoạch) as data, and data as plans."),
    examples=["kehoach demo"],
)
@click.version_option(__version__)
def cli() -> None:
    """Do nothing: the commands do the work."""


def main() -> None:
    """Run the command line on the process's arguments; exits with the contract's code."""
    for stream in (sys.stdout, sys.stderr):
        # file names that the locale cannot spell come as surrogates and leave as they were
        stream.reconfigure(  # type: ignore[union-attr]  # a process's own streams are TextIOWrapper
            encoding="utf-8", errors="surrogateescape", newline="\n"
        )
    speak()
    cli(prog_name="kehoach")
