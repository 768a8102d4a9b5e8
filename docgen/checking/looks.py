"""Properties of print: what a line or page has, and whether it is what a rule's `look` wants."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from docgen.checking.catalogue import Rule, Told, Wanted
from docgen.checking.document import Line, Piece, Run, Section, Value
from docgen.checking.rule import Fault

_EPSILON = 0.005
"""What is lost when twips become mm and back."""
_EXCERPT = 80
_WORD_LINE = 1.15
"""The height of a line of Times New Roman by the size of its letters."""


def _inked(line: Line) -> Iterator[Run]:
    """The runs that show something; blanks have no look, raised marks their own."""
    return (run for run in line.runs if run.text.strip() and not run.face.raised)


def _faces(name: str) -> Callable[[Line], Iterable[Value]]:
    return lambda line: (getattr(run.face, name) for run in _inked(line))


def _fonts(line: Line) -> Iterator[str]:
    """The fonts of words; signs such as arrows and boxes have fonts of their own."""
    for run in _inked(line):
        if any(letter.isalnum() for letter in run.text):
            yield run.face.font


def _is_caps(line: Line) -> Iterator[bool]:
    """Whether all letters are shown as capitals; nothing where there are none."""
    text = line.text
    if any(letter.isalpha() for letter in text):
        yield text.upper() == text


def _first_line(line: Line) -> Iterator[float]:
    if line.first:
        yield round(line.paragraph.setting.first + line.paragraph.setting.left, 2)


def _gap(line: Line) -> Iterator[float]:
    yield max(line.paragraph.setting.before, line.paragraph.setting.after)


def _line_spacing(line: Line) -> Iterator[float]:
    setting = line.paragraph.setting
    if setting.lines is not None:
        yield round(setting.lines, 2)


def _exact_lines(line: Line) -> Iterator[float]:
    setting = line.paragraph.setting
    size = max((run.face.size for run in _inked(line)), default=0)
    if setting.exactly and size and not setting.at_least:
        yield round(setting.exactly / size, 2)


def _align(line: Line) -> Iterator[str]:
    """The alignment; where tabs or blanks place the text, there is none."""
    align = line.paragraph.setting.align
    if not line.apart or align in {"center", "right"}:
        yield align


_OF_LINES: dict[str, Callable[[Line], Iterable[Value]]] = {
    "font": _fonts,
    "size": _faces("size"),
    "bold": _faces("bold"),
    "italic": _faces("italic"),
    "underline": _faces("underline"),
    "colour": _faces("colour"),
    "caps": _is_caps,
    "align": _align,
    "side": lambda line: (line.side,),
    "place": lambda line: (line.paragraph.room.container,),
    "first_line": _first_line,
    "gap": _gap,
    "line_spacing": _line_spacing,
    "exact_lines": _exact_lines,
}

_OF_SECTIONS: dict[str, Callable[[Section], Value]] = {
    "short_side": lambda page: round(min(page.width, page.height), 1),
    "long_side": lambda page: round(max(page.width, page.height), 1),
    "landscape": lambda page: page.width > page.height,
}

_MARGINS = {f"margin_{side}": side for side in ("top", "bottom", "left", "right")}


def seen_in_line(line: Line, name: str) -> Sequence[Value]:
    """The values of the property `name` in `line`, each once."""
    return list(dict.fromkeys(_OF_LINES[name](line))) if name in _OF_LINES else []


def seen_in_section(page: Section, name: str) -> Sequence[Value]:
    """The value of the property `name` of a section's pages.

    Only the section of the text itself must be upright, and only of upright pages does the decree
    rule the margins.
    """
    if name in _MARGINS:
        return [page.margins[_MARGINS[name]]] if page.width <= page.height else []
    if name == "landscape" and not page.is_text:
        return []
    return [_OF_SECTIONS[name](page)] if name in _OF_SECTIONS else []


def look_faults(pieces: Iterable[Piece], rule: Rule) -> Iterator[Fault]:
    """A fault for each piece that has not the look which `rule` wants, all of it in one."""
    for piece in pieces:
        wrong = [
            (name, value)
            for name, wanted in rule.look.items()
            for value in piece.seen(name)
            if not is_wanted(value, wanted, rule.tolerance)
        ]
        if wrong:
            words = told(wrong, alone=len(rule.look) == 1)
            yield Fault(piece, words, wrong=tuple(wrong))


def is_seen(pieces: Iterable[Piece], rule: Rule) -> bool:
    """Whether some piece has one of the properties that `rule` looks at."""
    return any(piece.seen(name) for piece in pieces for name in rule.look)


def is_wanted(value: Value, wanted: Wanted, tolerance: float = 0) -> bool:
    """Whether `value` is `wanted`: that value, one of several, in a range or in one of several."""
    if not isinstance(wanted, list):
        return value == wanted
    ranges = wanted if isinstance(wanted[0], list) else [wanted]
    if isinstance(value, bool | str):
        return value in wanted
    return any(
        float(one[0]) - tolerance - _EPSILON <= value <= float(one[-1]) + tolerance + _EPSILON
        for one in ranges
        if isinstance(one, list)
    )


def mended(value: Value, wanted: Wanted, written: object) -> Value:
    """What `value` becomes: the nearest that is `wanted`, or the measure that is `written`."""
    if not isinstance(wanted, list):
        return wanted
    if isinstance(value, bool | str):
        return next(one for one in wanted if not isinstance(one, list))
    if isinstance(written, int | float) and is_wanted(written, wanted):
        return written
    bounds = [bound for one in wanted for bound in (one if isinstance(one, list) else [one])]
    return min((float(bound) for bound in bounds), key=lambda bound: abs(bound - value))


def told(properties: Sequence[tuple[str, Value]], *, alone: bool = False) -> Told:
    """Values of print in words, in both languages."""
    words = [_told(name, value, alone=alone) for name, value in properties]
    return Told(
        vi=", ".join(dict.fromkeys(one.vi for one in words)),
        en=", ".join(dict.fromkeys(one.en for one in words)),
    )


def _told(name: str, value: Value, *, alone: bool) -> Told:
    """One value in words."""
    words = words_of()[name]
    if isinstance(value, bool | str) and (key := str(value).lower()) in words:
        return words[key]
    return filled(words["alone"] if alone and "alone" in words else words["told"], n=value)


def filled(form: Told, **values: Value) -> Told:
    """A form of words with values put in; Vietnamese has a comma in decimals."""
    plain = {k: v if isinstance(v, str) else f"{v:.4g}" for k, v in values.items()}
    commas = {k: t if t == values[k] else t.replace(".", ",") for k, t in plain.items()}
    return Told(vi=form.vi.format(**commas), en=form.en.format(**plain))


@cache
def words_of() -> dict[str, dict[str, Told]]:
    """The table of how values are told."""
    text = (files("docgen") / "data" / "looks.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {
        name: {key: Told.model_validate(one) for key, one in table.items()}
        for name, table in tables.items()
    }
