"""What a run did, in a few lines on standard error."""

from collections.abc import Iterable
from gettext import gettext as _

import click

from kehoach.language import say
from plan.messages import Message
from plan.model import Finding, Plan, Span


def counts(plan: Plan) -> str:
    """How much of what was found."""
    return _(
        "targets: {targets}, tasks: {tasks}, units with duties: {units}, recipients: {recipients}, "
        "points to look at: {findings}"
    ).format(
        targets=len(plan.targets),
        tasks=len(plan.tasks),
        units=len(plan.responsibilities),
        recipients=len(plan.recipients),
        findings=len(plan.findings),
    )


def finding_line(finding: Finding) -> str:
    """One finding in the chosen language, with its place in front."""
    text = say(Message(finding.template, finding.args))
    return f"{place}: {text}" if (place := _place(finding.span)) else text


def tell_findings(findings: Iterable[Finding]) -> None:
    """List `findings` on standard error."""
    for finding in findings:
        click.echo(f"  - {finding_line(finding)}", err=True)


def _place(span: Span | None) -> str:
    if span is None:
        return ""
    if span.page is not None:
        return _("page {page}").format(page=span.page)
    return span.path or _("character {start}").format(start=span.start)
