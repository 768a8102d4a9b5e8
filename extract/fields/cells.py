"""Units in the cells of tables and in labelled lines: who leads, who joins."""

import regex

from extract.knowledge import either, table
from extract.names import begins_name, split_names

ENTRY_END = regex.compile(r"\n|;|\.\s+(?=(?:(?:Cơ quan|Đơn vị)\s+)?[Pp]hối hợp)")
ITEM = regex.compile(r"^\s*[-+*•]\s*")
"""What marks one of several lines of a cell."""
ACTION = regex.compile(rf"\s+{either(table('tables')['actions'])}(?!\p{{L}}).*", regex.S)
ASIDE = regex.compile(r"\([^()]*\)")
PART = regex.compile(r"(?P<lead>chủ trì|thực hiện)|(?P<partners>phối hợp)", regex.I)
UNFINISHED = regex.compile(rf"(?<!\p{{L}}){either(table('tables')['unfinished'])}$")
WITH = regex.compile(r"\s*(?:thực hiện\s+)?(?:cùng với|với|cùng)\s+")
MARKS = " ,.:"


def units(cell: str) -> list[str]:
    """The units of a cell: divided at line breaks, semicolons and before a unit's name."""
    return [name for entry in entries(cell) for name in divided(ACTION.sub("", entry))]


def entries(cell: str) -> list[str]:
    """The entries of a cell; a line that only goes on with the one before is joined to it."""
    found: list[str] = []
    for line in filter(str.strip, ENTRY_END.split(cell)):
        text = ITEM.sub("", line, count=1).strip()
        begins = text != line.strip() or begins_name(text) or PART.match(text) or ":" in text
        if not found or (begins and not UNFINISHED.search(found[-1])):
            found.append(text)
        else:
            found[-1] += f" {text}"
    return found


def divided(entry: str) -> list[str]:
    """The units of one entry; a name that itself holds a comma or "và" stays whole."""
    names = split_names(entry, in_cell=True)
    if not all(map(begins_name, names)):
        names = split_names(entry)
    return names if len(names) > 1 else list(filter(None, [entry.strip(MARKS)]))


def units_by_part(cell: str) -> tuple[list[str], list[str]]:
    """Those who lead and those who join, in a cell that may say which is which.

    It does with a label ("Phối hợp: …"), which holds for the entries below it too, or in a
    sentence ("Sở Y tế chủ trì, phối hợp với …").
    """
    lead: list[str] = []
    partners: list[str] = []
    current = lead
    for entry in entries(cell):
        label, colon, rest = entry.partition(":")
        part = PART.search(label) if colon else None
        if part:
            current = partners if part["partners"] else lead
            current += units(rest)
        elif PART.search(bare := ASIDE.sub("", entry)):
            leading, joining = told_apart(bare)
            lead += units(leading)
            partners += units(joining)
        else:
            current += units(entry)
    return lead, partners


def told_apart(entry: str) -> tuple[str, str]:
    """Who leads and who joins in a sentence such as "A chủ trì, B phối hợp"."""
    leading, chairs, rest = entry.partition("chủ trì")
    before, joins, behind = (rest if chairs else entry).partition("phối hợp")
    before, behind = before.strip(MARKS).removeprefix("và").strip(), WITH.sub("", behind, count=1)
    if not joins:
        return entry if not chairs else leading, ""
    if chairs:
        return leading, before or behind
    return (before, behind) if behind.strip(MARKS) else ("", before)
