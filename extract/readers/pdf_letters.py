"""Which letters the glyphs of a PDF are, where its fonts do not say so or say it wrong.

A font without a map gives numbers of glyphs. Times New Roman, printed by Windows, numbers them in
an order that is known but for some letters; those are told by the words that they stand in. What
comes out is kept only where it is made of Vietnamese syllables.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.knowledge import table
from extract.readers.pdf_glyphs import Glyph
from extract.readers.pdf_looks import Font
from extract.readers.pdf_print import LEFT, lines_of, pieces_of
from extract.readers.syllables import is_syllable, words_of

LOST = "\ufffd"
"""Stands for a letter that nobody knows."""
MISMAPPED = {"Ƣ": "Ư", "ƣ": "ư"}
"""Letters that no Vietnamese word has, and what fonts that give them mean."""

ASCII_SHIFT = 29
STANDARD_ORDER = (
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ"
    "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇŁłŠšŽž¦ÐðÝýÞþ−×¹²³½¼¾₣ĞğİŞşĆćČčđ"
)
"""The glyphs behind `~` in the order of TrueType (the standard Macintosh set)."""
VIETNAMESE = range(0x1EA0, 0x1EFA)
SHIFTS = (6652, 7032)
"""Code minus glyph of these letters: in upright and bold, and in italic fonts."""
OTHERS = "ăĂđĐĩĨũŨơƠưƯ"
"""Vietnamese letters whose numbers differ."""
SYLLABLES_SHARE = 0.9
"""Of the words, from which on letters are believed."""
CLEARLY = 2
"""So many times as much as for the next best must speak for a letter."""
COMMON = 5
"""How many other words a common one weighs."""

Letters = dict[int, str]
"""Number of a glyph → its letter."""


def known_letters(shift: int) -> Letters:
    """The letters whose numbers are known."""
    ascii_letters = {code - ASCII_SHIFT: chr(code) for code in range(0x20, 0x7F)}
    first = max(ascii_letters) + 1
    return {
        **ascii_letters,
        **{first + place: letter for place, letter in enumerate(STANDARD_ORDER)},
        **{code - shift: chr(code) for code in VIETNAMESE},
    }


@dataclass
class Decoder:
    """Gives glyphs without a map their letters; what it learned of a font holds for all pages."""

    fonts: dict[str, Letters] = field(default_factory=dict)

    def decode(self, glyphs: Sequence[Glyph]) -> set[str]:
        """Put letters into the glyphs of a page that have none; the fonts for which it could."""
        unmapped = [glyph for glyph in glyphs if not glyph.font.mapped]
        if not unmapped:
            return set()
        numbers = {glyph: ord(glyph.text) for glyph in unmapped}
        for glyph in unmapped:
            glyph.text = " " if numbers[glyph] == ord(" ") - ASCII_SHIFT else LOST
        words = [word for line in lines_of(glyphs) for word in words_in(line)]
        for font, _ in Counter(glyph.font for glyph in unmapped).most_common():
            letters = learned(font, words, numbers, self.fonts.get(font.name))
            if letters:
                self.fonts[font.name] = letters
                spell(glyphs, font, numbers, letters)
        return {glyph.font.name for glyph in unmapped if glyph.font.name in self.fonts}


def words_in(line: Sequence[Glyph]) -> list[tuple[Glyph, ...]]:
    """The glyphs of the words on one baseline."""
    pieces = pieces_of(sorted(line, key=LEFT))
    return [word for piece in pieces for word in piece.words]


def spell(
    glyphs: Iterable[Glyph], font: Font, numbers: Mapping[Glyph, int], letters: Letters
) -> None:
    """Put letters into the glyphs of one font."""
    for glyph in glyphs:
        if glyph.font is font:
            glyph.text = letters.get(numbers[glyph], LOST)


def learned(
    font: Font,
    words: Sequence[tuple[Glyph, ...]],
    numbers: Mapping[Glyph, int],
    known: Letters | None,
) -> Letters | None:
    """The letters of a font by the words in which it stands; `None` where they make no sense.

    `known` are those that other pages told.
    """
    own = [word for word in words if any(glyph.font is font for glyph in word)]
    if known:
        return known | told_by_words(font, own, numbers, known)
    ways = [known_letters(shift) for shift in SHIFTS]
    ways = [letters | told_by_words(font, own, numbers, letters) for letters in ways]
    shares = [share_spelled([spelled(w, font, numbers, letters) for w in own]) for letters in ways]
    best = max(shares)
    return ways[shares.index(best)] if best >= SYLLABLES_SHARE else None


def share_spelled(words: Sequence[str]) -> float:
    """How many words are syllables; 0 where no word can be judged."""
    text = " ".join(words)
    judged = words_of(text) or words_of(text.lower())
    lost = sum(LOST in word for word in words)
    return sum(map(is_syllable, judged)) / (len(judged) + lost) if judged else 0.0


def spelled(
    word: Iterable[Glyph], font: Font, numbers: Mapping[Glyph, int], letters: Letters
) -> str:
    """A word with the letters of one font; other fonts' glyphs are as they are."""
    return "".join(
        letters.get(numbers[glyph], LOST) if glyph.font is font else glyph.text for glyph in word
    )


def told_by_words(
    font: Font, words: Sequence[tuple[Glyph, ...]], numbers: Mapping[Glyph, int], letters: Letters
) -> Letters:
    """The letters of unknown numbers: those that make syllables of the words they stand in."""
    found: Letters = {}
    while True:
        lost: dict[int, list[str]] = defaultdict(list)
        for word in words:
            unknown = {numbers[g] for g in word if g.font is font} - letters.keys() - found.keys()
            if len(unknown) == 1:
                lost[unknown.pop()].append(spelled(word, font, numbers, letters | found))
        left = set(OTHERS) - set(letters.values()) - set(found.values())
        told = {n: letter for n, texts in lost.items() if (letter := letter_in(texts, left))}
        if not told:
            return found
        found |= told


def letter_in(words: Sequence[str], left: Iterable[str]) -> str | None:
    """The one letter of those `left` that makes syllables of words in which it is lost."""
    weights: Counter[str] = Counter()
    for word in words:
        weights.update({letter: weight(word.replace(LOST, letter)) for letter in left})
    (best, most), (_, second) = [*weights.most_common(2), ("", 0), ("", 0)][:2]
    return best if most > CLEARLY * second else None


def weight(word: str) -> int:
    """What a word says for its letters: much where it is common, some where it is a syllable."""
    if not fits(word):
        return 0
    return (
        COMMON if "".join(filter(str.isalpha, word.lower())) in table("syllables")["common"] else 1
    )


def fits(word: str) -> bool:
    """Whether a word is spelled as a syllable, with capitals only where they stand."""
    plain = "".join(filter(str.isalpha, word))
    return is_syllable(plain) and (plain[1:].islower() or plain.isupper() or len(plain) == 1)
