"""The documents that are measured: our samples, and the corpus written as Word and PDF files."""

import shutil
from itertools import cycle, islice
from pathlib import Path

import docgen
import extract
from plan import office

ROOT = Path(__file__).parent.parent
PRINTED = 12
"""How many of the Word files are printed as PDF, which takes LibreOffice a second each."""


def make(folder: Path) -> dict[str, list[Path]]:
    """Form → files of that form in `folder`; PDF files of the corpus only with LibreOffice."""
    files = {
        form: [Path(shutil.copy(file, folder)) for file in sorted(ROOT.glob(f"samples/*.{form}"))]
        for form in ("docx", "pdf")
    }
    for text in sorted(ROOT.glob("samples/corpus/*/*.txt")):
        word = folder / f"{text.stem}.docx"
        word.write_bytes(docgen.render(extract.read(text)))
        files["docx"].append(word)
    if office.program():
        for word in files["docx"][-PRINTED:]:
            page = word.with_suffix(".pdf")
            page.write_bytes(office.printed(word.read_bytes(), word.name))
            files["pdf"].append(page)
    return files


def texts() -> str:
    """The texts of all samples, one after another."""
    files = [*ROOT.glob("samples/*.md"), *ROOT.glob("samples/corpus/*/*.txt")]
    return "\n".join(file.read_text("utf-8") for file in sorted(files) if file.name != "README.md")


def many(files: list[Path], count: int, folder: Path) -> Path:
    """`count` Word files, no two with the same bytes, in `folder`."""
    folder.mkdir()
    for number, file in enumerate(islice(cycle(files), count)):
        # a comment behind the end of a zip file changes its bytes and nothing else
        data = file.read_bytes()
        comment = f"{number}".encode()
        end = data.rindex(b"PK\x05\x06")
        length = len(comment).to_bytes(2, "little")
        changed = data[: end + 20] + length + comment
        (folder / f"{number:05}.docx").write_bytes(changed)
    return folder
