"""How the outcome of a check is told: in text for a person, in JSON for a program."""

import json
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from itertools import groupby
from pathlib import Path
from typing import Any

from docgen.checking.catalogue import catalogue
from docgen.checking.report import Finding, Outcome, Report
from docgen.checking.rule import Reason
from kehoach.rulebook import said

_PLACES = 3
"""So many places of one fault are printed; JSON has all."""


def summary(name: str, report: Report) -> str:
    """The outcome for one file in a line."""
    counts = report.counts()
    return _(
        "{file}: rules broken: {broken}, advice: {advice}, kept: {kept}, not evaluated: {open}"
    ).format(
        file=name,
        broken=len(report.violations),
        advice=len(report.advice),
        kept=counts["pass"],
        open=counts["not evaluated"],
    )


def as_text(report: Report) -> Iterator[str]:
    """The broken rules part by part of the document, then advice, then what was not evaluated."""
    yield from _grouped(report.violations)
    if report.advice:
        yield "  " + _("Advice (no violation)")
        yield from (line for one in report.advice for line in _told(one))
    yield from _open(report)


def _grouped(outcomes: Sequence[Outcome]) -> Iterator[str]:
    groups = {rule.id: g.group for g in catalogue().groups.values() for rule in g.rule}
    for group, members in groupby(outcomes, lambda one: groups[one.rule.id]):
        yield f"  {said(group)}"
        yield from (line for one in members for line in _told(one))


def _told(outcome: Outcome) -> Iterator[str]:
    """A broken rule: each message once, with its clause and the first of its places."""
    messages: dict[str, list[Finding]] = {}
    for finding in outcome.findings:
        messages.setdefault(said(finding.message), []).append(finding)
    for message, findings in messages.items():
        yield f"    {_severity(outcome)} {message} [{outcome.rule.clause}; {outcome.rule.id}]"
        yield from (f"        {_place(one)}" for one in findings[:_PLACES] if one.excerpt)
        if len(findings) > _PLACES:
            more = len(findings) - _PLACES
            yield "        " + _("and {more} places more").format(more=more)


def _severity(outcome: Outcome) -> str:
    names = {"error": _("error:"), "warning": _("warning:"), "note": _("note:")}
    return names[outcome.rule.severity or "note"]


def _place(finding: Finding) -> str:
    excerpt = f"“{finding.excerpt}”"
    if finding.page is None:
        return excerpt
    return _("page {page}").format(page=finding.page) + f": {excerpt}"


def _open(report: Report) -> Iterator[str]:
    """Why rules were not evaluated: the rules by reason, those no program can decide in number."""
    reasons: dict[str, list[str]] = {}
    for outcome in report.outcomes:
        if isinstance(outcome.reason, Reason):
            reasons.setdefault(_(outcome.reason), []).append(outcome.rule.id)
        elif outcome.reason:
            reasons.setdefault(_(Reason.UNDECIDABLE), []).append("")
    if reasons:
        yield "  " + _("Not evaluated")
    for reason, rules in reasons.items():
        named = f": {', '.join(rules)}" if any(rules) else ""
        yield f"    {reason} ({len(rules)}){named}"


def as_json(reports: Sequence[tuple[Path, Report]]) -> str:
    """Every outcome of every file."""
    data = [_file(path, report) for path, report in reports]
    return json.dumps(data, ensure_ascii=False, indent=2)


def _file(path: Path, report: Report) -> dict[str, Any]:
    return {
        "file": str(path),
        "signed": report.signed,
        "protected": report.protected,
        "violations": len(report.violations),
        "rules": [_outcome(one) for one in report.outcomes],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    rule = outcome.rule
    told: dict[str, Any] = {
        "id": rule.id,
        "component": rule.of,
        "clause": rule.clause,
        "strength": rule.strength,
        "severity": rule.severity,
        "verdict": outcome.verdict.replace(" ", "_"),
        "violation": outcome.is_violation,
    }
    if isinstance(outcome.reason, Reason):
        told["reason"] = outcome.reason.name.lower()
    elif outcome.reason:
        told["reason"] = Reason.UNDECIDABLE.name.lower()
    told["findings"] = [
        {"vi": one.message.vi, "en": one.message.en, "excerpt": one.excerpt, "page": one.page}
        for one in outcome.findings
    ]
    return told
