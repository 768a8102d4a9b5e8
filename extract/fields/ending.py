"""Recipients (nơi nhận), filing (lưu) and the signature block (Decree 30/2020, PL I.II.7, 9)."""

from collections.abc import Sequence

import regex

from extract.layout import Line
from extract.zones import PERSON, RANK, RECIPIENTS
from plan.model import Evidence, Recipient, Signature, Span

ITEM = regex.compile(r"\s*[-–+*•]\s*(?=\S{2})")
FILED = regex.compile(r"\s*[-–+*•]?\s*L[ưu]u\b\s*[:.]?\s*(?P<rest>.*)", regex.S)
NOTE = regex.compile(r"\s*\((?P<note>[^()]*)\)\s*$")
COLLECTIVE = regex.compile(r"(?:TM|T/M|TUN)\s*[./]?\s*")
DELEGATED = regex.compile(r"(?:KT|K/T|TL|T/L|TUQ|Q)\s*[./]?\s*\p{Lu}{2}")


def divide(ending: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The ending's lines: those of the recipients, those of the signature."""
    recipients: list[Line] = []
    signature: list[Line] = []
    current = signature
    for line in ending:
        if RECIPIENTS.match(line.text) or (ITEM.match(line.text) and not RANK.fullmatch(line.text)):
            current = recipients
        elif RANK.fullmatch(line.text):
            current = signature
        current.append(line)
    return recipients, signature


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
                for part in regex.split(r"[,;]\s*(?![^()]*\))", filed["rest"])
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
    for line in lines:
        rest = RECIPIENTS.sub("", line.text, count=1) if RECIPIENTS.match(line.text) else line.text
        if not rest.strip(" :"):
            continue
        begins = (
            ITEM.match(rest)
            or FILED.match(rest)
            or (not bulleted and (not groups or groups[-1][-1].text.rstrip().endswith(";")))
        )
        if begins or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def span_of(lines: Sequence[Line]) -> Span:
    """Where consecutive lines stand."""
    last = lines[-1]
    return Span(
        start=lines[0].source(0),
        end=last.source(max(len(last.text.rstrip()) - 1, 0)) + 1,
        page=lines[0].page,
        path=lines[0].path,
    )


def signature(lines: Sequence[Line]) -> Signature:
    """Authority, delegation, position and name; a rank may stand below the name too."""
    result = Signature()
    for line in lines:
        text = line.text.strip().strip("*_ ")
        for field, value in roles_in(text, result):
            setattr(result, field, value)
            result.evidence[field] = Evidence(span=span_of([line]))
    return result


def roles_in(text: str, known: Signature) -> list[tuple[str, str]]:
    """What a line of the signature block says: pairs of field and value."""
    if COLLECTIVE.match(text):
        return [("authority", text)] if known.authority is None else []
    if DELEGATED.match(text):
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
        return [("position", text)] if known.position is None else []
    person = PERSON.fullmatch(text)
    if person and known.name is None and (known.position or known.on_behalf or known.authority):
        return [("name", person["name"])]
    return []
