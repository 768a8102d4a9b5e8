"""The two columns of head and ending in plain text, kept apart by blanks as `pdftotext` does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extract.layout import Table
from extract.readers.cells import cell_of
from extract.readers.dress import Raw

GAP = regex.compile(r"(?<=\S)(?:[^\S\n]{4,}|[^\S\n]*\t\s*)(?=\S)(?!/|tháng|năm)")
"""Blanks that part two columns; as many stand only where a number or a day is left open."""
TELLS = regex.compile(
    r"C[ỘO]NG H(?:ÒA|OÀ) X[ÃA] H[ỘO]I|Độc lập\s*[-–]|N[ơo]i nh[ậa]n|S[ốó]\s*:|ngày\b.*\btháng\b"
    r"|^\s*(?:TM|KT|TL|TUQ|Q)\s*\.|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG"
)
TITLE = regex.compile(r"\s*(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|THÔNG BÁO|BÁO CÁO)\s*")
BLANK_LINES = 8
"""Lines left empty for the signature, at most."""
LEANS_LEFT = 8
"""Characters that a line of the right column may begin before its first one."""


@dataclass
class Columns:
    """Two columns as they grow: their lines, and where the right one begins."""

    gutter: int
    left: list[Raw]
    right: list[Raw]

    def takes(self, raw: Raw) -> bool:
        """Whether a line stands in one column or both; if so it is kept."""
        text = raw.text.rstrip()
        begin = len(text) - len(text.lstrip())
        parts = halves(raw)
        if TITLE.fullmatch(text):
            return False
        if parts is not None:
            self.left.append(parts[0])
            self.right.append(parts[1])
            self.gutter = min(self.gutter, parts[1].start - raw.start)
        elif len(text) <= self.gutter:
            self.left.append(raw)
        elif begin >= self.gutter - LEANS_LEFT:
            self.right.append(raw)
        else:
            return False
        return True


def halves(raw: Raw) -> tuple[Raw, Raw] | None:
    """A line's left and right part, parted at its widest gap; `None` where it has none."""
    gaps = list(GAP.finditer(raw.text))
    if not gaps:
        return None
    gap = max(gaps, key=lambda found: found.end() - found.start())
    left = replace(raw, text=raw.text[: gap.start()])
    return left, replace(raw, text=raw.text[gap.end() :], start=raw.start + gap.end())


def split_columns(raws: Sequence[Raw]) -> Iterator[Raw | Table]:
    """The lines of a text; those that stand in two columns as a table of one row."""
    at = 0
    while at < len(raws):
        end, columns = columns_from(raws, at)
        if columns is None:
            yield raws[at]
            at += 1
        else:
            yield Table(((cell_of(columns.left), cell_of(columns.right)),), page=raws[at].page)
            at = end


def columns_from(raws: Sequence[Raw], start: int) -> tuple[int, Columns | None]:
    """The columns that begin at line `start`, and where they end; none where it has one part."""
    parts = halves(raws[start])
    if parts is None or not any(TELLS.search(part.text) for part in parts):
        return start, None
    columns = Columns(parts[1].start - raws[start].start, [], [])
    end, blank = start, 0
    for index, raw in enumerate(raws[start:], start):
        if not raw.text.strip():
            blank += 1
            continue
        if blank > BLANK_LINES or not columns.takes(raw):
            break
        end, blank = index + 1, 0
    return end, columns
