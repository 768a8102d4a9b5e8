"""Finding files: folders and the zip files in them, in an order that is always the same."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from extract.recognise import format_of, head_of
from kehoach.archive.causes import failure_of
from kehoach.archive.places import INSIDE, address_of, file_system, is_url, path_of
from kehoach.archive.store import Failure, Spot
from plan.errors import KehoachError, LimitError
from plan.messages import N_

ZIP = b"PK"
MEMBERS = 100_000
"""How many files a zip file may hold."""


@dataclass(frozen=True)
class Found:
    """A file that was found, or a place that could not be looked at and why."""

    spot: Spot
    failure: Failure | None = None


def walk(addresses: Sequence[str]) -> Iterator[Found]:
    """Every file at or under `addresses`, those in zip files too, each once and sorted by name."""
    seen: set[str] = set()
    for address in addresses:
        for found in _remote(address) if is_url(address) else _at(path_of(address)):
            if found.spot.address not in seen:
                seen.add(found.spot.address)
                yield found


def _at(path: Path) -> Iterator[Found]:
    """What is at a path; whatever goes wrong there is told of that path alone."""
    try:
        if path.is_dir():
            for child in sorted(os.scandir(path), key=lambda entry: entry.name):
                if child.is_dir(follow_symlinks=False) or child.is_file():
                    yield from _at(Path(child.path))
            return
        status = path.stat()
        spot = Spot(address_of(path), status.st_size, status.st_mtime_ns)
        if _is_zip(path):
            yield from _packed(path, spot)
        else:
            yield Found(spot)
    except OSError as error:
        address = address_of(path)
        yield Found(Spot(address), failure_of(error, path.name))


def _is_zip(path: Path) -> bool:
    """Whether a file is a packed folder; Word files are packed as well and are none."""
    with path.open("rb") as file:
        if file.read(len(ZIP)) != ZIP:
            return False
    try:
        return format_of(path, head_of(path)) == "archive"
    except KehoachError:
        # too large for a document, or unpacking to too much: a packed folder may be both
        return not _has_types(path)


def _has_types(path: Path) -> bool:
    try:
        with ZipFile(path) as package:
            return "[Content_Types].xml" in package.NameToInfo
    except (BadZipFile, ValueError, NotImplementedError):
        return True


def _packed(path: Path, spot: Spot) -> Iterator[Found]:
    """The files in a zip file; their time is that of the zip file."""
    try:
        with ZipFile(path) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
        if len(entries) > MEMBERS:
            raise LimitError(
                N_("{file}: the zip file holds {count} files; unpack it and name the folder"),
                file=path.name,
                count=len(entries),
            )
    except (BadZipFile, ValueError, NotImplementedError, KehoachError) as error:
        yield Found(spot, failure_of(error, path.name))
        return
    for entry in sorted(entries, key=lambda entry: entry.filename):
        address = f"{spot.address}{INSIDE}{entry.filename}"
        yield Found(Spot(address, entry.file_size, spot.modified))


def _remote(address: str) -> Iterator[Found]:
    """The files at and under a URL; zip files there are taken as they are."""
    try:
        system, root = file_system(address)
        found = system.find(root, detail=True)
        if not found:
            raise FileNotFoundError(2, os.strerror(2))
    except (OSError, KehoachError) as error:
        yield Found(Spot(address), failure_of(error, address))
        return
    for path, facts in sorted(found.items()):
        yield Found(Spot(system.unstrip_protocol(path), facts.get("size"), _changed(facts)))


def _changed(facts: dict[str, object]) -> int | None:
    """What tells that a remote file has changed, as a number; nothing where it says nothing."""
    told = facts.get("mtime") or facts.get("LastModified") or facts.get("ETag")
    return None if told is None else int.from_bytes(sha256(str(told).encode()).digest()[:7], "big")
