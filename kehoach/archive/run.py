"""A run: files are found, what is new is read, what is read is kept; then all is joined.

Nothing is marked as begun: a run that is ended at any moment has kept whole documents only, and
the next one finds what is missing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.archive.causes import failure_of
from kehoach.archive.places import digest, plain_name
from kehoach.archive.resolve import resolve
from kehoach.archive.store import Failure, Spot, Store
from kehoach.archive.walk import Found, walk
from kehoach.archive.work import Outcome, Task
from plan.errors import KehoachError

OWN_ENDINGS = ("", "-wal", "-shm", "-journal")
"""What stands behind a database's name in the names of its files."""
Engine = Callable[[Iterator[Task]], Iterator[Outcome]]
"""What turns tasks into outcomes, in any order: a pool of processes, or many machines."""


@dataclass(frozen=True)
class Seen:
    """What a run says of a path.

    `event` is `read` (after `seconds`), `failed` (with the `failure`), or `known`: in the archive
    already, or with the content of another path.
    """

    event: str
    spot: Spot
    seconds: float | None = None
    failure: Failure | None = None


def find(store: Store, addresses: Sequence[str]) -> list[Found]:
    """What is at `addresses`; what could not be looked at there before is forgotten.

    The archive's own files are left out.
    """
    with store.change():
        for address in addresses:
            store.forget_trouble(address)
    own = {f"{store.address}{ending}" for ending in OWN_ENDINGS}
    return [found for found in walk(addresses) if found.spot.address not in own]


@dataclass
class Run:
    """A run over files that were found.

    `again` reads documents anew that could not be read; `knowledge` is a folder with an office's
    own words. `waiting` holds the paths of each document that is being read.
    """

    store: Store
    tell: Callable[[Seen], None]
    knowledge: Path | None = None
    again: bool = False
    waiting: dict[str, list[Spot]] = field(default_factory=dict)

    def add(self, found: Iterable[Found], engine: Engine) -> None:
        """Bring everything in `found` into the archive."""
        for outcome in engine(self.tasks(found)):
            self.keep(outcome)
        resolve(self.store)

    def tasks(self, found: Iterable[Found]) -> Iterator[Task]:
        """The documents that are to be read; of the rest, the paths are kept."""
        for one in found:
            if one.failure:
                self.trouble(one.spot, one.failure)
            else:
                yield from self.task(one.spot)

    def task(self, spot: Spot) -> Iterator[Task]:
        """The document at a path, where it is to be read and is not being read already."""
        document = self.store.document_at(spot)
        if document and self.is_done(document):
            self.tell(Seen("known", spot))
            return
        try:
            document = digest(spot.address)
        except (OSError, KehoachError, ValueError, NotImplementedError) as error:
            self.trouble(spot, failure_of(error, plain_name(spot.address)))
            return
        if document in self.waiting:
            self.waiting[document].append(spot)
        elif self.is_done(document):
            with self.store.change():
                self.store.put_paths([spot], document)
            self.tell(Seen("known", spot))
        else:
            self.waiting[document] = [spot]
            yield Task(document, spot.address, spot.size or 0, self.knowledge)

    def is_done(self, document: str) -> bool:
        """Whether there is nothing more to do for a document."""
        if not self.store.up_to_date(document):
            return False
        failed = self.store.one("SELECT cause FROM documents WHERE sha256 = ?", document)
        return not (failed and self.again)

    def trouble(self, spot: Spot, failure: Failure) -> None:
        """Keep that a path could not be looked at."""
        with self.store.change():
            self.store.put_trouble(spot, failure)
        self.tell(Seen("failed", spot, failure=failure))

    def keep(self, outcome: Outcome) -> None:
        """Keep what became of a document, with all its paths."""
        task, result = outcome.task, outcome.result
        spots = self.waiting.pop(task.document)
        with self.store.change():
            if isinstance(result, Failure):
                self.store.put_failure(task.document, task.size, outcome.seconds, result)
            else:
                self.store.put_plan(
                    task.document, task.size, outcome.seconds, result.plan, result.rows
                )
            self.store.put_paths(spots, task.document)
        first, *others = spots
        if isinstance(result, Failure):
            self.tell(Seen("failed", first, outcome.seconds, result))
        else:
            self.tell(Seen("read", first, outcome.seconds))
        for spot in others:
            self.tell(Seen("known", spot))
