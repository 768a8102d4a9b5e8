"""Taking the dress off a line of text: marks of emphasis, headings, bookmarks, odd spaces.

OCR tools and web pages leave Markdown in what they write, often unbalanced (`**` opened on one
line and closed on the next). The marks go, what they said stays as `bold` and `italic`, and each
character keeps its place in the source.
"""

from dataclasses import dataclass, field

import regex

from extract.layout import Line
from extract.readers.letters import INVISIBLE, LETTERS

LEADING = regex.compile(r"\s*(?:(?P<heading>#{1,6})(?=\s|$)|-\s+(?=\+\s))?\s*")
"""`## ` of a heading, or the `- ` that OCR tools put before the document's own `+ `."""

MARK = regex.compile(
    r"(?P<drop>\[bookmark:[^\]]*\]|!\[[^\]]*\]\([^)]*\)|</?span\b[^>]*>|\\$"
    rf"|{INVISIBLE})"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|<sup>(?P<raised>\d{1,2})</sup>"
    r"|(?P<literal>(?<=\d)\*(?=\d)|(?<=\()\*(?=\))|(?<!\S)\*(?!\S))"
    r"|(?P<stars>\*+)"
    r"|(?P<space>(?:\s|<br\s*/?>)+)"
)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
RULE = regex.compile(r"(?:[-_=–—]\s*){3,}")
STARS = regex.compile(r"\*+")
ONLY_MARKS = regex.compile(r"[\s*]*")


@dataclass(frozen=True, slots=True)
class Raw:
    """A physical line as it stands in the source, or a part of it."""

    text: str
    start: int
    page: int | None = None


@dataclass(slots=True)
class Emphasis:
    """Whether bold and italic are switched on at a place in the text."""

    bold: bool = False
    italic: bool = False

    def switch(self, stars: int) -> None:
        """Meet a run of `stars`: one is italic, two bold, three both, four nothing."""
        self.italic ^= stars % 2 == 1
        self.bold ^= stars // 2 % 2 == 1


@dataclass(slots=True)
class Undressed:
    """What is left of a line: characters, their places, and how many letters were emphasised."""

    characters: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    italic: int = 0

    def add(self, text: str, place: int, emphasis: Emphasis) -> None:
        """Keep `text`, which stands at `place` of the source."""
        self.characters += text.translate(LETTERS)
        self.places += range(place, place + len(text))
        letters = sum(c.isalnum() for c in text)
        self.letters += letters
        self.bold += letters * emphasis.bold
        self.italic += letters * emphasis.italic

    def space(self, place: int) -> None:
        """Keep one space between words, none at the start of the line."""
        if self.characters and self.characters[-1] != " ":
            self.characters.append(" ")
            self.places.append(place)

    def line(self, raw: Raw, *, heading: bool) -> Line:
        """The line, with an offset map only where characters are gone."""
        text = "".join(self.characters).rstrip()
        places = tuple(self.places[: len(text)])
        start = places[0] if places else raw.start
        whole = places == tuple(range(start, start + len(text)))
        return Line(
            text=text,
            start=start,
            page=raw.page,
            bold=bool(text) and (heading or self.bold * 2 > self.letters),
            italic=self.italic * 2 > self.letters,
            offsets=() if whole else places,
        )


def undress(raw: Raw, emphasis: Emphasis) -> Line:
    """`raw` without its dress; a rule or marks alone give a blank line.

    `emphasis` is what is switched on before the line and is left as it is behind it; a blank line
    switches it off, as in Markdown.
    """
    if not raw.text.strip():
        emphasis.bold = emphasis.italic = False
    if ONLY_MARKS.fullmatch(raw.text):
        for stars in STARS.findall(raw.text):
            emphasis.switch(len(stars))
        return Line("", raw.start, raw.page)
    line = strip_marks(raw, emphasis)
    return Line("", raw.start, raw.page) if RULE.fullmatch(line.text) else line


def strip_marks(raw: Raw, emphasis: Emphasis) -> Line:
    """`raw` without the marks that stand in it."""
    left = Undressed()
    leading = LEADING.match(raw.text)
    at = leading.end() if leading else 0
    for mark in MARK.finditer(raw.text, at):
        left.add(raw.text[at : mark.start()], raw.start + at, emphasis)
        apply(mark, left, raw, emphasis)
        at = mark.end()
    left.add(raw.text[at:], raw.start + at, emphasis)
    return left.line(raw, heading=bool(leading and leading["heading"]))


def apply(mark: "regex.Match[str]", left: Undressed, raw: Raw, emphasis: Emphasis) -> None:
    """Do what one mark says."""
    kind = mark.lastgroup or "drop"
    place = raw.start + mark.start(kind)
    if kind == "stars":
        emphasis.switch(len(mark["stars"]))
    elif kind == "space":
        left.space(place)
    elif kind == "raised":
        left.add(mark["raised"].translate(RAISED), place, emphasis)
    elif kind != "drop":
        left.add(mark[kind], place, emphasis)
