"""Print how much memory this process has taken at most, the more files it has read.

    python -m benchmarks.memory FILE...

It is a process of its own because what was once taken counts to the end.
"""

import sys
from itertools import cycle, islice
from pathlib import Path

import click

import extract

MARKS = (100, 500, 1000)
"""After so many files the memory is looked at."""
KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""What the system counts in."""


def peak() -> float:
    """The most memory that was taken so far, in MB."""
    import resource  # Unix alone has it

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 1e6


def main() -> None:
    """Read the files again and again, and print."""
    files = [Path(name) for name in sys.argv[1:]]
    for number, file in enumerate(islice(cycle(files), MARKS[-1]), 1):
        extract.read(file)
        if number in MARKS:
            click.echo(f"memory after {number:4} files  {peak():6.1f} MB")


if __name__ == "__main__":
    main()
