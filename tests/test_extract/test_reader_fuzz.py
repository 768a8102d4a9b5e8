"""Damaged files: whatever was cut off or overwritten, a layout comes or one of our errors."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import regex
from test_extract.pdffiles import Page, pdf
from test_extract.wordfiles import (
    definition,
    level,
    num,
    numbered,
    p,
    package,
    run,
    tbl,
    tc,
    tr,
    zipped,
)
from word import contents

from extract.layout import Layout
from extract.readers import read_layout
from plan.errors import LimitError, UnreadableError

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
Damage = Callable[[random.Random, bytes], bytes]

WORD = package(
    p(run("KẾ HOẠCH", "<w:b/>"), style="T")
    + numbered("Mục đích")
    + numbered("Yêu cầu", 1)
    + tbl(tr(tc("a", properties='<w:gridSpan w:val="2"/>')), tr(tc("b"), tc("c")))
    + p("Chú thích", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    styles='<w:style w:type="paragraph" w:styleId="T"><w:rPr><w:sz w:val="28"/></w:rPr></w:style>',
    numbering=definition(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."))
    + num(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    footnotes=f'<w:footnote w:id="2">{p("Hiện trạng")}</w:footnote>',
)
PDF = pdf(
    Page().lines(85, 80, "UY BAN", "XA").lines(330, 80, "CONG HOA", "Doc lap"),
    Page().grid([85, 200, 500], [100, 140, 180]).text(90, 120, "TT").text(205, 120, "Viec"),
)

SIGNED = pdf(
    Page().text(85, 100, "So:", 13).text(150, 100, "/KH-UBND", 13).stamp(112, 100, "5 6 5"),
    Page().glyphs(85, 100, [55, 75, 88, 70, 3, 1200], "u").raw("3 Tr").text(85, 200, "An"),
    signatures=[("D:20241115173007+07'00'", b"\x30\x82\x01\x00" + bytes(range(256)))],
)


def overwritten(rng: random.Random, content: bytes) -> bytes:
    damaged = bytearray(content)
    for _ in range(rng.choice([1, 5, 40])):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def cut_off(rng: random.Random, content: bytes) -> bytes:
    return content[: rng.randrange(len(content))]


def odd_values(rng: random.Random, content: bytes) -> bytes:
    """The package with some attributes of its parts saying something else."""
    parts = contents(content)
    name = rng.choice([name for name in parts if name.startswith("word/")])
    odd = ["", "x", "-1", "99999999999999999999", "1.5", "ă", "²", "%9", "word/none.xml"]
    chosen = set(rng.sample(range(60), 6))
    count = iter(range(10_000))
    parts[name] = regex.sub(
        rb'(?<==")[^"]*(?=")',
        lambda found: rng.choice(odd).encode() if next(count) in chosen else found[0],
        parts[name],
    )
    return zipped(parts)


def without_a_part(rng: random.Random, content: bytes) -> bytes:
    parts = contents(content)
    del parts[rng.choice(sorted(parts))]
    return zipped(parts)


CASES: list[tuple[str, bytes, Damage, int]] = [
    ("docx", WORD, overwritten, 60),
    ("docx", WORD, cut_off, 20),
    ("docx", WORD, odd_values, 150),
    ("docx", WORD, without_a_part, 12),
    ("pdf", PDF, overwritten, 120),
    ("pdf", PDF, cut_off, 40),
    ("pdf", SIGNED, overwritten, 120),
    ("pdf", SIGNED, cut_off, 20),
    ("md", (SAMPLES / "ke-hoach-huyen-ha-tang-so.md").read_bytes(), overwritten, 30),
    ("md", (SAMPLES / "ke-hoach-huyen-ha-tang-so.md").read_bytes(), cut_off, 30),
]


@pytest.mark.parametrize(
    ("suffix", "content", "damage", "times"),
    CASES,
    ids=[f"{suffix}-{damage.__name__}-{len(content)}" for suffix, content, damage, _ in CASES],
)
def test_damaged_files(
    suffix: str, content: bytes, damage: Damage, times: int, tmp_path: Path
) -> None:
    rng = random.Random(suffix + damage.__name__)  # noqa: S311 - damage, not secrets
    file = tmp_path / f"hỏng.{suffix}"
    for _ in range(times):
        file.write_bytes(damage(rng, content))
        outcome = attempt(file)
        assert isinstance(outcome, Layout) or outcome.startswith("hỏng.")


def attempt(file: Path) -> Layout | str:
    try:
        return read_layout(file)
    except (UnreadableError, LimitError) as error:
        return str(error)
