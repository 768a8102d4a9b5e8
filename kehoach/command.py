"""What every command has: help in the user's language, examples to paste, `--lang` and `-v`."""

from collections.abc import Sequence
from copy import copy
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from kehoach.language import LANGUAGES, speak
from plan.messages import N_

FILE = click.Path(path_type=Path)
"""A path on the command line; whether it is there is for the reader or writer to say."""

VERBOSE = "kehoach.verbose"
"""The key in a click context's `meta` that says whether `-v` was given."""


def _set_language(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:
        speak(value)


def _set_verbose(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if value:
        context.meta[VERBOSE] = True


def _add_knowledge(_context: click.Context, _option: click.Parameter, value: Path | None) -> None:
    if value:
        from extract.knowledge import add

        add(value)


KNOWLEDGE = click.option(
    "--knowledge",
    metavar="DIR",
    type=FILE,
    expose_value=False,
    callback=_add_knowledge,
    help=N_("A folder with words of your own: units, measures, headings (see docs/knowledge.md)."),
)
"""For commands that read documents."""

COMMON_OPTIONS = (
    click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        help=N_("Language of messages and help (documents stay Vietnamese)."),
        is_eager=True,
        expose_value=False,
        callback=_set_language,
    ),
    click.Option(
        ["-v", "--verbose"],
        is_flag=True,
        help=N_("Show the whole trace of an error."),
        is_eager=True,
        expose_value=False,
        callback=_set_verbose,
    ),
)


class Command(click.Command):
    """A command whose help is marked with `N_` and translated when it is shown."""

    def __init__(self, name: str | None, *, examples: Sequence[str] = (), **settings: Any) -> None:  # noqa: ANN401 - handed on to click
        super().__init__(name, **settings)
        self.examples = tuple(examples)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The command's own options and the common ones, told in the chosen language."""
        return [_translated(param) for param in (*COMMON_OPTIONS, *super().get_params(ctx))]

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - the list wraps instead
        """The first paragraph of the help, whole."""
        return self._told().partition("\n\n")[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self._told())

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the examples as they are to be pasted, never wrapped."""
        if not self.examples:
            return
        with formatter.section(_("Example")):
            for line in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")

    def _told(self) -> str:
        return _(self.help) if self.help else ""


class Group(Command, click.Group):
    """A command of commands."""


def _translated(param: click.Parameter) -> click.Parameter:
    told = copy(param)
    if isinstance(told, click.Option) and told.help:
        told.help = _(told.help)
    return told
