"""A pool of processes that read documents, each within limits of time and memory.

A process stays for many documents. One that goes over a limit, or dies of what it reads, is ended
and another takes its place; only the document that it was at is lost to a failure. The standard
pools and pebble can end what takes too long, but none watches memory, and on Windows nothing else
does.
"""

import math
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

import psutil

from kehoach.archive.places import plain_name
from kehoach.archive.store import Failure
from kehoach.archive.work import Outcome, Task, read
from plan.messages import N_, Argument
from plan.programs import end

MEGABYTE = 1024 * 1024
LOOK_SECONDS = 0.25
"""How often the limits are looked at."""
BEGUN = None
"""What a process says when it begins with a document."""
KEPT_SHARE = 0.5
"""A process that has kept more than this share of its memory after a document is replaced."""

TIME = N_("{file}: not read within {limit} seconds; split the file")
MEMORY = N_("{file}: reading it takes more than {limit} MB of memory; split the file")
DIED = N_("{file}: reading it ended the program that read it ({code}); save it anew in Word")


@dataclass(frozen=True)
class Limits:
    """What one document may take: seconds, and megabytes of memory."""

    seconds: int = 600
    megabytes: int = 2048


class Worker:
    """A process that reads one document after another."""

    def __init__(self, work: Callable[[Task], Outcome]) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, work), daemon=True)
        self.process.start()
        theirs.close()
        self.watched = psutil.Process(self.process.pid)
        self.task: Task | None = None
        self.since = self.next_look = 0.0

    def give(self, task: Task) -> None:
        """Hand over a document."""
        # its time begins when the process, which may still be starting, says that it begins
        self.task, self.since = task, math.inf
        self.next_look = time.monotonic() + LOOK_SECONDS
        # a process that has died is noticed when its answer is taken
        with suppress(OSError):
            self.connection.send(task)

    def take(self) -> Outcome | None:
        """The outcome of the document at hand, or nothing where it has only been begun.

        Call it once the connection has something to say.
        """
        try:
            outcome: Outcome | None = self.connection.recv()
        except (EOFError, OSError):
            self.process.join()
            return self.failed("died", DIED, code=self.process.exitcode or 0)
        if outcome is BEGUN:
            self.since = time.monotonic()
        else:
            self.task = None
        return outcome

    def over(self, limits: Limits) -> Outcome | None:
        """The failure of the document at hand where it is over a limit."""
        now = time.monotonic()
        if now - self.since > limits.seconds:
            return self.failed("time", TIME, limit=limits.seconds)
        if now < self.next_look:
            return None
        # to find what a process has started, all of the machine's are gone through
        self.next_look = now + LOOK_SECONDS
        if self.megabytes() > limits.megabytes:
            return self.failed("memory", MEMORY, limit=limits.megabytes)
        return None

    def is_used_up(self, limits: Limits) -> bool:
        """Whether another process must take this one's place: it was ended, or kept much memory."""
        if self.task:
            return True
        with suppress(psutil.Error):
            return self.watched.memory_info().rss > KEPT_SHARE * limits.megabytes * MEGABYTE
        return True

    def failed(self, cause: str, template: str, **args: Argument) -> Outcome:
        """The failure of the document at hand."""
        if self.task is None:
            raise RuntimeError("no document is at hand")
        named = {"file": plain_name(self.task.address), **args}
        seconds = max(time.monotonic() - self.since, 0)
        return Outcome(self.task, Failure(cause, template, named), seconds)

    def megabytes(self) -> float:
        """The memory that the process has, with all that it started."""
        total = 0
        with suppress(psutil.Error):
            for one in (self.watched, *self.watched.children(recursive=True)):
                total += one.memory_info().rss
        return total / MEGABYTE

    def stop(self) -> None:
        """End the process and all that it started."""
        end(self.watched)
        self.process.join()
        self.connection.close()


def serve(connection: Connection, work: Callable[[Task], Outcome]) -> None:
    """Work until the other end is gone; the life of a process of the pool."""
    # Ctrl-C goes to all processes of a terminal, and ending these is for the first one
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            task = connection.recv()
            connection.send(BEGUN)
            connection.send(work(task))


def pool(
    tasks: Iterator[Task],
    size: int,
    limits: Limits,
    work: Callable[[Task], Outcome] = read,
) -> Iterator[Outcome]:
    """The outcomes of `tasks`, as they come, from `size` processes.

    Tasks are taken only when a process is free. Whatever ends this ends the processes.
    """
    workers = [Worker(work) for _ in range(size)]
    try:
        while True:
            for worker in workers:
                if worker.task is None and (task := next(tasks, None)):
                    worker.give(task)
            busy = {worker.connection: worker for worker in workers if worker.task}
            if not busy:
                return
            for worker, outcome in _ended(busy, limits):
                if worker.is_used_up(limits):
                    worker.stop()
                    workers[workers.index(worker)] = Worker(work)
                yield outcome
    finally:
        for worker in workers:
            worker.stop()


def _ended(busy: dict[Connection, Worker], limits: Limits) -> Iterator[tuple[Worker, Outcome]]:
    """The workers that are done, or must be: then they still have their task."""
    ready = wait([*busy], timeout=LOOK_SECONDS)
    for connection, worker in busy.items():
        outcome = worker.take() if connection in ready else worker.over(limits)
        if outcome:
            yield worker, outcome
