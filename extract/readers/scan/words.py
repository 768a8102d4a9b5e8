"""What Tesseract found, from its hOCR: words with boxes and a share of certainty, in lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import regex
from lxml import etree

from plan.text import nfc

NUMBERS = r"(-?[\d.]+)"
BOX = regex.compile(r"\bbbox " + " ".join([NUMBERS] * 4))
CERTAIN = regex.compile(rf"\bx_wconf {NUMBERS}")
BASELINE = regex.compile(rf"\bbaseline {NUMBERS} {NUMBERS}")
SIZE = regex.compile(rf"\bx_size {NUMBERS}")
SIZE_SHARE = 0.93
"""Of a font's size, what Tesseract measures: from the foot of `g` to the top of `h`."""
SPECK_SURE, LINE_SURE = 0.6, 0.2
"""Below these a mark that is neither letter nor digit, and a whole line, are dirt."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its box in dots (left, top, right, bottom), and how sure its letters are, 0 to 1."""

    text: str
    box: Box
    sure: float


@dataclass(frozen=True, slots=True)
class Strip:
    """Words on one line: its baseline in dots from the top, and the size of its letters in dots."""

    words: tuple[Word, ...]
    baseline: float
    size: float


def strips_of(hocr: bytes) -> list[Strip]:
    """The lines in a page's hOCR, dirt left out."""
    if not hocr.strip():
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    page = etree.fromstring(hocr, parser)
    lines = page.iterfind(".//{*}span[@title]") if page is not None else ()
    found = (strip_of(line) for line in lines if line.find("{*}span") is not None)
    return [strip for strip in found if strip is not None]


def usual_size(strips: Sequence[Strip]) -> float:
    """The size in dots that most words of a page have."""
    return median(strip.size for strip in strips for _ in strip.words) if strips else 0.0


def strip_of(line: "etree._Element") -> Strip | None:
    """One line, or `None` where it is dirt."""
    title = line.get("title", "")
    box, slope, size = BOX.search(title), BASELINE.search(title), SIZE.search(title)
    words = tuple(words_in(line))
    if box is None or not words or sum(word.sure for word in words) < LINE_SURE * len(words):
        return None
    left, _, right, bottom = map(float, box.groups())
    rise = float(slope[1]) * (right - left) / 2 + float(slope[2]) if slope else 0.0
    height = float(size[1]) if size else words[0].box[3] - words[0].box[1]
    return Strip(words, bottom + rise, height / SIZE_SHARE)


def words_in(line: "etree._Element") -> Iterator[Word]:
    """The words of one line."""
    for element in line.iterfind("{*}span"):
        title = element.get("title", "")
        box, sure = BOX.search(title), CERTAIN.search(title)
        text = str(nfc("".join(map(str, element.itertext())).strip()))
        if not text or box is None:
            continue
        share = float(sure[1]) / 100 if sure else 0.0
        if share >= SPECK_SURE or any(map(str.isalnum, text)):
            left, top, right, bottom = map(float, box.groups())
            yield Word(text, (left, top, right, bottom), share)
