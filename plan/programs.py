"""Outside programs: run for a limited time, and ended with all that they started."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil


class OutOfTimeError(Exception):
    """A program did not finish in its time."""


def run(
    call: Sequence[str],
    seconds: float,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> int:
    """Run a program to its end; its exit code.

    It works in `folder`; `environment` replaces this process's own.

    Raises:
        OutOfTimeError: it took more than `seconds`; it and all that it started are ended.
        OSError: it cannot be started.
    """
    quiet = subprocess.DEVNULL
    process = psutil.Popen(
        call, stdin=quiet, stdout=quiet, stderr=quiet, cwd=folder, env=environment
    )
    try:
        return int(process.wait(seconds))
    except psutil.TimeoutExpired as error:
        raise OutOfTimeError from error
    finally:
        end(process)


def end(process: psutil.Process) -> None:
    """End a process and those that it started, whatever state they are in."""
    try:
        family = [*process.children(recursive=True), process]
    except psutil.NoSuchProcess:
        return
    for one in family:
        try:
            one.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(family)
