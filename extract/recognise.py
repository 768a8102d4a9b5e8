"""Which format a file has, told by its content: a `.docx` may be an old `.doc`, RTF or HTML."""

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from extract.encodings import unicode_form
from extract.limits import check_archive, check_size
from plan.errors import UnreadableError
from plan.messages import N_

SIGNATURES = (
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (0, b"{\\rtf", "rtf"),
    (0, b"\x89PNG", "picture"),
    (0, b"\xff\xd8\xff", "picture"),
    (0, b"GIF8", "other picture"),
    (0, b"II*\x00", "picture"),
    (0, b"MM\x00*", "picture"),
    (8, b"WEBP", "other picture"),
    (4, b"ftyphei", "other picture"),
    (4, b"ftypmif1", "other picture"),
    (4, b"jP  \r\n\x87\n", "other picture"),
    (0, b"AT&TFORM", "other picture"),
    (0, b"Rar!", "archive"),
    (0, b"7z\xbc\xaf", "archive"),
)
"""Place in the file, bytes that stand there, format (or the container to look into)."""

ARCHIVE = re.compile(rb"\s*(?:[\w-]+:[^\r\n]*[\r\n]\s*){0,20}?MIME-Version:", re.IGNORECASE)
"""How a web archive (.mht) begins, like a letter."""
OPENINGS = (
    (re.compile(rb"\{\s*[\"}]"), "json"),
    (re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html|<head)", re.IGNORECASE), "html"),
    (ARCHIVE, "html"),
    (re.compile(rb"<\?xml"), "xml"),
)
"""How a text of another kind begins."""

PACKAGES = (
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"wordprocessingml.template.main+xml", "docx"),
    (b"ms-word.document.macroEnabled.main+xml", "docx"),
    (b"ms-word.template.macroEnabledTemplate.main+xml", "docx"),
    (b"spreadsheetml", "spreadsheet"),
    (b"presentationml", "slides"),
)
"""Content type of a package's main part → format; templates and macro files read as documents."""

MANIFEST = "META-INF/manifest.xml"
OPEN_DOCUMENTS = (
    (b"opendocument.text", "odt"),
    (b"opendocument.spreadsheet", "spreadsheet"),
    (b"opendocument.presentation", "slides"),
)
"""What an OpenDocument package says that it is → format."""

STREAMS = (
    ("EncryptedPackage".encode("utf-16-le"), "locked"),
    ("WordDocument".encode("utf-16-le"), "doc"),
)
"""Name of a stream in Microsoft's old container → format."""

REFUSALS = {
    "xml": N_("{file}: this is an XML file; open it in Word and save it as .docx"),
    "spreadsheet": N_("{file}: this is a spreadsheet, not a document; name the plan itself"),
    "slides": N_("{file}: this is a slide show, not a document; name the plan itself"),
    "other picture": N_(
        "{file}: pictures of this kind are not read; save it as .png, .jpg, .tif or .pdf"
    ),
    "archive": N_("{file}: this is a packed folder; unpack it and name the documents in it"),
    "locked": N_("{file}: the document has a password; open it in Word and save it without one"),
    "binary": N_("{file}: this is not a document; name a Word, PDF, web or text file"),
    "damaged": N_("{file}: the file is damaged or cut off; ask for a new copy"),
    "empty": N_("{file}: the file is empty; ask for a new copy"),
}
"""What is recognised but not read → the words that say what to do."""

HEAD_BYTES = 4096
PDF_WITHIN = 1024
"""PDF allows that much junk before its header."""


def recognise(path: Path) -> str:
    """The format of the file at `path`: that of a reader, or `json`.

    Raises:
        UnreadableError: missing, a folder, empty, damaged, or of a format that is not read.
        LimitError: larger, or unpacking to more, than any plan.
    """
    name = format_of(path, head_of(path))
    if name in REFUSALS:
        raise UnreadableError(REFUSALS[name], file=path.name)
    return name


def head_of(path: Path) -> bytes:
    """The first bytes of a file whose size is within the limit."""
    if path.is_dir():
        raise UnreadableError(N_("{file}: this is a folder; name the files in it"), file=path.name)
    try:
        check_size(path)
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except FileNotFoundError:
        raise UnreadableError(
            N_("{file}: there is no such file; check the name and the folder"), file=path.name
        ) from None
    except OSError as error:
        raise UnreadableError(
            N_("{file}: the file cannot be opened ({cause}); close it in other programs"),
            file=path.name,
            cause=error.strerror or type(error).__name__,
        ) from error


def format_of(path: Path, head: bytes) -> str:
    """The format of a file that begins with `head`; containers are looked into."""
    if not head.strip():
        return "empty"
    if b"%PDF" in head[:PDF_WITHIN]:
        return "pdf"
    name = next((name for at, magic, name in SIGNATURES if head.startswith(magic, at)), None)
    if name == "zip":
        return package_format(path)
    if name == "ole":
        return ole_format(path)
    return name or text_format(head)


def package_format(path: Path) -> str:
    """What a zip file holds."""
    try:
        with ZipFile(path) as package:
            check_archive(path, package.infolist())
            if any(entry.flag_bits & 1 for entry in package.infolist()):
                return "locked"
            names = set(package.namelist())
            if "mimetype" in names:
                return open_document(package)
            if "[Content_Types].xml" not in names:
                return "archive"
            types = package.read("[Content_Types].xml")
    except (
        BadZipFile,
        LookupError,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        zlib.error,
    ):
        return "damaged"
    return next((name for content, name in PACKAGES if content in types), "archive")


def open_document(package: ZipFile) -> str:
    """What an OpenDocument package holds."""
    said = package.read("mimetype")
    if MANIFEST in package.namelist() and b"encryption-data" in package.read(MANIFEST):
        return "locked"
    return next((name for kind, name in OPEN_DOCUMENTS if kind in said), "archive")


def ole_format(path: Path) -> str:
    """What a file of Microsoft's old container holds; its directory names the streams."""
    content = path.read_bytes()
    return next((name for stream, name in STREAMS if stream in content), "binary")


def text_format(head: bytes) -> str:
    """What kind of text begins with `head`."""
    form = unicode_form(head)
    if form is not None:
        head = head.decode(form, "replace").encode()
    if b"\x00" in head:
        return "binary"
    opening = head.lstrip()
    return next((name for pattern, name in OPENINGS if pattern.match(opening)), "text")
