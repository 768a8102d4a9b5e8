"""`kehoach rules`: what the check against the decree looks at, and where that is written."""

from gettext import gettext as _

import click

from kehoach.command import Command
from plan.messages import N_


@click.command(
    cls=Command,
    help=N_(
        "List the rules of format, or tell all about the one named CODE: what must be, the clause, "
        "the message, examples.\n\n"
        "CODE may also be the beginning of several, such as `margin`."
    ),
    examples=["kehoach rules", "kehoach rules margin.left", "kehoach rules number -f json"],
)
@click.argument("code", required=False)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help=N_("How to print them; markdown is a page with tables."),
)
def command(code: str | None, form: str) -> None:
    """Print the catalogue, or what of it `code` names."""
    from kehoach import rulebook

    rules = rulebook.chosen(code)
    if not rules:
        raise click.BadParameter(
            _("there is no rule {code}; `kehoach rules` lists them").format(code=code),
            param_hint="CODE",
        )
    if form == "json":
        click.echo(rulebook.as_json(rules))
    elif form == "markdown":
        click.echo("\n".join(rulebook.as_page(rules)))
    elif len(rules) == 1:
        click.echo("\n".join(rulebook.as_text(rules[0])))
    else:
        click.echo("\n".join(rulebook.as_list(rules)).rstrip())
