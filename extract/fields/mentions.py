"""Documents where a text names them, with issuer and subject.

`<type> số <number-symbol> ngày <date> của <issuer> <link> <subject>`: Decree 30/2020, PL I.II.6.b.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from extract.fields.codes import (
    CODED,
    DATED_ONLY,
    KNOWN,
    MANY,
    TYPES,
    close_up,
    date_of,
    is_code,
    type_of,
)
from extract.fields.laws import TYPES as LAWS
from extract.fields.laws import laws
from extract.knowledge import either
from plan.model import Citation

VERB = rf"(?i:{either(KNOWN['verbs'])})(?!\p{{L}})"
OPENS = rf"(?<! và| &|[,-])\s{VERB}"
"""A verb behind a body's name; behind "và" it is part of the name ("và Phát triển nông thôn")."""
LINK_WORD = r"(?:(?i:về việc|về|v/v)(?!\p{L}))"
LOCALITY = r"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
LEVEL = rf"(?:{LOCALITY}|quốc gia|[Tt]rung ương)"
PROPER = r"(?:\s\p{Lu}[\p{L}'’]*){1,4}"
TERM = r"(?:,?\s+(?:(?i:khóa|khoá)\s+[IVX\d]+|nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4}))"
ENDED = rf"(?=\s*(?:[,;()“\"]|\.(?!\p{{Ll}})|$|\s{LINK_WORD}|{OPENS}))"
CENTRAL = either(KNOWN["issuers"])
BOARD = rf"Ban [Cc]hỉ đạo (?:về|thực hiện|triển khai) [^;.()“”]{{3,160}}?\s{LEVEL}(?:{PROPER})?"
LISTED = (
    rf"{either(KNOWN['heads'])}(?:\s\p{{L}}+){{1,4}},(?:\s\p{{L}}+){{1,4}} và \p{{Lu}}\p{{L}}+"
    r"(?:\s\p{L}+){0,4}?"
)
ANY = (
    rf"(?:{either(KNOWN['heads'])}\s[^\s,;.()“”]+)?(?:[^,;.()“”]|,(?=\schống\s)){{0,150}}?"
    rf"(?:,\s+{LOCALITY}{PROPER}){{0,2}}"
)
ANY_ENDED = (
    r"(?=\s*(?:,(?!\schống\s)|[;()“\"]|\.(?!\p{Ll})|$"
    rf"|(?<=(?:UBND|HĐND|nhân dân) {LOCALITY})\s(?=\p{{Ll}})"
    rf"|{OPENS}|\s(?:{LINK_WORD}|đến năm|giai đoạn|để|trong|tại|cho|và (?:{TYPES})\s)))"
)
ISSUER = regex.compile(
    r"\s*,?\s*(?:(?:được\s+)?(?:do\s+)?(?:của|cuả|cảu)\s+|(?=Hội nghị\s))(?P<issuer>"
    rf"(?P<central>{CENTRAL}(?!\p{{L}}|\s+\p{{Lu}}){TERM}?)"
    rf"|{BOARD}{ENDED}|{LISTED}{ENDED}|{ANY}{ANY_ENDED})"
)
ASIDE = regex.compile(
    r"(?:\s*\((?i:khóa|khoá|nhiệm kỳ|kỳ họp)[^()]{0,40}\))?"
    r"(?:,?\s*(?:tại\s)?[Kk]ỳ họp (?:lần )?thứ \w+)?"
)
LINK = regex.compile(rf"\s*[,:]?\s*(?:{LINK_WORD}\s*:?\s*)?")
OPENS_SUBJECT = regex.compile(rf"\s*,?\s*{VERB}")
NO_SUBJECT = regex.compile(rf"\s*(?:{either(KNOWN['no_subject'])}(?!\p{{L}})|[^\p{{L}}\s“\"]|$)")
ISSUES = rf"{either(KNOWN['issuing'])}(?:\s\p{{L}}+){{0,3}}?\s(?i:{either(KNOWN['issued'])})"
SUBJECT_END = regex.compile(
    r"[;:](?!\s*[“\"])|\.(?=\s|$)|\s*\(\s*(?:sau đây|gọi tắt|viết tắt|dưới đây|gọi là)"
    rf"|,\s+(?={either(KNOWN['actors'])}\b[^;]{{0,150}}?\s{ISSUES})"
    rf"|\s+(?={either(KNOWN['committees'])}[^,;]{{0,60}}?\s{ISSUES})"
    rf"|(?P<next>(?:,|\s+(?:và|cùng))\s+(?=(?:{TYPES})\s+(?:số\s*:?\s*\d|\d+\s?[/-]\s?[\dA-ZĐ])"
    r"|(?:Bộ luật|Luật|Pháp lệnh)\s+\p{Lu}))"
    r"|[,;]?\s+(?=Căn cứ\b)"
    r"|,\s*(?=(?:được sửa đổi|như sau|cụ thể|với các nội dung|với nội dung|gồm))"
)
HEADED = regex.compile(
    rf"(?i:{MANY})\s(?P<type>{either(KNOWN['plurals'])})"
    r"(?:\s+của\s+(?P<by>\p{Lu}[^:;.]{2,80}?))?\s*:"
)
GOES_ON = regex.compile(r"[,;:]\s*(?:và\s+)?(?:số\s*)?$|\bvà\s+(?:số\s*)?$")
BETWEEN = regex.compile(r"\s*(?:[,;]|[,;]?\s*(?:và|cùng))\s*")

