"""Filling an archive: each content once, whatever happens on the way."""

import json
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import psutil
import pytest
from archives import LIMITS, add, add_here, content, fill, misbehave, plan_text
from commandline import ROOT, Run

from kehoach.archive.account import counts, refused, to_retry
from kehoach.archive.opening import opened
from kehoach.archive.pool import Limits, Worker, pool
from kehoach.archive.run import Seen
from kehoach.archive.work import Task


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "plans.db"


def events(told: list[Seen]) -> list[str]:
    return [seen.event for seen in told]


def test_one_content_is_one_document_whatever_its_names(tmp_path: Path, db: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "sub/c.dat"):
        (folder / name).write_text(plan_text(), "utf-8")
    told = add(db, folder)
    assert sorted(events(told)) == ["known", "known", "read"]
    with opened(db) as store:
        found = counts(store)
    assert (found["documents"], found["paths"]) == (1, 3)


def test_what_is_there_is_not_read_again_and_a_changed_file_is(tmp_path: Path, db: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(plan_text(), "utf-8")
    assert events(add_here(db, tmp_path / "a.txt")) == ["read"]
    assert events(add_here(db, tmp_path / "a.txt")) == ["known"]
    file.write_text(plan_text(share=77), "utf-8")
    assert events(add_here(db, tmp_path / "a.txt")) == ["read"]


def test_the_archive_itself_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(plan_text(), "utf-8")
    for _ in range(2):
        told = add_here(tmp_path / "plans.db", tmp_path)
        assert [Path(seen.spot.address).name for seen in told] == ["a.txt"]


def packed(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return path


def test_zip_files_are_looked_into_within_limits(tmp_path: Path, db: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    files = {"thư mục/một.txt": plan_text().encode(), "bom.txt": b"0" * 200_000_000}
    packed(folder / "gói.zip", **files)
    told = {seen.spot.address.partition("!/")[2]: seen for seen in add_here(db, folder)}
    assert told["thư mục/một.txt"].event == "read"
    assert told["bom.txt"].failure
    assert told["bom.txt"].failure.cause == "limit"


def test_each_file_that_cannot_be_read_is_told_with_its_cause(tmp_path: Path, db: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    hostile = {
        "cut.pdf": b"%PDF-1.4 nothing",
        "empty.txt": b"",
        "note.txt": b"milk, bread",
        "data.json": b'{"a": 1}',
        "old.docx": b"PK\x03\x04 cut off",
        "program.exe": b"MZ\x00\x00" * 100,
    }
    for name, data in hostile.items():
        (folder / name).write_bytes(data)
    add_here(db, folder, tmp_path / "gone")
    with opened(db) as store:
        found = {Path(one.address).name: one.failure.cause for one in refused(store)}
    assert found == {
        "cut.pdf": "damaged",
        "empty.txt": "empty",
        "note.txt": "other",
        "data.json": "other",
        "old.docx": "damaged",
        "program.exe": "other",
        "gone": "missing",
    }


def test_retry_takes_what_failed_and_nothing_else(tmp_path: Path, db: Path, run: Run) -> None:
    folder = tmp_path / "in"
    fill(folder, 2)
    add_here(db, folder, tmp_path / "share")
    with opened(db) as store:
        assert to_retry(store) == [str(tmp_path / "share")]
    fill(tmp_path / "share", 3)
    result = run("archive", "retry", "--db", db, "-j", "1", "--progress", "json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    told = [(line["event"], Path(line["path"]).parent.name) for line in lines[:-1]]
    assert ("read", "share") in told
    assert {folder for _, folder in told} == {"share"}
    assert run("archive", "status", "--db", db).stdout.count("\n") == 1


def test_a_folder_that_may_not_be_read_is_one_line(
    tmp_path: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "in", 1)

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("kehoach.archive.walk.os.scandir", refuse)
    add_here(db, tmp_path / "in")
    with opened(db) as store:
        assert [one.failure.cause for one in refused(store)] == ["access"]


@pytest.mark.parametrize(
    ("name", "cause", "limits"),
    [
        ("dies", "died", LIMITS),
        ("hangs", "time", Limits(seconds=20, megabytes=1500)),
        ("eats", "memory", Limits(seconds=60, megabytes=500)),
    ],
)
def test_a_document_that_goes_over_a_limit_ends_only_its_worker(
    tmp_path: Path, name: str, cause: str, limits: Limits
) -> None:
    files = [tmp_path / "before.txt", tmp_path / f"{name}.txt", tmp_path / "after.txt"]
    for file in files:
        file.write_text(plan_text(), "utf-8")
    tasks = iter([Task(file.name, str(file), 1) for file in files])
    found = {o.task.document: o.result for o in pool(tasks, 1, limits, misbehave)}
    assert getattr(found.pop(f"{name}.txt"), "cause", None) == cause
    assert [hasattr(result, "plan") for result in found.values()] == [True, True]


def test_workers_end_with_the_pool_and_when_their_parent_is_gone(tmp_path: Path) -> None:
    worker = Worker(misbehave)
    watched = worker.watched
    worker.connection.close()
    psutil.wait_procs([watched], timeout=30)
    assert not watched.is_running()
    file = tmp_path / "a.txt"
    file.write_text(plan_text(), "utf-8")
    before = set(psutil.Process().children())
    outcomes = pool(iter([Task("a", str(file), 1)] * 3), 2, LIMITS)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]  # a generator
    assert set(psutil.Process().children()) <= before


def start(db: Path, folder: Path) -> subprocess.Popen[bytes]:
    call = [sys.executable, "-m", "kehoach", "archive", "add", str(folder), "--db", str(db)]
    return subprocess.Popen(
        [*call, "-j", "2", "--progress", "json"], cwd=ROOT, stdout=subprocess.PIPE
    )


@pytest.mark.parametrize("seed", range(3))
def test_a_run_killed_at_random_goes_on_to_the_same_content(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice, no secret
    folder, db, whole = tmp_path / "in", tmp_path / "plans.db", tmp_path / "whole.db"
    fill(folder, 25)
    packed(folder / "gói.zip", **{"x.txt": plan_text(number=99).encode()})
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.4")
    add_here(whole, folder)
    for kill in (True, True, False):
        process = start(db, folder)
        assert process.stdout
        for _ in range(chance.randint(1, 12) if kill else 10_000):
            if not process.stdout.readline():
                break
        if kill:
            time.sleep(chance.random() / 20)
            process.send_signal(chance.choice([signal.SIGKILL, signal.SIGINT]))
        process.stdout.close()
        process.wait()
        with opened(db) as store:
            assert store.one("PRAGMA integrity_check") == "ok"
    assert content(db) == content(whole)


def test_two_runs_on_one_archive_do_not_harm_each_other(tmp_path: Path) -> None:
    folder, db, whole = tmp_path / "in", tmp_path / "plans.db", tmp_path / "whole.db"
    fill(folder, 12)
    runs = [start(db, folder), start(db, folder)]
    for process in runs:
        process.communicate()
    assert [process.returncode for process in runs] == [0, 0]
    add_here(whole, folder)
    assert content(db) == content(whole)


def test_names_that_are_no_unicode_are_kept_and_found_again(tmp_path: Path, db: Path) -> None:
    file = Path(str(tmp_path / "in-") + "\udce9.txt")
    try:
        file.write_text(plan_text(), "utf-8")
    except (OSError, UnicodeEncodeError):
        return  # this system has no such names
    assert events(add_here(db, file)) == ["read"]
    with opened(db) as store:
        [(address,)] = store.all("SELECT address FROM paths")
    assert address.endswith("in-\\xe9.txt")
    assert events(add_here(db, address)) == ["known"]


def test_addresses_of_other_systems_are_read(db: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe("/plans/a.txt", plan_text().encode())
    assert events(add_here(db, "memory://plans")) == ["read"]
    assert events(add_here(db, "memory://plans")) == ["known"]


def test_a_remote_file_that_has_changed_is_read_again(tmp_path: Path, db: Path) -> None:
    pytest.importorskip("fsspec")
    (tmp_path / "a.txt").write_text(plan_text(share=91), "utf-8")
    address = (tmp_path / "a.txt").as_uri()
    assert events(add_here(db, address)) == ["read"]
    (tmp_path / "a.txt").write_text(plan_text(share=92), "utf-8")
    assert events(add_here(db, address)) == ["read"]
