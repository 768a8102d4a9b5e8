"""Formats are told by content, whatever the suffix says; what is not read is refused in words."""

import zipfile
from pathlib import Path

import pytest
from test_extract.wordfiles import MAIN, p, package, zipped

from extract.limits import ENTRIES, MEGABYTE, PAGES, TEXT_MEGABYTES, XML_MEGABYTES, check_pages
from extract.readers import read_layout
from extract.recognise import HEAD_BYTES, recognise
from plan.errors import KehoachError, LimitError, UnreadableError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TYPES = "application/vnd.openxmlformats-officedocument"
WORD = package(p("Kế hoạch"))

READ = [
    ("docx", WORD),
    ("docx", package(p("mẫu"), main=MAIN.replace("document.main", "template.main"))),
    (
        "docx",
        package(p("macro"), main="application/vnd.ms-word.document.macroEnabled.main+xml"),
    ),
    ("pdf", b"%PDF-1.7\n..."),
    ("pdf", b"\r\njunk from a mail server\r\n%PDF-1.4\n..."),
    ("picture", b"\x89PNG\r\n\x1a\n...."),
    ("picture", b"\xff\xd8\xff\xe0..JFIF"),
    ("picture", b"II*\x00\x08\x00\x00\x00"),
    ("doc", OLE + "WordDocument".encode("utf-16-le")),
    ("rtf", rb"{\rtf1\ansi K\u7871? HO\u7840?CH}"),
    ("odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"})),
    ("html", "<!DOCTYPE html>\n<html><body>KẾ HOẠCH".encode()),
    ("html", b"\n  <HTML xmlns:o='urn:schemas-microsoft-com:office:office'>"),
    ("html", b"MIME-Version: 1.0\nContent-Type: multipart/related"),
    ("text", "KẾ HOẠCH\n".encode()),
    ("text", "﻿KẾ HOẠCH\n".encode()),
    ("text", "KẾ HOẠCH\n".encode("utf-16")),
    ("text", b"# K\xe1\xba\xbe HO\xe1\xba\xa0CH\n\n| a | b |\n|---|---|\n"),
    ("text", b"<span>an OCR tool's own marks</span>"),
    ("text", b"{1}------------------\n"),
    ("text", "KẾ HOẠCH năm 2026\n".encode("utf-16-le")),
    ("text", "KẾ HOẠCH năm 2026\n".encode("utf-16-be")),
    ("html", "<html><body>KẾ HOẠCH".encode("utf-16")),
    ("html", b'<?xml version="1.0"?>\n<!DOCTYPE html><html xmlns="x">'),
    ("html", b"From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"),
    ("json", b'{"schema_version": "1.0"}'),
    ("json", b"\xef\xbb\xbf {\n}"),
]

REFUSED = [
    ("password", OLE + "EncryptedPackage".encode("utf-16-le")),
    ("not a document", OLE + "Workbook".encode("utf-16-le")),
    ("XML", b'<?xml version="1.0"?><w:wordDocument/>'),
    (
        "spreadsheet",
        zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
    ),
    (
        "password",
        zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": "<x><manifest:encryption-data/></x>",
            }
        ),
    ),
    ("not a document", bytes(range(1, 32)) + bytes(50) + b"a" * 100),
    ("spreadsheet", package("", main=f"{TYPES}.spreadsheetml.sheet.main+xml")),
    ("slide show", package("", main=f"{TYPES}.presentationml.presentation.main+xml")),
    ("picture", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
    ("picture", b"\x00\x00\x00\x18ftypheic"),
    ("unpack", zipped({"ke-hoach.docx": WORD})),
    ("unpack", b"Rar!\x1a\x07\x01\x00"),
    ("not a document", b"\x7fELF\x02\x01\x01\x00\x00\x00"),
    ("damaged", WORD[: len(WORD) // 2]),
    ("empty", b""),
    ("empty", b" \r\n \n"),
]


@pytest.mark.parametrize(("name", "content"), READ)
def test_what_is_read(name: str, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch.jpg"
    file.write_bytes(content)
    assert recognise(file) == name


@pytest.mark.parametrize(("words", "content"), REFUSED)
def test_what_is_refused(words: str, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch.docx"
    file.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        read_layout(file)
    assert words in str(caught.value)
    assert str(caught.value).startswith("kế hoạch.docx: ")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        recognise(tmp_path / "không có.pdf")
    with pytest.raises(UnreadableError, match="folder"):
        recognise(tmp_path)


def test_data_is_not_read_as_a_document(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(UnreadableError, match="data, not a document"):
        read_layout(file)


def test_an_encrypted_member_means_a_password(tmp_path: Path) -> None:
    content = bytearray(WORD)
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    file = tmp_path / "a.docx"
    file.write_bytes(content)
    with pytest.raises(UnreadableError, match="password"):
        recognise(file)


def too_large_xml() -> dict[str, bytes]:
    return {"word/large.xml": b" " * (XML_MEGABYTES * MEGABYTE + 1)}


def packed_too_hard() -> dict[str, bytes]:
    return {"word/media/image1.emf": bytes(4 * MEGABYTE)}


def too_many_entries() -> dict[str, bytes]:
    return {f"word/media/image{number}.png": b"" for number in range(ENTRIES)}


@pytest.mark.parametrize("more", [too_large_xml(), packed_too_hard(), too_many_entries()])
def test_a_package_that_unpacks_to_too_much(more: dict[str, bytes], tmp_path: Path) -> None:
    file = tmp_path / "bom.docx"
    file.write_bytes(WORD)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in more.items():
            archive.writestr(name, content)
    with pytest.raises(LimitError, match=r"^bom\.docx: ") as caught:
        recognise(file)
    assert caught.value.exit_code == 4


@pytest.mark.parametrize("megabytes", [TEXT_MEGABYTES, 100])
def test_a_file_that_is_too_large(megabytes: int, tmp_path: Path) -> None:
    file = tmp_path / "dài.txt"
    with file.open("wb") as large:
        large.write(b"a" * HEAD_BYTES)
        large.truncate(megabytes * MEGABYTE + 1)
    with pytest.raises(LimitError, match=f"larger than {megabytes} MB"):
        read_layout(file)


def test_too_many_pages() -> None:
    check_pages(Path("a.pdf"), PAGES)
    with pytest.raises(LimitError, match="1001 pages"):
        check_pages(Path("a.pdf"), PAGES + 1)


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(WORD)

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(KehoachError, match="close it in other programs"):
        recognise(file)
