"""The profile: what is missing or wrong is said at once, each mistake with its place."""

from pathlib import Path

import pytest

from docgen.figures import countable
from docgen.profile import TEMPLATE, Profile, load
from plan.errors import ConfigurationError, KehoachError, UnreadableError
from plan.units import fields

GOOD = """
[commune]
type = "phường"
name = "An Lạc"
province = "Kim Sơn"
[plan]
date = "2026-03"
"""
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.toml"))


def write(folder: Path, text: str) -> Path:
    path = folder / "hồ sơ.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        load(write(folder, text))
    assert caught.value.exit_code == 6
    head, *lines = str(caught.value).splitlines()
    assert head.startswith("hồ sơ.toml: ")
    return lines


def test_a_short_profile_has_sensible_defaults(tmp_path: Path) -> None:
    own = load(write(tmp_path, GOOD))
    assert own.villages == "tổ dân phố"
    assert own.unit("finance") == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert (own.plan.report_lead_days, own.plan.number) == (10, None)
    assert (own.signer.form, own.recipients.filing) == ("TM", ["VT"])


def test_names_of_the_profile_win(tmp_path: Path) -> None:
    text = GOOD.replace('province = "Kim Sơn"', 'province = "Kim Sơn"\nvillages = "khu phố"')
    own = load(write(tmp_path, text + '[units]\nfinance = "Phòng Tài chính"\n'))
    assert own.unit("finance") == "Phòng Tài chính"
    assert own.unit("trade") == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert own.villages == "khu phố"


def test_the_template_asks_for_what_is_empty(tmp_path: Path) -> None:
    assert mistakes(tmp_path, TEMPLATE) == [
        "commune.name: empty; fill it in",
        "commune.province: empty; fill it in",
        "plan.date: empty; fill it in",
    ]


def test_the_template_filled_in_is_a_profile(tmp_path: Path) -> None:
    filled = TEMPLATE
    for key, value in (("name", "An Lạc"), ("province", "Kim Sơn"), ("date", "2025-03-05")):
        filled = filled.replace(f'{key} = ""', f'{key} = "{value}"', 1)
    assert load(write(tmp_path, filled)).commune.name == "An Lạc"
    assert all(f"{key} (" in TEMPLATE or f"{key}," in TEMPLATE for key in fields())


def test_the_examples_in_the_template_are_right(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") for line in TEMPLATE.splitlines()]
    villages = next(line for line in lines if line.startswith('villages = "'))
    wanted = ("number", "subject", "report_lead_days", "extra")
    examples = [line for line in lines if line.split(" = ")[0] in wanted]
    assert len(examples) == len(wanted)
    text = GOOD.replace("[plan]", f"{villages}\n[plan]") + "\n".join(examples[:3])
    figures = "\n".join(
        line
        for line in lines[lines.index("[figures]") : lines.index("[recipients]")]
        if line.startswith("[") or " = " in line
    )
    load(write(tmp_path, f"{text}\n{figures}\n[recipients]\n{examples[3]}\n"))
    assert all(f"{key} (" in " ".join(lines) for key in countable())


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("phường", "phuong").replace("name =", "nmae =").replace("2026-03", "3/2026")
    assert mistakes(tmp_path, text) == [
        "commune.type: 'phuong' is none of 'xã', 'phường', 'thị trấn', 'đặc khu'",
        "commune.name: missing",
        "commune.nmae: unknown key; did you mean `name`?",
        "plan.date: '3/2026' is no date; write 2026-03 or 2026-03-05",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"An Lạc"', "5", "commune.name: must be text between quotes"),
        ("[plan]", "number = 1\n[plan]", "commune.number: unknown key"),
        ('"2026-03"', '"2026-02-30"', "plan.date: '2026-02-30' is no date"),
        ('"2026-03"', '"2026-03"\nnumber = "9"', "plan.number: must be a whole number"),
        ('"2026-03"', '"2026-03"\nnumber = 0', "plan.number: 0 is too small"),
        ('"2026-03"', '"2026-03"\nreport_lead_days = 90', "plan.report_lead_days: 90 is too large"),
        ('"phường"', '"thị trấn"', "commune.type: there was no `thị trấn` on 2026-03"),
        ('"2026-03"', '"2026-03"\n[units]\nfinanse = "A"', "units.finanse: unknown key; did you"),
        ('"2026-03"', '"2026-03"\n[units]\nfinance = 1', "units.finance: must be text"),
        (
            '"2026-03"',
            '"2026-03"\n[signer]\nform = "TL"',
            "signer.form: 'TL' is none of 'TM', 'KT'",
        ),
        (
            '"2026-03"',
            '"2026-03"\n[recipients]\nfiling = "VT"',
            "recipients.filing: must be a list",
        ),
        ("[commune]", 'signer = "A"\n[commune]', "signer: must be a section, written [signer]"),
        ("[commune]", 'units = "A"\n[commune]', "units: must be a section, written [units]"),
        ('"2026-03"', '"2026-03"\nplan.x = 1', "plan.plan: unknown key"),
    ],
)
def test_one_mistake(tmp_path: Path, old: str, new: str, said: str) -> None:
    (line,) = mistakes(tmp_path, GOOD.replace(old, new))
    assert line.startswith(said)


def test_a_profile_that_is_no_toml(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"not well formed.*line 3"):
        load(write(tmp_path, GOOD.replace('"phường"', '"phường')))


def test_a_profile_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(b"\xff\xfe\x00")
    for bad, said in (
        (path, "save it as UTF-8"),
        (tmp_path, "cannot be read"),
        (tmp_path / "no.toml", "init"),
    ):
        with pytest.raises(UnreadableError, match=said) as caught:
            load(bad)
        assert caught.value.exit_code == 3


def test_a_profile_saved_by_notepad(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    decomposed = GOOD.replace("ạ", "ạ")
    path.write_bytes(b"\xef\xbb\xbf" + decomposed.replace("\n", "\r\n").encode())
    assert load(path).commune.name == "An Lạc"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_are_profiles(sample: Path) -> None:
    assert isinstance(load(sample), Profile)


def test_every_error_is_one_of_the_family() -> None:
    assert issubclass(ConfigurationError, KehoachError)
