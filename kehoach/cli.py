"""The command `kehoach`: a table of commands, loaded when asked for, and the exit codes."""

import errno
import importlib
import sys
import traceback
from gettext import gettext as _
from typing import Any, NoReturn

import click

from kehoach import __version__
from kehoach.command import VERBOSE, Group
from kehoach.language import speak, tell
from plan.errors import KehoachError
from plan.messages import N_

COMMANDS = {
    "extract": N_("Read plans: documents become data (JSON)."),
    "draft": N_("Draft the commune's plan from a parent plan."),
    "render": N_("Write a plan's data as a Word document."),
    "profile": N_("The profile of a commune: names, officers, recipients."),
    "schema": N_("Print the JSON Schema of a plan."),
    "templates": N_("List, describe and copy the Word templates."),
    "doctor": N_("Show what is installed and what works without the rest."),
    "demo": N_("Try the main job on the samples that come along."),
}
"""Each command is the object `command` of the module of its name in `kehoach.commands`."""


class Ended(click.ClickException):
    """The end of a run with a message and an exit code."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


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
        """Run the command; any error becomes one line and an exit code."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise
            raise ended(error, ctx) from error


def ended(error: Exception, context: click.Context) -> Ended:
    """`error` as one line with its exit code, after its trace where `-v` was given."""
    if context.meta.get(VERBOSE):
        traceback.print_exception(error)
    if isinstance(error, KehoachError):
        return Ended(tell(error), error.exit_code)
    fault = f"{type(error).__name__}: {error}".splitlines()[0]
    message = _(
        "a fault of the program ({fault}); run the same again with -v and send what it prints"
    )
    return Ended(message.format(fault=fault), KehoachError.exit_code)


@click.group(
    cls=Root,
    help=N_("Vietnamese administrative plans as data, and data as plans."),
    examples=["kehoach demo"],
)
@click.version_option(__version__, prog_name="kehoach")
def cli() -> None:
    """Do nothing: the commands do the work."""


def main() -> NoReturn:
    """Run the command line on the process's arguments and exit with the contract's code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # both are TextIOWrapper in a process of our own
    speak()
    cli(prog_name="kehoach")
