"""How letters and paragraphs of a .doc look: pages of runs, each with its changes ([MS-DOC] 2.9).

A change (sprm) is a code and an operand; runs without changes look as their style says.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.readers.doc97.pieces import plc, u16

PAGE = 512
SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Kind of operand (spra) → its length; the sixth kind says its length itself."""
TABLE_SHAPE, TABS = 0xD608, 0xC615
HUGE = (0x6645, 0x6646)
"""Changes that stand elsewhere, in the data stream."""

Changes = Mapping[int, bytes]


def changes(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """The changes of a list: code and operand."""
    at = 0
    while at + 2 < len(grpprl):
        code = u16(grpprl, at)
        at += 2
        size = operand_size(code, grpprl[at : at + 2])
        lead = 2 if code == TABLE_SHAPE else 1 if code >> 13 == 6 else 0  # noqa: PLR2004 - as said
        yield code, grpprl[at + lead : at + size]
        at += size


def operand_size(code: int, head: bytes) -> int:
    """How long the operand of a change is, that begins with `head`."""
    kind = code >> 13
    if kind in SIZES:
        return SIZES[kind]
    if code == TABLE_SHAPE and len(head) > 1:
        return u16(head, 0) + 1
    return 1 + (head[0] if head else 0)


@dataclass(frozen=True)
class Runs:
    """Runs by their place in the main stream."""

    starts: list[int]
    ends: list[int]
    grpprls: list[bytes]

    def at(self, place: int) -> tuple[bytes, int]:
        """The changes that hold at `place`, and where they end."""
        index = bisect_right(self.starts, place) - 1
        if index < 0 or place >= self.ends[index]:
            following = self.starts[index + 1] if index + 1 < len(self.starts) else 1 << 40
            return b"", following
        return self.grpprls[index], self.ends[index]


def runs_of(main: bytes, table: bytes, *, paragraphs: bool) -> Runs:
    """The runs of letters, or of paragraphs, that the pages of a table tell of."""
    found: dict[int, tuple[int, bytes]] = {}
    for entry in plc(table, 4)[1]:
        number = struct.unpack("<I", entry)[0]
        page = main[number * PAGE : (number + 1) * PAGE]
        if len(page) == PAGE:
            found |= dict(paragraphs_on(page) if paragraphs else letters_on(page))
    starts = sorted(found)
    return Runs(starts, [found[at][0] for at in starts], [found[at][1] for at in starts])


def letters_on(page: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Start, end and changes of the runs of letters on a page."""
    count = min(page[-1], (PAGE - 5) // 5)
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        at = page[4 * (count + 1) + index] * 2
        yield bounds[index], (bounds[index + 1], page[at + 1 : at + 1 + page[at]] if at else b"")


def paragraphs_on(page: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Start, end and changes of the paragraphs on a page; the changes begin with the style."""
    count = min(page[-1], (PAGE - 5) // 17)
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        at = page[4 * (count + 1) + 13 * index] * 2
        yield bounds[index], (bounds[index + 1], paragraph_at(page, at) if at else b"")


def paragraph_at(page: bytes, at: int) -> bytes:
    """The style and changes of a paragraph at a place on its page."""
    words = page[at]
    if words:
        return page[at + 1 : at + 2 * words]
    return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < PAGE else b""


def unfolded(grpprl: bytes, data: bytes) -> dict[int, bytes]:
    """Code → operand, those that stand in the data stream put in their place."""
    found: dict[int, bytes] = {}
    for code, operand in changes(grpprl):
        if code in HUGE and len(operand) == SIZES[3]:
            at = struct.unpack("<I", operand)[0]
            length = u16(data, at) if at + 2 <= len(data) else 0
            found |= dict(changes(data[at + 2 : at + 2 + length]))
        else:
            found[code] = operand
    return found
