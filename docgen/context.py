"""What a template may name: the vocabulary of templates, filled from a composed plan."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from docgen import papers, wording
from docgen.agencies import agency_lines
from docgen.annexes import annexes, is_wide, under_decision
from docgen.body import Line, Mark, blocks, joined, outline
from docgen.digest import BASIS, Digest, digest
from docgen.papers import Paper, place_and_date
from plan.model import Appendix, Header, Plan, Recipient, Signature

_APPENDIX_NUMBER = regex.compile(r"[IVXLC]+|\d+|\p{Lu}")
_FORMAL = regex.compile(r"căn cứ\s", regex.I)
"""How a line begins that gives the preamble the form of legal bases (PL I.II.6.a)."""


@dataclass(frozen=True, slots=True)
class AppendixPart:
    """An appendix (phụ lục): its label, its title, the line that refers to the plan, its text.

    `landscape` tells that a table of it is too wide for an upright page.
    """

    label: str
    title: str
    reference: str
    body: tuple[Line, ...]
    landscape: bool


@dataclass(frozen=True, slots=True)
class Signer:
    """A signer: authority and position by lines, the title in the agency, the name."""

    titles: tuple[str, ...]
    other_title: str
    name: str


@dataclass(frozen=True, slots=True)
class Context:
    """Every name that a template may use. A text that the plan lacks is empty."""

    parent_agency: str
    """Cơ quan chủ quản."""
    agency: tuple[str, ...]
    """Cơ quan ban hành, by lines."""
    number: str
    """Số, ký hiệu: `Số: 45/KH-UBND`."""
    place_and_date: str
    """Địa danh và thời gian ban hành."""
    title: str
    """Tên loại, in capitals."""
    subject: str
    """Trích yếu."""
    preamble: tuple[Line, ...]
    body: tuple[Line, ...]
    closing: tuple[Line, ...]
    """The last paragraphs of the text, which stay on the page of the signature."""
    recipients: tuple[str, ...]
    """Nơi nhận: `- Đảng ủy xã (để b/c);`."""
    filing: str
    """Nơi lưu: `- Lưu: VT, VHXH.`."""
    signature: tuple[str, ...]
    """Quyền hạn, chức vụ, by lines."""
    other_title: str
    """Chức vụ khác của người ký, just above the name."""
    signer: str
    """Họ tên."""
    co_signers: tuple[Signer, ...]
    """Those who sign together with the signer."""
    appendices: tuple[AppendixPart, ...]
    annexes: tuple[AppendixPart, ...]
    """The appendices and, where they have no such tables, those of all targets and all work."""
    plan: Digest
    """The plan as papers on it tell it."""
    decision: Paper
    decision_appendices: tuple[AppendixPart, ...]
    """The appendices of a plan that comes under a decision."""
    letter: Paper
    submission: Paper
    report: Paper


def context(plan: Plan, given: Plan, mark: Mark) -> Context:
    """The context of a composed plan, each text passed through `mark`; `given` is as it came."""
    header, signature = plan.header, plan.signature
    body = tuple(outline(plan.sections, "/sections", 1, mark))
    closing = tuple(_paragraphs(plan.closing, "/closing", mark))
    if not closing:
        body, closing = _split_off_last_texts(body)
    return Context(
        parent_agency=mark("/header/parent_agency", header.parent_agency),
        agency=tuple(mark("/header/agency", line) for line in agency_lines(header.agency)),
        number=_number(header, mark),
        place_and_date=place_and_date(header, mark),
        title=mark("/header/doc_type", (header.doc_type or "Kế hoạch").upper()),
        subject=mark("/header/subject", header.subject),
        preamble=tuple(_preamble(plan.preamble, mark)),
        body=body,
        closing=closing,
        recipients=tuple(_recipients(plan.recipients, mark)),
        filing=mark("/filing", f"- Lưu: {', '.join(plan.filing)}." if plan.filing else None),
        signature=tuple(_titles(signature, "/signature", mark)),
        other_title=mark("/signature/other_title", signature.other_title),
        signer=mark("/signature/name", signature.name),
        co_signers=tuple(_signers(plan.co_signatures, mark)),
        appendices=_appendices(plan.appendices, mark),
        annexes=_appendices(annexes(plan), mark),
        plan=digest(plan, given.preamble, mark),
        decision=papers.decision(plan, mark),
        decision_appendices=_appendices(under_decision(plan), mark),
        letter=papers.letter(plan, mark),
        submission=papers.submission(plan, mark),
        report=papers.report(plan, mark),
    )


def _number(header: Header, mark: Mark) -> str:
    digits = wording.number(header)
    return mark("/header/number", "Số: ") + mark("/header/symbol", digits) if digits else ""


def _paragraphs(texts: list[str], pointer: str, mark: Mark) -> Iterator[Line]:
    for number, text in enumerate(texts):
        if text:
            yield Line("text", mark(f"{pointer}/{number}", text))


def _preamble(texts: list[str], mark: Mark) -> Iterator[Line]:
    """Legal bases are set in italics; sentences that go on to the plan itself are not.

    Where no line begins with "Căn cứ", what is carried out is told in running text.
    """
    formal = any(_FORMAL.match(text.strip()) for text in texts)
    for number, text in enumerate(texts):
        if text:
            style = "basis" if formal and BASIS.fullmatch(text.strip()) else "text"
            yield Line(style, mark(f"/preamble/{number}", text))


def _split_off_last_texts(body: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """`body` without its last paragraph, and that paragraph, where the text ends in one."""
    cut = len(body) - (1 if body and body[-1].style == "text" else 0)
    return body[:cut], body[cut:]


def _recipients(recipients: list[Recipient], mark: Mark) -> Iterator[str]:
    for number, recipient in enumerate(recipients):
        note = f"({recipient.note})" if recipient.note else None
        yield mark(f"/recipients/{number}", f"- {joined(recipient.name, note)};")


def _titles(signature: Signature, pointer: str, mark: Mark) -> Iterator[str]:
    for part in ("authority", "on_behalf", "position"):
        text = mark(f"{pointer}/{part}", getattr(signature, part))
        if text:
            yield text


def _signers(signatures: list[Signature], mark: Mark) -> Iterator[Signer]:
    for number, signature in enumerate(signatures):
        here = f"/co_signatures/{number}"
        yield Signer(
            titles=tuple(_titles(signature, here, mark)),
            other_title=mark(f"{here}/other_title", signature.other_title),
            name=mark(f"{here}/name", signature.name),
        )


def _appendices(appendices: list[Appendix], mark: Mark) -> tuple[AppendixPart, ...]:
    return tuple(
        _appendix(appendix, f"/appendices/{number}", mark)
        for number, appendix in enumerate(appendices)
    )


def _appendix(appendix: Appendix, pointer: str, mark: Mark) -> AppendixPart:
    return AppendixPart(
        label=mark(f"{pointer}/label", _appendix_label(appendix.label)),
        title=mark(f"{pointer}/title", appendix.title),
        reference=mark(f"{pointer}/reference", appendix.reference),
        body=tuple(blocks(appendix.content, f"{pointer}/content", mark)),
        landscape=is_wide(appendix),
    )


def _appendix_label(label: str | None) -> str | None:
    """`Phụ lục I`, also where the data say just `I`."""
    return f"Phụ lục {label}" if label and _APPENDIX_NUMBER.fullmatch(label) else label
