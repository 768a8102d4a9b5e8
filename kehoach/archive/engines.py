"""What the reading of many documents runs on; each engine gives the same outcomes."""

from collections.abc import Callable
from functools import partial

from kehoach.archive.pool import Limits, pool
from kehoach.archive.run import Engine


def local(jobs: int, limits: Limits) -> Engine:
    """Processes of this machine."""
    return partial(pool, size=jobs, limits=limits)


def on_ray(jobs: int, limits: Limits) -> Engine:
    """A Ray cluster; see `kehoach.archive.cluster`."""
    from kehoach.archive.cluster import cluster

    return partial(cluster, size=jobs, limits=limits)


ENGINES: dict[str, Callable[[int, Limits], Engine]] = {"local": local, "ray": on_ray}
"""Name of an engine → what makes it for a number of documents at a time, and limits."""
