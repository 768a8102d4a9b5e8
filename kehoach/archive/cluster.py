"""Reading on Ray: one machine as a cluster, or the cluster that RAY_ADDRESS names.

Ray itself gives the task of a worker that has died to another one, and ends what takes the
machine's memory; here is only what hands tasks over and takes outcomes.
"""

import os
import time
from collections.abc import Iterator
from typing import Any

from kehoach.archive.places import plain_name
from kehoach.archive.pool import DIED, LOOK_SECONDS, TIME, Limits
from kehoach.archive.store import Failure
from kehoach.archive.work import Outcome, Task, read
from plan.errors import MissingToolError
from plan.messages import N_, Argument


def cluster(tasks: Iterator[Task], size: int, limits: Limits) -> Iterator[Outcome]:
    """The outcomes of `tasks`, as they come, `size` at a time.

    Raises:
        MissingToolError: Ray is not installed.
    """
    ray = started(size)
    work = ray.remote(num_cpus=1, max_retries=3)(read)
    running: dict[Any, tuple[Task, float]] = {}
    try:
        while True:
            while len(running) < size and (task := next(tasks, None)):
                running[work.remote(task)] = task, time.monotonic()
            if not running:
                return
            ready, _ = ray.wait([*running], timeout=LOOK_SECONDS)
            for reference in ready:
                yield _outcome(ray, reference, *running.pop(reference))
            for reference, (task, since) in [*running.items()]:
                if time.monotonic() - since > limits.seconds:
                    ray.cancel(reference, force=True)
                    del running[reference]
                    yield _failed(task, since, "time", TIME, limit=limits.seconds)
    finally:
        ray.shutdown()


def started(size: int) -> Any:  # noqa: ANN401 - a module that may not be installed
    """Ray, joined to the cluster of RAY_ADDRESS or started on this machine."""
    try:
        import ray
    except ImportError as error:
        raise MissingToolError(
            N_("--engine ray needs Ray; install it with: pip install kehoach[ray]")
        ) from error
    own = None if os.environ.get("RAY_ADDRESS") else size
    ray.init(num_cpus=own, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    return ray


def _outcome(ray: Any, reference: Any, task: Task, since: float) -> Outcome:  # noqa: ANN401 - Ray has no types
    try:
        outcome: Outcome = ray.get(reference)
    except ray.exceptions.OutOfMemoryError:
        return _failed(task, since, "memory", NO_MEMORY)
    except ray.exceptions.RayError as error:
        return _failed(task, since, "died", DIED, code=type(error).__name__)
    return outcome


def _failed(task: Task, since: float, cause: str, template: str, **args: Argument) -> Outcome:
    named = {"file": plain_name(task.address), **args}
    return Outcome(task, Failure(cause, template, named), time.monotonic() - since)


NO_MEMORY = N_("{file}: reading it took the memory of the machine; split the file")
