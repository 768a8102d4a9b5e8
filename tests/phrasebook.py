"""The Vietnamese catalogue and the strings that belong into it.

    python tests/phrasebook.py

brings `kehoach.po` up to date with the source and compiles it; new strings are left empty, for a
person to translate. The words of the command-line library are collected too: users read them.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kehoach import __version__

ROOT = Path(__file__).parents[1]
ROOMS = [ROOT / name for name in ("plan", "extract", "docgen", "kehoach")]
LIBRARY = Path(click.__file__).parent
PO = ROOT / "kehoach" / "locale" / "vi" / "LC_MESSAGES" / "kehoach.po"
MO = PO.with_suffix(".mo")
SEEN = {
    "%(prog)s, version %(version)s",
    "Aborted!",
    "Choose from:\n\t{choices}",
    "Commands",
    "Error: {message}",
    "Invalid value for {param_hint}: {message}",
    "Invalid value: {message}",
    "Missing argument",
    "Missing command.",
    "Missing option",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "Option {name!r} does not take a value.",
    "Options",
    "Show the version and exit.",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Usage:",
    "required",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
}
"""What users see of the command-line library."""

ABOUT = {
    "locale": "vi",
    "project": "kehoach",
    "version": __version__,
    "copyright_holder": "kehoach developers",
    "header_comment": "# Vietnamese messages of kehoach.",
    "creation_date": datetime(2026, 11, 21, tzinfo=UTC),
    "revision_date": datetime(2026, 11, 21, tzinfo=UTC),
    "msgid_bugs_address": "-",
    "last_translator": "kehoach developers",
    "language_team": "vi",
    "fuzzy": False,
}
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None}


def marked(folder: Path) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """File and text of every string in `folder` that is marked for translation."""
    for name, _line, text, _notes, _context in extract_from_dir(folder, keywords=KEYWORDS):
        yield f"{folder.name}/{Path(name).as_posix()}", text


def template() -> Catalog:
    """All strings of the four rooms and those that users see of the library, untranslated."""
    catalog = Catalog(**ABOUT)
    own = [found for room in ROOMS for found in sorted(marked(room), key=str)]
    borrowed = [found for found in sorted(marked(LIBRARY), key=str) if found[1] in SEEN]
    for name, text in (*own, *borrowed):
        catalog.add(text, locations=[(name, 0)])
    return catalog


def read() -> Catalog:
    """The catalogue as it is."""
    return read_po(io.BytesIO(PO.read_bytes()), locale="vi")


def compiled() -> bytes:
    """The catalogue in the form that `gettext` reads."""
    out = io.BytesIO()
    write_mo(out, read())
    return out.getvalue()


def update() -> None:
    """Write the catalogue anew, with what was translated before."""
    fresh, old = template(), read() if PO.exists() else Catalog(locale="vi")
    for message in fresh:
        known = old.get(message.id) if message.id else None
        if known is not None:
            message.string = known.string
    with PO.open("wb") as out:
        write_po(out, fresh, width=100, omit_header=False, include_lineno=False)
    MO.write_bytes(compiled())


if __name__ == "__main__":
    update()
