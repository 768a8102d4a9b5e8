"""A Word package (.docx) opened for reading: its parts, and how they refer to each other."""

import posixpath
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from docgen.checking.xml import PARSER, Element
from plan.errors import UnreadableError
from plan.messages import N_
from plan.packages import check_archive

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of an added part: the same repair gives the same bytes."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_LINK = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DAMAGES = (
    BadZipFile,
    zlib.error,
    etree.LxmlError,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    RuntimeError,  # a member with a password, or packed in a way that is not known
)
"""What the libraries raise for a damaged package."""


@dataclass
class Package:
    """The parts of a package as bytes, and as XML where they were asked for."""

    name: str
    members: dict[str, bytes]
    _roots: dict[str, Element] = field(default_factory=dict)

    def root(self, part: str | None) -> Element | None:
        """The XML of a part; `None` where the package has no such part."""
        if part is None or part not in self.members:
            return None
        if part not in self._roots:
            self._roots[part] = etree.fromstring(self.members[part], PARSER)
        return self._roots[part]

    def related(self, source: str, kind: str) -> str | None:
        """The part that `source` names as its `kind` (`styles`, `numbering`, `theme` …)."""
        found = (part for link, part in self.links(source).values() if link == _OFFICE + kind)
        return next(found, None)

    def links(self, source: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: id to kind and target."""
        folder, _, file = source.rpartition("/")
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {
            link.get("Id", ""): (
                link.get("Type", ""),
                posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:],
            )
            for link in (root.iter(_LINK) if root is not None else ())
        }

    def add(self, part: str, root: Element) -> None:
        """Add a part."""
        self.members[part] = b""
        self._roots[part] = root

    def renewed(self) -> "Package":
        """The package after its parts were changed as XML; what is unchanged keeps its bytes."""
        members = dict(self.members)
        for part, root in self._roots.items():
            before = self.members[part]
            if not before or etree.tostring(etree.fromstring(before, PARSER)) != etree.tostring(
                root
            ):
                members[part] = etree.tostring(
                    root, xml_declaration=True, encoding="UTF-8", standalone=True
                )
        return Package(self.name, members)

    def over(self, data: bytes) -> bytes:
        """The package `data` with the parts of this one; all others as they were, byte for byte."""
        out = BytesIO()
        with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
            for entry in source.infolist():
                own = self.members.get(entry.filename)
                target.writestr(entry, source.read(entry) if own is None else own)
            for name in sorted(self.members.keys() - set(source.namelist())):
                target.writestr(ZipInfo(name, _OLDEST), self.members[name], ZIP_DEFLATED)
        return out.getvalue()

    @property
    def main(self) -> str:
        """The name of the main part.

        Raises:
            UnreadableError: there is none, so this is no Word document.
        """
        part = self.related("", "officeDocument")
        if part is None or part not in self.members:
            raise no_document(self.name)
        return part

    @property
    def signed(self) -> bool:
        """Whether an electronic signature (chữ ký số) is in it."""
        return any(name.startswith("_xmlsignatures/") for name in self.members)


def opened(source: Path | bytes) -> Package:
    """The package in a file, or in bytes.

    Raises:
        UnreadableError: it is missing, damaged or no Word document.
        LimitError: it would unpack to too much.
    """
    name = source.name if isinstance(source, Path) else "docx"
    try:
        with ZipFile(source if isinstance(source, Path) else BytesIO(source)) as archive:
            entries = archive.infolist()
            check_archive(Path(name), entries)
            parts = {one.filename: archive.read(one) for one in entries if _is_xml(one.filename)}
        package = Package(name, parts)
        package.root(package.main)
    except FileNotFoundError as error:
        raise UnreadableError(N_("{file}: there is no such file"), file=name) from error
    except _DAMAGES as error:
        raise no_document(name) from error
    return package


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def no_document(name: str) -> UnreadableError:
    """The error that says that a file is no Word document, or damaged."""
    return UnreadableError(
        N_("{file}: not a Word document (.docx), or damaged; open it in Word and save it anew"),
        file=name,
    )
