"""What papers on a plan tell of it: its name, its bases, what it contains, in short lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from docgen import wording
from docgen.agencies import agency_in_text
from docgen.body import Line, Mark, blocks, joined, punctuated
from docgen.drafting.casing import in_small_letters
from docgen.papers import TO_FILL_IN, bound, superiors, units
from docgen.results import duty_results, target_results
from docgen.tables import figure, is_tabled
from plan.model import Plan, Section, Signature, Target

BASIS = regex.compile(r"(?:căn cứ|thực hiện|theo|xét|trên cơ sở)\s.*[;.,]", regex.I | regex.S)
"""A legal basis on a line of its own."""
_BEHALF = regex.compile(r"(?:KT|TL|TUQ|Q)\.\s*")
_PURPOSES = frozenset({"purpose_and_requirements", "purpose", "requirements"})
_WORKS = frozenset({"tasks", "solutions", "tasks_and_solutions"})
_END = " .;,:/"
_MOST_BOUND = 12
_EVERYBODY = "Các cơ quan, đơn vị được giao nhiệm vụ tại Kế hoạch"


@dataclass(frozen=True, slots=True)
class Digest:
    """A plan in the words of papers on it. Every list is lines that end in `;`, the last in `.`."""

    name: str
    """`Kế hoạch phát triển hạ tầng số năm 2026`."""
    issued: str
    """The same with number, date and issuer."""
    issuer: str
    """`Ủy ban nhân dân xã Đức An`."""
    superior: str
    """To whom the issuer answers."""
    decider: str
    """Who decides on the plan, in capitals (thẩm quyền ban hành)."""
    executors: str
    """Who must carry out the decision."""
    bases: tuple[str, ...]
    """Căn cứ, each in full on a line."""
    opening: tuple[Line, ...]
    """What the plan says before its first section, beside its bases."""
    reference: str
    """`(Kèm theo Quyết định số … ngày … của …)`."""
    parts: tuple[str, ...]
    """The titles of its parts."""
    purposes: tuple[Line, ...]
    """The text of its sections on purpose and requirements."""
    targets: tuple[str, ...]
    works: tuple[str, ...]
    funding: tuple[str, ...]
    units: tuple[str, ...]
    asked: tuple[str, ...]
    """What its closing asks of everybody."""
    target_results: tuple[Line, ...]
    """The table of targets with room for what was reached; nothing where there are no targets."""
    duty_results: tuple[Line, ...]
    """The table of duties, unit by unit, with room for what was done; or nothing."""


def digest(plan: Plan, given: Sequence[str], mark: Mark) -> Digest:
    """The digest of a composed plan; `given` is the preamble that it came with."""
    name = wording.title_in_text(plan)
    above = superiors(plan)
    said = [text for text in plan.preamble if BASIS.fullmatch(text.strip())]
    bases = _ended(said or map(wording.basis, plan.legal_bases))
    decided = wording.headed(plan.header, "Quyết định", "QĐ")

    def lines(pointer: str, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(mark(pointer, line) for line in texts)

    return Digest(
        name=mark("/header/subject", name),
        issued=mark("/header/subject", _issued(plan)),
        issuer=mark("/header/agency", agency_in_text(plan.header, plan.area)),
        superior=mark("/addressees", above[0] if above else TO_FILL_IN),
        decider=mark("/header/agency", _decider(plan.header.agency or "", plan.signature)),
        executors=mark("/responsibilities", _executors(plan)),
        bases=lines("/legal_bases", bases),
        opening=tuple(_opening(given, said, mark)),
        reference=mark("/header/number", f"(Kèm theo {wording.issued(decided, plan.area)})"),
        parts=lines("/sections", _items(_parts(plan))),
        purposes=tuple(_purposes(plan, mark)),
        targets=lines("/targets", _items(map(_target, plan.targets))),
        works=lines("/tasks", _items(_works(plan))),
        funding=lines("/funding", _items(plan.funding)),
        units=lines("/responsibilities", _items(units(plan))),
        asked=lines("/closing", _asked(plan)),
        target_results=tuple(blocks(target_results(plan), "/targets", mark)),
        duty_results=tuple(blocks(duty_results(plan), "/responsibilities", mark)),
    )


def _issued(plan: Plan) -> str:
    """The plan with all that a first mention needs (Phụ lục I.II.6.b)."""
    subject = wording.subject_in_text(plan)
    about = f"về {subject}" if subject else ""
    return joined(wording.issued(plan.header, plan.area), about)


def _decider(agency: str, signature: Signature) -> str:
    """The agency where somebody signs for it, else its head: `GIÁM ĐỐC SỞ Y TẾ`."""
    head = (signature.on_behalf or "").partition("\n")[0]
    title = _BEHALF.sub("", head) or signature.position or ""
    if signature.authority or not title:
        return agency.upper()
    kind = agency.upper().split(" ")[0]
    return f"{title.removesuffix(f' {kind}')} {agency}".upper()


def _executors(plan: Plan) -> str:
    """The units that the plan binds, by name where they are not too many."""
    names = bound(plan)
    if not names or len(names) > _MOST_BOUND:
        return _EVERYBODY
    return "; ".join(name[:1].upper() + name[1:] for name in names)


def _opening(given: Sequence[str], said: Sequence[str], mark: Mark) -> Iterator[Line]:
    for number, text in enumerate(given):
        if text and text not in said:
            yield Line("text", mark(f"/preamble/{number}", text))


def _parts(plan: Plan) -> Iterator[str]:
    for section in plan.sections:
        yield joined(punctuated(section.label), in_small_letters(section.title, plan))


def _purposes(plan: Plan, mark: Mark) -> Iterator[Line]:
    """The paragraphs of purpose and requirements, without their headings."""
    for number, section in enumerate(plan.sections):
        if section.kind in _PURPOSES:
            yield from _texts(section, f"/sections/{number}", mark)


def _texts(section: Section, pointer: str, mark: Mark) -> Iterator[Line]:
    yield from blocks(section.content or [], f"{pointer}/content", mark)
    for number, child in enumerate(section.children):
        yield from _texts(child, f"{pointer}/children/{number}", mark)


def _target(target: Target) -> str:
    """A target as a sentence; one from a table has its figure beside its name."""
    if not is_tabled(target):
        return target.text
    unit = target.unit if target.unit == "%" else f" {target.unit or ''}"
    year = f" (năm {target.year})" if target.year else ""
    return f"{target.text}: {figure(target)}{unit}".rstrip() + year


def _works(plan: Plan) -> list[str]:
    """What the plan wants done: the groups of its tasks, else the tasks themselves."""
    parts = (section for section in plan.sections if section.kind in _WORKS)
    groups = [child.title for part in parts for child in part.children if child.title]
    return groups or [task.text for task in plan.tasks]


def _asked(plan: Plan) -> list[str]:
    everybody = (one for one in plan.responsibilities if one.section is None)
    return [f"{duty.text.rstrip(_END)}." for one in everybody for duty in one.tasks]


def _items(texts: Iterable[str]) -> list[str]:
    return [f"- {text}" for text in _ended(texts)]


def _ended(texts: Iterable[str]) -> list[str]:
    """Texts of a list, each once: `;` behind each, `.` behind the last."""
    bare = list(dict.fromkeys(text.rstrip(_END) for text in texts))
    return [f"{text};" for text in bare[:-1]] + [f"{text}." for text in bare[-1:]]
