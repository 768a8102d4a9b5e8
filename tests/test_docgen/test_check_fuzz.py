"""Damaged and odd files never end in a fault of the program."""

import io
import random
import re
import zipfile

import handmade as made
import pytest
from handmade import package

import docgen
from plan.errors import KehoachError

NUMBERED = made.body("Mục").replace(
    "<w:pPr>", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
)
LISTS = (
    f'<w:numbering xmlns:w="{made.WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="4"/></w:lvlOverride></w:num></w:numbering>'
)
TABLE = '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0"/></w:tblPr></w:tbl>'
WHOLE = package(
    made.WHOLE + NUMBERED + TABLE + made.p(made.box(10, 50, made.p("ô"))),
    more={"numbering1.xml": LISTS},
)
VALUES = ("", "x", "-1", "1e999", "NaN", "0", "99999999999999999999", "true", "\u00e9", "1.5")
ATTRIBUTE = re.compile(rb'(w:(?!rsid)\w+|style|from|to|cx|cy)="([^"]*)"')


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tried(document: bytes) -> None:
    """Check and repair; only errors of the family may come."""
    try:
        docgen.check(document)
        docgen.fix(document)
    except KehoachError:
        return


@pytest.mark.parametrize("seed", range(60))
def test_odd_values_of_attributes(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice

    def odd(match: "re.Match[bytes]") -> bytes:
        if chance.random() > 0.05:
            return match[0]
        return match[1] + b'="' + chance.choice(VALUES).encode() + b'"'

    members = parts()
    for name in list(members):
        if name.startswith("word/") and name.endswith(".xml"):
            members[name] = ATTRIBUTE.sub(odd, members[name])
    tried(packed(members))


@pytest.mark.parametrize("seed", range(40))
def test_elements_that_are_missing(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    members = parts()
    for name in list(members):
        if name.startswith("word/") and name.endswith(".xml"):
            members[name] = re.sub(
                rb"<w:\w+(?: [^<>]*)?/>",
                lambda match: b"" if chance.random() < 0.1 else match[0],
                members[name],
            )
    tried(packed(members))


@pytest.mark.parametrize("seed", range(40))
def test_bytes_that_are_damaged(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    damaged = bytearray(WHOLE)
    for _ in range(chance.randint(1, 30)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    tried(bytes(damaged))


@pytest.mark.parametrize("missing", sorted(parts()))
def test_a_part_that_is_missing(missing: str) -> None:
    tried(packed({name: data for name, data in parts().items() if name != missing}))
