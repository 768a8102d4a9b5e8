"""Whose duties stand under a heading of the parent, and which unit of the commune has them."""

from dataclasses import dataclass

import regex

from docgen.drafting.bodies import COMMITTEES, Body, departments, is_communes
from docgen.drafting.reword import reword
from docgen.drafting.scope import Scope
from docgen.drafting.superiors import with_level
from docgen.drafting.work import Work
from plan.units import COORDINATOR, field_of_body

_ASKED = regex.compile(r"^(?:đề\s+nghị|giao)\s+", regex.IGNORECASE)
_OFFICE = regex.compile(
    r"^(?:phòng|sở|văn\s+phòng|trung\s+tâm|thanh\s+tra|chi\s+cục|cục|đội|"
    r"ban\s+(?!chỉ\s+(?:đạo|huy)|công\s+tác|chấp\s+hành|thường\s+vụ|giám))",
    regex.IGNORECASE,
)
_JOINED = regex.compile(r"^(?:và|cùng)\s+", regex.IGNORECASE)
_WITH_COMMUNES = regex.compile(rf"(?P<and>(?:,|\s+và)\s+){COMMITTEES}\s*$", regex.IGNORECASE)
_PARTY = "party"
_NO_COUNTERPART = "Cấp xã không có đơn vị tương ứng; xem lại đơn vị được giao việc này."
_TOGETHER = "Cấp trên giao việc này cùng cho: {rest}; bổ sung nếu có đơn vị tương ứng."


@dataclass(frozen=True, slots=True)
class Heading:
    """A unit that the parent gives duties to.

    `above` is its name in the commune's words about it (`Phòng Nội vụ huyện`), `unit` the
    commune's unit that does the same, empty for the communes themselves; `post` says that it is
    one of the commune's own posts or departments; `advice` what to decide.
    """

    above: str
    unit: str
    field: str | None = None
    advice: str | None = None


def heading_of(title: str, work: Work) -> Heading:
    """The unit in a `title` of the parent."""
    scope = work.scope
    name = _ASKED.sub("", title).strip(" :;.")
    name = name[:1].upper() + name[1:]
    if is_communes(name):
        return Heading(name, "")
    if here := list(departments(name, scope)):
        return _of_departments(name, here, scope)
    if field := _field_beside(name, scope):
        advice = None if field == _PARTY else _NO_COUNTERPART
        return Heading(name, scope.profile.unit(field), field, advice)
    own = _WITH_COMMUNES.sub(rf"\g<and>các {scope.villages}", title.strip(" :;."))
    return Heading(name, reword(own, scope))


def _of_departments(name: str, here: list[Body], scope: Scope) -> Heading:
    """A heading that names departments of the parent: one, with others perhaps, or several."""
    above = with_level(name, scope)
    if len(here) > 1:
        return Heading(above, reword(name, scope))
    beside = f"{name[: here[0].start]} {name[here[0].end :]}"
    rest = _JOINED.sub("", beside.strip(" ,;"))
    advice = _TOGETHER.format(rest=rest) if rest and not is_communes(rest) else None
    return Heading(above, here[0].name, field_of_body(name), advice)


def _field_beside(name: str, scope: Scope) -> str | None:
    """The field of a body that is no department: of the Party, of a vertical service, unknown."""
    if regex.search(scope.committee_pattern, name, regex.IGNORECASE):
        return _PARTY
    return field_of_body(name) or (COORDINATOR if _OFFICE.match(name) else None)
