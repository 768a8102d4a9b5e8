"""Word files whose typed labels become automatic numbers, which only Word's own rules print again.

Each kind of label has a list, figures one of two levels. Where a label is not the next of its list,
a new list of the kind begins with it, as Word makes one for each list that a person begins.
"""

from collections.abc import Callable

import regex
from docx.opc.constants import RELATIONSHIP_TYPE as RELATED
from lxml import etree
from test_extract.wordfiles import NAMESPACES, RELATION, WORD_TYPE, definition, level, num, zipped
from word import W, contents

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LABEL = regex.compile(
    rf"(?:(?P<roman>{'|'.join(ROMAN)})\.|(?P<number>\d{{1,2}})\.|(?P<inner>\d{{1,2}}\.\d{{1,2}})\."
    r"|(?P<letter>[a-z])\)|(?P<dash>-)|(?P<plus>\+))\s+(?=\S)"
)
LEVELS: dict[str, Callable[[int], tuple[str, ...]]] = {
    "roman": lambda at: (level(0, "upperRoman", "%1.", start=at),),
    "number": lambda at: (level(0, "decimal", "%1.", start=at), level(1, "decimal", "%1.%2.")),
    "letter": lambda at: (level(0, "lowerLetter", "%1)", start=at),),
    "dash": lambda _: (level(0, "bullet", "-"),),
    "plus": lambda _: (level(0, "bullet", "+"),),
}
"""Kind of a list → its levels, the first of which begins with a number."""
FIRST = 900
"""Definitions and lists are numbered from here on, behind those that the document has."""
VALUES: dict[str, Callable[[str], list[int]]] = {
    "roman": lambda label: [ROMAN.index(label) + 1],
    "number": lambda label: [int(label)],
    "inner": lambda label: [int(part) for part in label.split(".")],
    "letter": lambda label: [LETTERS.index(label) + 1],
}
"""Kind of a label → the numbers in it, that of its own level last."""


class Lists:
    """The lists that the labels of a document need, as they come."""

    def __init__(self) -> None:
        self.made: list[tuple[str, int]] = []
        self.current: dict[str, int] = {}
        self.at: dict[str, list[int]] = {kind: [0] for kind in LEVELS}

    def place(self, kind: str, label: str) -> tuple[int, int] | None:
        """The list and level whose next number is `label`; `None` where there is none."""
        if kind not in VALUES:
            return self.current.get(kind) or self.begin(kind), 0
        values, at = VALUES[kind](label), self.at["number" if kind == "inner" else kind]
        if kind == "inner":
            *above, last = [*at, 0][:2]
            if values != [*above, last + 1] or "number" not in self.current:
                return None
            at[:] = values
            return self.current["number"], 1
        if values[0] != at[0] + 1 or kind not in self.current:
            self.begin(kind, values[0])
        at[:] = values
        return self.current[kind], 0

    def begin(self, kind: str, start: int = 1) -> int:
        """A new list of a kind."""
        self.current[kind] = FIRST + len(self.made)
        self.made.append((kind, start))
        return self.current[kind]

    def add_to(self, parts: dict[str, bytes]) -> None:
        """Put the lists into `word/numbering.xml`, definitions before lists."""
        name = "word/numbering.xml"
        root = etree.fromstring(parts.get(name, f"<w:numbering {NAMESPACES}/>".encode()))
        made = enumerate(self.made, FIRST)
        inside = "".join(
            definition(at, *LEVELS[kind](start)) + num(at, at) for at, (kind, start) in made
        )
        root.extend(etree.fromstring(f"<w:x {NAMESPACES}>{inside}</w:x>"))
        root[:] = sorted(root, key=lambda one: ORDER.index(one.tag.removeprefix(W)))
        parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)


ORDER = ("numPicBullet", "abstractNum", "num", "numIdMacAtCleanup")


def automatic(document: bytes) -> tuple[bytes, int]:
    """A Word file with its labels made automatic, and how many they are."""
    parts = contents(document)
    root = etree.fromstring(parts["word/document.xml"])
    lists, count = Lists(), 0
    for paragraph in root.iterfind(f"{W}body/{W}p"):
        count += label_of(paragraph, lists)
    parts["word/document.xml"] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    lists.add_to(parts)
    declare(parts)
    return zipped(parts), count


def label_of(paragraph: "etree._Element", lists: Lists) -> bool:
    """Make a paragraph's label automatic; whether it has one that can be."""
    texts = list(paragraph.iter(W + "t"))
    found = LABEL.match("".join(text.text or "" for text in texts))
    properties = paragraph.find(W + "pPr")
    if found is None or properties is None or properties.find(W + "numPr") is not None:
        return False
    kind = found.lastgroup or ""
    place = lists.place(kind, found[kind])
    if place is None:
        return False
    cut(texts, found.end())
    number, depth = place
    listed = etree.fromstring(
        f'<w:numPr {NAMESPACES}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    )
    style = properties.find(W + "pStyle")
    properties.insert(0 if style is None else properties.index(style) + 1, listed)
    return True


def cut(texts: "list[etree._Element]", length: int) -> None:
    """Take the first letters out of a paragraph."""
    for text in texts:
        letters = text.text or ""
        text.text = letters[length:]
        length = max(0, length - len(letters))


def declare(parts: dict[str, bytes]) -> None:
    """Say that there is a numbering, where the file does not."""
    main, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    if RELATED.NUMBERING.encode() not in parts[main]:
        relation = f'<Relationship Id="rN" Type="{RELATION}numbering" Target="numbering.xml"/>'
        parts[main] = parts[main].replace(
            b"</Relationships>", f"{relation}</Relationships>".encode()
        )
    if b"numbering.xml" not in parts[types]:
        kind = WORD_TYPE.format("numbering")
        part = f'<Override PartName="/word/numbering.xml" ContentType="{kind}"/>'
        parts[types] = parts[types].replace(b"</Types>", f"{part}</Types>".encode())
