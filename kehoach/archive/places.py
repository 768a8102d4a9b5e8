"""Where documents are: files in folders, in zip files, and behind addresses (`s3://…`).

A place is named by its address, a text that is the same on every machine that sees the place:
a path, a path and a name in a zip file (`a.zip!/b.docx`), or a URL.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, cast
from zipfile import ZipFile

import regex

from extract.limits import FILE_MEGABYTES
from plan.errors import LimitError, MissingToolError, UnreadableError
from plan.messages import N_
from plan.packages import MEGABYTE, is_bomb

INSIDE = "!/"
"""What stands between the address of a zip file and the name of a file in it."""
URL = regex.compile(r"[a-z][a-z0-9+.-]+://")
ESCAPED = regex.compile(r"\\x([0-9a-f]{2})")
TEMPORARY = "kehoach-archive-"


def address_of(path: Path) -> str:
    """The address of a file, as Unicode also where its name is not."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def path_of(address: str) -> Path:
    """The file at an address."""
    path = Path(address)
    if path.exists() or "\\x" not in address:
        return path
    parts = ESCAPED.split(address)
    odd = [bytes.fromhex(part) if at % 2 else part.encode() for at, part in enumerate(parts)]
    return Path(os.fsdecode(b"".join(odd)))


def is_url(address: str) -> bool:
    """Whether an address is one for fsspec; a drive's letter on Windows is none."""
    return URL.match(address) is not None


def packed(address: str) -> tuple[Path, str] | None:
    """The zip file that an address leads into and the name in it; `None` for any other address."""
    if INSIDE not in address or is_url(address) or path_of(address).exists():
        return None
    archive, _, name = address.partition(INSIDE)
    return path_of(archive), name


def digest(address: str) -> str:
    """The SHA-256 of what is at an address; raises as `stream` does."""
    with stream(address) as source:
        return file_digest(cast("Any", source), "sha256").hexdigest()


@contextmanager
def local(address: str) -> Iterator[Path]:
    """A file of this machine with what is at an address, under the name it has there.

    Raises:
        OSError: the file is not there or cannot be read.
        LimitError, UnreadableError, MissingToolError: see `stream`.
    """
    if not is_url(address) and packed(address) is None:
        yield path_of(address)
        return
    with TemporaryDirectory(prefix=TEMPORARY, ignore_cleanup_errors=True) as folder:
        file = Path(folder) / plain_name(address)
        with stream(address) as source, file.open("wb") as target:
            shutil.copyfileobj(source, target, MEGABYTE)
        yield file


def plain_name(address: str) -> str:
    """The name of a file as any system takes it, without its folders."""
    name = PurePosixPath(address.replace("\\", "/")).name
    return regex.sub(r'[<>:"|?*\x00-\x1f]', "_", name)[-120:] or "_"


@contextmanager
def stream(address: str) -> Iterator[BinaryIO]:
    """The bytes at an address.

    Raises:
        OSError: there is no such file, or it cannot be read.
        LimitError: what a zip file holds is larger, or packed harder, than any document.
        UnreadableError: what a zip file holds has a password.
        MissingToolError: fsspec, or what it needs for such an address, is not installed.
    """
    if inner := packed(address):
        with member(*inner) as source:
            yield source
    elif is_url(address):
        system, path = file_system(address)
        with system.open(path, "rb") as source:
            yield source
    else:
        with path_of(address).open("rb") as source:
            yield source


@contextmanager
def member(archive: Path, name: str) -> Iterator[BinaryIO]:
    """A file in a zip file, within the limits of a document."""
    with ZipFile(archive) as package:
        entry = package.getinfo(name)
        if is_bomb(entry) or entry.file_size > FILE_MEGABYTES * MEGABYTE:
            raise LimitError(
                N_("{file}: this file of a zip file unpacks to {size} MB, which no plan needs"),
                file=plain_name(name),
                size=entry.file_size // MEGABYTE,
            )
        if entry.flag_bits & 1:
            raise UnreadableError(
                N_("{file}: the zip file has a password; unpack it and name the folder"),
                file=archive.name,
            )
        with package.open(entry) as source:
            yield cast("BinaryIO", source)


def file_system(address: str) -> tuple[Any, str]:
    """What fsspec offers for an address, and the path in it.

    Raises:
        MissingToolError: fsspec, or what it needs for such an address, is not installed.
    """
    try:
        from fsspec.core import url_to_fs

        found: tuple[Any, str] = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise MissingToolError(
            N_(
                "{address}: cannot be reached ({reason}); install what is missing with: "
                "pip install kehoach[remote], and for s3:// also s3fs"
            ),
            address=address,
            reason=str(error),
        ) from error
    return found
