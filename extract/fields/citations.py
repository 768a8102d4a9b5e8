"""Documents named in the text (văn bản viện dẫn), by the grammar of Decree 30/2020, PL I.II.6.b.

`<type> số <number-symbol> ngày <date> của <issuer> <link> <subject>`, with the slips that real
documents print: `2170 /QĐ - UBND`, `NĐ- CP`, `ngày15`, `11năm`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extract.knowledge import either, table
from extract.paragraphs import Paragraph
from plan.model import Citation, Header
from plan.text import fold

KNOWN = table("citations")
TYPES = either(KNOWN["types"])
TYPE = rf"(?P<type>{TYPES}|(?i:các|hai|những) {either(KNOWN['plurals'])})"
SYMBOL_PART = r"[A-ZĐÐÂÊÔƠƯ](?:[A-Za-zĐđÐÂÊÔƠƯ0-9&.]*[A-Za-zĐÐÂÊÔƠƯ0-9])?"
NEXT_PART = rf"\s?[-–]\s?(?=[A-ZĐÐ][A-ZĐÐa-z0-9&.]*)(?!\p{{Lu}}\p{{Ll}}\p{{Ll}}){SYMBOL_PART}"
SYMBOL = rf"{SYMBOL_PART}(?:{NEXT_PART})*"
CODE = (
    rf"(?P<code>(?:\d{{1,5}}(?:\.\d{{1,3}})?)\s?/\s?(?:19|20)\d\d\s?/\s?{SYMBOL}"
    rf"|(?:\d{{1,5}})?\s?/\s?{SYMBOL}"
    rf"|\d{{1,5}}\s?[-–]\s?{SYMBOL_PART}\s?/\s?{SYMBOL})"
)
DAY = (
    r"ngày\s*(?P<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})"
    r"\s*(?:[/. -]|năm)\s*(?P<y>(?:19|20)\d\d)"
)
SHORT_DAY = r"(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>(?:19|20)\d\d)"
YEAR_ALONE = r"(?:năm|khóa)\s*(?P<year>(?:19|20)\d\d)"
DATED = rf"(?:\s*,?\s*\(?\s*(?:ban hành\s+)?(?:{DAY}|{SHORT_DAY}|{YEAR_ALONE}))"
CODED = regex.compile(rf"(?:{TYPE}\s*:?\s*)?(?:\bsố\s*[:.]?\s*)?(?<![\p{{L}}\d/]){CODE}{DATED}?")
QH = r"\d{1,3}\s?/\s?(?:19|20)\d\d\s?/\s?(?:QH\d\d|(?:PL-)?UBTVQH\d\d)|\d{1,3}-L/CTN"
LAW = regex.compile(
    rf"(?P<type>Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?!sư\b|gia\b|số\b)"
    rf"(?P<name>(?:sửa đổi, bổ sung \P{{Lu}}{{0,40}}(?:Bộ luật|Luật) )?\p{{Lu}}[^.;:()“”\n]*?)"
    rf"(?=\s*(?:,(?!\s+{either(KNOWN['law_goes_on'])})|[;.()“”:]|$"
    rf"|\s{either(KNOWN['law_ends'])}))"
    rf"(?:\s*,?\s*số\s*(?P<code>{QH}))?{DATED}?"
)
VERB = rf"{either(KNOWN['verbs'])}(?!\p{{L}})"
ISSUER = regex.compile(
    rf"\s*,?\s*(?:được\s+)?(?:do\s+)?của\s+"
    rf"(?P<issuer>(?:Ban Chỉ đạo về [^,;.()]+?|[^,;.()“”]+?))"
    rf"(?=\s*(?:[,;()“]|\.(?!\p{{Ll}})|$"
    rf"|(?<=(?:UBND|HĐND|nhân dân) (?:tỉnh|huyện|quận|thị xã|xã|phường|thị trấn))\s(?=\p{{Ll}})"
    rf"|\s(?:(?i:về(?!\p{{L}})|v/v|{VERB})|đến năm|giai đoạn|để|trong|tại|cho|và (?:{TYPES})\s)))"
)
LINK = regex.compile(r"\s*[,:]?\s*(?:(?i:về việc|v/v|về)(?!\p{L})\s*[:“]?\s*)?")
SUBJECT_END = regex.compile(
    rf"[;:]|\.(?=\s|$)|\s*\(\s*(?:sau đây|gọi tắt|viết tắt|dưới đây)"
    rf"|,\s*(?={either(KNOWN['actors'])}\b)"
    rf"|(?:,|\s+(?:và|cùng))\s+(?={TYPES}\s+(?:số\b|\d|\p{{Lu}}))"
    rf"|[,;]?\s+(?=Căn cứ\b)"
    rf"|,\s*(?=(?:được sửa đổi|như sau|cụ thể|với các nội dung|với nội dung|gồm))"
)
KNOWN_CODE = regex.compile(rf"\d{{1,5}}(?:/(?:19|20)\d\d)?[/-]{either(KNOWN['codes'])}")
ATTACHED = regex.compile(r"kèm theo\s*$", regex.I)
PROPOSAL = regex.compile(r"đề nghị của\s+(?P<body>[^,;]+?)\s+tại\s*$", regex.I)


@dataclass
class Mention:
    """A citation where it stands: `start` to `end` in its text, the subject included."""

    citation: Citation
    start: int
    end: int
    inner: list["Mention"] = field(default_factory=list)


def mentions(text: str) -> list[Mention]:
    """Every document named in `text`, in order; one inside another's subject is its `inner`."""
    found = sorted([*coded(text), *laws(text)], key=lambda m: (m.start, -m.end))
    outer: list[Mention] = []
    for mention in found:
        if outer and mention.start < outer[-1].end:
            if mention.citation.code or mention.citation.doc_type in {
                "Luật",
                "Bộ luật",
                "Pháp lệnh",
                "Hiến pháp",
            }:
                outer[-1].inner.append(mention)
        else:
            outer.append(mention)
    return outer


