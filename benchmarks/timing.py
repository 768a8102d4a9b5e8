"""Time of the processor, measured so that a busy machine changes it little."""

import time
from collections.abc import Callable
from statistics import median

RUNS = 5


def usual(*works: Callable[[], object]) -> list[float]:
    """The usual time of each work in seconds, the works taken in turn.

    It is the median: the shortest would leave out what Python takes to collect garbage, which is
    not in every run.
    """
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, taken in zip(works, times, strict=True):
            start = time.process_time()
            work()
            taken.append(time.process_time() - start)
    return [median(taken) for taken in times]
