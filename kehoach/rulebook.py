"""The catalogue of format rules as people and programs read it: text, a page, JSON."""

import json
from collections.abc import Iterator
from gettext import gettext as _

from docgen.checking.catalogue import Example, Group, Rule, Told, catalogue
from docgen.checking.looks import told
from kehoach.language import current
from plan.messages import N_

WEIGHTS = {
    "error": N_("error"),
    "warning": N_("warning"),
    "note": N_("advice"),
    None: N_("not checked"),
}
STRENGTHS = {
    "law": N_("the decree says so"),
    "sample": N_("only the decree's samples show it"),
    "practice": N_("a habit, never a violation"),
}
DECREE = "Nghị định 30/2020/NĐ-CP"
PAGE_HEAD = (
    "# The rules of format (thể thức)",
    "",
    f"What became of each fact of {DECREE} in `kehoach check`. Rules that are not checked",
    "never count as kept, and advice is never a violation ([why](decisions/format-rules.md)).",
    "This page is printed from `docgen/data/rules` by `make rules`.",
)
TABLE_HEAD = (
    "| rule | what must be | clause | strength | severity | mended |",
    "| --- | --- | --- | --- | --- | --- |",
)
_LINE_BREAK = " ⏎ "


def chosen(code: str | None) -> list[Rule]:
    """The rule `code`, or those on the part of a document that it names; all without a code."""
    rules = catalogue().rules()
    if code is None:
        return rules
    one = [rule for rule in rules if rule.id == code]
    return one or [rule for rule in rules if rule.id.startswith(f"{code}.")]


def said(told: Told) -> str:
    """Words of the catalogue in the user's language."""
    return told.vi if current() == "vi" else told.en


def as_json(rules: list[Rule]) -> str:
    """The rules as records for programs, patterns as text."""
    return json.dumps(
        [rule.model_dump(mode="json") for rule in rules], ensure_ascii=False, indent=2
    )


def as_list(rules: list[Rule]) -> Iterator[str]:
    """A line for each rule, under the part of a document that it is on."""
    width = max(len(rule.id) for rule in rules)
    for group, members in _grouped(rules):
        yield said(group.group)
        for rule in members:
            yield f"  {rule.id:<{width}}  {_(WEIGHTS[rule.severity]):<14}  {said(rule.requirement)}"
        yield ""


def as_text(rule: Rule) -> Iterator[str]:
    """All that is to be known of one rule."""
    yield f"{rule.id}: {said(rule.requirement)}"
    for label, words in _fields(rule):
        yield f"  {_(label)}: {words}"


def _fields(rule: Rule) -> Iterator[tuple[str, str]]:
    yield N_("clause"), f"{rule.clause} ({DECREE})"
    yield N_("strength"), _(STRENGTHS[rule.strength])
    yield N_("in force"), _period(rule)
    yield N_("severity"), _(WEIGHTS[rule.severity])
    if rule.unchecked:
        yield N_("why not"), said(rule.unchecked)
    if rule.message:
        yield N_("message"), said(rule.message)
    if rule.fix:
        yield N_("mended with --fix"), _("yes")
    yield from ((N_("wrong"), _shown(rule, example)) for example in rule.wrong)
    yield from ((N_("right"), _shown(rule, example)) for example in rule.right)


def as_page(rules: list[Rule]) -> Iterator[str]:
    """The rules as a page in Markdown, in English and Vietnamese."""
    yield from PAGE_HEAD
    for group, members in _grouped(rules):
        yield from ("", f"## {group.group.en} ({group.group.vi})", "", *TABLE_HEAD)
        yield from map(_row, members)


def _row(rule: Rule) -> str:
    requirement = f"{rule.requirement.en}<br>{rule.requirement.vi}"
    weight = f"not checked: {rule.unchecked.en}" if rule.unchecked else WEIGHTS[rule.severity]
    mended = "yes" if rule.fix else ""
    cells = (f"`{rule.id}`", requirement, rule.clause, rule.strength, weight, mended)
    return f"| {' | '.join(cells)} |"


def _grouped(rules: list[Rule]) -> Iterator[tuple[Group, list[Rule]]]:
    for group in catalogue().groups.values():
        members = [rule for rule in rules if rule in group.rule]
        if members:
            yield group, members


def _period(rule: Rule) -> str:
    if rule.until:
        return _("from {since} until {until}").format(since=rule.since, until=rule.until)
    return _("since {since}").format(since=rule.since)


def _shown(rule: Rule, example: Example) -> str:
    """A text, properties of print in words, or texts by component."""
    if isinstance(example, str):
        return example.replace("\n", _LINE_BREAK)
    if set(example) <= set(rule.look):
        return said(told(list(example.items())))
    return "; ".join(f"{name} = {value}" for name, value in example.items())
