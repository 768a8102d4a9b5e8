"""Changing a passage's words together with what was read in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from docgen.drafting.outline import Passage, Record

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a passage, from `start` to `end`, and the `words` that take their place."""

    start: int
    end: int
    words: str


def edit(passage: Passage, change: Edit) -> None:
    """Change the words of a passage, and of what was read in that piece of it."""
    text = passage.block.text
    new = text[: change.start] + change.words + text[change.end :]
    passage.block = passage.block.model_copy(update={"text": new})
    for reading in passage.readings:
        record, said = reading.record, reading.text
        begins = text.find(said) if said else -1
        if record is None or begins < 0 or not begins <= change.start <= begins + len(said):
            continue
        start, end = change.start - begins, change.end - begins
        words = said[:start] + change.words + said[end:]
        reading.record = (
            words if isinstance(record, str) else record.model_copy(update={"text": words})
        )


def with_words(record: Record | None, change: Callable[[str], str]) -> Record | None:
    """`record` with every text in it changed."""
    if isinstance(record, str):
        return change(record)
    return record and _changed(record, change)


def _changed(model: Model, change: Callable[[str], str]) -> Model:
    new = {name: _in(getattr(model, name), change) for name in type(model).model_fields}
    return model.model_copy(update=new)


def _in(value: object, change: Callable[[str], str]) -> object:
    """`value` with every text in it changed, however deep."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_in(one, change) for one in value]
    return _changed(value, change) if isinstance(value, BaseModel) else value
