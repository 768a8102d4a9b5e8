"""What a run tells while it goes on: a line on the screen, nothing, or a line of JSON for each."""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from gettext import gettext as _

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kehoach.archive.run import Seen
from kehoach.language import say


@dataclass
class Tally:
    """How many of `total` paths were read, known and failed so far, and since when."""

    total: int
    counts: Counter[str] = field(default_factory=Counter)
    start: float = field(default_factory=time.monotonic)

    def __call__(self, seen: Seen) -> None:
        """Count a path."""
        self.counts[seen.event] += 1

    @property
    def seconds(self) -> float:
        """How long the run has been going."""
        return time.monotonic() - self.start

    def facts(self) -> dict[str, str]:
        """The counts and the documents read in a second, as text."""
        rate = self.counts["read"] / max(self.seconds, 1e-9)
        return {
            **{event: str(self.counts[event]) for event in ("read", "known", "failed")},
            "rate": f"{rate:.1f}",
        }


@dataclass
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

    def __call__(self, seen: Seen) -> None:
        """Go on by a path."""
        super().__call__(seen)
        said = _("{rate} a second, not read: {failed}").format(**self.facts())
        self.drawn.update(self.line, description=said, completed=self.counts.total())


class Lines(Tally):
    """A line of JSON on standard output for each path, and one at the end."""

    def __call__(self, seen: Seen) -> None:
        """Tell of a path."""
        super().__call__(seen)
        facts: dict[str, object] = {"event": seen.event, "path": seen.spot.address}
        if seen.failure:
            facts |= {"cause": seen.failure.cause, "message": say(seen.failure.message)}
        elif seen.seconds is not None:
            facts["seconds"] = round(seen.seconds, 3)
        _line(**facts)


def _line(**facts: object) -> None:
    click.echo(json.dumps(facts, ensure_ascii=False))


KINDS: dict[str, type[Tally]] = {"line": Bar, "quiet": Tally, "json": Lines}
"""Name of a way to tell → what tells so."""


@contextmanager
def told(kind: str, total: int) -> Iterator[Tally]:
    """Who is told of a run over `total` paths: says so as `kind` has it, and sums up at the end."""
    watcher = KINDS[kind](total)
    with watcher.drawn if isinstance(watcher, Bar) else nullcontext():
        yield watcher
    if isinstance(watcher, Lines):
        _line(event="end", **watcher.counts, seconds_in_all=round(watcher.seconds, 1))
    elif isinstance(watcher, Bar):
        said = _("read: {read}, known: {known}, not read: {failed}; {rate} a second")
        click.echo(said.format(**watcher.facts()), err=True)
