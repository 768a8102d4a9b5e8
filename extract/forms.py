"""The forms of the word lists: what stands in each file of `data/`, and what it may be.

An office's file has the same form and only what is new, so that nothing but the fields of a row
is required. Pydantic checks them (`extract.additions`).
"""

from typing import Annotated, Literal

import regex
from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from plan.messages import N_
from plan.model import Comparator, Every, SectionKind


def must(shape: str, message: str) -> AfterValidator:
    """The check that a text is of the `shape`; `message` is told where it is not."""

    def check(text: str) -> str:
        if regex.fullmatch(shape, text):
            return text
        raise PydanticCustomError("shape", message)

    return AfterValidator(check)


def usable(pattern: str) -> str:
    """`pattern`, if it is a regular expression that can stand inside another one."""
    try:
        compiled = regex.compile(pattern)
    except regex.error as error:
        raise PydanticCustomError("pattern", N_("{place}: “{text}” is no pattern")) from error
    if compiled.groups:
        message = N_("{place}: a bracket in “{text}” must begin with “(?:”")
        raise PydanticCustomError("group", message)
    if compiled.fullmatch(""):
        raise PydanticCustomError("empty", N_("{place}: “{text}” fits where nothing stands"))
    return pattern


Word = Annotated[
    str, must(r"\S(?:.*\S)?", N_("{place}: “{text}” is empty or has blanks around it"))
]
"""Words as printed."""
Name = Annotated[
    str,
    must(r"[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*", N_("{place}: “{text}” should be words of letters")),
]
"""Words of letters alone."""
Phrase = Annotated[
    str,
    must(
        r"[\p{Ll}\p{M}]+(?: (?:[\p{Ll}\p{M}]+|,))*",
        N_("{place}: “{text}” should be in small letters, a comma with a blank on both sides"),
    ),
]
"""Words in small letters; a comma among them has a blank on both sides."""
Pattern = Annotated[str, AfterValidator(usable)]
"""A regular expression without groups."""
Folded = Annotated[
    Pattern,
    must(
        r"(?:\\.|[^\\A-Z\x80-\U0010FFFF])+",
        N_("{place}: “{text}” should be in small letters without marks"),
    ),
]
"""A regular expression over folded words: small letters without marks."""

Words = list[Word]
Names = list[Name]
Phrases = list[Phrase]
Patterns = list[Pattern]
Examples = list[str]
"""What the patterns of a row match."""
ListedExamples = dict[str, Examples]
"""What the patterns of a list match, under the list's name."""


class Form(BaseModel):
    """What a table may hold: these names and no others."""

    model_config = ConfigDict(extra="forbid", strict=True)


class File(Form):
    """A whole file."""

    source: str = ""
    examples: ListedExamples = {}


class Row(Form):
    """One of several rows of a file."""

    examples: Examples = []


class Citations(File):
    """`citations.toml`: documents that are cited, who issues them, laws."""

    types: Names = []
    plurals: Names = []
    codes: Names = []
    issuers: Patterns = []
    heads: Patterns = []
    verbs: Patterns = []
    no_subject: Patterns = []
    opening: Patterns = []
    actors: Patterns = []
    issuing: Patterns = []
    issued: Patterns = []
    committees: Patterns = []
    laws: Words = []
    law_ends: Patterns = []
    law_goes_on: Patterns = []


class Ending(File):
    """`ending.toml`: closing, recipients, signature, appendices."""

    positions: Patterns = []
    degrees: Patterns = []
    families: Names = []
    recipients: Patterns = []
    closing: Patterns = []
    appendices: Patterns = []


class Header(File):
    """`header.toml`: bodies and titles in capitals, stamps."""

    bodies: Patterns = []
    titles: Names = []
    incomplete: Patterns = []
    continued: Patterns = []
    set_aside: Patterns = []
    file_codes: Names = []


class Heading(Row):
    """Titles of sections and what such a section is."""

    kind: SectionKind
    pattern: Folded


class Headings(File):
    """`headings.toml`: titles of main sections, and of deeper ones."""

    titles: list[Heading] = []
    plain: list[Heading] = []


class UnitWords(Form):
    """What bounds the name of a unit."""

    heads: Words = []
    all_of: Words = []
    collectives: Words = []
    no_heads: Words = []
    protected: Words = []
    predicates: Words = []
    stops: Words = []
    common: Words = []
    small_bodies: Words = []
    levels: Words = []
    goes_on: Words = []


