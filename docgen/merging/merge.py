"""Three versions of a draft made one: the person's changes stay, what is new comes in.

Where both changed the same piece, the person's words stay, and the conflict is told with a comment
at its place.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from docgen.merging.pieces import bare, is_row, remark, remove, said_in
from docgen.merging.record import keep, recorded, saved
from docgen.merging.three import Chunk, chunks
from docgen.merging.units import Unit, units
from plan.errors import UnreadableError
from plan.messages import N_

_UPDATED = "Đã cập nhật vì kế hoạch cấp trên hoặc hồ sơ thay đổi."
_BEFORE = "Trước đây: “{words}”."
_TAKEN_OUT = "Đã bỏ vì không còn trong bản soạn lại: “{words}”."
_CONFLICT = (
    "Chỗ này đã được sửa tay, đồng thời bản soạn lại cũng thay đổi. Bản soạn trước: “{base}”. "
    "Bản soạn lại: “{new}”. Giữ nguyên bản sửa tay; chọn lại nếu cần."
)
_NOTHING = "(không có)"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place that both changed: what it was, what the person wrote, what is new."""

    base: str
    mine: str
    new: str


@dataclass
class Merged:
    """The edited document with what is new; how many places were updated, and the conflicts."""

    document: bytes = b""
    updated: int = 0
    conflicts: list[Conflict] = field(default_factory=list)


def merge(edited: bytes, new: bytes, name: str) -> Merged:
    """Bring the `new` draft into the draft that was `edited`, the Word file `name`.

    Raises:
        UnreadableError: the edited file is no Word file, or keeps no record of what it was.
    """
    mine, theirs = _opened(edited, name), docx.Document(io.BytesIO(new))
    base = recorded(mine)
    if base is None:
        raise UnreadableError(
            N_(
                "{file}: not a draft with comments that this program wrote, or saved in another "
                "format; edit the .docx that `kehoach draft` wrote and save it as .docx"
            ),
            file=name,
        )
    done = _Merging(mine, theirs, base)
    for chunk in list(chunks(base, *done.texts)):
        done.take(chunk)
    keep(mine, recorded(theirs) or done.texts[1])
    done.result.document = saved(mine)
    return done.result


def _opened(data: bytes, name: str) -> Document:
    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx raises whatever its zip and XML readers raise
        raise UnreadableError(
            N_("{file}: not a Word file that can be opened; save the draft as .docx"), file=name
        ) from error


class _Merging:
    """The edited document on its way; what is new goes behind the piece that was kept last."""

    def __init__(self, mine: Document, theirs: Document, base: Sequence[str]) -> None:
        self._word, self._base = mine, base
        self._mine, self._new = units(mine), units(theirs)
        self._kept: BaseOxmlElement | None = None
        self._said = said_in(theirs)
        self.result = Merged()

    @property
    def texts(self) -> tuple[list[str], list[str]]:
        """What the edited document and the new one say, piece by piece."""
        return _texts(self._mine), _texts(self._new)

    def take(self, chunk: Chunk) -> None:
        """Do what a chunk asks for: nothing, take what is new, or tell of a conflict."""
        base = [self._base[number] for number in chunk.base]
        mine = [self._mine[number] for number in chunk.mine]
        new = [self._new[number] for number in chunk.new]
        changed = _texts(new) not in (base, _texts(mine))
        if changed and _texts(mine) == base and self._fits(mine, new):
            self._put(mine, new)
            return
        self._kept = mine[-1].element if mine else self._kept
        if changed:
            self._tell(base, mine, new)

    def _fits(self, mine: list[Unit], new: list[Unit]) -> bool:
        """Whether `new` may stand where `mine` does: rows in a table, paragraphs elsewhere."""
        place = mine[-1].element if mine else self._kept
        return place is not None and all(one.is_row == is_row(place) for one in new)

    def _put(self, mine: list[Unit], new: list[Unit]) -> None:
        """Put `new` in the place of `mine`."""
        place = mine[-1].element if mine else self._kept
        before = _words(mine)
        for unit in new:
            element = bare(unit.element)
            if place is not None:
                place.addnext(element)
            place = self._kept = element
            told = (_UPDATED, _BEFORE.format(words=before) if mine else "", *self._said(unit))
            remark(self._word, element, " ".join(part for part in told if part))
        for unit in mine:
            remove(unit.element, heir=new[-1].element if new else None)
        if not new and self._kept is not None:
            remark(self._word, self._kept, _TAKEN_OUT.format(words=before))
        self.result.updated += 1

    def _tell(self, base: list[str], mine: list[Unit], new: list[Unit]) -> None:
        """Tell of a place that both changed; the person's words stay."""
        said = Conflict("; ".join(filter(None, base)), _words(mine), _words(new))
        self.result.conflicts.append(said)
        if self._kept is not None:
            words = {"base": said.base or _NOTHING, "new": said.new or _NOTHING}
            remark(self._word, self._kept, _CONFLICT.format(**words))


def _texts(pieces: list[Unit]) -> list[str]:
    return [one.text for one in pieces]


def _words(pieces: list[Unit]) -> str:
    return "; ".join(one.text for one in pieces if one.text)
