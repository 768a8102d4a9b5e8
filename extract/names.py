"""Names of units in running text: where they begin, end, and how a list of them divides."""

from functools import cache

import regex

from extract.knowledge import any_of, table


@cache
def heads() -> regex.Pattern[str]:
    """How the name of a unit begins."""
    unit = table("phrases")["unit"]
    none = any_of(unit["no_heads"]).pattern
    return regex.compile(rf"(?!{none}){any_of(unit['heads']).pattern}")


@cache
def addressees() -> regex.Pattern[str]:
    """How the name of somebody to report to begins."""
    return any_of(table("phrases")["report"]["heads"])


@cache
def _step() -> regex.Pattern[str]:
    """One step through a name: a protected phrase, an end of the name, or a plain word.

    A small letter behind the level that closes a name ("Công an xã tuần tra") ends it too.
    """
    unit = table("phrases")["unit"]
    protected, stops, levels, goes_on = (
        any_of(unit[name]).pattern for name in ("protected", "stops", "levels", "goes_on")
    )
    closed = rf"(?<={levels}\s)(?!{goes_on})(?=\p{{Ll}})"
    return regex.compile(
        rf"(?P<protected>{protected})|(?P<stop>{stops}|{closed}|[.;:()“”])|(?P<word>\S)", regex.V0
    )


def name_end(text: str, start: int) -> int:
    """The end of the unit's name, or list of names, that begins at `start` of `text`."""
    head = any_of(table("phrases")["unit"]["protected"]).match(text, start) or heads().match(
        text, start
    )
    position = head.end() if head else start
    while position < len(text):
        match = _step().match(text, position)
        if match is None:
            position += 1
            continue
        if match["stop"] is not None:
            break
        position = match.end() if match["protected"] else word_end(text, position)
    return start + len(
        regex.sub(r"[\s,\-–]+(?:và|cùng|với|thì|hoặc)?[\s,\-–]*$", "", text[start:position])
    )


def word_end(text: str, start: int) -> int:
    """The end of the word at `start`, punctuation that ends a name left outside."""
    match = regex.compile(r"[^\s.;:()“”]+|.").match(text, start)
    return match.end() if match else start + 1


SPLIT = regex.compile(
    r"\s*[;,]\s*(?:và\s+)?(?=(?:các|những)\s)|\s+(?:và|cùng|với|cùng với)\s+(?=(?:các|những)\s)"
    r"|(?:\s*[;,]\s*|\s+và\s+)(?=(?P<capital>\p{Lu}))"
    r"|\s+và\s+(?=(?P<noun>cơ quan|đơn vị|doanh nghiệp)(?!\p{L}))"
)


def split_names(text: str) -> list[str]:
    """The single names in a list of units.

    It divides before "các", before a capital that begins a unit's name, and between a proper
    name and a common noun; an enumeration under one "các" and a name that itself holds a comma
    or "và" stay whole.
    """
    names, start = [], 0
    protected = [m.span() for m in any_of(table("phrases")["unit"]["protected"]).finditer(text)]
    for match in SPLIT.finditer(text):
        inside = any(a < match.start() < b for a, b in protected)
        if inside or not divides(match, text[start : match.start()]):
            continue
        names.append(text[start : match.start()])
        start = match.end()
    names.append(text[start:])
    return [name.strip(" ,;.") for name in names if name.strip(" ,;.")]


def divides(match: "regex.Match[str]", before: str) -> bool:
    """Whether a new name begins behind a match of `SPLIT`."""
    if match["capital"]:
        return heads().match(match.string, match.end()) is not None
    return match["noun"] is None or before[:1].isupper()
