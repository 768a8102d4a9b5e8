"""What the stamps and signatures of an e-signed document say of its number and its day.

Where they do not agree with the print, the print stays, all values are kept as candidates, and a
finding asks a person to look.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from extract.fields.header import DATE
from extract.layout import Layout, Stamp
from plan.messages import N_
from plan.model import Candidate, Evidence, Finding, Header, Span

PARTS = ("y", "m", "d")
ON_PRINT = {
    "number": N_("“{stamp}” is stamped on the printed number {printed}; look at the page"),
    "date": N_("“{stamp}” is stamped on “{printed}” of the printed date; look at the page"),
}
"""Field on which a stamp stands → what a person reads."""
ISO_DAY = len("2026-01-31")


def compare_stamps(head: Header, layout: Layout) -> list[Finding]:
    """Add what is stamped on the header's number or date as candidates, and tell of it."""
    found = []
    for stamp in layout.stamps:
        field = field_under(stamp, head)
        if field is None:
            continue
        evidence = head.evidence[field]
        printed = getattr(head, field)
        stamped = list(dict.fromkeys(readings(field, stamp, layout.text, evidence.span)))
        if stamped == [printed]:
            continue
        place = Span(start=stamp.line.start, end=stamp.line.start + len(stamp.line.text))
        add(evidence, printed, [Candidate(value=v, origin="stamp", span=place) for v in stamped])
        found.append(
            Finding(
                code="stamp-on-print",
                template=ON_PRINT[field],
                args={
                    "stamp": stamp.line.text,
                    "printed": layout.text[slice(*stamp.over)] if stamp.over else "",
                },
                span=evidence.span,
            )
        )
    return found


def field_under(stamp: Stamp, head: Header) -> str | None:
    """The field of the header on which a stamp stands."""
    for name in ("number", "date"):
        span = head.evidence[name].span if name in head.evidence else None
        if stamp.over and span and span.start <= stamp.over[0] < span.end:
            return name
    return None


def readings(field: str, stamp: Stamp, text: str, span: Span | None) -> Iterator[int | str]:
    """What the number or the date may be if the stamp is right.

    A figure on the month may have been meant for the blank day.
    """
    figure = int(stamp.line.text)
    if field == "number":
        yield figure
    printed = DATE.search(text, span.start, span.end) if field == "date" and span else None
    if printed is None or stamp.over is None:
        return
    for part in PARTS:
        start, end = printed.span(part)
        if printed[part] is None or (start < stamp.over[1] and stamp.over[0] < end):
            values = [figure if one == part else printed[one] for one in PARTS]
            yield from iso_dates(values)


def iso_dates(values: Sequence[int | str | None]) -> Iterator[str]:
    """Year, month and day as ISO, as far as they are known; nothing where there is no such day."""
    known = [int("".join(str(value).split())) for value in values if value is not None]
    if values[0] is None or None in values[: len(known)]:
        return
    try:
        date(*known, *[1] * (len(PARTS) - len(known)))
    except ValueError:
        return
    yield "-".join(f"{one:02}" for one in known)


def add(evidence: Evidence, printed: int | str | None, others: list[Candidate]) -> None:
    """Keep the printed value and others as candidates."""
    if printed is not None and not evidence.candidates:
        evidence.candidates.append(Candidate(value=printed, span=evidence.span))
    evidence.candidates += others


def compare_signatures(head: Header, layout: Layout) -> list[Finding]:
    """Add the day of the first signature as a candidate where none is of the printed day."""
    days = sorted(one.time[:ISO_DAY] for one in layout.signatures if one.time)
    if not days or head.date in days:
        return []
    evidence = head.evidence.setdefault("date", Evidence())
    signed = Candidate(value=days[0], origin="signature")
    if head.date is None or days[0].startswith(head.date):
        evidence.candidates.append(signed)
        template = N_("the day in the header is blank; the first signature is of {signed}")
    else:
        add(evidence, head.date, [signed])
        template = N_("the header's date is {printed}, the first signature is of {signed}")
    return [
        Finding(
            code="signed-on-another-day",
            severity="info",
            template=template,
            args={"printed": head.date or "", "signed": days[0]},
            span=evidence.span,
        )
    ]
