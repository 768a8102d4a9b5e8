"""Time of the processor, measured so that a busy machine changes it little."""

import time
from collections.abc import Callable

RUNS = 5


def best(*works: Callable[[], object]) -> list[float]:
    """The shortest time of each work in seconds, the works taken in turn."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, taken in zip(works, times, strict=True):
            start = time.process_time()
            work()
            taken.append(time.process_time() - start)
    return [min(taken) for taken in times]
