"""The bodies named above the title (Decree 30/2020, PL I.II.2): the issuing one, its superior."""

from collections.abc import Sequence

import regex

from extract.knowledge import either, table
from extract.layout import Line
from plan.text import fold

KNOWN = table("header")
NEW_BODY = regex.compile(rf"{either(KNOWN['bodies'])}(?!\p{{L}})")
INCOMPLETE = regex.compile(either(KNOWN["incomplete"]))
CONTINUED = regex.compile(either(KNOWN["continued"]))
SET_ASIDE = regex.compile(rf"{either(KNOWN['set_aside'])}\W*(?:LẦN.*)?|.*(?:/\s*\p{{Lu}}|\d\s*/).*")
BESIDE = regex.compile(
    r"C[ỘO]NG H(?:ÒA|OÀ|ÕA) X[ÃA] H[ỘOÔ]I.*|CHỦ NGHĨA VIỆT NAM.*|(?i:độc lập)\s*[-–].*"
    r"|ĐẢNG CỘNG SẢN VIỆT NAM.*|\s*S[ốôó]\s*[:.]?\s*[\d /].*|[*|_]+|(?<!\p{L})\s*[-–]+\s*$"
)
"""What stands on an agency's line without belonging to it."""
AGENCY_LINES = 8
"""Lines that the bodies' names and the number take at most."""
NATIONAL_TITLE = ["cong", "hoa", "xa", "hoi", "chu", "nghia", "viet", "nam"]


def title_lines(lines: Sequence[Line]) -> list[int]:
    """Which lines are pieces of the national title (quốc hiệu), wherever that was broken."""
    found, reached = [], 0
    for index, line in enumerate(lines):
        words = fold(line.text).split()
        if words[:2] == NATIONAL_TITLE[:2] or words == NATIONAL_TITLE[:1]:
            reached = 0
        goes_on = words == NATIONAL_TITLE[reached:][: len(words)]
        start = reached if goes_on else place_in_title(words)
        if words and start is not None:
            found.append(index)
            reached = start + len(words)
    return found


def place_in_title(words: list[str]) -> int | None:
    """Where in the national title a piece stands that can be nothing else."""
    if len(words) < 3 and "nghia" not in words:  # noqa: PLR2004 - "việt nam" is in many names
        return None
    starts = range(len(NATIONAL_TITLE) - len(words) + 1)
    return next((i for i in starts if NATIONAL_TITLE[i:][: len(words)] == words), None)


def agencies(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """The direct superior (or `None`) and the issuing body.

    The lines of a committee of a locality are one name ("ỦY BAN NHÂN DÂN" and "XÃ …"); a line
    that begins another body's name after a complete one makes the first the superior. A name
    printed again on the right is a union's own title.
    """
    names: list[str] = []
    for text in agency_lines(lines):
        if any(name.startswith(text) for name in names) and not INCOMPLETE.fullmatch(text):
            continue
        previous = names[-1] if names else None
        begins = NEW_BODY.match(text) and not CONTINUED.match(text)
        if previous is None or (begins and not INCOMPLETE.fullmatch(previous)):
            names.append(text)
        else:
            names[-1] = f"{previous} {text}"
    if not names:
        return None, None
    return (names[-2] if len(names) > 1 else None), names[-1]


def agency_lines(lines: Sequence[Line]) -> list[str]:
    """The lines in capitals that are neither national title, number, date nor stamp."""
    aside = set(title_lines(lines))
    texts = [BESIDE.sub("", line.text).strip() for i, line in enumerate(lines) if i not in aside]
    return [text for text in texts if text.isupper() and not SET_ASIDE.fullmatch(text)]
