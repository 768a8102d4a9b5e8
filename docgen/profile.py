"""The profile of a commune (hồ sơ của xã): what a draft needs to know that no parent plan says."""

import datetime as dt
import difflib
import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from docgen.figures import countable
from plan.errors import ConfigurationError, UnreadableError
from plan.levels import exists, kinds
from plan.messages import N_, Message
from plan.text import nfc
from plan.units import fields, post

TEMPLATE = (files("docgen") / "data" / "profile.toml").read_text(encoding="utf-8")
"""The commented profile to fill in, in Vietnamese."""

_MISTAKES = {
    "missing": N_("{place}: missing"),
    "too_short": N_("{place}: empty; fill it in"),
    "extra_forbidden": N_("{place}: unknown key"),
    "near_miss": N_("{place}: unknown key; did you mean `{near}`?"),
    "literal_error": N_("{place}: {value} is none of {choices}"),
    "date": N_("{place}: {value} is no date; write 2026-03 or 2026-03-05"),
    "kind_of_then": N_("{place}: there was no `{value}` on {date}"),
    "string_type": N_("{place}: must be text between quotes"),
    "int_type": N_("{place}: must be a whole number, without quotes"),
    "list_type": N_('{place}: must be a list such as ["VT"]'),
    "model_type": N_("{place}: must be a section, written [{place}] on a line of its own"),
    "dict_type": N_("{place}: must be a section, written [{place}] on a line of its own"),
    "greater_than_equal": N_("{place}: {value} is too small"),
    "less_than_equal": N_("{place}: {value} is too large"),
}


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(f"{text}-01" if len(text) == len("2026-03") else text)
    except ValueError:
        return False
    return True


def _date_or_month(text: str) -> str:
    if not _is_date(text):
        raise PydanticCustomError("date", "no date")
    return text


Text = Annotated[str, BeforeValidator(nfc), StringConstraints(strip_whitespace=True)]
Filled = Annotated[
    str, BeforeValidator(nfc), StringConstraints(strip_whitespace=True, min_length=1)
]
Number = Annotated[int | float, Field(ge=0)]
IsoDate = Annotated[Filled, AfterValidator(_date_or_month)]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Commune(_Part):
    """The commune (đơn vị hành chính cấp xã) and the units that it belongs to."""

    type: Literal["xã", "phường", "thị trấn", "đặc khu"]
    name: Filled
    district: Text = ""
    province: Filled
    villages: Text = ""


class PlanToBe(_Part):
    """What is known of the plan to be drafted; `date` is ISO, `2026-03` where the day is open."""

    date: IsoDate
    number: Annotated[int, Field(ge=1)] | None = None
    subject: Text = ""
    report_lead_days: Annotated[int, Field(ge=1, le=60)] = 10


class Signer(_Part):
    """Who signs: `TM` the chairman for the committee, `KT` a vice chairman for the chairman."""

    form: Literal["TM", "KT"] = "TM"
    name: Text = ""


class Recipients(_Part):
    """Recipients (nơi nhận) beside the usual ones, and the filing line (Lưu)."""

    extra: list[Filled] = []
    filing: list[Filled] = ["VT"]


class OwnTarget(_Part):
    """A target that the commune sets itself, or its figure of today (`baseline`) for one.

    `indicator` is matched in meaning with the targets of the plan above; what is left out stays
    the superior's.
    """

    indicator: Filled
    value: Number | None = None
    year: Annotated[int, Field(ge=2000, le=2100)] | None = None
    baseline: Number | None = None
    as_of: Annotated[int, Field(ge=2000, le=2100)] | None = None


class Profile(_Part):
    """A commune as it stands on the day of the plan; `figures` count what it has of a kind."""

    commune: Commune
    plan: PlanToBe
    signer: Signer = Signer()
    units: dict[str, Filled] = {}
    figures: dict[str, Annotated[int, Field(ge=0)]] = {}
    targets: list[OwnTarget] = []
    recipients: Recipients = Recipients()

    def unit(self, field: str) -> str:
        """The commune's unit for a field of work: the profile's own name, else the table's."""
        return self.units.get(field) or post(field, self.plan.date, self.commune.type)

    @property
    def villages(self) -> str:
        """What the groups below the commune are called: `thôn`, `tổ dân phố`, `ấp`."""
        return self.commune.villages or kinds()[self.commune.type].village or ""


