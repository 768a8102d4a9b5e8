"""Regular expressions for names as Vietnamese documents print them."""

from collections.abc import Sequence

import regex

_BEFORE = ["óa", "òa", "ỏa", "õa", "ọa", "óe", "òe", "ỏe", "õe", "ọe", "úy", "ùy", "ủy", "ũy", "ụy"]
_AFTER = ["oá", "oà", "oả", "oã", "oạ", "oé", "oè", "oẻ", "oẽ", "oẹ", "uý", "uỳ", "uỷ", "uỹ", "uỵ"]
_EITHER_PLACE = {
    spelling: f"(?:{before}|{after})"
    for before, after in zip(_BEFORE, _AFTER, strict=True)
    for spelling in (before, after)
}
_ONE_PLACE = dict(zip(_AFTER, _BEFORE, strict=True))
_OPEN_SYLLABLE = (
    rf"(?<!\p{{L}})(?P<onset>(?!q)\p{{L}}{{0,3}}?)(?P<rhyme>{'|'.join(_AFTER)})(?!\p{{L}})"
)
_TONED = regex.compile("|".join(_EITHER_PLACE), regex.IGNORECASE)
_CONNECTOR = regex.compile(r"\s*[-–&,]\s*|\s+và\s+", regex.IGNORECASE)
_ANY_CONNECTOR = r"(?:\s*[-–&,]\s*|\s+và\s+)"


def name_pattern(name: str) -> str:
    """A pattern for `name` with either tone place (ủy, uỷ) and any connector (và, -, &, comma)."""
    return _ANY_CONNECTOR.join(_words(part) for part in _CONNECTOR.split(name))


def spelled(text: str) -> str:
    """`text` in lower case, every tone at its usual place (uỷ → ủy), its blanks single."""
    low = " ".join(text.lower().split())
    return _TONED.sub(lambda match: _ONE_PLACE.get(match[0], match[0]), low)


def toned(text: str, names: Sequence[str] = ()) -> str:
    """`text` with every tone mark of `oa`, `oe`, `uy` at its usual place (uỷ → ủy, hoá → hóa).

    `names` stay as they are, and so does whatever is no open syllable.
    """
    kept = "|".join(regex.escape(name) for name in names if name) or r"(?!)"
    either = regex.compile(rf"(?<!\w)(?:{kept})(?!\w)|{_OPEN_SYLLABLE}", regex.IGNORECASE)
    return either.sub(lambda match: _usual(match) if match["rhyme"] else match[0], text)


def _usual(match: "regex.Match[str]") -> str:
    rhyme = match["rhyme"]
    usual = _ONE_PLACE[rhyme.lower()]
    if rhyme.istitle():
        usual = usual.capitalize()
    return f"{match['onset']}{usual.upper() if rhyme.isupper() else usual}"


def any_of(names: list[str]) -> str:
    """A pattern for any of `names`, the longest first, as whole words."""
    longest_first = sorted(names, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(name_pattern(name) for name in longest_first)})(?!\w)"


def _words(text: str) -> str:
    spaced = r"\s+".join(regex.escape(word) for word in text.split())
    return _TONED.sub(lambda match: _EITHER_PLACE[match[0].lower()], spaced)
