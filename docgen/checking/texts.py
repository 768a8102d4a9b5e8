"""Rules that are decided by text alone: patterns, spellings, and the functions they name."""

from collections.abc import Iterable, Iterator

from docgen.checking import capitals, closings, mentions, sequences, spelling, symbols
from docgen.checking.catalogue import Rule, Told
from docgen.checking.document import Components
from docgen.checking.rule import Fault, same
from docgen.checking.slips import Parts, Slip, TextCheck, end_of, swapped

FUNCTIONS: dict[str, TextCheck] = {
    "addressee_in_plan": mentions.addressee_in_plan,
    "agency_capitals": capitals.agency_capitals,
    "appendix_numbers": sequences.appendix_numbers,
    "appendix_referenced": mentions.appendix_referenced,
    "as_above": mentions.as_above,
    "basis_comma": closings.basis_comma,
    "basis_marks": closings.basis_marks,
    "end_mark_once": closings.end_mark_once,
    "loose_marks": spelling.loose_marks,
    "point_order": sequences.point_order,
    "proposal_last": closings.proposal_last,
    "roman_order": sequences.roman_order,
    "sentence_capitals": capitals.sentence_capitals,
    "symbol_of_letter": symbols.symbol_of_letter,
    "symbol_of_plan": symbols.symbol_of_plan,
    "symbol_of_type": symbols.symbol_of_type,
    "tone_styles": spelling.tone_styles,
    "type_alone": symbols.type_alone,
}
"""What a row's `check` may name."""


def text_faults(components: Components, rule: Rule) -> Iterator[Fault]:
    """A fault for every slip in the text that `rule` is about."""
    parts = {name: [piece.text for piece in pieces] for name, pieces in components.items()}
    for slip in slips(rule, parts):
        piece = components[rule.of][slip.paragraph]
        yield Fault(piece, _told(rule, slip), slip.should, (slip.start, slip.end))


def _told(rule: Rule, slip: Slip) -> Told:
    """What was found; a message that is also on looks (not bold) says that it is about words."""
    if rule.look:
        return Told(vi=f"viết “{slip.found}”", en=f"written “{slip.found}”")
    return same(slip.found)


def slips(rule: Rule, parts: Parts) -> Iterator[Slip]:
    """Everything in `parts` that breaks the patterns, the spellings or the function of `rule`."""
    texts = parts.get(rule.of, ())
    if rule.check in FUNCTIONS:
        yield from FUNCTIONS[rule.check](rule, parts)
    elif rule.words:
        yield from capitals.misspelt(rule.words, texts)
    for number, text in enumerate(texts):
        yield from _unlike(rule, number, text)
        yield from _forbidden(rule, number, text)


def repaired(text: str, found: Iterable[Slip]) -> str:
    """`text` with all that was `found` in it put right, as far as it is known how."""
    for slip in sorted(found, key=lambda slip: slip.start, reverse=True):
        if slip.should is not None:
            text = text[: slip.start] + slip.should + text[slip.end :]
    return text


def _unlike(rule: Rule, number: int, text: str) -> Iterator[Slip]:
    """The whole text where it is not what it must be."""
    if rule.must and not rule.must.fullmatch(text.strip()):
        should = rule.write if isinstance(rule.write, str) else None
        yield Slip(number, 0, len(text), text.strip(), should)


def _forbidden(rule: Rule, number: int, text: str) -> Iterator[Slip]:
    """Whatever must not be in the text."""
    for index, pattern in enumerate(rule.never):
        for match in pattern.finditer(text):
            should = swapped(match[0]) if rule.swap else None
            if rule.instead:
                should = match.expand(rule.instead[index])
            found = match[0].strip() or end_of(text[: match.start()])
            yield Slip(number, match.start(), match.end(), found, should)
