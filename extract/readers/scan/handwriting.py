"""Number and day written by hand on a scan: where they are no figures a gap is left, not rubbish.

A person must fill them in; what is printed around them ("/CT-UBND", "tháng 5 năm 2021") is read.
"""

from dataclasses import replace

import regex

from extract.readers.scan.words import Strip

GAP = "…"
LINES = (
    regex.compile(r"S[ốôó]\s*:\s*(?P<hand>[^/]*?)\s*/\s*\p{Lu}.*"),
    regex.compile(
        r"\p{Lu}[\p{L} .]+,\s*[Nn]g(?:[àa]y|[àa](?!y))(?P<hand>.*?)"
        r"[Tt]h[áa]ng(?P<hand>.*?)n[ăa]m\s*20\d\d\W*"
    ),
)
"""The lines of number and day, and what may be written by hand in them."""
READABLE = regex.compile(r"[\s._…]*(?:\d{1,5}[\s._…]*)?")


def with_gaps(strip: Strip) -> Strip:
    """A line of the head with gaps where something is written that is no figure."""
    line = " ".join(word.text for word in strip.words)
    found = next(filter(None, (pattern.fullmatch(line) for pattern in LINES)), None)
    if found is None:
        return strip
    for start, end in reversed(found.spans("hand")):
        if not READABLE.fullmatch(line[start:end]):
            line = line[:start] + regex.sub(r"\S+", GAP, line[start:end]) + line[end:]
    line = regex.sub(r"(?<=, ?[Nn]gà)(?=…)", "y", line)
    words = zip(strip.words, line.split(" "), strict=True)
    return replace(strip, words=tuple(replace(word, text=text) for word, text in words))
