"""Recipients (nơi nhận), filing (lưu) and the signature block (Decree 30/2020, PL I.II.7, 9)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extract.knowledge import either
from extract.layout import Line
from extract.zones import AUTHORITY, KNOWN, PERSON, RANK, RECIPIENTS
from plan.model import Evidence, Recipient, Signature, Span

ITEM = regex.compile(r"\s*(?:[-–+*•]|\d{1,2}[.)])\s*(?=\S{2})")
NEXT = regex.compile(r";\s+(?=\S)")
NEXT_BULLET = regex.compile(r";\s*(?=[-–+•]\s*\p{L})")
FILED = regex.compile(r"\s*(?:[-–+*•]|\d{1,2}[.)])?\s*L[ưu]u\b\s*[:.]?\s*(?P<rest>.*)", regex.S)
NOTE = regex.compile(r"\s*\((?P<note>[^()]*)\)\s*$")
COLLECTIVE = regex.compile(r"T/?M\b|TUN\b")
AUTHORISED = regex.compile(AUTHORITY)
DRAFTER = regex.compile(r"\.\s+(?=[\p{Ll}\d]).*")
"""Who drafted it and how many copies there are, behind the last file (PL I.IV, box 12)."""
BESIDE = regex.compile(rf"\s[|\s]*(?={RANK.pattern}\|?\s*$)")
CAPITAL_NAME = regex.compile(rf"{either(KNOWN['families'])}(?:['’ ]\p{{Lu}}+){{1,5}}")


def divide(ending: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The ending's lines: those of the recipients, those of the signature."""
    recipients: list[Line] = []
    signature: list[Line] = []
    current = signature
    for line in (part for whole in ending for part in columns(whole)):
        is_rank = RANK.fullmatch(line.text.strip("| ")) is not None
        if RECIPIENTS.match(line.text) or (ITEM.match(line.text) and not is_rank):
            current = recipients
        elif is_rank:
            current = signature
        current.append(line)
    return recipients, signature


def columns(line: Line) -> list[Line]:
    """A line of recipients apart from the line of the signature that a text layer put beside it."""
    if RECIPIENTS.match(line.text) or ITEM.match(line.text):
        beside = BESIDE.search(line.text)
        if beside:
            return [piece(line, 0, beside.start()), piece(line, beside.end(), len(line.text))]
    return [line]


def piece(line: Line, start: int, end: int) -> Line:
    """A stretch of a line as a line of its own."""
    return replace(
        line,
        text=line.text[start:end],
        start=line.source(start),
        offsets=line.offsets[start:end],
    )


def recipients(lines: Sequence[Line]) -> tuple[list[Recipient], list[str]]:
    """The recipients in order, and what the `Lưu:` line files."""
    found: list[Recipient] = []
    filing: list[str] = []
    for group in items(lines):
        text = " ".join(line.text.strip() for line in group)
        filed = FILED.fullmatch(text)
        if filed:
            filing += [
                bit
                for part in regex.split(r"[,;]\s*(?![^()]*\))", DRAFTER.sub("", filed["rest"]))
                if (bit := part.strip(" .;:"))
            ]
            continue
        name = ITEM.sub("", text, count=1).strip(" .;,")
        note = NOTE.search(name)
        bare = name[: note.start()].strip(" ,;.") if note else name
        if bare and not bare.endswith(":"):
            found.append(
                Recipient(
                    name=bare, note=note["note"].strip() if note else None, span=span_of(group)
                )
            )
    return found, filing


def items(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each recipient: a line without a bullet goes on with the one before."""
    groups: list[list[Line]] = []
    bulleted = any(ITEM.match(line.text) for line in lines)
    for line in entries(lines, NEXT_BULLET if bulleted else NEXT):
        if not line.text.strip(" :"):
            continue
        begins = (
            ITEM.match(line.text)
            or FILED.match(line.text)
            or (not bulleted and (not groups or groups[-1][-1].text.rstrip().endswith(";")))
        )
        if begins or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def entries(lines: Sequence[Line], between: "regex.Pattern[str]") -> Iterator[Line]:
    """The lines without the label "Nơi nhận:", those that hold several recipients divided."""
    for line in lines:
        label = RECIPIENTS.match(line.text)
        start = label.end() if label else 0
        for match in between.finditer(line.text, start):
            yield piece(line, start, match.end())
            start = match.end()
        yield piece(line, start, len(line.text))


def span_of(lines: Sequence[Line]) -> Span:
    """Where lines stand, from the first to the last in the source."""
    starts = [line.source(0) for line in lines]
    ends = [line.source(max(len(line.text.rstrip()) - 1, 0)) + 1 for line in lines]
    return Span(start=min(starts), end=max(ends), page=lines[0].page, path=lines[0].path)


def signature(lines: Sequence[Line]) -> Signature:
    """Authority, delegation, position and name; a rank may stand below the name too."""
    result = Signature()
    for line in lines:
        text = line.text.strip("*_| ")
        for field, value in roles_in(text, result):
            setattr(result, field, value)
            result.evidence[field] = Evidence(span=span_of([line]))
    return result


def next_title(text: str, known: Signature) -> list[tuple[str, str]]:
    """A rank is the position; a further one above the name is the signer's title elsewhere."""
    if known.position is None:
        return [("position", text)]
    return [("other_title", text)] if known.name is None and not known.other_title else []


def roles_in(text: str, known: Signature) -> list[tuple[str, str]]:
    """What a line of the signature block says: pairs of field and value."""
    if COLLECTIVE.match(text):
        return [("authority", text)] if known.authority is None else []
    if AUTHORISED.match(text):
        return [("on_behalf", text)] if known.on_behalf is None else []
    if (
        known.authority
        and known.position is None
        and known.on_behalf is None
        and known.name is None
        and text.isupper()
        and not RANK.fullmatch(text)
    ):
        return [("authority", f"{known.authority} {text}")]
    if RANK.fullmatch(text):
        return next_title(text, known)
    person = PERSON.fullmatch(text) or CAPITAL_NAME.fullmatch(text)
    if person and known.name is None and (known.position or known.on_behalf or known.authority):
        return [("name", person.groupdict().get("name") or text)]
    return []
