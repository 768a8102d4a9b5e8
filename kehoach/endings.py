"""What is said when something goes wrong: one line, an exit code, a trace only on request."""

import traceback
from gettext import gettext as _

import click

from kehoach.command import VERBOSE
from kehoach.language import tell
from plan.errors import KehoachError


def report_error(error: Exception) -> int:
    """Print `error` in a line on standard error, after its trace where `-v` was given.

    Returns its exit code; what is no error of ours is a fault of the program.
    """
    if click.get_current_context().meta.get(VERBOSE):
        traceback.print_exception(error)
    if isinstance(error, KehoachError):
        message, code = tell(error), error.exit_code
    else:
        message, code = _fault(error), KehoachError.exit_code
    click.echo(_("Error: {message}").format(message=message), err=True)
    return code


def _fault(error: Exception) -> str:
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return _(
        "a fault of the program ({fault}); run the same again with -v and send what it prints"
    ).format(fault=said)
