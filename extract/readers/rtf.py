r"""Reading RTF without another program: its words → Word's XML, which the Word reader reads.

RTF says of each paragraph how it looks and what its automatic number is (`\listtext`), so neither
styles nor lists need to be worked out.
"""

import copy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import regex
from docx.opc.constants import RELATIONSHIP_TYPE as RELATED

from extract.layout import Layout
from extract.limits import check_runs, check_size, check_time
from extract.readers.docx import Story
from extract.readers.rtf_state import Font, State, Writing, bullet_of, named
from extract.readers.rtf_words import (
    ALIGNMENTS,
    BOXES,
    CODE_PAGES,
    KEPT,
    LABELS,
    LETTERS,
    SIGNS,
    SKIPPED,
    SYMBOLS,
    TOKEN,
)
from extract.readers.word.making import DEEPEST, Look, Shape, box, paragraph, run, w
from extract.readers.word.xml import Element
from plan.errors import UnreadableError
from plan.messages import N_
from plan.model import Finding

SIGNS_OF_FONTS = {code: 0xF000 + code for code in range(0x21, 0x100)}
"""Where letters of fonts of signs stand in Unicode."""
NUMBERS_LOST = Finding(
    code="numbers-lost",
    template=N_(
        "the file numbers its lists without saying the numbers; "
        "open it in Word and save it as .docx to have them"
    ),
)
UPR_DEPTH = 2
r"""From the group around `\upr` to that of `\ud`."""
DEPTH_COSTS = 100
"""An open group stands for that many stretches of letters: two thousand may be open at once."""
BORDERS = regex.compile(r"(?:cl|tr)brdr[tlbrhv]")
LINES = regex.compile(r"brdr(?:s|th|db|dot|dash|hair|dashsm|dashd|dashdd|triple|thtn\w+|tnth\w+)")


def read(path: Path) -> Layout:
    """The RTF file at `path`; each `Line` is a paragraph.

    Raises:
        UnreadableError: no text in it.
        LimitError: over a limit of size.
    """
    check_size(path)
    reader = Reader(path)
    reader.feed(path.read_bytes().decode("latin-1"))
    notes = {RELATED.FOOTNOTES: w("footnotes", *reader.notes)}
    layout = Story.made_of(w("body", *reader.end()), notes).layout()
    if not layout.text.strip():
        raise UnreadableError(
            N_("{file}: the RTF file is damaged or has no text; ask for a new copy"),
            file=path.name,
        )
    lost = (NUMBERS_LOST,) if reader.lists and not reader.labels else ()
    return replace(layout, format="rtf", reader="kehoach", losses=lost)


