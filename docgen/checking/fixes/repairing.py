"""Repairing a document: every broken rule that has a mechanical remedy, until nothing changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.checking.catalogue import Rule, catalogue
from docgen.checking.document import Document, Line, Paragraph, Piece, Run, Section
from docgen.checking.fixes import language, letters, numbers, pages, paragraphs, strokes
from docgen.checking.looks import mended
from docgen.checking.package import Package, opened
from docgen.checking.pieces import PageNumber, lines_of
from docgen.checking.reading import read
from docgen.checking.report import Finding
from docgen.checking.rule import Fault
from docgen.checking.runner import Look, decide, looked_at
from docgen.checking.underlines import lengths, underline_of
from docgen.ruling import short_rule
from plan.errors import UnreadableError
from plan.messages import N_

_ROUNDS = 6
"""A repair may bring another fault to light; each round repairs what the one before left."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired document as bytes, and every repair as the finding that it removed.

    `marked` tells whether the text was marked as Vietnamese too, for Word's spelling check.
    """

    data: bytes
    repairs: tuple[Finding, ...]
    marked: bool = False


def repaired(source: Path | bytes) -> Repaired:
    """A copy of the document with all that is mechanical repaired; see `docgen.fix`."""
    package = opened(source)
    data = source.read_bytes() if isinstance(source, Path) else source
    document = read(package)
    _refuse_guarded(package, document)
    marked = language.is_foreign(document) and language.mark(package)
    repairs: dict[tuple[str, str, str], Finding] = {}
    for _round in range(_ROUNDS):
        package = package.renewed()
        done = _repair_once(package)
        if not done:
            break
        for one in done:
            repairs.setdefault((one.rule.id, one.message.vi, one.excerpt), one)
    if not repairs and not marked:
        return Repaired(data, ())
    return Repaired(package.renewed().over(data), tuple(repairs.values()), marked)


def _refuse_guarded(package: Package, document: Document) -> None:
    """Refuse what must not be changed.

    Raises:
        UnreadableError: the document is signed electronically, or protected.
    """
    if package.signed:
        raise UnreadableError(
            N_(
                "{file}: the document is signed electronically and a repair would void the "
                "signature; repair the draft and sign that"
            ),
            file=package.name,
        )
    if document.protected:
        raise UnreadableError(
            N_("{file}: the document is protected against changes; lift the protection in Word"),
            file=package.name,
        )


def _repair_once(package: Package) -> list[Finding]:
    """Repair what can be in one pass; the findings that were met."""
    look = looked_at(read(package))
    repair = _Repair(package, look)
    done: list[Finding] = []
    for rule in catalogue().rules():
        outcome = decide(rule, look) if rule.fix else None
        for fault, finding in zip(outcome.faults, outcome.findings, strict=True) if outcome else ():
            if repair.mend(rule, fault):
                done.append(finding)
    return done


class _Repair:
    """One pass over a document; a paragraph's text is changed only once in it."""

    def __init__(self, package: Package, look: Look) -> None:
        self.package = package
        self.look = look
        self.rewritten: set[Paragraph] = set()

    def mend(self, rule: Rule, fault: Fault) -> bool:
        """Repair one fault; whether anything was done."""
        if fault.wrong:
            done = [self._set(rule, fault, name) for name, _value in fault.wrong]
            return any(done)
        remedies = {
            "caps": self._capitals,
            "rule": self._rule,
            "page-number": self._number,
            "appendix-number": self._recount,
        }
        return remedies.get(rule.fix or "", self._write)(rule, fault)

    def _set(self, rule: Rule, fault: Fault, name: str) -> bool:
        """Give the fault's piece the value that `rule` wants of a property."""
        value = mended(dict(fault.wrong)[name], rule.look[name], rule.write)
        piece = fault.piece
        if isinstance(piece, Section):
            return pages.set_property(piece, name, value)
        if isinstance(piece, PageNumber) and name in numbers.MOVES:
            return numbers.MOVES[name](self.package, self.look.document, piece)
        if name in paragraphs.SETTERS:
            own = dict.fromkeys(line.paragraph for line in lines_of(piece))
            return sum(paragraphs.set_property(one, name, value) for one in own) > 0
        typed = name == "caps" and not value and not any(run.face.caps for run in _runs(piece))
        if typed or name not in letters.WORN:
            return False
        return letters.wear(_wrong_runs(piece, name, value), name, value)

    def _write(self, _rule: Rule, fault: Fault) -> bool:
        """Put what should stand there in the place of what does."""
        if fault.span is None or fault.should is None:
            return False
        at = 0
        for line in lines_of(fault.piece):
            begin, end = fault.span[0] - at, fault.span[1] - at
            if begin >= 0 and end <= len(line.text):
                return self._write_in(line, (begin, end), fault.should)
            at += len(line.text) + 1 if line.text else 0
        return False

    def _write_in(self, line: Line, span: tuple[int, int], words: str) -> bool:
        if line.paragraph in self.rewritten:
            return False
        self.rewritten.add(line.paragraph)
        return letters.replace(line, *span, words)

    def _capitals(self, _rule: Rule, fault: Fault) -> bool:
        return letters.wear(_runs(fault.piece), "caps", value=True)

    def _rule(self, rule: Rule, fault: Fault) -> bool:
        """Draw the line under a component, as the generator does."""
        lines = lines_of(fault.piece)
        long = [length for line in lines for length in lengths(line)]
        length = max(long) if rule.of == "motto" else short_rule(long)
        found = underline_of(self.look.document, lines[-1])
        return strokes.draw(found, lines[-1], length)

    def _recount(self, _rule: Rule, fault: Fault) -> bool:
        """Count the pages of an appendix from 1, where it has pages of its own."""
        line = fault.piece
        if not isinstance(line, Line):
            return False
        number = line.paragraph.room.section
        document = self.look.document
        own = next(one for one in document.lines if one.paragraph.room.section == number)
        if own.paragraph is not line.paragraph or not number:
            return False
        return numbers.count_anew(document.sections[number])

    def _number(self, _rule: Rule, fault: Fault) -> bool:
        return isinstance(fault.piece, PageNumber) and numbers.only_number(fault.piece)


def _runs(piece: Piece) -> Iterator[Run]:
    return (run for line in lines_of(piece) for run in line.runs)


def _wrong_runs(piece: Piece, name: str, value: object) -> Iterator[Run]:
    """The runs that have another value."""
    return (run for run in _runs(piece) if getattr(run.face, name) != value)
