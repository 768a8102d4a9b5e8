"""Compare with other programs, and measure the archive: `make bench`.

    python -m benchmarks.sidebyside

Every ratio sets times against each other that were taken in turn in one run, so that a slow or
busy machine slows both. Programs that are not installed are left out.
"""

import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import psutil

from benchmarks.documents import make, many
from benchmarks.rivals import OURS, Read, installed, versions
from kehoach.archive.engines import ENGINES
from kehoach.archive.opening import opened
from kehoach.archive.pool import Limits
from kehoach.archive.run import Run, find

RUNS = 3
ARCHIVE = 160
"""Documents of the archive that is made with one and with two processes."""
LONG = 2_000
"""Documents that one process reads to see whether its memory grows."""
MEGABYTE = 1024 * 1024
COLD = {
    OURS: "import sys, extract; extract.read(sys.argv[1])",
    "kreuzberg": "import sys, kreuzberg; kreuzberg.extract_file_sync(sys.argv[1])",
    "markitdown": "import sys; from markitdown import MarkItDown;"
    " MarkItDown().convert(sys.argv[1])",
}
"""Name → the program that starts and reads one Word file."""


def main() -> None:
    """Measure and print, as the rows of Markdown tables."""
    click.echo(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    click.echo(versions())
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = make(folder)
        for form, found in files.items():
            compare(form, found)
        start_cold(files["docx"][0])
        scale(many(files["docx"], ARCHIVE, folder / "many"))
        grow(files["docx"])


def compare(form: str, files: list[Path]) -> None:
    """Print the time of each program on the files of a form, and its ratio to ours."""
    readers = installed(form)
    for read in readers.values():
        read(files[0])
    times = {name: min(taken(read, files)) for name, read in readers.items()}
    click.echo(f"\n{form}, {len(files)} files: ms a file, ratio to {OURS}")
    for name, seconds in sorted(times.items(), key=lambda one: one[1]):
        each = 1000 * seconds / len(files)
        click.echo(f"| {name} | {each:.1f} | {seconds / times[OURS]:.2f} |")


def taken(read: Read, files: list[Path]) -> list[float]:
    """The processor seconds of each of some rounds over the files."""
    rounds = []
    for _ in range(RUNS):
        start = time.process_time()
        for file in files:
            read(file)
        rounds.append(time.process_time() - start)
    return rounds


def start_cold(file: Path) -> None:
    """Print how long each program takes from its start to the first document."""
    click.echo("\ncold start to one Word file: seconds")
    for name, code in COLD.items():
        call = [sys.executable, "-c", code, str(file)]
        start = time.perf_counter()
        done = subprocess.run(call, capture_output=True, check=False)  # noqa: S603 - our own call
        if done.returncode == 0:
            click.echo(f"| {name} | {time.perf_counter() - start:.2f} |")


def scale(folder: Path) -> None:
    """Print how much faster two processes fill an archive than one; the best of some turns each."""
    turns = [(filled(folder, 1), filled(folder, 2)) for _ in range(RUNS)]
    seconds = dict(enumerate(map(min, zip(*turns, strict=True)), 1))
    for size, each in seconds.items():
        click.echo(f"\narchive add -j {size}: {ARCHIVE / each:.1f} documents a second")
    click.echo(f"from one to two cores: {seconds[1] / seconds[2]:.2f}")


def filled(folder: Path, size: int) -> float:
    """The seconds that `size` processes take to fill an archive, without their start."""
    with TemporaryDirectory() as name, opened(Path(name) / "plans.db", new=True) as store:
        ended: list[float] = []
        run = Run(store, lambda _: ended.append(time.perf_counter()))
        run.add(find(store, [str(folder)]), ENGINES["local"](size, Limits()))
    # the first documents of each process wait for its start
    return (ended[-1] - ended[size]) * len(ended) / (len(ended) - size - 1)


def grow(files: list[Path]) -> None:
    """Print the memory of a process after a tenth of many documents and after all."""
    read = installed("docx")[OURS]
    this = psutil.Process()
    for number in range(1, LONG + 1):
        read(files[number % len(files)])
        if number in (LONG // 10, LONG):
            click.echo(f"after {number} documents: {this.memory_info().rss / MEGABYTE:.0f} MB")


if __name__ == "__main__":
    main()
