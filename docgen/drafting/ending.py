"""The end of the commune's plan: closing, recipients, filing, signature."""

import regex

from docgen.drafting.carry import carried
from docgen.drafting.outline import Part, Passage, Reading
from docgen.drafting.reporting import earlier_day, padded
from docgen.drafting.scope import Scope
from docgen.drafting.transfer import Transferred, transfer
from docgen.drafting.work import Work
from docgen.profile import Profile
from plan.model import Block, Deadline, Duty, Recipient, Signature

_END = "./."
_FINAL = regex.compile(r"(?:\s|\./\.|[.;])*$")
_OFFICE_OF = regex.compile(r"\(qua ([^()]+)\)")
_PARTNER = regex.compile(
    r"doanh nghiệp|hợp tác xã|điện lực|bưu điện|viễn thông|ngân hàng|VNPT|Viettel|MobiFone",
    regex.IGNORECASE,
)
_THROUGH_OTHERS = regex.compile(
    r"(?P<to>UBND\s+(?:xã|phường|thị\s+trấn|đặc\s+khu)\s+)"
    r"\(qua\s+(?:Chi\s+cục|Cục|Trung\s+tâm|Ban\s+Quản\s+lý|Chi\s+nhánh)[^()]*\)"
)
_ASKED, _POST = "Đề nghị ", "Công chức "


def closing(passages: list[Passage], subject: str, work: Work) -> list[Passage]:
    """The closing paragraphs at the commune, with the earlier date by which its units report."""
    kept = [carried(passage, _transferred(passage, work), work, "") for passage in passages]
    if not kept:
        text = f"Trên đây là Kế hoạch {subject}."
        kept.append(Passage(Block(type="paragraph", text=text)))
    if not any(_asks_reports(one.block.text) for one in kept):
        _ask_reports(kept[-1], work)
    _end_with(_END, kept[-1])
    return kept


def _transferred(passage: Passage, work: Work) -> Transferred:
    """A closing paragraph at the commune; reports go through the unit that leads there."""
    said = transfer(passage.block.text, work.scope, None)
    lead = work.lead[:1].lower() + work.lead[1:] if work.lead.startswith(_POST) else work.lead
    text = _THROUGH_OTHERS.sub(lambda found: f"{found['to']}(qua {lead})", said.text or "")
    return Transferred(text, said.reasons)


def _end_with(mark: str, passage: Passage) -> None:
    """Close a paragraph with `mark`, and what was read at its end."""
    text = passage.block.text
    for reading in passage.readings:
        if isinstance(reading.record, Duty) and text.endswith(reading.text):
            ended = _FINAL.sub(mark, reading.text, count=1)
            reading.record = reading.record.model_copy(update={"text": ended})
    passage.block.text = _FINAL.sub(mark, text, count=1)


def _asks_reports(text: str) -> bool:
    """Whether a date is set in `text` by which the commune's units report to it."""
    sentences = text.lower().split(". ")
    return any("trước" in one and "báo cáo" in one for one in sentences)


def _ask_reports(passage: Passage, work: Work) -> None:
    """Add the sentence by which the commune's units report to it before it reports itself."""
    early = earlier_day(work.scope)
    if early is None or work.scope.asked is None:
        return
    day, month = early
    who = f"{'các phòng' if work.scope.has_departments else 'các bộ phận'}, đơn vị và các thôn"
    who = who.replace("thôn", work.scope.villages)
    by = f"trước ngày {day:02d}/{padded(month)} hằng năm"
    to = f"UBND {work.scope.commune}"
    lead = work.lead[:1].lower() + work.lead[1:] if work.lead.startswith("Công chức") else work.lead
    text = f"Định kỳ {by}, {who} báo cáo kết quả thực hiện về {to} (qua {lead}) để tổng hợp."
    deadline = Deadline(text=by, every="year", month=month, day=day)
    duty = Duty(text=text, roles=["report"], deadline=deadline, reports_to=to)
    _end_with(".", passage)
    for reading in passage.readings:
        if isinstance(reading.record, Duty) and reading.covers != "piece":
            reading.record = reading.record.model_copy(update={"text": passage.block.text})
            reading.covers = "piece"
    passage.block.text += f" {text}"
    passage.readings.append(Reading("duty", duty, (work.scope.asked,), unit=who))


def recipients(units: list[Part], works: list[Work]) -> list[Recipient]:
    """Who receives the plan: superiors, the Party and the council, units of the plan, villages."""
    scope, c = works[0].scope, works[0].scope.commune
    above = list(dict.fromkeys(name for work in works for name in _superiors(work.scope)))
    above += [f"Thường trực Đảng ủy {c}", f"Thường trực HĐND {c}"]
    names = [*(Recipient(name=name, note="để b/c") for name in above)]
    names += [
        Recipient(name=f"Ủy ban MTTQ Việt Nam {c}"),
        Recipient(name=f"Chủ tịch, các PCT UBND {c}"),
    ]
    villages = f"các {scope.villages}"
    titles = [unit.section.title.removesuffix(f", {villages}") for unit in units]
    told = [] if any(villages in one for one in scope.profile.recipients.extra) else [villages]
    doers = list(dict.fromkeys((*_civil_servants(titles), *(one.capitalize() for one in told))))
    names += [
        Recipient(name=name, note="để p/h" if _PARTNER.search(name) else "để t/h") for name in doers
    ]
    return names + [Recipient(name=name) for name in scope.profile.recipients.extra]


def _superiors(scope: Scope) -> list[str]:
    """Whoever ordered the plan, and the office through which reports go."""
    channel = _OFFICE_OF.findall(scope.channel) or [scope.channel]
    above = [scope.superior] if scope.type else []
    above += [scope.office] if scope.office and scope.office not in channel else []
    return above + [one for one in channel if not one.startswith(("UBND", "Ủy ban"))]


def _civil_servants(names: list[str]) -> list[str]:
    """Units as recipients: civil servants in one line; the Front stands among those informed."""
    posts = [name.removeprefix(_POST) for name in names if name.startswith(_POST)]
    others = [name for name in names if not name.startswith((_POST, _ASKED))]
    return [*([f"Công chức: {', '.join(posts)}"] if posts else []), *others]


def signature(profile: Profile) -> Signature:
    """The signature block: the chairman, or a vice chairman for him (Decree 30, II.7.b)."""
    deputy = profile.signer.form == "KT"
    return Signature(
        authority="TM. ỦY BAN NHÂN DÂN",
        on_behalf="KT. CHỦ TỊCH" if deputy else None,
        position="PHÓ CHỦ TỊCH" if deputy else "CHỦ TỊCH",
        name=profile.signer.name or None,
    )
