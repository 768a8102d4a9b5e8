"""The profile of a commune (hồ sơ của xã): what a draft needs to know that no parent plan says."""

import difflib
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from plan.errors import ConfigurationError, UnreadableError
from plan.levels import communes, exists, kinds
from plan.messages import Message, N_
from plan.text import nfc
from plan.units import fields, post

TEMPLATE = (files("docgen") / "data" / "profile.toml").read_text(encoding="utf-8")
"""The commented profile to fill in, in Vietnamese."""

_HEAD = N_("{file}: the profile has mistakes; correct them and run again")
_MISTAKES = {
    "missing": N_("{place}: missing"),
    "string_too_short": N_("{place}: empty; fill it in"),
    "extra_forbidden": N_("{place}: unknown key"),
    "near_miss": N_("{place}: unknown key; did you mean `{near}`?"),
    "literal_error": N_("{place}: {value} is none of {choices}"),
    "date": N_("{place}: {value} is no date; write 2026-03 or 2026-03-05"),
    "kind_of_then": N_("{place}: there is no `{kind}` on {date}"),
    "string_type": N_("{place}: must be text between quotes"),
    "int_type": N_("{place}: must be a whole number, without quotes"),
    "list_type": N_('{place}: must be a list such as ["VT"]'),
    "model_type": N_("{place}: must be a section, written [{place}] on a line of its own"),
    "dict_type": N_("{place}: must be a section, written [{place}] on a line of its own"),
    "greater_than_equal": N_("{place}: {value} is too small"),
    "less_than_equal": N_("{place}: {value} is too large"),
}
_OTHER = N_("{place}: {value} is not understood")


def _a_date(text: str) -> str:
    from datetime import date  # noqa: PLC0415 - the name is taken by a field of the profile

    try:
        date.fromisoformat(text if len(text) > len("2026-03") else f"{text}-01")
    except ValueError:
        raise PydanticCustomError("date", "no date") from None
    return text


Text = Annotated[str, BeforeValidator(nfc), StringConstraints(strip_whitespace=True)]
Filled = Annotated[Text, StringConstraints(min_length=1)]
IsoDate = Annotated[Filled, AfterValidator(_a_date)]


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


class Profile(_Part):
    """A commune as it stands on the day of the plan."""

    commune: Commune
    plan: PlanToBe
    signer: Signer = Signer()
    units: dict[str, Filled] = {}
    recipients: Recipients = Recipients()

    @model_validator(mode="after")
    def _lives_then(self) -> "Profile":
        if not exists(self.commune.type, self.plan.date):
            facts = {"kind": self.commune.type, "date": self.plan.date}
            raise PydanticCustomError("kind_of_then", "no such kind", facts)
        return self

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
    data = _parsed(path)
    mistakes = [_unknown_field(key) for key in _unknown_fields(data)]
    try:
        profile = Profile.model_validate(data)
    except ValidationError as error:
        mistakes += [_mistake(detail) for detail in error.errors()]
    if mistakes:
        raise ConfigurationError(_HEAD, *mistakes, file=path.name)
    return profile