class ReportWords(Form):
    """To whom reports go."""

    heads: Words = []


class SubjectWords(Form):
    """Where the subject of a sentence stands."""

    openings: Patterns = []
    difficulties: Patterns = []
    other_titles: list[Folded] = []


class UnitPhrases(File):
    """`phrases.toml`: names of units in running text."""

    unit: UnitWords = UnitWords()
    report: ReportWords = ReportWords()
    subject: SubjectWords = SubjectWords()


class Places(File):
    """`places.toml`: names of places and central bodies."""

    central_cities: Words = []
    no_names: Words = []
    central_bodies: Patterns = []


class Sign(Row):
    """Comparators in words."""

    sign: Comparator
    words: Patterns


class Spelling(Row):
    """A unit of measure and how else it is printed."""

    unit: Word
    words: Patterns


class QuantityWords(Form):
    """Measures, counted nouns, and the words around a number."""

    powers: Patterns = []
    measures: Patterns = []
    per: Patterns = []
    rates: Patterns = []
    nouns: Words = []
    named_by: Patterns = []
    no_aims: Patterns = []
    spans: Patterns = []
    times: Patterns = []
    counting: Patterns = []
    merely: Patterns = []
    creating: Patterns = []
    noun_ends: Patterns = []
    striving: Patterns = []
    reaching: Patterns = []
    stating: Words = []
    reached: Patterns = []
    metrics: Patterns = []
    openings: Patterns = []
    predicates: Words = []
    averted: Patterns = []
    reported: Patterns = []
    reported_behind: Patterns = []
    compared: Patterns = []


class TargetTables(Form):
    """Headings in tables of targets."""

    names: list[Folded] = []
    units: list[Folded] = []
    states: Patterns = []
    planned: Patterns = []


class Quantities(File):
    """`quantities.toml`: numbers, what they measure and how they are compared."""

    before: list[Sign] = []
    after: list[Sign] = []
    canonical: list[Spelling] = []
    words: QuantityWords = QuantityWords()
    tables: TargetTables = TargetTables()


class Roles(File):
    """`roles.toml`: phrases for each role, and names that hold such a phrase."""

    lead: Phrases = []
    coordinate: Phrases = []
    advise: Phrases = []
    monitor: Phrases = []
    report: Phrases = []
    propagate: Phrases = []
    guide: Phrases = []
    none: Phrases = []


class Syllables(File):
    """`syllables.toml`: what a syllable of Vietnamese is made of; an onset may be empty."""

    rhymes: Names = []
    after_qu: Names = []
    onsets: list[str] = []
    common: Names = []


class Recognition(File):
    """`recognition.toml`: fixed words against which recognised text is put right.

    `quarters` and `units` give for a misread text what is meant.
    """

    phrases: Words = []
    codes: Words = []
    lines: Words = []
    heads: Words = []
    quarters: dict[Word, Word] = {}
    units: dict[Word, Word] = {}


class Column(Row):
    """Headings of a column of a table and what stands below them."""

    role: Literal[
        "number", "unit", "lead", "partners", "output", "deadline", "group", "text", "topic"
    ]
    pattern: Folded


class LabelledLine(Row):
    """Labels of lines such as "Cơ quan chủ trì: …" and what stands behind them."""

    role: Literal["lead", "partners", "deadline", "output", "content"]
    words: Patterns


class Tables(File):
    """`tables.toml`: tables and labelled lines that assign work."""

    new_names: Words = []
    actions: Patterns = []
    unfinished: Patterns = []
    ditto: Patterns = []
    column: list[Column] = []
    line: list[LabelledLine] = []


class Cycle(Row):
    """Words for how often something is due."""

    every: Every
    words: Patterns


class Times(File):
    """`times.toml`: deadlines, cycles and periods."""

    before: Patterns = []
    due: Patterns = []
    repeated: Patterns = []
    ongoing: Patterns = []
    until: Patterns = []
    periods: Patterns = []
    vision: Patterns = []
    cycle: list[Cycle] = []


FORMS: dict[str, type[File]] = {
    "citations": Citations,
    "ending": Ending,
    "header": Header,
    "headings": Headings,
    "phrases": UnitPhrases,
    "places": Places,
    "quantities": Quantities,
    "recognition": Recognition,
    "roles": Roles,
    "syllables": Syllables,
    "tables": Tables,
    "times": Times,
}
"""The form of each file, by its name without suffix."""
