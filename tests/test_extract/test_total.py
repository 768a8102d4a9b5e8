"""No text makes understanding fail: damaged samples and endless repetitions give plans too."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

import extract
from extract.evidence import spans_of
from plan.model import Plan
from plan.text import nfc

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = [*sorted(ROOT.glob("samples/ke-hoach*.md")), *sorted(ROOT.glob("samples/corpus/*/*.txt"))]
SEEDS = range(5)
SLIPS = {"ế": "é", "ấ": "ầ", "l": "1", "O": "0", "ự": "ụ", "Ứ": "Ừ", "ư": "u", "m": "rn", "%": "‰"}


def shuffled(rng: random.Random, lines: list[str]) -> list[str]:
    return rng.sample(lines, len(lines))


def swapped(rng: random.Random, lines: list[str]) -> list[str]:
    at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
    return [*lines[at:], *lines[:at]][:to] + lines[to:]


def dropped(rng: random.Random, lines: list[str]) -> list[str]:
    return [line for line in lines if rng.random() > 0.3]


def doubled(rng: random.Random, lines: list[str]) -> list[str]:
    return [line for line in lines for _ in range(rng.choice([1, 1, 1, 2, 5]))]


def joined(rng: random.Random, lines: list[str]) -> list[str]:
    return ["".join(line + rng.choice(["\n", " ", ""]) for line in lines)]


def misread(rng: random.Random, lines: list[str]) -> list[str]:
    return ["".join(SLIPS.get(c, c) if rng.random() < 0.3 else c for c in line) for line in lines]


def spotted(rng: random.Random, lines: list[str]) -> list[str]:
    noise = "|*#·•\t\x0b\x0c\u200b\ufffd\U0001f600()[]"
    return [
        "".join(c if rng.random() > 0.03 else c + rng.choice(noise) for c in line) for line in lines
    ]


DAMAGES: list[Callable[[random.Random, list[str]], list[str]]] = [
    shuffled,
    swapped,
    dropped,
    doubled,
    joined,
    misread,
    spotted,
]
ENDLESS = [
    "1.",
    "I. A\n",
    "- x\n",
    "100% ",
    "năm 2025 ",
    "A, ",
    "Số ",
    "ngày 01/01/2025 và ",
    "Căn cứ Nghị quyết số 1/NQ ",
    "phối hợp với Phòng ",
    "báo cáo UBND xã trước ngày 05 hằng tháng; ",
    "(",
    "“",
    "| a ",
    "từ 1 đến ",
    "trên địa bàn xã A ",
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_damaged_sample_gives_a_plan(
    sample: Path, damage: Callable[[random.Random, list[str]], list[str]], tmp_path: Path
) -> None:
    lines = str(nfc(sample.read_text("utf-8"))).splitlines()
    for seed in SEEDS:
        rng = random.Random(f"{sample.name} {seed}")  # noqa: S311 - a seed, not a secret
        file = tmp_path / "damaged.txt"
        file.write_text("\n".join(damage(rng, lines)), "utf-8")
        plan = extract.read(file)
        assert Plan.model_validate_json(plan.model_dump_json()) == plan
        assert all(span.start < span.end for span in spans_of(plan))


@pytest.mark.parametrize("piece", ENDLESS)
def test_endless_repetition_gives_a_plan(piece: str, tmp_path: Path) -> None:
    file = tmp_path / "endless.txt"
    file.write_text(f"KẾ HOẠCH\nI. CHỈ TIÊU\n- {piece * 2000}\nII. TỔ CHỨC THỰC HIỆN\n", "utf-8")
    assert extract.read(file).sections
