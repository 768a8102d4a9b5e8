"""Notes for the reader (ghi chú): Word comments, each anchored at a place of the plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from plan.model import Plan

Place = TypeVar("Place")


@dataclass(frozen=True, slots=True)
class Note:
    """One comment: `pointer` is a JSON Pointer into the plan, such as `/sections/1/content/0`.

    A pointer may name a reading (`/targets/3`): the comment then stands where the document
    prints its text. A pointer at something that is not printed (`/signature/name` of an unsigned
    draft) goes to the nearest thing around it that is. `marks` are words there to highlight:
    figures and blanks that wait for a person.
    """

    pointer: str
    text: str
    marks: tuple[str, ...] = ()


def check(notes: Iterable[Note], plan: Plan) -> None:
    """Make sure that every note points at something in `plan`.

    Raises:
        ValueError: a pointer leads nowhere; all such pointers are in the message.
    """
    data = plan.model_dump()
    lost = [note.pointer for note in notes if not _leads_somewhere(note.pointer, data)]
    if lost:
        raise ValueError(f"notes point at nothing in the plan: {', '.join(lost)}")


def _leads_somewhere(pointer: str, data: object) -> bool:
    """Whether `pointer` can be followed through the lists and mappings of `data`."""
    first, *steps = pointer.split("/")
    if first:
        return False
    for step in steps:
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list) and step.isdecimal() and int(step) < len(data):
            data = data[int(step)]
        else:
            return False
    return True


def nearest(pointer: str, places: Mapping[str, Place]) -> Place:
    """The place of `pointer`, else the first place inside it, else that of what it stands in.

    Raises:
        KeyError: `places` is empty.
    """
    if pointer in places:
        return places[pointer]
    inside = next((key for key in places if key.startswith(f"{pointer}/")), None)
    if inside is not None:
        return places[inside]
    if not pointer:
        raise KeyError(pointer)
    return nearest(pointer.rpartition("/")[0], places)
