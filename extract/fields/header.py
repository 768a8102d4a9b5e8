"""The block above the title (Decree 30/2020, PL I.II.1-5): number, place and date, subject.

Where several numbers or dates are printed, all are kept as candidates; so is a number that the
file's name says.
"""

from collections.abc import Iterable, Sequence

import regex

from extract.fields.agencies import AGENCY_LINES, agencies, title_lines
from extract.knowledge import either, table
from extract.layout import Line
from extract.zones import TITLE, Zones
from plan.messages import N_
from plan.model import Candidate, Evidence, Finding, Header, Span
from plan.text import fold

SYMBOL = r"[A-ZĐÐ][\p{L}\d&.]*(?:\s?[-–/]\s?[A-ZĐÐ][\p{L}\d&.]*)*"
NUMBER = regex.compile(
    r"(?<!\p{L})S[ốôó]\s*[:.]?\s*(?P<number>\d[\d ]{0,6})?[\s.…_]*(?:(?P<party>-)|[/])\s*"
    rf"(?P<symbol>{SYMBOL})?"
)
BARE_NUMBER = regex.compile(r"S[ốôó]\s*[:.]\s*(?P<number>\d{1,5})?[ \t]*$", regex.M)
BLANK = r"[\s.…_]*"
YEAR = r"(?P<y>(?:19|2\s?0)\s?\d\s?\d)"
DATE = regex.compile(
    r"(?:(?P<place>\p{Lu}[\p{L}\d\s.'’-]{1,60}?)\s*,\s*)?[Nn]g[àa]y\s*"
    rf"(?:(?P<d>\d{{1,2}}(?:\s\d)?)?{BLANK}th[áa]ng\s*(?P<m>\d{{1,2}})?{BLANK}n[ăa]m\s*{YEAR}?"
    rf"|(?P<d>\d{{1,2}})\s*(?:[/.-]|th[áa]ng)\s*(?P<m>\d{{1,2}})\s*[/.\s-]\s*{YEAR})"
)
BESIDE_DATE = regex.compile(
    rf"{NUMBER.pattern}|(?i:độc lập)\s*[-–].*?(?i:phúc)|(?i:cộng hòa|cộng hoà) .*?(?i:nam)"
)
"""What may stand on the line of place and date."""
NAME_LINE = regex.compile(r"(?:\p{Lu}\p{Ll}+\.?\s?){1,3}")
FILE_CODE = rf"(?i:{either(table('header')['file_codes'])})(?!\p{{L}})"
FILE_NUMBER = regex.compile(
    rf"(?<![\d.])(?P<number>\d{{1,5}})\s*[-_. ]\s*{FILE_CODE}"
    rf"|(?<!\p{{L}}){FILE_CODE}[-_. ]*(?:(?i:s[ốo])[-_. ]*)?(?P<number>\d{{1,5}})"
    r"(?!\d|[-_.]\d{1,2}[-_.])"
)
ENACTING = regex.compile(
    r"(?:(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|HIỆU TRƯỞNG|CỤC TRƯỞNG)"
    r"|(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\b.*"
)


def header(zones: Zones, name: str | None = None) -> Header:
    """The header of a document; of a plan attached to a decision, the decision's.

    `name` is the file's name, in which a number may stand too.
    """
    source = zones.carrier if zones.carrier and zones.carrier.head else zones
    result = Header(doc_type=zones.doc_type.capitalize() if zones.doc_type else None)
    lines = near_title([line for line in source.head if line.text.strip()])
    read_number(lines, result)
    read_date(lines, result)
    result.parent_agency, result.agency = agencies(lines)
    read_subject(zones, result)
    add_file_number(name or "", result)
    return result


def near_title(lines: list[Line]) -> list[Line]:
    """The lines from a little before the national title on: what is above is not its."""
    found = title_lines(lines)
    return lines[max(0, found[0] - AGENCY_LINES) :] if found else lines


def read_subject(zones: Zones, result: Header) -> None:
    """The subject, joined in one line, without a line that says who enacts a decision."""
    paragraphs = list(zones.subject)
    while len(paragraphs) > 1 and enacts(paragraphs[-1].text, result.agency):
        paragraphs.pop()
    words = [p.text for p in paragraphs]
    if zones.title is not None and paragraphs and paragraphs[0] is zones.title:
        match = TITLE.match(zones.title.text)
        words[0] = match["rest"] if match else words[0]
    result.subject = regex.sub(r"\s+", " ", " ".join(words)).strip() or None
    if paragraphs:
        result.evidence["subject"] = Evidence(span=paragraphs[0].span())


