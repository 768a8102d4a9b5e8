"""Reading Word 97-2003 files without another program: their tables → Word's XML → the Word reader.

LibreOffice knows more of what such files may hold; this reads text, looks, styles, automatic
numbers, tables, notes, text boxes and tracked changes.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import regex
from docx.opc.constants import RELATIONSHIP_TYPE as RELATED

from extract.layout import Layout
from extract.limits import check_runs, check_size
from extract.readers.doc97 import xml
from extract.readers.doc97.looks import Changes, Runs, changes, runs_of, unfolded
from extract.readers.doc97.pieces import LockedError, Streams, plc, u16, u32
from extract.readers.doc97.xml import number
from extract.readers.docx import Story
from extract.readers.word.making import Flow, box, paragraph, run, w
from extract.readers.word.xml import Element
from plan.errors import UnreadableError
from plan.messages import N_

DAMAGES = (OSError, ValueError, LookupError, struct.error, OverflowError, RecursionError)
"""What reading a damaged file ends in."""

PARAGRAPH, CELL, SECTION = "\r", "\x07", "\x0c"
ENDS = regex.compile(f"[{PARAGRAPH}{CELL}{SECTION}]")
FIELD, SHOWN, FIELD_END = "\x13", "\x14", "\x15"
SIGNS = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x1f": "\u00ad", "\x0e": " "})
MARKS = "\x01\x02\x05\x08"
"""Pictures, notes, comments and drawn things."""
BOX = "\x08"
BOX_ENTRY, BOX_SHAPE, ANCHOR_ENTRY = 22, 14, 26
"""Bytes of a text box's entry, where in it its shape is named, bytes of a shape's anchor."""


def read(path: Path) -> Layout:
    """The Word 97-2003 file at `path`; each `Line` is a paragraph.

    Raises:
        UnreadableError: damaged, or locked by a password.
        MissingToolError: older than Word 97, which only LibreOffice reads.
        LimitError: over the limit of size.
    """
    check_size(path)
    try:
        streams = Streams.of(path)
        document = Document(streams)
        check_runs(path, len(ENDS.findall(streams.text)) + len(document.letters.starts))
        layout = document.story().layout()
    except LockedError as error:
        raise UnreadableError(
            N_("{file}: the document has a password; open it in Word and save it without one"),
            file=path.name,
        ) from error
    except DAMAGES as error:
        raise UnreadableError(
            N_("{file}: the Word file is damaged; open it in Word, save a new copy, use that"),
            file=path.name,
        ) from error
    return replace(layout, format="doc", reader="olefile")


@dataclass
class Document:
    """A .doc whose parts are being made into Word's XML."""

    streams: Streams
    is_box: bool = False
    fields: list[bool] = field(default_factory=list)
    """For each open field, whether what it shows has begun."""

    @cached_property
    def fonts(self) -> list[str]:
        """The names of the fonts."""
        return xml.fonts_of(self.streams.part("fonts"))

    @cached_property
    def letters(self) -> Runs:
        """How letters look."""
        return runs_of(self.streams.main, self.streams.part("letters"), paragraphs=False)

    @cached_property
    def paragraphs(self) -> Runs:
        """How paragraphs look."""
        return runs_of(self.streams.main, self.streams.part("paragraphs"), paragraphs=True)

    @cached_property
    def boxes(self) -> dict[int, range]:
        """Character that a text box hangs on → the box's own characters."""
        if self.is_box:
            return {}
        bounds, entries = plc(self.streams.part("boxes"), BOX_ENTRY)
        first = self.streams.stories["boxes"].start
        texts = {
            u32(entry, BOX_SHAPE): range(first + start, first + end)
            for start, end, entry in zip(bounds, bounds[1:], entries, strict=False)
        }
        at, shapes = plc(self.streams.part("anchors"), ANCHOR_ENTRY)
        hanging = {u32(shape, 0): place for place, shape in zip(at, shapes, strict=False)}
        return {place: texts[shape] for shape, place in hanging.items() if shape in texts}

    def story(self) -> Story:
        """The whole document."""
        parts = {
            RELATED.STYLES: xml.Sheet(self.streams.part("styles"), self.fonts).root(),
            RELATED.NUMBERING: xml.Lists(self.streams).root(),
            RELATED.FOOTNOTES: self.notes("footnote"),
            RELATED.ENDNOTES: self.notes("endnote"),
        }
        return Story.made_of(w("body", *self.blocks(self.streams.stories["main"])), parts)

    def notes(self, name: str) -> Element:
        """The footnotes or endnotes."""
        bounds = plc(self.streams.part(f"{name}s"), 0)[0][:-1]
        first = self.streams.stories[f"{name}s"].start
        found = [
            w(name, *self.blocks(range(first + start, first + end)), id=number)
            for number, (start, end) in enumerate(pairwise(bounds), 1)
        ]
        return w(f"{name}s", *found)

    def blocks(self, characters: range) -> list[Element]:
        """The paragraphs and tables of some characters."""
        flow = Flow()
        self.fields.clear()
        at, last = characters.start, min(characters.stop, len(self.streams.text))
        while at < last:
            end = ENDS.search(self.streams.text, at, last)
            self.add(flow, at, end.start() if end else last)
            at = end.end() if end else last
        return flow.blocks()

    def add(self, flow: Flow, start: int, end: int) -> None:
        """The paragraph whose text is the characters from `start` to its mark at `end`."""
        style, changed = self.paragraph_look(end)
        inside = bool(number(changed, xml.IN_TABLE))
        depth = max(1, number(changed, xml.DEPTH) or 1) if inside else 0
        if number(changed, xml.ROW_END) or number(changed, xml.INNER_ROW_END):
            flow.end_row(depth, xml.shape(changed))
            return
        flow.add(
            paragraph(
                self.runs(start, end),
                style=style,
                align=xml.alignment(changed),
                number=xml.listed(changed),
                goes_on=bool(number(self.look(end), xml.DELETED)),
            ),
            depth,
        )
        if self.streams.text[end : end + 1] == CELL or number(changed, xml.INNER_CELL):
            flow.end_cell(depth)

    def paragraph_look(self, at: int) -> tuple[str, Changes]:
        """Style and changes of the paragraph whose mark stands at a character."""
        grpprl = self.paragraphs.at(self.streams.place(at)[0])[0]
        style = u16(grpprl, 0) if len(grpprl) > 1 else 0
        return str(style), unfolded(grpprl[2:], self.streams.data)

    def look(self, at: int) -> Changes:
        """The changes of one letter."""
        return dict(changes(self.letters.at(self.streams.place(at)[0])[0]))

    def runs(self, start: int, end: int) -> Iterator[Element]:
        """The runs of letters between two characters."""
        at = start
        while at < end:
            place, width, piece_end = self.streams.place(at)
            grpprl, behind = self.letters.at(place)
            stop = min(end, piece_end, at + max(1, (behind - place) // width))
            yield from self.run(at, stop, dict(changes(grpprl)))
            at = stop

    def run(self, start: int, end: int, changed: Changes) -> Iterator[Element]:
        """Letters of one look, and the text boxes that hang on them."""
        text = "".join(self.shown(self.streams.text[start:end]))
        if xml.SYMBOL in changed and text:
            text = chr(u16(changed[xml.SYMBOL], 2))
        made = run(text.translate(SIGNS), xml.look(changed, self.fonts))
        if number(changed, xml.DELETED):
            made = w("del", made)
        elif number(changed, xml.INSERTED):
            made = w("ins", made)
        yield made
        for at in range(start, end):
            if at in self.boxes and self.streams.text[at] == BOX:
                yield box(self.boxed(self.boxes[at]))

    def boxed(self, characters: range) -> list[Element]:
        """The blocks of a text box, which is a document within the document."""
        return Document(self.streams, is_box=True).blocks(characters)

    def shown(self, text: str) -> Iterator[str]:
        """The letters of a text that are printed: what fields show, not what they are told."""
        for letter in text:
            if letter == FIELD:
                self.fields.append(False)
            elif letter == SHOWN and self.fields:
                self.fields[-1] = True
            elif letter == FIELD_END and self.fields:
                self.fields.pop()
            elif all(self.fields) and letter not in MARKS:
                yield letter
