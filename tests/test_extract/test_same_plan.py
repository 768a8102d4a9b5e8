"""The same plan comes out of every form that an office keeps it in, but for places.

Plans as their authors typed them, and with all labels made automatic, so that each form's way of
numbering must be worked out. Scans of a plan are compared in `test_scans`, by score.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from commandline import SAMPLES
from test_extract.numbering import automatic

import docgen
import extract
from plan import office
from plan.records import without_places

WITHOUT = {"source", "findings", "schema_version"}
OWN = sorted(SAMPLES.glob("ke-hoach-*.docx"))
CORPUS = [SAMPLES / "corpus" / "tuned" / f"{name}.txt" for name in (
    "a01-huyen-dat-dai",
    "a06-so-nong-nghiep-chay-rung",
    "b03-huyen-giam-ngheo",
    "b13-xa-phong-trao-thi-dua",
)]  # fmt: skip
FEWEST_LABELS = 25

SaveAll = Callable[[tuple[bytes, ...], str], list[bytes]]


@cache
def documents() -> dict[str, bytes]:
    """The plans as Word files, those of the corpus as we write them."""
    written = {path.stem: docgen.render(extract.read(path)) for path in CORPUS}
    return {path.stem: path.read_bytes() for path in OWN} | written


@cache
def made_automatic(name: str) -> bytes:
    document, count = automatic(documents()[name])
    assert count > FEWEST_LABELS
    return document


NAMES = [path.stem for path in (*OWN, *CORPUS)]
CASES = [(name, "typed", form) for name in NAMES for form in ("doc", "rtf", "odt", "html", "pdf")]
CASES += [
    (name, "automatic", form) for name in NAMES for form in ("docx", "doc", "rtf", "odt", "pdf")
]
"""LibreOffice's web pages say neither the sign behind a number nor where it begins anew."""


def told(file: Path, content: bytes) -> dict[str, object]:
    """What is read in a file, but for places."""
    file.write_bytes(content)
    return without_places(extract.read(file)).model_dump(exclude=WITHOUT)


@pytest.fixture(scope="module")
def forms(saved_all: SaveAll) -> Callable[[str, str, str], bytes]:
    """A plan in a form; all plans are saved in it at once."""
    everything = (*documents().values(), *map(made_automatic, NAMES))

    def form_of(name: str, labels: str, form: str) -> bytes:
        made = everything if form == "docx" else saved_all(everything, form)
        return made[NAMES.index(name) + len(NAMES) * (labels == "automatic")]

    return form_of


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_every_form_gives_the_same_plan(
    case: tuple[str, str, str],
    forms: Callable[[str, str, str], bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = forms(*case)
    name = case[0]
    monkeypatch.setattr(office, "program", lambda: None)
    file = tmp_path / f"{name}.docx"
    assert told(file, content) == told(file, documents()[name])


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_libreoffice_reads_the_same_plan_in_an_old_word_file(
    path: Path, forms: Callable[[str, str, str], bytes], tmp_path: Path
) -> None:
    file = tmp_path / path.name
    content = forms(path.stem, "typed", "doc")
    assert told(file, content) == told(file, path.read_bytes())
    file.write_bytes(content)
    source = extract.read(file).source
    assert (source.format, source.reader, source.losses) == ("doc", "LibreOffice", [])
