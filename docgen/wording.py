"""The set phrases of an administrative document, made from data (Decree 30/2020, Phụ lục I)."""

from collections.abc import Sequence

import regex

from docgen.agencies import agency_in_text
from plan.model import Area, Citation, Header, Plan

_GAP = " " * 4
"""The room left for a day that is written in by hand, between two words."""
_NUMBER_GAP = " " * 5
_UNFILLED = "…"
"""What stands for number and day where a sentence names the plan before they are known."""
_ACTS_BY_NAME = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_POWERS = (*_ACTS_BY_NAME, "Nghị định", "Thông tư")
_NEEDS_NO_LINK = ("phê duyệt", "ban hành", "quy định", "hướng dẫn", "sửa đổi", "công bố")
_LAST_PADDED_MONTH = 2
_DATE = regex.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_QUARTER = regex.compile(r"(?P<year>\d{4})-Q(?P<number>[1-4])")
_UNIT_CODE = regex.compile(r"\p{Lu}[\p{Lu}&]*")
_ARCHIVE = "VT"
_PLAIN_WORD = regex.compile(r"\p{Lu}\p{Ll}*(?!\p{L})")


def number(header: Header, gap: str = _NUMBER_GAP) -> str:
    """The number and symbol (số, ký hiệu), padded below 10, with a gap for a number to come."""
    digits = gap if header.number is None else f"{header.number:02d}"
    return f"{digits}/{header.symbol}" if header.symbol else digits.strip(gap)


def long_date(date: str | None, gap: str = _GAP) -> str:
    """`ngày 05 tháng 3 năm 2026` from ISO, with gaps for what is left blank (khoản 4, Mục II)."""
    parts = _DATE.fullmatch(date or "")
    if date and not parts:
        return date
    day, month, year = parts.group("day", "month", "year") if parts else (None, None, None)
    return f"ngày {day or gap} tháng {_month(month) or gap} năm {year or gap}"


def moment(date: str) -> str:
    """The time that a figure is from, in words: `quý II/2023`, `tháng 6/2024`, `năm 2021`."""
    quarter = _QUARTER.fullmatch(date)
    if quarter:
        return f"quý {_QUARTERS[quarter['number']]}/{quarter['year']}"
    return short_date(date)


def plain(value: float) -> str:
    """A number as the Vietnamese write it: `62,5`."""
    return str(value).removesuffix(".0").replace(".", ",")


def short_date(date: str) -> str:
    """`ngày 05/3/2026`, `tháng 3/2026` or `năm 2026` from ISO."""
    parts = _DATE.fullmatch(date)
    if not parts:
        return date
    if parts["day"]:
        return f"ngày {parts['day']}/{_month(parts['month'])}/{parts['year']}"
    if parts["month"]:
        return f"tháng {_month(parts['month'])}/{parts['year']}"
    return f"năm {parts['year']}"


def _month(month: str | None) -> str:
    """Only January and February get a leading zero."""
    if not month or int(month) <= _LAST_PADDED_MONTH:
        return month or ""
    return str(int(month))


def citation(cited: Citation) -> str:
    """A cited document in words: type, number, date, issuer, subject; a law by its name."""
    by_name = cited.doc_type in _ACTS_BY_NAME
    subject = cited.subject or ""
    link = "" if by_name or subject.lower().startswith(_NEEDS_NO_LINK) else "về "
    parts = (
        cited.doc_type,
        subject if by_name else None,
        f"số {cited.code}" if cited.code else None,
        short_date(cited.date) if cited.date else None,
        f"của {cited.issuer}" if cited.issuer else None,
        f"{link}{subject}" if subject and not by_name else None,
    )
    return " ".join(part for part in parts if part)


def gives_powers(cited: Citation) -> bool:
    """Whether a document rules for everybody, as laws and decrees do; any other is an order."""
    return cited.doc_type in _POWERS


def basis(cited: Citation) -> str:
    """A legal basis: `Căn cứ` a ruling act, `Thực hiện` an order, `Theo đề nghị` a proposal."""
    if cited.doc_type == "Tờ trình" and cited.issuer:
        paper = citation(cited.model_copy(update={"issuer": None}))
        return f"Theo đề nghị của {cited.issuer} tại {paper}"
    verb = "Căn cứ" if gives_powers(cited) else "Thực hiện"
    return f"{verb} {citation(cited)}"


def title_in_text(plan: Plan) -> str:
    """The plan as a sentence names it: `Kế hoạch phát triển hạ tầng số …`."""
    return f"{plan.header.doc_type or 'Kế hoạch'} {subject_in_text(plan)}".strip()


def subject_in_text(plan: Plan) -> str:
    """The subject (trích yếu) inside a sentence."""
    subject = plan.header.subject or ""
    return subject[0].lower() + subject[1:] if _PLAIN_WORD.match(subject) else subject


def reference_line(plan: Plan) -> str:
    """The line under an appendix's title: `(Kèm theo Kế hoạch số … ngày … của …)`."""
    return f"(Kèm theo {issued(plan.header, plan.area)})"


def issued(header: Header, area: Area) -> str:
    """A document by its type, number, date and issuer: `Kế hoạch số … ngày … của …`."""
    issuer = agency_in_text(header, area)
    code = number(header, _UNFILLED)
    parts = (
        header.doc_type or "Kế hoạch",
        f"số {code}" if code else None,
        long_date(header.date, _UNFILLED),
        f"của {issuer}" if issuer else None,
    )
    return " ".join(part for part in parts if part)


def headed(header: Header, doc_type: str, code: str) -> Header:
    """The head of another type of document by the same issuer; `code` is its type code.

    It keeps the number only where the symbol is of that type already, as is the symbol of a plan
    that comes under a decision; otherwise the number is still to be given.
    """
    symbol = header.symbol or ""
    if symbol.startswith(f"{code}-"):
        return header.model_copy(update={"doc_type": doc_type})
    own = f"{code}-{_issuer_code(symbol)}"
    return header.model_copy(update={"doc_type": doc_type, "number": None, "symbol": own})


def letter_headed(header: Header, filing: Sequence[str]) -> Header:
    """The head of a letter (công văn): its symbol is the issuer's and the drafting unit's."""
    units = (found[0] for found in map(_UNIT_CODE.match, filing) if found)
    unit = next((one for one in units if one != _ARCHIVE), _UNFILLED)
    own = f"{_issuer_code(header.symbol or '')}-{unit}"
    return header.model_copy(update={"doc_type": "Công văn", "number": None, "symbol": own})


def _issuer_code(symbol: str) -> str:
    """The issuer's part of a symbol: `KH-UBND` → `UBND`."""
    return symbol.partition("-")[2] or _UNFILLED
