"""Pictures of a PDF's pages, small enough to travel inside the review page."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from extract.readers.pdf import opened

PIXELS_PER_PT = 1.75
COLOURS = 16
"""Enough for print with soft edges, a red stamp and a blue signature."""
JPEG_QUALITY = 60


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a data URI, with its width and height in pt."""

    width: float
    height: float
    uri: str


def pictures(path: Path) -> Iterator[Picture]:
    """The pages of the PDF at `path`, one after another.

    Raises:
        UnreadableError: the PDF is damaged or locked.
    """
    document = opened(path)
    try:
        document.init_forms()  # signatures and stamps are form fields
        for page in document:
            image = page.render(scale=PIXELS_PER_PT).to_pil().convert("RGB")
            # print is smallest as a PNG of few colours, photographs and scans as JPEG
            few, many = BytesIO(), BytesIO()
            image.quantize(COLOURS).save(few, "PNG", optimize=True)
            image.save(many, "JPEG", quality=JPEG_QUALITY, optimize=True)
            kind, data = min(
                (("png", few.getvalue()), ("jpeg", many.getvalue())), key=lambda one: len(one[1])
            )
            uri = f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"
            yield Picture(page.get_width(), page.get_height(), uri)
            page.close()
    finally:
        document.close()
