"""What holds while RTF is read: the look of a group, the text that is written, the fonts."""

from dataclasses import dataclass, field

from extract.readers.word.making import Flow, Shape, paragraph
from extract.readers.word.numbering import bullet
from extract.readers.word.xml import Element


@dataclass
class State:
    """What holds within a group: where its text goes and how it looks."""

    skipped: bool = False
    optional: bool = False
    fonts: bool = False
    label: bool = False
    box: bool = False
    note: bool = False
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    font: int | None = None
    size: int | None = None
    fallback: int = 1
    align: str | None = None
    in_table: bool = False
    depth: int = 1
    shape: Shape = field(default_factory=Shape)

    @property
    def tables(self) -> int:
        """In how many tables a paragraph stands."""
        return max(self.depth, 1) if self.in_table else 0


@dataclass
class Writing:
    """A text that is being written: the main one, a note, a text box."""

    flow: Flow = field(default_factory=Flow)
    runs: list[Element] = field(default_factory=list)
    depth: int = 0

    def end_paragraph(self, state: State) -> None:
        """Close the open paragraph."""
        self.flow.add(paragraph(self.runs, align=state.align), state.tables)
        self.runs = []


@dataclass
class Font:
    """A font of the font table: its name as it grows, and its character set."""

    name: str = ""
    charset: int | None = None


def named(font: Font | None) -> str | None:
    """The name of a font."""
    return font.name.split(";")[0].strip() or None if font else None


def bullet_of(label: str) -> str:
    """A label as printed, signs of symbol fonts as the dash or plus that they stand for."""
    text = label.strip()
    return (
        f"{bullet(text)} " if text and (text == "o" or not any(map(str.isalnum, text))) else label
    )
