"""The text of a .doc: its main streams, and the pieces that it was saved in ([MS-DOC] 2.4)."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import olefile

from extract.limits import MEGABYTE, TEXT_MEGABYTES
from plan.errors import MissingToolError
from plan.messages import N_

ENCRYPTED, SECOND_TABLE = 0x0100, 0x0200
WORD_97 = 0xC1
VERSION_AT, FLAGS_AT, LENGTHS_AT, PAIRS_AT = 0x02, 0x0A, 0x4C, 0x9A
COMPRESSED = 0x40000000
GRPPRL, PLAIN = 1, 2
POSITION = 4
"""Bytes of a character's position."""

PAIRS = {
    "styles": 1,
    "footnote_marks": 2,
    "footnotes": 3,
    "letters": 12,
    "paragraphs": 13,
    "fonts": 15,
    "pieces": 33,
    "anchors": 40,
    "endnote_marks": 46,
    "endnotes": 47,
    "boxes": 56,
    "lists": 73,
    "overrides": 74,
}
"""Tables that the head of the file points to, by their place in it (FibRgFcLcb97)."""
STORIES = ("main", "footnotes", "headers", "macros", "comments", "endnotes", "boxes")
"""The parts of the text in their order; the head tells how long each is."""


class LockedError(ValueError):
    """The document has a password."""


@dataclass(frozen=True)
class Piece:
    """Characters from `start` on: where they stand in the stream, in bytes of 1 or 2 a letter."""

    start: int
    end: int
    offset: int
    width: int

    def place(self, position: int) -> int:
        """Where a character stands in the stream."""
        return self.offset + (position - self.start) * self.width


@dataclass(frozen=True)
class Streams:
    """The streams of a .doc."""

    main: bytes
    table: bytes
    data: bytes

    @classmethod
    def of(cls, path: Path) -> "Streams":
        """The streams of the file at `path`."""
        with olefile.OleFileIO(str(path)) as container:
            main = container.openstream("WordDocument").read()
            if u16(main, VERSION_AT) < WORD_97:
                raise MissingToolError(
                    N_(
                        "{file}: this is older than Word 97 and needs LibreOffice; install it "
                        "from libreoffice.org or with: apt install libreoffice"
                    ),
                    file=path.name,
                )
            flags = u16(main, FLAGS_AT)
            if flags & ENCRYPTED:
                raise LockedError
            table = container.openstream("1Table" if flags & SECOND_TABLE else "0Table").read()
            data = container.openstream("Data").read() if container.exists("Data") else b""
        return cls(main, table, data)

    def part(self, name: str) -> bytes:
        """One of the tables that the head points to."""
        at, length = struct.unpack_from("<II", self.main, PAIRS_AT + 8 * PAIRS[name])
        return self.table[at : at + length]

    def behind(self, name: str) -> bytes:
        """What stands in the table stream behind one of the tables."""
        at, length = struct.unpack_from("<II", self.main, PAIRS_AT + 8 * PAIRS[name])
        return self.table[at + length :]

    @cached_property
    def stories(self) -> dict[str, range]:
        """The characters of each part of the text."""
        lengths = struct.unpack_from("<3i", self.main, LENGTHS_AT) + struct.unpack_from(
            "<4i", self.main, LENGTHS_AT + 12
        )
        found, at = {}, 0
        for name, length in zip(STORIES, lengths, strict=True):
            found[name] = range(at, at + max(0, length))
            at += max(0, length)
        return found

    @cached_property
    def pieces(self) -> list[Piece]:
        """The pieces of the text in order."""
        found = list(pieces_of(self.part("pieces")))
        if not found or found[-1].end > TEXT_MEGABYTES * MEGABYTE:
            raise ValueError("no text, or more than there can be")
        return found

    @cached_property
    def text(self) -> str:
        """All characters; bytes are Windows-1252, as fonts of old encodings need them too."""
        return "".join(self.letters(piece) for piece in self.pieces)

    def place(self, position: int) -> tuple[int, int, int]:
        """Where a character stands in the main stream, its bytes, and where its piece ends."""
        index = bisect_right(self.starts, position) - 1
        piece = self.pieces[max(0, index)]
        return piece.place(position), piece.width, max(piece.end, position + 1)

    @cached_property
    def starts(self) -> list[int]:
        """The first characters of the pieces."""
        return [piece.start for piece in self.pieces]

    def letters(self, piece: Piece) -> str:
        """The characters of one piece, as many as it says."""
        content = self.main[piece.offset : piece.place(piece.end)]
        letters = content.decode("cp1252" if piece.width == 1 else "utf-16-le", "replace")
        return letters[: piece.end - piece.start].ljust(piece.end - piece.start, "\ufffd")


def pieces_of(content: bytes) -> Iterator[Piece]:
    """The pieces that the piece table (Clx) tells of."""
    at = 0
    while content[at : at + 1] == bytes([GRPPRL]):
        at += 3 + u16(content, at + 1)
    if content[at : at + 1] != bytes([PLAIN]):
        raise ValueError("no piece table")
    bounds, entries = plc(content[at + 5 : at + 5 + u32(content, at + 1)], 8)
    for start, end, entry in zip(bounds, bounds[1:], entries, strict=False):
        offset = u32(entry, 2)
        if offset & COMPRESSED:
            yield Piece(start, end, (offset & ~COMPRESSED) // 2, 1)
        else:
            yield Piece(start, end, offset, 2)


def plc(content: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """A table of positions (PLC): the positions, and the entry of `size` bytes of each."""
    count = max(0, (len(content) - POSITION) // (POSITION + size))
    bounds = list(struct.unpack_from(f"<{count + 1}I", content)) if len(content) >= POSITION else []
    if bounds != sorted(bounds):
        raise ValueError("positions out of order")
    behind = content[POSITION * (count + 1) :]
    return bounds, [behind[i * size : (i + 1) * size] for i in range(count)]


def u16(content: bytes, at: int) -> int:
    """Two bytes as a number."""
    return int(struct.unpack_from("<H", content, at)[0])


def u32(content: bytes, at: int) -> int:
    """Four bytes as a number."""
    return int(struct.unpack_from("<I", content, at)[0])
