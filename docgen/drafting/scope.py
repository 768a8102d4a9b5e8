"""Who orders, who takes over, and when: what every stage of a draft needs to know."""

from dataclasses import dataclass
from functools import cached_property

import regex

from docgen.profile import Profile
from plan.levels import TWO_LEVELS_SINCE, kinds
from plan.model import Citation, Level, Plan, Target
from plan.patterns import name_pattern
from plan.text import fold
from plan.units import fields

_AGENCY = regex.compile(
    rf"(?:ủy|uỷ)\s+ban\s+nhân\s+dân\s+(?P<type>{'|'.join(kinds())})\s+(?P<name>.+)",
    regex.IGNORECASE,
)
NOTHING = r"(?!)"
"""A pattern that never matches."""
NOT_A_COMMUNE = r"(?<!thị\s)(?<!hợp tác\s)(?!xã\s+(?:hội|viên|giao)\b)"
"""What keeps `xã` apart from `thị xã`, `hợp tác xã`, `xã hội`."""


@dataclass(frozen=True, eq=False)
class Scope:
    """The parent's unit (`type`, `name`, `level`) and the commune that drafts.

    `citations` are the documents that the parent names; `office` is the department that issued it
    (`Sở Y tế`), empty where the committee did; `earlier` are the targets of the commune's own last
    plan; `channel` is to whom the commune reports
    (`UBND huyện (qua Phòng Văn hóa và Thông tin huyện)`) and `due` the day and month by which it
    does so each year, `asked` the JSON Pointer of the parent's words on it. `type` and `name` are
    empty where the parent does not say whose plan it is.
    """

    type: str
    name: str
    level: Level | None
    profile: Profile
    citations: tuple[Citation, ...] = ()
    office: str = ""
    earlier: tuple[Target, ...] = ()
    channel: str = ""
    due: tuple[int, int] | None = None
    asked: str | None = None

    @cached_property
    def superior(self) -> str:
        """The committee that ordered the plan: `UBND huyện Mỹ Sơn`."""
        return f"UBND {self.type} {self.name}".strip()

    @property
    def commune(self) -> str:
        """The kind of commune: `xã`."""
        return self.profile.commune.type

    @property
    def commune_name(self) -> str:
        """The commune's proper name."""
        return self.profile.commune.name

    @property
    def commune_in_full(self) -> str:
        """The commune with its name: `xã Minh Tân`, `Phường 1` (Decree 30, Phụ lục II.III.1)."""
        kind = self.commune.capitalize() if self.commune_name[:1].isdigit() else self.commune
        return f"{kind} {self.commune_name}"

    @property
    def villages(self) -> str:
        """What the groups below the commune are called: `thôn`."""
        return self.profile.villages

    @property
    def has_departments(self) -> bool:
        """Whether the commune has departments (since 2025-07-01), not civil-servant titles."""
        date = self.profile.plan.date
        return date >= TWO_LEVELS_SINCE[: len(date)]

    @cached_property
    def kind_pattern(self) -> str:
        """A pattern for the parent's kind of unit as printed (`huyện`; `thành phố`, `TP.`)."""
        if not self.type:
            return NOTHING
        written = "|".join(regex.escape(form) for form in kinds()[self.type].written)
        guards = NOT_A_COMMUNE if self.type == "xã" else ""
        return rf"{guards}(?<!\w)(?:{written})(?!\w)"

    @cached_property
    def name_pattern(self) -> str:
        """A pattern for the parent's proper name."""
        return rf"{name_pattern(self.name)}(?!\w)" if self.name else NOTHING

    @cached_property
    def unit_pattern(self) -> str:
        """A pattern for the parent's unit, with or without its name."""
        return rf"{self.kind_pattern}(?:\s+{self.name_pattern})?"

    @cached_property
    def committee_pattern(self) -> str:
        """A pattern for the Party committee of the parent's unit (`Huyện ủy`)."""
        if not self.type:
            return NOTHING
        return rf"{name_pattern(kinds()[self.type].committee)}(?:\s+{self.name_pattern})?"


def scope_of(parent: Plan, profile: Profile) -> Scope:
    """The scope of a draft from `parent` for the commune of `profile`."""
    kind, name = _unit(parent)
    return Scope(
        type=kind,
        name=name,
        level=parent.area.level or (kinds()[kind].level if kind else None),
        profile=profile,
        citations=(*parent.legal_bases, *parent.citations),
        office=_office(parent),
    )


def _office(parent: Plan) -> str:
    """The department that issued the parent, as the table of units names it; else empty."""
    agency = parent.header.agency or ""
    names = (name for field in fields().values() for name in field.above)
    return next((name for name in names if fold(name) == fold(agency)), "")


def _unit(parent: Plan) -> tuple[str, str]:
    """The parent's kind and name, from its area, else from the agency that issued it."""
    if parent.area.type and parent.area.name:
        return parent.area.type, parent.area.name
    agency = _AGENCY.fullmatch(parent.header.agency or "")
    return (agency["type"].lower(), agency["name"].title()) if agency else ("", "")
