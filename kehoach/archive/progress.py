"""What a run tells while it goes on: a line on the screen, nothing, or a line of JSON for each."""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from gettext import gettext as _

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kehoach.archive.store import Failure, Spot
from kehoach.language import say


@dataclass
class Tally:
    """How many paths were read, known and failed so far, and since when."""

    total: int
    counts: Counter[str] = field(default_factory=Counter)
    start: float = field(default_factory=time.monotonic)

    def known(self, spot: Spot) -> None:  # noqa: ARG002 - counting needs no more
        """Count a path that needed no reading."""
        self.counts["known"] += 1

    def read(self, spot: Spot, seconds: float) -> None:  # noqa: ARG002 - counting needs no more
        """Count a path whose document was read."""
        self.counts["read"] += 1

    def failed(self, spot: Spot, failure: Failure) -> None:  # noqa: ARG002 - counting needs no more
        """Count a path that could not be read."""
        self.counts["failed"] += 1

    @property
    def rate(self) -> float:
        """Documents read in a second."""
        return self.counts["read"] / max(time.monotonic() - self.start, 1e-9)

    def summary(self) -> str:
        """The counts in a sentence."""
        return _("read: {read}, known: {known}, not read: {failed}; {rate} a second").format(
            **{name: self.counts[name] for name in ("read", "known", "failed")},
            rate=f"{self.rate:.1f}",
        )


class Bar(Tally):
    """A line on the screen: how far, how fast, how long still, how many failures."""

    def __post_init__(self) -> None:
        """Draw the line; where no one looks, nothing is drawn."""
        self.drawn = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self.line = self.drawn.add_task("", total=self.total)

    def known(self, spot: Spot) -> None:
        """Go on by a path that needed no reading."""
        super().known(spot)
        self._draw()

    def read(self, spot: Spot, seconds: float) -> None:
        """Go on by a path whose document was read."""
        super().read(spot, seconds)
        self._draw()

    def failed(self, spot: Spot, failure: Failure) -> None:
        """Go on by a path that could not be read."""
        super().failed(spot, failure)
        self._draw()

    def _draw(self) -> None:
        told = _("{rate} a second, not read: {failed}").format(
            rate=f"{self.rate:.1f}", failed=self.counts["failed"]
        )
        self.drawn.update(self.line, description=told, completed=self.counts.total())


class Lines(Tally):
    """A line of JSON on standard output for each path, and one at the end."""

    def known(self, spot: Spot) -> None:
        """Tell of a path that needed no reading."""
        super().known(spot)
        _line(event="known", path=spot.address)

    def read(self, spot: Spot, seconds: float) -> None:
        """Tell of a path whose document was read."""
        super().read(spot, seconds)
        _line(event="read", path=spot.address, seconds=round(seconds, 3))

    def failed(self, spot: Spot, failure: Failure) -> None:
        """Tell of a path that could not be read."""
        super().failed(spot, failure)
        said = say(failure.message)
        _line(event="failed", path=spot.address, cause=failure.cause, message=said)


def _line(**facts: object) -> None:
    click.echo(json.dumps(facts, ensure_ascii=False))


KINDS: dict[str, type[Tally]] = {"line": Bar, "quiet": Tally, "json": Lines}
"""Name of a way to tell → what tells so."""


@contextmanager
def told(kind: str, total: int) -> Iterator[Tally]:
    """A watcher of a run over `total` paths that tells as `kind` says, and sums up at the end."""
    watcher = KINDS[kind](total)
    if isinstance(watcher, Bar):
        with watcher.drawn:
            yield watcher
    else:
        yield watcher
    if isinstance(watcher, Lines):
        _line(event="end", **watcher.counts, seconds=round(time.monotonic() - watcher.start, 1))
    elif kind != "quiet":
        click.echo(watcher.summary(), err=True)
