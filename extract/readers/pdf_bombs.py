"""PDF streams that unpack to more than any page draws: told before pdfium unpacks them.

pdfium unpacks a stream as a whole, up to a gigabyte. Only a packed stream of some size can become
that large, so the many small ones are not looked at.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path

import regex

from extract.limits import STREAM_MEGABYTES
from plan.errors import LimitError
from plan.messages import N_
from plan.packages import MEGABYTE

HARDEST = 1000
"""Times that Deflate packs at most, roughly."""
STREAM = regex.compile(rb"\bstream\r?\n")
PACKED_TWICE = regex.compile(rb"/Fl(?:ateDecode)?\s*/Fl(?:ateDecode)?\b")
CHUNK = 64 * 1024


def check_streams(path: Path) -> None:
    """Refuse a PDF with a stream that unpacks to more than `STREAM_MEGABYTES` (`LimitError`)."""
    content = path.read_bytes()
    if PACKED_TWICE.search(content) or any(map(is_bomb, large_streams(content))):
        raise LimitError(
            N_(
                "{file}: a page unpacks to more than {limit} MB, which no plan needs; "
                "print it to a new PDF"
            ),
            file=path.name,
            limit=STREAM_MEGABYTES,
        )


def large_streams(content: bytes) -> Iterator[memoryview]:
    """The streams that are long enough to unpack to too much."""
    for found in STREAM.finditer(content):
        end = content.find(b"endstream", found.end())
        end = len(content) if end < 0 else end
        if end - found.end() > STREAM_MEGABYTES * MEGABYTE // HARDEST:
            yield memoryview(content)[found.end() : end]


def is_bomb(packed: memoryview) -> bool:
    """Whether a stream, where it is packed with Deflate, unpacks to too much."""
    unpacking = zlib.decompressobj()
    size = 0
    for at in range(0, len(packed), CHUNK):
        try:
            piece = unpacking.decompress(packed[at : at + CHUNK], CHUNK * HARDEST)
        except zlib.error:
            return False
        size += len(piece)
        if size > STREAM_MEGABYTES * MEGABYTE:
            return True
    return False