def coded(text: str) -> Iterator[Mention]:
    """Documents named with a number and symbol."""
    last_type = None
    for match in CODED.finditer(text):
        code = close_up(match["code"])
        if not is_code(code, match):
            continue
        doc_type = singular(match["type"]) or (
            last_type if follows_list(text, match.start()) else None
        )
        last_type = doc_type or last_type
        yield with_tail(text, match, doc_type, code, match.start())


def follows_list(text: str, start: int) -> bool:
    """Whether a code without its type goes on with a list: "các Nghị định: số …; số …"."""
    return (
        regex.search(r"[,;:]\s*(?:và\s+)?(?:số\s*)?$|\bvà\s+(?:số\s*)?$", text[:start] + " ")
        is not None
    )


def laws(text: str) -> Iterator[Mention]:
    """Laws, which are cited by name, with or without date and number."""
    for match in LAW.finditer(text):
        name = regex.sub(r"\s+", " ", match["name"]).strip(" ,")
        code = close_up(match["code"]) if match["code"] else None
        citation = Citation(
            doc_type=match["type"], code=code, date=date_of(match), subject=name or None
        )
        yield Mention(citation, match.start(), match.end())


def with_tail(
    text: str, match: "regex.Match[str]", doc_type: str | None, code: str, start: int
) -> Mention:
    """A coded document with the issuer and subject that follow it."""
    end = match.end()
    issuer = ISSUER.match(text, end)
    if issuer:
        end = issuer.end()
    link = LINK.match(text, end)
    begin = link.end() if link else end
    stop = SUBJECT_END.search(text, begin)
    limit = stop.start() if stop else len(text)
    subject = text[begin:limit].strip(" ,.;") if begins_subject(text, end, begin) else ""
    citation = Citation(
        doc_type=doc_type,
        code=code,
        date=date_of(match),
        issuer=issuer["issuer"].strip() if issuer else None,
        subject=subject or None,
    )
    return Mention(citation, start, limit if subject else end)


def begins_subject(text: str, end: int, begin: int) -> bool:
    """Whether what follows is what the document is about: after a link, or a verb of issuing."""
    linked = begin > end and text[end:begin].strip(" ,:") != ""
    return linked or regex.compile(rf"\s*,?\s*(?i:{VERB})").match(text, end) is not None


