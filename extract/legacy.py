"""Vietnamese typed before Unicode: TCVN3 (fonts like .VnTime) and VNI (fonts like VNI-Times).

Both put Vietnamese letters where other fonts have Western European ones, so that only the font
tells what a letter is. TCVN3 has one code per letter, toned capitals only in fonts of capitals
(.VnTimeH). VNI writes a base letter and behind it another that stands for its marks.
"""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

import regex

from extract.readers.syllables import is_syllable
from plan.messages import N_
from plan.model import Finding
from plan.text import nfc

Encoding = Literal["tcvn3", "vni"]
"""A legacy encoding (bảng mã)."""

TCVN3_FONT = regex.compile(r"\.(?i:vn)|Vn[A-Z0-9]")
VNI_FONT = regex.compile(r"(?i:vni)[- ]")
SUBSET = regex.compile(r"[A-Z]{6}\+")
"""What stands before the name of a font of which a PDF holds only some letters."""
CAPITALS = regex.compile(r"H(?:[-, ]*(?:Bold|Italic|Regular))*$")
"""How the names of TCVN3's fonts of capitals end."""

TCVN3 = str.maketrans(
    "¡¢§£¤¥¦µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ\x1f",
    "ĂÂĐÊÔƠƯàảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵư",
)
"""TCVN 5712:1993, set VN3. `ư` is the soft hyphen, which Word keeps as its own U+001F."""

ACUTE, GRAVE, HOOK, TILDE, DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
CIRCUMFLEX, BREVE = "\u0302", "\u0306"
VNI_SINGLE = dict(zip("ñôöíìæóòîÑÔÖÍÌÆÓÒÎ", "đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ", strict=True))
VNI_TONES = dict(zip("ùøûõï", (ACUTE, GRAVE, HOOK, TILDE, DOT), strict=True))
VNI_HATS = {"â": CIRCUMFLEX} | {
    code: CIRCUMFLEX + tone for code, tone in zip("áàåãä", VNI_TONES.values(), strict=True)
}
VNI_BREVES = {"ê": BREVE} | {
    code: BREVE + tone for code, tone in zip("éèúüë", VNI_TONES.values(), strict=True)
}
VNI_MARKS: Mapping[str, Mapping[str, str]] = {
    "a": VNI_TONES | VNI_HATS | VNI_BREVES,
    **dict.fromkeys("eo", VNI_TONES | VNI_HATS),
    **dict.fromkeys("uyôö", VNI_TONES),
}
"""Base letter → letter behind it → its marks: VNI for Windows, as published by VNI Software."""

NAMES = {"tcvn3": "TCVN3", "vni": "VNI"}
"""Encodings as people call them."""

