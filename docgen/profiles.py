"""A table of profiles (csv, xlsx): one row a commune, one column a key of the profile."""

import csv
import datetime as dt
import io
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from docgen.figures import countable
from docgen.profile import Profile, checked
from plan.errors import ConfigurationError, UnreadableError
from plan.messages import N_, Message
from plan.text import fold
from plan.units import fields

_WHOLE_NUMBERS = ("plan.number", "plan.report_lead_days", "figures.")
_LISTS = ("recipients.",)
_TARGETS = "targets"
_DELIMITERS = "\t;,"
"""What may stand between cells; a heading may hold a comma, none holds the others."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number as a spreadsheet shows it, and what it fills in."""

    number: int
    data: dict[str, Any]

    def profile(self, file: str, base: Mapping[str, Any]) -> Profile:
        """The row's profile; what it leaves open is taken from `base`.

        Raises:
            ConfigurationError: the profile is wrong; every mistake is named.
        """
        merged = dict(base)
        for name, part in self.data.items():
            there = base.get(name)
            merged[name] = {**there, **part} if isinstance(there, dict) else part
        return checked(merged, f"{file}:{self.number}")


def rows(path: Path) -> list[Row]:
    """The rows of the table at `path`, empty ones left out.

    Raises:
        UnreadableError: the file is missing or no table.
        ConfigurationError: a column is none of a profile's keys; all such columns are named.
    """
    lines = list(_lines(path))
    head = [_key(cell) for cell in lines[0]] if lines else []
    mistakes = [
        Message(N_("column {column}: no key of a profile"), {"column": repr(str(cell))})
        for cell, key in zip(lines[0] if lines else [], head, strict=True)
        if key is None and cell
    ]
    if mistakes or "commune.name" not in head:
        raise ConfigurationError(
            N_("{file}: the first row must name keys of a profile, commune.name among them"),
            *mistakes,
            file=path.name,
        )
    return [
        Row(number, _filled(head, line))
        for number, line in enumerate(lines[1:], 2)
        if any(str(cell or "").strip() for cell in line)
    ]


def _filled(head: list[str | None], line: list[Any]) -> dict[str, Any]:
    """The sections of a profile that a row fills; a target is a column of its own."""
    data: dict[str, Any] = {}
    for key, cell in zip(head, line, strict=False):
        said = str(cell if cell is not None else "").strip()
        if not key or not said:
            continue
        section, _, name = key.partition(".")
        if section == _TARGETS:
            one = {"indicator": name, "value": _number(said)}
            data.setdefault(section, []).append(one)
        else:
            data.setdefault(section, {})[name] = _value(key, cell, said)
    return data


def _number(said: str) -> float | str:
    """A number as a spreadsheet or a Vietnamese text has it; the words where it is none."""
    plain = said.removesuffix("%").strip().replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return said


def _value(key: str, cell: object, said: str) -> object:
    """A cell as the profile takes it: a date in ISO, a whole number, a list split at semicolons."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if key.startswith(_WHOLE_NUMBERS):
        digits = said.removesuffix(".0").replace(".", "").replace(" ", "")
        return int(digits) if digits.isdecimal() else said
    if key.startswith(_LISTS):
        return [part.strip() for part in said.split(";") if part.strip()]
    return said


def _key(cell: object) -> str | None:
    """The key of a profile that a column's heading names."""
    said = str(cell or "").strip()
    section, _, name = said.partition(".")
    if section == _TARGETS and name:
        return said
    free = {"units": list(fields()), "figures": countable()}
    part = Profile.model_fields.get(section)
    known = free.get(section) or getattr(part and part.annotation, "model_fields", {})
    return said if name in known else _columns().get(fold(said))


@cache
def _columns() -> dict[str, str]:
    text = (files("docgen") / "data" / "columns.toml").read_text(encoding="utf-8")
    return {fold(name): key for name, key in tomllib.loads(text).items()}


def _lines(path: Path) -> Iterator[list[Any]]:
    try:
        data = path.read_bytes()
    except OSError:
        raise UnreadableError(
            N_("{file}: no such file; a table of profiles is a .csv or .xlsx file"), file=str(path)
        ) from None
    return _of_workbook(data, path.name) if zipfile.is_zipfile(path) else _of_text(data, path.name)


def _of_text(data: bytes, name: str) -> Iterator[list[Any]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(
            N_("{file}: cannot be read as text; save it as CSV UTF-8 or as .xlsx"), file=name
        ) from None
    first = text.partition("\n")[0]
    delimiter = next((one for one in _DELIMITERS if one in first), ",")
    yield from csv.reader(io.StringIO(text), delimiter=delimiter)


def _of_workbook(data: bytes, name: str) -> Iterator[list[Any]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        yield from ([*line] for line in sheet.iter_rows(values_only=True))
    except (KeyError, ValueError, IndexError, OSError) as error:
        raise UnreadableError(
            N_("{file}: not a workbook that can be read; save it again as .xlsx"), file=name
        ) from error