def is_code(code: str, match: "regex.Match[str]") -> bool:
    """Whether a match is a document's code and not a fraction, a name such as 24/7, or a unit."""
    named = match["type"] is not None or "số" in match[0][: match.start("code") - match.start()]
    letters = regex.search(r"[A-ZĐÐ]{2}|/[A-Z][A-Za-z]?-|-[A-Z][A-Za-z]+/", code) is not None
    return letters and (named or KNOWN_CODE.match(code) is not None)


def close_up(code: str) -> str:
    """A code without spaces."""
    return regex.sub(r"\s+", "", code).replace("–", "-").replace("Ð", "Đ").strip(".")


def singular(doc_type: str | None) -> str | None:
    """The type of one document out of a plural: "các Nghị định" → "Nghị định"."""
    if doc_type is None:
        return None
    bare = regex.sub(r"^(?:các|hai|những)\s+", "", doc_type, flags=regex.I)
    return bare[:1].upper() + bare[1:]


def date_of(match: "regex.Match[str]") -> str | None:
    """The date of a match in ISO."""
    for day, month, year in (("d", "m", "y"), ("d2", "m2", "y2")):
        if match[day]:
            return f"{match[year]}-{int(match[month]):02}-{int(match[day]):02}"
    return match["year"]


def preamble_of(
    paragraphs: Sequence[Paragraph], own: str | None
) -> tuple[list[Citation], list[Citation]]:
    """Legal bases, and the documents named inside their titles."""
    bases: list[Citation] = []
    inner: list[Citation] = []
    for paragraph in paragraphs:
        for mention in located(paragraph):
            if is_own(mention.citation, own):
                continue
            if ATTACHED.search(paragraph.text[: mention.start]):
                continue
            proposal = PROPOSAL.search(paragraph.text[: mention.start])
            if proposal and mention.citation.issuer is None:
                mention.citation.issuer = proposal["body"]
            bases.append(mention.citation)
            inner += [m.citation for m in mention.inner]
    return unique(bases, []), inner


def body_of(paragraphs: Sequence[Paragraph]) -> list[Citation]:
    """All documents named in paragraphs of the body."""
    return [
        c
        for p in paragraphs
        for m in located(p)
        for c in (m.citation, *(i.citation for i in m.inner))
    ]


def located(paragraph: Paragraph) -> list[Mention]:
    """The mentions of a paragraph with their places in the source."""
    found = mentions(paragraph.text)
    for mention in found:
        for one in (mention, *mention.inner):
            one.citation.span = paragraph.span(one.start, one.end)
    return found


def unique(found: Sequence[Citation], known: Sequence[Citation]) -> list[Citation]:
    """Each document once, those in `known` left out; a fuller mention completes an earlier one."""
    seen = {key(c): c for c in known}
    result: list[Citation] = []
    for citation in found:
        before = seen.get(key(citation))
        if before is None:
            seen[key(citation)] = citation
            result.append(citation)
        elif citation.code:
            complete(before, citation)
    return result


def others(found: Sequence[Citation], bases: Sequence[Citation], own: str | None) -> list[Citation]:
    """The documents that are neither legal bases nor the document itself, once each."""
    return [c for c in unique(found, bases) if not is_own(c, own)]


def complete(citation: Citation, later: Citation) -> None:
    """Fill what a mention leaves open from a later one of the same document."""
    for name in ("doc_type", "date", "issuer", "subject"):
        if getattr(citation, name) is None:
            setattr(citation, name, getattr(later, name))


def key(citation: Citation) -> str:
    """What makes two mentions one document: the code, or a law's name."""
    return fold(citation.code or f"{citation.doc_type} {citation.subject}")


def own_code(header: Header) -> str | None:
    """The document's own number and symbol."""
    return (
        f"{header.number}/{header.symbol}" if header.number is not None and header.symbol else None
    )


def is_own(citation: Citation, own: str | None) -> bool:
    """Whether a citation names the document itself, its number padded with zeros or not."""
    return own is not None and (citation.code or "").lstrip("0") == own