def load(path: Path) -> Profile:
    """Read a profile.

    Raises:
        UnreadableError: the file is missing or not UTF-8 text.
        ConfigurationError: the profile is wrong; every mistake is named with its place.
    """
    return checked(parsed(path), path.name)


def checked(data: dict[str, Any], name: str) -> Profile:
    """The profile that `data` is; `name` says where it is from.

    Raises:
        ConfigurationError: the profile is wrong; every mistake is named with its place.
    """
    mistakes = [
        *_unknown_keys(data, "units", fields()),
        *_unknown_keys(data, "figures", countable()),
        *_kind_of_another_time(data),
    ]
    try:
        profile = Profile.model_validate(data)
    except ValidationError as error:
        mistakes += [_mistake(detail) for detail in error.errors()]
    if mistakes:
        head = N_("{file}: the profile has mistakes; correct these and run again")
        raise ConfigurationError(head, *mistakes, file=name)
    return profile


def parsed(path: Path) -> dict[str, Any]:
    """The sections of the profile at `path`, whatever they hold.

    Raises:
        UnreadableError, ConfigurationError: the file is missing, no text, or no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UnreadableError(
            N_("{file}: no such file; `kehoach profile init` writes a profile to fill in"),
            file=str(path),
        ) from None
    except (OSError, UnicodeDecodeError):
        raise UnreadableError(
            N_("{file}: cannot be read as text; save it as UTF-8"), file=path.name
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(
            N_("{file}: the profile is not well formed ({fault}); check the quotes and brackets"),
            file=path.name,
            fault=str(error),
        ) from None


def _unknown_keys(data: dict[str, Any], section: str, known: Iterable[str]) -> Iterator[Message]:
    """The keys of a free `section` that are none of those `known`."""
    part = data.get(section)
    for key in part if isinstance(part, dict) else ():
        if key not in known:
            yield _unknown(f"{section}.{key}", key, known)


def _kind_of_another_time(data: dict[str, Any]) -> Iterator[Message]:
    """A kind of commune that does not exist on the plan's date (thị trấn, đặc khu)."""
    kind, date = (_text(data, "commune", "type"), _text(data, "plan", "date"))
    if _is_date(date) and kind in kinds() and not exists(kind, date):
        facts = {"place": "commune.type", "value": kind, "date": date}
        yield Message(_MISTAKES["kind_of_then"], facts)


def _text(data: dict[str, Any], section: str, key: str) -> str:
    part = data.get(section)
    value = part.get(key) if isinstance(part, dict) else None
    return value if isinstance(value, str) else ""


def _mistake(detail: ErrorDetails) -> Message:
    """One complaint of the model in words of our own."""
    place = ".".join(str(step) for step in detail["loc"])
    if detail["type"] == "extra_forbidden":
        return _unknown(place, str(detail["loc"][-1]), _keys_beside(detail["loc"]))
    facts = {
        "place": place,
        "value": repr(detail["input"]),
        "choices": str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ", "),
    }
    return Message(_MISTAKES.get(detail["type"], N_("{place}: {value} is not understood")), facts)


def _unknown(place: str, key: str, known: Iterable[str]) -> Message:
    near = difflib.get_close_matches(key, list(known), n=1)
    if near:
        return Message(_MISTAKES["near_miss"], {"place": place, "near": near[0]})
    return Message(_MISTAKES["extra_forbidden"], {"place": place})


def _keys_beside(place: tuple[int | str, ...]) -> Iterable[str]:
    """The keys that may stand where an unknown one was found."""
    model: type[BaseModel] = Profile
    for step in place[:-1]:
        part = model.model_fields[step].annotation if isinstance(step, str) else None
        part = get_args(part)[0] if get_origin(part) is list else part
        if isinstance(part, type) and issubclass(part, BaseModel):
            model = part
    return model.model_fields
