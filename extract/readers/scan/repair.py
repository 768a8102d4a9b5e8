"""Words that context proves, put right: fixed phrases, type codes, quarters. Never a figure.

A misread letter mostly keeps its shape and loses or changes its marks ("ĐÉN", "Noi nhận"), so the
phrases of `data/recognition.toml` are found by their letters without marks.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache

import regex

from extract.knowledge import EDGE, END, either, table
from extract.readers.scan.handwriting import with_gaps
from extract.readers.scan.words import Strip, Word, usual_size

FIGURE = r"\d+(?:[./]\d+)*"
QUARTER_BEFORE = regex.compile(r"[Qq]u[ýyỷỳ]")
YEAR = regex.compile(r"20\d\d\b")
STROKES = regex.compile(r"(?=.*[IH])[IHLl|]{1,4}(?P<dot>\.?)")
CAPITALS = regex.compile(r"\p{Lu}{2}")
STROKES_EM = (0.5, 0.87)
"""From how wide on a numeral has two, and three strokes, upright or bold."""
DOT_EM = 0.21
BEFORE_CODE = r"(?<=\d ?[/-] ?)"
SURE = 0.94
"""A word that Tesseract is as sure of is left as it is; most that it reads rightly are at 0.96."""

LIKE = 0.83
"""How like one of a closed list words must be to be it."""

Repair = tuple[str, str]
"""A word as it was recognised, and what was written for it."""


def repaired(strips: Sequence[Strip]) -> list[Strip]:
    """The lines with fixed phrases put right; their words stay as many as they were."""
    size = usual_size(strips)
    return [with_phrases(with_numerals(whole(with_gaps(strip)), size)) for strip in strips]


def whole(strip: Strip) -> Strip:
    """A line that is one of the list's as a whole, as it must be written."""
    found = " ".join(word.text for word in strip.words)
    form = likest(table("recognition")["lines"], found)
    if form is None or form.isupper() != found.isupper():
        return strip
    words = zip(strip.words, form.split(), strict=True)
    return replace(strip, words=tuple(replace(word, text=text) for word, text in words))


def likest(forms: Sequence[str], found: str) -> str | None:
    """Which of the forms words are, but for a letter: of as many words, by their bare letters."""
    alike = [form for form in forms if len(form.split()) == len(found.split())]
    form = max(alike, key=lambda one: likeness(one, found), default=None)
    return form if form and likeness(form, found) >= LIKE else None


def likeness(form: str, found: str) -> float:
    """How like two texts are by their bare letters, 0 to 1."""
    return SequenceMatcher(None, bare(form), bare(found), autojunk=False).ratio()


def repairs(strips: Sequence[Strip], mended: Sequence[Strip]) -> list[Repair]:
    """What was changed."""
    return [
        (old.text, new.text)
        for before, after in zip(strips, mended, strict=True)
        for old, new in zip(before.words, after.words, strict=True)
        if old.text != new.text
    ]


def with_numerals(strip: Strip, size: float) -> Strip:
    """A line with the label that begins it, its quarters and its units put right.

    Tesseract is often sure of such letters, and wrong.
    """
    words = labelled(strip.words, size)
    asked = [False, *(QUARTER_BEFORE.fullmatch(word.text) is not None for word in words)]
    return replace(
        strip,
        words=tuple(
            replace(word, text=with_units(quarter(word.text, named=named)))
            for named, word in zip(asked, words, strict=False)
        ),
    )


def labelled(words: Sequence[Word], size: float) -> list[Word]:
    """The words of a line; a Roman numeral before them of as many strokes as it has room for.

    "III." is read as "HI.", "IH." or "II.", but it is as wide as it is. A lone H is a numeral
    before a title in capitals only.
    """
    first, *others = words
    strokes = STROKES.fullmatch(first.text)
    title = others[0].text if others else ""
    if strokes is None or not size or ("I" not in first.text and not CAPITALS.match(title)):
        return list(words)
    width = (first.box[2] - first.box[0]) / size - (DOT_EM if strokes["dot"] else 0.0)
    count = 1 + sum(width > least for least in STROKES_EM)
    return [replace(first, text="I" * count + strokes["dot"]), *others]


