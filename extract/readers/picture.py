"""Reading pictures of pages: PNG, JPEG, and TIFF with any number of pages."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence

from extract.layout import Layout
from extract.limits import PIXELS, check_pages, check_size
from extract.readers.pdf_sheet import Sheet
from extract.readers.pdf_writer import layout_of
from extract.readers.scan.cleaning import without_red
from extract.readers.scan.pages import DPI, INCH_PT, Recogniser
from extract.readers.scan.report import recognised_pages
from extract.readers.scan.tesseract import ready
from plan.errors import LimitError, UnreadableError
from plan.messages import N_

A4_INCHES = 11.69
"""The longer side of a page: of a picture that does not tell its size on paper."""
BELIEVABLE_INCHES = (7.0, 25.0)
"""The longer side of a page that a picture may tell: A5 to A2. Cameras write 72 dots per inch."""


def read(path: Path) -> Layout:
    """The pages in the picture at `path`; each `Line` is a line of print.

    Raises:
        UnreadableError: damaged, or nothing was recognised.
        LimitError: over a limit of size, pages, pixels or time.
        MissingToolError: no program that recognises print.
    """
    check_size(path)
    recogniser = Recogniser(ready(path.name), path.name)
    sheets, scans = [], {}
    for number, page in enumerate(pages_of(path)):
        scan = scans[number] = recogniser.scan(page, DPI)
        height = page.height * INCH_PT / DPI
        sheets.append(Sheet.scanned(number, height, scan))
    layout = layout_of(sheets, "picture", recognised_pages(scans))
    if layout is None:
        raise UnreadableError(
            N_("{file}: nothing could be recognised on the picture; scan the page again"),
            file=path.name,
        )
    return layout


@contextmanager
def mistakes_told(path: Path) -> Iterator[None]:
    """Turn what Pillow fails with into our errors."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise too_large(path) from None
    except (OSError, ValueError, SyntaxError, EOFError, TypeError) as error:
        raise UnreadableError(
            N_("{file}: the picture is damaged or cut off; ask for a new copy"), file=path.name
        ) from error


def too_large(path: Path) -> LimitError:
    """The error for a picture of more dots than a page has."""
    return LimitError(
        N_("{file}: a page has more than {limit} million dots; scan it with 300 dots per inch"),
        file=path.name,
        limit=PIXELS // 1_000_000,
    )


def pages_of(path: Path) -> Iterator[Image.Image]:
    """The pages of a picture in grey, upright, in `DPI`; one at a time is in memory."""
    with mistakes_told(path), Image.open(path, formats=("PNG", "JPEG", "TIFF")) as picture:
        check_pages(path, getattr(picture, "n_frames", 1))
        for frame in ImageSequence.Iterator(picture):
            if frame.width * frame.height > PIXELS:
                raise too_large(path)
            page = without_red(ImageOps.exif_transpose(frame))
            scale = DPI * longer_side(frame) / max(page.size)
            width, height = (max(round(side * scale), 1) for side in page.size)
            yield page.resize((width, height), Image.Resampling.BICUBIC)


def longer_side(frame: Image.Image) -> float:
    """The longer side of the page in inches, as the picture tells; else that of A4."""
    told = float(frame.info.get("dpi", (0, 0))[1])
    inches = max(frame.size) / told if told else 0.0
    return inches if BELIEVABLE_INCHES[0] < inches < BELIEVABLE_INCHES[1] else A4_INCHES
