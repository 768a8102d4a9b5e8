"""One process, a pool and a cluster give the same archive, also when workers are killed."""

import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from archives import LIMITS, add, add_here, content, fill
from commandline import Run as CommandLine

from kehoach.archive.engines import ENGINES
from kehoach.archive.opening import opened
from kehoach.archive.run import Run, find
from kehoach.archive.work import Outcome, Task

COUNT = 16


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("in")
    fill(found, COUNT)
    (found / "cut.pdf").write_bytes(b"%PDF-1.4")
    return found


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    db = tmp_path_factory.mktemp("db") / "plans.db"
    add_here(db, folder)
    return content(db)


@pytest.mark.parametrize("size", [1, 2])
def test_a_pool_gives_what_one_process_gives(
    folder: Path, tmp_path: Path, expected: dict[str, Any], size: int
) -> None:
    add(tmp_path / "plans.db", folder, size=size)
    assert content(tmp_path / "plans.db") == expected


WORKERS = ("ray::read", "ray::IDLE")
"""How Ray's workers call themselves, at work and between two tasks."""


def kill_workers(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes; after a few, all processes that read are killed from outside."""
    for number, outcome in enumerate(outcomes):
        yield outcome
        if number == 3:
            family = psutil.Process().children(recursive=True)
            working = [one for one in family if " ".join(one.cmdline()).startswith(WORKERS)]
            assert working
            for one in working:
                one.kill()


@pytest.mark.parametrize("kill", [False, True])
def test_a_cluster_gives_the_same_and_a_killed_worker_loses_nothing(
    folder: Path, tmp_path: Path, expected: dict[str, Any], *, kill: bool
) -> None:
    pytest.importorskip("ray", reason="the cluster is an extra: pip install kehoach[ray]")
    engine = ENGINES["ray"](2, LIMITS)

    def killing(tasks: Iterator[Task]) -> Iterator[Outcome]:
        return kill_workers(engine(tasks))

    db = tmp_path / "plans.db"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Ray's own, of its start
        with opened(db, new=True) as store:
            Run(store, lambda _: None).add(find(store, [str(folder)]), killing if kill else engine)
    assert content(db) == expected


def test_a_missing_cluster_is_named(
    folder: Path, tmp_path: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    result = run("archive", "add", folder, "--db", tmp_path / "a.db", "--engine", "ray")
    assert result.exit_code == 5
    assert "pip install kehoach[ray]" in result.stderr
