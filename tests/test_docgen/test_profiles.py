"""Tables of profiles: what a column may be called, and what becomes of a cell."""

import tomllib
from pathlib import Path

import pytest

import docgen
from docgen.figures import countable
from docgen.profiles import rows
from plan.errors import ConfigurationError
from plan.units import fields

COLUMNS = tomllib.loads(
    (Path(docgen.__file__).parent / "data" / "columns.toml").read_text(encoding="utf-8")
)


def table(folder: Path, head: list[str], *lines: list[str]) -> Path:
    path = folder / "t.csv"
    path.write_text("\n".join("\t".join(line) for line in (head, *lines)), encoding="utf-8")
    return path


@pytest.mark.parametrize(("heading", "key"), COLUMNS.items())
def test_a_vietnamese_heading_fills_its_key(tmp_path: Path, heading: str, key: str) -> None:
    head = ["commune.name", heading.upper()]
    (row,) = rows(table(tmp_path, head, ["An Lạc", "7"]))
    section, _, name = key.partition(".")
    assert row.data[section][name] in ("7", 7, ["7"])


def test_every_free_key_is_a_column(tmp_path: Path) -> None:
    free = [f"units.{key}" for key in fields()] + [f"figures.{key}" for key in countable()]
    head = ["commune.name", *free]
    (row,) = rows(table(tmp_path, head, ["An Lạc", *("12" for _ in free)]))
    assert len(row.data["units"]) + len(row.data["figures"]) == len(free)


def test_cells_become_what_the_profile_takes(tmp_path: Path) -> None:
    head = ["commune.name", "số hộ", "lưu", "targets.hộ nghèo", "plan.number", "số thôn"]
    lines = [["An Lạc", "1.850", "VT; VHXH", "2,5%", "07", ""], [""] * 6]
    (row,) = rows(table(tmp_path, head, *lines))
    assert row.number == 2
    assert row.data == {
        "commune": {"name": "An Lạc"},
        "figures": {"households": 1850},
        "recipients": {"filing": ["VT", "VHXH"]},
        "targets": [{"indicator": "hộ nghèo", "value": 2.5}],
        "plan": {"number": 7},
    }


def test_what_is_no_number_is_told_with_its_row(tmp_path: Path) -> None:
    head = ["commune.name", "commune.type", "commune.province", "plan.date", "số hộ"]
    (row,) = rows(table(tmp_path, head, ["An Lạc", "xã", "Lam Giang", "2026-03", "nhiều"]))
    with pytest.raises(ConfigurationError, match=r"bảng\.csv:2") as told:
        row.profile("bảng.csv", {})
    assert "figures.households: must be a whole number" in str(told.value)
