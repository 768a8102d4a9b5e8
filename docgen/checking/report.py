"""What checking a document gives: for every rule whether it is kept, broken, or was not decided."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from docgen.checking.catalogue import Rule, Told
from docgen.checking.rule import Fault, Reason

Verdict = Literal["pass", "fail", "not evaluated"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that breaks a rule. `excerpt` are the words to find it by, `page` counts from 1."""

    rule: Rule
    message: Told
    excerpt: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a rule. `reason` tells why it was not evaluated, `faults` are for repairs."""

    rule: Rule
    findings: tuple[Finding, ...] = ()
    reason: Reason | Told | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """`not evaluated` is neither of the others."""
        if self.reason is not None:
            return "not evaluated"
        return "fail" if self.findings else "pass"

    @property
    def is_violation(self) -> bool:
        """Whether law or sample is broken; habits and advice never are."""
        advice = self.rule.strength == "practice" or self.rule.severity == "note"
        return self.verdict == "fail" and not advice


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of every rule, in the order of a document."""

    name: str
    outcomes: tuple[Outcome, ...]
    signed: bool = False
    protected: bool = False

    @property
    def violations(self) -> tuple[Outcome, ...]:
        """The rules that are broken."""
        return tuple(one for one in self.outcomes if one.is_violation)

    @property
    def advice(self) -> tuple[Outcome, ...]:
        """Habits that the document does not follow."""
        broken = (one for one in self.outcomes if one.verdict == "fail")
        return tuple(one for one in broken if not one.is_violation)

    def outcome(self, rule_id: str) -> Outcome:
        """The outcome of the rule `rule_id`.

        Raises:
            KeyError: there is no such rule.
        """
        found = {one.rule.id: one for one in self.outcomes}
        return found[rule_id]

    def counts(self) -> Counter[Verdict]:
        """How many rules ended how."""
        return Counter(one.verdict for one in self.outcomes)