class Reader:
    """Goes through the words of an RTF file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.made = self.characters = 0
        self.states = [State()]
        self.writings = [Writing()]
        self.notes: list[Element] = []
        self.fonts: dict[int | None, Font] = {}
        self.default_font: int | None = None
        self.code_page = "cp1252"
        self.lists = self.labels = False
        self.reach: str | None = None
        self.joined = self.cell_border = False
        self.bytes = bytearray()
        self.text: list[str] = []
        self.to_skip = 0

    @property
    def state(self) -> State:
        """The state of the innermost group."""
        return self.states[-1]

    @property
    def writing(self) -> Writing:
        """The innermost text."""
        return self.writings[-1]

    def feed(self, source: str) -> None:
        """Read the whole of a file, its bytes as letters."""
        at = 0
        while found := TOKEN.match(source, at):
            at = found.end()
            if found["word"] == "bin":
                at += max(0, int(found["number"] or 0))
            elif found["word"]:
                self.word(found["word"], None if found["number"] is None else int(found["number"]))
            else:
                self.other(found)

    def other(self, found: "regex.Match[str]") -> None:
        """A token that is no word."""
        if found["text"]:
            self.letters(found["text"])
        elif found["byte"]:
            self.letters(chr(int(found["byte"], 16)))
        elif found["open"]:
            self.flush()
            opened = copy.copy(self.state)
            opened.box = opened.note = False
            self.states.append(opened)
            check_runs(self.path, DEPTH_COSTS * len(self.states))
        elif found["close"]:
            self.close()
        elif found["sign"]:
            self.sign(found["sign"])

    def sign(self, sign: str) -> None:
        """A control symbol."""
        if sign == "*":
            self.state.optional = True
        elif SIGNS.get(sign) == "\\par":
            self.word("par", None)
        elif sign in SIGNS:
            self.unicode(SIGNS[sign])

    def letters(self, text: str) -> None:
        """Letters that are bytes in the font's code page."""
        if self.to_skip:
            skipped = min(self.to_skip, len(text))
            self.to_skip -= skipped
            text = text[skipped:]
        if text and not self.state.skipped:
            self.bytes += text.encode("latin-1")

    def unicode(self, text: str) -> None:
        """Letters that are Unicode."""
        if self.to_skip:
            self.to_skip -= 1
        elif not self.state.skipped:
            self.decode()
            self.text.append(text)

    def decode(self) -> None:
        """Turn bytes that have come into letters."""
        if not self.bytes:
            return
        font = self.fonts.get(self.font_number, Font())
        content, self.bytes = bytes(self.bytes), bytearray()
        if font.charset == SYMBOLS:
            self.text.append(content.decode("latin-1").translate(SIGNS_OF_FONTS))
            return
        page = self.code_page if font.charset is None else CODE_PAGES.get(font.charset)
        self.text.append(content.decode(page or self.code_page, "replace"))

    @property
    def font_number(self) -> int | None:
        """The number of the font that is on."""
        return self.default_font if self.state.font is None else self.state.font

    def flush(self) -> None:
        """Make a run of the letters that have come."""
        self.decode()
        text = "".join(self.text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self.text.clear()
        state = self.state
        if not text or state.skipped:
            return
        self.count(len(text))
        if state.fonts:
            self.fonts.setdefault(state.font, Font()).name += text
            return
        if state.label:
            text = bullet_of(text)
        font = self.fonts.get(self.font_number)
        made = run(text, Look(state.bold, state.italic, named(font), state.size, state.hidden))
        if state.deleted or state.inserted:
            made = w("del" if state.deleted else "ins", made)
        self.writing.runs.append(made)

    def close(self) -> None:
        """The end of a group."""
        self.flush()
        ended = self.states.pop()
        if ended.box or ended.note:
            self.end_writing(ended)
        if not self.states:
            self.states.append(State(skipped=True))

    def end_writing(self, ended: State) -> None:
        """The end of a text box or note."""
        writing = self.writings.pop()
        writing.end_paragraph(State(align=ended.align))
        blocks = writing.flow.blocks()
        if ended.note:
            self.notes.append(w("footnote", *blocks, id=len(self.notes) + 1))
        else:
            self.writing.runs.append(box(blocks))

    def end(self) -> list[Element]:
        """The blocks of the main text, whatever is still open closed."""
        while len(self.states) > 1:
            self.close()
        self.flush()
        if self.writing.runs:
            self.writing.end_paragraph(self.state)
        return self.writings[0].flow.blocks()

    def word(self, word: str, number: int | None) -> None:
        """A control word."""
        if self.to_skip:
            self.to_skip -= 1
            return
        state = self.state
        optional, state.optional = state.optional, False
        if (optional and word not in KEPT) or word in SKIPPED:
            self.flush()
            state.skipped = True
        elif word == "ud":
            # The Unicode half of `\upr`: read where the group around both is.
            state.skipped = len(self.states) > UPR_DEPTH and self.states[-1 - UPR_DEPTH].skipped
        elif state.skipped:
            return
        elif word == "u":
            code = number or 0
            self.unicode(chr(code & 0xFFFF))
            self.to_skip = state.fallback
        elif word in LETTERS:
            self.unicode(LETTERS[word])
        elif word in WORDS:
            self.flush()
            WORDS[word](self, number)
        elif word in BOXES or word in {"footnote", "fonttbl"} or word in LABELS:
            self.flush()
            self.begin(word)
        else:
            self.border(word)

    def begin(self, word: str) -> None:
        """The beginning of a destination that is read apart."""
        state = self.state
        state.fonts = word == "fonttbl"
        state.label = word in LABELS
        self.labels |= state.label
        is_apart = word in BOXES or word == "footnote"
        nested = state.box or state.note or len(self.writings) > DEEPEST
        if is_apart and not nested:
            state.box, state.note = word in BOXES, word == "footnote"
            self.writings.append(Writing())
            state.in_table, state.depth = False, 1

    def border(self, word: str) -> None:
        """Words that tell whether a table's lines are drawn."""
        if word.startswith("brdr") or "brdr" in word:
            if LINES.fullmatch(word):
                self.state.shape.ruled |= self.cell_border
            else:
                self.cell_border = BORDERS.fullmatch(word) is not None

    def plain(self, _: int | None) -> None:
        """Letters look as they do where nothing is said."""
        state = self.state
        state.bold = state.italic = state.hidden = state.deleted = state.inserted = False
        state.font = state.size = None

    def pard(self, _: int | None) -> None:
        """A paragraph looks as it does where nothing is said."""
        self.state.align, self.state.in_table, self.state.depth = None, False, 1

    def par(self, _: int | None) -> None:
        """The end of a paragraph."""
        self.writing.end_paragraph(self.state)
        self.count()

    def count(self, characters: int = 0) -> None:
        """Count a run of so many letters or a paragraph; there may be only so many."""
        check_time()
        self.made += 1
        self.characters += characters
        check_runs(self.path, self.made, self.characters)

    def cell(self, depth: int) -> None:
        """The end of a cell."""
        self.writing.flow.add(paragraph(self.writing.runs, align=self.state.align), depth)
        self.writing.runs = []
        self.writing.flow.end_cell(depth)
        self.count()

    def row(self, depth: int) -> None:
        """The end of a row."""
        self.writing.flow.end_row(depth, self.state.shape)

    def trowd(self, _: int | None) -> None:
        """The beginning of a row's description."""
        self.state.shape = Shape([0])
        self.reach, self.joined = None, False

    def cellx(self, number: int | None) -> None:
        """The right edge of a cell, which closes its description."""
        shape = self.state.shape
        shape.edges.append(max(number or 0, shape.edges[-1] if shape.edges else 0))
        shape.joined.append(self.joined)
        shape.reach.append(self.reach)
        self.reach, self.joined = None, False

    def left(self, number: int | None) -> None:
        """The left edge of a row."""
        self.state.shape.edges[:1] = [number or 0]


def on(name: str) -> Callable[[Reader, int | None], None]:
    """What a word does that switches `name` on, or with 0 off."""
    return lambda reader, number: setattr(reader.state, name, number != 0)


def keep(name: str, value: object) -> Callable[[Reader, int | None], None]:
    """What a word does that says what `name` is."""
    return lambda reader, _: setattr(reader.state, name, value)


def take(name: str) -> Callable[[Reader, int | None], None]:
    """What a word does whose number is what `name` is."""
    return lambda reader, number: setattr(reader.state, name, number)


def note(name: str, value: object) -> Callable[[Reader, int | None], None]:
    """What a word does that tells the reader what `name` is."""
    return lambda reader, _: setattr(reader, name, value)


def set_font(reader: Reader, number: int | None) -> None:
    r"""`\f`: the font, in the font table the one that is told of."""
    reader.state.font = number
    if reader.state.fonts:
        reader.fonts[number] = Font()


def set_charset(reader: Reader, number: int | None) -> None:
    r"""`\fcharset` of the font that is told of."""
    if reader.state.fonts:
        reader.fonts.setdefault(reader.state.font, Font()).charset = number


def set_code_page(reader: Reader, number: int | None) -> None:
    r"""`\ansicpg`: the code page where the font says none."""
    page = f"cp{number}"
    reader.code_page = page if page in CODE_PAGES.values() else "cp1252"


WORDS: dict[str, Callable[[Reader, int | None], None]] = {
    "ansicpg": set_code_page,
    "deff": lambda reader, number: setattr(reader, "default_font", number),
    "f": set_font,
    "fcharset": set_charset,
    "fs": take("size"),
    "b": on("bold"),
    "i": on("italic"),
    "v": on("hidden"),
    "deleted": on("deleted"),
    "revised": on("inserted"),
    "plain": Reader.plain,
    "pard": Reader.pard,
    "par": Reader.par,
    "sect": Reader.par,
    "uc": lambda reader, number: setattr(reader.state, "fallback", max(0, min(number or 0, 9))),
    "intbl": keep("in_table", value=True),
    "itap": lambda reader, number: setattr(reader.state, "depth", max(0, number or 0)),
    "cell": lambda reader, _: reader.cell(1),
    "row": lambda reader, _: reader.row(1),
    "nestcell": lambda reader, _: reader.cell(max(2, reader.state.tables)),
    "nestrow": lambda reader, _: reader.row(max(2, reader.state.tables)),
    "ls": note("lists", value=True),
    "trowd": Reader.trowd,
    "trleft": Reader.left,
    "cellx": Reader.cellx,
    "clmrg": note("joined", value=True),
    "clvmgf": note("reach", value="restart"),
    "clvmrg": note("reach", value="continue"),
    **{word: keep("align", value) for word, value in ALIGNMENTS.items()},
}
