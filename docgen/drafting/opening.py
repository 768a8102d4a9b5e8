"""The head of the commune's plan: header, subject, legal basis, preamble."""

from collections.abc import Iterator

import regex

from docgen.drafting.casing import in_small_letters
from docgen.drafting.reword import reword
from docgen.drafting.scope import Scope
from docgen.drafting.shelter import LOCAL_BODY
from docgen.drafting.sources import Source
from docgen.drafting.work import Left
from docgen.notes import Note
from docgen.wording import citation, long_date, reference_line, short_date
from plan.levels import kinds
from plan.model import Appendix, Area, Citation, Header, Plan
from plan.text import fold

_ABOUT = regex.compile(r"^(?:về\s+việc|về|v/v)\s+", regex.IGNORECASE)
_PERIOD = regex.compile(
    r",?\s+(?:giai\s+đoạn|đến\s+năm|năm\s+\d{4}|từ\s+năm|trong\s+năm|,?\s*định\s+hướng).*$",
    regex.IGNORECASE,
)
_DECISION, _DECIDED = "Quyết định", "QĐ-"
_OPEN = regex.compile(r" {2,}")
_COMMITTEE = regex.compile(rf"(?:ủy|uỷ) ban nhân dân (?:{'|'.join(kinds())}) .+", regex.IGNORECASE)


def header(parent: Plan, scope: Scope) -> Header:
    """The commune's own header."""
    name = scope.commune_name
    return Header(
        agency=f"ỦY BAN NHÂN DÂN {scope.commune_in_full}".upper(),
        number=scope.profile.plan.number,
        symbol="KH-UBND",
        place=scope.commune_in_full if name[:1].isdigit() else name,
        date=scope.profile.plan.date,
        doc_type="Kế hoạch",
        subject=scope.profile.plan.subject or subject(parent, scope),
    )


def area(scope: Scope, said: str) -> Area:
    """The commune, and those of the units that it belongs to that the plan's text `said` names."""
    commune = scope.profile.commune
    return Area(
        level="commune",
        type=commune.type,
        name=commune.name,
        district=commune.district if commune.district and commune.district in said else None,
        province=commune.province if commune.province in said else None,
    )


def cited(parent: Plan, said: str, bases: list[Citation]) -> Iterator[Citation]:
    """The documents known from the parent that the plan's text `said` names, as far as it does."""
    for one in (*parent.legal_bases, *parent.citations):
        if one.code and one.code in said and one.code not in {base.code for base in bases}:
            dates = (short_date(one.date), long_date(one.date)) if one.date else ()
            yield Citation(
                doc_type=one.doc_type,
                code=one.code,
                date=one.date if any(date in said for date in dates) else None,
                issuer=_said_issuer(one, said),
                subject=one.subject if one.subject and one.subject in said else None,
            )


def _said_issuer(one: Citation, said: str) -> str | None:
    """The issuer of a document as `said` names it, which may be shorter than in the parent."""
    if one.issuer and one.issuer in said:
        return one.issuer
    dated = r"(?:\s+ngày\s+\d[\d/]*(?:\s+tháng\s+\d+\s+năm\s+\d+)?)?"
    short = regex.search(rf"{regex.escape(one.code or '')}{dated}\s+của\s+({LOCAL_BODY})", said)
    return str(short[1]) if short else None


def subject(parent: Plan, scope: Scope) -> str:
    """The parent's subject for the commune, which it names."""
    said = reword(_subject(parent), scope)
    if fold(scope.commune_name) in fold(said):
        return said
    own = regex.search(rf"(?<!\w)(?:địa\s+bàn|của|tại)\s+{scope.commune}(?!\w)", said)
    if own:
        return f"{said[: own.end()]} {scope.commune_name}{said[own.end() :]}"
    period = _PERIOD.search(said)
    cut = period.start() if period else len(said)
    return f"{said[:cut]} trên địa bàn {scope.commune_in_full}{said[cut:]}".strip()


def _subject(parent: Plan) -> str:
    """The parent's subject, in small letters where a web page printed it in capitals."""
    return in_small_letters(_ABOUT.sub("", parent.header.subject or ""), parent)


def basis(parent: Plan, scope: Scope) -> Citation:
    """The parent as the legal basis: type, number and symbol, date, issuer, subject.

    A plan that is attached to a decision bears its number: it is the decision that is cited.
    """
    head = parent.header
    numbered = head.number is not None and head.symbol
    kind, about = head.doc_type or "Kế hoạch", in_sentence(_subject(parent))
    if (head.symbol or "").startswith(_DECIDED) and kind != _DECISION:
        kind, about = _DECISION, f"ban hành {kind} {about}"
    return Citation(
        doc_type=kind,
        code=f"{head.number:02d}/{head.symbol}" if numbered else None,
        date=head.date,
        issuer=_issuer(parent, scope) or None,
        subject=about or None,
    )


def preamble(own: Header, bases: list[Citation], scope: Scope) -> str:
    """The opening sentence: what the plan carries out, and who issues what."""
    return (
        f"Thực hiện {'; '.join(map(citation, bases))}, UBND {scope.commune_in_full} "
        f"ban hành Kế hoạch {in_sentence(own.subject or '')}, cụ thể như sau:"
    )


def replaced(parent: Source) -> list[Left]:
    """The account of the parent's own opening, in whose place the commune's stands."""
    reason = "Phần mở đầu viết mới, căn cứ là kế hoạch cấp trên."
    return [
        Left("text", (f"{parent.prefix}/preamble/{number}",), text, reason)
        for number, text in enumerate(parent.plan.preamble)
    ]


def attached(appendix: Appendix, plan: Plan) -> Appendix:
    """The appendix with the line that says to which plan it belongs, dots for what is open."""
    reference = _OPEN.sub(" … ", reference_line(plan)).replace("… /", "…/")
    return appendix.model_copy(update={"reference": reference})


def in_sentence(title: str) -> str:
    """A title inside a sentence: its first letter small, unless it begins with a name."""
    first, _, rest = title.partition(" ")
    a_name = rest[:1].isupper() or not first[1:].islower()
    return title if a_name else first.lower() + title[len(first) :]


def _issuer(parent: Plan, scope: Scope) -> str:
    """Who issued the parent, as a sentence names it."""
    agency = parent.header.agency or ""
    if not agency or _COMMITTEE.fullmatch(agency):
        return scope.superior if scope.type else ""
    return f"{scope.office or agency.capitalize()} {scope.type} {scope.name}".strip()


def notes(parent: Plan, scope: Scope) -> Iterator[Note]:
    """What to look at in the opening."""
    head = parent.header
    if head.number is None or len(head.date or "") < len("2026-03-05"):
        yield Note("/preamble/0", "Kế hoạch cấp trên chưa rõ số hoặc ngày; ghi bổ sung cho đủ.")
    if scope.level == "district" and scope.has_departments:
        gone = "Từ 01/7/2025 không còn cấp huyện; xác định lại cấp trên giao việc và nhận báo cáo."
        yield Note("/preamble/0", gone)
    if not scope.profile.signer.name:
        yield Note("/signature/position", "Hồ sơ chưa ghi người ký; điền họ và tên.")
    if not scope.type:
        unknown = "Không xác định được đơn vị ban hành kế hoạch cấp trên; sửa lại căn cứ, địa bàn."
        yield Note("/preamble/0", unknown)
