"""What happens to files on their way: bytes lost, changed, moved, said twice, said otherwise."""

import random
from collections.abc import Callable

import regex
from test_extract.wordfiles import zipped
from word import contents

Damage = Callable[[random.Random, bytes], bytes]

ODD = ["", "x", "-1", "0", "99999999999999999999", "1.5", "1e309", "ă", "²", "%9", "word/none.xml"]
XML_VALUE = regex.compile(rb'(?<==")[^"]*(?=")')
NUMBER = regex.compile(rb"\d+")
PLACES = 60
"""So many values at the head of a part are candidates for being changed."""


def overwritten(rng: random.Random, content: bytes) -> bytes:
    """The file with some bytes changed."""
    damaged = bytearray(content)
    for _ in range(rng.choice([1, 5, 40])):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def cut_off(rng: random.Random, content: bytes) -> bytes:
    """The beginning of the file."""
    return content[: rng.randrange(len(content))]


def swapped(rng: random.Random, content: bytes) -> bytes:
    """The file with two of its stretches exchanged and one number made large."""
    damaged = bytearray(content)
    one, other = rng.randrange(len(content) - 64), rng.randrange(len(content) - 64)
    damaged[one : one + 64], damaged[other : other + 64] = (
        content[other : other + 64],
        content[one : one + 64],
    )
    at = rng.randrange(1536, 1536 + 900)  # the head of the document, as LibreOffice places it
    damaged[at : at + 4] = rng.choice([b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff", bytes(4)])
    return bytes(damaged)


def repeated(rng: random.Random, content: bytes) -> bytes:
    """The file with one of its stretches many times over."""
    start = rng.randrange(len(content))
    piece = content[start : start + rng.choice([1, 8, 60, 400])]
    return content[:start] + piece * rng.choice([2, 50, 1_000]) + content[start:]


def misnumbered(rng: random.Random, content: bytes) -> bytes:
    """The file with some of its numbers saying something else."""
    odd = [b"0", b"-1", b"2147483648", b"99999999999999999999", b"1.5", b"x"]
    share = rng.choice([0.002, 0.02, 0.2])
    return bytes(NUMBER.sub(lambda n: rng.choice(odd) if rng.random() < share else n[0], content))


def odd_values(rng: random.Random, content: bytes) -> bytes:
    """The package with some attributes of its parts saying something else."""
    parts = contents(content)
    name = rng.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    chosen = set(rng.sample(range(PLACES), 6))
    count = iter(range(len(parts[name])))
    parts[name] = XML_VALUE.sub(
        lambda found: rng.choice(ODD).encode() if next(count) in chosen else found[0],
        parts[name],
    )
    return zipped(parts)


def without_a_part(rng: random.Random, content: bytes) -> bytes:
    """The package without one of its parts."""
    parts = contents(content)
    del parts[rng.choice(sorted(parts))]
    return zipped(parts)


def damaged_part(rng: random.Random, content: bytes) -> bytes:
    """The package with elements of one part lost, doubled or moved, so that it is XML still."""
    parts = contents(content)
    name = rng.choice([name for name in parts if parts[name] and name.endswith(".xml")])
    pieces = regex.split(rb"(?=<)", parts[name])
    for _ in range(rng.choice([1, 3, 20])):
        at = rng.randrange(max(len(pieces), 1))
        pieces[at : at + 1] = rng.choice(
            [
                [],
                pieces[at : at + 1] * 2,
                [*rng.sample(pieces, min(1, len(pieces))), *pieces[at : at + 1]],
            ]
        )
    parts[name] = b"".join(pieces)
    return zipped(parts)


ANY: tuple[Damage, ...] = (overwritten, cut_off, repeated, misnumbered)
"""What may happen to a file of any format."""
PACKED: tuple[Damage, ...] = (*ANY, odd_values, without_a_part, damaged_part)
"""What may happen to a package of parts."""
