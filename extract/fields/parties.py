"""Who else a duty names: with whom it is done (phối hợp với), and to whom it reports (báo cáo)."""

import regex

from extract.names import begins_addressee, begins_name, name_end, split_names

WITH = regex.compile(
    r"(?<!quy chế\s|cơ chế\s|sự\s)phối hợp(?:,?\s+(?!với\s|cùng\s|các\s|những\s)\p{Ll}+){0,5}?"
    r",?\s+(?<!(?:phù hợp|đối|so|gắn|tương ứng|kết hợp|trên|đi đôi) )(?:cùng với|với|cùng)\s+"
    r"(?!nhau\s|việc\s)",
    regex.I,
)
JOINTLY = regex.compile(
    r"phối hợp(?:\s+(?:chặt chẽ|tốt|đồng bộ|thường xuyên))?(?:,?\s*hỗ trợ|,\s*hướng dẫn)?\s+",
    regex.I,
)
ASIDE = regex.compile(r"\s*\([^()]{0,200}\)(?P<joint>\s*(?:,|;|và|cùng)\s+)")
REPORT = regex.compile(r"báo cáo", regex.I)
SENT = regex.compile(
    r"(?:gửi|phản ánh|đề xuất(?:\s+gửi)?|nộp)\s+(?:(?:\p{Ll}+\s+){0,6}?(?:về|đến|cho|tới)\s+)?"
    r"(?=\p{Lu}\p{L}*\s)",
    regex.I,
)
CLAUSE_END = regex.compile(r"[.;]|$")
LONGEST_CLAUSE = 400
"""Characters behind "báo cáo" in which its addressee is looked for."""
DIRECTLY = regex.compile(
    r"\s*(?:(?:ngay|kịp thời|kết quả|,\s*(?:đề xuất|kiến nghị))\s+)?"
    r"(?:về|gửi|cho|lên|với|đến|tới)?\s*(?:cho\s+|về\s+)?"
)
TOWARDS = regex.compile(r"(?<!\p{L})(?:về|gửi(?: về)?|đến|tới|lên|cho|(?<!phối hợp )với)\s+")
REPORTED = regex.compile(
    r"\s+(?:qua|thông qua|những|việc|(?<![,;]\s|và\s|đạo\s|UBND\s|trưởng\s)các)\s"
)


def partners_of(text: str) -> list[str]:
    """The units that a duty is done with."""
    begins = {match.end() for match in WITH.finditer(text)}
    begins |= {m.end() for m in JOINTLY.finditer(text) if begins_name(text, m.end())}
    names = [name for begin in sorted(begins) for name in split_names(listed(text, begin))]
    return list(dict.fromkeys(names))


def listed(text: str, start: int) -> str:
    """The names that begin at `start`, what stands in brackets between them left out."""
    found = ""
    while True:
        end = name_end(text, start)
        found += text[start:end]
        aside = ASIDE.match(text, end)
        if end == start or not aside or not begins_name(text, aside.end()):
            return found
        found += aside["joint"].rstrip() + " "
        start = aside.end()


def reports_to(text: str) -> str | None:
    """To whom a duty's report goes, as printed, without the channel.

    Where something is sent to one body that sums it up for another, it is the first.
    """
    for sent in SENT.finditer(text):
        report = REPORT.search(text, sent.end(), clause_end(text, sent.end()))
        if report and begins_addressee(text, sent.end()):
            return addressee(text, sent.end())
    found = (addressee_after(text, match.end()) for match in REPORT.finditer(text))
    return next((one for one in found if one), None)


def addressee_after(text: str, start: int) -> str | None:
    """The addressee that follows "báo cáo", at once or behind what is reported."""
    direct = DIRECTLY.match(text, start)
    begins = [direct.end()] if direct else []
    begins += [match.end() for match in TOWARDS.finditer(text, start, clause_end(text, start))]
    return next((addressee(text, begin) for begin in begins if begins_addressee(text, begin)), None)


def clause_end(text: str, start: int) -> int:
    """The end of the clause that goes on at `start`."""
    last = min(len(text), start + LONGEST_CLAUSE)
    stop = CLAUSE_END.search(text, start, last)
    return stop.start() if stop else last


def addressee(text: str, start: int) -> str:
    """One or several addressees; what is reported, and a channel, end them."""
    names = listed(text, start)
    cut = REPORTED.search(names)
    return names[: cut.start()] if cut else names
