"""Word packages with the same bytes for the same content."""

import io
import re
import zipfile

_OLDEST = (1980, 1, 1, 0, 0, 0)
_MADE_ON_DOS = 0
_FIRST = "[Content_Types].xml"


def normalised(package: bytes, forget: re.Pattern[bytes]) -> bytes:
    """`package` zipped anew: parts in one order, one date, one set of attributes.

    What `forget` matches is cut out of every XML part.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            data = source.read(name)
            if name.endswith((".xml", ".rels")):
                data = forget.sub(b"", data)
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _MADE_ON_DOS
            target.writestr(entry, data)
    return out.getvalue()