MODERN = regex.compile(r"[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
"""Vietnamese letters that no legacy font has under their own code."""
WORD = regex.compile(r"[A-Za-z\u00a1-\u024f\u0300-\u0323\u1ea0-\u1ef9]+")
MARKED = regex.compile(r"(?=.*[A-Za-z]).*[^A-Za-z]")
SHOUTED = regex.compile(r"(?V1)(?<!\p{L})(?:[\p{L}--[a-z]]*[A-Z]){2}[\p{L}--[a-z]]*(?!\p{L})")
"""A word whose plain letters are capitals, two of them or more."""

ENOUGH_WORDS = 20
SURE = 0.95
"""So many of the words with marks must be syllables for a guess."""
LIKELY = 0.7
"""So many where it is only reported."""
LEAD = 0.3
"""So much larger must that share be than with any other reading."""


def encoding_of(font: str) -> Encoding | None:
    """The encoding that the name of a font tells; `None` for Unicode fonts."""
    name = SUBSET.sub("", font)
    if TCVN3_FONT.match(name):
        return "tcvn3"
    return "vni" if VNI_FONT.match(name) else None


def has_only_capitals(font: str) -> bool:
    """Whether a font shows small letters as capitals (.VnTimeH)."""
    return encoding_of(font) == "tcvn3" and CAPITALS.search(font) is not None


def in_font(text: str, font: str | None) -> str:
    """What `text` shows in the font of a name; it stays as it is in Unicode fonts."""
    encoding = encoding_of(font or "")
    return to_unicode(text, encoding, capitals=has_only_capitals(font or "")) if encoding else text


def to_unicode(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """What `text` shows in a font of `encoding`, in NFC; `capitals`: in a font of capitals."""
    return "".join(spelled(text, encoding, capitals=capitals))


def spelled(text: str, encoding: Encoding, *, capitals: bool = False) -> list[str]:
    """What each character of `text` shows: a letter with its marks, behind it nothing for them."""
    letters = SPELLED[encoding](text)
    return [letter.upper() for letter in letters] if capitals else letters


def spelled_tcvn3(text: str) -> list[str]:
    """Each character as TCVN3."""
    return list(text.translate(TCVN3))


def spelled_vni(text: str) -> list[str]:
    """Each character as VNI; small marks behind a capital are those of the capital."""
    letters: list[str] = []
    for before, letter in zip(f" {text}", text, strict=False):
        marks = VNI_MARKS.get(before.lower(), {}).get(letter.lower())
        if marks:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + marks)
        letters.append("" if marks else VNI_SINGLE.get(letter, letter))
    return letters


SPELLED: Mapping[Encoding, Callable[[str], list[str]]] = {
    "tcvn3": spelled_tcvn3,
    "vni": spelled_vni,
}


def changes(text: str, encoding: Encoding) -> int:
    """How many letters of `text` mean others in `encoding`."""
    pairs = zip(text, spelled(text, encoding), strict=True)
    return sum(shown not in {"", letter} for letter, shown in pairs)


def report(name: str, count: int) -> Finding:
    """The finding that letters were converted."""
    return Finding(
        code="legacy-encoding",
        severity="info",
        template=N_("letters typed in the old encoding {encoding}, read as Unicode: {count}"),
        args={"encoding": NAMES.get(name, name), "count": count},
    )


def without_fonts(text: str, encoding: Encoding) -> str:
    """`text` of which no font is known as Unicode.

    Capitals that TCVN3 leaves to the font are told by the word: `CéNG` is `CỘNG`. A word without
    two plain capitals is one where its whole line is (`Xà HéI`), else it is left as it stands.
    """
    found = to_unicode(text, encoding)
    if encoding == "vni":
        return found
    return "".join(raised(line) for line in found.splitlines(keepends=True))


def raised(line: str) -> str:
    """A line, words of capitals made capitals throughout."""
    sure = [word for word in SHOUTED.findall(line) if not word.isupper()]
    if sure and not regex.search("[a-z]", line):
        return line.upper()
    return SHOUTED.sub(lambda word: word[0].upper(), line)


def guess(text: str) -> Encoding | None:
    """The legacy encoding of a whole document whose letters were read as Western European ones.

    `None` for Unicode, for short texts, and for whatever is not sure.
    """
    found = None if MODERN.search(text) else suspected(text, SURE)
    return None if found == "tcvn3" and lacks_u_horn(text) else found


def suspected(text: str, least: float = LIKELY) -> Encoding | None:
    """The legacy encoding that a text seems to have, though a part of it may have another."""
    legacy: dict[str, str] = {name: to_unicode(text, name) for name in SPELLED}
    found = clearest({"": text, **legacy}, least)
    return next((name for name in SPELLED if name == found), None)


def decoded(content: bytes) -> tuple[str, str] | None:
    """The text of 8-bit `content` that does not say its encoding, and the encoding's name.

    `None` where it is not sure. Besides the legacy encodings windows-1258 is tried.
    """
    try:
        western = content.decode("cp1252")
        vietnamese = str(nfc(content.decode("cp1258", "replace")))
    except UnicodeDecodeError:
        return None
    legacy: dict[str, str] = {name: without_fonts(western, name) for name in SPELLED}
    readings = {"": western, "windows-1258": vietnamese, **legacy}
    found = clearest(readings, SURE)
    if not found or (found == "tcvn3" and lacks_u_horn(western)):
        return None
    return readings[found], found


def lacks_u_horn(text: str) -> bool:
    """Whether TCVN3 has no ư at all: programs that drop soft hyphens took them away."""
    return "\u00ad" not in text


def clearest(readings: Mapping[str, str], least: float) -> str:
    """The name of the reading that alone is made of Vietnamese syllables; empty if none is."""
    shares = {name: share_of_syllables(text) for name, text in readings.items()}
    first, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    return first if shares[first] >= max(least, shares[second] + LEAD) else ""


def share_of_syllables(text: str) -> float:
    """How many of the words with marks are Vietnamese syllables; 0 where there are few of them."""
    words = marked_words(text)
    return syllables_in(text) / len(words) if len(words) >= ENOUGH_WORDS else 0.0


def syllables_in(text: str) -> int:
    """The number of words with marks that are Vietnamese syllables."""
    return sum(map(is_syllable, marked_words(text)))


def marked_words(text: str) -> list[str]:
    """The words that have both plain letters and others."""
    return [word for word in WORD.findall(text) if MARKED.match(word)]
