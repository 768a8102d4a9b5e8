"""Text on its way into the template: cleaned, and marked with the place that it comes from.

The marks are Unicode noncharacters, which no document may hold, so they cannot be mistaken for
text; they are read and removed after rendering.
"""

import re

_OPEN, _CLOSE, _SPLIT = "\ufdd0", "\ufdd1", "\ufdd2"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
MARKS = re.compile(f"{_OPEN}\\d+{_CLOSE}|{_SPLIT}".encode())
"""Every mark, in the bytes of an XML part."""


def clean(text: str) -> str:
    """`text` with a line feed for every line end and U+FFFD for what XML cannot hold."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def unmarked(text: str) -> str:
    """`text` as a person sees it."""
    return _MARK.sub("", text).replace(_SPLIT, "")


class Ink:
    """Marks texts with the JSON Pointers of their places, and finds the places again."""

    def __init__(self) -> None:
        """Start with no text marked."""
        self._pointers: list[str] = []

    def __call__(self, pointer: str, text: str | None) -> str:
        """`text`, ready for the template; empty where there is none.

        docxtpl reads `{_{` in rendered text as an escaped `{{`: a mark between keeps them apart.
        """
        if not text:
            return ""
        self._pointers.append(pointer)
        whole = clean(text).replace("{_", f"{{{_SPLIT}_").replace("_}", f"_{_SPLIT}}}")
        return f"{_OPEN}{len(self._pointers) - 1}{_CLOSE}{whole}"

    def places(self, text: str) -> list[str]:
        """The pointers whose marks stand in `text`."""
        return [self._pointers[int(number)] for number in _MARK.findall(text)]
