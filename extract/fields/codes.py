"""Number, symbol and date by which a document is named: `số 2170/QĐ-UBND ngày 15/8/2025`.

By Decree 30/2020, PL I.II.3 and PL III, with the slips that real documents print:
`2170 /QĐ - UBND`, `NĐ- CP`, `ngày15`, `11năm`.
"""

import regex

from extract.knowledge import either, table

KNOWN = table("citations")
CANONICAL = {name.lower(): name for name in (*KNOWN["types"], *KNOWN["plurals"])}
TYPES = either(KNOWN["types"])
MANY = r"(?:các|hai|ba|bốn|những|một số)"
TYPE = rf"(?<!\p{{L}})(?P<type>(?i:{TYPES}|{MANY} {either(KNOWN['plurals'])}))"
PART = r"[A-ZĐÐÂÊÔƠƯ](?:[A-Za-zĐđÐÂÊÔƠƯ0-9&.]*[A-Za-zĐÐÂÊÔƠƯ0-9])?"
NEXT_PART = rf"\s?[-–/]\s?(?!\p{{Lu}}\p{{Ll}}\p{{Ll}}){PART}"
SYMBOL = rf"{PART}(?:{NEXT_PART})*"
CODE = (
    rf"(?P<code>(?:\d{{1,5}}(?:\.\d{{1,3}})?)\s?/\s?(?:19|20)\d\d\s?/\s?{SYMBOL}"
    rf"|(?:\d{{1,5}})?\s?/\s?{SYMBOL}"
    rf"|\d{{1,5}}\s?[-–]\s?{PART}\s?/\s?{SYMBOL})"
)
DAY = (
    r"ngày\s*(?P<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})"
    r"\s*(?:[/. -]|năm)\s*(?P<y>(?:19|20)\d\d)"
)
SHORT_DAY = r"(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>(?:19|20)\d\d)"
YEAR_ALONE = r"(?:năm|khóa)\s*(?P<year>(?:19|20)\d\d)"
DATED = rf"(?:\s*,?\s*\(?\s*(?:ban hành\s+)?(?:{DAY}|{SHORT_DAY}|{YEAR_ALONE})\)?)"
BY = r"(?:\s+của\s+(?P<by>\p{Lu}(?:(?!\stại\s)[^,;:.()\d]){2,60}?))"
CODED = regex.compile(
    rf"(?:{TYPE}{BY}?\s*:?\s*)?(?:\bsố\s*[:.]?\s*)?(?<![\p{{L}}\d/]){CODE}{DATED}?"
)
DATED_ONLY = regex.compile(rf"(?<!\p{{L}})(?P<type>{TYPES})\s+(?:họp\s+)?{DAY}")
SEVERAL = regex.compile(rf"^{MANY}\s+")
LETTERS = regex.compile(r"[A-ZĐÐ]{2}|/[A-Z][A-Za-z]?-|-[A-Z][A-Za-z]+/")
KNOWN_CODE = regex.compile(rf"\d{{1,5}}(?:/(?:19|20)\d\d)?[/-]{either(KNOWN['codes'])}")


def is_code(match: "regex.Match[str]") -> bool:
    """Whether a match is a document's code and not a fraction, a name such as 24/7, or a unit."""
    code = close_up(match["code"])
    before = match[0][: match.start("code") - match.start()]
    letters = LETTERS.search(code) is not None
    named = match["type"] is not None or "số" in before
    return letters and (named or KNOWN_CODE.match(code) is not None)


def close_up(code: str) -> str:
    """A code without spaces."""
    return "".join(code.split()).replace("–", "-").replace("Ð", "Đ").strip(".")


def type_of(printed: str) -> str:
    """The type of one document in its usual spelling: "các nghị định" → "Nghị định"."""
    bare = SEVERAL.sub("", printed.lower())
    known: str = CANONICAL.get(bare, bare)
    return known[:1].upper() + known[1:]


def date_of(match: "regex.Match[str]") -> str | None:
    """The date of a match in ISO, or the year where only that is printed."""
    named = match.groupdict()
    for day, month, year in (("d", "m", "y"), ("d2", "m2", "y2")):
        if named.get(day):
            return f"{named[year]}-{int(named[month]):02}-{int(named[day]):02}"
    return named.get("year")
