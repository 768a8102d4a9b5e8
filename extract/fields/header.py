"""The block above the title (Decree 30/2020, PL I.II.1-5): agency, number, place and date."""

from collections.abc import Sequence

import regex

from extract.layout import Line
from extract.zones import TITLE, Zones
from plan.model import Evidence, Header, Span
from plan.text import fold

NUMBER = regex.compile(
    r"S[ốôó]\s*[:.]?\s*(?P<number>\d[\d ]{0,6})?[\s.…_]*(?:(?P<party>-)|[/])\s*"
    r"(?P<symbol>[A-ZĐÐ][\p{L}\d&.]*(?:\s?[-–/]\s?[A-ZĐÐ][\p{L}\d&.]*)*)?"
)
BARE_NUMBER = regex.compile(r"S[ốôó]\s*[:.]\s*(?P<number>\d{1,5})?[ \t]*$", regex.M)
BLANK = r"[\s.…_]*"
DATE = regex.compile(
    r"(?:(?P<place>\p{Lu}[\p{L} .'-]{1,40}?)\s*,\s*)?[Nn]gày\s*(?P<d>\d{1,2}(?:\s\d)?)?"
    rf"{BLANK}tháng\s*(?P<m>\d{{1,2}})?{BLANK}năm\s*(?P<y>(?:19|20)\d\d)?"
)
NEW_BODY = regex.compile(
    r"(?:SỞ|PHÒNG|BAN|TRƯỜNG|TRUNG TÂM|CHI CỤC|CỤC|TỔNG CỤC|UBND|ỦY BAN|UỶ BAN|HỘI|ĐOÀN"
    r"|VĂN PHÒNG|CÔNG AN|ĐẢNG ỦY|ĐẢNG UỶ|MẶT TRẬN|LIÊN ĐOÀN|BỘ|HỘI ĐỒNG|TỔ|BỆNH VIỆN|TRẠM"
    r"|CHI BỘ|VIỆN|HẠT|ĐỘI|QUỸ|THANH TRA)\b"
)
INCOMPLETE = regex.compile(
    r"[ỦU][YỶ]? ?BAN NHÂN DÂN|U[YỶ] BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|UBND|HĐND|BAN"
    r"|[ỦU][YỶ] BAN|BAN CHỈ ĐẠO|.*[,&-]|.*\bVÀ"
)
BESIDE = regex.compile(
    r"C[ỘO]NG H(?:ÒA|OÀ) X[ÃA] H[ỘO]I.*|CHỦ NGHĨA VIỆT NAM.*|Độc lập.*|ĐẢNG CỘNG SẢN VIỆT NAM.*"
    r"|\s*S[ốôó]\s*[:.]?\s*[\d /].*|[*|_]+|(?<!\p{L})\s*[-–]+\s*$"
)
"""What stands on an agency's line without belonging to it."""
AGENCY_LINES = 8
"""Lines that the bodies' names and the number take at most."""
SET_ASIDE = regex.compile(
    r"/\s*\p{Lu}|(?:DỰ THẢO|HỎA TỐC|KHẨN|THƯỢNG KHẨN|MẬT|TỐI MẬT|BẢN SAO|SAO Y"
    r"|LƯU HÀNH NỘI BỘ)\W*(?:LẦN.*)?$"
)
CONTINUED = regex.compile(r"BAN THƯỜNG TRỰC|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BAN NHÂN DÂN|BAN MẶT TRẬN")


def header(zones: Zones) -> Header:
    """The header of a document; of a plan attached to a decision, the decision's."""
    source = zones.carrier if zones.carrier and zones.carrier.head else zones
    result = Header(doc_type=doc_type(zones), subject=subject(zones))
    if zones.subject:
        result.evidence["subject"] = Evidence(span=zones.subject[0].span())
    lines = near_title([line for line in source.head if line.text.strip()])
    read_number(lines, result)
    read_date(lines, result)
    result.parent_agency, result.agency = agencies(lines)
    return result


def near_title(lines: list[Line]) -> list[Line]:
    """The lines from a little before the national title on: what is above is not its."""
    found = [i for i, line in enumerate(lines) if is_title_fragment(line.text)]
    return lines[max(0, found[0] - AGENCY_LINES) :] if found else lines


def doc_type(zones: Zones) -> str | None:
    """The type name in canonical case."""
    return zones.doc_type.capitalize() if zones.doc_type else None


