"""What is done to the glyphs of a PDF page so that they say what is printed, and its report."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extract.readers.pdf_drawn import Drawn
from extract.readers.pdf_glyphs import Glyph
from extract.readers.pdf_letters import MISMAPPED, Decoder
from extract.readers.pdf_old_fonts import modernised
from plan.messages import N_
from plan.model import Finding

TEMPLATES = {
    "letters-recovered": N_(
        "page {pages}: the font {font} does not say which letters it prints; they were told by its "
        "order and by the words"
    ),
    "letters-mismapped": N_("page {pages}: the font {font} gives Ƣ for Ư; read as Ư"),
    "letters-modernised": N_(
        "page {pages}: the font {font} is from before Unicode; its letters were read as Unicode"
    ),
    "hidden-text": N_("page {pages}: text that is not seen on the page was left out"),
}
"""Code of a repair → what a person reads."""


class Repair(NamedTuple):
    """What was done on the page `page` (from 0) to the glyphs of a font."""

    code: str
    font: str
    page: int


def repaired(
    number: int, glyphs: list[Glyph], drawn: Drawn, decoder: Decoder
) -> tuple[list[Glyph], list[Repair]]:
    """The glyphs of page `number` without hidden ones, with the letters that are meant."""
    seen = [glyph for glyph in glyphs if glyph.font.ink == "seen" or is_seen(glyph, drawn)]
    hidden = len(seen) < len(glyphs)
    done = [("letters-recovered", name) for name in sorted(decoder.decode(seen))]
    done += [("letters-mismapped", name) for name in sorted(mismapped(seen))]
    done += [("letters-modernised", name) for name in sorted(modernised(seen))]
    if hidden:
        done.append(("hidden-text", ""))
    shown = [glyph for glyph in seen if glyph.text]
    return shown, [Repair(code, name, number) for code, name in done]


def is_seen(glyph: Glyph, drawn: Drawn) -> bool:
    """Whether a glyph without ink of its own stands on a picture or, white, on a filled shape."""
    boxes = drawn.pictures if glyph.font.ink == "none" else [*drawn.pictures, *drawn.fills]
    middle = glyph.baseline - glyph.size / 4
    return any(box[0] <= glyph.x <= box[2] and box[1] <= middle <= box[3] for box in boxes)


def mismapped(glyphs: Iterable[Glyph]) -> set[str]:
    """Put right letters that no Vietnamese word has; the fonts that gave them."""
    wrong = [glyph for glyph in glyphs if glyph.text in MISMAPPED]
    for glyph in wrong:
        glyph.text = MISMAPPED[glyph.text]
    return {glyph.font.name for glyph in wrong}


def report(repairs: Sequence[Repair]) -> Iterator[Finding]:
    """The repairs of a document, each kind and font once with its pages."""
    for code, font in dict.fromkeys((repair.code, repair.font) for repair in repairs):
        pages = [r.page + 1 for r in repairs if (r.code, r.font) == (code, font)]
        yield Finding(
            code=code,
            severity="info",
            template=TEMPLATES[code],
            args={"pages": ranges(pages), "font": font},
        )


def ranges(numbers: Sequence[int]) -> str:
    """Numbers in ascending order as one writes them: `1-3, 7`."""
    starts = [number for number in numbers if number - 1 not in numbers]
    ends = [number for number in numbers if number + 1 not in numbers]
    pairs = zip(starts, ends, strict=True)
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in pairs)
