"""The fields of a record as a person edits them, taken from the model's own types."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from plan.model import (
    Area,
    Assignment,
    Citation,
    Duty,
    Finding,
    Found,
    Header,
    Period,
    Recipient,
    Record,
    Responsibility,
    Section,
    Signature,
    Target,
    Task,
)

KINDS: tuple[type[Record], ...] = (
    Header,
    Area,
    Period,
    Citation,
    Section,
    Target,
    Task,
    Responsibility,
    Duty,
    Assignment,
    Recipient,
    Signature,
)
"""The records that a person looks at."""

STRING = "String"
"""How the page names an entry of a list of strings, which is no record."""
FINDING = Finding.__name__
PLACES = frozenset(Found.model_fields)
EDITORS: dict[type, str] = {int: "integer", float: "number", str: "text"}
DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-Q[1-4]|-H[12])?"
"""What the contract takes for a date, whole or in part."""


@dataclass(frozen=True)
class Field:
    """One value of a record: its way from the record, and how it is edited.

    `empty` is what stands there when a person rejects the value; a `needed` value cannot be
    empty: without it the record itself goes.
    """

    path: tuple[str, ...]
    editor: str
    choices: tuple[str, ...] = ()
    empty: Any = None
    needed: bool = False
    pattern: str | None = None


def fields_of(record: type[Record], path: tuple[str, ...] = ()) -> Iterator[Field]:
    """The values of a kind of record, those of its deadline or baseline too, in their order."""
    for name, info in record.model_fields.items():
        if name in PLACES:
            continue
        inner = bare(info.annotation)
        if isinstance(inner, type) and issubclass(inner, Record):
            yield from fields_of(inner, (*path, name))
        elif (editor := editor_of(inner)) is not None:
            nullable = type(None) in get_args(info.annotation)
            empty = None if info.is_required() or nullable else info.get_default(
                call_default_factory=True
            )  # fmt: skip
            yield Field(
                (*path, name),
                editor,
                choices_of(inner),
                empty,
                needed=info.is_required(),
                pattern=DATE if name == "date" else None,
            )


def bare(annotation: Any) -> Any:  # noqa: ANN401 - a type of any kind
    """A type without `None` and notes; of the numbers, the wider one."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        inner = [bare(one) for one in get_args(annotation) if one is not type(None)]
        return float if set(inner) == {int, float} else inner[0]
    return annotation


def editor_of(inner: Any) -> str | None:  # noqa: ANN401 - a type of any kind
    """How a value of a type is edited; `None` where the page leaves it alone."""
    if get_origin(inner) is Literal:
        return "choice"
    if get_origin(inner) is list:
        entry = bare(get_args(inner)[0])
        return {"choice": "choices", "text": "list"}.get(editor_of(entry) or "")
    return EDITORS.get(inner)


def choices_of(inner: Any) -> tuple[str, ...]:  # noqa: ANN401 - a type of any kind
    """The values that a choice is among."""
    if get_origin(inner) is list:
        return choices_of(bare(get_args(inner)[0]))
    return get_args(inner) if get_origin(inner) is Literal else ()