def subject(zones: Zones) -> str | None:
    """The subject, joined in one line."""
    words = [p.text for p in zones.subject]
    if zones.title is not None and zones.subject and zones.subject[0] is zones.title:
        match = TITLE.match(zones.title.text)
        words[0] = match["rest"] if match else words[0]
    return regex.sub(r"\s+", " ", " ".join(words)).strip() or None


def read_number(lines: Sequence[Line], result: Header) -> None:
    """Number and symbol, blank or not; the symbol may be broken to the next line."""
    text, places = joined(lines)
    match = NUMBER.search(text) or BARE_NUMBER.search(text)
    if match is None:
        return
    number = (match["number"] or "").replace(" ", "")
    result.number = int(number) if number else None
    symbol = match.groupdict().get("symbol")
    if symbol:
        result.symbol = (
            regex.sub(r"\s+", "", symbol).replace("–", "-").replace("Ð", "Đ").rstrip(".")
        )
    if number or symbol:
        result.evidence["number"] = Evidence(span=place_of(places, match.start(), match.end()))


def read_date(lines: Sequence[Line], result: Header) -> None:
    """Place name and date; a date with blanks keeps what is printed."""
    text, places = joined(lines)
    for match in DATE.finditer(text):
        parts = [match["y"], match["m"], match["d"]]
        year, month, day = (int(p.replace(" ", "")) if p else None for p in parts)
        if year is None and match["place"] is None:
            continue
        result.date = (
            None
            if year is None
            else f"{year}"
            if month is None
            else f"{year}-{month:02}"
            if day is None
            else f"{year}-{month:02}-{day:02}"
        )
        result.place = place_name(match["place"])
        result.evidence["date"] = Evidence(span=place_of(places, match.start(), match.end()))
        return


def place_name(place: str | None) -> str | None:
    """The place name without words of the line before it."""
    if not place:
        return None
    last = regex.split(r"\n|(?:PHÚC|phúc)\s+", place)[-1]
    return regex.sub(r"\s+", " ", last).strip() or None


def joined(lines: Sequence[Line]) -> tuple[str, list[tuple[int, Line]]]:
    """The lines as one text, and where in it each begins."""
    text, places = "", []
    for line in lines:
        places.append((len(text), line))
        text += line.text.strip() + "\n"
    return text, places


def place_of(places: Sequence[tuple[int, Line]], start: int, end: int) -> Span:
    """Where characters `start` to `end` of joined lines stand."""
    first_at, first = [p for p in places if p[0] <= start][-1]
    last_at, last = [p for p in places if p[0] < end][-1]
    lead = len(first.text) - len(first.text.lstrip())
    return Span(
        start=first.source(min(lead + start - first_at, len(first.text) - 1)),
        end=last.source(min(max(end - last_at - 1, 0), len(last.text) - 1)) + 1,
        page=first.page,
        path=first.path,
    )


def agencies(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """The superior body (or `None`) and the issuing body.

    The lines of a committee of a locality are one name ("ỦY BAN NHÂN DÂN" and "XÃ …"); a line
    that begins another body's name after a complete one makes the first the superior.
    """
    names: list[str] = []
    for text in agency_lines(lines):
        previous = names[-1] if names else None
        begins = NEW_BODY.match(text) and not CONTINUED.match(text)
        if previous is None or (begins and not INCOMPLETE.fullmatch(previous)):
            names.append(text)
        else:
            names[-1] = f"{previous} {text}"
    if not names:
        return None, None
    parents = names[:-1]
    return (" ".join(parents) or None), names[-1]


def is_title_fragment(text: str) -> bool:
    """Whether a line is a piece of the national title, wherever that was broken."""
    words = fold(text)
    long = len(words.split()) > 2 or "nghia" in words or words in {"cong", "cong hoa"}  # noqa: PLR2004
    return long and f" {words} " in " cong hoa xa hoi chu nghia viet nam "


def agency_lines(lines: Sequence[Line]) -> list[str]:
    """The lines in capitals that are neither national title, number, date nor stamp."""
    found = []
    for line in lines:
        if is_title_fragment(line.text):
            continue
        text = BESIDE.sub("", line.text).strip()
        if text.isupper() and not SET_ASIDE.match(text) and not NUMBER.match(text):
            found.append(text)
    return found
