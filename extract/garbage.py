"""Python's collector of garbage, which has next to nothing to find while a document is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def left_alone() -> Iterator[None]:
    """Let the collector rest.

    The letters of a page and the values of a plan are many objects that live until the document
    is read. Each few hundred of them would set off a search for circles among all that the
    program holds, which takes a third of the time of reading a PDF and finds a few dozen objects.
    """
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()
