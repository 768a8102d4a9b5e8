"""Writing output: beside the target first, then renamed, so that no file is ever half written."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from plan.errors import KehoachError
from plan.messages import N_


class OutputError(KehoachError):
    """A place named on the command line to which nothing can be written."""

    exit_code = 2


def write(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, whole or not at all; raises like `whole`."""
    with whole(path) as stream:
        stream.write(data)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content becomes `path` at the end, or leaves no trace after an error.

    Raises:
        OutputError: the folder is missing, or the system does not let the file be written.
    """
    if not path.parent.is_dir():
        raise OutputError(
            N_("{file}: the folder {folder} does not exist; make it first or choose another"),
            file=path.name,
            folder=str(path.parent),
        )
    try:
        with path.open("wb") if _is_device(path) else _beside(path.resolve()) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(path, error) from error


def make_folder(path: Path) -> None:
    """Make the folder `path` where it is not there yet.

    Raises:
        OutputError: a file has that name, or the system does not let the folder be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def keep_apart(outputs: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Make sure that no output would take the place of an input or of another output.

    Raises:
        OutputError: one would.
    """
    uses = Counter(path.resolve() for path in outputs)
    uses.update({path.resolve() for path in inputs})
    for path in outputs:
        if uses[path.resolve()] > 1:
            raise OutputError(
                N_("{file}: named twice, and writing it would lose the other; choose another name"),
                file=str(path),
            )


def data_names(sources: Sequence[Path], ending: str = "json") -> list[str]:
    """A file name for the data of each source, no two alike on any system.

    `STEM.json`; where stems are alike, the whole name (`a.docx.json`, `a.pdf.json`); where those
    are alike too, a number behind it.
    """
    stems = Counter(source.stem.casefold() for source in sources)
    names: dict[str, str] = {}
    for source in sources:
        base = source.stem if stems[source.stem.casefold()] == 1 else source.name
        name, number = f"{base}.{ending}", 1
        while name.casefold() in names:
            number += 1
            name = f"{base}-{number}.{ending}"
        names[name.casefold()] = name
    return list(names.values())


def _is_device(path: Path) -> bool:
    """Whether `path` is there and no file, such as a pipe: nothing may take its place."""
    return path.exists() and not path.is_file()


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    part = path.with_name(f".kehoach-{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(
        N_(
            "{file}: cannot be written ({reason}); close it if another program has it open, "
            "or choose another place"
        ),
        file=str(path),
        reason=error.strerror or str(error),
    )
