"""Plans that come as JSON: read strictly, with every wrong place named as a person finds it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

import extract
from extract.recognise import recognise
from plan.errors import UnreadableError
from plan.messages import N_
from plan.model import SCHEMA_VERSION, Plan

JSON = "json"
"""How `recognise` names the format."""

SHOWN = 5
"""How many wrong places one message names."""

NEEDED = {
    "int_type": N_("a whole number is needed"),
    "int_from_float": N_("a whole number is needed"),
    "float_type": N_("a number is needed"),
    "finite_number": N_("a number is needed"),
    "string_type": N_("text is needed"),
    "list_type": N_("a list is needed"),
    "dict_type": N_("an object is needed"),
    "model_type": N_("an object is needed"),
    "missing": N_("this field is missing"),
    "literal_error": N_("one of {expected} is needed"),
}
"""Kind of a pydantic error → what the place should hold."""

FOUND = (
    (str, N_("text")),
    (bool, N_("true or false")),
    ((int, float), N_("a number")),
    (list, N_("a list")),
    (dict, N_("an object")),
    (type(None), N_("nothing")),
)
"""Python type → what the place holds instead."""


def parent(path: Path) -> Plan:
    """The plan at `path`: a document of any format that `extract` reads, or a Plan JSON.

    Raises:
        UnreadableError, LimitError: see `extract.read` and `load`.
    """
    return load(path) if recognise(path) == JSON else extract.read(path)


def load(path: Path) -> Plan:
    """The plan that the JSON file `path` holds.

    Raises:
        UnreadableError: no such file, no JSON, or JSON that is not a plan; a few of the wrong
            places are named.
        LimitError: the file is larger than any plan.
    """
    if recognise(path) != JSON:
        raise UnreadableError(
            N_("{file}: not the JSON of a plan; make one from a document with `kehoach extract`"),
            file=path.name,
        )
    data = parsed(path)
    if not data.keys() & Plan.model_fields.keys():
        raise UnreadableError(
            N_("{file}: JSON, but not a plan; `kehoach schema` shows what a plan looks like"),
            file=path.name,
        )
    refuse_newer(data, path.name)
    try:
        return Plan.model_validate(data)
    except ValidationError as error:
        raise UnreadableError(
            N_("{file}: not a plan: {places}; `kehoach schema` shows the right form"),
            file=path.name,
            places="; ".join(wrong_places(error.errors(), data)),
        ) from error


def refuse_newer(data: Mapping[str, Any], name: str) -> None:
    """Make sure that `data`, from the file `name`, is of a version that this program knows.

    Minor versions add fields, which are left aside; a major one may mean something else by a field.

    Raises:
        UnreadableError: the major version is a newer one.
    """
    version = str(data.get("schema_version", SCHEMA_VERSION))
    major = version.partition(".")[0]
    if major.isdecimal() and int(major) > int(SCHEMA_VERSION.partition(".")[0]):
        raise UnreadableError(
            N_(
                "{file}: made by a newer kehoach (data version {version}, this one reads up to "
                "{known}); install the newer one, or extract the document again with this one"
            ),
            file=name,
            version=version,
            known=SCHEMA_VERSION,
        )


def parsed(path: Path) -> dict[str, Any]:
    """The object that a file holds which is recognised as JSON.

    Raises:
        UnreadableError: the JSON is damaged.
    """
    try:
        data: dict[str, Any] = json.loads(
            path.read_text(encoding="utf-8-sig"), parse_constant=_refuse
        )
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            N_("{file}: damaged JSON ({reason}); make it again with `kehoach extract`"),
            file=path.name,
            reason=str(error),
        ) from error
    return data


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def wrong_places(errors: Iterable[ErrorDetails], data: Mapping[str, Any]) -> list[str]:
    """The first places that are wrong, each with what it needs; a count of the others."""
    by_place = {_place(error["loc"], data): error for error in errors}
    told = [f"{place}: {_demand(error)}" for place, error in by_place.items()]
    more = len(told) - SHOWN
    rest = [_("and {n} more places").format(n=more)] if more > 0 else []
    return told[:SHOWN] + rest


def _place(steps: Sequence[str | int], data: Any) -> str:  # noqa: ANN401 - any JSON value
    """`targets[3].value`; steps past the wrong value itself are pydantic's own and left out."""
    place = ""
    for step in steps:
        if isinstance(data, list) and isinstance(step, int):
            place, data = f"{place}[{step}]", data[step]
        elif isinstance(data, dict):
            place, data = f"{place}.{step}", data.get(step)
    return place.removeprefix(".")


def _demand(error: ErrorDetails) -> str:
    """What an error asks for and what it found, such as "a number is needed, found text"."""
    needed = NEEDED.get(error["type"])
    if needed is None:
        return error["msg"]
    demand = _(needed).format(expected=error.get("ctx", {}).get("expected", ""))
    if error["type"] in ("missing", "literal_error"):
        return demand
    found = next(_(name) for kind, name in FOUND if isinstance(error["input"], kind))
    return _("{needed}, found {found}").format(needed=demand, found=found)