LONGEST_SUBJECT = 1200
"""Characters of the longest subject; it keeps the work in proportion to the text."""


HAS_CODE = regex.compile(r"\d\p{L}?\s*[-–/]\s*[\p{L}\d]")
"""What every code has: most texts have none, which is told faster than where one stands."""


@dataclass
class Mention:
    """A citation where it stands: `start` to `end` in its text, the subject included."""

    citation: Citation
    start: int
    end: int
    inner: list["Mention"] = field(default_factory=list)


def mentions(text: str) -> list[Mention]:
    """Every document named in `text`, in order; one inside another's subject is its `inner`."""
    found = [*coded(text), *dated(text), *(Mention(*law) for law in laws(text))]
    outer: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not outer or mention.start >= outer[-1].end:
            outer.append(mention)
        elif stands_apart(mention.citation, outer[-1].citation):
            outer[-1].inner.append(mention)
    for series in (outer, *(mention.inner for mention in outer)):
        share(text, series)
    return outer


def stands_apart(citation: Citation, outer: Citation) -> bool:
    """Whether what is found inside another mention is a document of its own."""
    named = citation.code is not None or citation.doc_type in LAWS
    return named and (citation.code is None or citation.code != outer.code)


def coded(text: str) -> Iterator[Mention]:
    """Documents named with a number and symbol."""
    if not HAS_CODE.search(text):
        return
    matches = [match for match in CODED.finditer(text) if is_code(match)]
    bare = {behind_issuer(text, match.end()) for match in matches}
    heads = list(HEADED.finditer(text))
    last_type, last_by = None, None
    for match in matches:
        while heads and heads[0].end() <= match.start() + len("số "):
            head = heads.pop(0)
            last_type, last_by = type_of(head["type"]), head["by"]
        continued = GOES_ON.search(text[max(match.start() - 20, 0) : match.start()] + " ")
        if match["type"]:
            doc_type: str | None = type_of(match["type"])
            last_by = last_by if doc_type == last_type else None
            last_type = doc_type
        else:
            doc_type = last_type if continued else None
        yield with_tail(text, match, bare, (doc_type, match["by"] or last_by))


def dated(text: str) -> Iterator[Mention]:
    """Documents that are named with their date alone: "Công văn ngày 05/3/2026 của Sở Y tế"."""
    for match in DATED_ONLY.finditer(text):
        yield with_tail(text, match, set(), (type_of(match["type"]), None))


def behind_issuer(text: str, end: int) -> int:
    """Where a mention ends without its subject."""
    issuer = ISSUER.match(text, end)
    return issuer.end() if issuer else end


def with_tail(
    text: str, match: "regex.Match[str]", bare: set[int], known: tuple[str | None, str | None]
) -> Mention:
    """A document with the issuer and subject that follow it.

    `bare` are the places where mentions without a subject end; `known` are the type and the
    issuer that were said before.
    """
    issuer = ISSUER.match(text, match.end())
    end = issuer.end() if issuer else match.end()
    aside = ASIDE.match(text, end)
    subject_at = aside.end() if aside else end
    begin = subject_start(text, subject_at, central=bool(issuer and issuer["central"]))
    limit = None if begin is None else subject_end(text, begin, bare)
    subject = text[begin:limit].strip(" ,.;") if begin is not None else ""
    named = match.groupdict()
    citation = Citation(
        doc_type=known[0],
        code=close_up(named["code"]) if named.get("code") else None,
        date=date_of(match),
        issuer=issuer["issuer"].strip() if issuer else known[1],
        subject=subject or None,
    )
    return Mention(citation, match.start(), limit if subject and limit else end)


def subject_start(text: str, end: int, *, central: bool) -> int | None:
    """Where the subject begins: behind a link, at a verb, or right behind a `central` body."""
    link = LINK.match(text, end)
    begin = link.end() if link else end
    linked = text[end:begin].strip(" ,:") != ""
    follows = central and begin > end and NO_SUBJECT.match(text, end) is None
    return begin if linked or follows or OPENS_SUBJECT.match(text, end) else None


def subject_end(text: str, begin: int, bare: set[int]) -> int:
    """Where the subject that starts at `begin` ends.

    Quotation marks hold together what stands in them, and a document that is joined to one
    without a subject ("thực hiện Nghị quyết số A và Kế hoạch số B") belongs to it.
    """
    last = min(begin + LONGEST_SUBJECT, len(text))
    for stop in SUBJECT_END.finditer(text, begin, last):
        joined = stop["next"] and "," not in stop["next"] and stop.start() in bare
        quoted = text.count("“", begin, stop.start()) > text.count("”", begin, stop.start())
        if not joined and not quoted:
            return stop.start()
    return last


def share(text: str, series: Sequence[Mention]) -> None:
    """Give each member of a list the issuer and subject that only its last one says."""
    for mention, following in reversed(list(pairwise(series))):
        one, other = mention.citation, following.citation
        gap = text[mention.end : following.start]
        alike = one.doc_type == other.doc_type or ";" not in gap
        listed = BETWEEN.fullmatch(gap) and alike and not {one.doc_type, other.doc_type} & LAWS
        if listed and one.issuer is None and one.subject is None:
            one.issuer, one.subject = other.issuer, other.subject
