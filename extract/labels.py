"""Labels of headings and items: `PHẦN I`, `II.`, `1.`, `2.1.`, `a)`, `-`, `+`."""

from dataclasses import dataclass, replace

import regex

from plan.text import POINT_LETTERS

ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

PATTERNS = {
    "part": r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVXLC]+|\d+|(?i:thứ)\s+\p{L}+)\b\s*[.:\-–]?\s*",
    "article": r"(?:ĐIỀU|Điều)\s+\d+\s*[.:]\s*",
    "roman": r"(?!C\s*[.)/–-])(?:[IVXLC]{1,7}\s*[.)/]\s*(?![\d.])|[IVXLC]{1,7}\s*[-–:]\s+)",
    "capital": r"[A-HĐ]\s*[.)/]\s*(?=\p{Lu})|[A-HĐ]\s*[-–]\s+(?=\p{Lu}{2})",
    "mixed": r"[IVXLC]{1,7}(?:\.\d{1,2}){1,3}\s*[.)]?\s+"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}\.[a-zđ]\s*[.)]?\s+",
    "decimal": r"\d{1,2}(?:\s?\.\s?\d{1,2}){1,3}\s*[.)]?\s+(?=[^\W\d])",
    "number": r"\d{1,2}\s*[.)]\s*(?=[^\W\d]|[“\"'‘(]|(?<=\s)\d+\s*%)"
    r"|\d{1,2}\s*/\s*(?=\p{Lu}\p{Ll})|\d{1,2}\s*[-:]\s+(?=\p{Lu})",
    "letter": rf"[{POINT_LETTERS}]\s*[.)/]\s*(?=[^\W_])",
    "dash": r"[-–—−]\s*\+\s+|[-–—−•●▪■♦➢✓✔]\s*(?!\d+\s*$)",
    "plus": r"\+\s*",
    "star": r"\*\s+|[o○◦]\s+(?=\p{Lu})",
    "paren": r"\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s*(?=[^\W_])",
}
"""Style of a label → how it is printed. The order is the order of trying."""

BULLETS = ("dash", "plus", "star", "paren")

LABEL = regex.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in PATTERNS.items()))
BEFORE_MARK = regex.compile(r"\s+(?=[.)/:])")
AROUND_POINT = regex.compile(r"\s*\.\s*")
AROUND_NUMBER = regex.compile(r"[\s.)/:\-–(]+$|^\(")
LAST_NUMBER = regex.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: its style, itself without punctuation, and its width.

    `mark` is the label as printed with punctuation; `end` counts the characters that it takes,
    the space behind it included.
    """

    style: str
    text: str
    mark: str
    end: int

    @property
    def is_bullet(self) -> bool:
        """Whether the label only marks an item and never names a section."""
        return self.style in BULLETS

    @property
    def number(self) -> int | None:
        """The ordinal that the label stands for, where it has one."""
        if self.style == "roman":
            return roman_value(self.text)
        if self.style == "letter":
            return POINT_LETTERS.index(self.text) + 1
        last = LAST_NUMBER.search(self.text)
        return int(last[0]) if last else None


def roman_value(text: str) -> int:
    """The value of a Roman number: `IV` → 4."""
    values = [ROMAN_VALUES[c] for c in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def parse(text: str) -> Label | None:
    """The label that `text` begins with, or `None`; of `- d)` it is the letter that counts."""
    match = LABEL.match(text)
    if match is None or match.lastgroup is None:
        return None
    inner = parse(text[match.end() :]) if match.lastgroup == "dash" else None
    if inner is not None and inner.style in {"letter", "number", "decimal"}:
        return replace(inner, end=match.end() + inner.end)
    style, printed = match.lastgroup, match[0].strip()
    if style in BULLETS and style != "paren":
        bare = mark = "+" if "+" in printed else "-" if style == "dash" else printed
        style = "plus" if bare == "+" else style
    else:
        mark = BEFORE_MARK.sub("", printed)
        bare = AROUND_NUMBER.sub("", AROUND_POINT.sub(".", printed))
    return Label(style, bare, mark, match.end())