def enacts(text: str, agency: str | None) -> bool:
    """Whether a line in capitals behind the subject names the body or person that decides."""
    return text.isupper() and (
        fold(text) == fold(agency or "") or ENACTING.fullmatch(text) is not None
    )


def read_number(lines: Sequence[Line], result: Header) -> None:
    """Number and symbol, blank or not; the symbol may be broken to the next line."""
    text, places = joined(lines)
    found = list(NUMBER.finditer(text)) or list(BARE_NUMBER.finditer(text))[:1]
    if not found:
        return
    chosen = next((match for match in found if match["number"]), found[0])
    result.number = number_of(chosen)
    symbol = chosen.groupdict().get("symbol") or ""
    closed_up = regex.sub(r"\s+", "", symbol).replace("–", "-").replace("Ð", "Đ").rstrip(".")
    result.symbol = closed_up or None
    if result.number is not None or result.symbol:
        spans = [place_of(places, *match.span()) for match in found]
        result.evidence["number"] = Evidence(
            span=spans[found.index(chosen)],
            candidates=differing(zip(map(number_of, found), spans, strict=True)),
        )


def number_of(match: "regex.Match[str]") -> int | None:
    """The number of a match, where it is filled in."""
    digits = "".join((match["number"] or "").split())
    return int(digits) if digits else None


def differing(found: Iterable[tuple[int | str | None, Span]]) -> list[Candidate]:
    """The different values found for a field; none where they agree."""
    values: dict[int | str, Candidate] = {}
    for value, span in found:
        if value is not None:
            values.setdefault(value, Candidate(value=value, span=span))
    return list(values.values()) if len(values) > 1 else []


def read_date(lines: Sequence[Line], result: Header) -> None:
    """Place name and date; a date with blanks keeps what is printed."""
    text, places = joined(lines)
    text = BESIDE_DATE.sub(lambda match: "\n" * len(match[0]), text)
    found = [match for match in DATE.finditer(text) if match["y"] or match["place"]]
    if not found:
        return
    first = next((match for match in found if match["place"]), found[0])
    printed = place_name(first["place"] or "")
    result.place = " ".join(printed.split()) or None
    result.date = iso(first)
    start = first.end("place") - len(printed) if printed else first.start()
    result.evidence["date"] = Evidence(
        span=place_of(places, start, first.end()),
        candidates=differing((iso(m), place_of(places, *m.span())) for m in found),
    )


def iso(match: "regex.Match[str]") -> str | None:
    """The date of a match as far as it is filled in."""
    year, month, day = (regex.sub(r"\s", "", match[part] or "") for part in ("y", "m", "d"))
    parts = [year, month.zfill(2) if month else "", day.zfill(2) if day else ""]
    filled = next((i for i, part in enumerate(parts) if not part), len(parts))
    return "-".join(parts[:filled]) or None


def place_name(printed: str) -> str:
    """The place name at the end of what stands before the day; it may begin a line above."""
    *above, last = printed.split("\n")
    if above and NAME_LINE.fullmatch(above[-1].strip()):
        return f"{above[-1].lstrip()}\n{last}"
    return last.lstrip()


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
    begin = first.source(min(lead + start - first_at, len(first.text) - 1))
    finish = last.source(min(max(end - last_at - 1, 0), len(last.text) - 1))
    return Span(
        start=min(begin, finish),
        end=max(begin, finish) + 1,
        page=first.page,
        path=first.path,
    )


def add_file_number(name: str, result: Header) -> None:
    """Keep the number in a file's name as a candidate where it is not the printed one."""
    match = FILE_NUMBER.search(name)
    if match is None or int(match["number"]) == result.number:
        return
    known = result.evidence.setdefault("number", Evidence())
    if not known.candidates and result.number is not None:
        known.candidates.append(Candidate(value=result.number, span=known.span))
    known.candidates.append(Candidate(value=int(match["number"]), origin="file_name"))


def disagreements(found: Header) -> list[Finding]:
    """What a person should decide: fields of the header that have more than one value."""
    return [
        Finding(
            code="candidates-disagree",
            template=N_(
                "the header's {field} is not certain: {values}; compare with the signed copy"
            ),
            args={"field": field, "values": ", ".join(str(c.value) for c in evidence.candidates)},
            span=evidence.span,
        )
        for field, evidence in found.evidence.items()
        if len(evidence.candidates) > 1
    ]
