"""Rewording: a text of the plan above in the words of the commune's plan.

One pure function on a text, used for a document's paragraphs and for its readings alike, so that
they agree word for word. Two voices: `peer` for what the superior's own offices are to do, which
the commune's offices now do in their place; `own` for what the superior orders the communes to
do, where every superior that is named stays a superior.
"""

from functools import reduce
from typing import Literal

import regex

from docgen.drafting.bodies import communes, departments, groups, in_words
from docgen.drafting.rules import (
    Rule,
    area_rules,
    counting_rules,
    issuer_rules,
    listing_rules,
    ranking_rules,
    tidying_rules,
)
from docgen.drafting.scope import Scope
from docgen.drafting.shelter import Shelter, without_marks
from docgen.drafting.superiors import hide_orderers, hide_superiors, turn_reports

Voice = Literal["peer", "own"]
_AND = regex.compile(r"\s+và\s+")


def reword(text: str, scope: Scope, voice: Voice = "peer", doer: str | None = None) -> str:
    """`text` with actors and areas put at the commune's level.

    Citations, quotations, names of programmes and those that are really meant as superiors stay
    as they are. `doer` is the commune's unit whose duty the text is: it is not told to work with
    itself.
    """
    if text.isupper():
        return reword(text.lower(), scope, voice, doer).upper()
    shelter = Shelter()
    rest = shelter.hide_citations(without_marks(text), scope.citations)
    rest = shelter.hide_quotations(rest)
    rest = _applied(issuer_rules(scope, own=voice == "own"), rest)
    rest = _applied(counting_rules(scope), rest)
    rest = hide_superiors(rest, scope, shelter)
    who_stays = hide_orderers if voice == "own" else turn_reports
    rest = who_stays(rest, scope, shelter)
    rest = _with_own_bodies(rest, scope, shelter, voice, doer)
    rest = _applied(area_rules(scope, own=voice == "own"), rest)
    rest = _applied(ranking_rules(scope), rest)
    return _applied(listing_rules(scope), shelter.restore(_applied(tidying_rules(scope), rest)))


def _applied(rules: list[Rule], text: str) -> str:
    return reduce(lambda done, rule: rule.apply(done), rules, text)


def _with_own_bodies(
    text: str, scope: Scope, shelter: Shelter, voice: Voice, doer: str | None
) -> str:
    """`text` with the commune's posts and villages for the bodies that it names."""
    bodies = [*departments(text, scope), *communes(text, scope, addressed=voice == "own")]
    parts, done = [], 0
    for group in groups(text, bodies):
        said = in_words(text, group, scope, doer)
        parts += [text[done : group[0].start], shelter.keep(said)]
        done = group[-1].end
        if " và " in said and (follows := _AND.match(text, done)):
            parts.append(", ")
            done = follows.end()
    return "".join([*parts, text[done:]])
