"""A comparison as a page: one HTML file to read and to print, without script or outside parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from gettext import gettext as _
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from docgen.comparing.report import Comparison, Fate, Kind, Row, Side
from docgen.comparing.values import amount
from kehoach.comparing.plot import plots
from kehoach.comparing.words import ABOUT, FATES, KINDS, Texts, change, remarks, title, urgency
from kehoach.language import current
from plan.messages import N_

HERE = Path(__file__).parent / "page"

SENTENCES = {
    "title": N_("Comparison of two plans"),
    "parent": N_("Parent"),
    "child": N_("Child"),
    "became": N_("What became of it"),
    "item": N_("Item"),
    "differs": N_("What to look at"),
    "plot": N_("Targets: parent against child"),
    "shares": N_("Targets in per cent"),
    "others": N_("Other targets; the parent's value is 100 %"),
    "key_parent": N_("the parent's value"),
    "key_child": N_("the child's value"),
    "key_less": N_("the child asks less"),
    "key_missing": N_("missing in the child"),
    "nothing_missing": N_("Nothing is missing."),
}


UP_TO = N_("by {year}")


@dataclass(frozen=True)
class Cell:
    """One side of a row as it is shown: its words, and the facts below them."""

    text: str
    facts: list[str]


@dataclass(frozen=True)
class Line:
    """A row as it is shown."""

    kind: str
    section: str
    parent: Cell | None
    child: Cell | None
    changes: list[tuple[str, bool]]
    """Each in words, and whether the child asks less by it."""
    remarks: list[str]


@dataclass(frozen=True)
class Group:
    """The rows of one fate."""

    fate: Fate
    name: str
    about: str
    lines: list[Line]
    sides: list[str]
    """Which of `parent` and `child` have something to show."""

    @property
    def has_notes(self) -> bool:
        """Whether there is anything to say of a row beside its words."""
        return any(line.changes or line.remarks for line in self.lines)


def page(comparison: Comparison) -> str:
    """The page in the chosen language; reasons are Vietnamese, like the documents."""
    return (
        _environment()
        .get_template("compare.html")
        .render(
            lang=current(),
            words={key: _(text) for key, text in SENTENCES.items()},
            kinds={kind: _(name) for kind, name in KINDS.items()},
            fates={fate: _(name) for fate, name in FATES.items()},
            comparison=comparison,
            titles={"parent": title(comparison.parent), "child": title(comparison.child)},
            groups=list(_groups(comparison)),
            plots=plots(comparison),
            style=(HERE / "compare.css").read_text(encoding="utf-8"),
        )
    )


def _groups(comparison: Comparison) -> Iterator[Group]:
    """The rows by fate; a fate that nothing has is left out, unless that is what one looks for."""
    texts = Texts(comparison)
    for fate, name in FATES.items():
        rows = sorted(comparison.of(fate), key=urgency)
        lines = [_line(row, texts) for row in rows]
        sides = [side for side in ("parent", "child") if any(getattr(one, side) for one in lines)]
        if lines or fate == "missing":
            yield Group(fate, _(name), _(ABOUT[fate]), lines, sides)


def _line(row: Row, texts: Texts) -> Line:
    side = row.parent or row.child
    return Line(
        kind=_(KINDS[row.item]),
        section=side.section or "" if side else "",
        parent=_cell(row.parent, row.item) if row.parent else None,
        child=_cell(row.child, row.item) if row.child else None,
        changes=[(change(one, _), one.how in {"weaker", "gone"}) for one in row.changes],
        remarks=remarks(row, texts, _),
    )


def _cell(side: Side, kind: Kind) -> Cell:
    year = _(UP_TO).format(year=side.year) if side.year else ""
    facts = [amount(side), year] if kind == "target" else list(side.bodies)
    if side.deadline:
        facts.append(side.deadline.text)
    return Cell(side.text, [fact for fact in facts if fact])


@cache
def _environment() -> Environment:
    """Templates with everything escaped."""
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(HERE),
        trim_blocks=True,
        lstrip_blocks=True,
    )