def quarter(text: str, *, named: bool) -> str:
    """A word such as `IH/2025` with its quarter put right.

    Figures too ("11") where the word before it has `named` a quarter; else they may be a month.
    """
    number, slash, year = text.partition("/")
    if not named and (number.isdigit() or not YEAR.match(year)):
        return text
    return f"{table('recognition')['quarters'].get(number, number)}{slash}{year}"


def with_units(text: str) -> str:
    """A word in which a unit has the small and capital letters that it must have."""
    units = table("recognition")["units"]
    return any_of_any_case(tuple(units)).sub(lambda found: units[found[0].lower()], text)


@cache
def any_of_any_case(words: tuple[str, ...]) -> "regex.Pattern[str]":
    """A pattern for any of some words, in small letters or capitals."""
    return regex.compile(EDGE + either(map(regex.escape, words)) + END, regex.I)


def with_phrases(strip: Strip) -> Strip:
    """A line with its fixed phrases put right, where Tesseract was unsure of a word of them."""
    line = " ".join(word.text for word in strip.words)
    texts = zip(strip.words, mended(line).split(" "), strict=True)
    words = (replace(word, text=text) if word.sure < SURE else word for word, text in texts)
    return replace(strip, words=tuple(words))


def mended(line: str) -> str:
    """A line with fixed phrases and type codes put right."""
    for forms, pattern in ((phrases(), any_phrase()), (codes(), any_code())):
        letters = list(line)
        for match in pattern.finditer(bare(line)):
            start, end = match.span()
            letters[start:end] = form_of(line[start:end], forms)
        line = "".join(letters)
    return line


def form_of(found: str, forms: Mapping[str, Sequence[str]]) -> str:
    """How words must be written; themselves where they may stand so, or have odd capitals."""
    figures = regex.findall(FIGURE, found)
    known = [filled(form, figures) for form in forms[regex.sub(FIGURE, "#", bare(found))]]
    if found in known:
        return found
    if forms is codes():
        return known[0]
    return next((form for form in known if capitals(form) == capitals(found)), found)


def filled(form: str, figures: Sequence[str]) -> str:
    """A form with its figures in the places kept for them."""
    for figure in figures:
        form = form.replace("#", figure, 1)
    return form


def capitals(text: str) -> list[bool]:
    """Which letters are capitals."""
    return [letter.isupper() for letter in text]


def bare(text: str) -> str:
    """Small letters without marks, as many as the text has characters."""
    return (
        "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
        .lower()
        .translate({ord("đ"): "d"})
    )


@cache
def phrases() -> dict[str, list[str]]:
    """Bare phrase → the ways to write it."""
    return by_letters(way for phrase in table("recognition")["phrases"] for way in ways(phrase))


def ways(phrase: str) -> Iterable[str]:
    """As it is, with a first capital, small, in capitals; what is in capitals stays so."""
    if phrase.isupper():
        return (phrase,)
    return phrase, phrase[0].upper() + phrase[1:], phrase.lower(), phrase.upper()


@cache
def codes() -> dict[str, list[str]]:
    """Bare code → how it is written."""
    return by_letters(table("recognition")["codes"])


def by_letters(forms: Iterable[str]) -> dict[str, list[str]]:
    """Forms by their bare letters."""
    found: dict[str, list[str]] = {}
    for form in forms:
        found.setdefault(bare(form), []).append(form)
    return found


@cache
def any_phrase() -> "regex.Pattern[str]":
    """A pattern for any bare phrase, the longest first."""
    return regex.compile(EDGE + words_of(phrases()) + END)


@cache
def any_code() -> "regex.Pattern[str]":
    """A pattern for any bare code behind a number."""
    return regex.compile(BEFORE_CODE + words_of(codes()) + END)


def words_of(forms: Iterable[str]) -> str:
    """A pattern for any of some forms, `#` for a figure."""
    return either(
        regex.escape(form).replace(r"\#", FIGURE) for form in sorted(forms, key=len, reverse=True)
    )
